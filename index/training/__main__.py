"""Command line of the training: `python -m index.training --help`."""

import logging
from pathlib import Path
from typing import Annotated

import typer

from index.training.run import CorpusFiles, run, run_folds
from index.training.settings import TrainingSettings

DEFAULTS = TrainingSettings()
FOLDS = "Train so many models instead, each without a part of the questions, to be measured on that part."
Input = Annotated[Path, typer.Option(exists=True, dir_okay=False)]


def main(
    laws: Input,
    articles: Input,
    questions: Input,
    out: Annotated[Path, typer.Option(file_okay=False)],
    folds: Annotated[int, typer.Option(help=FOLDS)] = 0,
    epochs: Annotated[int, typer.Option(min=1)] = DEFAULTS.epochs,
    learning_rate: Annotated[float, typer.Option(min=0)] = DEFAULTS.learning_rate,
    tuning_epochs: Annotated[int, typer.Option(min=0)] = DEFAULTS.tuning_epochs,
    tuning_rate: Annotated[float, typer.Option(min=0)] = DEFAULTS.tuning_rate,
    documents: Annotated[list[Path] | None, typer.Option(exists=True, file_okay=False)] = None,
    seed: int = DEFAULTS.seed,
) -> None:
    """Train the default embedding model."""
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
        run_folds(files, out, settings, folds)
    else:
        run(files, out, settings)


if __name__ == "__main__":
    typer.run(main)
