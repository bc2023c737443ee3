"""Put the provisions of several documents into rows: what corresponds stands in one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.comparison.alignment import Embed, Link, align, sentence_likeness
from assistant.comparison.likeness import Rarity
from assistant.tabulate.differing import row_differences
from assistant.tabulate.table import Part, Row
from assistant.tabulate.units import spoken, unit
from index.corpus import Provision

SAME_SENTENCE = 0.33
"""Likeness from which on a sentence of a provision that stands in several rows belongs to one."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What likeness is measured by."""

    embed: Embed
    rarity: Rarity


def rows_of(documents: Sequence[Sequence[Provision]], measures: Measures) -> list[Row]:
    """Return the rows of two or more documents, each given as its provisions in reading order.

    The rows follow the first document, then what the second has besides, and so on.
    """
    units = [[unit(provision) for provision in provisions] for provisions in documents]
    placed: list[set[int]] = [set() for _ in documents]
    rows = []
    for base, provisions in enumerate(documents):
        links = {
            column: align(units[base], units[column], measures.embed, measures.rarity)
            for column in range(base + 1, len(documents))
        }
        for at, provision in enumerate(provisions):
            if at in placed[base]:
                continue
            beside = {column: [link for link in found if link.one == at] for column, found in links.items()}
            for column, found in beside.items():
                placed[column] |= {link.other for link in found}
            shared = {column: _shared(found) for column, found in links.items()}
            rows.append(_row(provision, base, _parts(provision, beside, shared, documents, measures), measures))
    return rows


def _shared(links: Sequence[Link]) -> set[int]:
    """The units that correspond to several of the first document."""
    return {unit for unit, count in Counter(link.other for link in links).items() if count > 1}


def _parts(
    provision: Provision,
    beside: dict[int, list[Link]],
    shared: dict[int, set[int]],
    documents: Sequence[Sequence[Provision]],
    measures: Measures,
) -> list[tuple[Part, ...]]:
    """The cells beside a provision."""
    cells: list[tuple[Part, ...]] = [()] * len(documents)
    for column, links in beside.items():
        cells[column] = tuple(
            _part(documents[column][link.other], provision, measures, link=link, whole=link.other not in shared[column])
            for link in links
        )
    return cells


def _row(provision: Provision, base: int, cells: list[tuple[Part, ...]], measures: Measures) -> Row:
    cells[base] = (Part(provision, spoken(provision), is_whole=True),)
    heading = provision.heading or (provision.headings[-1] if provision.headings else provision.address)
    return Row(heading, tuple(cells), row_differences(cells, measures.rarity))


def _part(provision: Provision, base: Provision, measures: Measures, *, link: Link, whole: bool) -> Part:
    """A corresponding provision: of one that stands in several rows only the sentences that are spoken of here."""
    sentences = spoken(provision)
    if whole or len(sentences) == 1:
        return Part(provision, sentences, is_whole=True, is_sure=link.is_sure)
    likeness, _, _ = sentence_likeness(sentences, unit(base).sentences, measures.embed, measures.rarity)
    best = likeness.max(axis=1)
    kept = [one for one, like in zip(sentences, best, strict=True) if like >= min(SAME_SENTENCE, best.max())]
    return Part(provision, tuple(kept), is_whole=len(kept) == len(sentences), is_sure=link.is_sure)
