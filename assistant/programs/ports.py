"""What the doors for other programs need from the rest."""

from collections.abc import Sequence
from typing import Protocol

from assistant.answer import Answer
from assistant.draft import Hit
from index.corpus import Document, Duty, Provision


class Answering(Protocol):
    """Answers questions; called from several threads at once."""

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """Answer a question; `history` holds the earlier ones, oldest first."""
        ...


class Held(Protocol):
    """What the library holds; called from several threads at once."""

    def documents(self) -> Sequence[Document]:
        """Return all documents, without their texts and provisions."""
        ...

    def document_provisions(self, document_id: str) -> Sequence[Provision]:
        """Return the provisions of a document in reading order; none for an unknown id."""
        ...

    def search(self, text: str, *, documents: Sequence[str], limit: int) -> Sequence[Hit]:
        """Return what fits a text, best first; of some documents only, where any are named."""
        ...

    def duties_of(self, body: str) -> Sequence[tuple[Document, Provision, Duty]]:
        """Return what a body has to do, by the bodies of the texts that its name means."""
        ...
