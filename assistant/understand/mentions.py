"""What a question says about documents: names, numbers, places, years, kinds. Nothing is resolved here."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.catalogue import Catalogue, Entry
from assistant.folding import bare, fold, without
from assistant.names import KINDS
from assistant.nearly import nearly_named
from assistant.regions import districts_in, issuers_in, national_beside, regions_in, says_national, short_form
from assistant.understand.beside_names import around
from assistant.understand.called import called
from assistant.understand.whereabouts import BARE_KINDS, is_where_somebody_is

NOUNS = frozenset({*BARE_KINDS, *KINDS})
ALWAYS_A_KIND = ("条例", "要点", "预案", "细则")
"""Nouns that mean an instrument wherever they stand; 意见 or 规定 may be anything."""
YEAR = re.compile(r"(20\d{2}|19\d{2})年?(?!\d|年?底|年?末|\.\d)")
DEADLINE_YEAR = re.compile(r"(?:到|至|截至)?(?:20\d{2})年(?:底|末|年底|\d{1,2}月)|(?:到|至)20\d{2}年")
SPAN = re.compile(r"从?((?:19|20)\d{2})年?[到至—-]+((?:19|20)\d{2})年")
"""From the documents of one year to those of another."""
AT_THAT_TIME = re.compile(r"\d{4}年?(?:\d{1,2}月)?[^,。?]{0,4}(?:收到|提交|递交|提出|寄[来出]|受理|来申请|申请过)")
"""A year in which something happened to somebody."""
YEAR_OF_DOCUMENT = rf"年?度?的?[^,。?]{{0,8}}(?:{'|'.join(BARE_KINDS)}|文件)"
NUMBER = re.compile(
    r"[一-鿿]{1,6}?(?:(?:发|函|字|令|规)〔?\(?(?:19|20)\d{2}\)?〕?年?|办〔(?:19|20)\d{2}〕)第?\d+号"
    r"|[一-鿿]{0,3}(?:国务院|主席|国|政府)令第?\d+号|(?<![\d第])\d+号(?:令|文(?!件))"
)
LOOSE_NUMBER = re.compile(r"(?<=[发函字令规])[〔(]?((?:19|20)\d{2})[)〕]?年?第?(\d+)号?(?!\d)")
"""京政办发2014年28号, 国办发2014第12: the year and the number of a document, however they are joined."""
TITLE = re.compile(r"《([^》]{3,60})》")
KIND_CONTEXT = (
    r"(?=[里中第共分对是与和跟由的什该应要》,?]|[一二三四五六七八九十]{1,3}、"
    r"|相[比较]|规定|要求|一共|总共|有几|有多少|有哪|有什么|有何|怎么|如何|关于|适用|$)"
)
BEFORE_LOOSE_KIND = r"(?:按照?|依据?|据|依照|该|本|这一?[份个部]|[那此]一?[份个部])"
"""Before a noun that may be anything, so that it means the one document of its kind: 按实施方案, but 实施方案由谁定."""
BEFORE_BARE_KIND = r"(?:^|[^一-鿿]|[和与跟同及在按照据该本个份新问看查里依较比行画讲学读翻背])"
DATES_FROM = r"》?(?:施行|实施|颁布|公布|出台|发布|印发|生效|修订)(?:之?[前后]|以[前后来])"
"""After an instrument that only tells when something was: 条例施行前的老文件."""
SHORTEST_WHOLE = 8
"""Characters of a name within which a noun that is no kind may stand: 试点工作方案."""
POINTED_AT = re.compile(r"[这那该此本]一?[份个部件]?(?:条例|办法|细则|规定)")
"""No title by itself."""
UNHELD = re.compile(
    r"(?P<law>[^\W□的是有什么哪怎如何对在由和与及没第款按据依照]{1,20}"
    r"(?:法典|(?<![办方依无违合执司立看做说想用宪])法))(?=第|里|中|规定|对|怎|$)"
    r"|(?P<title>[^\W□的是有什么哪怎如何对在由和与及没第款把给请让被]{2,20}(?:条例|办法|细则|规定))(?=第|中|里|对|规定|怎|的|有|$)"
)
"""A title of several characters that no name of the library covers."""
DOES = re.compile(r"(?<![重必主首次])要[^求点素]{1,2}(?:条例|办法|细则|规定)$")
"""What somebody is about to do with an instrument at hand."""
OLD_VERSION = re.compile(r"(?:旧|老|原来?|0?7年?|2007年?|修订前)(?:的|版)*(?:政府信息公开)?条例")
DERIVED = re.compile(
    r"[^\W□的是有什么哪怎如何对在由和与及没第款按据依照把给请让被]{2,30}的?(?P<sort>实施细则|实施办法|司法解释|释义|修订草案|征求意见稿)"
)
"""What is made of an instrument is another one: 条例实施细则 is not answered out of 条例."""
NOT_A_KIND = re.compile(
    r"(新旧|前后)的?(规定|办法|条例|细则|意见|方案)|征求意见|(第三方|公众|各方|机关|其他机关|有关机关)(的)?意见|意见书|提出意见|的意见(?!里|中)|解读方案|工作方案|补偿方案|回应方案|整体方案|意见建议|按照?规定|有规定"
    r"|(?:编制?|起草|草拟|拟定?|制订|写|[拿定交][出好]|报送|提交|上报|(?:提出|出台|印发|制定)(?!了?的)|(?:自己|我们|本[市县区省单部地][^,，。]?|各地)[^,，。]{0,4}(?:制定|出台|印发|定))"
    r"(?:了|好|出)?的?(?:[那这该]?一?[份个部])?(?:相应|配套|相关|本地区?|本?部门|自己)?的?(?:具体|详细)?的?(?:实施|工作|管理)?"
    r"(?:方案|办法|意见|预案|细则|规定)"
    r"|(?:(?:我们?|咱们?|自己)的?|(?:我们?|咱们?|自己|本)(?:单位|公司|机关|部门|[省市县区局])的?)[^,，。?？的和与]{0,6}(?:方案|办法|意见|预案|细则|规定)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """What is said; names and places are folded."""

    named: tuple[Entry, ...]
    """Documents called by a name that means them alone."""
    spoken: tuple[str, ...]
    """The words that named them."""
    regions: tuple[str, ...]
    at: tuple[str, ...]
    """Places that only say where somebody is: 我在成都上班, 南京一家单位."""
    years: tuple[int, ...]
    """Years that say which document is meant, not when something is due."""
    kinds: tuple[str, ...]
    issuers: tuple[str, ...]
    """Beginnings of issuers' names."""
    is_national: bool
    unknown: tuple[str, ...]
    """Numbers and titles that no document of the library has."""


