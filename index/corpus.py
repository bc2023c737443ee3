"""What the library holds: documents, their provisions, and the duties read out of them."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

GUILLEMET = " › "
"""Joins the headings of a path."""


class Origin(StrEnum):
    """Whose words a text is made of; the two are never mixed up on screen."""

    OFFICIAL = "official"
    DIGEST = "digest"


class Status(StrEnum):
    """Whether an instrument is in force."""

    IN_FORCE = "现行"
    AMENDED = "已修改"
    REPEALED = "已废止"
    EXPIRED = "已届期"
    UNVERIFIED = "未核实"


class Role(StrEnum):
    """What an actor has to do with a task, as the text says it."""

    LEAD = "牵头"
    RESPONSIBLE = "负责"
    IMPLEMENT = "落实"
    JOIN = "配合"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Who must do what by when, according to one provision."""

    actor: str | None
    role: Role | None
    act: str
    deadline: str | None
    start: int
    """First character of the words it is read from, an offset into the document's text."""
    end: int
    actor_from: str | None = None
    """Address of the row in which the actor is printed, where it carries on from above."""
    deadline_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table row."""

    column: str
    text: str
    """Without padding and line breaks; empty where the cell is empty and nothing carries on."""
    start: int
    end: int
    carried_from: str | None = None
    """Address of the row above from which the value carries on (a merged cell)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """The smallest citable part of a document, or a view over several of them.

    A provision with children owns only the words before the first child; `text` spans the children too.
    The `own_text` of all provisions of a document, in order, is the document.
    """

    document_id: str
    address: str
    kind: str
    heading: str
    """Its own heading without number, or ''."""
    headings: tuple[str, ...]
    """Headings from the outermost to its own, numbers included."""
    text: str
    """Verbatim, children included."""
    own_text: str
    """Verbatim, children excluded; '' for a view that owns no words."""
    lead_in: str
    """The words of the paragraph that opens a list, for an item of that list; else ''."""
    start: int
    end: int
    parent: str | None
    aliases: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()
    duties: tuple[Duty, ...] = ()
    warnings: tuple[str, ...] = ()
    digest: str | None = None
    """Our restatement of an official provision, where a digest of the instrument was given too; never quoted."""

    @property
    def id(self) -> str:
        """The primary key: document id and address."""
        return f"{self.document_id}#{self.address}"

    @property
    def heading_path(self) -> str:
        """The headings on the way to it, joined for display."""
        return GUILLEMET.join(self.headings)

    @property
    def opens_list(self) -> bool:
        """Whether its words lead into items below it, so that they say little without them."""
        return (
            self.kind in ("条", "款")
            and self.own_text.rstrip().endswith(("：", ":"))
            and len(self.text) > len(self.own_text)
        )

    @property
    def searched_text(self) -> str:
        """Its words as far as they say something: a lead-in with its list, an item with its lead-in."""
        return self.text if self.opens_list else f"{self.lead_in}\n{self.own_text}".strip()

    @property
    def shown_text(self) -> str:
        """What a reader needs to see: an item together with its lead-in."""
        return f"{self.lead_in}\n{self.text}" if self.lead_in else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One instrument as the library holds it."""

    id: str
    title: str
    document_number: str | None
    issuer: str | None
    issued: date | None
    effective: date | None
    region: str | None
    level: str | None
    status: Status
    implements: tuple[str, ...]
    source: str | None
    origin: Origin
    text: str
    """The source text; offsets of provisions point into it."""
    sha256: str
    provisions: tuple[Provision, ...] = ()
    warnings: tuple[str, ...] = ()
    alternative_titles: tuple[str, ...] = field(default=())
    """Other titles printed in the text."""
