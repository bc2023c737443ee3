"""Material of the shipped digests, and of the texts beside the project where there are any."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.quiz.material import Material
from index.duties import read_duties
from index.read.folder import load_documents, load_files

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared" / "documents"


def material_of(documents):
    """Read duties as the library does."""
    provisions = {
        one.id: tuple(replace(provision, duties=read_duties(provision)) for provision in one.provisions)
        for one in documents
    }
    return Material(documents, provisions.__getitem__)


@pytest.fixture(scope="session")
def digests() -> Material:
    return material_of(load_documents([ROOT / "documents"]))


@pytest.fixture(scope="session")
def official() -> Material:
    return _shared("official")


@pytest.fixture(scope="session")
def unseen() -> Material:
    return _shared("statecouncil")


def _shared(folder):
    if not SHARED.is_dir():
        pytest.skip(f"no texts at {SHARED}")
    return material_of(load_files(sorted((SHARED / folder).glob("*.txt"))))


@pytest.fixture(scope="session")
def made_up() -> Callable[[str], Material]:
    """Build material of one made-up text in Markdown."""

    def build(text, *, id="fictional", title="某市工作要点"):
        front = f"---\nid: {id}\ntitle: {title}\norigin: official\n---\n\n"
        return front + text

    def material(*texts, folder):
        for number, text in enumerate(texts):
            (folder / f"text{number}.md").write_text(build(text, id=f"fictional-{number}"), "utf-8")
        return material_of(load_documents([folder]))

    return material
