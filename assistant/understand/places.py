"""Provisions named by number: 第三十三条第三款, 第（二十一）条, 第六部分, 第八类."""

import re

from assistant.folding import fold
from assistant.question import Place
from index.numerals import NUMERAL, to_chinese, to_number

N = rf"[（(]?(?:[{NUMERAL}]+|\d+)[）)]?"
ARTICLE = re.compile(
    rf"(?:第|(?<=[例点见案法定》]))(?P<article>{N})条(?:之(?P<sub>{N}))?(?:第?(?P<paragraph>{N})款)?(?:第?(?P<item>{N})项)?(?:第?(?P<point>{N})目)?"
)
RANGE = re.compile(rf"第(?P<first>{N})条?(?:至|到|-|—|~)第?(?P<last>{N})条")
LONGEST_RANGE = 12
ITEM = re.compile(
    rf"第(?P<number>{N})(?P<unit>项|点|部分|类|行|大类|大部分|个部分|章|款|段)(?:第?(?P<row>{N})(?P<row_unit>项|行|点|是))?"
)
BRACKETED = re.compile(rf"(?:(?P<part>[{NUMERAL}]+)、)?[（(](?P<item>[{NUMERAL}]+)[）)](?!条|项|款|部分)")
SPOKEN = re.compile(rf"(?P<part>[{NUMERAL}]+)、(?P<spoken>[{NUMERAL}]+)是")
DECIMAL = re.compile(r"(?<![a-z\d.])(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})(?=节|条|款|部分|是|怎|的|规|讲|说|$|\?)")
UNITS = {"点": "项", "大类": "类", "大部分": "部分", "个部分": "部分"}


def _number(written: str | None) -> int | None:
    return to_number(written.strip("（()）")) if written else None


def places(text: str) -> tuple[Place, ...]:
    """Return the provisions that a question names by number, in order."""
    folded = RANGE.sub(_written_out, fold(text))
    found = [place for match in ARTICLE.finditer(folded) if (place := _article(match))]
    rest = ARTICLE.sub("□", folded)
    found += [place for match in ITEM.finditer(rest) if (place := _item(match))]
    rest = ITEM.sub("□", rest)
    found += [_bracketed(match) for match in SPOKEN.finditer(rest)]
    found += [_bracketed(match) for match in BRACKETED.finditer(SPOKEN.sub("□", rest))]
    found += [Place(written=m[0], addresses=(m["number"],), number=0, unit="节") for m in DECIMAL.finditer(folded)]
    return tuple(found)


def _written_out(match: re.Match[str]) -> str:
    """第五条至第七条 → 第五条第六条第七条, so that none in between is left out."""
    first, last = _number(match["first"]), _number(match["last"])
    if first is None or last is None or not first < last < first + LONGEST_RANGE:
        return match[0]
    return "、".join(f"第{number}条" for number in range(first, last + 1))


def _article(match: re.Match[str]) -> Place | None:
    number = _number(match["article"])
    if number is None:
        return None
    cn = to_chinese(number)
    address = f"第{cn}条"
    if sub := _number(match["sub"]):
        address += f"之{to_chinese(sub)}"
    exact = address
    for group, unit in (("paragraph", "款"), ("item", "项"), ("point", "目")):
        if part := _number(match[group]):
            exact += f"第{to_chinese(part)}{unit}"
    # Officers also call the items (二十一) of a plan 第二十一条.
    looser = (f"({cn})", f"{cn}、") if exact == address else ()
    one_paragraph = re.sub("第一款$", "", exact)
    return Place(written=match[0], addresses=(exact, *({one_paragraph} - {exact}), *looser), number=number, unit="条")


def _item(match: re.Match[str]) -> Place | None:
    number = _number(match["number"])
    if number is None:
        return None
    cn, unit = to_chinese(number), UNITS.get(match["unit"], match["unit"])
    whole = {
        "项": (f"({cn})", f"{cn}、", f"第{cn}项"),
        "部分": (f"{cn}、",),
        "类": (f"{cn}、",),
        "章": (f"第{cn}章",),
        "行": (f"第{number}行",),
        "款": (f"第{cn}款",),
        "段": (f"第{number}段",),
    }[unit]
    row = _number(match["row"])
    if row is not None:
        below = {
            "行": f"第{row}行",
            "项": f"({to_chinese(row)})",
            "点": f"{to_chinese(row)}是",
            "是": f"{to_chinese(row)}是",
        }
        first = below[match["row_unit"]]
        whole = (f"{cn}、{first}", f"{cn}、{to_chinese(row)}是", f"{cn}、第{row}行")
    return Place(written=match[0], addresses=whole, number=number, unit=unit)


def _bracketed(match: re.Match[str]) -> Place:
    groups = match.groupdict()
    part = f"{to_chinese(to_number(groups['part']) or 0)}、" if groups.get("part") else ""
    inner = groups.get("item") or groups.get("spoken") or ""
    number = to_number(inner) or 0
    last = f"({to_chinese(number)})" if groups.get("item") else f"{to_chinese(number)}是"
    return Place(written=match[0], addresses=(part + last,), number=number, unit="项")
