"""Two things of which the same is asked (补正和答复各几天): each has the provision that says it of that one."""

import re
from collections.abc import Sequence

from assistant.compose.quantity import Figure
from assistant.compose.sentences import sentences
from assistant.draft import Hit
from assistant.folding import fold, simplify
from assistant.question import Question
from assistant.source import Source

ASKED = re.compile(
    r"(?P<one>[^,。?:;和与跟及、]{2,12})[和与跟及、](?P<other>[^,。?:;和与跟及、]{2,12}?)"
    r"(?:各(?![自地级类种项位省市区县部单])|各自|分别)(?P<asks>[^,。?]{2,})"
)
NEARER = 0.05
"""How much nearer in meaning what is added must be than all that is chosen already."""


def for_each(
    chosen: Sequence[Hit], hits: Sequence[Hit], question: Question, figure: Figure | None, source: Source
) -> list[Hit]:
    """Return the hits to add, of the document of the first one; none where not the same is asked of two things."""
    asked = ASKED.search(fold(simplify(question.asking or question.text)))
    if asked is None or not chosen or len(question.documents or ()) > 1:
        return []
    own = [hit for hit in hits if hit.document.id == chosen[0].document.id]
    own = [hit for hit in own if figure is None or figure.stands_in(hit.provision)]
    added: list[Hit] = []
    for thing in (asked["one"], asked["other"]):
        near = {hit.provision.id: _nearness(hit, thing + asked["asks"], figure, source) for hit in own}
        best = max(own, key=lambda hit: near[hit.provision.id], default=None)
        taken = [near.get(hit.provision.id, 0.0) for hit in (*chosen, *added)]
        if best is not None and near[best.provision.id] > max(taken) + NEARER:
            added.append(best)
    return added


def _nearness(hit: Hit, query: str, figure: Figure | None, source: Source) -> float:
    """Cosine of the query to the nearest sentence that has what is asked for."""
    texts = [one.text for one in sentences(hit.provision) if figure is None or figure.said_by(one.text)]
    if not texts:
        return 0.0
    return float((source.embed(texts) @ source.embed([query]).T).max())
