import re
from dataclasses import replace

import pytest

from assistant.ui.markup import tag
from assistant.ui.outline import BESIDE, LONGEST_WHOLE, outline
from assistant.ui.quoting import without_blank_lines
from assistant.ui.texts import TEXTS

ZH = TEXTS["zh"]
CARD = tag("div", "这里", class_="cited")


def words(page):
    return re.sub(r"<[^>]+>", "", page)


@pytest.fixture
def law(library):
    """Six chapters of articles, some of them in paragraphs and lists."""
    return library.document_provisions("disclosure-regulation-2019")


def at(law, address):
    return next(provision for provision in law if provision.address == address)


def part(page, heading):
    return page[page.rindex("<details", 0, page.index(f"<summary>{heading}")) :].partition(">")[0]


def test_the_whole_document_can_be_read_in_order(law):
    page = words(outline(law, None, CARD, ZH))

    assert all(without_blank_lines(p.own_text).strip().replace("\n", "&#10;") in page for p in law)
    assert page.index("第一条") < page.index("第二章 公开的主体和范围") < page.index("第五十六条")


def test_only_what_stands_around_the_provision_is_unfolded(law):
    page = outline(law, at(law, "第三条"), CARD, ZH)

    assert "open" in part(page, "第一章 总则")
    assert "open" not in part(page, "第二章 公开的主体和范围")


def test_the_next_chapter_is_unfolded_too_where_the_provision_is_the_last_of_its_own(law):
    last = at(law, "第九条")

    assert "open" in part(outline(law, last, CARD, ZH), "第二章 公开的主体和范围")


def test_the_provision_stands_in_its_place_once(law):
    page = outline(law, at(law, "第二十条"), CARD, ZH)

    assert page.count("这里") == 1
    assert page.index("第十九条") < page.index("这里") < page.index("第二十一条")
    assert "机关职能和机构设置" not in page


def test_without_its_place_the_provision_stands_before_everything(law):
    assert outline(law, None, CARD, ZH).startswith('<div class="outline" lang="zh-CN"><div class="cited">')


def test_numbers_that_the_words_begin_with_are_not_said_twice(law):
    page = words(outline(law, law[0], CARD, ZH))

    assert "第一款" not in page
    assert "第二款 全国政府信息公开工作的主管部门" in page
    assert "第一项" not in page


def test_of_a_long_document_the_other_parts_are_sent_when_they_are_opened(law):
    long = [replace(p, own_text=p.own_text + "长" * LONGEST_WHOLE) if p.address == "第十二条" else p for p in law]
    page = outline(long, at(law, "第三条"), CARD, ZH)

    assert "长" not in page
    assert re.search(r'<button type="button" class="opens part at-p~[^"]+">第二章 公开的主体和范围</button>', page)


def test_of_many_articles_without_chapters_those_around_are_sent(law):
    one = replace(at(law, "第一条"), headings=(), heading="")
    text = "甲" * (LONGEST_WHOLE // 100)
    many = [
        replace(one, address=f"第{n}条", parent=None, text=text, own_text=text, start=n, end=n + 1) for n in range(200)
    ]
    page = outline(many, many[100], CARD, ZH)

    assert page.count(text) == 2 * BESIDE
    assert "……（另有 70 条）" in page
    assert "……（另有 69 条）" in page
