"""Faults as one-line JSON objects, in the form of RFC 9457."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import Field, create_model
from starlette.exceptions import HTTPException

from assistant.api.words import WORDS
from index.errors import UserError

MEDIA_TYPE = "application/problem+json"
_FIELDS: dict[str, Any] = {
    name: (kind, Field(description=WORDS["problem"][name]))
    for name, kind in (("status", int), ("title", str), ("detail", str))
}
PROBLEM = create_model("Problem", __doc__=WORDS["problem"]["_"], **_FIELDS)


class ProblemError(Exception):
    """A request that cannot be answered, with what to tell the program."""

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers = status, detail, headers


def problem(status: int, detail: str = "", headers: Mapping[str, str] | None = None) -> JSONResponse:
    """Return the response for a fault; without `detail` says what is usual for the status. Line ends become blanks."""
    title = WORDS["titles"].get(str(status), WORDS["titles"]["400"])
    said = detail or WORDS["usual"].get(str(status), title)
    content = {"status": status, "title": title, "detail": " ".join(said.split())}
    return JSONResponse(content, status, headers, media_type=MEDIA_TYPE)


def handle_problems(app: FastAPI) -> None:
    """Let every fault of an application be answered as a problem."""
    app.add_exception_handler(ProblemError, _known)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(UserError, _unusable)
    app.add_exception_handler(Exception, _fault)


async def _known(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ProblemError)
    return problem(error.status, error.detail, error.headers)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    """Name the fields that are wrong; what was sent is not repeated."""
    assert isinstance(error, RequestValidationError)
    return problem(422, "；".join(map(_said, error.errors())))


def _said(fault: Mapping[str, Any]) -> str:
    # The place begins with the part of the request; where the JSON is wrong as a whole, a number follows.
    place = "" if fault["type"] == "json_invalid" else ".".join(map(str, fault["loc"][1:]))
    words = WORDS["invalid"].get(fault["type"], WORDS["invalid"]["other"])
    return f"{place}：{words.format(**fault.get('ctx', {}))}".removeprefix("：")


async def _refused(request: Request, error: Exception) -> JSONResponse:
    """Answer what the framework refuses: an unknown path, another method, a body too large."""
    assert isinstance(error, HTTPException)
    return problem(error.status_code, headers=error.headers)


async def _unusable(request: Request, error: Exception) -> JSONResponse:
    return problem(503, str(error))


async def _fault(request: Request, error: Exception) -> JSONResponse:
    return problem(500)
