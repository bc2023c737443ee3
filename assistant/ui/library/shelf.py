"""What stands around the list: how many there are, which view it is, files to take away."""

from collections.abc import Sequence

from assistant.ui.library.looking import VIEWS, Looking, View
from assistant.ui.marks import does
from assistant.ui.markup import Html, tag
from assistant.ui.texts import Texts
from index.corpus import Document, Origin


def counts(documents: Sequence[Document], found: Sequence[Document], texts: Texts) -> Html:
    """Say how many documents there are, and how many of them the filters leave."""
    if not documents:
        return tag("p", texts["library.empty"], class_="counts", role="status")
    official = sum(document.origin is Origin.OFFICIAL for document in documents)
    if len(found) == len(documents):
        said = texts["library.count"].format(
            documents=len(documents), official=official, digests=len(documents) - official
        )
    else:
        said = texts["library.found"].format(found=len(found), documents=len(documents))
    return tag("p", said, class_="counts", role="status")


def navigation(looking: Looking, texts: Texts) -> Html:
    """Offer the views; the one that is shown is marked."""
    return tag(
        "nav",
        *(_view(view, view == looking.view, texts) for view in VIEWS),
        class_="views",
        title=texts["library.views"],
    )


def _view(view: View, is_shown: bool, texts: Texts) -> Html:
    now = tag("span", texts["library.now"], class_="sr") if is_shown else ""
    name = texts[f"library.view.{view}"]
    return does("library_wish", f"view {view}", name, now, kind="view shown" if is_shown else "view")


def exports(texts: Texts) -> Html:
    """Offer the catalogue as files."""
    buttons = (
        does("library_export", form, texts[f"library.export_{form}"], kind="exports") for form in ("csv", "xlsx")
    )
    return tag("p", tag("span", texts["library.export"]), *buttons, class_="exports")


def exported(path: str, name: str, size: int, count: int, texts: Texts) -> Html:
    """Offer a file that was made; `size` in bytes."""
    label = texts["library.export_get"].format(name=name, size=max(1, round(size / 1000)))
    link = tag("a", label, href=path, download=name)
    return tag("p", texts["library.export_ready"].format(count=count), " ", link, class_="exported", role="status")
