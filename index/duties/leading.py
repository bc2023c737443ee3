"""Find the bodies with which a clause begins, where the name may go on into a sentence."""

import re
from functools import cache

from index.duties.bodies import Body, ending, is_body, known, separator
from index.duties.words import alternatives, pattern, words

LONGEST_TAIL = 12
"""Characters: a longer piece after the ending of a body is another word."""


def leading_bodies(text: str) -> list[Body]:
    """Return the bodies that begin a clause as its subject; none where they only belong to another noun."""
    bodies: list[Body] = []
    position = 0
    while body := _leading_body(text, position):
        bodies.append(body)
        sign = separator().match(text, body.end)
        if sign is None:
            return bodies
        position = sign.end()
    return []


def _leading_body(text: str, start: int) -> Body | None:
    for end in candidate_ends(text, start):
        if is_body(text[start:end]) and not _belongs_to_noun(text, end):
            return Body(start, end, text[start:end])
    return None


def candidate_ends(text: str, start: int) -> list[int]:
    """Return where a name that begins at `start` may end, nearest first."""
    names = [start + len(name) for name in known() if text.startswith(name, start)]
    ends = [_with_tail(text, match.end()) for match in ending().finditer(text, start)]
    return sorted({*(_with_tail(text, end) for end in names), *ends})


def _with_tail(text: str, end: int) -> int:
    """Go on over what still belongs to the name: 人民政府 to 人民政府部门."""
    while (match := _tail().match(text, end)) and match.end() - end <= LONGEST_TAIL:
        end = match.end()
    return end


@cache
def _tail() -> re.Pattern[str]:
    table = words()["bodies"]
    added = f"(?:和|或者|或|及其?){alternatives(table['bare'])}"
    between = table["tail_pattern"].replace("{fields}", alternatives(table["fields"]))
    return re.compile(f"{between}(?:{ending().pattern})|{added}")


def _belongs_to_noun(text: str, end: int) -> bool:
    return text.startswith("的", end) or bool(pattern("bodies", "noun_follower_pattern").match(text, end))
