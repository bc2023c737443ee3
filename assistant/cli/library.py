"""`disclosure index`: build the library anew."""

import time

import typer

from assistant.cli.options import Documents, LibraryFolder


def index(documents: Documents = None, library: LibraryFolder = None) -> None:
    """（重新）建立资料库。没有变化的条款不会重新计算向量；不指定 --documents 时沿用上一次的文件夹。"""
    from assistant import offline

    offline.enforce()
    from assistant.cli.progress import building
    from assistant.opening import model_of, rebuild
    from assistant.settings import Settings
    from index.embed import open_embedder
    from index.manifest import read_manifest

    settings = Settings.read(library=library, documents=documents)
    embedder, before = open_embedder(settings.model), model_of(settings.library)
    started = time.monotonic()
    with building() as progress:
        folder = rebuild(settings, embedder, progress)
    made = read_manifest(folder)
    seconds = time.monotonic() - started
    typer.echo(
        f"资料库已建立：{made.documents}份文件，{made.provisions}条，用时{seconds:.1f}秒。位置：{settings.library}"
    )
    if before not in (None, embedder.sha256):
        typer.echo("嵌入模型与上次不同，全部条款已用新模型重新计算向量。")
