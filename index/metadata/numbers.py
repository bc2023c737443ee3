"""Read document numbers (文号) in one spelling: 〔〕, half-width digits, no blanks."""

import re

from index.metadata.dates import find_dates
from index.metadata.words import plain, words

OPEN, CLOSE = r"[〔\[(【〈﹝〖{]", r"[〕\])】〉﹞〗}]"
YEAR = rf"{OPEN}(?P<year>(?:19|20)?\d\d){CLOSE}"
CODE = r"[\u4e00-\u9fffA-Za-z0-9]{1,20}?"
NUMBER = re.compile(rf"(?:{CODE}{YEAR}|{YEAR.replace('year', 'first')}{CODE})(?:第)?\d{{1,5}}号")
DECREE = re.compile(
    r"[\u4e00-\u9fff、]{1,40}?(?:令|公告|通告)\(?(?:(?:19|20)\d\d年)?第?(?:\d{1,5}|[一二三四五六七八九十百〇零]{1,6})号\)?"
)
HALF_DECREE = re.compile(r"^[\u4e00-\u9fff、]{2,40}(?:令|公告|通告)$")
REST_OF_DECREE = re.compile(r"^\(?(?:(?:19|20)\d\d年)?第?(?:\d{1,5}|[一二三四五六七八九十百〇零]{1,6})号\)?$")
DECREE_BY = re.compile(r"^(?P<issuer>[\u4e00-\u9fff、]{2,40}?)(?:令|公告|通告)(?:(?:19|20)\d\d年)?第?[^令]{1,6}号$")
SHORTEST_TITLE = 7
STATE = "中华人民共和国"


def normalise_number(number: str) -> str:
    """Write 国办发[2014] 12号 as 国办发〔2014〕12号, and 国令第7号 as 国务院令第7号."""
    text = plain(number)
    text = re.sub(YEAR, lambda found: f"〔{found['year']}〕", text)
    if not DECREE.fullmatch(text):
        return text
    text = re.sub(r"\((.+)\)$", r"\1", text)
    # 中华人民共和国主席令 and 中华人民共和国国务院令 are cited without the state's name.
    text = text.removeprefix(STATE)
    for short, full in words().decrees.items():
        if text.startswith(short):
            text = full + text.removeprefix(short)
    return text


def own_number(line: str) -> str | None:
    """Return the number a line consists of; a date beside it and brackets around it do not count."""
    text = plain(line)
    for _, start, end in reversed(list(find_dates(text))):
        text = text[:start] + text[end:]
    bare = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    for candidate in (bare, text):
        if NUMBER.fullmatch(candidate) or DECREE.fullmatch(candidate):
            return normalise_number(candidate)
    return None


def split_number(title: str) -> tuple[str, str | None]:
    """Cut a number off the end of the title it was glued to: …工作要点沪府办发〔2014〕33号."""
    found = re.search(r"[（(]?(?P<code>[\u4e00-\u9fff]+)\s*[〔\[（(【]\d{4}[〕\]）)】]\s*第?\d{1,5}号[）)]?$", title)
    if not found:
        return title, None
    code = found["code"]
    marks = [genre if len(genre) > 1 else f"的{genre}" for genre in words().genres]
    ends = [code.rfind(mark) + len(mark) for mark in marks if mark in code]
    # Brackets around the number cut it off as well as a genre does.
    bracketed = [0] if title[found.start()] in "（(" else []
    cut = max([*bracketed, *(end for end in ends if 0 < end < len(code))], default=None)
    start = found.start("code") + (cut or 0)
    # 规划 may stand inside a code (自然资规划函), but no title is as short as what precedes it there.
    if cut is None or start < SHORTEST_TITLE:
        return title, None
    return title[:start].rstrip("（( 　"), normalise_number(title[start:].strip("（）() 　"))


def decree_issuer(number: str | None) -> str | None:
    """Return who gave the decree: 国务院令第711号 names 国务院."""
    found = DECREE_BY.match(number or "")
    return found["issuer"] if found else None
