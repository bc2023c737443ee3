"""A game: the questions of a sheet one after another, answered by teams in turn on one machine."""

import re
from dataclasses import dataclass, replace

from assistant.quiz.draw import Sheet
from assistant.quiz.question import Form, Question

MOST_TEAMS, LONGEST_NAME = 8, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a team answered to a question."""

    question: int
    """Place on the sheet, from 0."""
    team: str
    given: tuple[int, ...]
    is_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Game:
    """Where a game stands; nothing in it changes, every move gives a new one."""

    sheet: Sheet
    teams: tuple[str, ...]
    at: int = 0
    """The question that is asked; at the end the number of questions."""
    team: int = 0
    """Whose turn it is."""
    given: tuple[int, ...] = ()
    """Options chosen so far."""
    answered: tuple[Answered, ...] = ()

    @property
    def question(self) -> Question | None:
        """The question that is asked; None at the end."""
        return self.sheet.questions[self.at] if self.at < len(self.sheet.questions) else None

    @property
    def verdict(self) -> Answered | None:
        """What was answered to the question that is shown; None while it is open."""
        return next((one for one in self.answered if one.question == self.at), None)

    @property
    def is_complete(self) -> bool:
        """Whether enough options are chosen to answer."""
        question = self.question
        wanted = len(question.items) if question and question.form is Form.MATCH else 1
        return len(self.given) >= wanted

    def chosen(self, option: int) -> "Game":
        """Choose an option, or take it back where several may be chosen; for a match, the one of the next item."""
        question = self.question
        if question is None or self.verdict or option not in range(len(question.options)):
            return self
        if question.form is Form.MATCH:
            taken = self.given if len(self.given) < len(question.items) else ()
            return replace(self, given=(*taken, option))
        if question.form is Form.MULTIPLE:
            rest = tuple(one for one in self.given if one != option)
            return replace(self, given=rest if option in self.given else tuple(sorted((*rest, option))))
        return replace(self, given=(option,))

    def submitted(self) -> "Game":
        """Answer with what is chosen."""
        question = self.question
        if question is None or self.verdict or not self.is_complete:
            return self
        answer = Answered(
            question=self.at,
            team=self.teams[self.team],
            given=self.given,
            is_right=question.is_right(self.given),
        )
        return replace(self, answered=(*self.answered, answer))

    def advanced(self) -> "Game":
        """Go on to the next question and the next team; an open question is passed over."""
        if self.question is None:
            return self
        return replace(self, at=self.at + 1, team=(self.team + 1) % len(self.teams), given=())

    def given_to(self, team: int) -> "Game":
        """Let another team answer the open question."""
        is_open = self.verdict is None and team in range(len(self.teams))
        return replace(self, team=team) if is_open else self

    def ended(self) -> "Game":
        """End the game here."""
        return replace(self, at=len(self.sheet.questions), given=())


def team_names(text: str, otherwise: str) -> tuple[str, ...]:
    """Read the names of teams, each once, the first eight; `otherwise` where there is none."""
    names: list[str] = []
    for name in dict.fromkeys(entered(text)):
        short = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
        names.append(short if short not in names else f"{short}{len(names) + 1}")
    return tuple(names)[:MOST_TEAMS] or (otherwise,)


def entered(text: str) -> list[str]:
    """Return the names as entered, separated by 、，; or line ends."""
    return [name.strip() for name in re.split(r"[、，,；;\n]", text) if name.strip()]
