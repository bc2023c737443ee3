"""The shapes of the replies; what each field means stands in shapes.toml."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """One document of the library."""

    id: str
    title: str
    document_number: str | None
    issuer: str | None
    issued: str | None
    effective: str | None
    region: str | None
    level: str | None
    status_in_force: str
    origin: str
    implements: tuple[str, ...]
    source: str | None
    sha256: str
    warnings: tuple[str, ...]
    alternative_titles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyFacts:
    """Who must do what by when."""

    actor: str | None
    role: str | None
    act: str
    deadline: str | None
    actor_from: str | None
    deadline_from: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFacts:
    """One cell of a table row."""

    column: str
    text: str
    carried_from: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A provision with all that a citation of it needs."""

    cited_as: str
    document_id: str
    document_title: str
    document_number: str | None
    address: str
    heading: str
    text: str
    origin: str
    status_in_force: str
    issued: str | None
    issuer: str | None
    region: str | None
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundProvision(Place):
    """A provision that fits what was searched."""

    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeProvision(Place):
    """A provision with all that is known of it."""

    kind: str
    parent: str | None
    aliases: tuple[str, ...]
    duties: tuple[DutyFacts, ...]
    cells: tuple[CellFacts, ...]
    digest: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDuty(Place):
    """A duty with the provision it stands in."""

    duty: DutyFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchReply:
    """What a search found."""

    query: str
    provisions: tuple[FoundProvision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsReply:
    """A page of the catalogue."""

    total: int
    offset: int
    documents: tuple[DocumentFacts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionsReply:
    """A page of the provisions of a document."""

    total: int
    offset: int
    provisions: tuple[WholeProvision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DutiesReply:
    """A page of the duties of a body."""

    body: str
    actors: tuple[str, ...]
    total: int
    offset: int
    duties: tuple[FoundDuty, ...]
