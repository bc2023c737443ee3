from index.parse.document import parse
from index.parse.flatten import uncovered
from index.parse.lines import Line


def provisions_of(source):
    return list(parse("text", source, markdown=False).provisions)


def test_a_provision_owns_its_words_and_shows_those_of_its_children():
    source = "一、甲\n总起。\n（一）乙。做乙。\n"

    part, item = provisions_of(source)

    assert part.own_text == "一、甲\n总起。"
    assert part.text == "一、甲\n总起。\n（一）乙。做乙。"
    assert (item.parent, item.id) == ("一、", "text#一、(一)")


def test_an_item_of_an_article_is_read_with_its_lead_in():
    provisions = provisions_of("第一条 甲。\n应当公开：\n（一）乙；\n（二）丙。\n")

    assert provisions[-1].lead_in == "应当公开："
    assert provisions[-1].shown_text == "应当公开：\n（二）丙。"


def test_the_division_of_an_item_is_read_with_the_item_too():
    provisions = provisions_of("第一条 应当公开：\n（一）乙，包括：\n1.丙；\n2.丁。\n")

    assert provisions[-1].lead_in == "第一条 应当公开：\n（一）乙，包括："


def test_items_under_parts_have_no_lead_in():
    assert [p.lead_in for p in provisions_of("一、甲\n（一）乙。\n1.丙。\n")] == ["", "", ""]


def test_an_article_with_several_paragraphs_owns_no_words():
    article, *paragraphs = provisions_of("第一条 甲。\n乙。\n")

    assert article.own_text == ""
    assert article.text == "第一条 甲。\n乙。"
    assert [p.own_text for p in paragraphs] == ["第一条 甲。", "乙。"]


def test_words_that_no_provision_owns_are_reported():
    source = "一、甲。做甲。\n二、乙。做乙。\n三、丙。做丙。\n"
    first, _, third = provisions_of(source)

    assert uncovered([first, third], source, []) == ["二、乙。做乙。"]
    assert uncovered([first, third], source, [Line("二、乙。做乙。", 8, 15)]) == []


def test_words_at_either_end_are_reported():
    source = "一、甲。做甲。\n二、乙。做乙。\n三、丙。做丙。\n"
    second = provisions_of(source)[1]

    assert len(uncovered([second], source, [])) == 2


def test_blanks_and_markdown_signs_are_no_loss():
    assert uncovered([], " \n## \n| --- |\n\u3000\ufeff", []) == []
