"""`disclosure ask`: answer one question, or a file of them."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.cli.options import AsJson, Documents, LibraryFolder
from index.errors import UsageError

if TYPE_CHECKING:
    from assistant.ui.ports import Answering

Text = Annotated[str | None, typer.Argument(help="问题。", show_default=False)]
Input = Annotated[
    Path | None,
    typer.Option(
        "--input",
        metavar="FILE",
        help='JSONL 文件（- 为标准输入），每行 {"id", "question", "history"}；须与 --json 同用。',
    ),
]
Show = Annotated[
    str | None, typer.Option("--show", metavar="ID", help="重新显示一条记录，编号见 disclosure records list。")
]

NoModel = Annotated[bool, typer.Option("--no-model", help="不用语言模型，直接摘录条款。")]


def ask(
    text: Text = None,
    as_json: AsJson = False,
    input: Input = None,
    documents: Documents = None,
    library: LibraryFolder = None,
    show: Show = None,
    no_model: NoModel = False,
) -> None:
    """回答一个问题，或逐行回答一个文件中的问题。"""
    if show is not None:
        return _show(show, library, as_json=as_json)
    if (text is None) == (input is None):
        raise UsageError('请给出一个问题，例如：disclosure ask "征地信息由谁负责公开？"；或用 --input 指定文件')
    if input is not None and not as_json:
        raise UsageError("--input 须与 --json 同用")
    lines = list(_lines(input)) if input is not None else []
    from assistant import offline

    offline.enforce()
    from assistant.answer import Outcome
    from assistant.cli.printing import print_answer, print_json
    from assistant.cli.progress import building
    from assistant.opening import EXTRACTIVE, open_recorded
    from assistant.settings import Settings

    with building() as progress:
        settings = Settings.read(library=library, documents=documents)
        _, assistant = open_recorded(settings, progress, composer=EXTRACTIVE if no_model else None)
    if text is not None:
        answer = assistant.ask(text)
        print_json(answer.to_json()) if as_json else print_answer(answer)
        raise typer.Exit(int(answer.status is Outcome.ERROR))
    failed = False
    for line in lines:
        result = _answer_line(line, assistant)
        failed = failed or result["status"] == "error"
        print_json(result)
    raise typer.Exit(int(failed))


def _lines(source: Path) -> Iterator[str]:
    try:
        raw = sys.stdin.read() if str(source) == "-" else source.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"读不出问题文件 {source}：{error}；请给出 UTF-8 编码的 JSONL 文件") from error
    # Not splitlines(): JSON may hold U+2028 and other line ends of Unicode.
    return (line for line in raw.split("\n") if line.strip())


def _show(id: str, library: Path | None, *, as_json: bool) -> None:
    """Print an answer again, as it was given."""
    from assistant.cli.printing import print_answer, print_json
    from assistant.cli.records import open_records

    record = open_records(library).get(id)
    if record is None:
        raise UsageError(f"没有编号为 {id} 的记录；编号可用 disclosure records list 查看")
    answer = replace(record.answer, record=id)
    if as_json:
        print_json(answer.to_json())
        return
    typer.echo(f"{record.asked.astimezone():%Y-%m-%d %H:%M:%S}  资料库 {record.generation}  {answer.composer}")
    typer.echo(f"问：{answer.question}\n")
    print_answer(answer)
    if answer.prompt:
        typer.echo(f"sha256 {answer.prompt}  提示词")
    for place, sha256 in record.provisions.items():
        typer.echo(f"sha256 {sha256}  {place}")


def _answer_line(line: str, assistant: "Answering") -> dict[str, Any]:
    """Answer one line; a line that cannot be read becomes an answer that says so."""
    from assistant.render import error

    try:
        record = json.loads(line)
    except json.JSONDecodeError:
        return error("", "这一行不是有效的 JSON。").to_json()
    fields = record if isinstance(record, dict) else {}
    question, history, id = fields.get("question"), fields.get("history") or [], fields.get("id")
    if not isinstance(question, str) or not isinstance(history, list) or not all(isinstance(h, str) for h in history):
        return error("", "这一行缺少 question（文字），或 history 不是文字的列表。").to_json(id)
    return dict(assistant.ask(question, history).to_json(id))
