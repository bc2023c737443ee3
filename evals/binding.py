"""Bindings: the words of each expected provision that a person had before them when the case was accepted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib import resources
from pathlib import Path

from pydantic import TypeAdapter

from evals.cases import Case
from evals.lines import read_lines, write_lines
from evals.provisions import Words, fingerprint, places_of

FILE = "bindings.jsonl"
Key = tuple[str, str]
"""Case and document#address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """One expected provision of one case, with fingerprints of its words as far as they were seen."""

    case: str
    place: str
    digest: str | None = None
    official: str | None = None
    by: str
    date: date


_binding = TypeAdapter(Binding)


def shipped_bindings() -> Path:
    """Return the file of bindings that belongs to this distribution."""
    return Path(str(resources.files("evals").joinpath(FILE)))


def read_bindings(path: Path) -> dict[Key, Binding]:
    """Read bindings; none where there is no file.

    Raises:
        UsageError: a line is no binding; file and line are named.
    """
    lines = read_lines(path, _binding) if path.exists() else []
    return {(one.case, one.place): one for one in lines}


def write_bindings(path: Path, bindings: Mapping[Key, Binding]) -> None:
    """Write bindings in the order of cases and places.

    Raises:
        WriteError: they cannot be written; those before still are there.
    """
    write_lines(path, (bindings[key] for key in sorted(bindings)), _binding)


def bind(
    cases: Iterable[Case], held: Mapping[str, Words], bindings: Mapping[Key, Binding], *, by: str, on: date
) -> dict[Key, Binding]:
    """Bind all expected provisions of some cases that are held to the words they have now.

    What is known of words that are not held (the official ones, where there are digests) stays.
    Bindings of provisions that these cases no longer expect go.
    """
    kept = dict(bindings)
    for case in cases:
        places = places_of(case)
        for key in [key for key in kept if key[0] == case.id and key[1] not in places]:
            del kept[key]
        for place in places:
            if words := held.get(place):
                kept[case.id, place] = _bound(case.id, place, words, kept.get((case.id, place)), by, on)
    return kept


def _bound(case: str, place: str, words: Words, before: Binding | None, by: str, on: date) -> Binding:
    seen = {name: fingerprint(text) for name, text in (("digest", words.digest), ("official", words.official)) if text}
    if before is None:
        return Binding(case=case, place=place, by=by, date=on, **seen)
    if all(getattr(before, name) == value for name, value in seen.items()):
        return before
    return replace(before, by=by, date=on, **seen)


def unbound_cases(cases: Sequence[Case], bindings: Mapping[Key, Binding]) -> list[str]:
    """Return the ids of cases with an expected provision that was never bound."""
    return [case.id for case in cases if any((case.id, place) not in bindings for place in places_of(case))]
