"""Read the parts of a head that web pages and databases label: 【发文字号】…, 文号：…."""

import re
from typing import NamedTuple

from index.metadata.words import words

BOXED = re.compile(r"^\s*【(?P<label>[^【】]{2,8})】\s*(?P<value>.*)$")
WITH_COLON = re.compile(r"^\s*(?P<label>\S{2,6})[：:]\s*(?P<value>.+)$")


class Labelled(NamedTuple):
    """What stands after a label."""

    part: str | None
    """title, number, issuer, issued or effective; None where the label is none of these."""
    value: str


def read_label(line: str) -> Labelled | None:
    """Take a line of a head apart at its label; None where it bears none."""
    found = BOXED.match(line) or WITH_COLON.match(line)
    if found is None:
        return None
    part = next((part for part, names in words().labels.items() if found["label"] in names), None)
    return Labelled(part, found["value"].strip()) if part or line.lstrip().startswith("【") else None
