"""The answer: its outcome, claims and citations, as other programs and the page read them."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    """How a question ended; each has one fixed text in outcomes.toml."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    CLARIFY = "clarify"
    NOT_IN_LIBRARY = "not_in_library"
    OUT_OF_SCOPE = "out_of_scope"
    REFUSED = "refused"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The provision behind a claim and the words of it that carry the claim."""

    marker: int
    """From 1; one per (provision, quote)."""
    document_id: str
    document_title: str
    document_number: str | None
    address: str
    heading: str
    """The path to the provision, joined by " › "."""
    quote: str
    """Verbatim; a substring of `text`, blanks aside."""
    text: str
    """The whole provision, verbatim; for an item of a list with the list's lead-in."""
    origin: str
    status_in_force: str
    issued: str | None
    issuer: str | None
    region: str | None
    carried_from: str | None = None
    """Address of the row from which a value of this row carries on."""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement of an answer and the markers of the citations that carry it."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieved:
    """A provision that was looked at."""

    document_id: str
    address: str
    score: float
    cited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which documents the question was taken to be about."""

    documents: tuple[str, ...] = ()
    """Document ids."""
    regions: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    bodies: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """What was named but is not in the library: a region, a document, a provision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table for comparisons and lists."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the assistant says to a question; every outcome is one of these."""

    question: str
    status: Outcome
    text: str
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    retrieved: tuple[Retrieved, ...] = ()
    nearest: tuple[Citation, ...] = ()
    choices: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    table: Table | None = None
    scope: Scope = field(default_factory=Scope)
    composer: str = "extractive"
    timings_ms: dict[str, float] = field(default_factory=dict)
    prompt: str | None = None
    """SHA-256 of the prompts, where a language model was asked to word the answer, whether or not it did."""
    record: str | None = None
    """Id under which it is kept."""

    @property
    def leads_to_nearest(self) -> bool:
        """Whether its last line announces what comes nearest."""
        return self.text.endswith("：")

    def to_json(self, id: str | None = None) -> dict[str, Any]:
        """Return the machine-readable answer, with the names other programs rely on."""
        fields = asdict(self)
        return {"id": id} | {name: plain(value) for name, value in fields.items()}


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Turn tuples into lists and empty words into null, all the way down."""
    if value == "":
        return None
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value
