"""Which words of a clause are told as its own: whole clauses, or runs of its members."""

from collections.abc import Callable, Sequence

from assistant.comparison.pieces import Span, items

LONGEST = 60
"""Characters of a phrase that is put together of several members or clauses."""
WHOLE_SHARE = 0.5
"""A clause is told whole where more of it than this is of its own."""
OPENING, CLOSING = "（(", "）)"


def own_parts(text: str, clause: Span, is_own: Callable[[str], bool]) -> list[Span]:
    """Return the clause where most of it is its own and it is short, else the runs of members that are."""
    start, end = clause
    own = [span for span in items(text, clause) if is_own(text[slice(*span)])]
    if own and sum(last - first for first, last in own) > WHOLE_SHARE * (end - start) and end - start <= LONGEST:
        return [clause]
    return [_closed(text, clause, run) for run in _runs(own)]


def joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Join neighbours with nothing but one full stop between them: there it may stand for any mark."""
    found: list[Span] = []
    for start, end in spans:
        before = found[-1] if found else None
        if before and text[before[1] : start] == "." and end - before[0] <= LONGEST:
            found[-1] = (before[0], end)
        else:
            found.append((start, end))
    return found


def _runs(own: Sequence[Span]) -> list[Span]:
    runs: list[Span] = []
    for start, end in own:
        if runs and start - runs[-1][1] <= 1 and end - runs[-1][0] <= LONGEST:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


def _closed(text: str, clause: Span, run: Span) -> Span:
    """Take in a bracket that the run only opens or only closes."""
    start, end = run
    words = text[start:end]
    lacks = sum(words.count(sign) for sign in OPENING) - sum(words.count(sign) for sign in CLOSING)
    if lacks > 0 and end < clause[1] and text[end] in CLOSING:
        return start, end + 1
    if lacks < 0 and start > clause[0] and text[start - 1] in OPENING:
        return start - 1, end
    return run
