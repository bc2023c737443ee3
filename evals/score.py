"""Score one answer against its case, by checks that need no judge."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Citation
from assistant.folding import bare
from evals.cases import Case
from evals.support import COMPUTED, unsupported

BELOW = ("第", "(", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What was right; None where a case does not ask for it, which is not the same as zero."""

    case: str
    kind: str
    repeat: int
    """From 1."""
    status: str
    """The outcome that was given."""
    outcome: bool
    facts: float | None
    """Share of the required facts that the answer says: 0 to 1."""
    cited: float | None
    """Share of the required provisions that are cited: 0 to 1."""
    precision: float | None
    """Share of the citations that are of a required provision: 0 to 1."""
    clean: bool
    """Nothing is said that must not be."""
    verbatim: bool
    """Every quote stands in its provision."""
    unsupported: tuple[str, ...] | None
    """Figures and 文号 that nothing cited has; None for kinds whose figures are computed."""
    length: int
    """Characters of the answer."""
    milliseconds: float

    @property
    def passed(self) -> bool:
        """Whether everything that the case asks for is right."""
        is_sound = self.clean and self.verbatim and not self.unsupported
        return self.outcome and is_sound and self.facts in (None, 1.0) and self.cited in (None, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unscored:
    """A case of which nothing can be said, which is not the same as zero."""

    case: str
    kind: str
    repeat: int
    reason: str


def score(case: Case, answer: Answer, *, repeat: int = 1) -> Score:
    """Score an answer; facts and citations only where an answer is expected."""
    said = bare(" ".join([answer.text, *(cell for row in (answer.table.rows if answer.table else ()) for cell in row)]))
    answered = answer.status.value in ("answered", "partial")
    return Score(
        case=case.id,
        kind=case.kind,
        repeat=repeat,
        status=answer.status.value,
        outcome=answer.status.value in case.outcome,
        facts=_share([any(bare(word) in said for word in words) for words in case.must_contain]),
        cited=_share([any(_cites(answer.citations, place) for place in places) for places in case.must_cite]),
        precision=_precision(case, answer.citations) if answered and case.must_cite else None,
        clean=not any(bare(word) in said for word in case.must_not_say),
        verbatim=all(bare(citation.quote) in bare(citation.text) for citation in answer.citations),
        unsupported=None if case.kind in COMPUTED else tuple(unsupported(answer)),
        length=len(answer.text),
        milliseconds=answer.timings_ms.get("total", 0.0),
    )


def _share(right: Sequence[bool]) -> float | None:
    return sum(right) / len(right) if right else None


def _cites(citations: Sequence[Citation], place: str) -> bool:
    return any(satisfies(f"{citation.document_id}#{citation.address}", place) for citation in citations)


def satisfies(cited: str, expected: str) -> bool:
    """Whether a cited address is the expected one or lies below it; a parent does not satisfy a child."""
    if not cited.startswith(expected):
        return False
    below = cited.removeprefix(expected)
    return (
        not below
        or expected.endswith(("、", ".", "·"))
        or below.startswith(BELOW)
        or (expected.endswith(")") and below[0].isdigit())
    )


def _precision(case: Case, citations: Sequence[Citation]) -> float | None:
    wanted = [place for places in case.must_cite for place in places]
    return _share([any(satisfies(f"{c.document_id}#{c.address}", place) for place in wanted) for c in citations])
