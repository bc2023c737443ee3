"""Print an answer: markers and citations come from ids, never from a composer. The last stage of the chain."""

from collections.abc import Sequence

from assistant.answer import Answer, Citation, Claim, Outcome, Retrieved, Table
from assistant.draft import Draft, DraftClaim, Hit, Support
from assistant.lines import Marks, lines, written
from assistant.outcomes import fixed_texts

MOST_RETRIEVED = 20


def render(draft: Draft) -> Answer:
    """Number the citations, put marks behind the claims, and fill in the fixed texts."""
    citations: list[Citation] = []
    numbered: dict[tuple[str, str], int] = {}

    def marks(claim: DraftClaim) -> tuple[int, ...]:
        return tuple(dict.fromkeys(_mark(support, citations, numbered) for support in claim.supports))

    claims = tuple(Claim(text=claim.text, citations=marks(claim)) for claim in draft.claims)
    said = [*([draft.message] if draft.message else []), *lines(draft.claims, marks)]
    text = "\n".join(said) or _fixed(draft)
    return Answer(
        question=draft.question.text,
        status=draft.outcome,
        text=text,
        claims=claims,
        citations=tuple(citations),
        retrieved=_retrieved(draft.hits, draft.claims),
        nearest=tuple(cite(support, marker) for marker, support in enumerate(draft.nearest, 1)),
        choices=draft.choices,
        notices=draft.notices,
        table=_table(draft, marks),
        scope=draft.question.scope,
        composer=draft.composer,
        prompt=draft.prompt,
    )


def _table(draft: Draft, marks: Marks) -> Table | None:
    """The table with marks behind what its cells say, where it is known which claims they say."""
    if draft.table is None or not draft.behind_cells:
        return draft.table

    def marked(cell: str, behind: Sequence[DraftClaim], row: Sequence[str]) -> str:
        said = (_beside(row, claim.text) + written(marks(claim)) for claim in behind)
        return "\n".join(said) if behind else cell

    pairs = zip(draft.table.rows, draft.behind_cells, strict=True)
    rows = tuple(tuple(marked(*cell, row) for cell in zip(row, behind, strict=True)) for row, behind in pairs)
    return Table(columns=draft.table.columns, rows=rows)


def _beside(row: Sequence[str], text: str) -> str:
    """A statement without the heading that stands in a cell beside it."""
    heading, _, said = text.partition("：")
    return said if heading in row and said else text


def _fixed(draft: Draft) -> str:
    texts = fixed_texts().get(draft.outcome.value, {})
    return texts.get(draft.question.refusal or "default", texts.get("default", ""))


def _mark(support: Support, citations: list[Citation], numbered: dict[tuple[str, str], int]) -> int:
    """Return the marker of a (provision, quote), giving it the next number when it is new."""
    key = (support.provision.id, support.quote)
    if key not in numbered:
        numbered[key] = len(citations) + 1
        citations.append(cite(support, numbered[key]))
    return numbered[key]


def cite(support: Support, marker: int) -> Citation:
    """Describe a provision and the words of it that are quoted."""
    provision, document = support.provision, support.document
    return Citation(
        marker=marker,
        document_id=document.id,
        document_title=document.title,
        document_number=document.document_number,
        address=provision.address,
        heading=provision.heading_path,
        quote=support.quote,
        text=provision.shown_text,
        origin=document.origin.value,
        status_in_force=document.status.value,
        issued=document.issued.isoformat() if document.issued else None,
        issuer=document.issuer,
        region=document.region,
        carried_from=support.carried_from,
        warnings=provision.warnings,
    )


def _retrieved(hits: Sequence[Hit], claims: Sequence[DraftClaim]) -> tuple[Retrieved, ...]:
    cited = {support.provision.id for claim in claims for support in claim.supports}
    return tuple(
        Retrieved(
            document_id=hit.document.id,
            address=hit.provision.address,
            score=round(hit.score, 4),
            cited=hit.provision.id in cited,
        )
        for hit in hits[:MOST_RETRIEVED]
    )


def error(question: str, message: str) -> Answer:
    """An answer that says what is wrong with the question itself."""
    return Answer(question=question, status=Outcome.ERROR, text=message)
