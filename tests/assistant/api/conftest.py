"""The interface over the shipped digests, as another program sees it."""

import pytest
from starlette.testclient import TestClient

from assistant.ui.app import build_app
from assistant.ui.settings import PageSettings

HERE = "http://127.0.0.1:7860"


@pytest.fixture(scope="session")
def serve():
    """Return a program's connection to the whole application, with somebody else answering or other settings."""

    def connect(answering, sources, **settings):
        app = build_app(answering, sources, settings=PageSettings(**settings))
        return TestClient(app, base_url=HERE, raise_server_exceptions=False)

    return connect


@pytest.fixture(scope="session")
def client(serve, assistant):
    with serve(assistant, assistant) as client:
        yield client
