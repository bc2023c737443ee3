"""Places of the library as one word, so that a button can carry them in its class."""

from urllib.parse import quote, unquote

from assistant.answer import Citation
from assistant.draft import Support
from assistant.render import cite
from assistant.ui.neighbours import find
from assistant.ui.ports import Sources

PREFIX = "p~"
"""Places in the conversation begin with a digit."""


def provision_place(document_id: str, address: str) -> str:
    """Name a provision of the library in one word; without address, the beginning of the document."""
    return f"{PREFIX}{quote(document_id, safe='')}/{quote(address, safe='')}"


def provision_at(place: str, sources: Sources) -> Citation | None:
    """Find the provision that such a word names, as a citation without quote; None where there is none.

    The place comes from the browser.
    """
    if not place.startswith(PREFIX):
        return None
    document_id, _, address = (unquote(part) for part in place.removeprefix(PREFIX).partition("/"))
    document = next((document for document in sources.documents() if document.id == document_id), None)
    provisions = sources.document_provisions(document_id) if document else ()
    provision = find(provisions, address) if address else next(iter(provisions), None)
    if document is None or provision is None:
        return None
    return cite(Support(provision=provision, document=document, quote=""), 1)
