"""What a sentence says of an act: that it must, may or must not be done."""

import re
from collections.abc import Sequence

SAME = ("公开", "公布", "公示", "发布", "公告")
"""Acts that are one; each of the others is only itself."""
ACTS = (*SAME, "告知", "答复", "登记", "补正", "报送", "备案", "更正", "培训", "考核")
CLAUSE = re.compile(r"[^，,；;。！!？?\n]+")
NAME = r"(?!工作|机构|指南|目录|申请|平台|制度|审查|职能|主管|义务|年度|机制|栏|后|前|程度|的)"
"""Before these 公开 is part of a name or of a condition."""
DEPENDS = re.compile(r"但是|但[^书]|除[^。；]{1,40}外|确需|经[^，。；]{1,12}(?:同意|批准)|另有规定")
"""Shows that a sentence says both."""
SAYS = (
    ("不得", re.compile(r"不得|禁止|严禁")),
    ("可以不予", re.compile(r"可以不")),
    ("不予", re.compile(r"不予|不再")),
    ("可以", re.compile(r"可以")),
    ("应当", re.compile(r"应当|必须")),
    ("要", re.compile(r"要|须|推进|加大|加强|做好|督促|全面|全部|及时|主动|逐步|细化|继续|重点|搞好|深化|扩大")),
)
"""What a clause says of an act by the words before it; what comes first here goes before what comes after."""
VERDICT = re.compile(rf"(?:{'|'.join(word for word, _ in SAYS)})(?:{'|'.join(ACTS)})。")


def said_of(act: str, words: str) -> str | None:
    """Return what words say of an act (应当公开), or of one that is the same where they do not name it.

    None where they say nothing, or one thing here and another there.
    """
    acts = "|".join(SAME if act in SAME else (act,))
    said = {found for clause in CLAUSE.findall(words) if (found := _in_clause(clause, acts))}
    if len({word for word, _ in said}) != 1 or DEPENDS.search(words):
        return None
    word, named = min(said, key=lambda pair: (pair[1] != act, pair))
    return word + named


def is_verdict(claim: str) -> bool:
    """Whether a claim says nothing but what must, may or must not be done: 要公开。"""
    return VERDICT.fullmatch(claim) is not None


def bears_out(verdict: str, sources: Sequence[str]) -> bool:
    """Whether a verdict is what one of its sources says."""
    return any(verdict == f"{said_of(act, words)}。" for words in sources for act in ACTS if act in verdict)


def _in_clause(clause: str, acts: str) -> tuple[str, str] | None:
    """What a clause says, and of which act; a condition (…公开的) says nothing."""
    found = list(re.finditer(rf"(?:{acts}){NAME}", clause))
    if not found or clause.endswith("的"):
        return None
    before = clause[: found[-1].start()]
    word = next((word for word, pattern in SAYS if pattern.search(before)), None)
    return (word, found[-1][0]) if word else None
