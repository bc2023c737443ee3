"""Whether the figures and document numbers of an answer stand in what it cites: a check that knows no right answer."""

import re
from collections.abc import Iterable

from assistant.answer import Answer, Citation
from assistant.folding import bare
from assistant.verify.facts import document_numbers, numbers

COMPUTED = ("structure", "catalogue")
"""Kinds whose figures are counted out of outline and catalogue, so that no provision says them."""
OWN = re.compile(r"\[\d+\]|\d+项|（\d{4}年）(?=：)")
"""What an answer counts itself: its marks, how many tasks it lists, the years of documents set side by side."""
RUN_ON = 6
"""Characters before a 文号 that may be read as the beginning of it."""


def unsupported(answer: Answer) -> list[str]:
    """Return the figures and 文号 stated where nothing cited for them has them, in the order of the answer.

    A claim is held against its own citations; text and table, against all of them.
    """
    cited = {citation.marker: citation for citation in answer.citations}
    found: list[str] = []
    for claim in answer.claims:
        found += _missing(OWN.sub("", claim.text), [cited[marker] for marker in claim.citations if marker in cited])
    if answer.claims:
        cells = [cell for row in (answer.table.rows if answer.table else ()) for cell in row]
        found += _missing(OWN.sub("", "。".join([answer.text, *cells])), answer.citations)
    return list(dict.fromkeys(found))


def _missing(said: str, citations: Iterable[Citation]) -> list[str]:
    source = "。".join(map(_words, citations))
    known, folded = numbers(source), bare(source)
    figures = [figure for figure in numbers(said) if figure not in known]
    return figures + [number for number in document_numbers(said) if not _stands(bare(number), folded)]


def _words(citation: Citation) -> str:
    """Everything that a citation shows."""
    known = (citation.document_title, citation.document_number, citation.address, citation.carried_from)
    shown = (citation.heading, citation.quote, citation.text, citation.issued)
    return "。".join(part for part in (*known, *shown) if part)  # blanks do not keep figures apart


def _stands(number: str, source: str) -> bool:
    return any(number[start:] in source for start in range(min(RUN_ON, len(number))))
