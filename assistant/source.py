"""The texts that quotes are cut from, and what their sentences are measured by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.corpus import Provision
from index.embed import Vectors


@dataclass(frozen=True, slots=True)
class Source:
    """Gives source texts and provisions of a library, by id."""

    text: Callable[[str], str]
    """The source text of a document."""
    provision: Callable[[str, str], Provision | None]
    """A provision by document id and address."""
    embed: Callable[[Sequence[str]], Vectors]
    """The vectors of texts."""
    rarity: Callable[[str], float]
    """How rare a term is in the library: 0 to 1."""
