"""The interface as an application of its own, to be mounted beside the page."""

from collections.abc import Callable
from typing import Any, NamedTuple

from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from assistant.api.asking import Asking
from assistant.api.problems import MEDIA_TYPE, PROBLEM, handle_problems
from assistant.api.reading import Reading
from assistant.api.reference import reference_page
from assistant.api.words import WORDS
from assistant.programs import models
from assistant.programs.ports import Answering, Held

PATH = "/api/v1"
VERSION = "1"
FAULTS = ("4XX", "5XX")
NO_REPORTS = dict.fromkeys(("tracing", "metrics", "logs", "operation_spans", "auto_configure"), False)
"""FastAPI would report to a collector that the environment or another library names."""


class Interface(FastAPI):
    """Says in its description what faults look like."""

    def openapi(self) -> dict[str, Any]:
        """Return the OpenAPI description, in which problems have their own media type."""
        if self.openapi_schema is None:
            described = super().openapi()
            operations = (operation for methods in described["paths"].values() for operation in methods.values())
            for response in (operation["responses"][status] for operation in operations for status in FAULTS):
                response["content"] = {MEDIA_TYPE: response["content"]["application/json"]}
        return self.openapi_schema or {}


class Operation(NamedTuple):
    """One thing that can be asked for."""

    name: str
    method: str
    path: str
    does: Callable[..., Any]
    reply: type[BaseModel]


def build_api(answering: Answering, held: Held) -> FastAPI:
    """Build the application; it is served at `PATH`, behind the guards of the page."""
    words = WORDS["interface"]
    app = Interface(
        title=words["title"],
        description=words["description"],
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        servers=[{"url": PATH}],
        root_path_in_servers=False,
        telemetry=NO_REPORTS,  # type: ignore[arg-type]
        redirect_slashes=False,
    )
    handle_problems(app)
    for operation in _operations(Asking(answering), Reading(held)):
        _add(app, operation)
    app.get("/docs", include_in_schema=False, response_class=HTMLResponse)(lambda: reference_page(app.openapi()))
    return app


def _operations(asking: Asking, reading: Reading) -> tuple[Operation, ...]:
    return (
        Operation("ask", "POST", "/ask", asking.ask, models.ANSWER),
        Operation("search", "POST", "/search", reading.search, models.SEARCH),
        Operation("documents", "GET", "/documents", reading.documents, models.DOCUMENTS),
        Operation("provisions", "GET", "/documents/{document_id}/provisions", reading.provisions, models.PROVISIONS),
        Operation("provision", "GET", "/documents/{document_id}/provision", reading.provision, models.PROVISION),
        Operation("duties", "GET", "/duties", reading.duties, models.DUTIES),
    )


def _add(app: FastAPI, operation: Operation) -> None:
    words = WORDS["operations"][operation.name]
    problem = {"model": PROBLEM, "description": WORDS["problem"]["_"]}
    app.add_api_route(
        operation.path,
        operation.does,
        methods=[operation.method],
        operation_id=operation.name,
        summary=words["summary"],
        description=words["description"],
        response_model=None,  # written by the same code as everywhere, not a second time by a model
        response_description=words["summary"],
        responses={200: {"model": operation.reply}, **dict.fromkeys(FAULTS, problem)},
    )
