"""The several things that one message asks (…多长时间改一轮？专业目录呢？); the words stand in asks.toml."""

import re
import tomllib
from functools import cache
from importlib import resources

from assistant.folding import fold, simplify

MOST = 3
ENDS = re.compile(r"(?<=[?;!。])")
COMMAS = re.compile(r"(?<=,)")


@cache
def _asks() -> re.Pattern[str]:
    table = tomllib.loads(resources.files("assistant.compose").joinpath("asks.toml").read_text("utf-8"))
    return re.compile(table["asks"])


def asks(text: str) -> tuple[str, ...]:
    """Return the parts of a question that each ask something; none where it asks one thing, or too many.

    What only leads up to a question stands with it.
    """
    parts: list[str] = []
    pending = ""
    for sentence in ENDS.split(fold(simplify(text))):
        for clause in COMMAS.split(sentence):
            pending += clause
            if _asks().search(clause):
                parts.append(pending)
                pending = ""
        if parts and pending:
            # Words behind the question belong to it: 怎么办，国发〔2019〕4号里.
            parts[-1] += pending
            pending = ""
    return tuple(parts) if 1 < len(parts) <= MOST else ()
