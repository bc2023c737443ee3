"""What a judging model has to reply."""

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict, Field, StrictBool, ValidationError

from assistant.wording.reply import without_wrapping
from evals.experts import Said


class Supported(BaseModel):
    """Whether one citation bears out what it stands behind."""

    model_config = ConfigDict(extra="ignore")

    marker: int
    supports: StrictBool


class Judged(BaseModel):
    """The whole reply."""

    model_config = ConfigDict(extra="ignore")

    answer: Said
    citations: list[Supported] = Field(max_length=200)
    reason: str = Field(max_length=2_000)


def read_reply(text: str, markers: Iterable[int]) -> Judged | None:
    """Read a reply; None where it is not what was asked for, or does not speak of each citation just once."""
    try:
        found = Judged.model_validate_json(without_wrapping(text))
    except ValidationError:
        return None
    return found if sorted(one.marker for one in found.citations) == sorted(markers) else None
