"""The pane beside the conversation: a cited provision where it stands in its document."""

from collections.abc import Sequence

from assistant.answer import Citation
from assistant.ui.marks import origin_badge
from assistant.ui.markup import Html, join, tag
from assistant.ui.neighbours import find
from assistant.ui.outline import outline
from assistant.ui.places import PREFIX
from assistant.ui.ports import Sources
from assistant.ui.quotation import quotation
from assistant.ui.quoting import locate, marked, without_blank_lines
from assistant.ui.relations import relations
from assistant.ui.rows import row, rows_beside
from assistant.ui.texts import Texts
from index.corpus import Document, Provision

DOCUMENTS_LISTED = 30


def no_source(documents: Sequence[Document], texts: Texts) -> Html:
    """Say what will stand here, and which documents the library holds."""
    listed = [tag("li", _document_line(document, texts)) for document in documents[:DOCUMENTS_LISTED]]
    if len(documents) > DOCUMENTS_LISTED:
        listed.append(tag("li", texts["source.library_more"].format(count=len(documents))))
    return tag(
        "div",
        _head(texts),
        tag("p", texts["source.empty"], class_="hint"),
        tag("h3", texts["source.library"]) if listed else "",
        tag("ul", *listed, class_="library"),
        class_="source nothing",
    )


def _document_line(document: Document, texts: Texts) -> Html:
    facts = [document.document_number, document.issued and document.issued.isoformat()]
    known = " · ".join(fact for fact in facts if fact)
    return join(
        [
            tag("span", f"《{document.title}》", class_="title", lang="zh-CN"),
            tag("span", known, class_="facts") if known else "",
            origin_badge(document.origin.value, texts),
            _status_badge(document.status.value, texts),
        ]
    )


def source(citation: Citation, place: str, sources: Sources, texts: Texts) -> Html:
    """Show a citation in its document: whose words, of what standing, the provision with the quote marked.

    `place` is the citation's place in the conversation; the script finds the chosen marks by it.
    """
    provisions = sources.document_provisions(citation.document_id)
    cited = find(provisions, citation.address)
    title = tag("h3", f"《{citation.document_title}》", lang="zh-CN")
    badges = tag("p", origin_badge(citation.origin, texts), _status_badge(citation.status_in_force, texts))
    relation = relations(citation.document_id, sources, texts)
    return tag(
        "div",
        _head(texts, title, badges, _facts(citation, texts), relation),
        outline(provisions, cited, _cited(citation, cited, provisions, place, texts), texts),
        class_=f"source shows-{place}",
    )


def _head(texts: Texts, *about: str) -> Html:
    """Build what stays in view while the pane scrolls."""
    heading = tag("h2", texts["source.title"], id="source-title")
    close = tag("button", texts["source.close"], type="button", class_="closes")
    return tag("div", heading, *about, close, class_="pane-head")


def _status_badge(status: str, texts: Texts) -> Html:
    kind = "current" if status == "现行" else "other"
    return tag("span", texts.get(f"status.{status}", status), class_=f"badge status-{kind}")


def _facts(citation: Citation, texts: Texts) -> Html:
    unknown = texts["source.unknown"]
    facts = [
        (texts["source.number"], citation.document_number or unknown),
        (texts["source.issuer"], citation.issuer or unknown),
        (texts["source.issued"], citation.issued or unknown),
    ]
    return tag("dl", *(tag("div", tag("dt", name), tag("dd", value)) for name, value in facts), class_="facts")


def _place(citation: Citation) -> str:
    """Address and path of headings; the address alone where the path says no more."""
    if citation.address in citation.heading:
        return citation.heading
    return " ｜ ".join(part for part in (citation.address, citation.heading) if part)


def _warnings(citation: Citation, texts: Texts) -> Html:
    if not citation.warnings:
        return Html()
    return tag("p", f"{texts['source.warnings']}：{'；'.join(citation.warnings)}", class_="warnings")


def _cited(
    citation: Citation, cited: Provision | None, provisions: Sequence[Provision], place: str, texts: Texts
) -> Html:
    label = texts["source.opened" if place.startswith(PREFIX) else "source.cited"]
    above = find(provisions, citation.carried_from) if citation.carried_from else None
    note = texts["source.carried_note"].format(address=citation.carried_from) if citation.carried_from else ""
    body = _body(citation, cited, above, texts)
    unplaced = "<mark>" not in body and bool(citation.quote.strip())
    return tag(
        "div",
        tag(
            "div",
            tag("p", tag("span", label), " ", tag("b", _place(citation)), class_="label"),
            _copying(citation, texts),
            class_="cited-head",
        ),
        tag("p", note, class_="carried-note") if note else "",
        body,
        tag("p", texts["source.quote_unplaced"], tag("q", citation.quote), class_="warnings") if unplaced else "",
        _warnings(citation, texts),
        _restated(cited, texts),
        class_="cited",
        tabindex="0",
        lang="zh-CN",
    )


def _restated(cited: Provision | None, texts: Texts) -> Html:
    """Offer our restatement of official words, folded away so that it is not taken for them."""
    if cited is None or cited.digest is None:
        return Html()
    words = tag("p", without_blank_lines(cited.digest.replace("|", "；")), class_="provision")
    return tag("details", tag("summary", texts["source.restated"]), words, class_="restated")


def _body(citation: Citation, cited: Provision | None, above: Provision | None, texts: Texts) -> Html:
    if cited is None or not cited.cells:
        words = without_blank_lines(citation.text)
        return tag("div", marked(words, locate(citation.quote, words)), class_="provision")
    if above is not None and above.cells:
        return rows_beside(cited, above, citation.quote, texts)
    return row(cited, citation.quote, texts)


def _copying(citation: Citation, texts: Texts) -> Html:
    copied = tag("span", texts["copied"], class_="copied", hidden=True)
    button = tag("button", tag("span", texts["source.copy"]), copied, type="button", class_="copies")
    return tag("p", button, tag("span", quotation(citation, texts), class_="copy-text", hidden=True), class_="copying")
