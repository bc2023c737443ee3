"""What the body of a request may hold; everything else is refused before anything is looked up."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from assistant.programs import limits
from assistant.programs.words import WORDS

Id = Annotated[str | None, Field(max_length=limits.LONGEST_NAME, description=WORDS["request"]["id"])]


class AskRequest(BaseModel):
    """提问。"""

    model_config = ConfigDict(extra="forbid", strict=True)

    question: limits.Asked
    history: limits.History = []
    id: Id = None


class SearchRequest(BaseModel):
    """检索。"""

    model_config = ConfigDict(extra="forbid", strict=True)

    query: limits.Query
    documents: limits.Within = []
    limit: limits.Most = limits.FOUND
