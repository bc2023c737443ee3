"""`disclosure eval run`, `score` and `list`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.evaluation.options import Files, Kept, Run, chosen_cases, runs_folder
from assistant.cli.options import AsJson, Documents, LibraryFolder

if TYPE_CHECKING:
    from evals.perform import Wanted
    from evals.run import Options
    from evals.run_folder import RunFolder

Only = Annotated[str | None, typer.Option("--only", help="只运行编号符合此正则表达式的用例。")]
Kinds = Annotated[list[str] | None, typer.Option("--kind", help="只运行这一类用例，可重复。")]
Repeat = Annotated[int, typer.Option("--repeat", min=1, max=100, help="每个问题问几遍。")]
Composer = Annotated[str, typer.Option("--composer", help="由谁组织文字：extractive，或 model（已设置的语言模型）。")]
Resume = Annotated[str | None, typer.Option("--resume", metavar="RUN", help="继续一次中断的运行，其他选项不起作用。")]


def run(
    cases: Files = None,
    only: Only = None,
    kinds: Kinds = None,
    repeat: Repeat = 1,
    composer: Composer = "extractive",
    kept: Kept = False,
    resume: Resume = None,
    as_json: AsJson = False,
    documents: Documents = None,
    library: LibraryFolder = None,
) -> None:
    """运行用例并评分，列出没有通过的，给出汇总；结果存入运行文件夹。"""
    from evals.perform import Wanted, choose

    options: Options = {"only": only, "kind": kinds, "kept": kept, "cases": [str(file) for file in cases or ()]}
    chosen = [] if resume else choose(chosen_cases(cases, kept=kept), only, kinds)
    wanted = Wanted(cases=chosen, resume=resume, repeat=repeat, composer=composer, options=options)
    finished = perform(wanted, documents=documents, library=library)
    _show(finished, as_json=as_json)


def perform(wanted: "Wanted", *, documents: list[Path] | None = None, library: Path | None = None) -> "RunFolder":
    """Answer and score cases in a new run folder, or go on with one."""
    from assistant import offline

    offline.enforce()
    from assistant.cli.progress import building
    from assistant.settings import Settings
    from evals.perform import begin, finish

    settings = Settings.read(library=library, documents=documents)
    with building() as progress:
        begun = begin(settings, wanted, progress)
    with building("评测") as progress:
        return finish(begun, lambda done, total: progress("", done, total))


def score(run: Run = "latest", cases: Files = None, as_json: AsJson = False, library: LibraryFolder = None) -> None:
    """按现在的用例重新评分，不重新作答。"""
    from evals.cases import read_cases, shipped_cases
    from evals.run import rescore
    from evals.run_folder import find_run

    folder = find_run(runs_folder(library), run)
    rescore(folder, read_cases(cases or shipped_cases(kept=True)))
    _show(folder, as_json=as_json)


def list_runs(library: LibraryFolder = None) -> None:
    """列出已有的运行，旧的在前。"""
    from assistant.cli.evaluation.printing import summary_line
    from evals.run_folder import all_runs

    for folder in all_runs(runs_folder(library)):
        if damage := folder.damage():
            typer.echo(f"{folder.name}  {damage}")
            continue
        summary, settings = folder.summary(), folder.settings()
        said = summary_line(summary) if summary else "尚未评分"
        typer.echo(f"{folder.name}  {settings.commit or settings.version or '?'}  {said}")


def _show(folder: "RunFolder", *, as_json: bool) -> None:
    from assistant.cli.evaluation.printing import failed_lines, print_results, retrieval_line, summary_line

    if as_json:
        print_results(folder)
    else:
        for line in failed_lines(folder.cases(), folder.scores()):
            typer.echo(line)
    summary = folder.summary()
    if summary is not None:
        typer.echo(summary_line(summary), err=as_json)
    typer.echo(retrieval_line(folder), err=as_json)
    typer.echo(f"运行 {folder.name}：{folder.path}", err=as_json)
