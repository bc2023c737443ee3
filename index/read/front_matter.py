"""Read and check the front matter of a Markdown file."""

import difflib
import re
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import yaml
from frontmatter.default_handlers import YAMLHandler
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from index.corpus import Origin, Status
from index.errors import DocumentError
from index.read.text import shown

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=r"^[^\n]+$")]
Id = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[^#\x00-\x1f\x7f/\\]{1,120}$")]
MOST_CHARACTERS = 20_000
FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


class _Loader(yaml.SafeLoader):
    """Safe, and leaves dates as written, so that a wrong one is told together with its key."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class FrontMatter(BaseModel):
    """What the author of a file says about the document; what is not said is None."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Id | None = None
    title: Words | None = None
    alternative_titles: tuple[Words, ...] = ()
    document_number: Words | None = None
    issuer: Words | None = None
    issued: date | None = None
    effective: date | None = None
    region: Words | None = None
    level: Literal["国家", "省级", "市级", "县级"] | None = None
    status: Status | None = None
    implements: tuple[Id, ...] = ()
    source: Words | None = None
    origin: Origin = Origin.DIGEST
    """Words nobody vouches for are taken for a restatement, never for the issuer's own."""


class Split(NamedTuple):
    """A file cut into front matter and body."""

    front_matter: FrontMatter
    body: str
    present: bool


def split_front_matter(path: Path, text: str) -> Split:
    """Cut off and check the front matter of a text; `path` is for messages only.

    Raises:
        DocumentError: it is no YAML, or says something it may not.
    """
    if not FENCE.match(text):
        return Split(FrontMatter(), text, present=False)
    try:
        header, body = YAMLHandler().split(text)
    except ValueError as error:
        raise DocumentError(f"{shown(path)}:1：文件头没有结束；请在文件头之后另起一行写 ---") from error
    if len(header) > MOST_CHARACTERS:
        raise DocumentError(f"{shown(path)}:1：文件头超过 {MOST_CHARACTERS} 字；请检查结束的 --- 是否写对")
    values, lines = _read_yaml(path, header)
    try:
        return Split(FrontMatter.model_validate(values), body.lstrip("\n"), present=True)
    except ValidationError as error:
        told = sorted((_line(problem, lines), _tell(problem)) for problem in error.errors())
        raise DocumentError("；".join(f"{shown(path)}:{line}：{said}" for line, said in told)) from error


def _read_yaml(path: Path, header: str) -> tuple[dict[str, Any], dict[str, int]]:
    """Return the values, empty ones left out, and the line of the file on which each key stands."""
    try:
        node = yaml.compose(header, Loader=_Loader)
        values = yaml.load(header, Loader=_Loader)  # a SafeLoader
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DocumentError(
            f"{shown(path)}:{line}：文件头不是有效的 YAML（{error.problem}）；每行写“键: 值”"
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise DocumentError(f"{shown(path)}:1：文件头不是有效的 YAML；每行写“键: 值”，日期写 2014-04-30") from error
    if values is None:
        return {}, {}
    if not isinstance(node, yaml.MappingNode) or not isinstance(values, dict):
        raise DocumentError(f"{shown(path)}:2：文件头不是有效的 YAML；每行写“键: 值”")
    lines: dict[str, int] = {}
    for key, _ in node.value:
        if str(key.value) in lines:
            raise DocumentError(f"{shown(path)}:{key.start_mark.line + 1}：{key.value} 写了两次；请删去一处")
        lines[str(key.value)] = key.start_mark.line + 1
    return {str(key): value for key, value in values.items() if value is not None}, lines


def _line(problem: ErrorDetails, lines: dict[str, int]) -> int:
    return lines.get(str(problem["loc"][0]), 1) if problem["loc"] else 1


def _tell(problem: ErrorDetails) -> str:
    """Say in one clause what is wrong with a key, and what may stand there."""
    key, kind, value = str(problem["loc"][0]), problem["type"], _brief(problem["input"])
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(key, FrontMatter.model_fields, n=1)
        hint = f"是否想写 {near[0]}" if near else f"可用的键：{'、'.join(FrontMatter.model_fields)}"
        return f"不认识的键 {_brief(key)}；{hint}"
    if kind in ("enum", "literal_error"):
        return f"{key} 不能是 {value}；可以写 {problem['ctx']['expected'].replace(' or ', ', ')}"
    if kind.startswith(("date", "datetime")):
        return f"{key} 的日期 {value} 无效；请写成 2014-04-30"
    if kind.startswith("tuple"):
        return f"{key} 应是列表；请写成 [甲, 乙]"
    if kind == "string_type":
        return f"{key} 应是文字，现为 {value}；请加引号"
    return f"{key} 不能是 {value}；请写一行文字，不含特殊符号"


def _brief(value: object) -> str:
    return re.sub(r"\s+", " ", str(value))[:40]
