"""What of an answer is wrong, in words."""

from evals.cases import Case
from evals.score import Score


def wrong_parts(score: Score, case: Case) -> str:
    """Say what of an answer is wrong."""
    parts = [
        "" if score.outcome else f"结果 {score.status}，应为 {'/'.join(case.outcome)}",
        "" if score.facts in (None, 1.0) else f"事实 {score.facts:.0%}",
        "" if score.cited in (None, 1.0) else f"引用 {score.cited:.0%}",
        "" if score.clean else "说了不该说的",
        "" if score.verbatim else "引文不符",
        f"无出处的数字或文号：{'、'.join(score.unsupported)}" if score.unsupported else "",
    ]
    return "；".join(part for part in parts if part)
