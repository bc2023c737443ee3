"""What is to be checked, in plain words and with what to do: of one document, and of the library."""

from collections.abc import Mapping, Sequence

from assistant.checking import Finding, Weight, findings, library_findings
from assistant.lineage import Lineage
from assistant.survey import Survey
from assistant.ui.library.table import opens_document
from assistant.ui.marks import opens_provision
from assistant.ui.markup import Html, join, tag
from assistant.ui.texts import Texts
from index.corpus import Document

SHOWN = 40
"""Documents or provisions named for one finding."""
FACTS = "facts"


def document_checks(document: Document, survey: Survey, lineage: Lineage, texts: Texts) -> Html:
    """Show what is to be checked about one document."""
    found = findings(document, survey, lineage)
    if not found:
        return tag("p", texts["library.check.none"], class_="quiet")
    entries = (_entry(finding, [_where(document, finding, texts)], texts) for finding in found)
    return tag("ul", *entries, class_="checks")


def library_checks(
    documents: Sequence[Document], surveys: Mapping[str, Survey], lineage: Lineage, texts: Texts
) -> Html:
    """Show what is to be checked in some documents, one entry for each kind."""
    kinds = library_findings(documents, surveys, lineage)
    if not kinds:
        return tag("p", texts["library.check.none_all"].format(documents=len(documents)), class_="quiet")
    entries = (_entry(found[0][1], [_documents(found, texts)], texts) for found in kinds.values())
    return join([tag("p", _summary(documents, kinds, texts)), tag("ul", *entries, class_="checks")])


def _summary(
    documents: Sequence[Document], kinds: Mapping[str, Sequence[tuple[Document, Finding]]], texts: Texts
) -> str:
    concerned: dict[Weight, set[str]] = {weight: set() for weight in Weight}
    for found in kinds.values():
        for document, finding in found:
            concerned[finding.weight].add(document.id)
    counts = {f"{weight.value}s": len(ids) for weight, ids in concerned.items()}
    return texts["library.check.summary"].format(documents=len(documents), **counts)


def _entry(finding: Finding, where: Sequence[Html], texts: Texts) -> Html:
    weight = tag(
        "span", texts[f"library.check.weight.{finding.weight.value}"], class_=f"badge weight-{finding.weight.value}"
    )
    said = tag("p", weight, " ", texts[f"library.check.{finding.kind}.said"])
    todo = tag("p", tag("b", texts["library.check.do"]), texts[f"library.check.{finding.kind}.todo"], class_="todo")
    return tag("li", said, todo, *where)


def _where(document: Document, finding: Finding, texts: Texts) -> Html:
    """Name what exactly, and the provisions, which open."""
    parts = []
    if finding.details:
        parts.append(tag("p", texts["library.check.what"], "；".join(_details(finding, texts)), class_="quiet"))
    if finding.addresses:
        openers = [
            opens_provision(document.id, address, address, kind="entry") for address in finding.addresses[:SHOWN]
        ]
        rest = len(finding.addresses) - SHOWN
        more = [texts["library.check.more_places"].format(count=rest)] if rest > 0 else []
        parts.append(tag("p", texts["library.check.where"], *openers, *more, class_="places"))
    return join(parts)


def _details(finding: Finding, texts: Texts) -> list[str]:
    if finding.kind == FACTS:
        return [texts[f"library.check.field.{name}"] for name in finding.details]
    return list(finding.details)


def _documents(found: Sequence[tuple[Document, Finding]], texts: Texts) -> Html:
    entries = [
        tag("li", opens_document(document, texts), " ", tag("span", _brief(finding, texts), class_="said"))
        for document, finding in found[:SHOWN]
    ]
    rest = len(found) - SHOWN
    more = [tag("li", texts["library.check.more"].format(count=rest))] if rest > 0 else []
    unfolded = len(found) <= 3
    return tag(
        "details",
        tag("summary", texts["library.check.documents"].format(count=len(found))),
        tag("ul", *entries, *more),
        open=unfolded,
    )


def _brief(finding: Finding, texts: Texts) -> str:
    return "；".join(_details(finding, texts)[:3]) or "；".join(finding.addresses[:3])
