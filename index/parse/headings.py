"""Tell the heading of a provision from its text."""

import re

from index.parse.tree import Node

LONGEST_HEADING = 45
CLAUSE = re.compile(r"[，,]")
NOT_IN_HEADING = "；：;:"
SAYS_DUTY = re.compile(r"应当|必须|不得|(?<![主重需必首])要(?![求件素点])|[月日年]底?前|\d日内|工作日|不超过")
"""What a sentence of its own line says when it is text and no heading."""
WITHOUT_HEADING = ("款", "段")
NAMED_ALREADY = ("行", "类", "框")
ARTICLE_TITLE = re.compile(r"【(?P<title>[^【】]+)】")


def set_heading(node: Node) -> None:
    """Set the heading of a node and of all below it: a line of its own, or the first sentence."""
    if node.kind not in NAMED_ALREADY:
        node.heading = _unspaced(_heading(node))
    for child in node.children:
        set_heading(child)


def _unspaced(heading: str) -> str:
    """Undo the spacing out of a short title (总  则)."""
    pieces = heading.split()
    return "".join(pieces) if all(len(piece) == 1 for piece in pieces) else heading


def is_heading_alone(node: Node) -> bool:
    """Tell whether the first line holds a heading and nothing else."""
    sentence, _, rest = _first_line(node).partition("。")
    return len(sentence) <= LONGEST_HEADING and not rest.strip()


def _first_line(node: Node) -> str:
    return node.paragraphs[0].text[node.marker_length :].strip() if node.paragraphs else ""


def _heading(node: Node) -> str:
    if node.kind == "条":
        return _article_title(node)
    if node.kind in WITHOUT_HEADING or not node.paragraphs:
        return ""
    first = _first_line(node)
    sentence, stop, rest = first.partition("。")
    alone = not rest.strip() and (len(node.paragraphs) > 1 or bool(node.children))
    if node.kind == "是" and not (stop and rest):
        sentence = CLAUSE.split(sentence)[0]
        rest = rest or first[len(sentence) :]
    is_title = bool(rest.strip()) or not stop or (alone and not SAYS_DUTY.search(sentence))
    fits = len(sentence) <= LONGEST_HEADING and not any(mark in sentence for mark in NOT_IN_HEADING)
    return sentence if is_title and fits else ""


def _article_title(article: Node) -> str:
    """The words in brackets of 第一条【立法目的】."""
    first = article.children[0].paragraphs[0].text if article.children else ""
    found = ARTICLE_TITLE.match(first[article.marker_length :].lstrip())
    return found["title"].strip() if found else ""
