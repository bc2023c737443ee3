"""What a judging model is shown of an answer."""

from dataclasses import asdict, dataclass

from assistant.answer import Citation
from evals.answers import Given
from evals.cases import Case
from evals.compare import ANSWERED
from evals.provisions import fingerprint

LONGEST_SOURCE = 600
"""Characters of a provision; its quote is always shown whole."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One answer, by the variables of the prompt."""

    question: str
    expected: str
    answer: str
    sources: str

    @property
    def fingerprint(self) -> str:
        """Tells whether the same was judged before."""
        return fingerprint("\0".join(asdict(self).values()))


def subject(case: Case, given: Given) -> Subject | None:
    """Return what there is to judge; None unless facts are expected and something was answered."""
    answer = given.answer
    if not case.must_contain or not set(ANSWERED) & set(case.outcome) or answer.status.value not in ANSWERED:
        return None
    rows = answer.table.rows if answer.table else ()
    return Subject(
        question=_plain("\n".join([*given.history, given.question])),
        expected=_plain("\n".join(f"{number}. {' / '.join(one)}" for number, one in enumerate(case.must_contain, 1))),
        answer=_plain("\n".join([answer.text, *("｜".join(row) for row in rows)])),
        sources="\n".join(map(_source, answer.citations)),
    )


def _source(citation: Citation) -> str:
    place = f'document="{_plain(citation.document_title)}" address="{_plain(citation.address)}"'
    words = _plain(citation.text[:LONGEST_SOURCE])
    return f'<source marker="{citation.marker}" {place}>\n引文：{_plain(citation.quote)}\n条款：{words}\n</source>'


def _plain(text: str) -> str:
    """Leave nothing that could close the marks around it."""
    return text.replace("<", "＜").replace(">", "＞")
