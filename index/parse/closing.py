"""Tell closing paragraphs (结语) from the text of the last part."""

import re

from index.parse.headings import is_heading_alone
from index.parse.lines import Line
from index.parse.tree import Node

FORMULA = re.compile(r"^(?:特此|专此|此复|以上\S{0,12}(?:如无不妥|妥否|当否)|.{0,40}感谢(?:您|你们|贵))")
"""How a letter or report takes leave of its addressee."""


def split_closing(roots: list[Node]) -> list[Line]:
    """Cut the closing paragraphs off the last part and return them.

    Where at least two other parts of the same kind and shape (heading alone on its line, or not) have the
    same number of paragraphs below their first line, what the last part has beyond that number closes the
    document: any number of paragraphs where the others have none, one where they have some. Else a last
    paragraph in the set phrases of letters does.
    """
    path = _last_path(roots)
    if not path or any(node.kind == "条" for node in path):
        return []
    last = path[-1]
    count = _closing_paragraphs(last, _all(roots))
    closing = last.paragraphs[len(last.paragraphs) - count :]
    if not closing:
        return []
    last.paragraphs = last.paragraphs[:-count]
    for node in path:
        node.end = last.own_end
    return closing


def _closing_paragraphs(last: Node, nodes: list[Node]) -> int:
    below = len(last.paragraphs) - 1
    if below < 1:
        return 0
    alone = is_heading_alone(last)
    peers = [
        node
        for node in nodes
        if node.kind == last.kind and node is not last and not node.children and is_heading_alone(node) == alone
    ]
    counts = {len(node.paragraphs) - 1 for node in peers}
    if len(peers) >= 2 and len(counts) == 1:
        usual = counts.pop()
        excess = below - usual
        if excess > 0 and (usual == 0 or (excess == 1 and len(peers) >= 3)):
            return excess
    return int(bool(FORMULA.match(last.paragraphs[-1].text)))


def _last_path(roots: list[Node]) -> list[Node]:
    path: list[Node] = []
    nodes = roots
    while nodes:
        path.append(nodes[-1])
        nodes = nodes[-1].children
    return path


def _all(nodes: list[Node]) -> list[Node]:
    return [found for node in nodes for found in [node, *_all(node.children)]]
