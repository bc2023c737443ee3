"""What questions are drawn from: the provisions of some documents, and all that may speak of the same tasks."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from assistant.folding import bare
from assistant.quiz.likeness import contained, pairs, topic
from assistant.quiz.sentences import sentences_of, unnumbered
from index.corpus import Document, Provision

MOST_READ = 200
"""Documents of a library whose provisions are held against each distractor."""
SAME_TASK, SPOKEN_OF = 0.5, 0.8
"""Shares of a task's own words from which on another task is the same, or another text speaks of it."""
SHORT_TASK = 60


class Material:
    """Some documents with their provisions; reading it costs no search."""

    def __init__(self, documents: Iterable[Document], provisions: Callable[[str], Sequence[Provision]]) -> None:
        """Read the provisions of the documents, in the order of their ids."""
        self.documents = {document.id: document for document in sorted(documents, key=lambda one: one.id)}
        self._provisions = {id: tuple(provisions(id)) for id in self.documents}
        self._by_id = {one.id: one for of in self._provisions.values() for one in of}
        self._children: dict[str, list[Provision]] = {}
        for one in self._by_id.values():
            if one.parent:
                self._children.setdefault(f"{one.document_id}#{one.parent}", []).append(one)
        self._same: dict[str, tuple[Provision, ...]] = {}

    def provisions(self, document_id: str) -> tuple[Provision, ...]:
        """Return the provisions of a document in reading order."""
        return self._provisions[document_id]

    def provision(self, document_id: str, address: str) -> Provision | None:
        """Return one provision; None where there is none."""
        return self._by_id.get(f"{document_id}#{address}")

    def ancestors(self, provision: Provision) -> list[Provision]:
        """Return what a provision is part of, the nearest first."""
        found, parent = [], provision.parent
        while parent and (above := self.provision(provision.document_id, parent)):
            found.append(above)
            parent = above.parent
        return found

    def descendants(self, provision: Provision) -> list[Provision]:
        """Return the parts of a provision, and theirs."""
        below = self._children.get(provision.id, [])
        return [*below, *(deeper for one in below for deeper in self.descendants(one))]

    def words_around(self, provision: Provision) -> str:
        """Return the words of a provision and those above it that hold for it too, folded and bare."""
        return bare("\n".join([provision.shown_text, *(above.own_text for above in self.ancestors(provision))]))

    def family(self, provision: Provision) -> list[Provision]:
        """Return a provision with all it is part of and all that is part of it."""
        return [provision, *self.ancestors(provision), *self.descendants(provision)]

    @cached_property
    def _stated(self) -> list[tuple[Provision, frozenset[str], frozenset[str]]]:
        """Provisions that state something, each with the pairs of its topic and of its text."""
        return [(one, topic(task_of(one)), pairs(one.text)) for one in self._by_id.values() if one.kind != "框"]

    def same_task(self, provision: Provision) -> tuple[Provision, ...]:
        """Return the provisions of any document that may be about the same task, its family included."""
        if provision.id not in self._same:
            own = topic(task_of(provision))
            others = [one for one, task, text in self._stated if _is_same(own, task, text)]
            self._same[provision.id] = tuple({one.id: one for one in [*self.family(provision), *others]}.values())
        return self._same[provision.id]

    @cached_property
    def actors(self) -> dict[str, tuple[str, ...]]:
        """Bodies that hold tasks, by document, in the order of the text."""
        return {
            id: tuple(dict.fromkeys(duty.actor for one in of for duty in one.duties if duty.actor and duty.role))
            for id, of in self._provisions.items()
        }

    @cached_property
    def doers(self) -> dict[str, tuple[str, ...]]:
        """All who have any duty, by document, in the order of the text."""
        return {
            id: tuple(dict.fromkeys(duty.actor for one in of for duty in one.duties if duty.actor))
            for id, of in self._provisions.items()
        }

    @cached_property
    def sentences(self) -> tuple[tuple[Provision, str], ...]:
        """All sentences that can be read by themselves, with their provisions."""
        return tuple((one, sentence) for one in self._by_id.values() for sentence in sentences_of(one))

    @cached_property
    def statements(self) -> tuple[str, ...]:
        """What stands between full stops and semicolons, folded and bare and without 的."""
        parts = (part for one in self._by_id.values() for part in re.split(r"[。；\n]", one.own_text))
        return tuple(bare(part).replace("的", "") for part in parts if part.strip())

    @cached_property
    def identities(self) -> tuple[str, ...]:
        """Statements that may say of one body that it is another."""
        return tuple(said for said in self.statements if re.search(r"[是为即]|简称|统称", said))

    @cached_property
    def plain_texts(self) -> dict[str, str]:
        """The folded and bare text of each provision, by id."""
        return {id: bare(one.shown_text) for id, one in self._by_id.items()}


def task_of(provision: Provision) -> str:
    """Return what a provision is about: its heading, else its first words."""
    if provision.heading:
        return provision.heading
    return unnumbered(provision.own_text or provision.text)[:SHORT_TASK]


def actors_of(provisions: Iterable[Provision]) -> list[str]:
    """Return who has a duty in some provisions, each once."""
    return list(dict.fromkeys(duty.actor for one in provisions for duty in one.duties if duty.actor))


def _is_same(own: frozenset[str], task: frozenset[str], text: frozenset[str]) -> bool:
    return contained(own, task) >= SAME_TASK or contained(task, own) >= SAME_TASK or contained(own, text) >= SPOKEN_OF
