"""Answer for a provision named by its number: found, not found, or which document?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Outcome
from assistant.catalogue import Catalogue, Entry
from assistant.compose.counted import OUTERMOST, counted, outlined
from assistant.compose.excerpt import excerpt_claims
from assistant.compose.naming import document_name
from assistant.compose.unsaid import unsaid
from assistant.compose.who_when import duty_claim, duty_line
from assistant.draft import Draft, DraftClaim, Support
from assistant.question import Place, Question
from assistant.source import Source
from assistant.titles import titled
from index.corpus import Provision

COUNTED = {"款": ("款",), "条": ("条",), "项": ("项",), "部分": ("部分",), "类": ("类",), "行": ("行",), "章": ("章",)}
MEASURE = {"款": "款", "条": "条", "项": "项", "部分": "个部分", "类": "类", "行": "行", "章": "章"}
WHOLE_KINDS = ("条", "款")
"""Articles are given whole, however long: half a list of exceptions would mislead."""
ITEM_OF_ARTICLE = re.compile(r"(?P<article>第[^第]+条(?:之[^第]+)?)(?P<item>第[^第]+项)")
MOST_NAMED = 6
"""Documents that may all be meant; of more the right one is asked for."""
MOST_FOUND = 12
MOST_CHARS = 600
"""Of a part longer than this with provisions below it only their headings are listed."""


@dataclass(frozen=True, slots=True)
class Located:
    """What was found for a place in one document."""

    entry: Entry
    provisions: tuple[Provision, ...]
    rank: int
    """0 where the place is written just so, 1 where the document calls it something else."""


def locate(place: Place, entry: Entry, catalogue: Catalogue) -> Located | None:
    """Look for a place in one document: by the whole address, then by how addresses end; None if it is not there."""
    provisions = catalogue.provisions(entry.document.id)
    if counted := _by_count(place, provisions):
        return Located(entry, (counted,), 0)
    for rank, address in enumerate(place.addresses):
        exact = [provision for provision in provisions if provision.address == address]
        ending = [p for p in provisions if p.address.endswith(address) and _at_joint(p.address, address)]
        deeper = _in_some_paragraph(address, provisions)
        if found := exact or ending or deeper:
            return Located(entry, tuple(found), min(rank, 1))
    parts = [p for p in provisions if p.kind in _kinds(place, provisions)] if place.unit == "部分" else []
    return Located(entry, (parts[place.number - 1],), 1) if 0 < place.number <= len(parts) else None


def _by_count(place: Place, provisions: Sequence[Provision]) -> Provision | None:
    """The last of a unit, and the rows of a table when they are counted through: 方案第34项, 第十五行."""
    has_items = any(p.kind == "项" for p in provisions)
    are_rows = place.unit == "行" or (place.unit == "项" and not has_items)
    kinds = ("行",) if are_rows else _kinds(place, provisions)
    if place.number < 0 and place.unit == "条" and not any(p.kind in kinds for p in provisions):
        kinds = _kinds(replace(place, unit="部分"), provisions)
    counted = [p for p in provisions if p.kind in kinds]
    if place.number < 0:
        return counted[place.number] if len(counted) >= -place.number else None
    is_counted_through = are_rows and not place.within and 0 < place.number <= len(counted)
    return counted[place.number - 1] if is_counted_through else None


def _kinds(place: Place, provisions: Sequence[Provision]) -> tuple[str, ...]:
    """Kinds of provision that a unit means; 部分 is what the document calls its outermost parts."""
    if place.unit == "部分":
        return next(((kind,) for kind in OUTERMOST if any(p.kind == kind for p in provisions)), ())
    return COUNTED.get(place.unit, ())


def _in_some_paragraph(address: str, provisions: Sequence[Provision]) -> list[Provision]:
    """第四条第二项 means an item of whichever paragraph of the article has items."""
    match = ITEM_OF_ARTICLE.fullmatch(address)
    if match is None:
        return []
    inside = re.compile(rf"{match['article']}第[^第]+款{match['item']}")
    return [provision for provision in provisions if inside.fullmatch(provision.address)]


def _at_joint(address: str, ending: str) -> bool:
    """十三、 is not the ending 三、 of another part."""
    before = address[: len(address) - len(ending)]
    return not before or before[-1] in "、·)条款项.行"


def _best_located(
    place: Place, entries: list[Entry], catalogue: Catalogue, *, each: bool
) -> list[tuple[Entry, Provision]]:
    """Where several documents have a place, those that write the address just so go before those that nearly do.

    Of documents that are set side by side `each` counts.
    """
    located = [one for entry in entries if (one := locate(place, entry, catalogue)) is not None]
    best = min((one.rank for one in located), default=0)
    return [(one.entry, provision) for one in located if each or one.rank == best for provision in one.provisions]


def look_up(question: Question, catalogue: Catalogue, source: Source) -> Draft:
    """Answer a question that names provisions by number."""
    entries = _searched(question, catalogue)
    each = bool(question.sides)
    of_places = [
        (place, owners, _best_located(place, owners, catalogue, each=each))
        for place in question.places
        for owners in [_owners(place, entries)]
    ]
    found = list({provision.id: (entry, provision) for *_, own in of_places for entry, provision in own}.values())
    if not found:
        return _not_found(question, entries, catalogue)
    documents = {entry.document.id for entry, _ in found}
    if len(documents) > (MOST_NAMED if question.named else 1):
        if (meant := titled(question.topic, [entry for entry, _ in found])) is None:
            return _which(question, found)
        found = [(entry, provision) for entry, provision in found if entry is meant]
    built = outlined(question, found, catalogue)
    claims = counted(question, found, catalogue) or [
        replace(claim, label=f"{document_name(entry.document)}{provision.address}")
        for entry, provision in found[:MOST_FOUND]
        for claim in _claims(entry, provision, catalogue, source)
    ]
    texts = "\n".join(f"{entry.document.title}{p.heading_path}{p.text}{p.own_text}" for entry, p in found)
    notices = () if built or any(claim.of_document for claim in claims) else unsaid(question, texts)
    absent = [line for place, owners, own in of_places if each for line in _absences(place, owners, own, catalogue)]
    outcome = Outcome.PARTIAL if notices or absent else Outcome.ANSWERED
    return Draft(
        question=question,
        hits=(),
        outcome=outcome,
        claims=(*built, *claims),
        message="\n".join(dict.fromkeys(absent)),
        notices=notices,
    )


def _owners(place: Place, entries: list[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.document.id in place.of] or entries


def _absences(
    place: Place, entries: list[Entry], found: list[tuple[Entry, Provision]], catalogue: Catalogue
) -> list[str]:
    having = {entry.document.id for entry, _ in found}
    return [_absence(place, entry, catalogue) for entry in entries if entry.document.id not in having]


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
    lines = [_absence(place, entry, catalogue) for entry in _owners(place, entries)[:4]]
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
