"""A citation in a file: where it stands and whose words they are, then the words."""

from assistant.answer import Citation
from assistant.ui.quoting import without_blank_lines
from assistant.ui.texts import Texts


def line(citation: Citation, texts: Texts) -> str:
    """Name the provision, whose words these are, of when, and whether they are in force."""
    number = f"（{citation.document_number}）" if citation.document_number else ""
    origin = texts["source.official" if citation.origin == "official" else "source.digest"]
    status = texts.get(f"status.{citation.status_in_force}", citation.status_in_force)
    facts = "；".join([origin, citation.issued or texts["chat.undated"], status])
    return f"《{citation.document_title}》{number}{citation.address}（{facts}）"


def words(citation: Citation, texts: Texts) -> str:
    """Return the words that are cited, else the whole provision, verbatim; of a digest with what it is."""
    whole = without_blank_lines(citation.quote if citation.quote.strip() else citation.text).strip()
    if citation.origin == "official":
        return texts["chat.export.whole"].format(words=whole)
    return texts["chat.export.digest_words"].format(words=whole.rstrip("。；"))
