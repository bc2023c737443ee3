"""Set provisions of several documents side by side; a document without one says so."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from assistant.answer import Outcome, Table
from assistant.catalogue import Catalogue, Entry
from assistant.compose.contrast import Saying, contrasts
from assistant.compose.naming import document_name, label
from assistant.compose.passages import Chosen, choose_passages
from assistant.compose.sides import of_side, side_name, silence, silent_of
from assistant.compose.who_when import duty_line, duty_supports
from assistant.draft import Draft, DraftClaim, Hit
from assistant.question import Question
from assistant.source import Source

NOTHING = "未见对应规定"
ALIKE = "就所引条款比较，未见时限、数量、公开细度和列举内容上的差别。"
MOST_DOCUMENTS = 5


def compare(question: Question, hits: tuple[Hit, ...], catalogue: Catalogue, source: Source) -> Draft | None:
    """Give each side its provision on the topic; None where fewer than two have one and nobody names them."""
    sides = question.sides or _each(question, hits)
    of_sides = {side: of_side(side, hits) for side in sides}
    speaking = {name: found for of_one in of_sides.values() for name, found in of_one.items()}
    if not speaking or len(sides) < 2 or (len(speaking) < 2 and question.documents is None):
        return None
    chosen = choose_passages(speaking, question.topic, catalogue.rarity)
    entries = in_order([entry for name in chosen if (entry := catalogue.entry(name)) is not None])
    sayings = [Saying(entry, chosen[entry.document.id]) for entry in entries]
    named = contrasts(sayings, catalogue, source) if len(sayings) > 1 else []
    own = {document_name(one.entry.document): tuple(_claims(one.chosen, source)) for one in sayings}
    silent = [side for side, found in of_sides.items() if not found]
    beside = [left for side, found in of_sides.items() if found and (left := silent_of(side, found))]
    columns = in_columns(own, [side_name(side, catalogue) for side in (*silent, *beside)])
    alike = ALIKE if len(sayings) > 1 and not named else ""
    return Draft(
        question=question,
        hits=hits,
        outcome=Outcome.ANSWERED,
        claims=(*named, *(claim for claims in own.values() for claim in claims)),
        message="\n".join(filter(None, (silence(silent, question, catalogue), alike))),
        notices=tuple(filter(None, [silence(beside, question, catalogue)])),
        table=columns.table,
        behind_cells=columns.behind,
    )


def side_by_side(draft: Draft, catalogue: Catalogue) -> Draft:
    """Put an answer about several sides into columns besides, one for each document; who is silent has one too."""
    if not draft.question.sides or draft.table or draft.outcome is not Outcome.ANSWERED:
        return draft
    entries = [entry for name in draft.cited if (entry := catalogue.entry(name)) is not None]
    cells = {document_name(entry.document): _said_in(entry, draft.claims) for entry in entries}
    cited = {name: own for name, own in cells.items() if own}
    silent = [side_name(side, catalogue) for side in draft.question.sides if set(side).isdisjoint(draft.cited)]
    columns = in_columns(cited, silent)
    return replace(draft, table=columns.table, behind_cells=columns.behind) if len(columns.table.columns) > 1 else draft


def _said_in(entry: Entry, claims: Sequence[DraftClaim]) -> tuple[DraftClaim, ...]:
    own = (claim for claim in claims if {support.document.id for support in claim.supports} == {entry.document.id})
    return tuple(own)


def _each(question: Question, hits: Sequence[Hit]) -> tuple[tuple[str, ...], ...]:
    """Every document asked about, or found, as a side of its own."""
    wanted = list(question.documents or dict.fromkeys(hit.document.id for hit in hits))
    return tuple((name,) for name in wanted[:MOST_DOCUMENTS])


class Columns(NamedTuple):
    """A table of one row, and the claims behind each of its cells."""

    table: Table
    behind: tuple[tuple[tuple[DraftClaim, ...], ...], ...]


def in_columns(cells: Mapping[str, tuple[DraftClaim, ...]], silent: Sequence[str]) -> Columns:
    """Put the claims of each document into a column; who is silent has one that says so."""
    columns = {**cells, **dict.fromkeys(silent, ())}
    row = tuple("".join(claim.text for claim in own) or NOTHING for own in columns.values())
    return Columns(Table(columns=tuple(columns), rows=(row,)), (tuple(columns.values()),))


def in_order(entries: Sequence[Entry]) -> list[Entry]:
    """National documents first, then place by place as they come, the older before the newer."""
    places = list(dict.fromkeys(entry.document.region for entry in entries))
    return sorted(
        entries,
        key=lambda entry: (not entry.is_national, places.index(entry.document.region), max(entry.years, default=0)),
    )


def _claims(chosen: Chosen, source: Source) -> list[DraftClaim]:
    hit = chosen.hit
    line = duty_line(hit.provision)
    name = label(hit.document, hit.provision)
    labelled = [DraftClaim(text=claim.text, supports=claim.supports, label=name) for claim in chosen.claims]
    if line and labelled:
        last = labelled[-1]
        supports = (*last.supports, *duty_supports(hit.provision, hit.document, source))
        labelled[-1] = DraftClaim(text=f"{last.text}（{line}）", supports=supports, label=name)
    return labelled
