"""Set provisions of several documents side by side; a document without one says so."""

from collections.abc import Sequence

from assistant.answer import Outcome, Table
from assistant.catalogue import Catalogue, Entry
from assistant.compose.contrast import Saying, contrasts
from assistant.compose.naming import document_name, label
from assistant.compose.passages import Chosen, choose_passages
from assistant.compose.who_when import duty_line, duty_supports
from assistant.draft import Draft, DraftClaim, Hit
from assistant.evidence import least
from assistant.question import Question
from assistant.source import Source

NOTHING = "未见对应规定"
ALIKE = "就所引条款比较，未见时限、数量、公开细度和列举内容上的差别。"
MOST_DOCUMENTS = 5


def compare(question: Question, hits: tuple[Hit, ...], catalogue: Catalogue, source: Source) -> Draft | None:
    """Give each document in scope its provision on the topic; None where fewer than two have one."""
    wanted = list(question.documents or dict.fromkeys(hit.document.id for hit in hits))[:MOST_DOCUMENTS]
    entries = in_order([entry for name in wanted if (entry := catalogue.entry(name)) is not None])
    speaking = {name: found for name in wanted if (found := _speaking(name, hits))}
    if not speaking or len(entries) < 2 or (len(speaking) < 2 and question.documents is None):
        return None
    chosen = choose_passages(speaking, question.topic, catalogue.rarity)
    own = {name: _claims(one, source) for name, one in chosen.items()}
    sayings = [Saying(entry, chosen[entry.document.id]) for entry in entries if entry.document.id in chosen]
    named = contrasts(sayings, catalogue, source) if len(sayings) > 1 else []
    claims = (*named, *(claim for entry in entries for claim in own.get(entry.document.id, ())))
    behind = tuple(tuple(own.get(entry.document.id, ())) for entry in entries)
    return Draft(
        question=question,
        hits=hits,
        outcome=Outcome.ANSWERED,
        claims=claims,
        message=_message(question, entries, own, alike=len(sayings) > 1 and not named),
        table=Table(
            columns=tuple(document_name(entry.document) for entry in entries),
            rows=(tuple("".join(claim.text for claim in cell) or NOTHING for cell in behind),),
        ),
        behind_cells=(behind,),
    )


def in_order(entries: Sequence[Entry]) -> list[Entry]:
    """National documents first, then place by place as they come, the older before the newer."""
    places = list(dict.fromkeys(entry.document.region for entry in entries))
    return sorted(
        entries,
        key=lambda entry: (not entry.is_national, places.index(entry.document.region), max(entry.years, default=0)),
    )


def _speaking(document_id: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits of a document, best first; none that is weak or has not one word of the topic."""
    own = (hit for hit in hits if hit.document.id == document_id)
    return [hit for hit in own if hit.signs.coverage > 0 and hit.evidence >= least().compared]


def _message(question: Question, entries: Sequence[Entry], own: dict[str, list[DraftClaim]], *, alike: bool) -> str:
    absent = [document_name(entry.document) for entry in entries if entry.document.id not in own]
    if absent:
        return f"{'、'.join(absent)}{NOTHING}（已检索“{question.topic}”）。"
    return ALIKE if alike else ""


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
