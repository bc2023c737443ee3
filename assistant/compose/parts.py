"""Answer a question that asks the same of two things out of the provisions on each."""

from dataclasses import replace

from assistant.answer import Outcome
from assistant.compose.second_look import look_again
from assistant.compose.topic import answer_topic
from assistant.draft import Draft, Retrieval
from assistant.source import Source


def answer_parts(retrieval: Retrieval, source: Source) -> Draft | None:
    """Join what the first document says of each; None where not each has an answer of its own."""
    drafts = [_answered(part, source, surely=True) for part in retrieval.parts]
    if any(draft.outcome is Outcome.ANSWERED for draft in drafts):
        drafts = [
            draft if draft.outcome is Outcome.ANSWERED else _answered(part, source, surely=False)
            for draft, part in zip(drafts, retrieval.parts, strict=True)
        ]
    if len(drafts) < 2 or any(draft.outcome is not Outcome.ANSWERED for draft in drafts):
        return None
    first = [draft.claims[0].supports[0] for draft in drafts]
    if len({support.provision.id for support in first}) < len(first):
        return None
    claims = {
        claim.text: claim
        for draft, support in zip(drafts, first, strict=True)
        for claim in draft.claims
        if claim.supports[0].document.id == support.document.id
    }
    notices = dict.fromkeys(notice for draft in drafts for notice in draft.notices)
    return replace(
        drafts[0],
        question=retrieval.question,
        hits=retrieval.hits,
        claims=tuple(claims.values()),
        notices=tuple(notices),
    )


def _answered(part: Retrieval, source: Source, *, surely: bool) -> Draft:
    """The answer for one of them; where it needs not be sure, the other has shown that the library speaks of such."""
    question = part.question if surely else replace(part.question, named=True)
    return answer_topic(look_again(replace(part, question=question), source), source)
