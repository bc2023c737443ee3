"""Whether the words of a statement are those of its sources: a true quote beside it does not make it follow."""

import re
import unicodedata

from assistant.draft import DraftClaim
from index.tokens import pairs

LEAST_SHARED = 0.5
"""Share of a statement's pairs of characters that its sources have; seven true rewordings had 0.5 to 1, of seven
attacks five at most 0.11; the other two are refused for a link and for what follows 应当."""
LEAST_SHARED_IN_CLAUSE = 0.25
"""The same for each clause, so that a true one does not carry another that was put beside it."""
FEWEST = 4
"""Pairs of a clause that is looked at by itself; a shorter one only joins others."""
CLAUSE_END = re.compile(r"[，。；：！？,;:!?]")
LATIN = re.compile(r"[a-z][a-z0-9]*")
MARKS = re.compile(r"[<>`\[\]{}\\@]|://|!\[")
"""What a plain sentence does not have: a link, an address, markup."""


def ungrounded(claim: DraftClaim) -> list[str]:
    """Return what in a model's statement its sources do not have; empty when nothing."""
    said = unicodedata.normalize("NFKC", claim.text).lower()
    source = unicodedata.normalize("NFKC", _source(claim)).lower()
    wrong = [
        f"表述含有条款没有的标记：{mark}" for mark in sorted(set(MARKS.findall(said)) - set(MARKS.findall(source)))
    ]
    wrong += [f"字词无依据：{word}" for word in sorted(set(LATIN.findall(said)) - set(LATIN.findall(source)))]
    known = pairs(source)
    if _shared(said, known) < LEAST_SHARED:
        wrong.append("表述与引文不是一回事")
    wrong += [
        f"分句无依据：{clause[:20]}"
        for clause in CLAUSE_END.split(said)
        if len(pairs(clause)) >= FEWEST and _shared(clause, known) < LEAST_SHARED_IN_CLAUSE
    ]
    return wrong


def _source(claim: DraftClaim) -> str:
    named = [(one.quote, one.document.title, one.provision.address, *one.provision.headings) for one in claim.supports]
    return "\n".join(part for parts in named for part in parts)


def _shared(said: str, known: set[str]) -> float:
    found = pairs(said)
    return len(found & known) / len(found) if found else 0.0
