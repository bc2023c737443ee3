"""`disclosure chat`: open the page."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from assistant.cli.options import Documents, LibraryFolder

if TYPE_CHECKING:
    from assistant.ui.ports import Answering, Sources
    from index.generation import Progress

Host = Annotated[str, typer.Option(help="监听地址。")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="端口。")]
Browser = Annotated[bool, typer.Option("--browser/--no-browser", help="启动后打开浏览器。")]
Language = Annotated[Literal["zh", "en"] | None, typer.Option(help="页面语言：zh 或 en；默认随浏览器。")]
Lan = Annotated[bool, typer.Option("--allow-lan", help="允许本机以外访问；须自行在前面加上有登录的代理。")]


def chat(
    host: Host = "127.0.0.1",
    port: Port = 7860,
    browser: Browser = True,
    allow_lan: Lan = False,
    language: Language = None,
    documents: Documents = None,
    library: LibraryFolder = None,
) -> None:
    """打开问答页面；第一次启动会先建立资料库。"""
    from assistant import offline

    offline.enforce()
    from assistant.settings import Settings
    from assistant.ui.server import serve
    from assistant.ui.settings import PageSettings

    settings = Settings.read(library=library, documents=documents, language=language)

    def load(progress: "Progress") -> "tuple[Answering, Sources]":
        from assistant.opening import open_recorded

        assistant, answering = open_recorded(settings, progress)
        return answering, assistant

    page = PageSettings(
        allow_lan=allow_lan,
        language=settings.language,
        longest_question=settings.longest_question,
        library=settings.library,
        api=settings.api,
        records=settings.records_folder,
        records_days=settings.records_days,
        private_folders=(settings.library, settings.model),
    )
    serve(load, host=host, port=port, open_browser=browser, settings=page)
