"""Compare texts by the pairs of characters they share."""

import re
from functools import lru_cache

from assistant.folding import bare

COMMON = re.compile(
    r"政府信息|信息公开|信息|公开|工作|继续|推进|推动|加强|加大|做好|深化|深入|进一步|完善|建立健全|建立|健全|提升|落实|确保|"
    r"开展|强化|及时|力度|情况|相关|有关|方面|方案|管理|建设|制度|机制|实施|组织|促进|加快|优化|等|和|及|的|与"
)
"""Words that name no topic of their own in texts about disclosure."""


@lru_cache(maxsize=65536)
def pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a text, punctuation aside."""
    plain = bare(text)
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1))


@lru_cache(maxsize=65536)
def topic(text: str) -> frozenset[str]:
    """Return the pairs of a task's own words: 征地 of 推进征地信息公开."""
    found = {pair for part in COMMON.split(text) for pair in pairs(part)}
    return frozenset(found) or pairs(text)


def contained(part: frozenset[str], whole: frozenset[str]) -> float:
    """Return which share of some pairs, 0 to 1, stands in others too; 0 where there are none."""
    return len(part & whole) / len(part) if part else 0.0


SAYS_THE_SAME = 0.6


def says_the_same(words: str, text: str) -> bool:
    """Whether a text may say what some words say."""
    return bare(words) in bare(text) or contained(pairs(words), pairs(text)) >= SAYS_THE_SAME
