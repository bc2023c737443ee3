"""The words of provisions as this machine saw them, kept beside its library so that a change can be shown later."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from evals.cases import Case
from evals.lines import read_lines, write_lines
from evals.provisions import Holding, Words, fingerprint, held_words, places_of

PLACE = Path("evaluation") / "words.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Some words with their fingerprint."""

    fingerprint: str
    text: str


_seen = TypeAdapter(Seen)


def recall(library: Path) -> dict[str, str]:
    """Return all words seen so far, by fingerprint; none at first.

    Raises:
        UsageError: the file is damaged; file and line are named.
    """
    path = library / PLACE
    return {one.fingerprint: one.text for one in read_lines(path, _seen)} if path.exists() else {}


def remember(library: Path, held: Mapping[str, Words], places: Iterable[str]) -> None:
    """Keep the words that some provisions have now; words seen earlier stay.

    Raises:
        WriteError: they cannot be kept.
    """
    known = recall(library)
    texts = [text for place in places if (words := held.get(place)) for text in (words.digest, words.official) if text]
    new = {fingerprint(text): text for text in texts}
    if not new.keys() <= known.keys():
        every = known | new
        write_lines(library / PLACE, (Seen(fingerprint=key, text=text) for key, text in every.items()), _seen)


def remember_words(library: Path, cases: Sequence[Case], holding: Holding) -> dict[str, Words]:
    """Keep the words of all provisions that cases expect; return those of their documents."""
    held = held_words(cases, holding)
    remember(library, held, (place for case in cases for place in places_of(case)))
    return held
