import pytest

from assistant.wording.settings import PREFIX, endpoint
from index.errors import UsageError


@pytest.fixture
def environment(monkeypatch):
    def put(**values):
        for name, value in values.items():
            monkeypatch.setenv(f"{PREFIX}{name.upper()}", str(value))

    return put


def test_without_settings_no_model_is_asked():
    assert endpoint() is None


def test_address_and_model_are_enough(environment):
    environment(base_url="http://127.0.0.1:8000/v1/", model="qwen3")

    assert endpoint()[:2] == ("http://127.0.0.1:8000/v1", "qwen3")


def test_the_key_may_stand_in_a_file(environment, tmp_path):
    (tmp_path / "key").write_text("sk-1\n")
    environment(base_url="http://127.0.0.1/v1", model="m", api_key_file=tmp_path / "key")

    assert endpoint().key == "sk-1"


@pytest.mark.parametrize(
    "wrong",
    [
        {"base_url": "http://127.0.0.1/v1"},
        {"model": "m"},
        {"base_url": "not an address", "model": "m"},
        {"base_url": "http://user:secret@127.0.0.1/v1", "model": "m"},
        {"base_url": "ftp://127.0.0.1", "model": "m"},
        {"base_url": "http://127.0.0.1/v1", "model": "m", "seconds": 0},
        {"base_url": "http://127.0.0.1/v1", "model": "m", "format": "xml"},
        {"base_url": "http://127.0.0.1/v1", "model": "m", "api_key": "a", "api_key_file": "b"},
        {"base_url": "http://127.0.0.1/v1", "model": "m", "api_key_file": "/no/such/file"},
    ],
)
def test_a_wrong_setting_is_named_in_one_line(environment, wrong):
    environment(**wrong)

    with pytest.raises(UsageError, match=PREFIX) as told:
        endpoint()

    assert "\n" not in str(told.value)


def test_the_key_is_in_no_message(environment):
    environment(base_url="http://127.0.0.1/v1", model="m", api_key="sk-secret", api_key_file="b")

    with pytest.raises(UsageError) as told:
        endpoint()

    assert "sk-secret" not in str(told.value)
