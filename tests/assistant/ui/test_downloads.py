import pytest
from starlette.exceptions import HTTPException

from assistant.ui import downloads
from assistant.ui.downloads import PATH, Downloads

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def fetched(kept, path):
    return kept.fetch(path.removeprefix(PATH))


def test_a_file_comes_back_as_it_was_under_its_name():
    kept = Downloads()
    response = fetched(kept, kept.offer("答复 一.docx", b"\x00words", WORD))

    assert response.body == b"\x00words"
    assert response.media_type == WORD
    assert "filename*=UTF-8''%E7%AD%94%E5%A4%8D%20%E4%B8%80.docx" in response.headers["content-disposition"]


def test_two_files_have_names_nobody_guesses():
    kept = Downloads()
    first, second = (kept.offer("a", b"", "text/plain") for _ in range(2))

    assert first != second
    assert len(first) - len(PATH) >= 32


def test_an_unknown_name_is_not_found():
    with pytest.raises(HTTPException, match="404"):
        Downloads().fetch("nothing")


def test_a_file_is_forgotten_after_its_time(monkeypatch):
    kept = Downloads()
    path = kept.offer("a", b"", "text/plain")
    now = downloads.time.monotonic()
    monkeypatch.setattr(downloads.time, "monotonic", lambda: now + downloads.MINUTES * 60 + 1)

    with pytest.raises(HTTPException, match="404"):
        fetched(kept, path)


def test_the_oldest_files_go_first_when_memory_is_full(monkeypatch):
    monkeypatch.setattr(downloads, "MOST_BYTES", 10)
    kept = Downloads()
    old, new = kept.offer("a", b"12345678", "text/plain"), kept.offer("b", b"12345678", "text/plain")

    assert fetched(kept, new).body == b"12345678"
    with pytest.raises(HTTPException, match="404"):
        fetched(kept, old)
