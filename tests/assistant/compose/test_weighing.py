import pytest

from assistant.compose.sentences import WHOLE_ARTICLE_CHARS, best_sentences
from assistant.compose.weighing import weighing
from assistant.understand.stage import Asked, understand

FILLER = "仓储工作要坚持从实际出发，统筹兼顾，稳步推进，" * (WHOLE_ARTICLE_CHARS // 20) + "务求实效。"


@pytest.fixture
def quoted(catalogue, source, provision):
    """The sentences of made-up words that answer a question."""

    def quote(words, question, most=1):
        weigh = weighing(understand(Asked(question), catalogue), source)
        return [sentence.text for sentence in best_sentences(provision(words, kind="部分"), weigh, most=most)]

    return quote


def test_of_sentences_with_the_same_words_the_one_with_the_figure_is_worth_more(catalogue, source):
    weigh = weighing(understand(Asked("库房面积底线多少平方米"), catalogue), source)

    worth = weigh(["库房面积的底线要合理。", "库房不少于50平方米。"]).whole

    assert worth[1] > worth[0]


def test_each_thing_asked_gets_its_own_sentence(quoted):
    first = "库房账册每3年更换1次，库房账册更换由管理员承担。"
    other = "库房账册更换情况每3年更换库房管理员时一并查验。"
    second = "货架目录原则上每5年修订1次。"

    found = quoted(f"{first}{other}{FILLER}{second}", "库房账册多长时间更换一次？货架目录呢？")

    assert first in found
    assert second in found


def test_what_holds_where_something_is_lacking_is_told_from_what_holds_where_it_is_there(catalogue, source):
    there = "专门管理员要参加库房会议。"
    lacking = "未设专门管理员的，由邻近库房代管。"

    weigh = weighing(understand(Asked("我们这里没有专门管理员的库房怎么办"), catalogue), source)

    worth = weigh([there, lacking]).whole

    assert worth[1] > worth[0]


def test_meaning_finds_what_other_words_say(quoted):
    found = "企业应当缴纳税款。"

    assert quoted(f"库房应当保持整洁。{FILLER}{found}", "公司怎么交税") == [found]


def test_one_chance_word_does_not_count_as_all_of_a_question(quoted):
    chance = "政务新媒体播放节目须有资质。"
    found = "内容发布实行审核，严把政治关、法律关、文字关。"

    assert found in quoted(f"{chance}{FILLER}{found}", "政务号发稿前要守住哪几道关", most=2)


def test_a_stretch_without_punctuation_begins_with_what_is_asked_about(catalogue, source, provision):
    clauses = [f"第{number}类事项逐步推进." for number in range(60)]
    clauses[40:42] = ["货架检修分三个等级.", "每月检修一次."]
    weigh = weighing(understand(Asked("货架检修多久一次"), catalogue), source)

    (found,) = best_sentences(provision("".join(clauses), warnings=("标点缺失",)), weigh, most=1)

    assert "货架检修分三个等级.每月检修一次." in found.text
    assert found.text.index("货架检修") < len(found.text) / 2


def test_a_short_provision_comes_whole_where_several_things_are_asked(catalogue, source, provision):
    words = "管理员参保满1年的，可以申领补贴。所需资金由失业保险基金列支。"
    weigh = weighing(understand(Asked("参保几年能领补贴？钱从哪里出？"), catalogue), source)

    (found,) = best_sentences(provision(words), weigh, most=2, among=lambda text: "1年" in text)

    assert found.text == words


def test_what_goes_on_about_the_best_sentence_comes_with_it(quoted):
    first = "查处倒卖货架的案件要加强管理。"
    further = "此类情况应当写明货名、数额、经过等。"
    found = quoted(f"{first}{further}{FILLER}", "倒卖货架的案件要细化到什么程度", most=2)

    assert found == [first, further]
