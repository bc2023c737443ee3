"""The interface stands behind the same guards as the page."""

import pytest

from assistant.ui.app import MAX_BODY_BYTES
from assistant.ui.guards import CONTENT_SECURITY_POLICY

HERE = "http://127.0.0.1:7860"
EVIL = "https://oa.example.gov.cn"
QUESTION = {"question": "“三公”经费公开由谁负责？"}


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": EVIL},
        {"Origin": "http://127.0.0.1:8000"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": EVIL},
    ],
)
@pytest.mark.parametrize("path", ["ask", "search"])
def test_another_site_cannot_ask_through_a_browser(path, headers, client):
    refused = client.post(f"/api/v1/{path}", json=QUESTION, headers=headers)

    assert refused.status_code == 403
    assert refused.json()["status"] == 403


@pytest.mark.parametrize("headers", [{}, {"Origin": HERE}, {"Sec-Fetch-Site": "same-origin"}])
def test_programs_and_the_page_itself_may(headers, client):
    assert client.post("/api/v1/ask", json=QUESTION, headers=headers).status_code == 200


@pytest.mark.parametrize("path", ["documents", "openapi.json", "duties?body=市财政局"])
def test_another_site_may_not_read(path, client):
    assert "access-control-allow-origin" not in client.get(f"/api/v1/{path}", headers={"Origin": EVIL}).headers


@pytest.mark.parametrize("path", ["documents", "docs", "openapi.json", "nothing"])
def test_nothing_is_stored_and_everything_carries_the_policy(path, client):
    headers = client.get(f"/api/v1/{path}").headers

    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_large_body_is_refused_whether_announced_or_not(client):
    def chunks():
        for _ in range(11):
            yield b"x" * (MAX_BODY_BYTES // 10)

    announced = client.post("/api/v1/ask", content=b"x" * (MAX_BODY_BYTES + 1))
    streamed = client.post("/api/v1/ask", content=chunks(), headers={"Content-Type": "application/json"})

    assert (announced.status_code, streamed.status_code) == (413, 413)
    assert announced.json() == streamed.json()


def test_a_rebound_name_is_not_answered(client):
    assert client.get("/api/v1/documents", headers={"Host": "evil.example"}).status_code == 400


PATHS = ["/api/v1/documents", "/api/v1/docs", "/api/v1/openapi.json", "/api/v1/", "/api/"]


@pytest.mark.parametrize("settings", [{"api": False}, {"host": "0.0.0.0", "allow_lan": True}])
def test_it_is_off_where_it_is_switched_off_and_where_other_machines_are_served(settings, serve, assistant):
    with serve(assistant, assistant, **settings) as client:
        assert {client.get(path).status_code for path in PATHS} == {404}
        assert client.post("/api/v1/ask", json=QUESTION).status_code == 404


def test_it_may_be_served_to_other_machines_where_that_is_said(serve, assistant):
    with serve(assistant, assistant, host="0.0.0.0", allow_lan=True, api=True) as client:
        assert client.get("/api/v1/documents").status_code == 200
