"""The outline of a body as a tree of nodes that own stretches of text."""

from dataclasses import dataclass, field

from index.corpus import Cell
from index.parse.lines import Line
from index.parse.markers import Kind, Marker, line_markers

MARKDOWN_RANK = 2.0
"""Rank of a Markdown heading with one # and no number; each further # stands one and a half below."""


@dataclass(slots=True)
class Node:
    """A part of the outline. Its own words end where its first child starts."""

    kind: str
    rank: float
    number: int
    label: str
    start: int
    end: int
    paragraphs: list[Line] = field(default_factory=list)
    """The lines it owns, the one with its number first."""
    children: list["Node"] = field(default_factory=list)
    heading: str = ""
    marker_length: int = 0
    address: str = ""
    warnings: list[str] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)

    @property
    def own_end(self) -> int:
        """One past the last character of the words it owns."""
        return self.paragraphs[-1].end if self.paragraphs else self.start


def build_tree(lines: list[Line], among: tuple[Kind, ...]) -> tuple[list[Line], list[Node]]:
    """Return the lines before the first number, and the outermost nodes in order."""
    before: list[Line] = []
    roots: list[Node] = []
    stack: list[Node] = []
    for line, numbered in zip(lines, line_markers(lines, among), strict=True):
        marker = numbered or _unnumbered(line)
        if marker is None and not stack:
            before.append(line)
        elif marker is None:
            _add_paragraph(stack, line)
        else:
            _open(marker, line, stack, roots)
        for node in stack:
            node.end = max(node.end, line.end)
    return before, roots


def _unnumbered(line: Line) -> Marker | None:
    """A Markdown heading without number opens a part that goes by its words."""
    return Marker("题", MARKDOWN_RANK + 1.5 * (line.depth - 1), 0, line.text, 0) if line.depth else None


def _open(marker: Marker, line: Line, stack: list[Node], roots: list[Node]) -> None:
    if line.depth:
        _close_headings(stack, marker.rank)
    while stack and stack[-1].rank >= marker.rank and not _holds(stack, marker, line):
        stack.pop()
    node = Node(marker.kind, marker.rank, marker.number, marker.label, line.start, line.end, [line])
    node.marker_length = marker.length
    if stack and stack[-1].kind == "条":
        stack.append(stack[-1].children[-1])
    (stack[-1].children if stack else roots).append(node)
    stack.append(node)
    if marker.kind == "条":
        _open_paragraph_of_article(node, line)


def _close_headings(stack: list[Node], rank: float) -> None:
    """A heading ends the unnumbered headings that stand no higher, with all they hold."""
    ended = (at for at, node in enumerate(stack) if node.kind == "题" and node.rank >= rank)
    if (at := next(ended, None)) is not None:
        del stack[at:]


def _holds(stack: list[Node], marker: Marker, line: Line) -> bool:
    """A Markdown heading without number holds a list below it, unless that list began further out."""
    return stack[-1].kind == "题" and not line.depth and all(node.kind != marker.kind for node in stack)


def _add_paragraph(stack: list[Node], line: Line) -> None:
    """Running text goes on in the innermost node; in an article it opens its next paragraph (款)."""
    article = next((node for node in stack if node.kind == "条"), None)
    if article is None:
        stack[-1].paragraphs.append(line)
        return
    del stack[stack.index(article) + 1 :]
    first = article.children[0]
    if len(article.children) == 1 and not first.children and _is_bare(first, article):
        first.paragraphs.append(line)
        first.end = line.end
    else:
        _open_paragraph_of_article(article, line)


def _is_bare(first: Node, article: Node) -> bool:
    """A line that holds only 第X条, or that and a title in brackets, is not yet a paragraph."""
    rest = first.paragraphs[0].text[article.marker_length :].strip()
    return len(first.paragraphs) == 1 and (not rest or (rest.startswith("【") and rest.endswith("】")))


def _open_paragraph_of_article(article: Node, line: Line) -> None:
    number = len(article.children) + 1
    rank = article.rank + 0.5
    article.paragraphs = []
    article.children.append(Node("款", rank, number, f"第{number}款", line.start, line.end, [line]))
