import pytest

from assistant.comparison.pieces import clauses, items


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("公开预算，细化内容。逐步推进", ["公开预算", "细化内容", "逐步推进"]),
        ("细颗粒物PM2.5等数据.实时发布", ["细颗粒物PM2.5等数据", "实时发布"]),
        ("除依法应当保密的内容外，公开报告全文，提高比例", ["除依法应当保密的内容外，公开报告全文", "提高比例"]),
        ("对不公开的信息，应当说明理由。", ["对不公开的信息", "应当说明理由"]),
        ("", []),
    ],
)
def test_clauses_end_at_marks_but_a_condition_stays_with_what_follows(text, cut):
    assert clauses(text) == cut


def test_members_stand_between_commas_of_lists_and_brackets():
    text = "公开批复、范围（含附图）、安置"

    assert [text[start:end] for start, end in items(text, (2, len(text)))] == ["批复", "范围", "含附图", "安置"]
