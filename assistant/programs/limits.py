"""How much another program may send and get at once."""

from typing import Annotated

from pydantic import Field, StringConstraints

from assistant.programs.words import WORDS

LONGEST_QUESTION = 10_000
"""Characters; the settings may allow fewer."""
LONGEST_NAME = 200
MOST_HISTORY = 40
MOST_DOCUMENTS = 100
MOST_FOUND = 40
FOUND = 10
LARGEST_PAGE = 200
PAGE = 50
_SAID = WORDS["request"]

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_QUESTION)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_NAME)]

Asked = Annotated[Words, Field(description=_SAID["question"])]
History = Annotated[list[Words], Field(max_length=MOST_HISTORY, description=_SAID["history"])]
Query = Annotated[Words, Field(description=_SAID["query"])]
Within = Annotated[list[Name], Field(max_length=MOST_DOCUMENTS, description=_SAID["documents"])]
Most = Annotated[int, Field(ge=1, le=MOST_FOUND, description=_SAID["limit"])]
DocumentId = Annotated[Name, Field(description=_SAID["document_id"])]
Address = Annotated[Name, Field(description=_SAID["address"])]
Body = Annotated[Name, Field(description=_SAID["body"])]
Offset = Annotated[int, Field(ge=0, description=_SAID["offset"])]
Limit = Annotated[int, Field(ge=1, le=LARGEST_PAGE, description=_SAID["limit"])]
