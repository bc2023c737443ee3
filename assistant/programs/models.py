"""Pydantic models of what is returned, made from the dataclasses themselves so that there is one shape only."""

from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, Field, create_model

from assistant.answer import Answer
from assistant.programs.shapes import DocumentsReply, DutiesReply, ProvisionsReply, SearchReply, WholeProvision
from assistant.programs.words import WORDS


@cache
def described(shape: type) -> type[BaseModel]:
    """Return the model of a dataclass as `plain` writes it: tuples are lists, an empty word is null.

    Raises:
        KeyError: a field has no description.
    """
    words = WORDS["common"] | WORDS[shape.__name__]
    hints = get_type_hints(shape)
    entries: dict[str, Any] = {
        field.name: (_plain_type(hints[field.name]), Field(description=words[field.name])) for field in fields(shape)
    }
    if shape is Answer:
        entries = {"id": (str | None, Field(description=words["id"]))} | entries
    model: type[BaseModel] = create_model(shape.__name__, __doc__=words["_"], **entries)
    return model


def _plain_type(hint: Any) -> Any:  # noqa: ANN401 - a type hint has no type of its own
    """Return the type that a value of another has after `plain`."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is tuple:
        return list[_plain_type(inner[0])]  # type: ignore[misc]
    if origin is dict:
        return dict[str, inner[1]]  # type: ignore[valid-type]
    if origin in (UnionType, Union):
        return Union[tuple(map(_plain_type, inner))]  # noqa: UP007 - | takes no tuple
    if hint is str:
        return str | None
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        # As a class of its own it would bring our docstring along.
        return Literal[tuple(member.value for member in hint)]
    return described(hint) if is_dataclass(hint) and isinstance(hint, type) else hint


ANSWER = described(Answer)
SEARCH = described(SearchReply)
DOCUMENTS = described(DocumentsReply)
PROVISIONS = described(ProvisionsReply)
PROVISION = described(WholeProvision)
DUTIES = described(DutiesReply)
