"""What the tests of the parser share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.corpus import Provision
from index.parse.document import Parsed, parse

SHARED = Path(__file__).parents[4] / "shared" / "documents"


@pytest.fixture(scope="session")
def shared_documents() -> Path:
    """The folder of texts that lie beside the project."""
    if not SHARED.is_dir():
        pytest.skip(f"no texts at {SHARED}")
    return SHARED


@pytest.fixture
def outline() -> Callable[..., dict[str, Provision]]:
    """Parse a text; its provisions by address, in order."""

    def provisions(source: str, *, markdown: bool = False) -> dict[str, Provision]:
        return by_address(parse("text", source, markdown=markdown))

    return provisions


def by_address(parsed: Parsed) -> dict[str, Provision]:
    found = {provision.address: provision for provision in parsed.provisions}
    assert len(found) == len(parsed.provisions), "an address is given out twice"
    return found
