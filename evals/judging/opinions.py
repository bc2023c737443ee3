"""What a model said of the answers of a run, kept in its folder, one line an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from assistant.appending import append
from evals.experts import Said
from evals.lines import WriteError, mend, read_lines

FILE = "judged.jsonl"
Key = tuple[str, int]
"""Case and repeat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """One answer as a model judged it."""

    case: str
    repeat: int
    subject: str
    """Fingerprint of what was shown to the model."""
    answer: Said | None
    """None where it could not be judged, which is not the same as wrong."""
    supports: bool | None = None
    """Whether all citations bear out what they stand behind; None where nothing is cited, or nothing was judged."""
    reason: str
    """The model's; where it could not be judged, why."""
    model: str
    prompt: str
    """SHA-256 of the prompt."""


_opinion = TypeAdapter(Opinion)


def as_json(opinion: Opinion) -> dict[str, Any]:
    """Return an opinion as it is kept."""
    found: dict[str, Any] = _opinion.dump_python(opinion, mode="json")
    return found


def keep_opinion(run: Path, opinion: Opinion) -> None:
    """Keep an opinion in the folder of a run.

    Raises:
        WriteError: it cannot be written; those before it are kept.
    """
    path = run / FILE
    mend(path)
    try:
        append(path, _opinion.dump_json(opinion) + b"\n")
    except OSError as error:
        raise WriteError(f"{path} 无法写入（{error.strerror}）；已有的评判都在，清理磁盘后再运行即可继续") from error


def read_opinions(run: Path) -> list[Opinion]:
    """Return the opinions of the model and prompt that judged last; of one answer only the last.

    Raises:
        UsageError: the file is damaged; file and line are named.
    """
    lines: Sequence[Opinion] = read_lines(run / FILE, _opinion) if mend(run / FILE) else []
    latest = {(one.case, one.repeat): one for one in lines if _judge(one) == _judge(lines[-1])}
    return list(latest.values())


def _judge(opinion: Opinion) -> tuple[str, str]:
    return opinion.model, opinion.prompt
