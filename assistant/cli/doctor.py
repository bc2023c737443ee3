"""`disclosure doctor`: is everything in place, on one screen."""

import shutil
import socket
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import metadata

import typer

from assistant.cli.options import Documents, LibraryFolder
from assistant.settings import Settings
from index.errors import UsageError, UserError

PACKAGES = ("langchain-core", "chromadb", "gradio", "sentence-transformers", "tantivy")
PORT = 7860
LEAST_FREE_MB = 500
PING = '{"statements": []}，请照抄这个 JSON。'
LONGEST_PING_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    name: str
    is_well: bool
    said: str


def doctor(documents: Documents = None, library: LibraryFolder = None) -> None:
    """检查运行环境、模型、文件和资料库是否就绪。"""
    from assistant import offline

    offline.enforce()
    findings = list(_findings(Settings.read(library=library, documents=documents)))
    for finding in findings:
        typer.echo(f"{'✓' if finding.is_well else '✗'} {finding.name}：{finding.said}")
    raise typer.Exit(int(not all(finding.is_well for finding in findings)))


def _findings(settings: Settings) -> Iterator[Finding]:
    yield Finding("Python", sys.version_info >= (3, 11), sys.version.split()[0])
    for package in PACKAGES:
        yield _looked_at(package, partial(metadata.version, package))
    yield _looked_at("嵌入模型", lambda: _model(settings))
    yield _looked_at("文件", lambda: _documents(settings))
    yield _looked_at("资料库", lambda: _library(settings))
    yield _looked_at("语言模型", _language_model)
    yield _disk(settings)
    yield _port()


def _looked_at(name: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(name, True, look())
    except metadata.PackageNotFoundError:
        return Finding(name, False, "未安装；请运行 make chat 重新安装")
    except UserError as error:
        return Finding(name, False, str(error))


def _model(settings: Settings) -> str:
    from index.embed import open_embedder

    vector = open_embedder(settings.model).embed(["政府信息公开"])
    return f"{settings.model}（{vector.shape[1]}维）"


def _documents(settings: Settings) -> str:
    from index.build import read_documents

    found = read_documents(settings.folders)
    digests = sum(document.origin == "digest" for document in found)
    return f"{len(found)}份（原文{len(found) - digests}，要旨{digests}）"


def _library(settings: Settings) -> str:
    from index.embed import open_embedder
    from index.library import Library, current_generation

    current = current_generation(settings.library)
    if current is None:
        return f"尚未建立，首次提问时自动建立于 {settings.library}"
    manifest = Library(current, open_embedder(settings.model)).manifest
    built = f"建于{manifest.created:%Y-%m-%d %H:%M}（UTC），{settings.library}"
    return f"{manifest.documents}份文件，{manifest.passages}条可检索，{built}"


def _language_model() -> str:
    from langchain_core.messages import HumanMessage

    from assistant.wording.chat import Chat, Failure
    from assistant.wording.settings import endpoint

    found = endpoint()
    if found is None:
        return "未配置，由程序直接摘录条款（无须配置）"
    reply = Chat(found).ask(
        [HumanMessage(PING)], until=time.monotonic() + LONGEST_PING_SECONDS, progress=lambda characters: None
    )
    if isinstance(reply, Failure) and reply is not Failure.INCOMPLETE:
        raise UsageError(f"{found.model}（{found.url}）：{reply.value}；请检查 DISCLOSURE_LLM_ 开头的设置和服务")
    return f"{found.model}（{found.url}）有应答"


def _disk(settings: Settings) -> Finding:
    place = next(folder for folder in [settings.library, *settings.library.parents] if folder.exists())
    free = shutil.disk_usage(place).free // 1_000_000
    return Finding("磁盘", free >= LEAST_FREE_MB, f"{place} 剩余{free} MB")


def _port() -> Finding:
    with socket.socket() as probe:
        taken = probe.connect_ex(("127.0.0.1", PORT)) == 0
    said = f"{PORT} 已被占用；页面可能已经打开，或用 disclosure chat --port 换一个" if taken else f"{PORT} 可用"
    return Finding("端口", True, said)
