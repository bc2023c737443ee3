"""What experts say of answers, sentence by sentence, kept beside the library on this machine."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from statistics import fmean

from pydantic import TypeAdapter

from assistant.appending import append
from evals.lines import WriteError, read_lines
from index.errors import UsageError

PLACE = Path("evaluation") / "experts.jsonl"


class Said(StrEnum):
    """Whether a sentence is right."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"


class Cited(StrEnum):
    """Whether its citation is the right one."""

    RIGHT = "right"
    NEAR = "near"
    WRONG = "wrong"


WORTH: dict[str, float] = {"right": 1.0, "partly": 0.5, "near": 0.5, "wrong": 0.0}
SENTENCE = 0.75
"""Share of a score that the sentence makes; the citation makes the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One expert on one claim of one answer of a run."""

    run: str
    case: str
    repeat: int
    claim: int
    """Place in the answer's claims, from 0."""
    text: str
    """The claim as it was judged."""
    said: Said
    cited: Cited | None
    """None where the claim cites nothing."""
    by: str
    when: datetime

    @property
    def worth(self) -> float:
        """0 to 1, sentence and citation together."""
        said = WORTH[self.said]
        return said if self.cited is None else SENTENCE * said + (1 - SENTENCE) * WORTH[self.cited]


_judgement = TypeAdapter(Judgement)


def save_judgements(library: Path, judgements: Iterable[Judgement]) -> None:
    """Keep judgements; safe from many processes at once.

    Raises:
        UsageError: one bears no name.
        WriteError: they cannot be written; what was kept before stays whole.
    """
    new = list(judgements)
    if not all(one.by.strip() for one in new):
        raise UsageError("专家评分须署名")
    path = library / PLACE
    content = b"".join(_judgement.dump_json(one) + b"\n" for one in new)
    try:
        append(path, content)
    except OSError as error:
        raise WriteError(f"评分无法写入：{path}（{error.strerror}）；请检查权限和磁盘空间") from error


def read_judgements(library: Path, run: str | None = None) -> list[Judgement]:
    """Return the judgements of a run, or of all; of one person on one claim only the last.

    Raises:
        UsageError: the file is damaged; file and line are named.
    """
    path = library / PLACE
    lines = read_lines(path, _judgement) if path.exists() else []
    latest = {(one.run, one.case, one.repeat, one.claim, one.by): one for one in lines}
    return [one for one in latest.values() if run in (None, one.run)]


def worth_of_cases(judgements: Iterable[Judgement]) -> dict[tuple[str, int], float]:
    """Return the mean worth of every (case, repeat) that was judged, 0 to 1."""
    by_answer: dict[tuple[str, int], list[float]] = {}
    for one in judgements:
        by_answer.setdefault((one.case, one.repeat), []).append(one.worth)
    return {key: fmean(values) for key, values in by_answer.items()}
