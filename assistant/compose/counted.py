"""How many of a unit there are, in a document or in a part of it, counted from the outline."""

import re
from collections.abc import Sequence

from assistant.catalogue import Catalogue, Entry
from assistant.compose.listing import outline_claim
from assistant.compose.naming import document_name, place_name
from assistant.draft import DraftClaim, Support
from assistant.folding import fold
from assistant.question import Question
from index.corpus import Provision

HOW_MANY = re.compile(
    r"(?:(?<!哪)几|多少)个?大?(?P<unit>条|款|项|行|点|章|类|小?标题|方面|任务|部分|板块|块(?![钱地]))"
)
CALLED = {"任务": "行", "小标题": "题", "标题": "题", "板块": "部分", "块": "部分"}
KINDS = ("条", "款", "项", "行", "章", "类", "部分")
"""Kinds of provision that are counted by their own names."""
OUTERMOST = ("部分", "章", "类")
"""Units that a document as a whole may be made of."""


def counted(question: Question, found: Sequence[tuple[Entry, Provision]], catalogue: Catalogue) -> list[DraftClaim]:
    """Say how many of a unit stand in the parts that were asked about (第三章有几条), and which."""
    units = [unit for at, unit in _asked(question) if not _is_of_document(at, unit, question)]
    return [claim for unit in units[:1] for entry, part in found for claim in _counted(entry, part, unit, catalogue)]


def outlined(question: Question, found: Sequence[tuple[Entry, Provision]], catalogue: Catalogue) -> list[DraftClaim]:
    """Say how the documents are built, where that is asked beside what one part says: 共几部分？最后一部分是什么？."""
    if not any(_is_of_document(at, unit, question) for at, unit in _asked(question)):
        return []
    entries = {entry.document.id: entry for entry, _ in found}
    return [claim for entry in entries.values() if (claim := outline_claim(entry, catalogue))]


def _asked(question: Question) -> list[tuple[int, str]]:
    """The units whose number is asked for, each with where the text does so."""
    return [
        (match.start(), CALLED.get(match["unit"], match["unit"])) for match in HOW_MANY.finditer(fold(question.text))
    ]


def _is_of_document(at: int, unit: str, question: Question) -> bool:
    """Whether the units are those of the document: they are spoken of before its part, or the part is one of them."""
    place = question.places[0]
    is_outermost = unit in OUTERMOST and place.unit in OUTERMOST
    return is_outermost and (unit == place.unit or at < fold(question.text).find(place.written))


def _counted(entry: Entry, unit: Provision, counted: str, catalogue: Catalogue) -> list[DraftClaim]:
    """How many there are, and their headings."""
    counts, below = catalogue.counts_below(unit), catalogue.below(unit)
    if not counts:
        return []
    kind = counted if counted in KINDS and counted in counts else below[0].kind
    headings = [p.heading for p in below if p.kind == kind]
    listed = f"：{'；'.join(headings)}" if headings and all(headings) else ""
    text = f"{place_name(unit)}共{counts[kind]}{listed}。"
    quote = unit.heading or unit.shown_text.strip().split("\n")[0]
    support = Support(provision=unit, document=entry.document, quote=quote)
    return [DraftClaim(text=text, supports=(support,), label=document_name(entry.document), of_document=True)]
