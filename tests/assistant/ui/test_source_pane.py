from dataclasses import replace

import pytest

from assistant.ui.neighbours import find
from assistant.ui.source_pane import no_source, source
from assistant.ui.texts import TEXTS

ZH = TEXTS["zh"]


@pytest.fixture
def citations(answering):
    return answering.ask("问").citations


def pane(citation, sources):
    return source(citation, f"1-{citation.marker}", sources, ZH)


def test_the_pane_says_whose_words_these_are(citations, sources):
    digest, official = pane(citations[1], sources), pane(citations[2], sources)

    assert '<span class="badge origin-digest">要旨（非原文）</span>' in digest
    assert '<span class="badge origin-official">原文</span>' in official


def test_the_quote_is_marked_across_the_documents_line_ends(citations, sources):
    expected = "<mark>各区县政府应在2014年&#10;年底前公开政府预决算、部门预决算和“三公”经费预决算</mark>"

    assert expected in pane(citations[2], sources)


def test_a_carried_row_stands_beside_the_row_it_carries_from(citations, sources):
    page = pane(citations[0], sources)

    assert "承上栏：本行未单独填写的内容，沿用 三、第1行 所填。" in page
    assert "三、第2行（本行）" in page
    assert "三、第1行（上栏）" in page
    assert '<td class="carries">年内 <span class="badge carried" title="三、第1行">承上栏</span></td>' in page
    assert "<td><mark>市财政局牵头</mark></td>" in page
    assert '<td class="aside">预算和决算公开</td>' in page


def test_a_row_is_read_as_column_and_value(citations, sources):
    page = pane(citations[1], sources)

    assert '<tr><th scope="row">完成时限</th><td><mark>年内</mark></td></tr>' in page
    assert "注意：标点缺失" in page


def test_what_is_not_known_is_said(citations, sources):
    assert "<dt>文号</dt><dd>资料库未载</dd>" in pane(citations[1], sources)


def test_neighbours_stand_around_the_provision(citations, sources):
    page = pane(citations[2], sources)

    assert page.index("三、(十一)") < page.index("三、(十二)") < page.index("<mark>")
    assert page.index("<mark>") < page.index("三、(十四)") < page.index("三、(十五)")


def test_a_provision_the_document_no_longer_has_is_shown_from_the_citation(citations, sources):
    page = pane(replace(citations[2], address="九、"), sources)

    assert "<mark>" in page
    assert page.index("<mark>") < page.index("三、(十一)")


def test_a_quote_that_cannot_be_placed_is_shown_beside_the_text(citations, sources):
    page = pane(replace(citations[2], quote="别处的话"), sources)

    assert "<mark>" not in page
    assert "<q>别处的话</q>" in page


def test_another_spelling_of_the_address_is_found(sources):
    provisions = sources.document_provisions("fictional-2014-work-points")
    aliased = [*provisions[:-1], replace(provisions[-1], aliases=("第十五项",))]

    assert find(aliased, "第十五项") is aliased[-1]
    assert find(aliased, "第十六项") is None


def test_the_empty_pane_lists_the_documents(sources):
    page = no_source(sources.documents(), ZH)

    assert "《某市2014年政府信息公开工作要点》" in page
    assert "某政办发〔2014〕28号 · 2014-04-30" in page


def test_what_no_answer_cites_is_not_called_cited(citations, sources):
    opened = source(replace(citations[2], quote=""), "p~fictional-2014-work-points/", sources, ZH)

    assert "打开的条款" in opened
    assert "所依据的条款" not in opened
    assert "所依据的条款" in pane(citations[2], sources)
