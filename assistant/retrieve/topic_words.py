"""How far the words of a topic stand in a provision and in its document, or come near what stands there."""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from assistant.lacking import Lack, Lacking
from assistant.nearness import nearness
from index.library import Library

TOLD = 40
"""Characters of a topic beyond which it tells a story: the more is told, the less each word that is lacking counts."""


class Standing(NamedTuple):
    """What is found of a topic's words; see the signs of the same names in `assistant.evidence`."""

    lacking: float
    unlike: float
    length: float


class TopicWords:
    """Measures provisions of one library against one topic."""

    def __init__(self, library: Library, topic: str, synonyms: Mapping[str, Sequence[str]]) -> None:
        """Read the topic; an everyday word of `synonyms` is said by each of its official words."""
        self._library = library
        self._length = math.log1p(len(topic))
        self._share = min(1.0, TOLD / max(1, len(topic)))
        self._lack = Lacking(topic, synonyms)
        self._of_document = cache(self._measure_document)

    def __call__(self, document_id: str, words: str) -> Standing:
        """Measure a provision, given the folded words of itself and its headings."""
        whole, title = self._of_document(document_id)
        lacking = self._lack.words(title + words)
        unlike = sum(word.importance * (1 - nearness(word.text, title + words)) for word in lacking)
        return Standing(self._share * whole.total, self._share * unlike, self._length)

    def _measure_document(self, document_id: str) -> tuple[Lack, str]:
        """Return what a document lacks, its title included, and the title."""
        document = self._library.document(document_id)
        title = document.title if document else ""
        return self._lack(title + self._library.document_text(document_id)), title
