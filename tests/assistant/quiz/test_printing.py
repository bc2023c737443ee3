"""Question sheet and key as Word files."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from assistant.quiz.draw import Wishes, draw
from assistant.quiz.printing import key_docx, sheet_docx
from assistant.quiz.question import Kind


@pytest.fixture(scope="module")
def sheet(digests):
    return draw(Wishes(documents=tuple(digests.documents), kinds=tuple(Kind), count=20, seed=3), digests)


def opened(content):
    return docx.Document(io.BytesIO(content))


@pytest.fixture(scope="module")
def questions(sheet, digests):
    return opened(sheet_docx(sheet, digests.documents.get))


@pytest.fixture(scope="module")
def key(sheet, digests):
    return opened(key_docx(sheet, digests.documents.get))


def levels(file):
    """The level of Word's numbering for each paragraph that has one."""
    return [
        one._p.pPr.numPr.ilvl.val for one in file.paragraphs if one._p.pPr is not None and one._p.pPr.numPr is not None
    ]


def test_every_question_is_numbered_by_word_in_both_files(sheet, questions, key):
    assert levels(questions).count(0) == levels(key).count(0) == len(sheet.questions)


def test_options_are_lettered_by_word_and_statements_have_none(sheet, questions):
    assert levels(questions).count(1) == sum(len(one.options) for one in sheet.questions if one.kind is not Kind.TRUTH)


def test_numbering_begins_with_one_and_letters_begin_anew(questions):
    numbering = questions.part.numbering_part.element
    (ours,) = [one for one in numbering.findall(qn("w:abstractNum")) if one.get(qn("w:abstractNumId")) == "77"]
    assert [one.get(qn("w:val")) for one in ours.iter(qn("w:numFmt"))] == ["decimal", "upperLetter"]


def test_chinese_font_is_set_for_text_and_headings(questions):
    fonts = {
        name: questions.styles[name].element.rPr.rFonts.get(qn("w:eastAsia"))
        for name in ("Normal", "Heading 1", "Heading 2")
    }
    assert fonts == {"Normal": "仿宋", "Heading 1": "黑体", "Heading 2": "黑体"}
    assert not [one for one in questions.styles["Heading 1"].element.rPr.rFonts.attrib if "heme" in one]


def test_sheet_does_not_give_the_answers_away(sheet, questions):
    text = "\n".join(one.text for one in questions.paragraphs)
    assert "答案" not in text
    assert "条文：" not in text


def test_key_lists_provision_and_words_of_every_answer(sheet, key, digests):
    text = "\n".join(one.text for one in key.paragraphs)
    for question in sheet.questions:
        for one in question.keys:
            number = digests.documents[one.document_id].document_number
            assert f"》{f'（{number}）' if number else ''}　{one.address}" in text
            assert one.quote in text


def test_digests_are_marked_in_the_key(key):
    lines = [one.text for one in key.paragraphs if one.text.startswith("要旨")]
    assert lines
    assert all(line.startswith("要旨（以原文为准）：") for line in lines)
    assert not [one for one in key.paragraphs if one.text.startswith("条文：")]


def test_official_words_are_not_marked_as_a_digest(made_up, tmp_path):
    said = "各区要每年公开空气质量报告，并在形成之日起7个工作日内送市档案馆存档。（市环保局牵头）"
    material = made_up(f"## 一、工作\n\n### （一）公开空气质量\n\n{said}\n", folder=tmp_path)
    found = draw(Wishes(documents=("fictional-0",), kinds=(Kind.WHEN_SINGLE,), count=1, seed=1), material)

    text = "\n".join(one.text for one in opened(key_docx(found, material.documents.get)).paragraphs)

    assert "条文：各区要每年公开空气质量报告" in text
    assert "要旨" not in text
