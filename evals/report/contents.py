"""All that a report says, whatever form it takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evals.baseline import read_baseline
from evals.between import compare_runs
from evals.compare import Comparison, compare, results
from evals.experts import Judgement, read_judgements, worth_of_cases
from evals.judging.told import Judging, told_of
from evals.report.figures import (
    NO_DOCUMENT,
    Confusion,
    Group,
    Point,
    by_document,
    by_kind,
    confusion,
    risk_coverage,
    trend,
)
from evals.report.rows import Row, rows
from evals.report.words import words
from evals.retrieval import Retrieval, is_measurable, measure_retrieval
from evals.run_folder import RunFolder, RunSettings, all_runs
from evals.summary import Summary, summarise


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """One run, ready to be told."""

    name: str
    settings: RunSettings
    summary: Summary
    retrieval: Retrieval | None
    has_retrieval: bool
    """Whether retrieval could be measured at all."""
    rows: tuple[Row, ...]
    kinds: tuple[Group, ...]
    documents: tuple[Group, ...]
    confusion: Confusion
    risk: tuple[Point, ...]
    trend: tuple[tuple[str, Summary], ...]
    against: str | None
    """Name of what it is compared with."""
    comparison: Comparison | None
    judgements: tuple[Judgement, ...]
    judging: Judging | None
    """What a language model made of it, where one was asked."""


def gather(run: RunFolder, *, library: Path, against: RunFolder | Path | None) -> Contents:
    """Read a run and everything beside it.

    Args:
        run: Scored.
        library: Beside which the judgements of experts are kept.
        against: Another run, the file of a baseline, or nothing.

    Raises:
        UsageError: something cannot be read; the message names it.
    """
    cases, answers, scored = run.cases(), run.answers(), run.scores()
    comparison = _comparison(run, against)
    judgements = read_judgements(library, run.name)
    judging = told_of(run, judgements)
    opinions = judging.opinions if judging else {}
    found = [
        replace(row, opinion=opinions.get((row.case.id, row.repeat)))
        for row in rows(cases, answers, scored, comparison, worth_of_cases(judgements))
    ]
    settings = run.settings()
    return Contents(
        name=run.name,
        settings=settings,
        summary=summarise(scored),
        retrieval=measure_retrieval(cases, answers, scored) if is_measurable() else None,
        has_retrieval=is_measurable(),
        rows=tuple(found),
        kinds=tuple(_named(by_kind(found), words()["kinds"])),
        documents=tuple(_named(by_document(found), _titles(found) | {NO_DOCUMENT: words()["no_document"]})),
        confusion=confusion(found),
        risk=tuple(risk_coverage(found)),
        trend=tuple(trend(all_runs(run.path.parent), settings.cases)),
        against=_name(against),
        comparison=comparison,
        judgements=tuple(judgements),
        judging=judging,
    )


def _comparison(run: RunFolder, against: RunFolder | Path | None) -> Comparison | None:
    if isinstance(against, RunFolder):
        return compare_runs(against, run)
    return compare(read_baseline(against), results(run.scores())) if against else None


def _name(against: RunFolder | Path | None) -> str | None:
    if isinstance(against, RunFolder):
        return against.name
    return f"{words()['baseline']}（{against.name}）" if against else None


def _titles(found: Sequence[Row]) -> dict[str, str]:
    """Return the titles of documents as far as they were cited."""
    return {one.citation.document_id: one.citation.document_title for row in found for one in row.citations}


def _named(groups: Sequence[Group], names: Mapping[str, str]) -> list[Group]:
    return [group._replace(name=names.get(group.name, group.name)) for group in groups]
