"""Searching and reading: plain functions, which FastAPI runs in threads."""

from dataclasses import dataclass
from typing import Any

from assistant.api.problems import ProblemError
from assistant.api.requests import SearchRequest
from assistant.api.words import WORDS
from assistant.programs import replies
from assistant.programs.limits import PAGE, Address, Body, DocumentId, Limit, Offset
from assistant.programs.ports import Held


@dataclass(frozen=True, slots=True)
class Reading:
    """Answers what the library holds."""

    held: Held

    def search(self, wanted: SearchRequest) -> dict[str, Any]:
        """Find provisions."""
        for name in replies.unknown(self.held, wanted.documents):
            raise _no_document(name)
        found = replies.search(self.held, wanted.query, documents=wanted.documents, limit=wanted.limit)
        return replies.as_json(found)

    def documents(self, offset: Offset = 0, limit: Limit = PAGE) -> dict[str, Any]:
        """List the documents."""
        return replies.as_json(replies.documents(self.held, offset=offset, limit=limit))

    def provisions(self, document_id: DocumentId, offset: Offset = 0, limit: Limit = PAGE) -> dict[str, Any]:
        """List the provisions of a document."""
        found = replies.provisions(self.held, document_id, offset=offset, limit=limit)
        if found is None:
            raise _no_document(document_id)
        return replies.as_json(found)

    def provision(self, document_id: DocumentId, address: Address) -> dict[str, Any]:
        """Return one provision."""
        if replies.unknown(self.held, [document_id]):
            raise _no_document(document_id)
        found = replies.provision(self.held, document_id, address)
        if found is None:
            raise ProblemError(404, WORDS["details"]["no_provision"].format(id=document_id, address=address))
        return replies.as_json(found)

    def duties(self, body: Body, offset: Offset = 0, limit: Limit = PAGE) -> dict[str, Any]:
        """List the duties of a body."""
        return replies.as_json(replies.duties(self.held, body, offset=offset, limit=limit))


def _no_document(name: str) -> ProblemError:
    return ProblemError(404, WORDS["details"]["no_document"].format(id=name))
