"""Set provisions of several documents side by side; a document without one says so."""

from assistant.answer import Outcome, Table
from assistant.catalogue import Catalogue
from assistant.compose.excerpt import excerpt_claims
from assistant.compose.naming import document_name, label
from assistant.compose.who_when import duty_line, duty_supports
from assistant.draft import Draft, DraftClaim, Hit
from assistant.evidence import least
from assistant.question import Question
from assistant.source import Source

NOTHING = "未见对应规定"
MOST_DOCUMENTS = 5


def compare(question: Question, hits: tuple[Hit, ...], catalogue: Catalogue, source: Source) -> Draft | None:
    """Give each document in scope its best provision on the topic; None where fewer than two have one."""
    wanted = list(question.documents or dict.fromkeys(hit.document.id for hit in hits))[:MOST_DOCUMENTS]
    entries = [entry for name in wanted if (entry := catalogue.entry(name)) is not None]
    best = {entry.document.id: _best(entry.document.id, hits) for entry in entries}
    if sum(hit is not None for hit in best.values()) < 2 and question.documents is None:
        return None
    claims: list[DraftClaim] = []
    cells: list[str] = []
    for entry in entries:
        hit = best[entry.document.id]
        own = _claims(hit, question.topic, source) if hit is not None else []
        claims += own
        cells.append("".join(claim.text for claim in own) or NOTHING)
    if not claims:
        return None
    table = Table(columns=tuple(document_name(entry.document) for entry in entries), rows=(tuple(cells),))
    absent = [document_name(entry.document) for entry in entries if best[entry.document.id] is None]
    message = f"{'、'.join(absent)}{NOTHING}（已检索“{question.topic}”）。" if absent else ""
    return Draft(
        question=question,
        hits=hits,
        outcome=Outcome.ANSWERED,
        claims=tuple(claims),
        message=message,
        table=table,
    )


def _best(document_id: str, hits: tuple[Hit, ...]) -> Hit | None:
    """The best hit of a document; None where it is weak, or has not one word of the topic."""
    own = (hit for hit in hits if hit.document.id == document_id)
    return next((hit for hit in own if hit.coverage > 0 and hit.evidence >= least().compared), None)


def _claims(hit: Hit, topic: str, source: Source) -> list[DraftClaim]:
    own = excerpt_claims(hit.provision, hit.document, topic)
    line = duty_line(hit.provision)
    name = label(hit.document, hit.provision)
    labelled = [DraftClaim(text=claim.text, supports=claim.supports, label=name) for claim in own]
    if line and labelled:
        last = labelled[-1]
        supports = (*last.supports, *duty_supports(hit.provision, hit.document, source))
        labelled[-1] = DraftClaim(text=f"{last.text}（{line}）", supports=supports, label=name)
    return labelled
