"""How documents and provisions are called in an answer."""

from index.corpus import Document, Origin, Provision

FRAME = {"引言": "引言", "结语": "结尾段", "通知": "印发通知", "题注": "题注", "落款": "落款"}


def document_name(document: Document) -> str:
    """《title》（文号）, and 要旨 where the words are not the issuer's."""
    number = f"（{document.document_number}）" if document.document_number else ""
    digest = "〔要旨〕" if document.origin is Origin.DIGEST else ""
    return f"《{document.title}》{number}{digest}"


def place_name(provision: Provision) -> str:
    """The address as a reader says it, with the heading where the provision has one."""
    address = FRAME.get(provision.address, provision.address)
    if not provision.heading or provision.heading in address:
        return address
    return address + ("" if address.endswith(("、", ")")) else " ") + provision.heading


def label(document: Document, provision: Provision) -> str:
    """Document and place in one line."""
    return f"{document_name(document)}{place_name(provision)}"
