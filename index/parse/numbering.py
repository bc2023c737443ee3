"""Check that the numbers of an outline count on; a gap is accepted and marked."""

from index.parse.tree import Node

JUMPED = "编号不连续"
REPEATED = "编号重复"
COUNTED = {"编", "章", "节", "条", "十进", "部分", "项", "点", "目", "圈", "是"}


def check_numbers(roots: list[Node]) -> None:
    """Warn on each node whose number neither follows the one before of its kind nor starts again at one."""
    _check(roots, {})


def _check(siblings: list[Node], last: dict[str, Node]) -> None:
    labels: set[str] = set()
    for node in siblings:
        if node.kind in COUNTED and node.number:
            _check_one(node, last, labels)
        _check(node.children, last)


def _check_one(node: Node, last: dict[str, Node], labels: set[str]) -> None:
    before = last.get(_series(node))
    if node.number == 1 and before is not None and before.number > 1:
        labels.clear()
    if node.label in labels:
        node.warnings.append(REPEATED)
    elif node.number != 1 and not _follows(node, before):
        node.warnings.append(JUMPED)
    labels.add(node.label)
    last[_series(node)] = node


def _follows(node: Node, before: Node | None) -> bool:
    if before is None:
        return False
    # 第三十三条之一 has the number of 第三十三条.
    return node.number == before.number + 1 or (node.number == before.number and node.label != before.label)


def _series(node: Node) -> str:
    """What counts together: 2.1 and 2.2, but not 3.1."""
    return node.kind + node.label.rpartition(".")[0] if node.kind == "十进" else node.kind
