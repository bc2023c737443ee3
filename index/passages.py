"""What is searched: one passage a provision that has words of its own, with the context that lends it meaning."""

import hashlib
import re
from dataclasses import dataclass

from index.corpus import Document, Provision

NOT_SEARCHED = {"题注", "落款"}
"""Parts of the frame that answer nothing; what they say is in the catalogue."""
SENTENCE_END = re.compile(r"(?<=。)|\n")
SHORTEST_SENTENCE = 6
"""Characters; less says nothing by itself."""
TITLE_ONLY_KINDS = {"编", "章", "节", "类"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The searchable form of one provision: text shown and text embedded are different things."""

    provision_id: str
    document_id: str
    context: str
    """Title, number and headings of what it stands in."""
    words: str
    """Lead-in and own words."""

    @property
    def embedding_text(self) -> str:
        """The words to embed: the text with its context."""
        return f"{self.context}\n{self.words}"

    @property
    def sentences(self) -> tuple[str, ...]:
        """The words to embed for each of its sentences, with the same context; none where it is only one."""
        found = [part for part in SENTENCE_END.split(self.words) if len(part.strip()) >= SHORTEST_SENTENCE]
        return tuple(f"{self.context}\n{part}" for part in found) if len(found) > 1 else ()

    @property
    def sha256(self) -> str:
        """Changes when, and only when, what is embedded changes."""
        return hashlib.sha256(self.embedding_text.encode()).hexdigest()


def is_searched(provision: Provision) -> bool:
    """Leave out views, bare titles and the frame that answers nothing."""
    if not provision.own_text or provision.kind in TITLE_ONLY_KINDS:
        return False
    return not (provision.kind == "框" and provision.address.rpartition("·")[2] in NOT_SEARCHED)


def passages(document: Document) -> list[Passage]:
    """Return the passages of a document in reading order."""
    head = " ".join(part for part in (document.title, document.document_number) if part)
    return [
        Passage(
            provision_id=provision.id,
            document_id=document.id,
            context=" ".join([head, *provision.headings]),
            words=provision.searched_text,
        )
        for provision in document.provisions
        if is_searched(provision)
    ]
