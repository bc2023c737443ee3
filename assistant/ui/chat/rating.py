"""What officers say of an answer: the buttons under it, and keeping what was said."""

from datetime import UTC, datetime
from pathlib import Path

from assistant.answer import Answer, Outcome
from assistant.feedback import LONGEST_COMMENT, Feedback, Kind, save
from assistant.ui.chat.session import Conversation, Opinion
from assistant.ui.marks import does
from assistant.ui.markup import Html, tag
from assistant.ui.texts import Texts
from index.errors import UserError

BOX = "chat_rating"


def rated(said: str, conversation: Conversation, library: Path) -> None:
    """Keep an opinion `TURN KIND COMMENT`; it comes from the browser, and what means nothing is let pass.

    Whether it was kept, and if not why, stands in the conversation afterwards.
    """
    number, _, rest = said.partition(" ")
    kind, _, comment = rest.partition(" ")
    turn = conversation.turn(number)
    if turn is None or turn.answer is None or kind not in list(Kind):
        return
    comment = comment.strip()
    try:
        feedback = Feedback(
            kind=Kind(kind),
            comment=comment,
            answer=turn.answer.to_json(),
            when=datetime.now(UTC).astimezone(),
            history=conversation.before(turn),
        )
        save(library, feedback)
        fault = None
    except UserError as error:
        fault = str(error)
    conversation.opinions[turn.number] = Opinion(kind=Kind(kind), comment=comment, fault=fault)


def rating(number: int, answer: Answer, opinion: Opinion | None, texts: Texts) -> Html:
    """Offer to say something of an answer, and show what was kept; a question that could not be put is not rated."""
    if answer.status is Outcome.ERROR:
        return Html()
    buttons = (_button(kind, opinion, texts) for kind in Kind)
    return tag(
        "div",
        tag("span", texts["chat.rating.label"], class_="label"),
        *buttons,
        _said(opinion, texts),
        _form(number, opinion, texts),
        class_="rating",
    )


def _button(kind: Kind, opinion: Opinion | None, texts: Texts) -> Html:
    is_kept = opinion is not None and opinion.fault is None and opinion.kind is kind
    state = "rates kept" if is_kept else "rates"
    return tag("button", texts[f"chat.rating.{kind.value}"], type="button", class_=state, value=kind.value)


def _said(opinion: Opinion | None, texts: Texts) -> Html:
    if opinion is None:
        return Html()
    if opinion.fault is not None:
        return tag("p", texts["chat.rating.unsaved"].format(fault=opinion.fault), class_="said fault", role="alert")
    comment = texts["chat.rating.comment_said"].format(comment=opinion.comment) if opinion.comment else ""
    return tag("p", texts["chat.rating.saved"], comment, class_="said", role="status")


def _form(number: int, opinion: Opinion | None, texts: Texts) -> Html:
    """Build the line for a comment; the script shows it, and puts the kind and the comment into the value."""
    name = f"comment-{number}"
    unsaved = opinion.comment if opinion is not None and opinion.fault is not None else None
    length = str(LONGEST_COMMENT)
    return tag(
        "div",
        tag("label", texts["chat.rating.comment"], for_=name, class_="label"),
        tag("input", type="text", id=name, class_="comment", maxlength=length, autocomplete="off", value=unsaved),
        does(BOX, str(number), texts["chat.rating.save"], kind="keeps"),
        tag("button", texts["chat.rating.cancel"], type="button", class_="cancels"),
        class_="comment-form",
        hidden=True,
    )
