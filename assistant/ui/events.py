"""Components and settings that every tab's events share."""

from typing import Any

import gradio as gr

CONCURRENCY = 8
"""Events handled at once; Gradio's default of 1 lets the last of 50 officers wait 25 seconds."""
QUIET: dict[str, Any] = {
    "show_progress": "hidden",
    "api_visibility": "private",
    "concurrency_limit": CONCURRENCY,
}


def html(elem_id: str) -> gr.Markdown:
    """Make a place for our HTML.

    `gr.HTML` evaluates its template and fails under a content security policy without `unsafe-eval`;
    Markdown passes one line of HTML on as it is, and sanitises it once more.
    """
    return gr.Markdown(
        elem_id=elem_id, elem_classes="ours", sanitize_html=True, latex_delimiters=[], header_links=False
    )


def hidden(name: str) -> gr.Textbox:
    """Make a box that only the script fills, with what a button of our HTML stands for.

    A count goes before the value, since the same value twice would be no change.
    """
    return gr.Textbox(elem_id=name, elem_classes="unseen", label=name, container=False)


def uncounted(counted: str | None) -> str:
    """Return the value that the script put into a hidden box."""
    return (counted or "").partition(" ")[2]
