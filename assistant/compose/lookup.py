"""Answer for a provision named by its number: found, not found, or which document?"""

import re
from collections.abc import Mapping
from dataclasses import replace

from assistant.answer import Outcome
from assistant.catalogue import Catalogue, Entry
from assistant.compose.counted import counted, outlined
from assistant.compose.excerpt import excerpt_claims
from assistant.compose.locating import COUNTED, Sought, owners_of, seek
from assistant.compose.naming import document_name
from assistant.compose.unsaid import unsaid
from assistant.compose.who_when import duty_claim, duty_line
from assistant.draft import Draft, DraftClaim, Support
from assistant.question import Place, Question
from assistant.source import Source
from assistant.titles import titled
from index.corpus import Provision

MEASURE = {"款": "款", "条": "条", "项": "项", "部分": "个部分", "类": "类", "行": "行", "章": "章"}
WHOLE_KINDS = ("条", "款")
"""Articles are given whole, however long: half a list of exceptions would mislead."""
MOST_NAMED = 6
"""Documents that may all be meant; of more the right one is asked for."""
MOST_FOUND = 12
MOST_CHARS = 600
"""Of a part longer than this with provisions below it only their headings are listed."""


def look_up(question: Question, catalogue: Catalogue, source: Source) -> Draft:
    """Answer a question that names provisions by number."""
    entries = _searched(question, catalogue)
    sought = [seek(place, entries, catalogue, each=bool(question.sides)) for place in question.places]
    found = list({provision.id: (entry, provision) for one in sought for entry, provision in one.found}.values())
    if not found:
        return _not_found(question, entries, catalogue)
    documents = {entry.document.id for entry, _ in found}
    if len(documents) > (MOST_NAMED if question.named else 1):
        if (meant := titled(question.topic, [entry for entry, _ in found])) is None:
            return _which(question, found)
        found = [(entry, provision) for entry, provision in found if entry is meant]
    draft = _told(question, found, catalogue, source)
    absent = [line for one in sought if question.sides for line in _absences(one, catalogue)]
    message = "\n".join(dict.fromkeys(absent))
    return replace(draft, outcome=Outcome.PARTIAL, message=message) if absent else draft


def _told(question: Question, found: list[tuple[Entry, Provision]], catalogue: Catalogue, source: Source) -> Draft:
    built = outlined(question, found, catalogue)
    claims = counted(question, found, catalogue) or [
        replace(claim, label=f"{document_name(entry.document)}{provision.address}")
        for entry, provision in found[:MOST_FOUND]
        for claim in _claims(entry, provision, catalogue, source)
    ]
    texts = "\n".join(f"{entry.document.title}{p.heading_path}{p.text}{p.own_text}" for entry, p in found)
    notices = () if built or any(claim.of_document for claim in claims) else unsaid(question, texts)
    outcome = Outcome.PARTIAL if notices else Outcome.ANSWERED
    return Draft(question=question, hits=(), outcome=outcome, claims=(*built, *claims), notices=notices)


def _absences(sought: Sought, catalogue: Catalogue) -> list[str]:
    having = {entry.document.id for entry, _ in sought.found}
    return [_absence(sought.place, entry, catalogue) for entry in sought.entries if entry.document.id not in having]


def _searched(question: Question, catalogue: Catalogue) -> list[Entry]:
    if question.documents is None:
        return list(catalogue.entries)
    return [entry for entry in catalogue.entries if entry.document.id in question.documents]


def _claims(entry: Entry, provision: Provision, catalogue: Catalogue, source: Source) -> list[DraftClaim]:
    """The provision itself and what stands below it; below a long part only the headings."""
    below = [p for p in catalogue.provisions(entry.document.id) if p.parent == provision.address]
    own = [_whole(entry, provision, source)] if provision.own_text else []
    if len(provision.text) > MOST_CHARS and below and provision.kind not in WHOLE_KINDS:
        name = f"{document_name(entry.document)}{provision.address}"
        return [*own, *(_heading_of(entry, part, name) for part in below)]
    return [*own, *(claim for part in below for claim in _claims(entry, part, catalogue, source))]


