"""A case drill step by step: choose, compare with the key, open the provisions."""

from collections.abc import Iterable

from assistant.quiz.drills import Compared, Drill, Step, drills
from assistant.quiz.scores import LETTERS
from assistant.quiz.walk import Walk
from assistant.ui.marks import does, opens_provision
from assistant.ui.markup import Html, tag
from assistant.ui.neighbours import find
from assistant.ui.ports import Sources
from assistant.ui.texts import Texts
from assistant.ui.training.named import full_name
from assistant.ui.training.stage import ACT


def drill_list(texts: Texts) -> Html:
    """Render the drills to choose from."""
    buttons = [does(ACT, f"drill {drill.id}", drill.title, kind="drill") for drill in drills()]
    return tag(
        "section",
        tag("h2", texts["training.drills"]),
        tag("p", texts["training.drills_about"], class_="about"),
        tag("div", *buttons, class_="drills"),
    )


def begin(drill_id: str, sources: Sources) -> Walk | Drill | None:
    """Begin a drill; the drill itself where the library lacks a provision of it, None where there is no such drill."""
    drill = next((drill for drill in drills() if drill.id == drill_id), None)
    if drill is None:
        return None
    held = sources.document_provisions(drill.document_id)
    wanted = {address for step in drill.steps for address in step.provisions}
    return Walk(drill=drill) if all(find(held, address) for address in wanted) else drill


def walk_page(walk: Walk, sources: Sources, texts: Texts) -> Html:
    """Render the step that is to be taken, or the end."""
    head = [
        tag("h2", walk.drill.title),
        tag("p", texts["training.source"].format(document=full_name(sources, walk.drill.document_id)), class_="from"),
        tag("div", tag("p", texts["training.request"], class_="label"), tag("p", walk.drill.request), class_="request"),
    ]
    if walk.step is None:
        told = texts["training.drill_finished"].format(count=len(walk.done), right=sum(walk.done))
        foot = tag("div", does(ACT, "close", texts["training.to_list"], kind="go main"), class_="foot")
        return tag("section", *head, tag("p", told, class_="told"), foot, class_="walking")
    return tag(
        "section",
        *head,
        tag(
            "p",
            tag("span", texts["training.step"].format(number=walk.at + 1, count=len(walk.drill.steps)), class_="badge"),
            walk.step.ask,
            class_="ask",
        ),
        tag("div", _measures(walk, walk.step, texts), _provisions(walk, walk.step, texts), class_="sides"),
        _compared(walk, walk.step, walk.compared, texts) if walk.compared else Html(),
        _foot(walk, walk.step, texts),
        class_="walking",
    )


def _measures(walk: Walk, step: Step, texts: Texts) -> Html:
    many = texts["training.several"] if len(step.right) > 1 else ""
    buttons = []
    for place, option in enumerate(step.options):
        letter = LETTERS[place]
        marks = _marks(place in walk.options, place in step.right, walk.compared)
        kind = f"option key-{letter.lower()} {marks}"
        buttons.append(
            does(ACT, f"pick {place}", tag("b", letter), tag("span", option), kind=kind, disabled=bool(walk.compared))
        )
    return tag("div", tag("h3", texts["training.measures"] + many), *buttons, class_="options")


def _provisions(walk: Walk, step: Step, texts: Texts) -> Html:
    rows = []
    for place, address in enumerate(step.provisions):
        marks = _marks(address in walk.cited, address in step.cite, walk.compared)
        kind = f"option key-{place + 1} {marks}"
        choose = does(
            ACT,
            f"cite {place}",
            tag("b", str(place + 1)),
            tag("span", address),
            kind=kind,
            disabled=bool(walk.compared),
        )
        look = opens_provision(walk.drill.document_id, address, texts["training.look"], kind="chip look", title=address)
        rows.append(tag("div", choose, look, class_="pair"))
    return tag("div", tag("h3", texts["training.provisions"] + texts["training.several"]), *rows, class_="options")


def _compared(walk: Walk, step: Step, compared: Compared, texts: Texts) -> Html:
    answer = "；".join(f"{LETTERS[place]} {step.options[place]}" for place in sorted(step.right))
    measure = texts["training.measure_right" if compared.is_right else "training.measure_wrong"].format(answer=answer)
    said = [tag("p", measure, class_="said")]
    if not compared.missing and not compared.extra:
        said.append(tag("p", texts["training.cited_right"], class_="said"))
    else:
        for name in ("cited", "missing", "extra"):
            if addresses := getattr(compared, name):
                said.append(tag("p", texts[f"training.{name}"].format(addresses="、".join(addresses))))
    keys = [one for one in step.provisions if one in step.cite]
    chips = [_chip(walk, address, texts) for address in keys]
    mark = "right" if compared.is_whole else "wrong"
    return tag(
        "div",
        *said,
        tag("p", step.why, class_="why"),
        tag("p", *chips),
        class_=f"verdict {mark} turn-{walk.at}",
        role="status",
    )


def _chip(walk: Walk, address: str, texts: Texts) -> Html:
    return opens_provision(walk.drill.document_id, address, texts["training.open"].format(address=address), kind="chip")


def _foot(walk: Walk, step: Step, texts: Texts) -> Html:
    if walk.compared:
        go = does(ACT, "next", texts["training.next_step"], kind="go main")
        hint = texts["training.keys_next"]
    else:
        is_ready = bool(walk.options and walk.cited)
        go = does(ACT, "submit", texts["training.check"], kind="go main", disabled=not is_ready)
        hint = texts["training.drill_keys"].format(letter=LETTERS[len(step.options) - 1], last=len(step.provisions))
    close = does(ACT, "close", texts["training.to_list"], kind="plain")
    return tag("div", go, tag("span", hint, class_="label"), close, class_="foot")


def _marks(is_chosen: bool, is_right: bool, compared: Compared | None) -> str:
    marks: Iterable[str] = ["chosen"] if is_chosen else []
    if compared and (is_chosen or is_right):
        marks = [*marks, "right" if is_right else "wrong"]
    return " ".join(marks)
