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


def propose(
    candidate: Candidate,
    cases: Sequence[Case],
    *,
    kind: str,
    by: str,
    places: Sequence[str] = (),
    facts: Sequence[str] = (),
    outcome: str | None = None,
) -> Case:
    """Make a case of a candidate.

    Args:
        candidate: The question, its conversation and what the answer cited.
        cases: All there are, so that no id is given twice.
        kind: Of the case.
        by: Who vouches for it.
        places: What must be cited, alternatives parted by |; without them what the answer cited.
        facts: What must be said, alternatives parted by |.
        outcome: What is expected; as it was answered where it is not said.

    Raises:
        UsageError: kind or outcome is none, or nobody vouches.
    """
    expected = outcome or str(candidate.feedback.answer.get("status"))
    wanted = [place.split("|") for place in places] or [[place] for place in candidate.places]
    note = NOTE.format(id=candidate.id)
    try:
        return Case.model_validate(
            {
                "id": _next_id(kind, cases),
                "kind": kind,
                "question": candidate.question,
                "history": candidate.feedback.history,
                "must_cite": wanted if _outcome.validate_python(expected) in ("answered", "partial") else [],
                "must_contain": [fact.split("|") for fact in facts],
                "outcome": [expected],
                "author": by,
                "reviewed": by,
                "note": f"{note}：{candidate.feedback.comment}" if candidate.feedback.comment else note,
            }
        )
    except ValidationError as error:
        wrong = error.errors()[0]
        name = ".".join(map(str, wrong["loc"])) or "outcome"
        raise UsageError(f"不能成为用例：{name} {wrong['msg']}") from error


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
