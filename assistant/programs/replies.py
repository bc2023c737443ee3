"""Look things up in the library and put them into the shapes that other programs read."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from assistant.answer import plain
from assistant.folding import fold
from assistant.programs import shapes
from assistant.programs.ports import Held
from index.corpus import Document, Duty, Origin, Provision


def search(held: Held, query: str, *, documents: Sequence[str], limit: int) -> shapes.SearchReply:
    """Return the provisions that fit a text, best first."""
    hits = held.search(query, documents=documents, limit=limit)
    found = (shapes.FoundProvision(**_place(hit.document, hit.provision), score=hit.score) for hit in hits)
    return shapes.SearchReply(query=query, provisions=tuple(found))


def documents(held: Held, *, offset: int, limit: int) -> shapes.DocumentsReply:
    """Return a page of the catalogue."""
    every = held.documents()
    page = tuple(map(document_facts, every[offset : offset + limit]))
    return shapes.DocumentsReply(total=len(every), offset=offset, documents=page)


def provisions(held: Held, document_id: str, *, offset: int, limit: int) -> shapes.ProvisionsReply | None:
    """Return a page of a document's provisions, in reading order; None if the library does not hold it."""
    document = _document(held, document_id)
    if document is None:
        return None
    every = held.document_provisions(document_id)
    page = tuple(_whole(document, provision) for provision in every[offset : offset + limit])
    return shapes.ProvisionsReply(total=len(every), offset=offset, provisions=page)


def provision(held: Held, document_id: str, address: str) -> shapes.WholeProvision | None:
    """Return one provision by its address or another way of writing it; None where there is none."""
    document, wanted = _document(held, document_id), fold(address)
    if document is None:
        return None
    every = held.document_provisions(document_id)
    for names in ([(one, [one.address]) for one in every], [(one, one.aliases) for one in every]):
        for one, written in names:
            if wanted in map(fold, written):
                return _whole(document, one)
    return None


def duties(held: Held, body: str, *, offset: int, limit: int) -> shapes.DutiesReply:
    """Return a page of what a body has to do; an unknown body has nothing to do."""
    every = held.duties_of(body)
    page = tuple(
        shapes.FoundDuty(**_place(document, provision), duty=_duty(duty))
        for document, provision, duty in every[offset : offset + limit]
    )
    actors = tuple(dict.fromkeys(duty.actor for _, _, duty in every if duty.actor))
    return shapes.DutiesReply(body=body, actors=actors, total=len(every), offset=offset, duties=page)


def unknown(held: Held, document_ids: Iterable[str]) -> list[str]:
    """Return those of some document ids that the library does not hold."""
    ids = {document.id for document in held.documents()}
    return [name for name in document_ids if name not in ids]


def as_json(reply: object) -> dict[str, Any]:
    """Return a reply as other programs read it."""
    written: dict[str, Any] = plain(asdict(reply))  # type: ignore[call-overload]
    return written


def document_facts(document: Document) -> shapes.DocumentFacts:
    """Return what is known of a document, without its text."""
    return shapes.DocumentFacts(
        id=document.id,
        title=document.title,
        document_number=document.document_number,
        issuer=document.issuer,
        issued=_day(document.issued),
        effective=_day(document.effective),
        region=document.region,
        level=document.level,
        status_in_force=document.status.value,
        origin=document.origin.value,
        implements=document.implements,
        source=document.source,
        sha256=document.sha256,
        warnings=document.warnings,
        alternative_titles=document.alternative_titles,
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _document(held: Held, document_id: str) -> Document | None:
    return next((document for document in held.documents() if document.id == document_id), None)


def _place(document: Document, provision: Provision) -> dict[str, Any]:
    number = f"（{document.document_number}）" if document.document_number else ""
    digest = "（要旨，以原文为准）" if document.origin is Origin.DIGEST else ""
    return {
        "cited_as": f"《{document.title}》{number}{provision.address}{digest}",
        "document_id": document.id,
        "document_title": document.title,
        "document_number": document.document_number,
        "address": provision.address,
        "heading": provision.heading_path,
        "text": provision.shown_text,
        "origin": document.origin.value,
        "status_in_force": document.status.value,
        "issued": _day(document.issued),
        "issuer": document.issuer,
        "region": document.region,
        "warnings": provision.warnings,
    }


def _whole(document: Document, provision: Provision) -> shapes.WholeProvision:
    return shapes.WholeProvision(
        **_place(document, provision),
        kind=provision.kind,
        parent=provision.parent,
        aliases=provision.aliases,
        duties=tuple(map(_duty, provision.duties)),
        cells=tuple(
            shapes.CellFacts(column=cell.column, text=cell.text, carried_from=cell.carried_from)
            for cell in provision.cells
        ),
        digest=provision.digest,
    )


def _duty(duty: Duty) -> shapes.DutyFacts:
    return shapes.DutyFacts(
        actor=duty.actor,
        role=duty.role and duty.role.value,
        act=duty.act,
        deadline=duty.deadline,
        actor_from=duty.actor_from,
        deadline_from=duty.deadline_from,
    )
