import pytest

BEIJING, NATIONAL = "beijing-2014-work-points", "state-council-2014-work-points"
SHANGHAI, TABLE = "shanghai-2014-work-points", "city-2014-breakdown-table"


def row_of(table, address, column=0):
    return next(row for row in table.rows if any(part.provision.address == address for part in row.cells[column]))


def test_columns_begin_with_the_nation(whole):
    assert [document.id for document in whole.documents] == [NATIONAL, SHANGHAI, BEIJING]
    assert whole.names == ("国办", "上海", "北京")
    assert all(len(row.cells) == 3 for row in whole.rows)


def test_every_provision_that_says_something_stands_in_the_table(whole):
    for column, count in enumerate(whole.counts):
        placed = {part.provision.id for row in whole.rows for part in row.cells[column]}
        assert len(placed) == count


def test_what_corresponds_stands_in_one_row_and_what_is_missing_leaves_its_cell_empty(whole):
    row = row_of(whole, "六、二是")

    assert [[part.provision.address for part in cell] for cell in row.cells] == [["六、二是"], ["七、"], ["二、(七)"]]
    assert row_of(whole, "二、", column=1).cells[0] == ()


def test_of_a_provision_in_several_rows_each_shows_the_sentences_that_belong_there(whole):
    parts = {row.heading: part for row in whole.rows for part in row.cells[1] if part.provision.address == "十、"}
    health = next(part for heading, part in parts.items() if "医疗" in heading)

    assert len(parts) > 1
    assert not health.is_whole
    assert any("医疗服务收费" in sentence for sentence in health.sentences)
    assert not any("招生" in sentence for sentence in health.sentences)


def test_all_that_is_shown_and_called_different_stands_in_its_document(whole):
    for row in whole.rows:
        for column, cell in enumerate(row.cells):
            shown = "".join(sentence for part in cell for sentence in part.sentences)
            assert all(
                sentence in part.provision.text
                for part in cell
                for sentence in part.sentences
                if not part.provision.cells
            )
            own = [
                word
                for said in row.differences
                if said.kind not in ("责任单位", "完成时限")
                for at, words in said.sides
                if at == column
                for word in words
            ]
            assert all(word in shown for word in own)


def test_a_topic_keeps_the_rows_that_speak_to_it(accidents):
    (row,) = accidents.rows

    assert [part.provision.address for cell in row.cells for part in cell] == ["六、二是", "七、", "二、(七)"]
    assert any("一般事故" in word for word in row.own_words(1))


def test_a_topic_alone_chooses_the_documents(comparer):
    table = comparer.compare([], "征地信息公开")

    assert {NATIONAL, TABLE, BEIJING, SHANGHAI} == {document.id for document in table.documents}
    assert any("征地" in row.heading for row in table.rows)


@pytest.mark.parametrize("names", [[], [BEIJING], ["no-such-document", BEIJING]])
def test_fewer_than_two_documents_give_no_rows(names, comparer):
    assert comparer.compare(names).rows == ()


def test_a_topic_that_nobody_speaks_of_gives_no_rows(comparer):
    assert comparer.compare([BEIJING, SHANGHAI], "火星移民计划").rows == ()
