"""Options that several evaluation commands share."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from evals.cases import Case

Files = Annotated[
    list[Path] | None, typer.Option("--cases", metavar="FILE", help="用例文件，可重复；默认为随程序附带的用例。")
]
Kept = Annotated[bool, typer.Option("--kept", help="连同平时不看的那一半用例一起运行。")]
Run = Annotated[str, typer.Argument(metavar="RUN", help="运行的名称或文件夹；latest 为最近一次。")]
By = Annotated[str, typer.Option("--by", help="由谁确认。")]


def chosen_cases(files: list[Path] | None, *, kept: bool) -> "list[Case]":
    """Return the cases of some files, or those that belong to the program."""
    from evals.cases import read_cases, shipped_cases

    return read_cases(files or shipped_cases(kept=kept))


def runs_folder(library: Path | None) -> Path:
    """Return where runs live."""
    from assistant.settings import Settings

    return Settings.read(library=library).runs_folder
