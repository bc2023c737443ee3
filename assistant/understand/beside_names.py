"""Words beside the names of documents that only belong to the names: 就业39号文, 按…号, 那份文件."""

import re
from collections.abc import Iterator, Sequence

from assistant.catalogue import Entry
from assistant.folding import bare, without
from assistant.understand.called import of_title
from assistant.understand.calls import LONGEST, clause_before, table

NUMBER = re.compile(r"\d号")


def around(folded: str, named: Sequence[Entry], spoken: Sequence[str]) -> Iterator[str]:
    """Yield the words that name documents with what belongs to them, bare."""
    for words in spoken:
        before, _, after = without(folded, words, "□").partition("□")
        ahead = _ahead(clause_before(before), named if NUMBER.search(words) else ())
        calling = re.match(table()["rest_of_document" if words.endswith("文") else "called_so"], after)
        yield from (ahead + spelt + bare(calling[0] if calling else "") for spelt in _spellings(words))
    if named:
        yield from (bare(match) for match in re.findall(table()["that_one"], folded))


def _ahead(clause: str, named: Sequence[Entry]) -> str:
    """What belongs to a name of what stands before it: words of the title before a number, and what leads there."""
    joint = re.search(rf"(?:{table()['pointing']}|{table()['joining']})?$", clause)
    joined = joint[0] if joint else ""
    own = of_title(bare(clause.removesuffix(joined))[-LONGEST:], named)
    said = own + bare(joined) if own else ""
    leading = re.search(rf"(?:{'|'.join(table()['by'])})$", bare(clause).removesuffix(said))
    return (leading[0] if leading else "") + said


def _spellings(words: str) -> Iterator[str]:
    """Yield the ways to write a document number between whose year and number brackets stood."""
    yield words
    if match := re.fullmatch(r"(\D+(?:19|20)\d{2})(\d+号?.*)", words):
        yield from (f"{match[1]}{between}{match[2]}" for between in ("年", "第", "年第"))
