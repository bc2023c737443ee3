"""Score the answers of a run; what cannot be scored is said to be so, and why."""

from collections.abc import Iterable, Mapping, Sequence

from assistant.answer import Outcome
from evals.answers import Given
from evals.cases import Case
from evals.provisions import absent
from evals.score import Score, Unscored, score

Scored = Score | Unscored


def score_all(cases: Sequence[Case], answers: Iterable[Given], held: Mapping[str, object]) -> list[Scored]:
    """Score answers, in their order.

    Args:
        cases: As they are now; an answer to a question that has been worded anew is not scored.
        answers: What was given.
        held: The provisions of the library that answered, by document#address.
    """
    by_id = {case.id: case for case in cases}
    lacking = {case.id: absent(case, held) for case in cases}
    return [_scored(by_id.get(one.case), one, lacking.get(one.case, [])) for one in answers]


def _scored(case: Case | None, given: Given, lacking: Sequence[str]) -> Scored:
    reason = _why_not(case, given, lacking)
    if case is None or reason:
        kind = case.kind if case else "unknown"
        return Unscored(case=given.case, kind=kind, repeat=given.repeat, reason=reason)
    return score(case, given.answer, repeat=given.repeat)


def _why_not(case: Case | None, given: Given, lacking: Sequence[str]) -> str:
    if case is None:
        return "用例已不存在"
    if given.answer.status is Outcome.ERROR:
        return f"作答出错：{given.answer.text}"
    if lacking:
        return f"资料库中没有应引的条款：{'；'.join(lacking)}"
    is_same = (given.question, given.history) == (case.question, case.history)
    return "" if is_same else "问题在作答之后改过"
