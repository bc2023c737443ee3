"""In which chapter or part of a document something stands: 管监督追责的是第几章."""

import re
from collections.abc import Sequence

from assistant.compose.naming import document_name, place_name
from assistant.compose.words import pattern
from assistant.draft import DraftClaim, Hit, Support
from assistant.folding import fold, simplify
from assistant.question import Question
from assistant.source import Source
from index.corpus import Document, Provision

UNITS = {"章": "章", "节": "节", "部分": "部分", "板块": "部分", "大部分": "部分", "大类": "类", "类": "类"}
NEAR = 0.95
"""Share of the score of the first hit, that others need to be told of too."""


def asks_where(question: Question) -> re.Match[str] | None:
    """Match the words that ask for the chapter or part in which something stands; None where there are none."""
    return pattern("standing", "asked").search(fold(simplify(question.text)).strip())


def standing(hits: Sequence[Hit], question: Question, source: Source) -> list[DraftClaim]:
    """Name the chapter or part in which the hits stand, the best one first; none where that is not asked."""
    asked = asks_where(question)
    if asked is None:
        return []
    found: dict[str, DraftClaim] = {}
    for hit in hits:
        unit = _above(hit.provision, UNITS[asked["unit"]], source)
        if unit is not None and hit.score >= NEAR * hits[0].score:
            found.setdefault(unit.id, _claim(unit, hit.document))
    return list(found.values())


def _above(provision: Provision, kind: str, source: Source) -> Provision | None:
    """The provision of a kind in which one stands, itself included."""
    at: Provision | None = provision
    while at is not None and at.kind != kind:
        at = source.provision(at.document_id, at.parent) if at.parent else None
    return at


def _claim(unit: Provision, document: Document) -> DraftClaim:
    quote = unit.heading or unit.own_text.strip() or unit.text.strip().split("\n")[0]
    support = Support(provision=unit, document=document, quote=quote)
    return DraftClaim(
        text=f"{place_name(unit)}。", supports=(support,), label=document_name(document), of_document=True
    )
