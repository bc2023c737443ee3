"""What needs somebody's eyes: doubts of the parser, facts that are not known, rules that are not held."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from assistant.lineage import Lineage
from assistant.survey import Survey
from index.corpus import Document, Origin, Status


class Weight(StrEnum):
    """How much it matters; in this order."""

    FAULT = "fault"
    """Words of the text may be lost."""
    LOOK = "look"
    """The text has to be read against the original."""
    GAP = "gap"
    """Something is not known or not held; answers say so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One kind of thing to look at in a document."""

    kind: str
    weight: Weight
    addresses: tuple[str, ...] = ()
    """The provisions it is about; empty where it is about the document."""
    details: tuple[str, ...] = ()
    """Words that say what exactly."""


@cache
def _known() -> tuple[tuple[str, str, Weight], ...]:
    table = tomllib.loads(resources.files("assistant").joinpath("checking.toml").read_text("utf-8"))
    return tuple((entry["begins"], entry["kind"], Weight(entry["weight"])) for entry in table["warning"])


def findings(document: Document, survey: Survey, lineage: Lineage) -> tuple[Finding, ...]:
    """Return all that is to be looked at in a document, what matters most first."""
    found = [*_doubts(document, survey), *_gaps(document, lineage)]
    return tuple(sorted(found, key=lambda finding: list(Weight).index(finding.weight)))


def library_findings(
    documents: Sequence[Document], surveys: Mapping[str, Survey], lineage: Lineage
) -> dict[str, list[tuple[Document, Finding]]]:
    """Return the findings of all documents by kind, what matters most first."""
    every = [
        (document, finding) for document in documents for finding in findings(document, surveys[document.id], lineage)
    ]
    every.sort(key=lambda pair: list(Weight).index(pair[1].weight))
    kinds: dict[str, list[tuple[Document, Finding]]] = {}
    for document, finding in every:
        kinds.setdefault(finding.kind, []).append((document, finding))
    return kinds


def _doubts(document: Document, survey: Survey) -> Iterator[Finding]:
    whole: dict[tuple[str, Weight], list[str]] = {}
    for warning in document.warnings:
        whole.setdefault(_kind(warning), []).append(warning)
    for (kind, weight), details in whole.items():
        yield Finding(kind=kind, weight=weight, details=tuple(details))
    for warning, addresses in survey.warnings.items():
        kind, weight = _kind(warning)
        said = (warning,) if kind == "other" else ()
        yield Finding(kind=kind, weight=weight, addresses=addresses, details=said)


def _kind(warning: str) -> tuple[str, Weight]:
    known = ((kind, weight) for begins, kind, weight in _known() if warning.startswith(begins))
    return next(known, ("other", Weight.LOOK))


def _gaps(document: Document, lineage: Lineage) -> Iterator[Finding]:
    unknown = [
        name for name in ("document_number", "issuer", "issued", "region", "level") if not getattr(document, name)
    ]
    if unknown:
        yield Finding(kind="facts", weight=Weight.GAP, details=tuple(unknown))
    if document.status is Status.UNVERIFIED:
        yield Finding(kind="status", weight=Weight.GAP)
    if document.origin is Origin.DIGEST:
        yield Finding(kind="digest", weight=Weight.GAP)
    missing = tuple(link.name for link in lineage.implements(document.id) if link.document is None)
    if missing:
        yield Finding(kind="unheld", weight=Weight.GAP, details=missing)
