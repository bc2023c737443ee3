"""The server: the tools over standard input and output, and over nothing else."""

from typing import Any

from mcp.server import MCPServer
from mcp_types import ToolAnnotations

from assistant.mcp.tools import WORDS, Tools
from assistant.programs.ports import Answering, Held

VERSION = "1"
"""Of the tools; counts up when one of them changes so that a caller has to."""


def build_server(answering: Answering, held: Held) -> MCPServer[Any]:
    """Build the server; its `run()` serves until its standard input ends."""
    server: MCPServer[Any] = MCPServer(
        name=WORDS["name"],
        title=WORDS["title"],
        instructions=WORDS["instructions"],
        version=VERSION,
        log_level="WARNING",
        subscriptions=False,
    )
    tools = Tools(answering, held)
    for does in (tools.ask, tools.search_provisions, tools.get_provision, tools.list_documents):
        words = WORDS[does.__name__]
        server.add_tool(
            does,
            name=does.__name__,
            title=words["title"],
            description=words["description"],
            annotations=ToolAnnotations(read_only_hint=True, open_world_hint=False),
            structured_output=True,
        )
    return server
