"""An answer as plain text, for pasting into a reply or a memo."""

from assistant.answer import Answer, Citation
from assistant.ui.chat.above import repeats
from assistant.ui.texts import Texts


def plain_text(question: str, answer: Answer, texts: Texts) -> str:
    """Return question, answer, table, notices and citations; cells of a table are parted by tabs.

    A table that says what the answer says stays out: its long cells do not stand in lines.
    """
    rows = [answer.table.columns, *answer.table.rows] if answer.table and not repeats(answer) else []
    blocks = [
        f"{texts['you']}：{question}",
        f"{texts['reply']}（{texts[f'outcome.{answer.status.value}']}）：{answer.text}",
        "\n".join("\t".join(row) for row in rows),
        _listed(texts["answer.notices"], answer.notices),
        _listed(texts["answer.citations"], [_line(citation, texts) for citation in answer.citations]),
        texts["advice"],
    ]
    return "\n\n".join(block for block in blocks if block)


def _listed(label: str, lines: tuple[str, ...] | list[str]) -> str:
    return "\n".join([f"{label}：", *lines]) if lines else ""


def _line(citation: Citation, texts: Texts) -> str:
    number = f"（{citation.document_number}）" if citation.document_number else ""
    origin = texts["source.official" if citation.origin == "official" else "source.digest"]
    status = texts.get(f"status.{citation.status_in_force}", citation.status_in_force)
    place = f"[{citation.marker}] 《{citation.document_title}》{number}{citation.address}"
    return f"{place} [{origin}；{status}]：“{citation.quote.strip()}”"
