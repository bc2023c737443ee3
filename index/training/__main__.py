"""Command line of the training: `python -m index.training --help`."""

import json
import logging
from pathlib import Path
from typing import Annotated

import typer

from index.training.run import CorpusFiles, run, run_folds
from index.training.settings import TrainingSettings

DEFAULTS = TrainingSettings()
Input = Annotated[Path, typer.Option(exists=True, dir_okay=False)]


def main(
    laws: Input,
    articles: Input,
    questions: Input,
    out: Annotated[Path, typer.Option(file_okay=False)],
    folds: Annotated[int, typer.Option(help="Train so many models, each without a part of the questions.")] = 0,
    epochs: Annotated[int, typer.Option(min=1)] = DEFAULTS.epochs,
    learning_rate: Annotated[float, typer.Option(min=0)] = DEFAULTS.learning_rate,
    tuning_epochs: Annotated[int, typer.Option(min=0)] = DEFAULTS.tuning_epochs,
    tuning_rate: Annotated[float, typer.Option(min=0)] = DEFAULTS.tuning_rate,
    documents: Annotated[list[Path] | None, typer.Option(exists=True, file_okay=False)] = None,
    seed: int = DEFAULTS.seed,
) -> None:
    """Train the default embedding model; with --folds, print what models find that have not seen the questions."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    settings = TrainingSettings(
        epochs=epochs,
        learning_rate=learning_rate,
        tuning_epochs=tuning_epochs,
        tuning_rate=tuning_rate,
        seed=seed,
    )
    files = CorpusFiles(laws, articles, questions, tuple(documents or ()))
    if folds:
        typer.echo(json.dumps([figures._asdict() for figures in run_folds(files, out, settings, folds)]))
    else:
        run(files, out, settings)


if __name__ == "__main__":
    typer.run(main)
