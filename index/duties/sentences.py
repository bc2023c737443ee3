"""Read duties from sentences that name who must do what: “各区县政府应于2014年年底前开展…”."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from index.corpus import Duty, Provision
from index.duties.acts import Said, duties_of
from index.duties.brackets import closing_bracket
from index.duties.clauses import Clause, number_length, sentences
from index.duties.deadlines import deadline_words
from index.duties.subjects import Kind, Reading, read_clause
from index.duties.words import words


def read_sentences(provision: Provision) -> list[Duty]:
    """Return the duties said in a provision's own sentences, in order."""
    text = provision.own_text
    bracket = closing_bracket(text)
    body = text[: bracket.start - 1] if bracket else text
    start = number_length(body)
    duties: list[Duty] = []
    for sentence in sentences(body[start:]):
        for said in _Sentence(start).read(sentence):
            duties += duties_of(said, text, provision.start)
    return duties


@dataclass(slots=True)
class _Sentence:
    """The state of reading one sentence: the actor last named, and the duty being said."""

    offset: int
    topic: Said | None = None
    open: Said | None = None
    identity: bool = False
    """Whether the actor was last said to be something, as against to do something."""
    timing: Clause | None = None
    """A clause that is but a deadline, and binds the actor named next."""
    done: list[Said] = field(default_factory=list)

    def read(self, clauses: list[Clause]) -> Iterator[Said]:
        for clause in clauses:
            moved = Clause(clause.start + self.offset, clause.end + self.offset, clause.text, clause.mark)
            self._take(moved, read_clause(clause.text))
            # A request goes on: 请各部门……；……于11月底前报…….
            if clause.mark in ("；", ";") and not (self.open and self.open.requested):
                self._close()
        self._close()
        yield from self.done

    def _take(self, clause: Clause, reading: Reading) -> None:
        if reading.kind is Kind.PLAIN or self._may_speak_of_another(clause, reading):
            self._go_on(clause)
            return
        if self.open and len(self.open.clauses) > 1 and self.open.clauses[-1].text.endswith("的"):
            self.open.clauses.pop()  # a condition of what comes now
        self._close()
        if reading.kind is Kind.FOREIGN:
            self.topic = None
        elif reading.kind is Kind.BARE and self.topic:
            self.open = self.topic.with_act(clause, reading.act)
        elif reading.actors:
            self.identity = reading.kind is Kind.IDENTITY
            said = Said.of(clause, reading, self.timing)
            self.topic = said
            self.open = said if reading.kind is Kind.SUBJECT else None
        self.timing = None

    def _may_speak_of_another(self, clause: Clause, reading: Reading) -> bool:
        """Doubt “成立指挥部，负责…”, which is about the body set up."""
        verbs = tuple(words()["sentences"]["identity_verbs"])
        return reading.kind is Kind.BARE and not self.identity and clause.text.startswith(verbs, reading.act)

    def _go_on(self, clause: Clause) -> None:
        if any(deadline.text == clause.text for deadline in deadline_words(clause.text)):
            self.timing = clause
        elif self.open:
            self.open.clauses.append(clause)

    def _close(self) -> None:
        if self.open:
            self.done.append(self.open)
        self.open = None