def _whole(entry: Entry, provision: Provision, source: Source) -> DraftClaim:
    document = entry.document
    name = f"{document_name(document)}{provision.address}"
    if provision.cells:
        line = duty_claim(provision, document, source)
        said = excerpt_claims(provision, document, "")
        supports = [support for claim in [*said, *([line] if line else [])] for support in claim.supports]
        text = f"{provision.heading}：{''.join(claim.text for claim in said)}"
        duty = duty_line(provision)
        return DraftClaim(text=f"{text}（{duty}）" if duty else text, supports=tuple(supports), label=name)
    words = re.sub(r"\s*\n\s*", "\n", provision.own_text.strip())
    return DraftClaim(text=words, supports=(_support(entry, provision, provision.own_text.strip()),), label=name)


def _heading_of(entry: Entry, provision: Provision, name: str) -> DraftClaim:
    words = (provision.own_text or provision.text).strip()
    quote = provision.heading if provision.heading and provision.heading in words else words.split("。")[0]
    said = provision.heading or quote
    if provision.address.endswith(said):
        said = provision.address
    elif not said.startswith(provision.address):
        said = f"{provision.address} {said}"
    return DraftClaim(text=said, supports=(_support(entry, provision, quote),), label=name)


def _support(entry: Entry, provision: Provision, quote: str) -> Support:
    return Support(provision=provision, document=entry.document, quote=quote)


def count_of(unit: str, entry: Entry, catalogue: Catalogue) -> int:
    """How many provisions of a unit a document has, its frame left out."""
    kinds = COUNTED.get(unit, ())
    provisions = catalogue.provisions(entry.document.id)
    if unit in ("条", "项") and not any(p.kind in kinds for p in provisions):
        # Items (十三) are called 条 too; a text without items counts its parts.
        kinds = ("项",) if any(p.kind == "项" for p in provisions) else ("部分",)
    return sum(provision.kind in kinds for provision in provisions)


def _not_found(question: Question, entries: list[Entry], catalogue: Catalogue) -> Draft:
    place = question.places[0]
    lines = [_absence(place, entry, catalogue) for entry in owners_of(place, entries)[:4]]
    if question.documents is None:
        lines = [f"资料库的{len(entries)}份文件中都没有{place.written}。"]
    return Draft(question=question, hits=(), outcome=Outcome.NOT_IN_LIBRARY, message="\n".join(lines))


def _absence(place: Place, entry: Entry, catalogue: Catalogue) -> str:
    name, holder = document_name(entry.document), _holder(place, entry, catalogue)
    total = _count_below(place, holder, entry, catalogue) if holder else count_of(place.unit, entry, catalogue)
    where = f"{name}{holder.address.rstrip('、')}" if holder else name
    counted = f"共{total}{MEASURE.get(place.unit, '')}，" if total else ""
    return f"{where}{counted}没有{place.written}。"


def _holder(place: Place, entry: Entry, catalogue: Catalogue) -> Provision | None:
    """What the place is said to stand in, where that is there."""
    provisions = catalogue.provisions(entry.document.id) if place.within else ()
    return next((provision for provision in provisions if provision.address == place.within), None)


def _count_below(place: Place, holder: Provision, entry: Entry, catalogue: Catalogue) -> int:
    """How many provisions of the place's unit stand below another, at any depth."""
    kinds = COUNTED.get(place.unit, (place.unit,))
    provisions = catalogue.provisions(entry.document.id)
    parents = {provision.address: provision.parent for provision in provisions}
    return sum(p.kind in kinds and _lies_below(p.address, holder.address, parents) for p in provisions)


def _lies_below(address: str, above: str, parents: Mapping[str, str | None]) -> bool:
    parent = parents.get(address)
    return parent is not None and (parent == above or _lies_below(parent, above, parents))


def _which(question: Question, found: list[tuple[Entry, Provision]]) -> Draft:
    place = question.places[0]
    entries = list({entry.document.id: entry for entry, _ in found}.values())
    choices = tuple(f"《{entry.document.title}》{place.written}" for entry in entries[:6])
    message = f"“{place.written}”在{len(entries)}份文件中都有，请问是哪一份？"
    return Draft(question=question, hits=(), outcome=Outcome.CLARIFY, message=message, choices=choices)
