import io
import re
from types import SimpleNamespace

import pytest
from docx import Document
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from assistant.ui.chat.exporting import Exporting
from assistant.ui.chat.markdown import markdown
from assistant.ui.chat.session import Conversation, answered, asked
from assistant.ui.chat.word import word
from assistant.ui.downloads import Downloads
from assistant.ui.settings import PageSettings
from assistant.ui.texts import TEXTS

ZH = TEXTS["zh"]
CHINESE = SimpleNamespace(headers={"accept-language": "zh-CN"})
HOSTILE = (
    "<img src=//evil.example/a.png> ![图](https://evil.example/b.png) [x](javascript:alert(1)) # 一 | 二 \x0b\ud800"
)


@pytest.fixture
def turns(answering):
    first = answered(asked((), "谁负责？"), answering.ask("谁负责？"))
    return answered(asked(first, "对比两份文件"), answering.ask("对比"))


@pytest.fixture
def document(turns):
    return Document(io.BytesIO(word("三公经费答询", turns, ZH)))


def numbers(document):
    """The items of lists with the id of their list, and that list's first number."""
    found = [(p.text, p._p.pPr.numPr) for p in document.paragraphs if p._p.pPr is not None]
    return [(words, properties.numId.val) for words, properties in found if properties is not None]


def test_word_has_a_heading_for_each_question(document):
    headings = [p.text for p in document.paragraphs if p.style.name in ("Title", "Heading 1")]

    assert headings == ["三公经费答询", "谁负责？", "对比两份文件"]


def test_word_lists_the_provisions_with_numbers_that_begin_anew(document):
    items = numbers(document)
    lists = list(dict.fromkeys(number for _, number in items))

    assert [sum(number == one for _, number in items) for one in lists] == [3, 5]
    assert items[2][0].startswith(
        "《某市2014年政府信息公开工作要点》（某政办发〔2014〕28号）三、(十三)（原文；2014-04-30；"
    )


def test_word_numbers_as_the_answer_marks(document):
    numbering = document.part.numbering_part.element
    own = [
        one.find(qn("w:lvl")).find(qn("w:lvlText")).get(qn("w:val")) for one in numbering.findall(qn("w:abstractNum"))
    ]

    assert own.count("[%1]") == 2
    assert [child.tag for child in numbering] == sorted(
        (child.tag for child in numbering), key=lambda tag: "num" in tag[-4:]
    )


def test_word_has_the_words_and_says_which_are_a_digest(document):
    quotes = [p.text for p in document.paragraphs if p.style.name == "Quote"]

    assert quotes[1] == "要旨（非原文）：年内 | 市财政局牵头，以原文为准"
    assert quotes[2] == "“各区县政府应在2014年年底前公开政府预决算、部门预决算和“三公”经费预决算”"


def test_word_names_fonts_for_chinese(document):
    for style in ("Normal", "Heading 1", "Title"):
        fonts = document.styles[style].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) in ("宋体", "黑体")
        assert fonts.get(qn("w:eastAsiaTheme")) is None


def test_word_has_the_table(document):
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["分解细化方案", "市财政局[1]", "年内[1]"]


def test_what_xml_cannot_hold_is_left_out(answering):
    turns = answered(asked((), HOSTILE), answering.ask(HOSTILE))

    assert "evil.example" in Document(io.BytesIO(word(HOSTILE, turns, ZH))).paragraphs[0].text


def test_markdown_reads_as_the_conversation(turns):
    written = markdown("三公经费答询", turns, ZH).decode()
    page = MarkdownIt("commonmark").enable("table").render(written)

    assert page.startswith("<h1>三公经费答询</h1>")
    assert page.count("<h2>") == 2
    assert page.count("<li>") >= 8
    assert "<td>市财政局[1]</td>" in page
    assert "市财政局牵头[1][2]" in page


def test_nothing_written_becomes_markup_in_markdown(answering):
    hostile = HOSTILE.replace("\ud800", "")
    turns = answered(asked((), hostile), answering.ask(hostile))
    page = MarkdownIt("commonmark", {"html": True}).render(markdown(hostile, turns, ZH).decode())

    assert not re.search(r"<(img|a|script)\b", page)
    assert "![图](https://evil.example/b.png)" in page


def test_an_export_is_fetched_under_the_conversations_name(answering):
    downloads = Downloads()
    exporting = Exporting(downloads=downloads, settings=PageSettings())
    conversation = Conversation()
    conversation.settle(conversation.begin("谁？", None), answering.ask("谁？"))

    page = exporting.word("三公/经费: 答询", conversation, CHINESE)
    path = re.search(r'href="/export/([^"]+)"', page)[1]

    assert re.search(r'download="三公 经费 答询-\d{8}\.docx"', page)
    assert downloads.fetch(path).body.startswith(b"PK")


def test_an_empty_conversation_is_not_exported():
    exporting = Exporting(downloads=Downloads(), settings=PageSettings())

    assert "没有可导出的内容" in exporting.markdown("", Conversation(), CHINESE)
