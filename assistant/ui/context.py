"""What every tab is given."""

from dataclasses import dataclass

import gradio as gr

from assistant.ui.beginnings import Beginnings
from assistant.ui.downloads import Downloads
from assistant.ui.ports import Answering, Sources
from assistant.ui.settings import PageSettings
from assistant.ui.texts import TEXTS, Texts, page_language


@dataclass(frozen=True, slots=True, kw_only=True)
class TabContext:
    """The page around a tab, and what it may ask."""

    beginnings: Beginnings
    """What the tab shows when the page opens goes here."""
    answering: Answering
    sources: Sources
    settings: PageSettings
    downloads: Downloads
    words: gr.I18n
    """Texts for labels of components, in the language of the browser."""
    source: gr.Markdown
    """The source pane beside all tabs."""
    place: gr.Textbox
    """The hidden box into which the script puts the chosen place."""
    tab: gr.Tab
    """The tab itself, which says when it is chosen."""

    def texts(self, request: gr.Request) -> Texts:
        """Return the texts in the language of the one who asks."""
        return texts_for(request, self.settings)


def texts_for(request: gr.Request, settings: PageSettings) -> Texts:
    """Return the texts in the language of the settings, else of the browser."""
    return TEXTS[page_language(request.headers.get("accept-language"), settings.language)]
