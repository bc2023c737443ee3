import shutil

import pytest

from assistant.settings import shipped
from assistant.wording.prompts import read_prompts
from index.errors import UsageError


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(shipped("prompts"), tmp_path / "prompts")


def test_what_is_filled_in_is_never_a_template(folder):
    messages = read_prompts(folder).ask("{provisions} {0.__class__} {{7*7}}", "{question}")

    assert "{provisions} {0.__class__} {{7*7}}" in messages[1].content
    assert "{question}" in messages[1].content


def test_the_hash_changes_with_any_of_the_files(folder):
    before = read_prompts(folder).sha256
    for name in ("system.md", "question.md", "again.md"):
        whole = (folder / name).read_text("utf-8")
        (folder / name).write_text(whole + "。", "utf-8")
        assert read_prompts(folder).sha256 != before
        (folder / name).write_text(whole, "utf-8")

    assert read_prompts(folder).sha256 == before


@pytest.mark.parametrize("text", ["没有变量", "{question}", "{question} {provisions} {secret}", "{question", None])
def test_a_prompt_without_its_variables_is_told(folder, text):
    (folder / "question.md").unlink()
    if text is not None:
        (folder / "question.md").write_text(text, "utf-8")

    with pytest.raises(UsageError, match=r"question\.md"):
        read_prompts(folder)
