"""The texts that quotes are cut from."""

from collections.abc import Callable
from dataclasses import dataclass

from index.corpus import Provision


@dataclass(frozen=True, slots=True)
class Source:
    """Gives source texts and provisions of a library, by id."""

    text: Callable[[str], str]
    """The source text of a document."""
    provision: Callable[[str, str], Provision | None]
    """A provision by document id and address."""
