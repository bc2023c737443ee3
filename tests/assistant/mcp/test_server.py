"""The tools over a real pipe, called by the package's own client."""

import asyncio
import io
import json
import os
import subprocess
import sys
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

pytest.importorskip("mcp", reason="the extra mcp is not installed")
from mcp import Client, StdioServerParameters

from assistant.records import Records

ROOT = Path(__file__).parents[3]
QUESTION = "“三公”经费公开由谁负责，什么时候完成？"
COMMAND = [sys.executable, "-c", "from assistant.cli import main; main()", "mcp"]
POINTS = "beijing-2014-work-points"
START = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}},
}


@pytest.fixture(scope="module")
def folder(library, tmp_path_factory):
    """A library of its own, records included, made from the one that is built already."""
    place = tmp_path_factory.mktemp("mcp") / "library"
    place.symlink_to(library.folder.parents[1])
    return place


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    records = tmp_path_factory.mktemp("records")
    return {"PYTHONPATH": str(ROOT), "DISCLOSURE_RECORDS": str(records), "PYTHONIOENCODING": "ascii"}


@asynccontextmanager
async def connected(folder, environment, **options):
    command = [*COMMAND, "--library", str(folder)]
    server = StdioServerParameters(command=command[0], args=command[1:], env=environment)
    async with Client(server, **options) as client:
        yield client


@pytest.fixture(scope="module")
def results(folder, environment):
    """What each call gave; one server for all of them, since starting it takes a second or two."""
    calls = {
        "ask": ("ask", {"question": QUESTION}),
        "follow": ("ask", {"question": "那什么时候完成？", "history": ["“三公”经费公开由谁负责？"]}),
        "empty": ("ask", {"question": " "}),
        "too long": ("ask", {"question": "问" * 1001}),
        "search": ("search_provisions", {"query": "征地信息公开", "limit": 2}),
        "search nothing": ("search_provisions", {"query": "征地", "documents": ["nothing"]}),
        "search many": ("search_provisions", {"query": "征地", "limit": 1000}),
        "get": ("get_provision", {"document_id": POINTS, "address": "三、（十三）"}),
        "get nothing": ("get_provision", {"document_id": POINTS, "address": "第九十九条"}),
        "list": ("list_documents", {"limit": 2}),
    }

    async def run():
        async with connected(folder, environment) as client:
            tools = (await client.list_tools()).tools
            return {"tools": tools} | {name: await client.call_tool(*call) for name, call in calls.items()}

    return asyncio.run(run())


def refused(result):
    assert result.is_error
    return result.content[0].text


def test_there_are_four_tools_described_with_the_types_of_what_they_give(results):
    tools = {tool.name: tool for tool in results["tools"]}

    assert set(tools) == {"ask", "search_provisions", "get_provision", "list_documents"}
    for tool in tools.values():
        assert tool.title
        assert tool.description
        assert tool.output_schema["properties"]
        assert all(field["description"] for field in tool.input_schema["properties"].values())
    assert set(tools["ask"].output_schema["required"]) >= {"status", "text", "citations", "nearest"}


def test_an_answer_is_that_of_the_command_line(results, assistant):
    answer = results["ask"].structured_content

    expected = json.loads(json.dumps(assistant.ask(QUESTION).to_json()))
    assert not results["ask"].is_error
    apart = {"timings_ms", "record"}
    assert {k: v for k, v in answer.items() if k not in apart} == {k: v for k, v in expected.items() if k not in apart}
    assert json.loads(results["ask"].content[0].text) == answer


def test_an_answer_is_recorded(results, environment):
    record = Records(Path(environment["DISCLOSURE_RECORDS"]), days=1).get(results["ask"].structured_content["record"])

    assert record.answer.question == QUESTION


def test_a_question_is_read_in_the_light_of_those_before(results):
    assert results["follow"].structured_content["status"] == "answered"


def test_lookups_give_what_a_citation_needs(results):
    found = results["search"].structured_content["provisions"]
    listed = results["list"].structured_content

    assert found[0]["cited_as"] == "《2014年政府信息公开工作要点分解细化方案》四、第1行（要旨，以原文为准）"
    assert len(found) == 2
    assert results["get"].structured_content["address"] == "三、(十三)"
    assert "市财政局" in {duty["actor"] for duty in results["get"].structured_content["duties"]}
    assert (listed["total"], len(listed["documents"])) == (6, 2)


def test_what_cannot_be_done_is_said_so_that_the_caller_can_mend_it(results):
    assert "question" in refused(results["empty"])
    assert "1000" in refused(results["too long"])
    assert "list_documents" in refused(results["search nothing"])
    assert "limit" in refused(results["search many"])
    assert "search_provisions" in refused(results["get nothing"])


def test_an_older_client_is_served_too(folder, environment):
    async def run():
        async with connected(folder, environment, mode="legacy") as client:
            return await client.call_tool("list_documents", {})

    assert asyncio.run(run()).structured_content["total"] == 6


def test_nothing_but_the_protocol_is_on_stdout_even_while_the_library_is_built(tmp_path, environment):
    command = [*COMMAND, "--library", str(tmp_path / "library")]
    sent = json.dumps(START) + "\nnot json at all\n"

    done = subprocess.run(
        command, input=sent.encode(), capture_output=True, env=os.environ | environment, timeout=120, check=False
    )

    lines = [json.loads(line) for line in io.BytesIO(done.stdout)]
    assert done.returncode == 0
    assert lines[0]["result"]["serverInfo"]["name"] == "disclosure-assistant"
    assert {line["jsonrpc"] for line in lines} == {"2.0"}


def test_without_the_extra_one_line_says_what_to_install(tmp_path, environment):
    absent = tmp_path / "absent"
    absent.mkdir()
    (absent / "sitecustomize.py").write_text("import sys\nsys.modules['mcp'] = None\n", "utf-8")
    paths = os.pathsep.join([str(absent), str(ROOT)])
    command = [*COMMAND, "--library", str(tmp_path / "library")]

    done = subprocess.run(
        command, capture_output=True, env=os.environ | environment | {"PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"},
        timeout=120, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip

    said = done.stderr.decode()
    assert (done.returncode, done.stdout) == (2, b"")
    assert "pip install" in said
    assert said.count("\n") == 1
