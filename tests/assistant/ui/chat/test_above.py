from assistant.answer import Answer, Outcome, Table
from assistant.ui.chat.above import above_table, repeats

BEIJING, SHANGHAI = "《北京要点》", "《上海要点》"
TEXT = f"不同之处——北京：甲；上海：乙。[1][2]\n{BEIJING}二、(七)：\n事故：甲。[1]\n{SHANGHAI}七、：\n乙。[2]"


def answer(text=TEXT, table=None):
    return Answer(question="", status=Outcome.ANSWERED, text=text, table=table)


def test_what_the_cells_say_does_not_stand_above_them_too():
    table = Table(columns=(BEIJING, SHANGHAI), rows=(("事故：甲。[1]", "乙。[2]"),))

    assert above_table(answer(table=table)) == ["不同之处——北京：甲；上海：乙。[1][2]"]


def test_what_the_cells_do_not_say_keeps_its_label():
    table = Table(columns=(BEIJING, SHANGHAI), rows=(("事故：甲。[1]", "未见对应规定"),))

    assert above_table(answer(table=table))[1:] == [f"{SHANGHAI}七、：", "乙。[2]"]


def test_a_table_of_other_things_leaves_the_answer_whole():
    table = Table(columns=("文件", "年份"), rows=((BEIJING, "2014[1]"),))

    assert not repeats(answer(table=table))
    assert above_table(answer(table=table)) == TEXT.splitlines()
    assert above_table(answer()) == TEXT.splitlines()


def test_a_task_told_with_its_name_is_told_by_the_row_that_has_the_name():
    table = Table(columns=("条款", "任务", "职责"), rows=(("一、", "预算公开", "市财政局牵头。[1]\n预算公开。[2]"),))
    text = f"市财政局：查到1项。\n预算公开：市财政局牵头。[1]\n预算公开。[2]\n——{BEIJING}"

    assert above_table(answer(text, table)) == ["市财政局：查到1项。", f"——{BEIJING}"]


def test_the_only_document_that_speaks_is_named_by_its_column():
    table = Table(columns=(BEIJING, SHANGHAI), rows=(("甲。[1]", "未见对应规定"),))

    assert above_table(answer(f"上海未见对应规定。\n甲。[1]\n——{BEIJING}二、", table)) == ["上海未见对应规定。"]
