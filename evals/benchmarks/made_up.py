"""Questions about subjects that no text knows: nothing may be answered to them."""

import random
import tomllib
from collections.abc import Sequence
from importlib import resources

from index.library import Library
from index.words import cutter, is_word

SEED = 3
LONGEST = 4
"""Characters."""


def made_up(libraries: Sequence[Library], count: int) -> list[str]:
    """Ask for so many words of the vocabulary of which not even two characters stand in any of the libraries."""
    texts = "".join(library.document_text(document.id) for library in libraries for document in library.documents())
    unknown = [
        word
        for word in cutter().places
        if is_word(word) and len(word) <= LONGEST and not any(word[at : at + 2] in texts for at in range(len(word) - 1))
    ]
    file = resources.files("evals.benchmarks").joinpath("made_up.toml")
    sentences: list[str] = tomllib.loads(file.read_text("utf-8"))["sentences"]
    subjects = random.Random(SEED).sample(unknown, min(count, len(unknown)))
    return [sentences[at % len(sentences)].format(subject=subject) for at, subject in enumerate(subjects)]
