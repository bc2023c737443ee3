"""Where a provision stands in its document: what comes just before it and just after."""

from collections.abc import Sequence
from typing import NamedTuple

from index.corpus import Provision

SHOWN = 2
"""Neighbours on each side."""


class Surroundings(NamedTuple):
    """The neighbours of a provision, in reading order."""

    before: Sequence[Provision] = ()
    after: Sequence[Provision] = ()


def find(provisions: Sequence[Provision], address: str) -> Provision | None:
    """Find a provision by its address, else by another spelling of it."""
    by_alias = (provision for provision in provisions if address in provision.aliases)
    return next((provision for provision in provisions if provision.address == address), next(by_alias, None))


def surroundings(provisions: Sequence[Provision], cited: Provision) -> Surroundings:
    """Find what stands around a provision; views without words of their own, and its own parts, do not count.

    The words that lead into a list are left out too: they are shown with each of its items.
    """
    worded = [provision for provision in provisions if provision.own_text.strip()]
    leads_in = cited.parent if cited.lead_in else None
    before = [p for p in worded if p.start < cited.start and p.address != leads_in]
    after = [p for p in worded if p.start >= cited.end]
    return Surroundings(before[-SHOWN:], after[:SHOWN])
