import itertools

import pytest

from assistant.ui.library.layers import BOX, place, without_detours


def wide(below):
    """One rule, below it so many, and a department under each third."""
    columns = {"rule": 0} | {f"p{number}": 1 for number in range(below)}
    columns |= {f"d{number}": 2 for number in range(0, below, 3)}
    edges = [("rule", f"p{number}") for number in range(below)]
    edges += [(f"p{number}", f"d{number}") for number in range(0, below, 3)] + [("rule", "d0")]
    return columns, edges


@pytest.mark.parametrize("below", [1, 4, 5, 44])
def test_boxes_of_a_column_do_not_overlap(below):
    columns, edges = wide(below)
    placed = place(columns, edges)
    for column in set(columns.values()):
        middles = sorted(placed.middles[name] for name in columns if columns[name] == column)
        assert all(two - one >= BOX for one, two in itertools.pairwise(middles))
    assert all(BOX / 2 <= middle <= placed.height - BOX / 2 for middle in placed.middles.values())


def test_a_line_that_passes_a_column_runs_between_its_boxes():
    columns = {"rule": 0, "low": 2} | {f"p{number}": 1 for number in range(7)}
    edges = [("rule", f"p{number}") for number in range(7)] + [("rule", "low")]
    placed = place(columns, edges)
    (line,) = [line for line in placed.lines if line.lower == "low"]
    passing = line.points[1]
    assert passing[0] == 1
    assert all(abs(placed.middles[f"p{number}"] - passing[1]) > BOX / 2 for number in range(7))


def test_a_family_stands_beside_its_rule_so_that_lines_do_not_cross():
    columns = {"a": 0, "b": 0} | {f"{rule}{number}": 1 for number in range(3) for rule in "ba"}
    edges = [(rule, f"{rule}{number}") for number in range(3) for rule in "ab"]
    middles = place(columns, edges).middles
    of = {rule: [middles[f"{rule}{number}"] for number in range(3)] for rule in "ab"}
    assert max(of["a"]) < min(of["b"]) or max(of["b"]) < min(of["a"])


def test_what_does_not_lead_to_the_right_is_left_out_and_nothing_needs_no_room():
    placed = place({"one": 0, "two": 0}, [("one", "two"), ("two", "one")])
    assert placed.lines == ()
    assert place({}, []).height == 0


def test_what_others_already_say_is_no_line_of_its_own():
    assert without_detours([("a", "b"), ("b", "c"), ("a", "c")]) == [("a", "b"), ("b", "c")]


def test_a_ring_keeps_its_lines():
    ring = [("a", "b"), ("b", "a")]
    assert without_detours(ring) == ring
