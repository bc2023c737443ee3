"""Case drills: a citizen's request, the steps the officer takes, and the provisions to cite for each."""

import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from random import Random
from typing import Any

FIGURES = 3
"""So many measures with figures are a scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One decision of the officer."""

    ask: str
    options: tuple[str, ...]
    right: frozenset[int]
    provisions: tuple[str, ...]
    """Addresses offered, in the order of the text; those of the key are among them."""
    cite: frozenset[str]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """One request with its steps."""

    id: str
    title: str
    request: str
    document_id: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What an officer chose, held against the key."""

    is_right: bool
    """Whether the measure is right."""
    cited: tuple[str, ...]
    """Provisions of the key that were chosen."""
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    """Provisions chosen that do not carry the step."""

    @property
    def is_whole(self) -> bool:
        """Whether measure and provisions are both right."""
        return self.is_right and not self.missing and not self.extra


@cache
def drills() -> tuple[Drill, ...]:
    """Return the shipped drills."""
    text = resources.files("assistant.quiz").joinpath("drills.toml").read_text("utf-8")
    return tuple(_drills(tomllib.loads(text)))


def compare(step: Step, options: Collection[int], provisions: Collection[str]) -> Compared:
    """Hold what was chosen against the key."""
    return Compared(
        is_right=set(options) == step.right,
        cited=tuple(one for one in step.provisions if one in step.cite and one in provisions),
        missing=tuple(one for one in step.provisions if one in step.cite and one not in provisions),
        extra=tuple(one for one in step.provisions if one not in step.cite and one in provisions),
    )


def _drills(table: dict[str, Any]) -> Iterator[Drill]:
    for entry in table["drills"]:
        yield Drill(
            id=entry["id"],
            title=entry["title"],
            request=entry["request"],
            document_id=table["document"],
            steps=tuple(_step(step, f"{entry['id']} {number}") for number, step in enumerate(entry["steps"])),
        )


def _step(entry: dict[str, Any], seed: str) -> Step:
    """Read a step; measures and provisions are mixed, always in the same way, but for figures, which stay in order."""
    offered = [*entry["cite"], *entry["not"]]
    Random(seed).shuffle(offered)
    places = list(range(len(entry["options"])))
    if sum(bool(re.search(r"\d", option)) for option in entry["options"]) < FIGURES:
        Random(f"{seed} measures").shuffle(places)
    return Step(
        ask=entry["ask"],
        options=tuple(entry["options"][place] for place in places),
        right=frozenset(places.index(place) for place in entry["right"]),
        provisions=tuple(offered),
        cite=frozenset(entry["cite"]),
        why=entry["why"],
    )
