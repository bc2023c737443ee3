"""A server that speaks the OpenAI chat protocol, and a run of three answers that it may judge."""

import json
import threading
from dataclasses import replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from assistant.answer import Claim
from assistant.settings import shipped
from assistant.wording.chat import Chat
from assistant.wording.settings import Endpoint, ModelSettings
from evals.answers import Given
from evals.judging.judge import read_judge_prompt
from evals.judging.reply import Judged
from evals.run import rescore
from evals.run_folder import RunFolder, RunSettings


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        made = self.server.made
        made.asked.append(body)
        made.release.wait(20)
        reply = made.replies.pop(0) if len(made.replies) > 1 else made.replies[0]
        if isinstance(reply, int):
            return self.send(b"{}", reply)
        message = {"role": "assistant", "content": reply}
        choices = [{"index": 0, "message": message, "finish_reason": "stop"}]
        self.send(json.dumps({"id": "1", "object": "chat.completion", "model": "m", "choices": choices}).encode())

    def send(self, data, status=200):
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class Model:
    """What it replies (a text, or a status), and what it was asked."""

    def __init__(self):
        self.replies, self.asked, self.release = [], [], threading.Event()
        self.release.set()


@pytest.fixture
def model():
    made = Model()
    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.made, http.daemon_threads = made, True
    threading.Thread(target=http.serve_forever, args=(0.05,), daemon=True).start()
    made.url = f"http://127.0.0.1:{http.server_port}/v1"
    yield made
    made.release.set()
    http.shutdown()
    http.server_close()


@pytest.fixture
def chat_at():
    def build(url, *, name="office-model", seconds=20, format="object"):
        settings = ModelSettings(base_url=url, model=name, seconds=seconds, stream=False, format=format)
        return Chat(Endpoint(url, name, "key", settings), Judged)

    return build


@pytest.fixture
def prompt():
    return read_judge_prompt(shipped("prompts"))


@pytest.fixture
def reply():
    def make(answer="right", *markers, supports=True, reason="说到了。"):
        cited = [{"marker": marker, "supports": supports} for marker in markers or (1,)]
        return json.dumps({"answer": answer, "citations": cited, "reason": reason})

    return make


@pytest.fixture
def run(tmp_path, case, answer, citation):
    """`a` and `b` can be judged; `c` expects no facts."""
    expects = {"must_contain": [["20日", "二十日"]], "must_cite": [["doc#第一条"]]}
    cases = [case(id="a", **expects), case(id="b", **expects), case(id="c")]
    plain = dict.fromkeys(("version", "commit"))
    settings = RunSettings(
        started=datetime(2026, 11, 21, tzinfo=UTC),
        generation="01",
        documents={},
        model_sha256="",
        composer="extractive",
        repeat=1,
        cases="same",
        options={},
        **plain,
    )
    folder = RunFolder.create(tmp_path / "runs", settings, cases, {"doc#第一条": "x"})
    said = {"a": "二十日内公开[1]。", "b": "30日内公开[1]。", "c": "公开[1]。"}
    quoted = citation("doc#第一条", "20日内公开", "应当在20日内公开。")
    folder.append(
        Given(
            case=one.id,
            repeat=1,
            question=one.question,
            history=(),
            answer=replace(
                answer(said[one.id], citations=(quoted,)),
                claims=(Claim(text=said[one.id].replace("[1]", ""), citations=(1,)),),
            ),
        )
        for one in cases
    )
    rescore(folder)
    return folder
