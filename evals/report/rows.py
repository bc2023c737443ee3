"""Every answer of a run as a reader wants to see it: what was expected, what was given, what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Citation
from assistant.folding import bare
from evals.answers import Given
from evals.cases import Case
from evals.compare import Change, Comparison
from evals.judging.opinions import Opinion
from evals.reasons import wrong_parts
from evals.score import Score, satisfies
from evals.scoring import Scored


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A citation, and whether it is of a provision that was expected; None where none is."""

    citation: Citation
    is_expected: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Required:
    """Something that is required, with its alternatives, and whether the answer has it."""

    alternatives: tuple[str, ...]
    is_there: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One answer to one case."""

    case: Case
    repeat: int
    answer: Answer
    passed: bool | None
    """None where it could not be scored."""
    why: str
    """What is wrong, or why it was not scored; empty where it passed."""
    citations: tuple[Marked, ...]
    places: tuple[Required, ...]
    facts: tuple[Required, ...]
    changes: tuple[Change, ...]
    """Against the run or baseline that it is compared with."""
    experts: float | None
    """0 to 1; None where no expert judged it."""
    opinion: Opinion | None = None
    """Of a language model, where one was asked."""

    @property
    def milliseconds(self) -> float:
        """How long it took."""
        return self.answer.timings_ms.get("total", 0.0)

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that are expected to be cited."""
        return tuple(dict.fromkeys(place.partition("#")[0] for places in self.case.must_cite for place in places))


def rows(
    cases: Sequence[Case],
    answers: Sequence[Given],
    scored: Sequence[Scored],
    comparison: Comparison | None,
    experts: Mapping[tuple[str, int], float],
) -> list[Row]:
    """Put cases, answers and scores together, in the order of the answers."""
    by_id = {case.id: case for case in cases}
    changed = comparison.changes if comparison else {}
    return [
        _row(
            by_id[given.case],
            given,
            one,
            tuple(change for change, ids in changed.items() if given.case in ids),
            experts.get((given.case, given.repeat)),
        )
        for given, one in zip(answers, scored, strict=True)
    ]


def _row(case: Case, given: Given, one: Scored, changes: tuple[Change, ...], experts: float | None) -> Row:
    answer = given.answer
    said = bare(" ".join([answer.text, *(cell for row in (answer.table.rows if answer.table else ()) for cell in row)]))
    cited = [f"{citation.document_id}#{citation.address}" for citation in answer.citations]
    wanted = [place for places in case.must_cite for place in places]
    return Row(
        case=case,
        repeat=given.repeat,
        answer=answer,
        passed=one.passed if isinstance(one, Score) else None,
        why=wrong_parts(one, case) if isinstance(one, Score) else one.reason,
        citations=tuple(
            Marked(citation=citation, is_expected=any(satisfies(place, one) for one in wanted) if wanted else None)
            for citation, place in zip(answer.citations, cited, strict=True)
        ),
        places=tuple(
            Required(alternatives=places, is_there=any(satisfies(one, place) for one in cited for place in places))
            for places in case.must_cite
        ),
        facts=tuple(
            Required(alternatives=words, is_there=any(bare(word) in said for word in words))
            for words in case.must_contain
        ),
        changes=changes,
        experts=experts,
    )
