"""The filter of a question: what can be chosen, and what was chosen."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from assistant.answer import Scope
from assistant.names import dated
from assistant.question import Filter
from assistant.ui.ports import Sources
from assistant.ui.texts import Texts

T = TypeVar("T")

REGION, YEAR, DOCUMENT, BODY = KINDS = ("region", "year", "document", "body")
MOST_BODIES = 200
LEAST_CHARS = 3
"""Of the name of a body that is offered."""


def choices(sources: Sources, texts: Texts) -> list[tuple[str, str]]:
    """Return what a question can be restricted to, as labels and values; regions first, bodies last."""
    offered = [f"{kind}:{value}" for kind, value in _offered(sources)]
    titles = {document.id: document.title for document in sources.documents()}
    return [(label(choice, titles, texts), choice) for choice in offered]


def label(choice: str, titles: Mapping[str, str], texts: Texts) -> str:
    """Name one restriction for a person."""
    kind, _, value = choice.partition(":")
    name = f"《{titles.get(value, value)}》" if kind == DOCUMENT else value
    return texts[f"chat.filter.{kind}"].format(name=name)


def _offered(sources: Sources) -> Iterator[tuple[str, str]]:
    documents = sources.documents()
    for region in dict.fromkeys(document.region for document in documents if document.region):
        yield REGION, region
    for year in sorted({year for document in documents for year in dated(document)}, reverse=True):
        yield YEAR, str(year)
    for document in documents:
        yield DOCUMENT, document.id
    bodies = Counter(
        duty.actor
        for document in documents
        for provision in sources.document_provisions(document.id)
        for duty in provision.duties
        if duty.actor and len(duty.actor) >= LEAST_CHARS
    )
    for body, _ in bodies.most_common(MOST_BODIES):
        yield BODY, body


def chosen(values: Sequence[str] | None) -> Filter:
    """Read what was chosen; it comes from the browser, and what means nothing restricts nothing."""
    by_kind: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for value in values or ():
        kind, _, name = value.partition(":")
        if kind in by_kind and name:
            by_kind[kind].append(name)
    return Filter(
        documents=tuple(by_kind[DOCUMENT]),
        regions=tuple(by_kind[REGION]),
        years=tuple(int(year) for year in by_kind[YEAR] if year.isdecimal()),
        bodies=tuple(by_kind[BODY]),
    )


def restrictions(scope: Scope, within: Filter) -> Iterator[str]:
    """Yield what an answer was restricted to, in the question or beside it, as choices.

    A body that the question names restricts nothing; only one that was chosen does.
    """
    yield from (f"{DOCUMENT}:{document}" for document in scope.documents)
    yield from (f"{REGION}:{region}" for region in scope.regions)
    yield from (f"{YEAR}:{year}" for year in scope.years)
    yield from (f"{BODY}:{body}" for body in within.bodies)


def without(choice: str, within: Filter) -> Filter:
    """Take one restriction away, whether it was chosen or read out of the question."""
    kind, _, name = choice.partition(":")
    own = chosen([choice])
    kept = replace(
        within,
        documents=_rest(within.documents, own.documents),
        regions=_rest(within.regions, own.regions),
        years=_rest(within.years, own.years),
        bodies=_rest(within.bodies, own.bodies),
    )
    if kept != within or kind == BODY or not name:
        return kept
    ignored = within.ignored
    return replace(
        within,
        ignored=Scope(
            documents=(*ignored.documents, *own.documents),
            regions=(*ignored.regions, *own.regions),
            years=(*ignored.years, *own.years),
        ),
    )


def _rest(values: tuple[T, ...], gone: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(value for value in values if value not in gone)
