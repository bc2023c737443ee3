"""Bind cases to the words that a person has read, wherever that is asked for."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from evals.binding import bind, read_bindings, write_bindings
from evals.cases import Case
from evals.memory import remember
from evals.provisions import Words, absent, places_of
from index.errors import UsageError


def accept(cases: Sequence[Case], held: Mapping[str, Words], *, by: str, library: Path, bindings: Path) -> int:
    """Bind the expected provisions of cases to the words they have now; return how many bindings changed.

    Raises:
        UsageError: nobody vouches for it.
        WriteError: bindings or words cannot be written.
    """
    if not by.strip():
        raise UsageError("请署名：由谁确认（--by）")
    before = read_bindings(bindings)
    after = bind(cases, held, before, by=by.strip(), on=datetime.now().astimezone().date())
    write_bindings(bindings, after)
    remember(library, held, [place for case in cases for place in places_of(case)])
    return sum(before.get(key) != one for key, one in after.items())


def check_held(cases: Sequence[Case], held: Mapping[str, Words]) -> None:
    """See that what cases expect is there to be bound.

    Raises:
        UsageError: the provisions of one are gone.
    """
    for case in cases:
        if lacking := absent(case, held):
            raise UsageError(f"用例 {case.id} 应引的条款已不在资料库中：{'；'.join(lacking)}；请先改用例的 must_cite")
