"""Where a provision stands in its document: above what, under what, between what."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from index.corpus import Provision

Tree = Mapping[str | None, Sequence[Provision]]
"""Provisions by the address of what they stand under, in reading order; None for the outermost."""


def find(provisions: Sequence[Provision], address: str) -> Provision | None:
    """Find a provision by its address, else by another spelling of it."""
    by_alias = (provision for provision in provisions if address in provision.aliases)
    return next((provision for provision in provisions if provision.address == address), next(by_alias, None))


def tree(provisions: Sequence[Provision]) -> Tree:
    """Arrange provisions by what they stand under; what is not there counts as nothing."""
    addresses = {provision.address for provision in provisions}
    under: dict[str | None, list[Provision]] = defaultdict(list)
    for provision in provisions:
        under[provision.parent if provision.parent in addresses else None].append(provision)
    return under


def in_view(provisions: Sequence[Provision], cited: Provision | None) -> frozenset[str]:
    """Return the addresses of a provision, of what stands just before and after it, and of all they stand under."""
    if cited is None:
        return frozenset()
    worded = [provision for provision in provisions if provision.own_text.strip()]
    before = [p for p in worded if p.start < cited.start and p.address != cited.parent][-1:]
    after = [p for p in worded if p.start >= cited.end and p.address != cited.address][:1]
    by_address = {provision.address: provision for provision in provisions}
    seen: set[str] = set()
    for provision in (*before, cited, *after):
        above: Provision | None = provision
        while above is not None and above.address not in seen:
            seen.add(above.address)
            above = by_address.get(above.parent) if above.parent else None
    return frozenset(seen)
