"""Results of evaluations for a terminal."""

from collections.abc import Iterator, Sequence

from assistant.cli.printing import print_json
from evals.cases import Case
from evals.retrieval import is_measurable, measure_retrieval
from evals.run_folder import RunFolder
from evals.score import Score, Unscored
from evals.scoring import Scored
from evals.summary import Summary


def failed_lines(cases: Sequence[Case], scored: Sequence[Scored]) -> Iterator[str]:
    """Say of every answer that is wrong or cannot be scored, why."""
    by_id = {case.id: case for case in cases}
    for one in scored:
        question = by_id[one.case].question if one.case in by_id else ""
        again = f"（第{one.repeat}遍）" if one.repeat > 1 else ""
        if isinstance(one, Unscored):
            yield f"？ {one.case}{again} {question}\n    未评分：{one.reason}"
        elif not one.passed:
            yield f"✗ {one.case}{again} {question}\n    {wrong_parts(one, by_id[one.case])}"


def wrong_parts(score: Score, case: Case) -> str:
    """Say what of an answer is wrong."""
    parts = [
        "" if score.outcome else f"结果 {score.status}，应为 {'/'.join(case.outcome)}",
        "" if score.facts in (None, 1.0) else f"事实 {score.facts:.0%}",
        "" if score.cited in (None, 1.0) else f"引用 {score.cited:.0%}",
        "" if score.clean else "说了不该说的",
        "" if score.verbatim else "引文不符",
        f"无出处的数字或文号：{'、'.join(score.unsupported)}" if score.unsupported else "",
    ]
    return "；".join(part for part in parts if part)


def summary_line(summary: Summary) -> str:
    """Say in one line how a run went."""
    unscored = f"，未评分{summary.unscored}条" if summary.unscored else ""
    if summary.passed is None or summary.interval is None:
        return f"0条用例{unscored}"
    shares = {
        "结果": summary.outcome,
        "事实": summary.facts,
        "引用": summary.cited,
        "引用准确": summary.precision,
        "数字有据": summary.supported,
    }
    said = "，".join(f"{name}{share:.1%}" for name, share in shares.items() if share is not None)
    low, high = summary.interval
    times = f"中位{summary.median_ms:.0f}毫秒，95%在{summary.p95_ms:.0f}毫秒内"
    return (
        f"{summary.cases}条用例，通过{summary.passed:.1%}（95%区间{low:.1%}–{high:.1%}）{unscored}；"
        f"{said}；引文逐字一致{summary.verbatim:.0%}；{times}"
    )


def retrieval_line(run: RunFolder) -> str:
    """Say in one line how well the provisions were found."""
    if not is_measurable():
        return "检索指标：未计算（未安装 ir-measures；pip install disclosure-assistant[evaluation]）"
    found = measure_retrieval(run.cases(), run.answers(), run.scores())
    if found is None:
        return "检索指标：没有经检索作答、要求引用条款的用例"
    said = "，".join(f"{name} {value:.3f}" for name, value in found.values.items())
    return f"检索指标（{found.answers}条经检索作答）：{said}"


def print_results(run: RunFolder) -> None:
    """Print every answer with its score, one object a line."""
    for given, one in zip(run.answers(), run.scores(), strict=True):
        passed = one.passed if isinstance(one, Score) else None
        print_json({"id": given.case, "repeat": given.repeat, "passed": passed, "answer": given.answer.to_json()})
