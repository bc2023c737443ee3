"""The interface as a page for people: plain HTML made from the OpenAPI description, nothing fetched."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined, Template

from assistant.api.words import WORDS

Schema = Mapping[str, Any]
COMPONENTS = "#/components/schemas/"


def reference_page(openapi: Schema) -> str:
    """Return the page for an OpenAPI description."""
    shown = (schema for schema in openapi["components"]["schemas"].items() if "ValidationError" not in schema[0])
    return _template().render(
        openapi=openapi,
        operations=[
            (method, path, operation)
            for path, methods in openapi["paths"].items()
            for method, operation in methods.items()
        ],
        shapes=dict(shown),
        words=WORDS,
    )


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"kind": kind, "bounds": bounds}
    return environment.from_string(files("assistant.api").joinpath("reference.html").read_text("utf-8"))


def bounds(schema: Schema) -> str:
    """Say what holds where a value is left out, and how much it may be."""
    said = WORDS["page"]["bounds"]
    known = {name: schema[name] for name in said if schema.get(name) not in (None, [])}
    return "".join(said[name].format(value) for name, value in known.items())


def kind(schema: Schema) -> list[tuple[str, str | None]]:
    """Say what values a schema allows, as words, each with the shape it names or None."""
    words = WORDS["page"]
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(COMPONENTS)
        return [(name, name)]
    if "anyOf" in schema:
        said: list[tuple[str, str | None]] = []
        for one in schema["anyOf"]:
            said += [(words["or"], None)] if said else []
            said += kind(one)
        return said
    if "enum" in schema or "const" in schema:
        values = schema.get("enum", [schema.get("const")])
        return [(words["or"].join(f"“{value}”" if value is not None else words["null"] for value in values), None)]
    if schema.get("type") == "array":
        items = kind(schema["items"])
        return [*(items if len(items) == 1 else [("（", None), *items, ("）", None)]), (words["list_of"], None)]
    return [(words[schema.get("type", "object")], None)]
