import pytest


def test_a_paragraph_beyond_what_the_other_parts_have_closes_the_document(outline):
    provisions = outline("一、甲。做甲。\n二、乙。做乙。\n三、丙。做丙。\n请各区抓紧落实。\n")

    assert provisions["结语"].own_text == "请各区抓紧落实。"
    assert provisions["三、"].text == "三、丙。做丙。"


def test_several_paragraphs_close_where_the_others_have_none(outline):
    provisions = outline("一、甲。做甲。\n二、乙。做乙。\n三、丙。做丙。\n请落实。\n请报送。\n")

    assert provisions["结语"].own_text == "请落实。\n请报送。"


def test_parts_with_a_heading_line_do_not_count_for_parts_without(outline):
    source = (
        "一、甲\n（一）目标。\n做甲。\n做乙。\n二、丙\n（二）丁。做丁。\n（三）戊。做戊。\n（四）己。做己。\n请报送。\n"
    )

    assert outline(source)["结语"].own_text == "请报送。"


def test_parts_of_uneven_length_have_no_closing(outline):
    source = "一、甲。做。\n又。\n二、乙。做。\n三、丙。做。\n又丙。\n"

    assert "结语" not in outline(source)


def test_one_peer_is_too_little_to_go_by(outline):
    assert "结语" not in outline("一、甲。做甲。\n二、乙。做乙。\n又乙。\n")


@pytest.mark.parametrize(
    "formula",
    ["特此通知。", "以上报告如无不妥，请批转各地执行。", "现将报告报送您，供审阅。感谢您对工作的关心和支持。"],
)
def test_set_phrases_of_letters_close_a_document_of_any_shape(outline, formula):
    assert outline(f"一、甲。做甲。\n又甲。\n二、乙。做乙。\n{formula}\n")["结语"].own_text == formula


def test_the_last_article_has_no_closing(outline):
    provisions = outline("第一条 甲。\n第二条 乙。\n第三条 丙。\n又丙。\n")

    assert list(provisions)[-1] == "第三条第二款"


def test_a_table_and_what_introduces_it_are_not_cut_off(outline):
    source = "一、甲。做甲。\n二、乙。做乙。\n三、丙。做丙。\n见下表。\n\n| 任务 | 时限 |\n|-|-|\n| 甲 | 年内 |\n"

    provisions = outline(source)

    assert list(provisions)[-1] == "三、第1行"
    assert "见下表。" in provisions["三、"].own_text
