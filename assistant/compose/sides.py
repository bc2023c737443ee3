"""Tell of each side that a question names, or say that its documents have nothing on the topic."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from assistant.answer import Outcome
from assistant.catalogue import Catalogue
from assistant.compose.missing import MOST_ECHOED, shorten
from assistant.compose.naming import document_name
from assistant.draft import Draft, Hit
from assistant.evidence import least
from assistant.folding import bare
from assistant.outcomes import fixed_texts
from assistant.question import Question
from assistant.regions import NATIONWIDE
from index.corpus import Document

MOST_NAMED = 2
"""Documents of one side that are called by their names."""


def speaks(hit: Hit) -> bool:
    """Whether a hit speaks to the topic enough to stand for its side: it is not weak and has a word of the topic."""
    return hit.signs.coverage > 0 and hit.evidence >= least().compared


def of_side(side: Sequence[str], hits: Sequence[Hit]) -> dict[str, list[Hit]]:
    """The hits of a side that speak, best first, by document; documents far behind the side's best are left out."""
    own: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.document.id in side and speaks(hit):
            own.setdefault(hit.document.id, []).append(hit)
    best = max((hit.evidence for found in own.values() for hit in found), default=0.0)
    near = best - least().beside
    return {name: found for name, found in own.items() if max(hit.evidence for hit in found) >= near}


def silent_of(side: Sequence[str], speaking: Collection[str]) -> tuple[str, ...]:
    """The documents of a side to be called silent: those that do not speak, of many only where none of them does."""
    left = tuple(name for name in side if name not in speaking)
    return left if len(side) <= MOST_NAMED or not speaking else ()


def side_name(side: Sequence[str], catalogue: Catalogue, called: Callable[[Document], str] = document_name) -> str:
    """How a side is called: its documents as `called` names them, or where they are many, their place and number."""
    documents = [entry.document for name in side if (entry := catalogue.entry(name)) is not None]
    if len(documents) <= MOST_NAMED:
        return "、".join(map(called, documents))
    places = list(dict.fromkeys(document.region or NATIONWIDE for document in documents))
    return fixed_texts()["notice"]["side"].format(places="、".join(places), count=len(documents))


def _title(document: Document) -> str:
    return f"《{document.title}》"


def silence(silent: Sequence[Sequence[str]], question: Question, catalogue: Catalogue) -> str:
    """The line that says which sides are silent, and what was searched there; '' where none is."""
    if not silent:
        return ""
    names = "、".join(side_name(side, catalogue, _title) for side in silent)
    searched = shorten(question.topic if bare(question.topic) else question.text, MOST_ECHOED)
    return fixed_texts()["notice"]["silent"].format(names=names, searched=searched)


def with_silent(draft: Draft, catalogue: Catalogue) -> Draft:
    """Say beside an answer, of whatever kind, which of the sides named it does not cite."""
    question = draft.question
    if draft.outcome not in (Outcome.ANSWERED, Outcome.PARTIAL) or not draft.claims:
        return draft
    silent = [side for side in question.sides if set(side).isdisjoint(draft.cited)]
    said = _unplaced(silent, question, catalogue) if question.places else silence(silent, question, catalogue)
    if not said or said in draft.message:
        return draft
    return replace(draft, notices=(*draft.notices, said))


def _unplaced(silent: Sequence[Sequence[str]], question: Question, catalogue: Catalogue) -> str:
    """The line that says of which sides no provision is named, where others' are; '' where there is none such."""
    asked = {name for place in question.places for name in place.of}
    left = [side_name(side, catalogue, _title) for side in silent if asked and asked.isdisjoint(side)]
    return fixed_texts()["notice"]["unplaced"].format(names="、".join(left)) if left else ""
