"""Provisions named by number: 第三十三条第三款, 第（二十一）条, 第六部分, 第八类."""

import re

from assistant.folding import fold
from assistant.question import Place
from assistant.understand.ordinals import ordinals, unit_called
from index.numerals import NUMERAL, to_chinese, to_number

N = rf"[（(]?(?:[{NUMERAL}]+|\d+)[）)]?"
UNIT = "条|项|款|点|部分|类|行|章"
ARTICLE = re.compile(
    rf"(?:第|(?<=[例点见案法典定号令》]))(?P<article>{N})条(?:之(?P<sub>{N}))?(?:的?第?(?P<paragraph>{N})款)?(?:的?第?(?P<item>{N})项)?(?:第?(?P<point>{N})目)?"
)
HEAD = rf"(?P<head>(?:第?{N}条(?:第?{N}款)?)?)"
RANGE = re.compile(rf"{HEAD}第?(?P<first>{N})(?:{UNIT})?(?:至|到|-|—|~)第?(?P<last>{N})(?P<unit>{UNIT})")
BRACKET_RANGE = re.compile(rf"[（(](?P<first>[{NUMERAL}\d]+)[）)](?:至|到|-|—|~)[（(](?P<last>[{NUMERAL}\d]+)[）)]")
IN_BRACKETS = rf"[（(](?:[{NUMERAL}]+|\d+)[）)]"
LIST = re.compile(rf"{HEAD}第?(?P<all>{N}(?:[、,和及]{N})+|{IN_BRACKETS}(?:{IN_BRACKETS})+)(?P<unit>{UNIT})")
RELATIVE = re.compile(rf"(?P<way>[上前下后])一(?:个)?(?P<unit>{UNIT})")
LONGEST_RANGE = 12
ITEM = re.compile(
    rf"第(?P<number>{N})(?P<unit>项|点|行|款|段|个?大?(?:部分|板块|块|类)|章)(?:第?(?P<row>{N})(?P<row_unit>项|行|点|是))?"
)
BRACKETED = re.compile(
    rf"(?<![a-z])(?:(?P<part>[{NUMERAL}]+)、)?[（(](?P<item>[{NUMERAL}]+|\d{{1,2}})[）)](?!条|项|款|部分)"
)
IN_PART = re.compile(rf"(?P<part>[{NUMERAL}]+)、第?(?P<row>{N})(?P<unit>行|项|条)")
SPOKEN = re.compile(rf"(?P<part>[{NUMERAL}]+)(?:、|“?(?:部分|里|中|下|面)*的“?)(?P<spoken>[{NUMERAL}]+)是")
DECIMAL = re.compile(
    r"(?<![a-z\d.])(?P<number>\d{1,2}(?:\.\d{1,2}){2,3}(?![\d.])|\d{1,2}\.\d{1,2}(?=节|条|款|部分|是|怎|的|规|讲|说|里|中|$|\?))"
)
PARTS = (("paragraph", "款"), ("item", "项"), ("point", "目"))
UNITS = {"点": "项"}


def _number(written: str | None) -> int | None:
    return to_number(written.strip("（()）")) if written else None


def places(text: str) -> tuple[Place, ...]:
    """Return the provisions that a question names by number, in order."""
    folded = LIST.sub(_each_written, BRACKET_RANGE.sub(_brackets_written, RANGE.sub(_written_out, fold(text))))
    by_order, rest = ordinals(folded)
    found = [place for match in ARTICLE.finditer(rest) if (place := _article(match))]
    rest = ARTICLE.sub("□", rest)
    found += [_in_part(match) for match in IN_PART.finditer(rest)]
    rest = IN_PART.sub("□", rest)
    found += by_order
    found += [place for match in ITEM.finditer(rest) if (place := _item(match))]
    rest = ITEM.sub("□", rest)
    found += [_bracketed(match) for match in SPOKEN.finditer(rest)]
    found += [_bracketed(match) for match in BRACKETED.finditer(SPOKEN.sub("□", rest))]
    found += [Place(written=m[0], addresses=(m["number"],), number=0, unit="节") for m in DECIMAL.finditer(folded)]
    return tuple(found)


