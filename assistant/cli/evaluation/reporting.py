"""`disclosure eval report`."""

from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.evaluation.options import Run
from assistant.cli.options import LibraryFolder

Against = Annotated[str | None, typer.Option("--against", metavar="RUN", help="与哪次运行比较；默认为基线。")]
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="写到哪个文件夹；默认为运行文件夹。")]


def report(run: Run = "latest", against: Against = None, out: Out = None, library: LibraryFolder = None) -> None:
    """写出报告：HTML、Markdown、CSV、XLSX、JUnit XML。"""
    from assistant.settings import Settings
    from evals.baseline import shipped_baseline
    from evals.report.contents import gather
    from evals.report.render import write_report
    from evals.run_folder import find_run

    settings = Settings.read(library=library)
    runs = settings.runs_folder
    folder = find_run(runs, run)
    other = find_run(runs, against) if against else shipped_baseline(folder.settings().texts)
    for path in write_report(gather(folder, library=settings.library, against=other), out or folder.path):
        typer.echo(path)
