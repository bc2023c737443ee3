"""Hand a conversation over as a file."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import gradio as gr

from assistant.ui.chat.markdown import markdown
from assistant.ui.chat.session import Conversation, Turns, clean
from assistant.ui.chat.word import word
from assistant.ui.context import texts_for
from assistant.ui.downloads import Downloads
from assistant.ui.markup import Html, tag
from assistant.ui.settings import PageSettings
from assistant.ui.texts import Texts

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MARKDOWN = "text/markdown; charset=utf-8"
UNFIT = re.compile(r'[\\/:*?"<>|\n]+')
"""Not allowed in file names on the systems in use."""
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporting:
    """Makes files of conversations."""

    downloads: Downloads
    settings: PageSettings

    def word(self, name: str | None, conversation: Conversation, request: gr.Request) -> Html:
        """Offer a conversation as a document of Word."""
        return self._offer(name, conversation, request, ("docx", WORD, word))

    def markdown(self, name: str | None, conversation: Conversation, request: gr.Request) -> Html:
        """Offer a conversation as Markdown."""
        return self._offer(name, conversation, request, ("md", MARKDOWN, markdown))

    def _offer(
        self,
        name: str | None,
        conversation: Conversation,
        request: gr.Request,
        kind: tuple[str, str, Callable[[str, Turns, Texts], bytes]],
    ) -> Html:
        texts = texts_for(request, self.settings)
        turns = tuple(turn for turn in conversation.turns if turn.answer is not None)
        if not turns:
            return tag("p", texts["chat.export.nothing"], class_="said", role="status")
        ending, media_type, write = kind
        title = clean(name or "") or texts["chat.export.untitled"]
        day = datetime.now(UTC).astimezone().strftime("%Y%m%d")
        fit = " ".join(UNFIT.sub(" ", title).split()).strip(". ")[:LONGEST_NAME]
        file = f"{fit}-{day}.{ending}"
        path = self.downloads.offer(file, write(title, turns, texts), media_type)
        ready = texts["chat.export.ready"].format(name=file)
        return tag("p", tag("a", ready, href=path, download=file, class_="fetches"), class_="said", role="status")