def read_mentions(text: str, catalogue: Catalogue) -> Mentions:
    """Read what a question says about documents."""
    whole = LOOSE_NUMBER.sub(r"〔\1〕\2号", fold(text))
    old = [match[0] for match in OLD_VERSION.finditer(whole)]
    old += [match[0] for match in DERIVED.finditer(NOT_A_KIND.sub("□", whole)) if not _is_held(match, catalogue)]
    folded = _blanked(OLD_VERSION.sub("□", whole), old)
    named, spoken = _named(folded, catalogue)
    more = [*called(_blanked(folded, spoken), catalogue)]
    so_far = [*named, *(entry for _, entry in more)]
    more += _only_ones(_blanked(folded, [*spoken, *(words for words, _ in more)]), catalogue, so_far)
    named += dict.fromkeys(entry for _, entry in more if entry not in named)
    spoken += [words for words, _ in more]
    rest = NOT_A_KIND.sub("□", _blanked(folded, spoken))
    at = tuple(region for region in regions_in(rest) if is_where_somebody_is(short_form(region), rest))
    return Mentions(
        named=tuple(named),
        spoken=(*spoken, *around(folded, named, spoken), *national_beside(rest)),
        regions=tuple(
            dict.fromkeys(name for name in [*regions_in(rest), *districts_in(rest).values()] if name not in at)
        ),
        at=at,
        years=tuple(_years(NOT_A_KIND.sub("□", folded), rest, catalogue, named)),
        kinds=tuple(kind for kind in BARE_KINDS if re.search(_before(kind) + kind + _context(kind), rest)),
        issuers=tuple(issuers_in(rest)),
        is_national=says_national(rest),
        unknown=(*_unknown(rest, spoken), *old, *districts_in(rest)),
    )


def _is_held(match: re.Match[str], catalogue: Catalogue) -> bool:
    return any(name.endswith(match["sort"]) for name, _ in catalogue.names.found_in(bare(match.string)))


def _blanked(folded: str, spoken: Sequence[str]) -> str:
    for words in spoken:
        folded = without(folded, words, "□")
    return folded


def _named(folded: str, catalogue: Catalogue) -> tuple[list[Entry], list[str]]:
    """Documents called by name or number, and the words that did it; the longest name first."""
    plain, masked = bare(folded), NOT_A_KIND.sub("□", folded)
    found: list[Entry] = []
    spoken: list[str] = []
    for name, entry in [
        *((bare(title), entry) for title, entry in _titled(folded, catalogue)),
        *nearly_named(plain, catalogue),
        *catalogue.names.found_in(plain),
    ]:
        if name in NOUNS or not _stands_in(name, plain) or entry in found:
            continue
        if _of_another_place(entry, name, plain):
            plain = plain.replace(name, "□")
            continue
        if len(name) < SHORTEST_WHOLE and name not in bare(masked):
            continue
        found.append(entry)
        spoken.append(name)
        plain = plain.replace(name, "□")
    return found, spoken


def _only_ones(rest: str, catalogue: Catalogue, named: Sequence[Entry]) -> Iterator[tuple[str, Entry]]:
    """Yield the documents that are the only ones of their kind where the text calls them by it: 条例第三条."""
    masked = NOT_A_KIND.sub("□", rest)
    for name, entry in catalogue.names.found_in(bare(masked)):
        is_time = named and re.search(name + DATES_FROM, masked)
        if name in NOUNS and entry not in named and not is_time and _is_kind_meant(name, masked):
            yield name, entry


