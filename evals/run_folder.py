"""The folder of a run: settings, cases, provisions and answers, then scores made of them."""

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter

from evals.answers import Given
from evals.cases import Case, read_cases
from evals.lines import WriteError, mend, parsed, read_lines, write_lines, write_whole
from evals.origin import Texts
from evals.scoring import Scored
from evals.summary import Summary
from index.errors import UsageError

SETTINGS, CASES, HELD, ANSWERS, SCORES, SUMMARY = (
    "settings.json", "cases.jsonl", "provisions.json", "answers.jsonl", "scores.jsonl", "summary.json",
)  # fmt: skip
LATEST = "latest"
NAME = re.compile(r"\d{8}-\d{6}(-\d+)?")
_given: TypeAdapter[Given] = TypeAdapter(Given)
_scored: TypeAdapter[Scored] = TypeAdapter(Scored)
_summary = TypeAdapter(Summary)
_held = TypeAdapter(dict[str, str])
_case = TypeAdapter(Case)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """What a run was made with; enough to go on with it, and to know what it says."""

    started: datetime
    version: str | None
    """Of the program, where it is installed."""
    commit: str | None
    """Of the program, where it runs in a git checkout; with + where files had been changed since."""
    generation: str
    documents: dict[str, str]
    """SHA-256 by document id."""
    model_sha256: str
    composer: str
    repeat: int
    cases: str
    """SHA-256 of the ids of the cases: runs with the same one can be put in one line."""
    options: dict[str, str | int | bool | list[str] | None]
    """As they were given on the command line."""
    texts: Texts | None = None
    """Whose words answered; None in runs of an older program."""


_settings = TypeAdapter(RunSettings)


class RunFolder:
    """One run on disk."""

    def __init__(self, path: Path) -> None:
        """Name the folder; nothing is read yet."""
        self.path = path

    @property
    def name(self) -> str:
        """The name that commands take."""
        return self.path.name

    @classmethod
    def create(cls, runs: Path, settings: RunSettings, cases: Sequence[Case], held: dict[str, str]) -> "RunFolder":
        """Start a run in a new folder.

        Raises:
            WriteError: it cannot be written.
        """
        name = f"{settings.started:%Y%m%d-%H%M%S}"
        taken = (runs / f"{name}-{number}" for number in range(2, 1000))
        path = runs / name
        try:
            runs.mkdir(parents=True, exist_ok=True, mode=0o700)
            while path.exists():
                path = next(taken)
            path.mkdir(mode=0o700)
        except OSError as error:
            raise WriteError(
                f"评测结果无法写入：{path}（{error.strerror}）；请检查权限，或设置 DISCLOSURE_RUNS"
            ) from error
        run = cls(path)
        write_lines(path / CASES, cases, _case)
        write_whole(path / HELD, _held.dump_json(held))
        write_whole(path / SETTINGS, _settings.dump_json(settings, indent=2))
        return run

    def settings(self) -> RunSettings:
        """Return what it was made with."""
        return parsed(_read(self.path / SETTINGS), _settings, str(self.path / SETTINGS))

    def cases(self) -> list[Case]:
        """Return the cases as they were when it was scored last."""
        return read_cases([self.path / CASES])

    def held(self) -> dict[str, str]:
        """Return the fingerprint of every provision the cases might have cited, by document#address."""
        return parsed(_read(self.path / HELD), _held, str(self.path / HELD))

    def answers(self) -> list[Given]:
        """Return the answers that are there; the last line, where the run was killed while it was written, is none."""
        return read_lines(self.path / ANSWERS, _given) if mend(self.path / ANSWERS) else []

    def append(self, given: Iterable[Given]) -> None:
        """Keep answers one by one, as they come.

        Raises:
            WriteError: one cannot be written; those before it are kept.
        """
        path = self.path / ANSWERS
        mend(path)
        try:
            with path.open("ab", buffering=0) as file:
                for one in given:
                    _write_line(file.fileno(), _given.dump_json(one) + b"\n")
        except OSError as error:
            raise WriteError(
                f"{path} 无法写入（{error.strerror}）；已有的作答都在，清理磁盘后用 "
                f"disclosure eval run --resume {self.name} 继续"
            ) from error

    def keep_scores(self, cases: Sequence[Case], scored: Sequence[Scored], summary: Summary) -> None:
        """Keep the scores, and the cases by which they were given.

        Raises:
            WriteError: they cannot be written; those before still are there.
        """
        write_lines(self.path / CASES, cases, _case)
        write_lines(self.path / SCORES, scored, _scored)
        write_whole(self.path / SUMMARY, _summary.dump_json(summary, indent=2))

    def scores(self) -> list[Scored]:
        """Return the scores.

        Raises:
            UsageError: it has not been scored.
        """
        if not (self.path / SCORES).exists():
            raise UsageError(f"运行 {self.name} 尚未评分；请先运行 disclosure eval score {self.name}")
        return read_lines(self.path / SCORES, _scored)

    def summary(self) -> Summary | None:
        """Return the summary; None where it has not been scored."""
        path = self.path / SUMMARY
        return parsed(_read(path), _summary, str(path)) if path.exists() else None

    def damage(self) -> str | None:
        """Say what keeps it out of a list of runs and how that is mended; None where nothing does."""
        try:
            self.settings()
        except UsageError as error:
            return f"{error}；这次运行已不可用，请把文件夹 {self.path} 移走"
        try:
            if self.summary() is None:
                self.cases(), self.answers()
        except UsageError as error:
            return f"{error}；请运行 disclosure eval score {self.name} 重新评分，仍读不出就把文件夹 {self.path} 移走"
        return None


def all_runs(runs: Path) -> list[RunFolder]:
    """Return the runs of a folder, oldest first."""
    found = sorted(runs.iterdir()) if runs.is_dir() else []
    return [RunFolder(path) for path in found if NAME.fullmatch(path.name) and (path / SETTINGS).is_file()]


def find_run(runs: Path, name: str) -> RunFolder:
    """Return a run by its name, by its folder, or the latest.

    Raises:
        UsageError: there is no such run.
    """
    existing = all_runs(runs)
    if name == LATEST and existing:
        return existing[-1]
    for path in (runs / name, Path(name)):
        if (path / SETTINGS).is_file():
            return RunFolder(path)
    known = "、".join(run.name for run in existing[-5:]) or "无"
    raise UsageError(f"没有名为 {name} 的运行（{runs}）；最近的运行：{known}")


def _write_line(descriptor: int, line: bytes) -> None:
    rest = memoryview(line)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"读不出 {path}（{error.strerror}）；这不是完整的评测运行") from error