def neighbour(text: str, place: Place) -> Place | None:
    """Return the place before or after one that was spoken of: 上一条, 下一款; None where the text means none."""
    match = RELATIVE.search(fold(text))
    if match is None:
        return None
    unit = UNITS.get(match["unit"], match["unit"])
    step = 1 if match["way"] in "下后" else -1
    if unit == place.unit:
        written = f"{place.within or ''}第{place.number + step}{unit}"
    elif place.within and (above := ARTICLE.fullmatch(place.within)) and unit == "条":
        written = f"第{(_number(above['article']) or 0) + step}条"
    else:
        return None
    return next(iter(places(written)), None)


def _in_range(match: re.Match[str]) -> range:
    first, last = _number(match["first"]), _number(match["last"])
    is_short = first is not None and last is not None and first < last < first + LONGEST_RANGE
    return range(first or 0, (last or 0) + 1) if is_short else range(0)


def _written_out(match: re.Match[str]) -> str:
    """第五条至第七条 → 第五条、第六条、第七条, so that none in between is left out; 第二十条第一项至第三项 likewise."""
    numbers = [f"{match['head']}第{number}{match['unit']}" for number in _in_range(match)]
    return "、".join(numbers) or match[0]


def _brackets_written(match: re.Match[str]) -> str:
    return "、".join(f"({to_chinese(number)})" for number in _in_range(match)) or match[0]


def _each_written(match: re.Match[str]) -> str:
    """33、34条 → 第33条、第34条; 第二十条第(七)(八)项 → 第二十条第七项、第二十条第八项."""
    numbers = [_number(each) for each in re.findall(N, match["all"])]
    return "、".join(f"{match['head']}第{number}{match['unit']}" for number in numbers)


def _in_part(match: re.Match[str]) -> Place:
    part, number = to_chinese(_number(match["part"]) or 0), _number(match["row"]) or 0
    cn = to_chinese(number)
    below = {"行": (f"第{number}行",), "项": (f"({cn})", f"第{number}行"), "条": (f"({cn})",)}[match["unit"]]
    addresses = tuple(f"{part}、{ending}" for ending in below)
    return Place(written=match[0], addresses=addresses, number=number, unit=match["unit"], within=f"{part}、")


def _article(match: re.Match[str]) -> Place | None:
    number = _number(match["article"])
    if number is None:
        return None
    cn = to_chinese(number)
    address = f"第{cn}条"
    if sub := _number(match["sub"]):
        address += f"之{to_chinese(sub)}"
    exact, deepest = address, (number, "条")
    for group, unit in PARTS:
        if part := _number(match[group]):
            exact += f"第{to_chinese(part)}{unit}"
            deepest = (part, unit)
    # Officers also call the items (二十一) of a plan 第二十一条.
    looser = (f"({cn})", f"{cn}、") if exact == address else ()
    one_paragraph = exact.replace("第一款", "")
    return Place(
        written=match[0],
        addresses=(exact, *({one_paragraph} - {exact}), *looser),
        number=deepest[0],
        unit=deepest[1],
        within=address if exact != address else None,
    )


def _item(match: re.Match[str]) -> Place | None:
    number = _number(match["number"])
    if number is None:
        return None
    cn, unit = to_chinese(number), UNITS.get(match["unit"], unit_called(match["unit"]))
    within = None
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
        within, number, unit = f"{cn}、", row, UNITS.get(match["row_unit"], match["row_unit"])
    return Place(written=match[0], addresses=whole, number=number, unit=unit, within=within)


def _bracketed(match: re.Match[str]) -> Place:
    groups = match.groupdict()
    part = f"{to_chinese(to_number(groups['part']) or 0)}、" if groups.get("part") else ""
    inner = groups.get("item") or groups.get("spoken") or ""
    number = to_number(inner) or 0
    last = f"({to_chinese(number)})" if groups.get("item") else f"{to_chinese(number)}是"
    looser = (f"{to_chinese(number)}、",) if not part and groups.get("item") else ()
    return Place(written=match[0], addresses=(part + last, *looser), number=number, unit="项")
