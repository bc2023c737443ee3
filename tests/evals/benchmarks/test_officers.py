"""Fifty officers at once: all are answered, nobody in another's conversation, and the counting can tell."""

import asyncio
import re
import threading
from contextlib import contextmanager

import pytest

from assistant.answer import Answer, Outcome
from assistant.opening import open_assistant
from assistant.settings import Settings
from assistant.ui.app import build_app
from assistant.ui.claiming import claim
from assistant.ui.server import Server, server_config
from assistant.ui.settings import PageSettings
from evals.benchmarks.officers import PageFault, asking, crowd
from evals.cases import read_cases, shipped_cases
from index.embed import shipped_model

QUESTIONS = ["“三公”经费公开由谁负责？", "征地信息公开什么时候完成？"]


class Nothing:
    def documents(self):
        return []

    def document_provisions(self, document_id):
        return []


class Answering:
    """Answers by a function of the question."""

    def __init__(self, said):
        self.said = said

    def ask(self, question, history=(), **options):
        return Answer(question=question, status=Outcome.ANSWERED, text=self.said(question))


@contextmanager
def served(answering, sources):
    ready = threading.Event()
    with claim("127.0.0.1", 0) as claimed:
        server = Server(server_config(build_app(answering, sources, settings=PageSettings())), ready.set)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [claimed]}, daemon=True)
        thread.start()
        assert ready.wait(60)
        yield f"http://127.0.0.1:{claimed.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


def visit(answering, sources, officers, questions=QUESTIONS, rounds=2):
    with served(answering, sources) as url:
        return asyncio.run(crowd(url, officers, questions, rounds))


def test_each_officer_gets_an_answer_to_each_question():
    went = visit(Answering(lambda question: f"答：{question}"), Nothing(), officers=3)

    assert (len(went.opened), len(went.waits), went.faults, went.mixed) == (3, 6, [], 0)


def test_another_officers_question_in_a_conversation_is_noticed():
    def mix(question):
        return re.sub(r"座席\d+", "座席002", question)

    assert visit(Answering(mix), Nothing(), officers=3).mixed == 4


def test_a_question_that_fails_is_a_fault_and_no_wait():
    def fail(question):
        if "座席001" in question:
            raise RuntimeError("nobody foresaw it")
        return question

    went = visit(Answering(fail), Nothing(), officers=3, rounds=1)

    assert (len(went.waits), len(went.faults)) == (2, 1)


def test_a_page_without_a_question_is_no_page():
    with pytest.raises(PageFault):
        asking({"components": [], "dependencies": []})


@pytest.mark.slow
def test_fifty_officers_are_all_answered_in_their_own_conversations(tmp_path):
    settings = Settings(library=tmp_path / "library", documents=(), model=shipped_model())
    assistant = open_assistant(settings, lambda step, done, total: None)
    questions = [case.question for case in read_cases(shipped_cases()) if not case.history]

    went = visit(assistant, assistant, officers=50, questions=questions, rounds=3)

    assert (len(went.opened), len(went.waits), went.faults, went.mixed) == (50, 150, [], 0)
