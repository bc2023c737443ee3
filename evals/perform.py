"""A run from the first question to the scores, for whoever asks for one: the command or the page."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant.opening import EXTRACTIVE, model_of, open_assistant
from assistant.settings import Settings
from evals.answers import Progress
from evals.cases import Case
from evals.memory import remember_words
from evals.run import Answerer, Options, answer, rescore, start
from evals.run_folder import RunFolder, find_run
from index.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A new run, or one to go on with."""

    cases: Sequence[Case] = ()
    resume: str | None = None
    """Name of a run; it brings everything else along."""
    repeat: int = 1
    composer: str = EXTRACTIVE
    options: Options = field(default_factory=dict)
    """As they were chosen, to be written down."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A run that has its folder, and who answers it."""

    folder: RunFolder
    assistant: Answerer
    model: str


def begin(settings: Settings, wanted: Wanted, opening: Callable[[str, int, int], None]) -> Begun:
    """Open the library and make the folder of a new run, or find the one to go on with.

    Raises:
        UserError: documents, model or library cannot be used, there is no such run, or its folder cannot be written.
    """
    runs = settings.runs_folder
    going_on = find_run(runs, wanted.resume) if wanted.resume else None
    composer = going_on.settings().composer if going_on else wanted.composer
    assistant = open_assistant(settings, opening, composer=composer)
    model = model_of(settings.library) or ""
    folder = going_on or start(
        runs,
        wanted.cases,
        assistant,
        model=model,
        repeat=wanted.repeat,
        composer=composer,
        options=wanted.options,
    )
    remember_words(settings.library, folder.cases(), assistant)
    return Begun(folder, assistant, model)


def finish(begun: Begun, progress: Progress) -> RunFolder:
    """Answer what is not answered yet, and score; what `progress` raises stops it, and what is answered stays.

    Raises:
        UserError: as `answer`.
    """
    answer(begun.folder, begun.assistant, progress, model=begun.model)
    rescore(begun.folder)
    return begun.folder


def choose(cases: Sequence[Case], only: str | None, kinds: Sequence[str] | None) -> list[Case]:
    """Return the cases whose id has a pattern and whose kind is one of some.

    Raises:
        UsageError: the pattern is none, a kind is not there, or nothing is left.
    """
    try:
        pattern = re.compile(only or "")
    except re.error as error:
        raise UsageError(f"--only 不是有效的正则表达式：{error}") from error
    unknown = sorted(set(kinds or ()) - {case.kind for case in cases})
    if unknown:
        known = "、".join(sorted({case.kind for case in cases}))
        raise UsageError(f"没有这类用例：{'、'.join(unknown)}；现有：{known}")
    wanted = [case for case in cases if pattern.search(case.id) and (not kinds or case.kind in kinds)]
    if not wanted:
        raise UsageError("没有符合条件的用例")
    return wanted
