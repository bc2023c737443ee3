import pytest


def test_the_address_table_of_the_design(outline):
    assert list(outline("一、甲\n（一）乙\n1.丙\n（1）丁。\n二、戊。做。\n")) == [
        "一、",
        "一、(一)",
        "一、(一)1.",
        "一、(一)1.(1)",
        "二、",
    ]


def test_articles_count_paragraphs_and_items(outline):
    addresses = list(outline("第四条 甲。\n乙：\n（一）丙；\n（二）丁。\n第五条 戊。\n"))

    assert addresses == [
        "第四条",
        "第四条第一款",
        "第四条第二款",
        "第四条第二款第一项",
        "第四条第二款第二项",
        "第五条",
    ]


def test_an_article_of_one_paragraph_has_no_first_paragraph(outline):
    assert list(outline("第二十条 应当公开：\n（一）甲；\n（二）乙。\n")) == [
        "第二十条",
        "第二十条第一项",
        "第二十条第二项",
    ]


@pytest.mark.parametrize("article", ["第六条", "第六条之一"])
def test_a_list_inside_an_item_is_a_subitem(outline, article):
    addresses = outline(f"{article} 甲：\n（一）乙：\n1.丙；\n2.丁。\n前款所称戊。\n")

    assert f"{article}第一款第一项第二目" in addresses


def test_an_inserted_article_has_its_own_items(outline):
    addresses = outline("第三十三条 甲。\n第三十三条之一 乙：\n（一）丙。\n（二）丁。\n")

    assert list(addresses) == ["第三十三条", "第三十三条之一", "第三十三条之一第一项", "第三十三条之一第二项"]


def test_chapters_do_not_stand_in_addresses(outline):
    assert list(outline("第一章 甲\n第一条 乙。\n第二章 丙\n第二条 丁。\n")) == ["第一章", "第一条", "第二章", "第二条"]


def test_articles_that_start_again_are_told_apart_by_their_chapter(outline):
    addresses = list(outline("第一章 甲\n一、乙。\n第二章 丙\n一、丁。\n二、戊。\n"))

    assert addresses == ["第一章", "一、", "第二章", "第二章·一、", "第二章·二、"]


def test_sections_of_a_later_chapter_are_told_apart_too(outline):
    source = "第一章 甲\n第一节 乙\n一、丙。\n第二章 丁\n第一节 戊\n一、己。\n二、庚。\n"

    assert list(outline(source))[3:] == ["第二章", "第二章·第一节", "第二章·一、", "第二章·二、"]


def test_what_starts_counting_again_gets_one_prefix_throughout(outline):
    addresses = list(outline("一、甲。\n二、乙。\n一、丙。\n二、丁。\n三、戊。\n一、己。\n"))

    assert addresses == ["一、", "二、", "附件1·一、", "附件1·二、", "附件1·三、", "附件2·一、"]


def test_a_new_start_does_not_take_the_prefix_of_an_annex(outline):
    addresses = outline("意见\n一、做好甲。\n二、做好乙。\n一、做好丙。\n附件1\n方案\n一、做好丁。\n")

    assert "附件2·一、" in addresses
    assert addresses["附件1·一、"].own_text == "一、做好丁。"


def test_a_number_that_comes_twice_makes_two_addresses(outline):
    assert list(outline("一、甲\n（一）乙。\n（一）丙。\n")) == ["一、", "一、(一)", "续2·一、(一)"]


def test_headings_without_number_go_by_their_words(outline):
    addresses = outline("## 一、甲\n### 推进决策公开\n做。\n### 推进结果公开\n做。\n", markdown=True)

    assert list(addresses) == ["一、", "一、推进决策公开", "一、推进结果公开"]


@pytest.mark.parametrize("heading", ["付款", "重点事项", "有关条之说明"])
def test_words_of_a_heading_are_not_taken_for_paragraph_or_item(outline, heading):
    assert list(outline(f"## {heading}\n（一）甲。\n## 其他\n", markdown=True))[1] == f"{heading}(一)"


def test_headings_below_headings_are_set_off(outline):
    assert list(outline("## 要求\n### 目标\n做。\n## 措施\n做。\n", markdown=True)) == ["要求", "要求·目标", "措施"]
