"""Questions for a figure (多少元, 几次, 罚款多少): a provision without such a figure does not answer them."""

import re
from dataclasses import dataclass

from assistant.folding import fold, simplify
from assistant.verify.facts import numbers
from index.corpus import Provision
from index.numerals import NUMERAL

SAME_UNITS = {
    "块钱": ("元",), "块": ("元",), "钱": ("元",), "天": ("日",), "万": ("万元",), "亿": ("亿元",),
    "次": ("批", "批次", "回", "轮", "期"), "家": ("个", "户", "所"), "户": ("家", "个"), "人": ("名", "位", "个"),
    "名": ("人", "位", "个"), "件": ("份", "项", "个"), "份": ("件", "个"),
}  # fmt: skip
"""What counts the same things, by what is asked: a text counts batches where somebody asks how many times."""
COUNTERS = ("批次", "批", "回", "轮", "期", "户", "所", "位", "吨", "公顷", "辆")
COUNTED = re.compile(rf"(?<!第)(?:\d+|[{NUMERAL}]+)(?P<unit>{'|'.join(COUNTERS)})")
UNITS = (
    "万元|亿元|万|亿|个工作日|工作日|课时|学时|小时|分钟|块钱|元|钱|岁"
    "|名(?![额单称字义])|人(?![员才次])|件|平方米|公里|米|亩|个月|月|天|日"
    "|次(?!序)|家(?![长庭])|份(?!额)|倍|年|张|页|屏|(?<!个)分(?![之数])|级别|枚|台|套|户(?![口籍外])|吨|公顷|辆"
)
ASKED = re.compile(rf"(?:多少|(?<![哪这近好十没])(?<!(?<!提)前)几(?!年前|个?月前))个?(?P<unit>{UNITS})")
"""What only says roughly how many or how long ago (几年前, 前几天, 十几个) asks for no figure."""
ASKED_NOUN = re.compile(
    r"(?P<noun>罚款|罚金|限值|标准|金额|数额|比例|费用|工资|补助|面积|价格|编制)(?:是|为|达|有)?多少"
)
SHARE_ASKED = re.compile(r"百分之(?:几|多少)|百分比|几成|几个百分点")
SHARE = re.compile(
    rf"\d%|百分之[{NUMERAL}\d]|[{NUMERAL}\d]成(?![为立员果])|[{NUMERAL}\d]分之|百分点|[率例]\D{{0,6}}\d|一半|[半过]数"
)
"""A share as texts state it, also where a per cent sign was lost: 开放率60."""
SHARE_OF = "比例"
WHETHER_PUBLIC = re.compile(
    r"(公开|公布)(不|吗|么|没有)\??$"
    r"|(?:多少|几)[^,。?]*(?:要不要|用不用|该不该|能不能|可不可以|需不需要|应不应该?|是否|[^什怎这那多要]么\??$|吗\??$)"
)
"""想看补了多少钱，公开不; 花了多少钱要不要晒: asks for no figure."""
KNOWN = re.compile(r"知道|清楚|告诉|查|说一?下")
"""知道是多少天吗 asks for the figure all the same."""
BESIDES = re.compile(r"除(?:了|开|去)?[^,。?]*[,。]")
"""除了收多少钱，还要公布什么: what is known already is not asked for."""
SOME_NUMBER = re.compile(rf"\d|[{NUMERAL}]{{1,4}}(?:个|项|条|次|日|年|月|级|类|名)")


@dataclass(frozen=True, slots=True)
class Figure:
    """The kind of figure that a question asks for."""

    unit: str | None
    noun: str | None

    def stands_in(self, provision: Provision) -> bool:
        """Whether a provision has such a figure."""
        return self.said_by(provision.shown_text + "".join(cell.text for cell in provision.cells))

    def said_by(self, text: str) -> bool:
        """Whether a text has such a figure."""
        words = fold(text)
        if self.noun == SHARE_OF:
            return bool(SHARE.search(words))
        if self.unit is None:
            return bool(SOME_NUMBER.search(words)) and (self.noun or "") in words
        same = {self.unit, *SAME_UNITS.get(self.unit, ()), self.unit.removeprefix("个")}
        counted = (match["unit"] for match in COUNTED.finditer(words))
        return any(number.endswith(tuple(same)) for number in numbers(words)) or not same.isdisjoint(counted)


def figure_asked(question: str) -> Figure | None:
    """Return the kind of figure a question asks for; None where it asks for none."""
    folded = BESIDES.sub("", fold(simplify(question)))
    if WHETHER_PUBLIC.search(folded) and not KNOWN.search(folded):
        return None
    if match := ASKED.search(folded):
        return Figure(match["unit"], None)
    if SHARE_ASKED.search(folded):
        return Figure(None, SHARE_OF)
    if match := ASKED_NOUN.search(folded):
        return Figure(None, match["noun"])
    return None
