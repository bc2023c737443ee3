"""Questions that officers met and that may become cases."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from assistant.feedback import Feedback, Kind
from evals.cases import Case, Expected, read_cases
from evals.lines import write_whole
from index.errors import UsageError

NOTE = "反馈 {id}"
NUMBER = re.compile(r"(\d+)$")
_outcome: TypeAdapter[Expected] = TypeAdapter(Expected)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One opinion on an answer that no case was made of yet."""

    id: str
    feedback: Feedback

    @property
    def question(self) -> str:
        """What was asked."""
        return str(self.feedback.answer.get("question") or "")

    @property
    def places(self) -> list[str]:
        """What the answer cited, as document#address, each once: the proposal for what must be cited."""
        cited = self.feedback.answer.get("citations") or []
        return list(dict.fromkeys(f"{one['document_id']}#{one['address']}" for one in cited))


def candidates(feedback: Mapping[str, Feedback], cases: Collection[Case]) -> list[Candidate]:
    """Return what may become a case: complaints first, each group oldest first."""
    notes = [case.note or "" for case in cases]
    found = [
        Candidate(id=id, feedback=one)
        for id, one in feedback.items()
        if one.answer.get("question") and not any(NOTE.format(id=id) in note for note in notes)
    ]
    return sorted(found, key=lambda one: one.feedback.kind is Kind.HELPFUL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vouched:
    """What a person says of the case that a candidate becomes."""

    kind: str
    by: str
    places: Sequence[str] = ()
    """What must be cited, alternatives parted by |; without them what the answer cited."""
    facts: Sequence[str] = ()
    """What must be said, alternatives parted by |."""
    outcome: str | None = None
    """What is expected; as it was answered where it is not said."""


def propose(candidate: Candidate, cases: Sequence[Case], vouched: Vouched) -> Case:
    """Make a case of a candidate, under an id that none of the cases has.

    Raises:
        UsageError: kind or outcome is none.
    """
    try:
        return Case.model_validate(
            _expected(candidate, vouched)
            | {
                "id": _next_id(vouched.kind, cases),
                "kind": vouched.kind,
                "question": candidate.question,
                "history": candidate.feedback.history,
                "author": vouched.by,
                "reviewed": vouched.by,
                "note": _note(candidate),
            }
        )
    except ValidationError as error:
        wrong = error.errors()[0]
        name = ".".join(map(str, wrong["loc"])) or "outcome"
        raise UsageError(f"不能成为用例：{name} {wrong['msg']}") from error


def _expected(candidate: Candidate, vouched: Vouched) -> dict[str, object]:
    outcome = _outcome.validate_python(vouched.outcome or candidate.feedback.answer.get("status"))
    places = [place.split("|") for place in vouched.places] or [[place] for place in candidate.places]
    return {
        "must_cite": places if outcome in ("answered", "partial") else [],
        "must_contain": [fact.split("|") for fact in vouched.facts],
        "outcome": [outcome],
    }


def _note(candidate: Candidate) -> str:
    note, comment = NOTE.format(id=candidate.id), candidate.feedback.comment
    return f"{note}：{comment}" if comment else note


def add_case(path: Path, case: Case) -> None:
    """Add a case at the end of a file.

    Raises:
        UsageError: the file as it is holds no valid cases.
        WriteError: it cannot be written; it stays as it was.
    """
    before = b""
    if path.exists():
        read_cases([path])
        before = path.read_bytes()
    separator = b"" if not before or before.endswith(b"\n") else b"\n"
    write_whole(path, before + separator + case.model_dump_json().encode() + b"\n")


def _next_id(kind: str, cases: Sequence[Case]) -> str:
    prefixes = {case.id.rpartition("-")[0] for case in cases if case.kind == kind}
    prefix = min(prefixes) if prefixes else kind.replace("_", "-")
    numbers = [
        int(found[1]) for case in cases if case.id.startswith(f"{prefix}-") and (found := NUMBER.search(case.id))
    ]
    return f"{prefix}-{max(numbers, default=0) + 1:03}"
