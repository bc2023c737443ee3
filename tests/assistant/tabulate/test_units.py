from assistant.tabulate.units import compared, spoken, unit
from index.numerals import to_chinese


def test_frames_and_bare_headings_are_left_out_but_closing_paragraphs_are_not(library):
    addresses = [one.address for one in compared(library.document_provisions("shanghai-2014-work-points"))]

    assert addresses == [f"{to_chinese(number)}、" for number in range(1, 15)] + ["结语"]
    table = compared(library.document_provisions("city-2014-breakdown-table"))
    assert {one.kind for one in table} == {"行"}


def test_a_row_says_its_requirement_and_its_task_is_its_heading(library):
    row = library.provision("city-2014-breakdown-table", "四、第1行")

    assert unit(row).sentences[0] == "征地信息公开"
    assert all("牵头" not in sentence for sentence in spoken(row))


def test_bodies_in_brackets_are_not_what_is_required(library):
    assert all("牵头" not in one for one in spoken(library.provision("beijing-2014-work-points", "一、(一)")))
