"""The words given to the model: one file each in prompts/, checked for what is filled in."""

import hashlib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from langchain_core.messages import BaseMessage
from langchain_core.prompts import ChatPromptTemplate

from index.errors import UsageError

FILES = {"system.md": set[str](), "question.md": {"question", "provisions"}, "again.md": {"problems"}}
"""What is filled into each."""


@dataclass(frozen=True, slots=True)
class Prompts:
    """The prompts of one folder."""

    first: ChatPromptTemplate
    again: ChatPromptTemplate
    sha256: str
    """Over all files."""

    def ask(self, question: str, provisions: str) -> list[BaseMessage]:
        """Return the messages of the first try; what is filled in is never read as a template."""
        return self.first.format_messages(question=question, provisions=provisions)

    def ask_again(self, before: list[BaseMessage], problems: str) -> list[BaseMessage]:
        """Return the messages of the second try, which says what was wrong with the first."""
        return [*before, *self.again.format_messages(problems=problems)]


def read_prompts(folder: Path) -> Prompts:
    """Read and check the prompts.

    Raises:
        UsageError: a file is missing, or does not have just what is filled in.
    """
    texts = read_checked(folder, FILES)
    first = ChatPromptTemplate.from_messages([("system", texts["system.md"]), ("human", texts["question.md"])])
    again = ChatPromptTemplate.from_messages([("human", texts["again.md"])])
    return Prompts(first, again, sha256_of(texts))


def read_checked(folder: Path, files: Mapping[str, AbstractSet[str]]) -> dict[str, str]:
    """Read files by name, and see that just what is named is filled into each.

    Raises:
        UsageError: a file is missing, or has other variables.
    """
    texts = {name: _read(folder / name) for name in files}
    for name, wanted in files.items():
        if _variables(texts[name]) != wanted:
            said = "、".join(sorted(wanted)) or "没有"
            raise UsageError(f"提示词 {folder / name} 中的变量应为：{said}；请对照 prompts/README.md 改正")
    return texts


def sha256_of(texts: Mapping[str, str]) -> str:
    """Return the hash of files, by which it can be told which words led to an answer."""
    joined = "\0".join(f"{name}\0{text}" for name, text in sorted(texts.items()))
    return hashlib.sha256(joined.encode()).hexdigest()


def _variables(text: str) -> set[str] | None:
    """Return what a template fills in; None where its braces do not match."""
    try:
        return set(ChatPromptTemplate.from_messages([("human", text)]).input_variables)
    except ValueError:
        return None


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"读不出提示词 {path}；请重新安装，或恢复这个文件") from error
