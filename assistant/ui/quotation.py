"""A provision as it is quoted in a reply or a memo: official words as a quotation, a digest only as what it is."""

from assistant.answer import Citation
from assistant.ui.quoting import squeeze
from assistant.ui.texts import Texts

_INNER = str.maketrans("“”", "‘’")
"""Marks inside a quotation, by GB/T 15834."""


def quotation(citation: Citation, texts: Texts) -> str:
    """Return the quotation of a citation; without a quote, of the whole provision."""
    number = f"（{citation.document_number}）" if citation.document_number else ""
    place = f"《{citation.document_title}》{number}{citation.address}"
    words = _one_line(citation.quote if citation.quote.strip() else citation.text)
    if citation.origin == "official":
        return texts["source.quotation"].format(place=place, words=words.translate(_INNER))
    return texts["source.quotation_digest"].format(place=place, words=words.rstrip("。；"))


def _one_line(words: str) -> str:
    """Join lines, and the cells of a row."""
    cells = (squeeze(cell) for cell in words.split("|"))
    return "；".join(cell for cell in cells if cell)
