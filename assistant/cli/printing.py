"""Answers for a terminal or a pipe."""

import json

import typer

from assistant.answer import Answer, Citation, Outcome

ORIGINS = {"official": "原文", "digest": "要旨，非原文"}
OUTCOMES = {
    Outcome.ANSWERED: "已答",
    Outcome.PARTIAL: "部分回答",
    Outcome.CLARIFY: "需要明确",
    Outcome.NOT_IN_LIBRARY: "资料库中没有",
    Outcome.OUT_OF_SCOPE: "超出范围",
    Outcome.REFUSED: "不予回答",
    Outcome.ERROR: "出错",
}
REVIEW = "仅供参考，须经人工审核。"


def print_answer(answer: Answer) -> None:
    """Print an answer with its citations below it."""
    if answer.status is not Outcome.ANSWERED:
        typer.echo(f"【{OUTCOMES[answer.status]}】")
    typer.echo(answer.text)
    for notice in answer.notices:
        typer.echo(f"注意：{notice}")
    for choice in answer.choices:
        typer.echo(f"  · {choice}")
    _print_citations("依据", answer.citations)
    _print_citations("" if answer.leads_to_nearest else "最接近的条款", answer.nearest)
    if answer.citations or answer.nearest:
        typer.echo(f"\n{REVIEW}")


def _print_citations(title: str, citations: tuple[Citation, ...]) -> None:
    if citations and title:
        typer.echo(f"\n{title}：")
    for citation in citations:
        number = f"（{citation.document_number}）" if citation.document_number else ""
        carried = f"，值承自{citation.carried_from}" if citation.carried_from else ""
        warned = f"，{'、'.join(citation.warnings)}" if citation.warnings else ""
        origin = ORIGINS[citation.origin]
        typer.echo(
            f"[{citation.marker}] 《{citation.document_title}》{number}{citation.address}"
            f"（{origin}，{citation.status_in_force}{carried}{warned}）"
        )
        # Cells of a Markdown table stand between bars.
        typer.echo(f"    “{' '.join(citation.quote.replace('|', '　').split())}”")


def print_json(value: object) -> None:
    """Print one object on one line."""
    line = json.dumps(value, ensure_ascii=False)
    typer.echo(line.encode("utf-8", "replace").decode("utf-8"))
