"""What the network sees: headers, refusals, and Gradio's settings."""

import os

import pytest
from starlette.testclient import TestClient

from assistant.ui.app import MAX_BODY_BYTES, build_app
from assistant.ui.guards import CONTENT_SECURITY_POLICY
from assistant.ui.settings import PageSettings
from index.errors import UsageError

HERE = "http://127.0.0.1:7860"
EVIL = "https://oa.example.gov.cn"
SAME_SITE_OTHER_PORT = "http://127.0.0.1:8000"


class Nobody:
    def ask(self, question, history=()):
        pytest.fail("nobody asked anything here")


@pytest.fixture(scope="module")
def app(sources, settings):
    return build_app(Nobody(), sources, settings=settings)


@pytest.fixture(scope="module")
def client(app):
    with TestClient(app, base_url=HERE, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def blocks(app):
    return app.routes[-1].app.get_blocks()


@pytest.mark.parametrize("path", ["/", "/healthz", "/config", "/nothing", "/gradio_api/startup-events"])
def test_every_response_carries_the_headers(path, client):
    headers = client.get(path).headers

    assert headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"


def test_a_refusal_carries_the_headers_too(client):
    refused = client.post("/gradio_api/queue/join", json={}, headers={"Origin": EVIL})

    assert refused.status_code == 403
    assert refused.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY


def test_the_policy_needs_no_eval_and_no_other_host():
    assert "unsafe-eval" not in CONTENT_SECURITY_POLICY
    assert "http" not in CONTENT_SECURITY_POLICY


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
@pytest.mark.parametrize("path", ["/gradio_api/queue/join", "/gradio_api/upload", "/healthz", "/"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": EVIL},
        {"Origin": SAME_SITE_OTHER_PORT},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": SAME_SITE_OTHER_PORT},
        {"Sec-Fetch-Site": "cross-site", "Origin": HERE},
    ],
)
def test_another_origin_cannot_change_anything(method, path, headers, client):
    assert client.request(method, path, headers=headers).status_code == 403


@pytest.mark.parametrize("headers", [{"Origin": EVIL}, {"Sec-Fetch-Site": "cross-site"}])
def test_another_origin_cannot_log_out(headers, client):
    assert client.get("/logout", headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers", [{}, {"Origin": HERE}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}]
)
def test_the_page_itself_and_programs_may(headers, client):
    assert client.post("/gradio_api/queue/join", json={}, headers=headers).status_code not in (403, 404, 413)


@pytest.mark.parametrize("origin", [EVIL, SAME_SITE_OTHER_PORT, "null"])
@pytest.mark.parametrize("path", ["/", "/config", "/gradio_api/startup-events"])
def test_another_origin_may_not_read(path, origin, client):
    headers = client.get(path, headers={"Origin": origin}).headers

    assert "access-control-allow-origin" not in headers
    assert "access-control-allow-credentials" not in headers


def test_a_preflight_of_another_origin_is_refused(client):
    asked = {"Origin": EVIL, "Access-Control-Request-Method": "POST"}

    answer = client.options("/gradio_api/queue/join", headers=asked)

    assert answer.status_code == 400
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "www.127.0.0.1", ""])
def test_a_rebound_name_is_not_answered(host, client):
    assert client.get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:7860", "localhost:7860", "LOCALHOST", "[::1]:7860"])
def test_this_machines_names_are_answered(host, client):
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


