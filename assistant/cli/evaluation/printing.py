"""Results of evaluations for a terminal."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assistant.cli.printing import print_json
from assistant.feedback import Kind
from evals.cases import Case
from evals.compare import Change as Compared
from evals.compare import Comparison
from evals.experts import Said
from evals.judging.agreement import Agreement
from evals.judging.told import Judging
from evals.origin import Texts
from evals.reasons import wrong_parts
from evals.retrieval import is_measurable, measure_retrieval
from evals.run_folder import RunFolder
from evals.score import Score, Unscored
from evals.scoring import Scored
from evals.stale import Change, Stale
from evals.summary import Summary

CHANGES = {
    Change.CHANGED: "已改",
    Change.VANISHED: "已不存在",
    Change.MOVED: "已移",
    Change.UNBOUND: "未绑定",
}
JUDGED = {Said.RIGHT: "对", Said.PARTLY: "部分对", Said.WRONG: "错"}
TEXTS = {
    Texts.DIGEST: "本次运行用的是要旨",
    Texts.OFFICIAL: "本次运行用的是原文",
    Texts.MIXED: "本次运行兼用要旨和原文，只能与要旨的基线比较",
    None: "本次运行没有记下所用文件是要旨还是原文，按要旨比较",
}
OPINIONS = {
    Kind.HELPFUL: "有用",
    Kind.WRONG: "答错",
    Kind.MISSING: "有遗漏",
    Kind.WRONG_CITATION: "引错条款",
}
COMPARED = {
    Compared.FIXED: "修好",
    Compared.BROKEN: "弄坏",
    Compared.FLAKY: "不稳定",
    Compared.NEWLY_REFUSED: "新拒答",
    Compared.NEWLY_ANSWERED: "新作答",
    Compared.STALE: "问题或条款有变",
}


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


def summary_line(summary: Summary) -> str:
    """Say in one line how a run went."""
    unscored = f"，未评分{summary.unscored}次" if summary.unscored else ""
    answers = f"（{summary.answers}次作答）" if summary.answers > summary.cases else ""
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
        f"{summary.cases}条用例{answers}，通过{summary.passed:.1%}（95%区间{low:.1%}–{high:.1%}）{unscored}；"
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


def print_stale(one: Stale) -> None:
    """Print old and new words of a provision side by side, where the terminal is wide enough for that."""
    moved = f" → {one.moved_to}" if one.moved_to else ""
    typer.echo(f"{CHANGES[one.change]} {one.case}  {one.place}{moved}")
    table = Table("旧", "新", box=None, padding=(0, 2, 0, 2), expand=True)
    table.add_row(escape(one.old or "（这台机器没有留下旧文）"), escape(one.new or "（已不在资料库中）"))
    console = Console()
    console.print(table)


def judging_lines(told: Judging | None) -> Iterator[str]:
    """Say what a language model made of a run, and how far people agree with it."""
    if told is None:
        yield "没有可以评判的答复：要有应有事实、已作答、已评分"
        return
    said = "，".join(f"{JUDGED[word]}{count}" for word, count in told.counts.items())
    right, of = told.supported
    yield f"{told.model}（提示词 {told.prompt[:12]}）：{told.asked}条答复，{said}，未评判{told.unjudged}"
    yield f"引用足以支持：{right}/{of}；与各项检查一致：{agreement_said(told.checks)}"
    if told.people.said.n:
        yield f"与专家（{told.people.people}人）一致：答复 {agreement_said(told.people.said)}"
        yield f"与专家一致：引用 {agreement_said(told.people.cited)}"
    else:
        yield "与专家：还没有双方都评过的答复"


def agreement_said(found: Agreement) -> str:
    """Say how far two agree."""
    if found.raw is None:
        return "没有双方都评过的"
    kappa = "无法计算" if found.kappa is None else f"{found.kappa:.2f}"
    return f"{found.raw:.0%}，κ={kappa}，n={found.n}"


def baseline_line(path: Path, run: RunFolder) -> str:
    """Say which baseline a run is held against, and why that one."""
    return f"{TEXTS[run.settings().texts]}，基线：{path.name}"


def comparison_lines(found: Comparison) -> Iterator[str]:
    """Say what changed, and whether it is more than chance."""
    for change, ids in found.changes.items():
        if ids:
            yield f"{COMPARED[change]}（{len(ids)}）：{'、'.join(ids)}"
    for name, alone in (("只在前一次", found.only_before), ("只在后一次", found.only_after)):
        if alone:
            yield f"{name}（{len(alone)}）"
    yield difference_line(found)


def difference_line(found: Comparison) -> str:
    """Say by how much the share that passed differs."""
    if found.difference is None:
        return "没有可以比较的用例"
    value, (low, high), p = found.difference
    verdict = "差异可信" if found.difference.is_real else "可能只是偶然"
    return (
        f"{found.compared}条用例，通过率 {value:+.1%}（95%区间 {low:+.1%} 至 {high:+.1%}，p={p:.3f}）："
        f"{verdict if value else '没有差异'}"
    )
