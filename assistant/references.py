"""Find the held document that a title or document number means."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from assistant.grounds import Named, grounds_words
from assistant.regions import NATIONWIDE, lies_in
from index.corpus import Document
from index.metadata import normalise_number, normalise_title

STATE = "中华人民共和国"


class References:
    """The documents of a library by id, document number and title."""

    def __init__(self, documents: Sequence[Document]) -> None:
        """File the documents under each of their names."""
        self._by_id = {document.id: document for document in documents}
        self._by_number: dict[str, list[Document]] = defaultdict(list)
        self._by_title: dict[str, list[Document]] = defaultdict(list)
        for document in documents:
            if document.document_number:
                self._by_number[normalise_number(document.document_number)].append(document)
            for key in {key for title in _titles(document) for key in _keys(title)}:
                self._by_title[key].append(document)

    def by_id(self, document_id: str) -> Document | None:
        """Return a document by its id."""
        return self._by_id.get(document_id)

    def find(self, named: Named, speaker: Document) -> Document | None:
        """Return the document that another one means by a name; None if the library does not hold it.

        Of several under one title the latest that can hold where the speaker does is meant. A decree goes on
        under its title when a revision gives it another number; any other number that differs is another text.
        """
        if named.number and (numbered := self._by_number.get(named.number)):
            return _latest(numbered, speaker)
        if named.title is None:
            return None
        titled = [document for key in _keys(named.title) for document in self._by_title.get(key, ())]
        return _latest([document for document in titled if _may_be(document, named.number)], speaker)


def _titles(document: Document) -> Iterable[str]:
    return (document.title, *document.alternative_titles)


def _keys(title: str) -> tuple[str, ...]:
    """The title, what a notice with this title hands out, and both without the state's name."""
    verbs = "|".join(grounds_words()["handing_out"])
    handed = re.search(rf"关于(?:{verbs})《?(?P<title>[^《》]{{4,}}?)》?的(?:通知|函)$", title)
    whole = [title, *([handed["title"]] if handed else [])]
    return tuple(dict.fromkeys(normalise_title(name).removeprefix(STATE) for name in whole))


def _may_be(document: Document, number: str | None) -> bool:
    if number is None or document.document_number is None:
        return True
    return "〔" not in number or "〔" not in document.document_number


def _latest(candidates: Sequence[Document], speaker: Document) -> Document | None:
    held = [document for document in candidates if document.id != speaker.id and _holds_for(document, speaker)]
    return max(held, key=lambda document: (document.issued is not None, document.issued, document.id), default=None)


def _holds_for(document: Document, speaker: Document) -> bool:
    """Whether a text can hold where the speaker stands; where a place is not known it may."""
    anywhere = (None, NATIONWIDE)
    if document.region in anywhere or speaker.region in anywhere:
        return True
    return lies_in(speaker.region, document.region or "")
