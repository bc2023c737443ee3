"""The names by which people call a document, derived from its metadata."""

import re

from assistant.folding import bare
from assistant.regions import NATIONWIDE, short_form
from index.corpus import Document
from index.library import Library

YEAR = re.compile(r"(20\d{2}|19\d{2})年?")
NUMBERED = re.compile(r"(?P<prefix>\D+)(?:19|20)\d{2}(?P<number>\d+)号")
DECREE = re.compile(r"国务院令第?(?P<number>\d+)号")
MORE = re.compile("^(?:工作|实施|指导)")
"""What people leave out of a noun for a kind."""
ABOUT = re.compile(r"^[^《》“]*?(?:关于|转发|(?<=[厅院府])印发)(?:(?:印发|转发|发布|公布)(?=《|.*的(?:通知|函)$))?")
"""Who issued it and what it does with what it hands out."""
HANDED_OUT = re.compile(r"的(?:通知|函)$")
KINDS = (
    "实施细则",
    "实施条例",
    "条例",
    "规定",
    "办法",
    "工作要点",
    "要点",
    "实施意见",
    "指导意见",
    "意见",
    "实施方案",
    "方案",
    "预案",
    "细则",
    "规则",
    "通知",
    "决定",
    "法",
)
"""Nouns that end a title and say what kind of instrument it is; longer ones first."""


def kind_of(title: str) -> str | None:
    """Return the noun at the end of a title that says what kind of instrument it is; None if there is none."""
    plain = re.sub(r"[（(].*?[）)]|的通知$|的函$", "", title)
    plain = re.sub(r"[》》〉]+$", "", plain)
    return next((kind for kind in KINDS if plain.endswith(kind)), None)


def years_of(document: Document, library: Library) -> frozenset[int]:
    """Years in the title, else of issue, else the first year that a short text itself names."""
    if named := dated(document):
        return named
    first = re.search(r"(20\d{2}|19\d{2})\s*年", library.document_text(document.id))
    return frozenset([int(first[1])] if first else [])


def dated(document: Document) -> frozenset[int]:
    """Years in the titles, and of issue."""
    named = {int(year) for title in (document.title, *document.alternative_titles) for year in YEAR.findall(title)}
    return frozenset(named | ({document.issued.year} if document.issued else set()))


def spoken_titles(document: Document) -> tuple[str, ...]:
    """Return what people shorten of the titles: without who issued it and that it hands something out."""
    found: list[str] = []
    for title in (document.title, *document.alternative_titles):
        plain = ABOUT.sub("", title.removeprefix("中华人民共和国"), count=1)
        found += [bare(plain), bare(HANDED_OUT.sub("", plain))]
    return tuple(dict.fromkeys(title for title in found if title))


def given_names(document: Document, table: dict[str, list[str]]) -> set[str]:
    """Names from the editable table, found by title or id."""
    keys = {bare(document.title), *(bare(title) for title in document.alternative_titles), bare(document.id)}
    return {bare(name) for key, names in table.items() if bare(key) in keys for name in names}


def derived_names(document: Document) -> set[str]:
    """Names that follow from title, number, issuer, region, year and kind."""
    titles = [document.title, *document.alternative_titles]
    names = {bare(title) for title in titles}
    names |= {bare(title.removeprefix("中华人民共和国")) for title in titles}
    names |= _numbers(document.document_number or "")
    kind = kind_of(document.title)
    if kind:
        years = {year for title in titles for year in YEAR.findall(title)}
        if document.issued:
            years.add(str(document.issued.year))
        nouns = {kind, MORE.sub("", kind)}
        names |= {bare(noun) for noun in nouns}
        for caller in _callers(document):
            for noun in nouns:
                names.add(bare(caller + noun))
                names |= {bare(f"{caller}{year}{mark}{noun}") for year in years for mark in ("", "年", "年的")}
                names |= {bare(f"{year}年{caller}{mark}{noun}") for year in years for mark in ("", "的")}
    return {name for name in names if len(name) >= 2}


def _callers(document: Document) -> set[str]:
    callers = set()
    if document.region and document.region != NATIONWIDE:
        callers |= {document.region, short_form(document.region)}
    if document.issuer:
        callers.add(document.issuer)
        if document.issuer.startswith("国务院办公厅"):
            callers |= {"国办", "国务院", "国家", "全国"}
        elif document.issuer.startswith("国务院"):
            callers |= {"国务院", "国家", "全国"}
    return callers


def _numbers(document_number: str) -> set[str]:
    """The document number in full, and by its last part as officers say it: 28号文, 711号令."""
    whole = bare(document_number)
    if not whole:
        return set()
    names = {whole, whole.removesuffix("号")}
    if match := DECREE.fullmatch(whole):
        names |= {f"{head}令{nth}{match['number']}号" for head in ("国务院", "国") for nth in ("第", "")}
        names |= {f"{match['number']}号令", f"{match['number']}号"}
    elif match := NUMBERED.fullmatch(whole):
        names |= {f"{match['prefix']}{match['number']}号", f"{match['number']}号文"}
    return names


def shared_names(derived: dict[str, set[str]]) -> set[str]:
    """Names that fit more than one document mean none."""
    seen: set[str] = set()
    shared: set[str] = set()
    for names in derived.values():
        shared |= names & seen
        seen |= names
    return shared
