"""What the server is asked when a page opens: one request for all tabs, since fifty officers may open it at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

import gradio as gr
from gradio.components import Component

from assistant.ui.events import QUIET

Begin = Callable[..., Any]
"""Takes the request and the values of the inputs; returns what an event handler does."""


class Beginning(NamedTuple):
    """What one tab shows first."""

    begin: Begin
    inputs: Sequence[Component]
    outputs: Sequence[Component]


@dataclass(frozen=True, slots=True)
class Beginnings:
    """Collects the beginnings of all tabs."""

    _found: list[Beginning] = field(default_factory=list)

    def add(self, begin: Begin, inputs: Sequence[Component], outputs: Sequence[Component]) -> None:
        """Show something when the page opens."""
        self._found.append(Beginning(begin, inputs, outputs))

    def connect(self, page: gr.Blocks) -> None:
        """Connect all that was added with the opening of the page."""
        inputs = [one for beginning in self._found for one in beginning.inputs]
        outputs = [one for beginning in self._found for one in beginning.outputs]
        page.load(self._begin, inputs, outputs, queue=False, **QUIET)

    def _begin(self, request: gr.Request, *values: object) -> list[Any]:
        given = iter(values)
        shown: list[Any] = []
        for beginning in self._found:
            found = beginning.begin(request, *islice(given, len(beginning.inputs)))
            shown += found if len(beginning.outputs) > 1 else [found]
        return shown
