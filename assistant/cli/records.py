"""`disclosure records`: what was asked and answered, and what of it is kept."""

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.options import LibraryFolder
from index.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.records import Records

app = typer.Typer(help="查看、删除问答记录。", no_args_is_help=True)

Count = Annotated[int, typer.Option(min=1, max=10_000, help="最多列出多少条。")]
Ids = Annotated[list[str], typer.Argument(help="记录编号。")]
Days = Annotated[int, typer.Option(min=0, max=36_500, help="删除多少天以前的记录。")]


@app.callback()
def records() -> None:
    """查看、删除问答记录。"""


@app.command("list")
def list_records(count: Count = 20, library: LibraryFolder = None) -> None:
    """列出最近的记录，新的在前；用 disclosure ask --show 编号 重新显示。"""
    from assistant.cli.printing import OUTCOMES

    for record in open_records(library).latest(count):
        asked = f"{record.asked.astimezone():%Y-%m-%d %H:%M}"
        typer.echo(f"{record.id}  {asked}  {OUTCOMES[record.answer.status]}  {_line(record.answer.question)}")


@app.command("delete")
def delete(ids: Ids, library: LibraryFolder = None) -> None:
    """删除记录，不能恢复。"""
    records = open_records(library)
    missing = [id for id in ids if not records.delete(id)]
    if missing:
        raise UsageError(f"没有这些记录：{'、'.join(missing)}；编号可用 disclosure records list 查看")


@app.command("prune")
def prune(days: Days, library: LibraryFolder = None) -> None:
    """删除早于某天数的记录，不能恢复。"""
    typer.echo(f"已删除{open_records(library).prune(days)}条记录。")


def _line(text: str) -> str:
    """Make one line of a text that may hold line ends, or signs that steer a terminal."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def open_records(library: "Path | None") -> "Records":
    """Open the records that the settings name.

    Raises:
        UserError: they are switched off, or cannot be opened.
    """
    from assistant.opening import open_records as opened
    from assistant.settings import Settings

    found = opened(Settings.read(library=library))
    if found is None:
        raise UsageError("问答记录已由 DISCLOSURE_RECORDS=off 关闭；删去这一设置后才有记录")
    return found
