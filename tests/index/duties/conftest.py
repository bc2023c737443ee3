import tomllib
from pathlib import Path

import pytest

from index.corpus import Cell, Provision

HERE = Path(__file__).parent


@pytest.fixture
def provision():
    def make(text, *, kind="项", heading="", start=100, cells=(), warnings=(), address="一、(一)"):
        return Provision(
            document_id="made-up",
            address=address,
            kind=kind,
            heading=heading,
            headings=(),
            text=text,
            own_text=text,
            lead_in="",
            start=start,
            end=start + len(text),
            parent=None,
            cells=tuple(cells),
            warnings=tuple(warnings),
        )

    return make


@pytest.fixture
def row(provision):
    """A row of a table, from column titles and texts; a text `(text, address)` is carried from that address."""

    def make(**columns):
        cells, text = [], ""
        for column, value in columns.items():
            words, carried_from = value if isinstance(value, tuple) else (value, None)
            start = 100 + len(text)
            text += f"{words}\n\t"
            cells.append(
                Cell(
                    column=column,
                    text=words,
                    start=start,
                    end=start + len(words),
                    carried_from=carried_from,
                )
            )
        return provision(text, kind="行", heading="行头", cells=cells, address="一、第2行")

    return make


@pytest.fixture
def expected():
    return lambda name: tomllib.loads((HERE / f"expected_{name}.toml").read_text("utf-8"))
