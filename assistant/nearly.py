"""Documents called by nearly their title: a word left out, a character mistyped."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from assistant.catalogue import Catalogue, Entry
from assistant.regions import regions_in

DIGITS = re.compile(r"\d+")
SHORTEST = 10
"""Characters of a title; shorter ones are easily near to something else."""
LEAST_LIKE = 88
"""Per cent, against the likest stretch of the question."""
LEAST_SAID = 0.85
"""Share of the title's length that this stretch has."""


def nearly_named(plain: str, catalogue: Catalogue) -> Iterator[tuple[str, Entry]]:
    """Yield what stands in a bare text for nearly the whole title of a document, with the document."""
    long = [title for title in catalogue.titles if len(title) >= SHORTEST]
    for title, _, _ in process.extract(plain, long, scorer=fuzz.partial_ratio, score_cutoff=LEAST_LIKE, limit=3):
        found = fuzz.partial_ratio_alignment(title, plain, score_cutoff=LEAST_LIKE)
        said = plain[found.dest_start : found.dest_end] if found else ""
        if said != title and len(said) >= LEAST_SAID * len(title) and _same_facts(said, title):
            yield said, catalogue.titles[title]


def _same_facts(said: str, title: str) -> bool:
    """Whether two names have the same years and places: one character tells 2014 from 2016."""
    return DIGITS.findall(said) == DIGITS.findall(title) and regions_in(said) == regions_in(title)
