"""Say where a cited text is older than the rule it carries out, as that rule now stands."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.catalogue import Catalogue
from assistant.draft import Draft
from assistant.outcomes import fixed_texts
from index.corpus import Document

MOST_NAMED = 2
"""Titles in one notice, where all texts of the answer are older."""


def with_age(draft: Draft, catalogue: Catalogue) -> Draft:
    """Add a notice for each rule in the library that is later than texts of the answer which carry it out."""
    cited = [s.document for claim in draft.claims if not claim.of_document for s in claim.supports]
    found: dict[str, tuple[Document, list[Document]]] = {}
    for document in {document.id: document for document in cited}.values():
        for rule in (entry.document for name in catalogue.rules_of(document.id) if (entry := catalogue.entry(name))):
            _, older = found.setdefault(rule.id, (rule, []))
            if _is_older(document, rule, catalogue):
                older.append(document)
    others = {document.id for document in cited}
    notices = [
        _notice(older, rule, are_all=others == {document.id for document in older})
        for rule, older in found.values()
        if older
    ]
    return replace(draft, notices=(*draft.notices, *notices))


def _is_older(document: Document, rule: Document, catalogue: Catalogue) -> bool:
    """By the day of issue; where a text does not tell it, by the year it is of."""
    if rule.issued is None:
        return False
    if document.issued is not None:
        return document.issued < rule.issued
    entry = catalogue.entry(document.id)
    return entry is not None and bool(entry.years) and max(entry.years) < rule.issued.year


def _notice(older: Sequence[Document], rule: Document, *, are_all: bool) -> str:
    """Name the older texts; many are counted, where it is plain which are meant."""
    texts = fixed_texts()["notice"]
    named = "、".join(f"《{document.title}》" for document in older)
    if are_all and len(older) > MOST_NAMED:
        named = texts["older_many"].format(count=len(older))
    issued = rule.issued.isoformat() if rule.issued else ""
    return texts["older"].format(older=named, rule=rule.title, issued=issued)
