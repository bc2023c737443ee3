"""`disclosure eval`: ask the questions of the cases and see what is right."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.options import AsJson, Documents, LibraryFolder
from index.errors import UsageError

if TYPE_CHECKING:
    from evals.run import Result, Summary

app = typer.Typer(help="运行评测用例。", no_args_is_help=True)

Files = Annotated[
    list[Path] | None, typer.Option("--cases", metavar="FILE", help="用例文件，可重复；默认为随程序附带的用例。")
]
Kept = Annotated[bool, typer.Option("--kept", help="连同平时不看的那一半用例一起运行。")]
Only = Annotated[str | None, typer.Option("--only", help="只运行编号符合此正则表达式的用例。")]


@app.callback()
def evaluation() -> None:
    """运行评测用例。"""


@app.command("run")
def run(
    cases: Files = None,
    only: Only = None,
    kept: Kept = False,
    as_json: AsJson = False,
    documents: Documents = None,
    library: LibraryFolder = None,
) -> None:
    """运行用例，列出没有通过的，给出汇总。"""
    from assistant import offline

    offline.enforce()
    from assistant.cli.printing import print_json
    from assistant.cli.progress import building
    from assistant.opening import open_assistant
    from assistant.settings import Settings
    from evals.cases import read_cases, shipped_cases
    from evals.run import run as run_cases
    from evals.run import summarise

    try:
        pattern = re.compile(only or "")
    except re.error as error:
        raise UsageError(f"--only 不是有效的正则表达式：{error}") from error
    wanted = [case for case in read_cases(cases or shipped_cases(kept=kept)) if pattern.search(case.id)]
    if not wanted:
        raise UsageError("没有符合条件的用例")
    with building() as progress:
        assistant = open_assistant(Settings.read(library=library, documents=documents), progress)
        results = run_cases(wanted, assistant, lambda done, total: progress("评测", done, total))
    for result in results:
        if as_json:
            print_json({"id": result.case.id, "passed": result.score.passed, "answer": result.answer.to_json()})
        elif not result.score.passed:
            typer.echo(_failed(result))
    typer.echo(_summary(summarise(results)), err=as_json)


def _failed(result: "Result") -> str:
    score, answer = result.score, result.answer
    wrong = [
        "" if score.outcome else f"结果 {answer.status}，应为 {'/'.join(result.case.outcome)}",
        "" if score.facts in (None, 1.0) else f"事实 {score.facts:.0%}",
        "" if score.cited in (None, 1.0) else f"引用 {score.cited:.0%}",
        "" if score.clean else "说了不该说的",
        "" if score.verbatim else "引文不符",
    ]
    return f"✗ {result.case.id} {result.case.question}\n    {'；'.join(part for part in wrong if part)}"


def _summary(summary: "Summary") -> str:
    shares = {"结果": summary.outcome, "事实": summary.facts, "引用": summary.cited, "引用准确": summary.precision}
    said = "，".join(f"{name}{share:.1%}" for name, share in shares.items() if share is not None)
    times = f"中位{summary.median_ms:.0f}毫秒，95%在{summary.p95_ms:.0f}毫秒内"
    return f"{summary.cases}条用例，通过{summary.passed:.1%}；{said}；引文逐字一致{summary.verbatim:.0%}；{times}"
