"""`disclosure eval compare`, `baseline` and `gate`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.evaluation.options import Run, runs_folder
from assistant.cli.options import AsJson, Documents, LibraryFolder
from index.errors import UsageError

if TYPE_CHECKING:
    from evals.compare import Comparison

Before = Annotated[str, typer.Argument(metavar="A", help="较早的运行；用 --baseline 时为要比较的运行。")]
After = Annotated[str | None, typer.Argument(metavar="B", help="较晚的运行。", show_default=False)]
Baseline = Annotated[bool, typer.Option("--baseline", help="与随程序附带的基线比较。")]
Latest = Annotated[
    str | None, typer.Argument(metavar="RUN", help="已有的运行；不给出则运行全部用例。", show_default=False)
]
Bars = Annotated[Path | None, typer.Option("--bars", metavar="FILE", help="门槛文件；默认为随程序附带的一份。")]
BaselineFile = Annotated[Path | None, typer.Option("--file", metavar="FILE", help="基线文件；默认为随程序附带的一份。")]


def compare(
    before: Before,
    after: After = None,
    baseline: Baseline = False,
    as_json: AsJson = False,
    library: LibraryFolder = None,
) -> None:
    """比较两次运行：修好的、弄坏的、不稳定的、新拒答的、新作答的、过时的，差异是否可信。"""
    from assistant.cli.evaluation.printing import baseline_line
    from evals.baseline import read_baseline, shipped_baseline
    from evals.between import compare_runs
    from evals.compare import compare as compare_results
    from evals.compare import results
    from evals.run_folder import find_run

    if (after is None) != baseline:
        raise UsageError("请给出两次运行，或一次运行和 --baseline")
    runs = runs_folder(library)
    if after is None:
        folder = find_run(runs, before)
        path = shipped_baseline(folder.settings().texts)
        typer.echo(baseline_line(path, folder), err=as_json)
        return _tell(compare_results(read_baseline(path), results(folder.scores())), as_json=as_json)
    _tell(compare_runs(find_run(runs, before), find_run(runs, after)), as_json=as_json)


def baseline(run: Run = "latest", file: BaselineFile = None, library: LibraryFolder = None) -> None:
    """把一次运行定为基线：要旨和原文各有一份，按运行所用的文件选取。"""
    from evals.baseline import own_baseline, write_baseline
    from evals.compare import results
    from evals.run_folder import find_run

    folder = find_run(runs_folder(library), run)
    found = results(folder.scores())
    path = file or own_baseline(folder.settings().texts)
    write_baseline(path, found.values())
    typer.echo(f"{path}：{len(found)}条用例")


def gate(
    run: Latest = None,
    bars: Bars = None,
    file: BaselineFile = None,
    documents: Documents = None,
    library: LibraryFolder = None,
) -> None:
    """低于门槛、或有用例被弄坏，则退出码为1。"""
    from assistant.cli.evaluation.printing import baseline_line
    from assistant.cli.evaluation.run import perform
    from evals.baseline import read_baseline, shipped_baseline
    from evals.cases import read_cases, shipped_cases
    from evals.gate import judge, read_bars, shipped_bars
    from evals.perform import Wanted
    from evals.run_folder import find_run

    groups = {path.stem: read_cases([path]) for path in shipped_cases(kept=True)}
    limits = read_bars(bars or shipped_bars())
    if run is None:
        every = [case for cases in groups.values() for case in cases]
        folder = perform(Wanted(cases=every, options={"kept": True}), documents=documents, library=library)
    else:
        folder = find_run(runs_folder(library), run)
    path = file or shipped_baseline(folder.settings().texts)
    ids = {name: [case.id for case in cases] for name, cases in groups.items()}
    verdict = judge(folder.scores(), limits, ids, read_baseline(path))
    typer.echo(baseline_line(path, folder))
    for fault in verdict.faults:
        typer.echo(f"✗ {fault}")
    for group in verdict.unchecked:
        typer.echo(f"{group}：这次运行没有包括全部用例，没有与门槛比较")
    typer.echo(
        f"{'未' if verdict.faults else ''}通过（运行 {folder.name}；已比较：{'、'.join(verdict.checked) or '仅基线'}）"
    )
    raise typer.Exit(int(not verdict.passed))


def _tell(found: "Comparison", *, as_json: bool) -> None:
    from dataclasses import asdict

    from assistant.cli.evaluation.printing import comparison_lines
    from assistant.cli.printing import print_json

    if as_json:
        real = found.difference.is_real if found.difference else None
        return print_json(asdict(found) | {"is_real": real})
    for line in comparison_lines(found):
        typer.echo(line)
