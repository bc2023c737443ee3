"""A text as lines with offsets, so that nothing cut out of it loses its place."""

import re
from dataclasses import dataclass

PADDING = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2000\u2002\u2003\u2009\u200b\u2028\u2029\u202f\u3000\ufeff"
"""Blanks, line ends, and the invisible characters that copying leaves behind."""
HASHES = re.compile(r"(#{1,6})(?!#)[ \t　]*")


@dataclass(frozen=True, slots=True)
class Line:
    """The inked part of one line: `source[start:end] == text`."""

    text: str
    start: int
    end: int
    depth: int = 0
    """Number of # signs of a Markdown heading; 0 for any other line."""


def inked_lines(source: str, *, markdown: bool) -> list[Line]:
    """Return the lines that are not blank, in order; Markdown's # signs are left outside."""
    lines = []
    position = 0
    for raw in source.splitlines(keepends=True):
        body = raw.lstrip(PADDING)
        start = position + len(raw) - len(body)
        position += len(raw)
        depth = 0
        if markdown and (heading := HASHES.match(body)):
            depth = len(heading[1])
            body = body[heading.end() :]
            start += heading.end()
        text = body.rstrip(PADDING)
        if text:
            lines.append(Line(text, start, start + len(text), depth))
    return lines
