"""What tabs show first goes out as one event, to each what it gave."""

from types import SimpleNamespace

import gradio as gr

from assistant.ui.beginnings import Beginnings

REQUEST = SimpleNamespace(headers={})


def test_page_asks_the_server_once_and_each_tab_gets_its_own_values():
    beginnings = Beginnings()
    with gr.Blocks() as page:
        boxes = [gr.Textbox() for _ in range(4)]
        beginnings.add(lambda request: "alone", [], [boxes[0]])
        beginnings.add(lambda request, one, two: (one + two, two), boxes[1:3], boxes[1:3])
        beginnings.add(lambda request, last: last, [boxes[3]], [boxes[3]])
        beginnings.connect(page)

    (event,) = page.fns.values()

    assert event.outputs == boxes
    assert event.inputs == boxes[1:]
    assert event.queue is False
    assert event.fn(REQUEST, "a", "b", "c") == ["alone", "ab", "b", "c"]
