"""The chain from a question to a cited answer, as one list of named steps."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from langchain_core.runnables import Runnable, RunnableConfig, RunnableLambda

from assistant.answer import Answer
from assistant.catalogue import Catalogue
from assistant.compose.second_look import look_again
from assistant.compose.stage import compose
from assistant.draft import Draft, Hit
from assistant.lexicon import names_in_texts
from assistant.outcomes import fixed_texts
from assistant.question import Filter
from assistant.render import error, render
from assistant.retrieve.retriever import ProvisionRetriever
from assistant.retrieve.stage import retrieve
from assistant.short_names import short_names
from assistant.source import Source
from assistant.tabulate.comparer import Comparer
from assistant.tabulate.table import SideBySide
from assistant.understand.stage import Asked, understand
from assistant.verify.stage import verify
from assistant.wording.chat import Chat
from assistant.wording.prompts import Prompts
from assistant.wording.stage import word
from index.corpus import Document, Duty, Provision
from index.library import Library

Characters = Callable[[int], bool | None]
Wording = Callable[[Draft, Characters], Draft]
OnProgress = Callable[[str, int], bool | None]
"""Called with the step that begins, and how many characters a language model has written; never with its words.

True ends the waiting for the model: the answer is then what it would be without one.
"""
ON_PROGRESS = "on_progress"
TIMINGS = "timings"
"""Where each step writes how many milliseconds it took."""


def build_chain(
    library: Library, catalogue: Catalogue, *, limit: int, wording: Wording | None = None
) -> Runnable[Asked, Answer]:
    """Wire the steps. Each takes what the one before returns; `wording` puts what was composed into other words."""
    worded = wording or (lambda draft, progress: draft)
    retriever = ProvisionRetriever(library=library)
    source = _source(library, catalogue)
    return (
        _step("understand", lambda asked, _: understand(asked, catalogue))
        | _step("retrieve", lambda question, _: retrieve(question, retriever, limit=limit))
        | _step("compose", lambda retrieval, progress: worded(compose(retrieval, catalogue, source), progress))
        | _step("verify", lambda draft, _: verify(draft, catalogue))
        | _step("render", lambda draft, _: render(draft))
    )


def _source(library: Library, catalogue: Catalogue) -> Source:
    return Source(library.document_text, library.provision, library.embed, catalogue.rarity)


def _step(name: str, does: Callable[[Any, Characters], Any]) -> Runnable[Any, Any]:
    def run(given: object, config: RunnableConfig) -> object:
        options = config.get("configurable", {})
        told: OnProgress = options.get(ON_PROGRESS) or (lambda step, characters: None)
        started = time.perf_counter()
        told(name, 0)
        found = does(given, lambda characters: told(name, characters))
        options.get(TIMINGS, {})[name] = _milliseconds_since(started)
        return found

    return RunnableLambda(run, name=name)


def _milliseconds_since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)


def wording_of(chat: Chat, prompts: Prompts, catalogue: Catalogue) -> Wording:
    """Have a language model word the drafts."""
    return lambda draft, progress: word(draft, chat, prompts, catalogue, progress)


class Assistant:
    """Answers questions from one library."""

    def __init__(
        self, library: Library, *, longest_question: int, retrieved: int, model: tuple[Chat, Prompts] | None = None
    ) -> None:
        """Read the catalogue and wire the chain; `longest_question` is in characters."""
        self._library = library
        self._longest = longest_question
        self._catalogue = catalogue = Catalogue(library, short_names())
        self._comparer = Comparer(library, catalogue)
        wording = wording_of(*model, catalogue) if model else None
        self._plain = build_chain(library, catalogue, limit=retrieved)
        self._chain = build_chain(library, catalogue, limit=retrieved, wording=wording) if wording else self._plain

    def ask(
        self,
        question: str,
        history: Sequence[str] = (),
        *,
        within: Filter | None = None,
        on_progress: OnProgress | None = None,
    ) -> Answer:
        """Answer a question, read in the light of the earlier questions, oldest first."""
        started = time.perf_counter()
        text = _encodable(question).strip()
        if not text:
            return error(text, fixed_texts()["error"]["empty"])
        if len(text) > self._longest:
            message = fixed_texts()["error"]["too_long"].format(length=len(text), limit=self._longest)
            return error(text[: self._longest], message)
        timings: dict[str, float] = {}
        config = RunnableConfig(configurable={ON_PROGRESS: on_progress, TIMINGS: timings})
        answer = self._chain.invoke(Asked(text, self.read(history), within or Filter()), config)
        return replace(answer, timings_ms={**timings, "total": _milliseconds_since(started)})

    def preview(self, question: str, history: Sequence[str] = (), *, within: Filter | None = None) -> Answer:
        """Answer without a language model, to see whether a question is worth offering."""
        return self._plain.invoke(Asked(question, self.read(history), within or Filter()))

    def read(self, history: Sequence[str]) -> tuple[str, ...]:
        """Return of the earlier questions what is looked at."""
        return tuple(_encodable(line)[: self._longest] for line in history if line.strip())

    def compare(self, document_ids: Sequence[str], topic: str = "") -> SideBySide:
        """Set documents side by side, or what they say of a topic; see `Comparer.compare`."""
        return self._comparer.compare(document_ids, _encodable(topic)[: self._longest])

    @property
    def generation(self) -> str:
        """The name of the library's generation that answers."""
        return self._library.folder.name

    def documents(self) -> Sequence[Document]:
        """Return the documents it answers from."""
        return self._library.documents()

    def document_provisions(self, document_id: str) -> Sequence[Provision]:
        """Return the provisions of a document, in reading order."""
        return self._library.document_provisions(document_id)

    def search(self, text: str, *, documents: Sequence[str] = (), limit: int) -> Sequence[Hit]:
        """Return the provisions that answers to a text would rest on, best first; of `documents`, where any are named.

        At most 40, whatever the limit.
        """
        question = replace(understand(Asked(_encodable(text).strip()), self._catalogue), parts=())
        if documents:
            question = replace(question, documents=tuple(documents))
        found = retrieve(question, ProvisionRetriever(library=self._library), limit=limit)
        return look_again(found, _source(self._library, self._catalogue)).hits

    def duties_of(self, body: str) -> Sequence[tuple[Document, Provision, Duty]]:
        """Return what a body has to do: body by body of the texts that its name means, each in reading order."""
        return tuple(
            (entry.document, provision, duty)
            for actor in self._catalogue.bodies_in(body, names_in_texts(body))
            for entry, provision in self._catalogue.provisions_of(actor)
            for duty in provision.duties
            if duty.actor == actor
        )


def _encodable(text: str) -> str:
    """Replace half surrogate pairs, which JSON can smuggle in and nothing after can read."""
    return text.encode("utf-8", "replace").decode("utf-8")
