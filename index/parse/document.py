"""Parse one text into provisions; the one place that wires the steps."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from index.corpus import Provision
from index.parse.addressing import Addresses
from index.parse.closing import split_closing
from index.parse.flatten import flatten, uncovered
from index.parse.frame import Section, frame
from index.parse.headings import set_heading
from index.parse.lines import Line, inked_lines
from index.parse.markers import Kind, kinds_in_use
from index.parse.named import named_frame, names_its_frame, without_title_heading
from index.parse.numbering import check_numbers
from index.parse.placing import place_tables
from index.parse.spoken import split_spoken
from index.parse.table import carry_down
from index.parse.table_source import RawTable, find_tables
from index.parse.tree import Node, build_tree
from index.parse.unpunctuated import is_unpunctuated
from index.parse.unpunctuated_tree import unpunctuated_nodes
from index.print_marks import is_page_number


@dataclass(frozen=True, slots=True)
class Parsed:
    """The provisions of a text, in reading order, and what is wrong with it."""

    provisions: tuple[Provision, ...]
    warnings: tuple[str, ...]


class _Outline(NamedTuple):
    """A section as nodes."""

    roots: list[Node]
    rows: list[list[Node]]
    """Groups of table rows inside which values are carried down."""


def parse(document_id: str, source: str, *, markdown: bool) -> Parsed:
    """Cut a text into provisions that together cover it once."""
    tables = find_tables(source)
    printed = _outside(inked_lines(source, markdown=markdown), tables)
    lines = [line for line in printed if not is_page_number(line.text)]
    page_numbers = [line for line in printed if is_page_number(line.text)]
    among = kinds_in_use(lines)
    sections, structure = _sections(lines, among, markdown=markdown)
    addresses = Addresses({section.prefix for section in sections})
    roots: list[Node] = []
    for section, inside in zip(sections, _by_section(tables, sections), strict=True):
        outline = _outline(section, inside, among, source)
        check_numbers(outline.roots)
        addresses.assign(outline.roots, section.prefix)
        for rows in outline.rows:
            carry_down(rows)
        roots += outline.roots
    provisions = flatten(document_id, roots, source)
    lost = [f"未归入任何条款：{gap[:40]}" for gap in uncovered(provisions, source, [*structure, *page_numbers])]
    return Parsed(tuple(provisions), (*lost, *(warning for table in tables for warning in table.warnings)))


def _outside(lines: list[Line], tables: list[RawTable]) -> list[Line]:
    """The lines that stand in no table; both come in the order of the text."""
    kept = []
    ahead = iter(tables)
    table = next(ahead, None)
    for line in lines:
        while table is not None and table.end <= line.start:
            table = next(ahead, None)
        if table is None or line.start < table.start:
            kept.append(line)
    return kept


def _sections(lines: list[Line], among: tuple[Kind, ...], *, markdown: bool) -> tuple[list[Section], list[Line]]:
    """The sections, at least one, and the lines that only name parts of the frame."""
    if markdown:
        lines = without_title_heading(lines, among)
        if names_its_frame(lines):
            return named_frame(lines)
    return frame(lines, among) or [Section("")], []


def _by_section(tables: list[RawTable], sections: list[Section]) -> list[list[RawTable]]:
    """The tables of each section: those that stand before the next one starts."""
    starts = [section.start for section in sections[1:]]
    found: list[list[RawTable]] = [[] for _ in sections]
    for table in tables:
        found[bisect_right(starts, table.start)].append(table)
    return found


def _outline(section: Section, tables: list[RawTable], among: tuple[Kind, ...], source: str) -> _Outline:
    """The nodes of one section, with the rows of its tables in their places."""
    body = section.body
    recovered = bool(body) and is_unpunctuated(source[body[0].start : body[-1].end])
    if recovered:
        opening, parts = unpunctuated_nodes(source, body[0].start, body[-1].end)
    else:
        opening, parts = build_tree(body, among)
    roots = _framed(section, opening, parts, tables)
    rows = place_tables(tables, roots, source)
    if not recovered:
        for part in parts:
            split_spoken(part, source)
            set_heading(part)
    if not section.named:
        roots += _frame_node("结语", split_closing(parts))
    return _Outline(sorted(roots, key=_start), rows)


def _framed(section: Section, opening: list[Line], parts: list[Node], tables: list[RawTable]) -> list[Node]:
    """Parts and what frames them, in the order of the text."""
    below_tables = bool(tables and opening) and not parts and opening[0].start >= tables[-1].end
    roots = [
        *_frame_node("题注", section.head),
        *_frame_node("通知", section.cover),
        *_frame_node("引言", section.opening),
        *_frame_node("结语" if below_tables else "引言", opening),
        *parts,
        *_frame_node("结语", section.closing),
        *_frame_node("落款", section.signature),
    ]
    return sorted(roots, key=_start)


def _frame_node(name: str, lines: list[Line]) -> list[Node]:
    """A part of the frame as a node that owns its lines."""
    inked = [line for line in lines if line.text]
    return [Node("框", 0.0, 0, name, inked[0].start, inked[-1].end, inked)] if inked else []


def _start(node: Node) -> int:
    return node.start
