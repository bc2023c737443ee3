"""What the tab knows of the runs on this machine."""

from dataclasses import dataclass
from pathlib import Path

from assistant.settings import Settings
from evals.cases import Case, read_cases, shipped_cases
from evals.run_folder import RunFolder, RunSettings, all_runs
from evals.summary import Summary
from index.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One run in the list."""

    folder: RunFolder
    settings: RunSettings
    summary: Summary | None
    """None where it was not finished."""
    answered: int
    """Lines of answers; counted only where it was not finished."""
    expected: int


def settings_of(library: Path | None) -> Settings:
    """Return the settings by which a library is found, with the folder of its runs.

    Raises:
        UsageError: the page has no library, or the environment is wrong.
    """
    if library is None:
        raise UsageError("页面没有资料库文件夹，无法评测；请用 disclosure chat 打开页面")
    return Settings.read(library=library)


def listed(runs: Path) -> list[Listed]:
    """Return the runs that can be read, the newest first."""
    return [_listed(folder) for folder in reversed(all_runs(runs)) if folder.damage() is None]


def damages(runs: Path) -> list[str]:
    """Say of each run that cannot be read what is wrong with it and what to do, the newest first."""
    return [found for folder in reversed(all_runs(runs)) if (found := folder.damage()) is not None]


def _listed(folder: RunFolder) -> Listed:
    summary, settings = folder.summary(), folder.settings()
    if summary is not None:
        return Listed(folder=folder, settings=settings, summary=summary, answered=0, expected=0)
    expected = len(folder.cases()) * settings.repeat
    return Listed(folder=folder, settings=settings, summary=None, answered=len(folder.answers()), expected=expected)


def chosen_run(runs: Path, name: str) -> RunFolder:
    """Return a run of this folder; the name comes from the browser.

    Raises:
        UsageError: there is none of that name.
    """
    for one in all_runs(runs):
        if one.name == name:
            return one
    raise UsageError(f"没有名为 {name} 的运行（{runs}）")


def known_cases(*, kept: bool) -> list[Case]:
    """Return the program's cases."""
    return read_cases(shipped_cases(kept=kept))
