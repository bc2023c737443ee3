"""Score one answer against its case, by checks that need no judge."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Citation
from assistant.folding import bare
from evals.cases import Case

BELOW = ("第", "(", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What was right; None where a case does not ask for it, which is not the same as zero."""

    case: str
    kind: str
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

    @property
    def passed(self) -> bool:
        """Whether everything that the case asks for is right."""
        return self.outcome and self.clean and self.verbatim and self.facts in (None, 1.0) and self.cited in (None, 1.0)


def score(case: Case, answer: Answer) -> Score:
    """Score an answer; facts and citations only where an answer is expected."""
    said = bare(" ".join([answer.text, *(cell for row in (answer.table.rows if answer.table else ()) for cell in row)]))
    answered = answer.status.value in ("answered", "partial")
    return Score(
        case=case.id,
        kind=case.kind,
        outcome=answer.status.value in case.outcome,
        facts=_share([any(bare(word) in said for word in words) for words in case.must_contain]),
        cited=_share([any(_cites(answer.citations, place) for place in places) for places in case.must_cite]),
        precision=_precision(case, answer.citations) if answered and case.must_cite else None,
        clean=not any(bare(word) in said for word in case.must_not_say),
        verbatim=all(bare(citation.quote) in bare(citation.text) for citation in answer.citations),
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
