"""Results of a game by team and by provision."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from assistant.quiz.play import Answered, Game
from assistant.quiz.question import Form, Question


class Score(NamedTuple):
    """How often something was answered, and how often rightly."""

    name: str
    right: int
    answered: int


class Line(NamedTuple):
    """One answer, with all that a trainer needs to go through it again."""

    number: int
    team: str
    stem: str
    given: str
    answer: str
    is_right: bool
    provision: str
    quote: str


LETTERS = "ABCDEFGH"


def by_team(game: Game) -> list[Score]:
    """Count by team, in their order; teams that did not answer stand with nothing."""
    return [_score(team, (one for one in game.answered if one.team == team)) for team in game.teams]


def by_provision(game: Game) -> list[Score]:
    """Count by the provision that is the key, the weakest first."""
    found: dict[str, list[Answered]] = {}
    for one in game.answered:
        for place in provisions_of(game, one.question):
            found.setdefault(place, []).append(one)
    scores = [_score(place, answers) for place, answers in found.items()]
    return sorted(scores, key=lambda score: (score.right / score.answered, score.name))


def lines(game: Game, title: Callable[[str], str]) -> list[Line]:
    """Return the answers in their order; `title` names a document."""
    found = []
    for one in game.answered:
        question = game.sheet.questions[one.question]
        keys = question.keys
        found.append(
            Line(
                number=one.question + 1,
                team=one.team,
                stem=question.stem,
                given=spelled(one.given, question),
                answer=spelled(question.answer, question),
                is_right=one.is_right,
                provision="\n".join(dict.fromkeys(f"{title(key.document_id)} {key.address}" for key in keys)),
                quote="\n".join(dict.fromkeys(key.quote for key in keys)),
            )
        )
    return found


def provisions_of(game: Game, question: int) -> list[str]:
    """Return document id and address of the keys of a question, each once."""
    keys = game.sheet.questions[question].keys
    return list(dict.fromkeys(f"{key.document_id}#{key.address}" for key in keys))


def letters(places: Iterable[int], items: tuple[str, ...] = ()) -> str:
    """Write an answer: ACD; for a match 1B 2A 3D 4C."""
    if items:
        return " ".join(f"{number}{LETTERS[place]}" for number, place in enumerate(places, 1))
    return "".join(LETTERS[place] for place in places)


def spelled(places: Sequence[int], question: Question) -> str:
    """Write an answer with the words of its options, for those who no longer see the question."""
    chosen = [question.options[place] for place in places]
    if question.form is Form.TRUTH:
        return "".join(chosen)
    if question.items:
        rows = zip(question.items, places, chosen, strict=False)
        return "；".join(f"{item}——{LETTERS[place]} {body}" for item, place, body in rows)
    return f"{letters(places)}　{'；'.join(chosen)}"


def _score(name: str, answers: Iterable[Answered]) -> Score:
    found = list(answers)
    return Score(name, sum(one.is_right for one in found), len(found))
