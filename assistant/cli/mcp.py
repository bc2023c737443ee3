"""`disclosure mcp`: serve other assistants by the Model Context Protocol."""

import contextlib
import sys

import typer

from assistant.cli.ask import NoModel
from assistant.cli.options import Documents, LibraryFolder
from index.errors import UsageError

VENDORS = {"mcp", "mcp_types"}
INSTALL = (
    "缺少附加组件 mcp；请在项目文件夹中运行 .venv/bin/pip install -c constraints.txt -e '.[mcp]'，"
    "离线包安装的请运行 pip install 'disclosure-assistant[mcp]'"
)


def mcp(no_model: NoModel = False, documents: Documents = None, library: LibraryFolder = None) -> None:
    """供本单位其他智能助手调用（MCP，标准输入输出）；由对方程序启动，须安装附加组件 mcp。"""
    from assistant import offline

    offline.enforce()
    try:
        from assistant.mcp.server import build_server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in VENDORS:
            raise
        raise UsageError(INSTALL) from error
    from assistant.cli.progress import building
    from assistant.opening import EXTRACTIVE, open_recorded
    from assistant.settings import Settings

    # Nothing but the protocol may reach the standard output; while it is served, the package sees to that.
    with contextlib.redirect_stdout(sys.stderr), building() as progress:
        settings = Settings.read(library=library, documents=documents)
        assistant, answering = open_recorded(settings, progress, composer=EXTRACTIVE if no_model else None)
    if sys.stdin.isatty():
        typer.echo("等待 MCP 客户端；此命令由其他程序启动，按 Ctrl+C 结束。", err=True)
    with contextlib.suppress(KeyboardInterrupt):
        build_server(answering, assistant).run()
