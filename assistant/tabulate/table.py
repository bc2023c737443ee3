"""The table: a column a document, a row for each thing they provide for."""

from dataclasses import dataclass

from index.corpus import Document, Provision


@dataclass(frozen=True, slots=True)
class Part:
    """A provision in a cell."""

    provision: Provision
    sentences: tuple[str, ...]
    """What is shown of it, verbatim."""
    is_whole: bool
    """Whether that is all it requires; a long provision gives only the sentences that correspond."""
    is_sure: bool = True
    """Whether it surely corresponds; else it only is by far the likeliest."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the documents of a row say differently, of one kind."""

    kind: str
    """As it is told: 时限频次, 责任单位."""
    sides: tuple[tuple[int, tuple[str, ...]], ...]
    """The column and its own words; none where it is silent."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is provided for."""

    heading: str
    cells: tuple[tuple[Part, ...], ...]
    """A cell for each document; empty where it has nothing."""
    differences: tuple[Said, ...]

    @property
    def speaking(self) -> int:
        """How many documents provide for it."""
        return sum(bool(cell) for cell in self.cells)

    def own_words(self, column: int) -> tuple[str, ...]:
        """Return the words of a cell that the others do not have, longest first."""
        found = {word for said in self.differences for at, own in said.sides if at == column for word in own}
        return tuple(sorted(found, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Several documents set side by side."""

    documents: tuple[Document, ...]
    names: tuple[str, ...]
    """How each is called in a sentence."""
    counts: tuple[int, ...]
    """How many provisions of each were looked at."""
    topic: str
    rows: tuple[Row, ...]
