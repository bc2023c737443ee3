"""The command `disclosure`; heavy modules are imported by the commands that need them."""

import os
import sys
from importlib import metadata
from typing import Annotated

import typer

from assistant.cli import ask, chat, doctor, documents, evaluation, library, mcp, records
from index.errors import UserError

app = typer.Typer(
    name="disclosure",
    help="政府信息公开答询助手：依据资料库中的文件作答，逐条注明出处。",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def disclosure(
    version: Annotated[bool, typer.Option("--version", help="显示版本。", is_eager=True)] = False,
) -> None:
    """政府信息公开答询助手：依据资料库中的文件作答，逐条注明出处。"""
    if version:
        typer.echo(metadata.version("disclosure-assistant"))
        raise typer.Exit


app.command("ask")(ask.ask)
app.command("chat")(chat.chat)
app.command("index")(library.index)
app.add_typer(documents.app, name="documents")
app.add_typer(evaluation.app, name="eval")
app.add_typer(records.app, name="records")
app.command("mcp")(mcp.mcp)
app.command("doctor")(doctor.doctor)

FAULT = 3


def main() -> None:
    """Run the command; faults that a person can mend are one line on stderr."""
    try:
        app()
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(error.exit_code)
    except Exception as error:
        if os.environ.get("DISCLOSURE_DEBUG"):
            raise
        sys.stderr.write(
            f"程序内部错误（{type(error).__name__}）。请设置 DISCLOSURE_DEBUG=1 重新运行，并把输出发给维护人员。\n"
        )
        sys.exit(FAULT)
