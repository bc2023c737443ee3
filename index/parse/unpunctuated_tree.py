"""The outline of a text that lost its punctuation, as nodes marked 标点缺失."""

from index.parse.lines import Line
from index.parse.tree import Node
from index.parse.unpunctuated import OutlineSpan, outline_spans

WARNING = "标点缺失"
PART_RANK, HEADING_RANK = 4.0, 5.0
GROUP_CHARS = 400
"""A part without recovered headings is cut into groups of whole sentences of about this many characters."""
GROUP_STOP = "."


def unpunctuated_nodes(source: str, start: int, end: int) -> tuple[list[Line], list[Node]]:
    """Return the opening words and the parts; headings where they are safe, else groups of sentences (第N段)."""
    spans = outline_spans(source[start:end])
    parts = [span for span in spans if span.kind == "part"]
    if not parts:
        return [_line(source, start, end)], []
    nodes = []
    for index, part in enumerate(parts):
        stop = start + parts[index + 1].start if index + 1 < len(parts) else end
        inside = [
            s for s in spans if s.kind == "heading" and start + s.start >= start + part.start and start + s.start < stop
        ]
        nodes.append(_part(source, part, inside, start, stop))
    return [_line(source, start, start + parts[0].start)], nodes


def _part(source: str, part: OutlineSpan, headings: list[OutlineSpan], offset: int, stop: int) -> Node:
    begin = offset + part.start
    cuts = [offset + heading.start for heading in headings] or _groups(source, offset + part.end, stop)
    node = Node("部分", PART_RANK, 0, f"{part.label}、", begin, _inked_end(source, begin, stop))
    node.heading = part.title
    if own := _line(source, begin, cuts[0] if cuts else stop):
        node.paragraphs = [own]
    for position, cut in enumerate(cuts):
        until = cuts[position + 1] if position + 1 < len(cuts) else stop
        line = _line(source, cut, until)
        title = headings[position].title if headings else ""
        child = Node(
            "题" if headings else "段",
            HEADING_RANK,
            position + 1,
            title or f"第{position + 1}段",
            line.start,
            line.end,
            [line],
        )
        child.heading = title
        child.warnings.append(WARNING)
        node.children.append(child)
    node.warnings.append(WARNING)
    return node


def _groups(source: str, start: int, stop: int) -> list[int]:
    """Cut points at sentence ends, so that groups hold about GROUP_CHARS characters; none for a short part."""
    cuts = [start]
    while stop - cuts[-1] > 1.5 * GROUP_CHARS:
        found = source.find(GROUP_STOP, cuts[-1] + GROUP_CHARS, stop - 1)
        if found < 0 or stop - found < GROUP_CHARS // 4:
            break
        cuts.append(found + 1)
    return cuts if len(cuts) > 1 else []


def _inked_end(source: str, start: int, end: int) -> int:
    return start + len(source[start:end].rstrip())


def _line(source: str, start: int, end: int) -> Line:
    begin = start + len(source[start:end]) - len(source[start:end].lstrip())
    stop = _inked_end(source, begin, end)
    return Line(source[begin:stop], begin, stop)
