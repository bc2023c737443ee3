"""One run: its summary, its kinds, and every case that failed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from assistant.ui.evaluating.cases import case_details, name_of, score_button
from assistant.ui.evaluating.listing import percent
from assistant.ui.marks import does
from assistant.ui.markup import Html, tag
from assistant.ui.texts import Texts
from evals.answers import Given
from evals.cases import Case
from evals.experts import Judgement, read_judgements, worth_of_cases
from evals.judging.told import Judging, told_of
from evals.report.figures import by_kind
from evals.report.rows import Row, rows
from evals.report.words import named
from evals.run_folder import ANSWERS, CASES, SCORES, RunFolder
from evals.scoring import Scored
from evals.summary import Summary, summarise

REPORT_BOX = "evaluating-report-of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A run with everything that is shown of it."""

    name: str
    summary: Summary
    rows: tuple[Row, ...]
    judgements: tuple[Judgement, ...]
    judging: Judging | None


def open_run(run: RunFolder, library: Path) -> Opened:
    """Read a run that has been scored.

    Raises:
        UsageError: it has not been, or something of it cannot be read.
    """
    cases, answers, scored = _read(run.path, _stamp(run.path))
    judgements = read_judgements(library, run.name)
    judging = told_of(run, judgements)
    opinions = judging.opinions if judging else {}
    found = [
        replace(row, opinion=opinions.get((row.case.id, row.repeat)))
        for row in rows(cases, answers, scored, None, worth_of_cases(judgements))
    ]
    return Opened(
        name=run.name,
        summary=summarise(scored),
        rows=tuple(found),
        judgements=tuple(judgements),
        judging=judging,
    )


@lru_cache(maxsize=4)
def _read(path: Path, stamp: tuple[int, ...]) -> tuple[list[Case], list[Given], list[Scored]]:
    """Read what takes a second of a run of hundreds of answers; an expert comes back to it with each sentence."""
    run = RunFolder(path)
    return run.cases(), run.answers(), run.scores()


def _stamp(path: Path) -> tuple[int, ...]:
    files = [file for file in (path / CASES, path / ANSWERS, path / SCORES) if file.exists()]
    return tuple(file.stat().st_mtime_ns for file in files)


def run_page(run: Opened, texts: Texts) -> Html:
    """Show a run."""
    failing = [row for row in run.rows if not row.passed]
    passing = [row for row in run.rows if row.passed]
    return tag(
        "div",
        tag("h2", f"{texts['evaluating.run']} {run.name}"),
        tag("p", does(REPORT_BOX, run.name, texts["evaluating.report"], kind="plain")),
        tag("div", _summary(run.summary, texts), _kinds(run.rows, texts), class_="tables"),
        *_people(run, texts),
        tag("h3", texts["evaluating.failing"].format(count=len(failing))),
        *(case_details(row, run.name, texts) for row in failing),
        Html() if failing else tag("p", texts["evaluating.none_failing"]),
        _passing(passing, run.name, texts),
        class_="evaluating one-run",
    )


def _summary(summary: Summary, texts: Texts) -> Html:
    shown = []
    for name, label in named("figures", texts["evaluating.language"]).items():
        value = getattr(summary, name)
        is_share = name not in ("length", "median_ms", "p95_ms")
        said = percent(value) if is_share else "—" if value is None else f"{value:.0f}"
        shown.append(tag("tr", tag("th", label, scope="row"), tag("td", said)))
    return tag("table", tag("caption", texts["evaluating.summary"]), tag("tbody", *shown))


def _kinds(found: Sequence[Row], texts: Texts) -> Html:
    heads = [tag("th", texts[f"evaluating.{name}"], scope="col") for name in ("kind", "share", "answers")]
    kinds = named("kinds", texts["evaluating.language"])
    lines = [
        tag(
            "tr",
            tag("th", kinds.get(group.name, group.name), scope="row"),
            tag("td", tag("progress", value=str(group.right), max=str(group.scored), title=f"{group.right}")),
            tag("td", f"{group.right}/{group.scored}"),
        )
        for group in by_kind(found)
    ]
    return tag(
        "table",
        tag("caption", texts["evaluating.by_kind"]),
        tag("thead", tag("tr", *heads)),
        tag("tbody", *lines),
    )


def _people(run: Opened, texts: Texts) -> list[Html]:
    said = []
    if run.judgements:
        worth = sum(one.worth for one in run.judgements) / len(run.judgements)
        people = "、".join(dict.fromkeys(one.by for one in run.judgements))
        said_of = texts["evaluating.experts"]
        said.append(tag("p", said_of.format(count=len(run.judgements), people=people, worth=percent(worth))))
    if run.judging:
        said.append(tag("p", judging_line(run.judging, texts)))
    return said


def judging_line(judging: Judging, texts: Texts) -> str:
    """Say what a language model made of a run, and how far people agree with it."""
    counts = {word.value: count for word, count in judging.counts.items()} | {"unjudged": judging.unjudged}
    n, raw, kappa = judging.people.said
    if raw is None:
        return texts["evaluating.no_common"].format(**counts)
    shown = "—" if kappa is None else f"{kappa:.2f}"
    return texts["evaluating.judged"].format(**counts, raw=percent(raw), kappa=shown, n=n)


def _passing(found: Sequence[Row], run: str, texts: Texts) -> Html:
    lines = [tag("li", tag("b", name_of(row)), " ", row.case.question, score_button(row, run, texts)) for row in found]
    head = tag("summary", texts["evaluating.passing"].format(count=len(found)))
    return tag("details", head, tag("ul", *lines, class_="passing", lang="zh-CN"))
