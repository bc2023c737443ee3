"""One document: its facts, its place among the others, what to check, its outline."""

from collections.abc import Iterator, Sequence

from assistant.lineage import Lineage
from assistant.survey import Survey
from assistant.ui.library.checks import document_checks
from assistant.ui.library.figure import document_figure
from assistant.ui.library.links import links
from assistant.ui.library.outline import outline
from assistant.ui.library.values import level_name, origin_name, status_name
from assistant.ui.marks import does, origin_badge
from assistant.ui.markup import Html, tag
from assistant.ui.texts import Texts
from index.corpus import Document, Provision


def reading(
    document: Document, provisions: Sequence[Provision], survey: Survey, lineage: Lineage, texts: Texts
) -> Html:
    """Show a document."""
    also = "；".join(f"《{title}》" for title in document.alternative_titles)
    return tag(
        "div",
        does("library_open", "", texts["library.back"], kind="goes-back"),
        tag("h2", document.title, lang="zh-CN"),
        tag("p", texts["library.document.also"], also, class_="quiet", lang="zh-CN") if also else "",
        tag("p", origin_badge(document.origin.value, texts), " ", status_name(document, texts), class_="badges"),
        tag("dl", *_facts(document, texts), class_="facts"),
        tag("p", _figures(survey, texts), class_="figures"),
        _bodies(survey, texts),
        _part(
            "lineage",
            texts["library.lineage.title"],
            links(lineage, document.id, texts),
            _drawn(document, lineage, texts),
        ),
        _part("checks", texts["library.check.title"], document_checks(document, survey, lineage, texts)),
        _part(
            "outline",
            texts["library.document.outline"],
            tag("p", texts["library.document.outline_hint"], class_="quiet"),
            outline(provisions, texts),
        ),
        class_="reading-document",
    )


def gone(texts: Texts) -> Html:
    """Say that a document is no longer held."""
    back = does("library_open", "", texts["library.back"], kind="goes-back")
    return tag("div", back, tag("p", texts["library.gone"]), class_="reading-document")


def _part(name: str, title: str, *content: str) -> Html:
    return tag("section", tag("h3", title), *content, class_=f"part of-{name}")


def _facts(document: Document, texts: Texts) -> Iterator[Html]:
    unknown = texts["library.unknown"]
    meaning = texts[f"library.meaning.{document.status.value}"]
    status = texts["library.document.status"].format(status=status_name(document, texts), meaning=meaning)
    for name, value in (
        ("number", document.document_number),
        ("issuer", document.issuer),
        ("issued", document.issued and document.issued.isoformat()),
        ("effective", document.effective and document.effective.isoformat()),
        ("region", document.region),
        ("level", level_name(document, texts)),
        ("origin", origin_name(document, texts)),
        ("id", document.id),
        ("status", status),
        ("source", document.source),
    ):
        yield tag("div", tag("dt", texts[f"library.column.{name}"]), tag("dd", value or unknown), class_=f"of-{name}")


def _figures(survey: Survey, texts: Texts) -> str:
    key = "library.document.figures" if survey.levels else "library.document.figures_flat"
    return texts[key].format(
        levels="、".join(survey.levels),
        provisions=survey.provisions,
        duties=survey.duties,
        deadlines=survey.deadlines,
        bodies=len(survey.bodies),
    )


def _bodies(survey: Survey, texts: Texts) -> Html:
    if not survey.bodies:
        return Html()
    title = tag("summary", texts["library.document.bodies"].format(count=len(survey.bodies)))
    return tag("details", title, tag("p", "、".join(survey.bodies), lang="zh-CN"), class_="bodies")


def _drawn(document: Document, lineage: Lineage, texts: Texts) -> Html:
    title = tag("summary", texts["library.lineage.picture"])
    return tag("details", title, document_figure(lineage, document, texts), class_="drawn", open=True)
