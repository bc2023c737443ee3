"""The public law corpus as documents of a library: the crowd in which the right provision has to be found."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from index.corpus import Document, Origin, Provision, Status
from index.parse.document import parse

HELD_ALREADY = "政府信息公开条例"
"""Ends the title of the regulation that is one of the six instruments."""
NATIONWIDE = "全国"


def crowd_documents(laws: Path) -> Iterator[Document]:
    """Read the corpus as documents whose provisions are whole articles, in the order of the file.

    The file is gzipped JSON lines: id (document#number), title, article, text, level, region, date, heading.
    """
    with gzip.open(laws, "rt", encoding="utf-8") as lines:
        for name, rows in groupby(map(json.loads, lines), key=lambda row: str(row["id"]).partition("#")[0]):
            articles = list(rows)
            if not articles[0]["title"].endswith(HELD_ALREADY):
                yield article_document(name, articles)


def leaf_document(document: Document) -> Document:
    """Return the same document cut into paragraphs and items by the product's parser, articles being views."""
    text = "\n".join(line for provision in document.provisions for line in _written_out(provision))
    parsed = parse(document.id, text, markdown=False)
    return replace(document, text=text, provisions=parsed.provisions)


def _written_out(article: Provision) -> list[str]:
    """Write an article as statutes are printed: its number stands before its words."""
    return [f"{article.address} {article.text}"]


def article_document(name: str, articles: list[dict[str, Any]]) -> Document:
    """Make one document of its articles; metadata that the rows lack stays open."""
    first, provisions, at = articles[0], [], 0
    for row in articles:
        provisions.append(_article(name, row, at))
        at += len(row["text"]) + 1
    text = "\n".join(row["text"] for row in articles)
    return Document(
        id=name,
        title=first["title"],
        document_number=None,
        issuer=None,
        issued=date.fromisoformat(first["date"]) if first.get("date") else None,
        effective=None,
        region=first.get("region"),
        level="国家" if first.get("region") == NATIONWIDE else None,
        status=Status.UNVERIFIED,
        implements=(),
        source=None,
        origin=Origin.OFFICIAL,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        provisions=tuple(provisions),
    )


def _article(name: str, row: dict[str, Any], start: int) -> Provision:
    return Provision(
        document_id=name,
        address=row["article"],
        kind="条",
        heading="",
        headings=tuple(row.get("heading", ())),
        text=row["text"],
        own_text=row["text"],
        lead_in="",
        start=start,
        end=start + len(row["text"]),
        parent=None,
    )
