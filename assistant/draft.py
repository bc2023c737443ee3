"""What passes between the stages: hits, drafted claims, a draft."""

from dataclasses import dataclass, field

from assistant.answer import Outcome, Table
from assistant.evidence import Signs, answers, log_odds
from assistant.question import Question
from index.corpus import Document, Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A provision that was looked at, with why."""

    provision: Provision
    document: Document
    score: float
    """0 and above; higher is better, not comparable between questions."""
    signs: Signs

    @property
    def evidence(self) -> float:
        """How surely the provision speaks to the topic, comparable between questions: log odds."""
        return log_odds(coverage=self.signs.coverage, rare=self.signs.rare, similarity=self.signs.similarity)

    def answers(self, *, named: bool, short_by: float = 0.0) -> bool:
        """Whether the provision answers the question, which may name its document; see `evidence.answers`."""
        return answers(self.signs, named=named, short_by=short_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieval:
    """The hits for a question, best first."""

    question: Question
    hits: tuple[Hit, ...]
    above: tuple[Hit, ...] = ()
    """Hits in what holds nationwide, best first, where only a region was named: its own texts may leave a time open."""
    parts: tuple["Retrieval", ...] = ()
    """Those for the parts of the question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """A provision behind a claim and the words of it that carry the claim."""

    provision: Provision
    document: Document
    quote: str
    carried_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one document says, where a statement sets several against each other."""

    name: str
    """How the document is called there."""
    phrases: tuple[str, ...]
    """Each has to be borne out by the supports by itself."""
    supports: tuple[Support, ...]

    @property
    def text(self) -> str:
        """The side as it stands in the statement."""
        return f"{self.name}：{'，'.join(self.phrases)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftClaim:
    """One statement with its supports; not shown before it is verified."""

    text: str
    supports: tuple[Support, ...]
    label: str = ""
    """Heads the group in which the claim stands, usually the document."""
    of_document: bool = False
    """Whether it says what the catalogue knows of the document, not what the provision requires."""
    sides: tuple[Side, ...] = ()
    """What it sets against each other, in the order of its text; each is verified by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An answer in the making."""

    question: Question
    hits: tuple[Hit, ...]
    outcome: Outcome
    claims: tuple[DraftClaim, ...] = ()
    message: str = ""
    """What is said besides the claims: what is missing, what was searched."""
    nearest: tuple[Support, ...] = ()
    choices: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    table: Table | None = None
    behind_cells: tuple[tuple[tuple[DraftClaim, ...], ...], ...] = ()
    """The claims behind each cell of the table, where cells carry marks."""
    composer: str = "extractive"
    """Or the name of the language model that worded it."""
    prompt: str | None = None
    withheld: tuple[str, ...] = field(default=())
    """Reasons for which the verifier withheld claims."""

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of the documents behind the claims, in their order."""
        return tuple(dict.fromkeys(support.document.id for claim in self.claims for support in claim.supports))
