"""How documents are added at present; the page takes no files yet."""

from assistant.ui.markup import Html, tag
from assistant.ui.texts import Texts


def adding(texts: Texts, *, is_open: bool) -> Html:
    """Say what an administrator does; unfolded where the library is empty."""
    own, held = texts["library.adding.folder"], texts["library.adding.held"]
    steps = tag(
        "ol",
        tag("li", texts["library.adding.put"]),
        tag("li", texts["library.adding.check"], _command(f"disclosure documents check --documents {own}")),
        tag("li", texts["library.adding.index"], _command(f"disclosure index --documents {held} --documents {own}")),
    )
    title = tag("summary", texts["library.adding.title"])
    return tag("details", title, tag("p", texts["library.adding.later"]), steps, class_="adding", open=is_open)


def _command(words: str) -> Html:
    return tag("code", words, class_="command")
