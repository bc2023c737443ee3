"""What the page needs from the rest: somebody who answers, and the documents behind the answers."""

from collections.abc import Callable, Sequence
from typing import Protocol

from assistant.answer import Answer
from assistant.programs.ports import Held
from assistant.question import Filter
from assistant.tabulate.table import SideBySide


class Answering(Protocol):
    """Answers questions; called from several threads at once."""

    def ask(
        self,
        question: str,
        history: Sequence[str] = (),
        *,
        within: Filter | None = None,
        on_progress: Callable[[str, int], bool | None] | None = None,
    ) -> Answer:
        """Answer a question; `history` holds the earlier ones, oldest first.

        `on_progress` is told the step that begins and how many characters a model has written; True stops the model.
        """
        ...

    def preview(self, question: str, history: Sequence[str] = (), *, within: Filter | None = None) -> Answer:
        """Answer without a model and without a record, to see whether a question is worth offering."""
        ...


class Sources(Held, Protocol):
    """The documents of the library, for reading a provision where it stands, and for other programs."""

    def compare(self, document_ids: Sequence[str], topic: str = "") -> SideBySide:
        """Set documents side by side, or what they say of a topic."""
        ...


Progress = Callable[[str, int, int], None]
"""Called with the step, how much of it is done, and how much there is."""

Load = Callable[[Progress], tuple[Answering, Sources]]
"""Opens the library, building it first where there is none."""