def test_a_large_body_is_refused_whether_announced_or_not(client):
    def chunks():
        for _ in range(11):
            yield b"x" * (MAX_BODY_BYTES // 10)

    announced = client.post("/gradio_api/queue/join", content=b"x" * (MAX_BODY_BYTES + 1))
    streamed = client.post("/gradio_api/queue/join", content=chunks())

    assert announced.status_code == 413
    assert streamed.status_code == 413


@pytest.mark.parametrize("length", ["-1", "1e9", "abc", "9" * 40])
def test_an_odd_length_is_refused(length, client):
    assert client.post("/gradio_api/queue/join", headers={"Content-Length": length}).status_code == 413


@pytest.mark.parametrize(
    "path",
    [
        "/docs", "/redoc", "/openapi.json", "/gradio_api/openapi.json", "/gradio_api/runs", "/monitoring",
        "/monitoring/summary", "/gradio_api/file=/etc/passwd", "/gradio_api/proxy=http://evil.example/",
        "/gradio_api/upload_progress", "/gradio_api/vibe-code/", "/gradio_api/call/ask/1", "/gradio_api/mcp/",
        "/login_check", "/robots.txt",
    ],
)  # fmt: skip
def test_what_the_page_does_not_need_is_not_served(path, client):
    assert client.get(path).status_code == 404


def test_the_page_and_its_health_are_served(client):
    assert client.get("/healthz").json() == {"status": "ok"}
    assert "政府信息公开答询助手" in client.get("/").text


def test_gradio_is_set_as_the_checklist_says(blocks):
    assert blocks.share is False
    assert blocks.run_history is False
    assert blocks.show_error is False
    assert blocks.enable_monitoring is False
    assert blocks.ssr_mode is False
    assert blocks.pwa is False
    assert blocks.footer_links == []
    assert blocks.allowed_paths == []
    assert blocks.max_file_size == MAX_BODY_BYTES
    assert blocks.delete_cache == (3600, 3600)
    assert blocks.state_session_capacity == 500
    assert blocks.analytics_enabled is False
    assert blocks.mcp_server_obj is None


def test_neither_application_reports_to_a_collector(app):
    for application in (app, app.routes[-1].app):
        switches = {name: on for name, on in application._telemetry.items() if isinstance(on, bool)}
        assert switches
        assert not any(switches.values())


def test_the_queue_is_bounded_and_eight_are_answered_at_once(blocks):
    limits = {function.concurrency_limit for function in blocks.fns.values()}

    assert blocks._queue.max_size == 64
    assert limits == {8}
    assert blocks._queue.default_concurrency_limit == 8


def test_no_event_is_part_of_a_public_interface(blocks):
    assert {function.api_visibility for function in blocks.fns.values()} == {"private"}


def test_private_folders_are_blocked(answering, sources, tmp_path):
    app = build_app(answering, sources, settings=PageSettings(private_folders=(tmp_path,)))

    assert app.routes[-1].app.get_blocks().blocked_paths == [str(tmp_path)]


def test_the_environment_is_settled_before_gradio_is_imported():
    assert os.environ["GRADIO_ANALYTICS_ENABLED"] == "False"
    assert os.environ["GRADIO_RUN_HISTORY"] == "False"
    assert os.environ["HF_HUB_OFFLINE"] == "1"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "disclosure.example.gov.cn", ""])
def test_other_machines_are_refused_unless_asked_for(host, answering, sources):
    with pytest.raises(UsageError, match="--allow-lan"):
        build_app(answering, sources, settings=PageSettings(host=host))


def test_an_office_network_may_be_asked_for(answering, sources):
    settings = PageSettings(host="0.0.0.0", allow_lan=True, allowed_hosts=("zwgk.example.gov.cn",))

    with TestClient(build_app(answering, sources, settings=settings)) as client:
        assert client.get("/healthz", headers={"Host": "zwgk.example.gov.cn"}).status_code == 200
        assert client.get("/healthz", headers={"Host": "evil.example"}).status_code == 400


def test_a_file_for_download_is_served_and_not_stored(client, app):
    offered = next(route for route in app.routes if getattr(route, "path", "").startswith("/export/"))
    path = offered.endpoint.__self__.offer("依据.md", "词".encode(), "text/markdown")

    response = client.get(path)

    assert response.content == "词".encode()
    assert response.headers["Cache-Control"] == "no-store"
    assert client.get("/export/nothing").status_code == 404
