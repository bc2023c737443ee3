"""Whether a run is good enough to go out with: above the bars, and nothing broken that passed before."""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from importlib import resources
from pathlib import Path

from evals.compare import CaseResult, Change, compare, results
from evals.scoring import Scored
from evals.summary import Summary, summarise
from index.errors import UsageError

FILE = "bars.toml"
TIME = "p95_ms"
"""The one bar that is not to be exceeded."""
Bars = dict[str, dict[str, float]]
"""By file of cases, then by name of a figure of `Summary`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What keeps a run from passing, one line each, and what of it was not held against the bars."""

    faults: tuple[str, ...]
    unchecked: tuple[str, ...]
    """Files of cases of which the run has a part only."""
    checked: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.faults


def shipped_bars() -> Path:
    """Return the bars that belong to this distribution."""
    return Path(str(resources.files("evals").joinpath(FILE)))


def read_bars(path: Path) -> Bars:
    """Read bars.

    Raises:
        UsageError: the file cannot be read, or names a figure that is none.
    """
    try:
        bars = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"读不出门槛文件 {path}：{error}") from error
    known = {field.name for field in fields(Summary)} - {"interval", "cases", "unscored"}
    for group, figures in bars.items():
        wrong = [name for name in figures if name not in known] if isinstance(figures, dict) else [group]
        if wrong:
            raise UsageError(f"{path} 中没有名为 {'、'.join(wrong)} 的指标；可用：{'、'.join(sorted(known))}")
    return bars


def judge(
    scored: Sequence[Scored], bars: Bars, groups: Mapping[str, Collection[str]], baseline: Mapping[str, CaseResult]
) -> Verdict:
    """Hold a run against bars and baseline.

    Args:
        scored: Of the run.
        bars: By group.
        groups: The ids of all cases of each group; bars say nothing of a part of them.
        baseline: A case that passed there and does not pass in every repeat is a fault.
    """
    faults, unchecked, checked = [], [], []
    there = {one.case for one in scored}
    for group, figures in bars.items():
        ids = set(groups.get(group, ()))
        if not ids or not ids <= there:
            unchecked.append(group)
            continue
        checked.append(group)
        faults += _below([one for one in scored if one.case in ids], group, figures)
    broken = compare(baseline, results(scored)).changes[Change.BROKEN]
    faults += [f"{case} 原来通过，现在没有通过" for case in broken]
    return Verdict(faults=tuple(faults), unchecked=tuple(unchecked), checked=tuple(checked))


def _below(scored: Sequence[Scored], group: str, figures: Mapping[str, float]) -> list[str]:
    summary = summarise(scored)
    faults = [f"{group}：{summary.unscored}条用例未能评分"] if summary.unscored else []
    for name, bar in figures.items():
        value = getattr(summary, name)
        if value is not None and (value > bar if name == TIME else value < bar):
            faults.append(f"{group}：{name} 为 {value:.4g}，门槛 {bar:.4g}")
    return faults
