"""Find the quoted words in a provision, blanks aside, and mark them."""

from typing import NamedTuple

from assistant.ui.markup import Html, join, tag


class Span(NamedTuple):
    """A stretch of a text, from `start` up to but not including `end`."""

    start: int
    end: int


def squeeze(words: str) -> str:
    """Drop all blanks, full-width ones and line ends included."""
    return "".join(words.split())


def without_blank_lines(words: str) -> str:
    """Drop empty lines, which part paragraphs in the source but only take room on the page."""
    return "\n".join(line for line in words.splitlines() if line.strip())


def locate(quote: str, words: str) -> Span | None:
    """Find a quote, whatever blanks stand in it or in the text; None where it is not there."""
    solid = [offset for offset, character in enumerate(words) if not character.isspace()]
    sought = squeeze(quote)
    found = "".join(words[offset] for offset in solid).find(sought) if sought else -1
    if found < 0:
        return None
    return Span(solid[found], solid[found + len(sought) - 1] + 1)


def marked(words: str, span: Span | None) -> Html:
    """Return the text with the span marked."""
    if span is None:
        return join([words])
    return join([words[: span.start], tag("mark", words[span.start : span.end]), words[span.end :]])


def marked_cell(cell: str, quote: str) -> Html:
    """Mark what a table cell and a quote share: the cell inside the quote, or the quote inside the cell.

    A quote taken from a row runs over several cells and the bars between them.
    """
    if cell.strip() and squeeze(cell) in squeeze(quote):
        return tag("mark", cell)
    return marked(cell, locate(quote, cell))
