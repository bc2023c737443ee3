"""What a judging model made of a run, in figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evals.experts import Judgement, Said
from evals.judging.agreement import Agreement, WithPeople, agreement, with_people
from evals.judging.judge import current_opinions, subjects
from evals.judging.opinions import Key, Opinion
from evals.run_folder import RunFolder
from evals.summary import scores_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """One model on the answers of one run."""

    model: str
    prompt: str
    """SHA-256."""
    opinions: Mapping[Key, Opinion]
    asked: int
    """Answers that can be judged: those given where facts are expected."""
    counts: dict[Said, int]
    supported: tuple[int, int]
    """Answers whose citations all bear them out, of how many."""
    checks: Agreement
    """Of `right` with having passed the checks."""
    people: WithPeople

    @property
    def judged(self) -> int:
        """Answers that have a verdict."""
        return sum(self.counts.values())

    @property
    def unjudged(self) -> int:
        """Answers that have none, be it that the model did not reply as it should or was not asked yet."""
        return self.asked - self.judged


def told_of(run: RunFolder, judgements: Iterable[Judgement]) -> Judging | None:
    """Add up what a model said of a run; None where it never was asked."""
    opinions = current_opinions(run)
    if not opinions:
        return None
    one = next(iter(opinions.values()))
    verdicts = {key: one for key, one in opinions.items() if one.answer is not None}
    passed = {(score.case, score.repeat): score.passed for score in scores_of(run.scores())}
    citing = [one.supports for one in verdicts.values() if one.supports is not None]
    return Judging(
        model=one.model,
        prompt=one.prompt,
        opinions=opinions,
        asked=len(subjects(run)),
        counts={word: sum(one.answer is word for one in verdicts.values()) for word in Said},
        supported=(sum(citing), len(citing)),
        checks=agreement([(passed[key], one.answer is Said.RIGHT) for key, one in verdicts.items()]),
        people=with_people(verdicts, judgements, run.answers()),
    )
