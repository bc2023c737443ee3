"""Run cases: answer them into a folder that a kill does not spoil, then score what was answered."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from evals.answers import Answering, Progress, generate
from evals.cases import Case
from evals.commit import commit, version
from evals.origin import texts_of
from evals.provisions import Holding, fingerprints, held_words
from evals.run_folder import RunFolder, RunSettings
from evals.scoring import score_all
from evals.summary import Summary, summarise
from index.errors import UsageError

Options = dict[str, str | int | bool | list[str] | None]


class Answerer(Answering, Holding, Protocol):
    """Answers from a library that it knows."""

    @property
    def generation(self) -> str:
        """The name of the library's generation."""
        ...


def start(
    runs: Path, cases: Sequence[Case], assistant: Answerer, *, model: str, repeat: int, composer: str, options: Options
) -> RunFolder:
    """Make the folder of a new run."""
    ids = "\n".join(sorted(case.id for case in cases))
    settings = RunSettings(
        started=datetime.now().astimezone(),
        version=version(),
        commit=commit(),
        generation=assistant.generation,
        documents=_texts(assistant),
        model_sha256=model,
        composer=composer,
        repeat=repeat,
        cases=hashlib.sha256(ids.encode()).hexdigest(),
        options=options,
        texts=texts_of(cases, assistant),
    )
    return RunFolder.create(runs, settings, cases, fingerprints(held_words(cases, assistant)))


def answer(run: RunFolder, assistant: Answerer, progress: Progress, *, model: str) -> None:
    """Answer what of a run is not answered yet.

    Raises:
        UsageError: it was begun with other texts, or another embedding model, than the assistant has now.
        WriteError: an answer cannot be kept; those before it are.
    """
    settings = run.settings()
    if (settings.documents, settings.model_sha256) != (_texts(assistant), model):
        raise UsageError(
            f"运行 {run.name} 用的是资料库 {settings.generation}，文件或模型与现在的（{assistant.generation}）不同，"
            "不能继续；请重新运行 disclosure eval run"
        )
    done = {(given.case, given.repeat) for given in run.answers()}
    run.append(generate(run.cases(), assistant, repeat=settings.repeat, done=done, progress=progress))


def rescore(run: RunFolder, current: Sequence[Case] = ()) -> Summary:
    """Score what a run answered, by the cases as they are now; those no longer there, as they were then."""
    now = {case.id: case for case in current}
    cases = [now.get(case.id, case) for case in run.cases()]
    scored = score_all(cases, run.answers(), run.held())
    summary = summarise(scored)
    run.keep_scores(cases, scored, summary)
    return summary


def _texts(assistant: Answerer) -> dict[str, str]:
    return {document.id: document.sha256 for document in assistant.documents()}
