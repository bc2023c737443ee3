"""What a model has to reply: statements, each with the numbers of provisions and the words that carry it."""

import re
from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.draft import DraftClaim, Support

FENCED = re.compile(r"```(?:json)?\s*(.*?)```", re.DOTALL)
THOUGHT = re.compile(r"<think>.*?</think>", re.DOTALL)
MOST_STATEMENTS = 12


class Source(BaseModel):
    """The words of one provision that carry a statement."""

    model_config = ConfigDict(extra="ignore")

    id: int
    """Number of a provision of the prompt."""
    quote: str = Field(min_length=1, max_length=2_000)


class Statement(BaseModel):
    """One sentence of the answer."""

    model_config = ConfigDict(extra="ignore")

    text: str = Field(min_length=1, max_length=600)
    sources: list[Source] = Field(min_length=1, max_length=6)


class Worded(BaseModel):
    """The whole reply."""

    model_config = ConfigDict(extra="ignore")

    statements: list[Statement] = Field(min_length=1, max_length=MOST_STATEMENTS)


def read_reply(text: str) -> Worded | None:
    """Read a reply, with or without a fence or thoughts around it; None where it is not what was asked for."""
    try:
        return Worded.model_validate_json(without_wrapping(text))
    except ValidationError:
        return None


def without_wrapping(text: str) -> str:
    """Return a reply without the fence or the thoughts that models put around what was asked for."""
    plain = THOUGHT.sub("", text)
    fenced = FENCED.search(plain)
    return (fenced[1] if fenced else plain).strip()


def claims_of(worded: Worded, shown: Sequence[Support]) -> list[DraftClaim] | None:
    """Turn statements into claims over the provisions that were shown; None where one names another number."""
    claims = []
    for statement in worded.statements:
        if not all(1 <= source.id <= len(shown) for source in statement.sources):
            return None
        supports = tuple(
            Support(
                provision=shown[source.id - 1].provision,
                document=shown[source.id - 1].document,
                quote=source.quote.strip(),
                carried_from=shown[source.id - 1].carried_from,
            )
            for source in statement.sources
        )
        claims.append(DraftClaim(text=" ".join(statement.text.split()), supports=supports))
    return claims
