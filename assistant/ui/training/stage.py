"""One question of a game, large enough for a projector."""

from assistant.quiz.play import Answered, Game
from assistant.quiz.question import Form, Question
from assistant.quiz.scores import LETTERS, by_team, letters
from assistant.ui.marks import does
from assistant.ui.markup import Html, tag
from assistant.ui.ports import Sources
from assistant.ui.texts import Texts
from assistant.ui.training.named import full_name, key_blocks

ACT = "training-act"
"""The hidden box for all buttons of the tab."""


def question_page(game: Game, question: Question, sources: Sources, texts: Texts) -> Html:
    """Render the question that is asked, and the verdict once it is answered."""
    return tag(
        "section",
        _head(game, question, texts),
        tag("p", texts["training.source"].format(document=full_name(sources, question.document_id)), class_="from"),
        tag("div", *(tag("p", line) for line in question.stem.split("\n")), class_="stem"),
        _items(game, question),
        tag("div", *(_option(game, question, place) for place in range(len(question.options))), class_="options"),
        _verdict(game.verdict, question, sources, texts) if game.verdict else Html(),
        _foot(game, question, texts),
        class_=f"asking form-{question.form}",
    )


def _head(game: Game, question: Question, texts: Texts) -> Html:
    number = texts["training.progress"].format(number=game.at + 1, count=len(game.sheet.questions))
    return tag(
        "header",
        tag("h2", number, tag("span", texts[f"training.form.{question.form}"], class_="badge")),
        scoreboard(game, texts),
        class_="head",
    )


def scoreboard(game: Game, texts: Texts) -> Html:
    """Render the teams with their points; a click gives another team the word."""
    chips = [
        does(
            ACT,
            f"team {place}",
            tag("span", score.name),
            tag("b", str(score.right)),
            kind="team current" if place == game.team else "team",
            title=texts["training.turn"],
            disabled=game.verdict is not None or game.question is None,
        )
        for place, score in enumerate(by_team(game))
    ]
    return tag("div", *chips, class_="teams")


def _items(game: Game, question: Question) -> Html:
    if not question.items:
        return Html()
    given = game.verdict.given if game.verdict else game.given
    rows = []
    for place, item in enumerate(question.items):
        chosen = LETTERS[given[place]] if place < len(given) else "　"
        mark = _mark(place < len(given) and given[place] == question.answer[place]) if game.verdict else ""
        is_next = not game.verdict and place == len(given)
        rows.append(
            tag(
                "p",
                tag("b", f"{place + 1}"),
                tag("span", chosen, class_="slot"),
                item,
                class_=f"item {mark}{' next' * is_next}",
            )
        )
    return tag("div", *rows, class_="items")


def _option(game: Game, question: Question, place: int) -> Html:
    is_done = game.verdict is not None
    given = game.verdict.given if game.verdict else game.given
    marks = ["chosen"] if place in given else []
    if is_done and question.form is not Form.MATCH and (place in given or place in question.answer):
        marks.append(_mark(place in question.answer))
    return does(
        ACT,
        f"pick {place}",
        tag("b", LETTERS[place]),
        tag("span", question.options[place]),
        kind=" ".join(["option", f"key-{LETTERS[place].lower()}", f"key-{place + 1}", *marks]),
        disabled=is_done,
    )


def _verdict(answered: Answered, question: Question, sources: Sources, texts: Texts) -> Html:
    said = texts["training.right"]
    if not answered.is_right:
        said = texts["training.wrong"].format(answer=letters(question.answer, question.items))
    return tag(
        "div",
        tag("p", said, class_="said"),
        key_blocks(question, sources, texts),
        class_=f"verdict {_mark(answered.is_right)} turn-{answered.question}",
        role="status",
    )


def _foot(game: Game, question: Question, texts: Texts) -> Html:
    if game.verdict:
        is_last = game.at + 1 == len(game.sheet.questions)
        go = does(ACT, "next", texts["training.results" if is_last else "training.next"], kind="go main")
        hint = texts["training.keys_next"]
    else:
        go = does(ACT, "submit", texts["training.confirm"], kind="go main", disabled=not game.is_complete)
        hint = _hint(question, texts)
    end = does(ACT, "end", texts["training.end"], kind="plain")
    return tag("div", go, tag("span", hint, class_="label"), end, class_="foot")


def _hint(question: Question, texts: Texts) -> str:
    form = {Form.MATCH: "match", Form.MULTIPLE: "multiple"}.get(question.form, "single")
    count = len(question.items or question.options)
    return texts[f"training.keys_{form}"].format(last=count, letter=LETTERS[len(question.options) - 1])


def _mark(is_right: bool) -> str:
    return "right" if is_right else "wrong"
