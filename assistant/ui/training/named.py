"""Names of documents and provisions as the tab shows them."""

from collections.abc import Callable

from assistant.quiz.printing import document_name
from assistant.quiz.question import Key, Question
from assistant.ui.marks import opens_provision
from assistant.ui.markup import Html, join, tag
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


def key_blocks(question: Question, sources: Sources, texts: Texts) -> Html:
    """Show the keys of a question, those of a match with the numbers of the items."""
    is_each = len(question.items) == len(question.keys)
    numbers = [f"{place}　" if is_each else "" for place in range(1, len(question.keys) + 1)]
    return join(_block(key, number, sources, texts) for key, number in zip(question.keys, numbers, strict=True))


def _block(key: Key, number: str, sources: Sources, texts: Texts) -> Html:
    """Show the words of a key, with a button that opens the provision."""
    document = documents_of(sources)(key.document_id)
    is_digest = document is not None and document.origin is Origin.DIGEST
    notes = [texts["training.digest_mark"]] if is_digest else []
    if key.carried_from:
        notes.append(texts["training.carried"].format(address=key.carried_from))
    return tag(
        "div",
        tag("p", f"{number}“{key.quote}”", class_="quote"),
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
