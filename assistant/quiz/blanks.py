"""A sentence with one fact left out: a time, a figure, a depth or a body; and what else might fit there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.folding import bare
from assistant.quiz.bodies import is_definite, is_generic, is_named_in, may_be_same
from assistant.quiz.deadlines import same_time
from assistant.quiz.likeness import contained, pairs
from assistant.quiz.material import Material, actors_of
from assistant.quiz.question import Key
from assistant.quiz.sentences import is_whole, sentences_of
from assistant.quiz.words import ladders, words
from index.corpus import Provision
from index.duties import deadline_words

PERIOD = re.compile(
    r"(?<![\d月])(?:\d+|[一二三四五六七八九十]+)个?(?:工作日|自然日|小时|日|天|个月)(?=(?:之|以)?内|$|[，。；）])"
)
DATE = re.compile(r"(?:(?:\d{4}|每|当|次)年(?:的)?)?(?:年底|\d{1,2}月(?:\d{1,2}日|底|末)?)(?:之|以)?前$")
FIGURE = re.compile(
    r"(?<![\d第〔年月“.．—\-])\d+个?(?:次|课时|学时|%|％|家|人|期|场|篇|项|个百分点|万元|元|倍)(?!以上)"
)
DEPTH = re.compile(r"(?:细化(?:公开)?|公开|细)(?:到|至)(?P<depth>[^，。；：（）、\d]{3,20})(?=[，。；])")
IN_LIST = re.compile(r"(?:[、和及与]|会同|或者)□|□(?:[、和及与等]|会同|或者)")
"""A body among others, which makes a poor gap."""
LEAST_AROUND = 24
"""Characters around a body without which a sentence might be said of many."""
GRADE = re.compile(r"(?P<grade>[类款项目])[”\"]?级")


class Blank(StrEnum):
    """What is left out."""

    PERIOD = "period"
    DATE = "date"
    FIGURE = "figure"
    DEPTH = "depth"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One fact in a sentence of a provision."""

    provision: Provision
    sentence: str
    start: int
    """Where the fact stands in the sentence."""
    value: str
    blank: Blank
    material: Material = field(repr=False)

    @property
    def rights(self) -> tuple[str, ...]:
        """The fact."""
        return (self.value,)

    @property
    def asked(self) -> str:
        """The sentence with a gap."""
        return self.filled(words()["blank"]["gap"])

    def filled(self, value: str) -> str:
        """Return the sentence with another value in the gap."""
        filled = self.sentence[: self.start] + value + self.sentence[self.start + len(self.value) :]
        return filled if filled.endswith("。") else f"{filled}。"

    def also_right(self, value: str) -> str | None:
        """Say why another value may be right in the gap too."""
        if self.blank is Blank.BODY:
            return self._also_acts(value)
        said_here = f"{self.provision.shown_text}"
        if bare(value) in bare(said_here) or self._is_said(value, said_here):
            return "the provision says it as well"
        for one, sentence in self.material.sentences:
            if self._is_like(sentence) and self._is_said(value, sentence):
                return f"{one.id} says it in a sentence like this"
        return None

    def key(self) -> tuple[Key, ...]:
        """Return the provision with the whole sentence."""
        return (Key(document_id=self.provision.document_id, address=self.provision.address, quote=self.sentence),)

    def _is_like(self, sentence: str) -> bool:
        rest = self.sentence[: self.start] + self.sentence[self.start + len(self.value) :]
        return contained(pairs(rest), pairs(sentence)) >= LIKE

    def _is_said(self, value: str, text: str) -> bool:
        """Whether a text has the value, however it is written."""
        if self.blank in (Blank.PERIOD, Blank.DATE):
            found = [*(one.text for one in deadline_words(text)), *(match[0] for match in PERIOD.finditer(text))]
            return any(same_time(value, one) for one in found)
        if self.blank is Blank.DEPTH:
            return any(same_depth(value, match["depth"]) for match in DEPTH.finditer(text))
        return bare(value) in bare(text)

    def _also_acts(self, value: str) -> str | None:
        if is_generic(value) and is_generic(self.value) and _head(value) == _head(self.value):
            return "a class of bodies that may contain the right one"
        if not is_definite(value):
            return "means other bodies in other places"
        if is_named_in(value, self.material.words_around(self.provision)):
            return "is named in the provision"
        for one in self.material.same_task(self.provision):
            if any(may_be_same(value, actor) for actor in actors_of([one])):
                return f"has a duty in {one.id}"
        if may_be_same(value, self.value) or self._is_identified(value):
            return "may be the same body"
        return "does the like by another provision" if self._does_alike(value) else None

    def _does_alike(self, value: str) -> bool:
        """Whether a body is named anywhere with a verb of duty that stands in the sentence (推进, 监督)."""
        mine = [verb for verb in ladders()["duty_verbs"] if verb in self.sentence]
        name = bare(value).replace("的", "")
        return any(name in said and any(verb in said for verb in mine) for said in self.material.statements)

    def _is_identified(self, value: str) -> bool:
        """Whether any sentence may say that one body is the other (主管部门为国务院办公厅)."""
        mine, other = (bare(name).replace("的", "") for name in (self.value, value))
        return any(mine in one and other in one for one in self.material.identities)


