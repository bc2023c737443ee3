"""Command line of the training: `python -m index.training --help`."""

import json
import logging
from pathlib import Path
from typing import Annotated

import typer

from index.training.run import CorpusFiles, run
from index.training.settings import TrainingSettings

DEFAULTS = TrainingSettings()
Input = Annotated[Path, typer.Option(exists=True, dir_okay=False)]


def main(
    laws: Input,
    articles: Input,
    questions: Input,
    out: Annotated[Path, typer.Option(file_okay=False)],
    epochs: Annotated[int, typer.Option(min=1)] = DEFAULTS.epochs,
    learning_rate: Annotated[float, typer.Option(min=0)] = DEFAULTS.learning_rate,
    question_repeats: Annotated[int, typer.Option(min=0)] = DEFAULTS.question_repeats,
    own_repeats: Annotated[int, typer.Option(min=0)] = DEFAULTS.own_repeats,
    documents: Annotated[list[Path] | None, typer.Option(exists=True, file_okay=False)] = None,
    seed: int = DEFAULTS.seed,
) -> None:
    """Train the default embedding model and print its figures as JSON."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    settings = TrainingSettings(
        epochs=epochs,
        learning_rate=learning_rate,
        question_repeats=question_repeats,
        own_repeats=own_repeats,
        seed=seed,
    )
    figures = run(CorpusFiles(laws, articles, questions, tuple(documents or ())), out, settings)
    typer.echo(json.dumps(figures._asdict()))


if __name__ == "__main__":
    typer.run(main)
