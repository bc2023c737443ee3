def test_a_paragraph_that_counts_aloud_is_cut_into_items(outline):
    source = "一、公开\n坚持依法。一是推进甲。做甲。二是推进乙。做乙。尾巴。\n二、其他。做。\n"

    provisions = outline(source)

    assert list(provisions) == ["一、", "一、一是", "一、二是", "二、"]
    assert provisions["一、"].own_text == "一、公开\n坚持依法。"
    assert provisions["一、二是"].own_text == "二是推进乙。做乙。尾巴。"


def test_a_count_that_does_not_reach_two_is_running_text(outline):
    assert list(outline("一、公开。一是推进甲。做甲。\n")) == ["一、"]


def test_a_count_must_start_at_one(outline):
    assert list(outline("一、公开。做好工作，二是推进甲，三是推进乙。\n")) == ["一、"]


def test_a_number_inside_a_clause_does_not_count(outline):
    assert list(outline("一、公开。其中之一是甲，其中之二是乙。\n")) == ["一、"]


def test_items_may_follow_a_colon_and_be_parted_by_semicolons(outline):
    assert list(outline("一、问题：一是甲；二是乙；三是丙。\n")) == ["一、", "一、一是", "一、二是", "一、三是"]


def test_articles_are_not_cut(outline):
    assert list(outline("第一条 要求：一是甲；二是乙。\n")) == ["第一条"]


def test_counted_lines_are_items_too(outline):
    provisions = outline("一、甲\n一是乙。做乙。\n二是丙。做丙。\n又丙。\n")

    assert provisions["一、二是"].own_text == "二是丙。做丙。\n又丙。"


def test_a_count_that_fills_the_line_of_its_first_item_goes_on_beside_it(outline):
    provisions = outline("一、底座\n一是建云。二是汇聚。\n三是保安全。四是培训。\n二、其他。做。\n")

    assert list(provisions) == ["一、", "一、一是", "一、二是", "一、三是", "一、四是", "二、"]
    assert provisions["一、一是"].own_text == "一是建云。"
    assert provisions["一、四是"].own_text == "四是培训。"
