"""Report pages out of their templates."""

from dataclasses import fields
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from evals.lines import write_whole
from evals.report.charts import latency_chart, risk_chart, shares_chart, trend_chart
from evals.report.contents import Contents
from evals.report.junit import as_junit
from evals.report.table import as_csv, as_xlsx
from evals.report.words import words

HTML, MARKDOWN, CSV, XLSX, JUNIT = "report.html", "report.md", "cases.csv", "cases.xlsx", "junit.xml"


def write_report(contents: Contents, folder: Path) -> list[Path]:
    """Write every form of the report into a folder and return the files.

    Raises:
        WriteError: one cannot be written.
    """
    files = {
        HTML: as_html(contents).encode(),
        MARKDOWN: as_markdown(contents).encode(),
        CSV: as_csv(contents),
        XLSX: as_xlsx(contents),
        JUNIT: as_junit(contents),
    }
    for name, content in files.items():
        write_whole(folder / name, content)
    return [folder / name for name in files]


def as_html(contents: Contents) -> str:
    """Return the page; it holds everything it shows."""
    told = words()["charts"]
    charts = {
        "trend": trend_chart(contents.trend) if len(contents.trend) > 1 else "",
        "kinds": shares_chart(contents.kinds, told["kinds"]) if contents.kinds else "",
        "documents": shares_chart(contents.documents, told["documents"]) if contents.documents else "",
        "risk": risk_chart(contents.risk) if len(contents.risk) > 1 else "",
        "latency": latency_chart([row.milliseconds for row in contents.rows]),
    }
    return _environment(is_page=True).get_template("report.html").render(**_values(contents), charts=charts)


def as_markdown(contents: Contents) -> str:
    """Return the summary, the groups and what failed."""
    return _environment(is_page=False).get_template("report.md").render(**_values(contents))


def _environment(*, is_page: bool) -> Environment:
    environment = Environment(
        loader=PackageLoader("evals.report", "templates"),
        autoescape=is_page,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["cell"] = lambda text: " ".join(str(text).split()).replace("|", "\\|").replace("<", "&lt;")
    return environment


def _values(contents: Contents) -> dict[str, object]:
    figures, names = words()["figures"], words()["changes"]
    shown = [field.name for field in fields(contents.summary) if field.name in figures]
    changed = contents.comparison.changes if contents.comparison else {}
    return {
        "run": contents,
        "words": words(),
        "figures": [(name, figures[name], getattr(contents.summary, name)) for name in shown],
        "changes": [(names[change], change.value, ids) for change, ids in changed.items() if ids],
    }
