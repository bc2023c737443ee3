"""What the parts of the tab share: where runs and library are, who runs, what buttons write into."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import gradio as gr

from assistant.settings import Settings
from assistant.ui.context import TabContext
from assistant.ui.evaluating.runner import Runner
from assistant.ui.evaluating.runs import settings_of
from assistant.ui.markup import Html, tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The tab, as its parts see it."""

    context: TabContext
    runner: Runner
    tabs: gr.Tabs
    boxes: Mapping[str, gr.Textbox]
    """Hidden boxes by name; they stand outside the inner tabs, which are drawn when they are chosen."""

    def settings(self) -> Settings:
        """Return the settings of the library that the page answers from.

        Raises:
            UsageError: the page has none.
        """
        return settings_of(self.context.settings.library)

    @property
    def runs(self) -> Path:
        """Where runs are kept.

        Raises:
            UsageError: the page has no library.
        """
        return self.settings().runs_folder


def problem(words: object) -> Html:
    """Show a fault that a person can mend, or what keeps something from being saved."""
    return tag("p", str(words), class_="problem", role="alert")


def done(words: str) -> Html:
    """Say that something is on disk."""
    return tag("p", words, class_="done", role="status")


def hint(words: str) -> Html:
    """Say what to do."""
    return tag("p", words, class_="hint")
