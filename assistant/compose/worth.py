"""What sentences are worth to a question: a matter of shared words alone, or of more (see `weighing`)."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from index.tokens import pairs, terms


class Worths(NamedTuple):
    """What each of several texts is worth, in their order: 0 and above."""

    whole: list[float]
    """To the question as a whole."""
    said: list[float]
    """Of that, for the words they share with it: adds up where texts are joined."""
    parts: tuple[list[float], ...] = ()
    """To each of the things it asks; none where it asks one."""


Weigh = Callable[[Sequence[str]], Worths]


def by_words(topic: str) -> Weigh:
    """Weigh by the share of a topic's words; what stands in many of the texts tells them apart less."""
    wanted = pairs(topic)

    def weigh(texts: Sequence[str]) -> Worths:
        own = [wanted & set(terms(text)) for text in texts]
        held = Counter(term for terms_of in own for term in terms_of)
        whole = sum(1 / count for count in held.values()) or 1.0
        said = [sum(1 / held[term] for term in terms_of) / whole for terms_of in own]
        return Worths(said, said)

    return weigh
