"""The tools: what another assistant may ask, each with a typed result."""

import json
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from typing import Annotated, Any

from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult, TextContent

from assistant.answer import Outcome
from assistant.programs import models, replies
from assistant.programs.limits import (
    FOUND,
    PAGE,
    Address,
    Asked,
    DocumentId,
    History,
    Limit,
    Most,
    Offset,
    Query,
    Within,
)
from assistant.programs.ports import Answering, Held
from index.errors import UserError

WORDS: dict[str, Any] = tomllib.loads(files("assistant.mcp").joinpath("words.toml").read_text("utf-8"))
_FAULTS: dict[str, str] = WORDS["faults"]


@dataclass(frozen=True, slots=True)
class Tools:
    """Plain functions, which the protocol's server runs in threads."""

    answering: Answering
    held: Held

    def ask(self, question: Asked, history: History = []) -> Annotated[CallToolResult, models.ANSWER]:  # noqa: B006
        """Answer a question, as `disclosure ask --json` does."""
        with _told():
            answer = self.answering.ask(question, history)
        if answer.status is Outcome.ERROR:
            raise ToolError(answer.text)
        return _result(answer.to_json())

    def search_provisions(
        self,
        query: Query,
        documents: Within = [],  # noqa: B006 - the protocol shows the default
        limit: Most = FOUND,
    ) -> Annotated[CallToolResult, models.SEARCH]:
        """Find provisions."""
        for name in replies.unknown(self.held, documents):
            raise ToolError(_FAULTS["no_document"].format(id=name))
        with _told():
            return _result(replies.as_json(replies.search(self.held, query, documents=documents, limit=limit)))

    def get_provision(self, document_id: DocumentId, address: Address) -> Annotated[CallToolResult, models.PROVISION]:
        """Return one provision."""
        if replies.unknown(self.held, [document_id]):
            raise ToolError(_FAULTS["no_document"].format(id=document_id))
        with _told():
            found = replies.provision(self.held, document_id, address)
        if found is None:
            raise ToolError(_FAULTS["no_provision"].format(id=document_id, address=address))
        return _result(replies.as_json(found))

    def list_documents(self, offset: Offset = 0, limit: Limit = PAGE) -> Annotated[CallToolResult, models.DOCUMENTS]:
        """List the documents."""
        return _result(replies.as_json(replies.documents(self.held, offset=offset, limit=limit)))


@contextmanager
def _told() -> Iterator[None]:
    """Pass a fault that a person can mend on in its own words; of all others only the tool's name is told."""
    try:
        yield
    except UserError as error:
        raise ToolError(str(error)) from error


def _result(written: dict[str, Any]) -> CallToolResult:
    """Return a result typed, and as text for assistants that read no types."""
    text = json.dumps(written, ensure_ascii=False)
    return CallToolResult(content=[TextContent(type="text", text=text)], structured_content=written)
