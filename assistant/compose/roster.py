"""Questions that order a list of names: a provision that has none does not answer them."""

import re
from functools import cache

from assistant.compose.sentences import HOLDER
from assistant.compose.words import pattern, words
from assistant.folding import fold, simplify
from index.corpus import Provision

ENUMERATED = re.compile(r"(?:[^、,。;:]{2,8}、){7}")
"""Many short names in a row."""


@cache
def _asked() -> re.Pattern[str]:
    called, give, given, not_given = (words("roster")[name] for name in ("called", "give", "given", "not_given"))
    return re.compile(
        rf"(?:{called})[^,。?]{{0,4}}{given}|(?:{give})[^,。?]{{0,14}}(?:{called})(?![^,。?]{{0,6}}(?:{not_given}))"
    )


@cache
def _announced() -> re.Pattern[str]:
    return re.compile(rf"(?:{words('roster')['called']})[^,。;]{{0,6}}(?:如下)?:")


def asks_roster(question: str) -> bool:
    """Whether a question orders a list of names to be given."""
    return bool(_asked().search(fold(simplify(question))))


def holds_roster(provision: Provision) -> bool:
    """Whether a provision is, or has in it, a list of names."""
    folded = fold(provision.shown_text)
    return (
        bool(pattern("roster", "called").search(provision.heading_path))
        or any(HOLDER.match(line.strip()) for line in provision.shown_text.splitlines())
        or bool(_announced().search(folded) or ENUMERATED.search(folded))
    )