def _stands_in(name: str, plain: str) -> bool:
    """28号文 does not stand in 128号文, nor 国发〔2018〕39 in 国发〔2018〕391号."""
    if name not in plain:
        return False
    ends = name[-1].isdigit() and re.search(rf"{name}\d", plain)
    return not ends and not (name[0].isdigit() and re.search(rf"[\d第]{name}", plain))


def _of_another_place(entry: Entry, name: str, plain: str) -> bool:
    """上海市2014年政府信息公开工作要点 holds the name of the nationwide instrument and does not mean it."""
    before = plain[: plain.index(name)].removesuffix("的")
    others = (region for region in regions_in(before[-8:]) if region != entry.document.region)
    return any(before.endswith((region, short_form(region))) for region in others)


def _titled(folded: str, catalogue: Catalogue) -> list[tuple[str, Entry]]:
    """Titles whose words stand in another order than the library's: one document agrees in region, year and kind."""
    pairs = []
    for title in TITLE.findall(folded):
        kind = next((kind for kind in BARE_KINDS if title.endswith(kind)), None)
        regions, years = regions_in(title), {int(year) for year in YEAR.findall(title)}
        fitting = [
            entry
            for entry in catalogue.entries
            if kind and regions and years
            and entry.document.region in regions and entry.years & years and (entry.kind or "").endswith(kind)
        ]  # fmt: skip
        pairs += [(title, fitting[0])] if len(fitting) == 1 else []
    return pairs


def _years(folded: str, rest: str, catalogue: Catalogue, named: Sequence[Entry]) -> list[int]:
    """A year says which document is meant where a kind follows it, or where no text only speaks of it.

    Beside a document that is named by other words it only counts next to them: 北京意见提出2018年要达到… means no
    document of that year.
    """
    span = SPAN.search(rest)
    years = [int(year) for year in span.groups()] if span else []
    if years and all(any(year in entry.years for entry in catalogue.entries) for year in years):
        return years
    found = []
    for match in YEAR.finditer(DEADLINE_YEAR.sub("□", NUMBER.sub("□", rest))):
        year = int(match[1])
        is_of_document = bool(re.search(f"{year}{YEAR_OF_DOCUMENT}", folded))
        is_beside = bool(re.search(rf"□[的中里]?{year}|{year}年?度?的?□", rest))
        is_theirs = any(year in entry.years for entry in named)
        if AT_THAT_TIME.match(rest, match.start()) and not is_of_document:
            continue
        if is_of_document or (is_beside or is_theirs if named else not catalogue.only_mentions(year)):
            found.append(year)
    return list(dict.fromkeys(found))


def _before(kind: str) -> str:
    """What has to stand before a noun for it to mean an instrument."""
    return (
        ""
        if kind in ALWAYS_A_KIND
        else r"(?:(?:年|20\d\d|□|该|本|这[个份]|市|省|区|京|海|津|庆|[国央]|[国中]办)的?(?:实施|指导|若干|工作)?)"
    )


def _is_kind_meant(kind: str, masked: str) -> bool:
    """Whether a noun by itself means the one document of its kind: 按实施方案, 方案里呢; not 实施方案由谁定."""
    if kind.endswith(ALWAYS_A_KIND):
        return bool(re.search(BEFORE_BARE_KIND + kind + _context(kind), masked))
    beside = f"{kind}[和与跟、]□|□[和与跟、]{kind}{KIND_CONTEXT}"
    return bool(re.search(f"{BEFORE_LOOSE_KIND}{kind}{KIND_CONTEXT}|{BEFORE_BARE_KIND}{kind}[里中第]|{beside}", masked))


def _context(kind: str) -> str:
    """What has to follow a noun for it to mean an instrument."""
    context = KIND_CONTEXT if kind == "规定" else KIND_CONTEXT.replace("应要", "应要各都")
    return "" if kind.endswith(ALWAYS_A_KIND) else context


def _is_title(match: re.Match[str]) -> bool:
    """Whether 规定 before 的 ends a title: 上海市公开规定的…, but not 条例给机构规定的职能."""
    is_said = match[0].endswith("规定") and match.string[match.end() :].startswith("的")
    return not DOES.search(match[0]) and (not is_said or bool(regions_in(match[0])))


def _unknown(rest: str, spoken: list[str]) -> list[str]:
    """Numbers and titles that are named and not held."""
    numbers = [match[0] for match in NUMBER.finditer(rest)]
    titles = [f"《{title}》" for title in TITLE.findall(rest) if "□" not in title and bare(title) not in spoken]
    unnamed = POINTED_AT.sub("□", TITLE.sub("□", NUMBER.sub("□", rest)))
    bare_titles = [f"《{match['title'] or match['law']}》" for match in UNHELD.finditer(unnamed) if _is_title(match)]
    return [*numbers, *titles, *bare_titles]
