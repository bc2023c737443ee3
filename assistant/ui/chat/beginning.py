"""What an empty conversation shows: how to begin, and what is kept where."""

from collections.abc import Iterator

from assistant.feedback import PLACE
from assistant.ui.markup import Html, tag
from assistant.ui.settings import PageSettings
from assistant.ui.texts import EXAMPLES, Texts


def beginning(settings: PageSettings, texts: Texts) -> Html:
    """Render an empty conversation."""
    examples = (tag("li", tag("button", example, type="button", class_="asks")) for example in EXAMPLES)
    return tag(
        "div",
        tag("h2", texts["empty.title"]),
        tag("p", texts["empty.body"]),
        tag("p", texts["empty.examples"], class_="label"),
        tag("ul", *examples, class_="examples"),
        tag("p", *_kept(settings, texts), class_="privacy"),
        class_="beginning",
    )


def _kept(settings: PageSettings, texts: Texts) -> Iterator[str]:
    yield texts["chat.privacy.browser"]
    if settings.records is not None:
        folder = str(settings.records)
        yield texts["chat.privacy.records"].format(folder=folder, days=settings.records_days)
    else:
        yield texts["chat.privacy.unrecorded"]
    if settings.library is not None:
        yield texts["chat.privacy.opinions"].format(folder=str((settings.library / PLACE).parent))
    yield texts["chat.privacy.secrets"]
