"""What other programs get: the answers of the command line, and faults they can read."""

import json

import pytest

from assistant.answer import Answer, Outcome
from assistant.recorded import RecordedAssistant
from assistant.records import Records
from index.errors import LibraryError

QUESTION = "“三公”经费公开由谁负责，什么时候完成？"
POINTS = "beijing-2014-work-points"


class Says:
    def __init__(self, said):
        self.said = said

    def ask(self, question, history=()):
        if isinstance(self.said, Exception):
            raise self.said
        return Answer(question=question, status=Outcome.ERROR, text=self.said)


def is_problem(response, status):
    told = response.json()
    assert response.headers["content-type"] == "application/problem+json"
    assert (response.status_code, told["status"]) == (status, status)
    assert set(told) == {"status", "title", "detail"}
    assert "\n" not in response.text
    return told["detail"]


def timeless(answer):
    return answer | {"timings_ms": None}


def test_the_answer_is_that_of_the_command_line(client, assistant):
    asked = {"question": "那什么时候完成？", "history": ["“三公”经费公开由谁负责？"], "id": "a7"}

    answer = client.post("/api/v1/ask", json=asked)

    expected = assistant.ask(asked["question"], asked["history"]).to_json("a7")
    assert answer.status_code == 200
    assert timeless(answer.json()) == timeless(json.loads(json.dumps(expected)))
    assert answer.json()["status"] == "answered"


def test_a_question_the_library_cannot_answer_is_answered_all_the_same(client):
    answer = client.post("/api/v1/ask", json={"question": "河北省2015年的工作要点怎么说？"})

    assert (answer.status_code, answer.json()["status"]) == (200, "not_in_library")


def test_answers_are_recorded_as_those_of_the_page(serve, assistant, tmp_path):
    records = Records(tmp_path / "records", days=1)

    with serve(RecordedAssistant(assistant, lambda: records), assistant) as client:
        answer = client.post("/api/v1/ask", json={"question": QUESTION}).json()

    assert records.get(answer["record"]).answer.question == QUESTION


def test_lookups_are_served(client):
    found = client.post("/api/v1/search", json={"query": "征地信息公开", "documents": [POINTS], "limit": 3}).json()
    documents = client.get("/api/v1/documents", params={"offset": 2, "limit": 2}).json()
    provisions = client.get(f"/api/v1/documents/{POINTS}/provisions", params={"limit": 4}).json()
    provision = client.get(f"/api/v1/documents/{POINTS}/provision", params={"address": "三、（十三）"}).json()
    duties = client.get("/api/v1/duties", params={"body": "市财政局"}).json()

    assert len(found["provisions"]) == 3
    assert (documents["total"], documents["offset"], len(documents["documents"])) == (6, 2, 2)
    assert len(provisions["provisions"]) == 4 < provisions["total"]
    assert provision["address"] == "三、(十三)"
    assert duties["duties"][0]["duty"]["actor"] == "市财政局"


@pytest.mark.parametrize(
    ("path", "sent", "said"),
    [
        ("ask", {}, "question：缺少"),
        ("ask", {"question": ""}, "question：不得为空"),
        ("ask", {"question": "　 "}, "question：不得为空"),
        ("ask", {"question": {"$ne": ""}}, "question：应为文字"),
        ("ask", {"question": "密" * 10_001}, "question：最长 10000 字"),
        ("ask", {"question": "问", "history": ["问"] * 41}, "history：最多 40 个"),
        ("ask", {"question": "问", "history": "问"}, "history：应为列表"),
        ("ask", {"question": "问", "id": 7}, "id：应为文字"),
        ("ask", {"question": "问", "where": "{}"}, "where：没有这一项"),
        ("search", {"query": "问", "limit": 41}, "limit：最多为 40"),
        ("search", {"query": "问", "limit": "3"}, "limit：应为整数"),
        ("search", {"query": "问", "documents": [""]}, "documents.0：不得为空"),
    ],
)
def test_what_a_request_may_not_hold_is_said(path, sent, said, client):
    detail = is_problem(client.post(f"/api/v1/{path}", json=sent), 422)

    assert detail == said
    assert "密" not in detail


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("documents?limit=201", "limit：最多为 200"),
        ("documents?offset=-1", "offset：至少为 0"),
        ("documents?limit=many", "limit：应为整数"),
        ("duties", "body：缺少"),
        (f"documents/{POINTS}/provision", "address：缺少"),
    ],
)
def test_what_an_address_may_not_hold_is_said(address, said, client):
    assert is_problem(client.get(f"/api/v1/{address}"), 422) == said


def test_a_question_longer_than_the_settings_allow_is_refused(client):
    assert "1000" in is_problem(client.post("/api/v1/ask", json={"question": "问" * 1001}), 422)


def test_what_is_no_json_is_said(client):
    sent = {"content": b'{"question": ', "headers": {"Content-Type": "application/json"}}

    assert is_problem(client.post("/api/v1/ask", **sent), 422) == "不是有效的 JSON"


@pytest.mark.parametrize(
    "path", ["documents/nothing/provisions", "documents/nothing/provision?address=第一条", "documents/..%2f/provisions"]
)
def test_an_unknown_document_is_not_found(path, client):
    is_problem(client.get(f"/api/v1/{path}"), 404)


def test_an_unknown_document_is_not_searched(client):
    assert "nothing" in is_problem(client.post("/api/v1/search", json={"query": "问", "documents": ["nothing"]}), 404)


def test_an_unknown_place_says_where_the_places_stand(client):
    detail = is_problem(client.get(f"/api/v1/documents/{POINTS}/provision?address=第九十九条"), 404)

    assert f"/api/v1/documents/{POINTS}/provisions" in detail


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "nothing", 404), ("GET", "ask", 405)])
def test_what_the_framework_refuses_is_a_problem_too(method, path, status, client):
    is_problem(client.request(method, f"/api/v1/{path}"), status)


def test_a_library_that_cannot_be_read_is_said_in_its_own_words(serve, assistant):
    with serve(Says(LibraryError("资料库已损坏；请运行 disclosure index 重建")), assistant) as client:
        detail = is_problem(client.post("/api/v1/ask", json={"question": QUESTION}), 503)

    assert detail == "资料库已损坏；请运行 disclosure index 重建"


def test_a_fault_nobody_foresaw_tells_nothing_of_the_inside(serve, assistant):
    with serve(Says(RuntimeError("secret /etc/passwd")), assistant) as client:
        detail = is_problem(client.post("/api/v1/ask", json={"question": QUESTION}), 500)

    assert "secret" not in detail
