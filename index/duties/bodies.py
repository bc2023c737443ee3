"""Know the name of a body, and take lists of bodies apart."""

import re
from functools import cache
from typing import NamedTuple

from index.duties.words import alternatives, pattern, words

BRACKETS = "［］【】[]"
LONGEST_NAME = 40
"""Characters: what is longer is a sentence."""


class Body(NamedTuple):
    """The name of a body and where it stands in the text it was read from."""

    start: int
    end: int
    text: str


@cache
def ending() -> re.Pattern[str]:
    """Match what names of bodies end in."""
    table = words()["bodies"]
    return re.compile(f"{alternatives(table['endings'])}|{table['short_ending_pattern']}")


@cache
def known() -> frozenset[str]:
    """Return the names that need no ending."""
    return frozenset([*words()["bodies"]["names"], *words()["bodies"]["parties"]])


@cache
def separator() -> re.Pattern[str]:
    """Match what stands between the bodies of a list; `others` is the 等 before it."""
    return re.compile(r"(?P<others>等)?(?P<sign>特别是|以及|及(?!其)|和|与|或者|或|、)")


@cache
def _others() -> re.Pattern[str]:
    """Match what stands for unnamed others at the end of a list: 等, 等有关部门."""
    return re.compile(f"等{alternatives([*words()['bodies']['bare'], *words()['bodies']['others']])}?$")


def is_body(name: str) -> bool:
    """Say whether a phrase is the name or description of one body, or of a set of them."""
    table = words()["bodies"]
    if name in known():
        return True
    if not name or len(name) > LONGEST_NAME or name in table["bare"] or not _ends_in_body(name):
        return False
    if any(sign in BRACKETS for sign in name):
        return False
    if name.count("（") + name.count("(") != name.count("）") + name.count(")"):
        return False
    before, relative, head = name.rpartition("的")
    if pattern("bodies", "sentence_sign_pattern").search(head):
        return False
    if relative:
        return bool(before) and not pattern("bodies", "not_relative_start_pattern").match(name)
    return not pattern("bodies", "not_subject_start_pattern").match(name)


def _ends_in_body(name: str) -> bool:
    *_, last = [None, *ending().finditer(name)]
    if last is None or last.end() != len(name):
        return False
    if pattern("bodies", "not_bodies_pattern").search(name):
        return False
    return len(last.group()) > 1 or len(name) > 2


def split_bodies(text: str, offset: int = 0) -> list[Body]:
    """Take a list of bodies apart at 、和及, but not a name that contains them (工业和信息化部).

    The last part may be no body; the caller decides what that means.
    """
    text = _others().sub("", text)
    bodies: list[Body] = []
    start = 0
    if text not in known():
        for sign in separator().finditer(text):
            if _parts_bodies(text, start, sign):
                bodies.append(Body(offset + start, offset + sign.start(), text[start : sign.start()]))
                start = sign.end()
    if text[start:]:
        bodies.append(Body(offset + start, offset + len(text), text[start:]))
    return bodies


def _parts_bodies(text: str, start: int, sign: re.Match[str]) -> bool:
    left = text[start : sign.start()]
    if not is_body(left) and not (left in words()["bodies"]["levels"] and text.startswith("各", sign.end())):
        return False
    if sign["others"] or sign["sign"] == "、":
        return text[sign.end() :] not in words()["bodies"]["bare"]
    right = text[sign.end() :].split("、")[0].removesuffix("等")
    return is_body(right) or is_body(_up_to_separator(text, sign.end()))


def _up_to_separator(text: str, start: int) -> str:
    following = separator().search(text, start)
    return text[start : following.start()] if following else text[start:]
