"""What the page needs from the rest: somebody who answers, and the documents behind the answers."""

from collections.abc import Callable, Sequence
from typing import Protocol

from assistant.answer import Answer
from assistant.tabulate.table import SideBySide
from index.corpus import Document, Provision


class Answering(Protocol):
    """Answers questions; called from several threads at once."""

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """Answer a question; `history` holds the earlier ones, oldest first."""
        ...


class Sources(Protocol):
    """The documents of the library, for reading a provision where it stands."""

    def document_provisions(self, document_id: str) -> Sequence[Provision]:
        """Return the provisions of a document in reading order; none for an unknown id."""
        ...

    def documents(self) -> Sequence[Document]:
        """Return all documents of the library."""
        ...

    def compare(self, document_ids: Sequence[str], topic: str = "") -> SideBySide:
        """Set documents side by side, or what they say of a topic."""
        ...


Progress = Callable[[str, int, int], None]
"""Called with the step, how much of it is done, and how much there is."""

Load = Callable[[Progress], tuple[Answering, Sources]]
"""Opens the library, building it first where there is none."""
