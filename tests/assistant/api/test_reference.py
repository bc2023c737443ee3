"""The description, for programs and for people."""

import re

import pytest

from assistant.api.application import build_api
from assistant.api.reference import kind, reference_page


@pytest.fixture(scope="module")
def openapi(assistant):
    return build_api(assistant, assistant).openapi()


@pytest.fixture(scope="module")
def page(openapi):
    return reference_page(openapi)


def test_the_description_names_our_paths_and_no_others(client):
    openapi = client.get("/api/v1/openapi.json").json()

    assert openapi["openapi"].startswith("3.")
    assert openapi["servers"] == [{"url": "/api/v1"}]
    assert set(openapi["paths"]) == {
        "/ask",
        "/search",
        "/documents",
        "/documents/{document_id}/provisions",
        "/documents/{document_id}/provision",
        "/duties",
    }


def test_everything_described_is_described_in_chinese(openapi):
    shapes = openapi["components"]["schemas"]
    told = [shape["description"] for shape in shapes.values()]
    told += [
        field["description"]
        for shape in shapes.values()
        for field in shape["properties"].values()
        if "$ref" not in field
    ]
    for methods in openapi["paths"].values():
        for operation in methods.values():
            told += [operation["summary"], operation["description"]]
            told += [one["description"] for one in operation.get("parameters", ())]
            told += [response["description"] for response in operation["responses"].values()]

    assert [words for words in told if not re.search(r"[一-鿿]", words)] == []


def test_faults_have_the_media_type_they_come_in(openapi):
    responses = openapi["paths"]["/ask"]["post"]["responses"]

    assert set(responses) == {"200", "4XX", "5XX"}
    assert list(responses["4XX"]["content"]) == ["application/problem+json"]


def test_the_page_says_every_operation_and_every_field(page, openapi):
    for path in openapi["paths"]:
        assert f"/api/v1{path}</code>" in page
    for name, shape in openapi["components"]["schemas"].items():
        assert f'id="{name}"' in page
        assert all(f"<code>{field}</code>" in page for field in shape["properties"])


def test_the_page_says_how_much_may_be_asked(page):
    assert "问题；最长 10000 字" in page
    assert "最多返回几个；默认 50；最多 200" in page
    assert "此前的问题，最早的在前；最多 40 个" in page


def test_every_link_of_the_page_leads_somewhere_on_it(page):
    assert set(re.findall(r'href="#(.*?)"', page)) <= set(re.findall(r'id="(.*?)"', page))


def test_the_page_fetches_nothing_and_runs_nothing(page):
    assert re.findall(r'(?:src|href)="(?!#|openapi\.json|/favicon\.ico)[^"]*"', page) == []
    assert "<script" not in page
    assert "url(" not in page


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ({"type": "string"}, "文字"),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "文字 或 空"),
        ({"type": "array", "items": {"type": "array", "items": {"type": "integer"}}}, "（整数的列表）的列表"),
        ({"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "null"}]}}, "（文字 或 空）的列表"),
        ({"enum": ["a", "b"]}, "“a” 或 “b”"),
        ({"$ref": "#/components/schemas/Claim"}, "Claim"),
    ],
)
def test_kinds_of_values_are_said_in_words(schema, said):
    assert "".join(word for word, _ in kind(schema)) == said
