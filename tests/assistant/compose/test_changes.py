from assistant.compose.contrast import lineages


def test_a_later_text_of_the_place_is_pointed_out_where_nobody_named_one(drafted):
    claim = drafted("预决算公开到什么程度？").claims[-1]

    assert claim.text.startswith("变化（公开细度")
    assert {support.document.id for support in claim.supports} == {
        "beijing-2014-work-points",
        "beijing-2016-implementation-opinion",
    }


def test_a_question_that_names_its_document_gets_that_document_alone(drafted):
    draft = drafted("北京2014年要点对预决算公开到什么程度？")

    assert {support.document.id for claim in draft.claims for support in claim.supports} == {"beijing-2014-work-points"}


def test_silence_is_no_contradiction(drafted):
    for question in ("征地信息公开什么内容", "政策解读材料什么时候发布？", "政府采购信息要公开什么？"):
        assert not any(claim.sides for claim in drafted(question).claims)


def test_a_change_in_one_document_is_told_beside_the_earlier_one_of_its_place(drafted):
    draft = drafted("2016年实施意见对教育培训的要求有什么变化？")

    assert set(draft.question.documents) >= {"beijing-2014-work-points", "beijing-2016-implementation-opinion"}
    assert any(claim.text.startswith("变化") for claim in draft.claims)


def test_where_nothing_is_held_to_compare_with_that_is_said(drafted):
    assert "没有可与这份文件比较" in drafted("条例对不予公开的规定有什么变化").notices[0]


def test_documents_follow_each_other_in_one_place_or_as_rule_and_what_carries_it_out(catalogue):
    class Said:
        def __init__(self, document_id):
            self.entry = catalogue.entry(document_id)
            self.year = max(self.entry.years)

    ids = ("beijing-2016-implementation-opinion", "beijing-2014-work-points", "disclosure-regulation-2019")
    pairs = lineages([Said(name) for name in ids], catalogue)
    found = [(older.entry.document.id, newer.entry.document.id) for older, newer in pairs]

    assert found == [(ids[1], ids[0]), (ids[1], ids[2])]
    assert lineages([Said("shanghai-2014-work-points"), Said(ids[0])], catalogue) == []
