"""Places that only say where somebody is or goes, and not whose documents are asked about."""

import re

BARE_KINDS = ("要点", "意见", "方案", "条例", "规定", "办法", "通知", "预案", "规则", "细则")
GOES_TO = r"(?<![从自])(?:[上直]?报到?|报送|送到?|离开|前往|[去赴飞]|[来回到](?!自)|抵达?|返回?|寄[到往给]?)(?:了|过)?"
NO_INSTRUMENT = rf"(?![^,。?]{{0,12}}(?:{'|'.join((*BARE_KINDS, '文件', '的'))}))"
"""Where somebody goes, no place whose documents are asked about: 离开北京, 报北京; but 来北京的意见看看."""


def is_where_somebody_is(place: str, rest: str) -> bool:
    """Whether a folded text speaks of a place, by its short name, only as that."""
    somebody, something = rf"(?:我们?|单位|本人|家|住)(?:是|在){place}", rf"{place}[市省]?的?一(?:家|个|所|位|名)"
    return bool(re.search(f"{somebody}|{something}|{GOES_TO}{place}{NO_INSTRUMENT}", rest))
