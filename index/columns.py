"""Say what the columns of a table of tasks hold; the words stand in columns.toml."""

import tomllib
from functools import cache
from importlib import resources


@cache
def _roles() -> tuple[dict[str, list[str]], frozenset[str]]:
    table = tomllib.loads(resources.files("index").joinpath("columns.toml").read_text("utf-8"))
    return table["roles"], frozenset(table["carried"])


@cache
def column_role(title: str) -> str | None:
    """Say what a column holds (category, task, requirement, deadline, body, lead, join); None if unknown."""
    bare = "".join(title.split())
    return next((role for role, words in _roles()[0].items() if any(word in bare for word in words)), None)


def is_carried(title: str) -> bool:
    """Tell whether the values of a column go on downwards through empty cells."""
    return column_role(title) in _roles()[1]
