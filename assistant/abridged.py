"""Titles of which only some words are said, in their order: 职教改革 of 国家职业教育改革实施方案."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

WIDEST_GAP = 3
"""Characters left out inside a word that is shortened: 个(人所得)税."""
ADJOINING, SHORTENED = 1.0, 0.5
"""What two said characters count that stand side by side in the title, or have such a gap between them."""
SHORTEST_PIECE = 2
"""Characters; a single one far from the others is there by chance."""


class Fit(NamedTuple):
    """Some last characters of what is said, found in a title."""

    length: int
    score: float
    """How closely they stand together in the title: 0 to length - 1."""


def fits(said: str, title: str) -> list[Fit]:
    """Return how the last characters of what is said stand in a title in their order, the shortest first.

    They are pieces of at least two characters; within a piece at most `WIDEST_GAP` of the title's are left out.
    """
    found: list[Fit] = []
    states: dict[tuple[int, bool], float] = {
        (at, False): 0.0 for at in range(len(title)) if said and title[at] == said[-1]
    }
    for length in range(2, len(said) + 1):
        states = _prepended(said[-length], states, title)
        if not states:
            break
        whole = [score for (_, is_piece), score in states.items() if is_piece]
        found += [Fit(length, max(whole))] if whole else []
    return found


def _prepended(char: str, states: dict[tuple[int, bool], float], title: str) -> dict[tuple[int, bool], float]:
    """Put one more character before what is found; a state is where it begins and whether its first piece is one."""
    after: dict[tuple[int, bool], float] = {}
    for (begin, is_piece), score in states.items():
        at = title.rfind(char, 0, begin)
        while at >= 0:
            gap = begin - at - 1
            near = gap <= WIDEST_GAP
            if near or is_piece:
                state = (at, near)
                gained = (SHORTENED if gap else ADJOINING) if near else 0.0
                after[state] = max(after.get(state, 0.0), score + gained)
            at = title.rfind(char, 0, at)
    return after


class Abridged(Generic[T]):
    """Titles, each with what it means, found by the characters they hold."""

    def __init__(self, titles: Iterable[tuple[str, T]]) -> None:
        """File the titles."""
        self._titles = list(titles)
        self._holding: dict[str, int] = defaultdict(int)
        """The places of the titles that hold a character, as the bits of a number."""
        for place, (title, _) in enumerate(self._titles):
            for char in set(title):
                self._holding[char] |= 1 << place

    def holding(self, chars: str) -> Iterator[tuple[str, T]]:
        """Yield the titles that hold all of some characters, at a cost that follows how many they are."""
        found = (1 << len(self._titles)) - 1
        for char in chars:
            found &= self._holding.get(char, 0)
        while found:
            last = found & -found
            yield self._titles[last.bit_length() - 1]
            found ^= last
