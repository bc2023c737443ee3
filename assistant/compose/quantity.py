"""Questions for a figure (多少元, 几次, 罚款多少): a provision without such a figure does not answer them."""

import re
from dataclasses import dataclass

from assistant.folding import fold, simplify
from assistant.verify.facts import numbers
from index.corpus import Provision
from index.numerals import NUMERAL

SAME_UNIT = {"块钱": "元", "块": "元", "钱": "元", "天": "日", "万": "万元", "亿": "亿元"}
UNITS = (
    "万元|亿元|万|亿|个工作日|工作日|课时|学时|小时|分钟|块钱|元|钱|岁|名|人|件|平方米|公里|米|亩|个月|月|天|日|次|家|份|倍|年"
    "|张|页|屏|分|级别|枚|台|套"
)
ASKED = re.compile(rf"(?<!哪)(?:多少|几)个?(?P<unit>{UNITS})")
ASKED_NOUN = re.compile(
    r"(?P<noun>罚款|罚金|限值|标准|金额|数额|比例|费用|工资|补助|面积|价格|编制)(?:是|为|达|有)?多少"
)
SHARE_ASKED = re.compile(r"百分之(?:几|多少)|百分比|几成|几个百分点")
WHETHER_PUBLIC = re.compile(r"(公开|公布)(不|吗|么|没有)\??$")
"""想看补了多少钱，公开不: asks for no figure."""
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
        if self.unit is None:
            return bool(SOME_NUMBER.search(words)) and (self.noun or "") in words
        same = {self.unit, SAME_UNIT.get(self.unit, self.unit), self.unit.removeprefix("个")}
        return any(number.endswith(tuple(same)) for number in numbers(words))


def figure_asked(question: str) -> Figure | None:
    """Return the kind of figure a question asks for; None where it asks for none."""
    folded = BESIDES.sub("", fold(simplify(question)))
    if WHETHER_PUBLIC.search(folded):
        return None
    if match := ASKED.search(folded):
        return Figure(match["unit"], None)
    if SHARE_ASKED.search(folded):
        return Figure(None, None)
    if match := ASKED_NOUN.search(folded):
        return Figure(None, match["noun"])
    return None
