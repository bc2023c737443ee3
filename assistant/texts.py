"""Words looked for as they stand in the texts of a library."""

import re
from collections.abc import Sequence

from assistant.folding import bare
from index.library import Library

LOOKED_AT = 20
"""Passages that are read for some words, those first that have most of them."""
TITLED = re.compile("《[^》]*》")
INTRODUCED = re.compile(r"[（(]以下(?:简称|统称|合称|并称|称)[为作]?[:：]?[“\"「《‘]?(?P<short>[^）)”\"」》’]{2,20})")
REACH = 20
"""Characters before it in which the end of what is shortened stands, its punctuation counted."""
SHORTENED = 4
"""Last characters of what is shortened that must stand in the title."""
SHORTEST_SHORT = 2


class Texts:
    """The texts of a library."""

    def __init__(self, library: Library) -> None:
        """Read nothing yet."""
        self._library = library
        self._introduced: dict[str, tuple[str, ...]] = {}

    def have(self, words: str, *, besides: str | None = None) -> bool:
        """Whether a text has bare words as they stand, outside titles; `besides` is a document that does not count."""
        hits = self._library.search_lexical(words, limit=LOOKED_AT, documents=None)
        places = (hit.provision_id.partition("#") for hit in hits)
        found = (self._library.provision(name, at) for name, _, at in places if name != besides)
        return any(words in bare(TITLED.sub("□", provision.own_text)) for provision in found if provision is not None)

    def introducing(self, said: str) -> list[tuple[str, str]]:
        """Return the short forms that the documents introduce that speak of something, each with the document's id."""
        hits = self._library.search_lexical(said, limit=LOOKED_AT, documents=None)
        names = dict.fromkeys(hit.provision_id.partition("#")[0] for hit in hits)
        return [(short, name) for name in names for short in self._introduced_by(name)]

    def _introduced_by(self, name: str) -> tuple[str, ...]:
        if name not in self._introduced:
            document = self._library.document(name)
            titles = (document.title, *document.alternative_titles) if document else ()
            self._introduced[name] = introduced(titles, self._library.document_text(name))
        return self._introduced[name]


def introduced(titles: Sequence[str], text: str) -> tuple[str, ...]:
    """Return what a text introduces as short for words of its own title: 以下统称“三项制度”."""
    plain = [bare(title) for title in titles]
    found = (
        (bare(text[max(0, match.start() - REACH) : match.start()]), bare(match["short"]))
        for match in INTRODUCED.finditer(text)
    )
    return tuple(
        dict.fromkeys(
            short
            for whole, short in found
            if len(short) >= SHORTEST_SHORT and any(whole[-SHORTENED:] in title for title in plain)
        )
    )
