"""Names of documents and provisions as the tab shows them."""

from collections.abc import Callable

from assistant.quiz.printing import document_name
from assistant.quiz.question import Key
from assistant.ui.marks import opens_provision
from assistant.ui.markup import Html, tag
from assistant.ui.ports import Sources
from assistant.ui.texts import Texts
from index.corpus import Document, Origin


def documents_of(sources: Sources) -> Callable[[str], Document | None]:
    """Return what gives a document of the library by id."""
    return {document.id: document for document in sources.documents()}.get


def full_name(sources: Sources, id: str) -> str:
    """Return 《title》（number）."""
    return document_name(documents_of(sources)(id), id)


def short_name(sources: Sources, id: str) -> str:
    """Return the document number, else the title."""
    document = documents_of(sources)(id)
    return id if document is None else document.document_number or f"《{document.title}》"


def key_block(key: Key, sources: Sources, texts: Texts) -> Html:
    """Show the words of a key, with a button that opens the provision."""
    document = documents_of(sources)(key.document_id)
    is_digest = document is not None and document.origin is Origin.DIGEST
    notes = [texts["training.digest_mark"]] if is_digest else []
    if key.carried_from:
        notes.append(texts["training.carried"].format(address=key.carried_from))
    return tag(
        "div",
        tag("p", f"“{key.quote}”", class_="quote"),
        tag(
            "p",
            opens_provision(
                key.document_id, key.address, texts["training.open"].format(address=key.address), kind="chip"
            ),
            tag("span", short_name(sources, key.document_id), class_="label"),
            *(tag("span", note, class_="badge origin-digest") for note in notes),
        ),
        class_="key",
    )
