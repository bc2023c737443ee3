"""Answer a question that asks the same of several things out of the provisions on each."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answer import Outcome
from assistant.compose.choosing import is_bare
from assistant.compose.quantity import Figure
from assistant.compose.second_look import look_again
from assistant.compose.sentences import sentences
from assistant.draft import Draft, Hit, Retrieval
from assistant.source import Source

NEARER = 0.05
"""How much nearer in meaning what is added must be than all that is chosen already."""


def answer_parts(retrieval: Retrieval, answer: Callable[[Retrieval], Draft], source: Source) -> Draft | None:
    """Join what the first document for each says of it; None where not each has a provision of its own.

    `answer` answers one of them.
    """
    parts = [look_again(part, source) for part in retrieval.parts]
    drafts = [answer(part) for part in parts]
    if any(map(_is_answered, drafts)):
        drafts = [
            draft if _is_answered(draft) else answer(_less_surely(part))
            for draft, part in zip(drafts, parts, strict=True)
        ]
    if not drafts or not all(map(_is_answered, drafts)):
        return None
    first = {draft.claims[0].supports[0].provision.id for draft in drafts}
    return _joined(drafts, retrieval) if len(first) == len(drafts) else None


def _joined(drafts: Sequence[Draft], retrieval: Retrieval) -> Draft:
    claims = {
        claim.text: claim
        for draft in drafts
        for claim in draft.claims
        if claim.supports[0].document.id == draft.claims[0].supports[0].document.id
    }
    notices = dict.fromkeys(notice for draft in drafts for notice in draft.notices)
    return replace(
        drafts[0],
        question=retrieval.question,
        hits=retrieval.hits,
        claims=tuple(claims.values()),
        notices=tuple(notices),
    )


def _is_answered(draft: Draft) -> bool:
    return draft.outcome is Outcome.ANSWERED


def _less_surely(part: Retrieval) -> Retrieval:
    """Ask as if its document were named: an answer on another thing shows that the library speaks of such."""
    return replace(part, question=replace(part.question, named=True))


def nearest_to_parts(chosen: Sequence[Hit], retrieval: Retrieval, figure: Figure | None, source: Source) -> list[Hit]:
    """Return the hits to add to those chosen for all: of their first document the nearest to each thing, if nearer."""
    parts = retrieval.question.parts
    if not parts or not chosen or len(retrieval.question.documents or ()) > 1:
        return []
    own = [hit for hit in retrieval.hits if hit.document.id == chosen[0].document.id and not is_bare(hit)]
    saying = {hit.provision.id: texts for hit in own if (texts := _saying(hit, figure))}
    asked = source.embed([part.asking for part in parts]).T
    nearness = {name: (source.embed(texts) @ asked).max(axis=0) for name, texts in saying.items()}
    added: list[Hit] = []
    for at in range(len(parts)):
        near = {name: float(of_parts[at]) for name, of_parts in nearness.items()}
        taken = max(near.get(hit.provision.id, 0.0) for hit in (*chosen, *added))
        nearest = max(near, key=lambda name: near[name], default=None)
        added += [hit for hit in own if hit.provision.id == nearest and near[nearest] > taken + NEARER]
    return added


def _saying(hit: Hit, figure: Figure | None) -> list[str]:
    """The sentences that have what is asked for."""
    return [one.text for one in sentences(hit.provision) if figure is None or figure.said_by(one.text)]
