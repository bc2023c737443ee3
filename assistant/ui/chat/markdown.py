"""A conversation as Markdown; nothing that was written becomes a link, an image or markup."""

import re
from collections.abc import Iterator

from assistant.answer import Answer, Citation, Outcome
from assistant.ui.chat.above import above_table
from assistant.ui.chat.quoting import line, words
from assistant.ui.chat.session import Turns
from assistant.ui.texts import Texts

MARKS = re.compile(r"([\\`*_\[\]<>#|~&$!])|(?<=:)//|^(\s*\d+)([.)])|^(\s*)([-+=])", re.MULTILINE)


def markdown(title: str, turns: Turns, texts: Texts) -> bytes:
    """Return a conversation as Markdown in UTF-8."""
    made = texts["chat.export.made"].format(advice=texts["advice"])
    blocks = [f"# {escaped(title)}", escaped(made)]
    for turn in turns:
        blocks.append(f"## {escaped(turn.question)}")
        blocks += _answer(turn.answer, texts) if turn.answer else []
    return ("\n\n".join(blocks) + "\n").encode()


def escaped(written: str) -> str:
    """Return a text on one line that Markdown shows as it is."""
    return MARKS.sub(_escape, " ".join(written.split()))


def _escape(found: re.Match[str]) -> str:
    if found[0] == "//":
        return r"\/\/"
    if found[2] is not None:
        return rf"{found[2]}\{found[3]}"
    return rf"{found[4]}\{found[5]}" if found[5] is not None else rf"\{found[0]}"


def _answer(answer: Answer, texts: Texts) -> Iterator[str]:
    yield f"**{escaped(texts[f'outcome.{answer.status.value}'])}**"
    yield from (escaped(paragraph) for paragraph in above_table(answer))
    if answer.table is not None:
        rows = (answer.table.columns, ("---",) * len(answer.table.columns), *answer.table.rows)
        head, rule, *body = ("| " + " | ".join(map(escaped, row)) + " |" for row in rows)
        yield "\n".join([head, rule.replace("\\", ""), *body])
    if answer.notices:
        yield f"### {escaped(texts['chat.export.notices'])}"
        yield "\n".join(f"- {escaped(notice)}" for notice in answer.notices)
    if answer.citations and answer.status is not Outcome.ERROR:
        yield f"### {escaped(texts['chat.export.citations'])}"
        yield "\n".join(_citation(citation, texts) for citation in answer.citations)


def _citation(citation: Citation, texts: Texts) -> str:
    return f"{citation.marker}. {escaped(line(citation, texts))}\n\n   > {escaped(words(citation, texts))}\n"
