import pytest

from assistant.compose.excerpt import excerpt_claims, figure_claims, timed_claims
from assistant.compose.quantity import figure_asked

TABLE, REGULATION = "city-2014-breakdown-table", "disclosure-regulation-2019"


def test_a_row_gives_its_requirement(library):
    row, table = library.provision(TABLE, "三、第2行"), library.document(TABLE)

    (claim,) = excerpt_claims(row, table, "三公经费")

    assert claim.text.startswith("对以下信息作细化说明")
    assert "牵头" not in claim.text
    assert claim.supports[0].quote == claim.text


def test_a_row_without_requirement_gives_nothing(provision, document):
    assert excerpt_claims(provision("| 年报 |", kind="行", cells=()), document(), "年报", most=1)
    assert figure_claims(provision("年报。"), document(), "年报", figure_asked("要多少次")) == []


def test_a_lead_in_gives_its_whole_list(library):
    article, regulation = library.provision(REGULATION, "第二十条"), library.document(REGULATION)

    (claim,) = excerpt_claims(article, regulation, "主动公开")

    assert "（一）行政法规" in claim.text
    assert "（十五）" in claim.text
    assert claim.supports[0].quote == article.text


def test_line_breaks_leave_the_claim_and_stay_in_the_quote(provision, document):
    words = "各区县政府应于2014\n年底前公开。"

    (claim,) = timed_claims(provision(words), document(), "公开")

    assert claim.text.startswith("年底前")
    assert claim.supports[0].quote in words


def test_only_sentences_with_a_time_are_timed(provision, document):
    two = provision("申请人应当补正。行政机关在7个工作日内告知。")

    assert [claim.text for claim in timed_claims(two, document(), "补正")] == ["行政机关在7个工作日内告知。"]


def test_figures_are_given_in_the_sentence_that_has_them(provision, document):
    two = provision("培训要抓好。业务培训每年不少于10课时。")

    claims = figure_claims(two, document(), "培训", figure_asked("每年培训多少课时"))

    assert [claim.text for claim in claims] == ["业务培训每年不少于10课时。"]


@pytest.mark.parametrize("topic", ["征地信息", "食品药品", "时限", ""])
def test_every_excerpt_is_quoted_word_for_word(topic, catalogue):
    for entry in catalogue.entries:
        for provision in catalogue.provisions(entry.document.id):
            for claim in excerpt_claims(provision, entry.document, topic):
                assert claim.supports[0].quote in provision.shown_text
