"""What a question speaks of that nothing cited does: said beside the answer, which is then one in part."""

import re

from assistant.evidence import most
from assistant.folding import fold, simplify
from assistant.lacking import Lacking
from assistant.outcomes import fixed_texts
from assistant.question import Question

LEAST_NAMED = 0.3
"""Importance of a word that is said to be lacking."""
CLAUSE = re.compile(r"[^,。;:!?]+")


def unsaid(question: Question, text: str) -> tuple[str, ...]:
    """Return the notice that a text lacks weighty words of a question; none where it has them all."""
    measure = Lacking(_from_the_place_on(question), question.synonyms)
    if measure(text).greatest <= most().word:
        return ()
    words = "、".join(word.text for word in measure.words(text) if word.importance >= LEAST_NAMED)
    return (fixed_texts()["notice"]["not_said"].format(words=words),)


def _from_the_place_on(question: Question) -> str:
    """The topic without the clauses before the one that names the place: they only tell why somebody asks."""
    written = [place.written for place in question.places if place.written]
    clauses = CLAUSE.findall(fold(simplify(question.text)))
    first = next((at for at, clause in enumerate(clauses) if any(words in clause for words in written)), 0)
    told = "".join(clauses[:first])
    return " ".join(part for part in question.topic.split() if part not in told)
