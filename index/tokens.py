"""The terms of lexical search: single characters and pairs of neighbours, whole words for Latin letters and digits."""

import re
import unicodedata

RUN = re.compile(r"[〇㐀-䶿一-鿿\U00020000-\U0003347F]+|[a-z0-9]+(?:\.[0-9]+)*")


def normalise(text: str) -> str:
    """Fold width and case, so that Ａ, A and a are one."""
    return unicodedata.normalize("NFKC", text).lower()


def terms(text: str) -> list[str]:
    """Cut a text into its terms, repeats included, in order."""
    found: list[str] = []
    for run in RUN.findall(normalise(text)):
        found += _grams(run) if run[0] > "z" else [run]
    return found


def pairs(text: str) -> set[str]:
    """Return the terms that say something by themselves: pairs of characters, words of more than one letter."""
    return {term for term in terms(text) if len(term) > 1}


def _grams(run: str) -> list[str]:
    return [*run, *(run[at : at + 2] for at in range(len(run) - 1))]
