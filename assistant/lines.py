"""The lines of an answer: what is said, under the document and place that say it, with marks behind it."""

from collections.abc import Callable, Iterator, Sequence

from assistant.draft import DraftClaim
from assistant.verify.acts import is_verdict

Marks = Callable[[DraftClaim], tuple[int, ...]]
"""Gives the markers of the citations behind a claim."""


def lines(claims: Sequence[DraftClaim], marks: Marks) -> list[str]:
    """Return the lines: a yes or no that all agree on first, what comes from one place below or before its label."""
    labels = list(dict.fromkeys(claim.label for claim in claims if claim.label))
    first = _agreed(claims) if len(labels) > 1 else []
    marked = dict.fromkeys(marker for claim in first for marker in marks(claim))
    found = [first[0].text + written(tuple(marked))] if first else []
    found += _under_labels([claim for claim in claims if claim not in first], marks, several=len(labels) > 1)
    # One source: what was asked comes first.
    return [*found, f"——{labels[0]}"] if len(labels) == 1 else found


def _agreed(claims: Sequence[DraftClaim]) -> list[DraftClaim]:
    verdicts = [claim for claim in claims if is_verdict(claim.text)]
    return verdicts if len({claim.text for claim in verdicts}) == 1 else []


def _under_labels(claims: Sequence[DraftClaim], marks: Marks, *, several: bool) -> Iterator[str]:
    label = ""
    for at, claim in enumerate(claims):
        if several and claim.label and claim.label != label:
            label = claim.label
            yield f"{label}："
        if is_verdict(claim.text) and at + 1 < len(claims) and _goes_on(claim, claims[at + 1], marks):
            continue
        before = claims[at - 1] if at else None
        verdict = before.text if before and is_verdict(before.text) and _goes_on(before, claim, marks) else ""
        yield verdict + _beside_label(claim) + written(marks(claim))


def _goes_on(verdict: DraftClaim, claim: DraftClaim, marks: Marks) -> bool:
    """Whether a claim gives, from the same words, what a yes or no before it rests on."""
    return verdict.label == claim.label and marks(verdict) == marks(claim)


def _beside_label(claim: DraftClaim) -> str:
    """A claim without the heading that its label ends with."""
    heading, _, said = claim.text.partition("：")
    return said if heading and said and claim.label.endswith(heading) else claim.text


def written(markers: Sequence[int]) -> str:
    """Return the marks as they stand behind a statement."""
    return "".join(f"[{marker}]" for marker in markers)