LIKE = 0.5
"""Share of a sentence from which on another one may be about the same."""


def gaps_in(material: Material, document_id: str, blanks: frozenset[Blank]) -> Iterator[Gap]:
    """Yield the facts of these kinds in a document's sentences, each in words in which it stands once."""
    for provision in material.provisions(document_id):
        for sentence in sentences_of(provision):
            for blank, start, value in _values(provision, sentence):
                said, place = _once(sentence, start, value)
                if blank in blanks and said:
                    yield Gap(
                        provision=provision, sentence=said, start=place, value=value, blank=blank, material=material
                    )


def _once(sentence: str, start: int, value: str) -> tuple[str, int]:
    """Cut a sentence to the part in which a value stands once; '' where it does not read by itself."""
    if sentence.count(value) == 1:
        return sentence, start
    begin = sentence.rfind("；", 0, start) + 1
    end = sentence.find("；", start)
    part = sentence[begin : end if end >= 0 else len(sentence)].rstrip("。")
    return (part, start - begin) if part.count(value) == 1 and is_whole(f"{part}。") else ("", 0)


def same_depth(one: str, other: str) -> bool:
    """Whether two depths may be the same: 项级科目 and 支出功能分类的项级科目."""
    a, b = GRADE.search(one), GRADE.search(other)
    if a and b:
        return a["grade"] == b["grade"]
    return bool(pairs(one) & pairs(other))


def _values(provision: Provision, sentence: str) -> Iterator[tuple[Blank, int, str]]:
    for deadline in deadline_words(sentence):
        if date := DATE.search(deadline.text):
            yield Blank.DATE, deadline.start + date.start(), date[0]
        elif period := PERIOD.search(deadline.text):
            yield Blank.PERIOD, deadline.start + period.start(), period[0]
    for match in FIGURE.finditer(sentence):
        yield Blank.FIGURE, match.start(), match[0]
    for match in DEPTH.finditer(sentence):
        yield Blank.DEPTH, match.start("depth"), match["depth"]
    for duty in provision.duties:
        place = sentence.find(duty.actor) if duty.actor else -1
        if duty.actor and place >= 0 and is_definite(duty.actor) and bare(duty.act) in bare(sentence[place:]):
            if len(sentence) - len(duty.actor) < LEAST_AROUND or IN_LIST.search(
                sentence[:place] + "□" + sentence[place + len(duty.actor) :]
            ):
                continue
            yield Blank.BODY, place, duty.actor


def _head(name: str) -> str:
    """Return the class of bodies a generic name means."""
    plain = bare(name)
    heads = {"政府": "政府", "地区": "政府", "机关": "机关", "其他组织": "公民", "申请人": "公民", "第三方": "公民"}
    found = next((head for ending, head in heads.items() if plain.endswith(ending)), None)
    return found or ("部门" if re.search(r"(?:部门|单位|机构|办公厅室|企业|组织)$", plain) else plain[-2:])
