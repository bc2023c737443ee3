"""Say plainly what the library does not hold, with what was searched and what comes nearest."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Outcome
from assistant.compose.excerpt import excerpt_claims
from assistant.draft import Draft, Hit, Retrieval, Support
from assistant.outcomes import fixed_texts
from assistant.question import Question
from assistant.regions import NATIONWIDE, level_of, short_form

MOST_NEAREST = 3
MOST_ECHOED = 40
"""Characters of a question that are repeated."""


def not_in_library(retrieval: Retrieval) -> Draft:
    """Draft the answer that there is none: what is missing, what was searched, what is nearest."""
    question = retrieval.question
    missing = "、".join(question.scope.missing)
    searched = shorten(question.topic or question.text, MOST_ECHOED)
    said = f"资料库中没有“{missing}”的文件。" if missing else f"资料库中没有查到能回答“{searched}”的条款。"
    nearest = tuple(nearest_support(hit, question.topic) for hit in retrieval.hits[:MOST_NEAREST])
    scope = f"{len(question.documents)}份文件" if question.documents else "全部文件"
    lines = [said, f"已检索：{scope}，检索词“{searched}”。", needed(question)]
    if nearest and missing and all(support.document.region == NATIONWIDE for support in nearest):
        lines.append("下列全国性规定可作参考，不能代替当地文件：")
    elif nearest:
        lines.append("最接近的条款如下，未必适用，请核对原文：")
    return Draft(
        question=question,
        hits=retrieval.hits,
        outcome=Outcome.NOT_IN_LIBRARY,
        message="\n".join(lines),
        nearest=nearest,
    )


def nothing_beside(draft: Draft) -> Draft:
    """Say of an answer out of one document that there is none to compare it with."""
    if not draft.claims:
        return draft
    return replace(draft, notices=(*draft.notices, fixed_texts()["notice"]["nothing_beside"]))


def needed(question: Question) -> str:
    """Say which document would be needed to answer, and of which level of government."""
    texts = fixed_texts()["not_in_library"]
    if missing := question.scope.missing:
        named = (_document_of(name, question.scope.regions) for name in missing)
        return texts["needed"].format(documents="、".join(named))
    return texts["needed_here" if question.scope.regions else "needed_anywhere"]


def _document_of(name: str, regions: Sequence[str]) -> str:
    """A title or a number stands for itself, a place or a year for its documents."""
    level = level_of(name)
    if level is None and not name.endswith("年"):
        return name
    before = "" if any(short_form(region) in name for region in regions) else "".join(regions)
    place = f"{name}（{level}）" if level else f"{before}{name}"
    return fixed_texts()["not_in_library"]["documents_of"].format(place=place)


def shorten(text: str, most: int) -> str:
    """Cut a text that is longer than `most` characters, and show that it was cut."""
    return text if len(text) <= most else f"{text[:most]}…"


def nearest_support(hit: Hit, topic: str) -> Support:
    """The words of a provision that come nearest to the topic."""
    claims = excerpt_claims(hit.provision, hit.document, topic, most=1)
    quote = claims[0].supports[0].quote if claims else hit.provision.own_text.strip()
    return Support(provision=hit.provision, document=hit.document, quote=quote)


def with_missing(draft: Draft) -> Draft:
    """Mark an answer as partial where a place or document that was named is not held."""
    missing = draft.question.scope.missing
    if not missing or draft.outcome is not Outcome.ANSWERED:
        return draft
    notice = f"资料库中没有“{'、'.join(missing)}”的文件，以下只涉及已有文件。"
    return replace(draft, outcome=Outcome.PARTIAL, notices=(*draft.notices, notice))
