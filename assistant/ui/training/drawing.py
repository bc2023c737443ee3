"""Draw a sheet of questions as the settings ask for."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from assistant.quiz.draw import Sheet, Wishes, draw
from assistant.quiz.material import MOST_READ, Material
from assistant.quiz.question import Kind
from assistant.quiz.words import words
from assistant.ui.ports import Sources
from assistant.ui.texts import Texts

MOST_QUESTIONS, MOST_SEED = 60, 999_999


class Refused(NamedTuple):
    """Why nothing was drawn, and what to change."""

    reason: str


def draw_sheet(
    sources: Sources,
    documents: Sequence[str],
    kinds: Sequence[str],
    count: float | None,
    seed: float | None,
    texts: Texts,
) -> Sheet | Refused:
    """Draw a sheet; settings come from the browser and may be anything."""
    held = list(sources.documents())
    chosen = tuple(one.id for one in held if one.id in documents) or tuple(one.id for one in held)
    wanted = tuple(kind for kind in Kind if kind.value in kinds)
    if not chosen:
        return Refused(texts["training.no_documents"])
    if not wanted:
        return Refused(texts["training.no_kinds"])
    if count is None or count != int(count) or not 1 <= count <= MOST_QUESTIONS:
        return Refused(texts["training.bad_count"].format(most=MOST_QUESTIONS))
    if seed is None or seed != int(seed) or not 0 <= seed <= MOST_SEED:
        return Refused(texts["training.bad_seed"].format(most=MOST_SEED))
    ranked = sorted(held, key=lambda one: (one.id not in chosen, one.id))
    read = ranked[: max(MOST_READ, len(chosen))] if len(chosen) < MOST_READ else ranked[: len(chosen)]
    material = Material(read, sources.document_provisions)
    sheet = draw(Wishes(documents=chosen, kinds=wanted, count=int(count), seed=int(seed)), material)
    if len(read) < len(held):
        told = words()["shortage"]["many"].format(read=len(read))
        sheet = sheet._replace(shortages=(*sheet.shortages, told))
    return _without_claims(sheet)


def _without_claims(sheet: Sheet) -> Sheet:
    """Leave out what only the check needs: it holds on to the provisions of the whole library."""
    return sheet._replace(questions=tuple(replace(question, claims=()) for question in sheet.questions))
