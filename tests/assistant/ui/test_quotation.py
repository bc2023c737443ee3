from dataclasses import replace

import pytest

from assistant.ui.quotation import quotation
from assistant.ui.texts import TEXTS


@pytest.fixture
def citations(answering):
    return answering.ask("问").citations


@pytest.mark.parametrize("language", ["zh", "en"])
def test_official_words_are_quoted_with_number_and_place(language, citations):
    assert quotation(citations[2], TEXTS[language]) == (
        "《某市2014年政府信息公开工作要点》（某政办发〔2014〕28号）三、(十三)规定："
        "“各区县政府应在2014年年底前公开政府预决算、部门预决算和‘三公’经费预决算”"
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_digest_is_never_quoted_as_official_words(language, citations):
    copied = quotation(citations[1], TEXTS[language])

    assert copied == "要旨：《2014年政府信息公开工作要点分解细化方案》三、第1行：年内；市财政局牵头，以原文为准"


def test_without_a_quote_the_whole_provision_is_quoted(citations):
    whole = quotation(replace(citations[2], quote=""), TEXTS["zh"])

    assert "规定：“政府的预算和决算" in whole
    assert "分别负责落实）”" in whole
    assert "\n" not in whole
