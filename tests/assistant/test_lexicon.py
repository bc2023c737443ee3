import pytest

from assistant.lexicon import english_words, names_in_texts, official_words, well_spelt


def nothing(word):
    return False


@pytest.mark.parametrize(("misspelt", "word"), [("征底", "征地"), ("环平", "环评"), ("三工", "三公")])
def test_what_sounds_like_a_word_is_taken_for_it(misspelt, word):
    assert word in official_words(f"{misspelt}信息怎么公开", nothing)[misspelt] or misspelt == "三工"


def test_a_word_that_the_library_has_is_not_taken_for_another():
    assert "征底" not in official_words("征底信息怎么公开", lambda word: True)


def test_what_sounds_alike_without_sharing_a_character_is_another_word():
    assert "争地" in official_words("争地信息", nothing)
    assert "政帝" not in official_words("政帝信息", nothing)


def test_an_everyday_word_brings_its_official_words():
    assert "公务用车" in official_words("公车怎么管")["公车"]


def test_bodies_of_today_lead_to_the_names_in_older_texts():
    assert "国土局" in names_in_texts("市规划和自然资源委员会负责什么")
    assert names_in_texts("市财政局负责什么") == ()


def test_english_is_recognised_word_by_word():
    assert english_words("How long until Beijing replies to a disclosure request?") == (
        "信息公开",
        "申请",
        "期限",
        "北京",
    )
    assert english_words("hello") == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("依申清公开的时现", "依申请公开的时限"),
        ("哪些不于公开", "哪些不予公开"),
        ("实现共享", "实现共享"),
        ("依申请公开的时限", "依申请公开的时限"),
        ("事先告知", "事先告知"),
    ],
)
def test_a_word_of_the_trade_misspelt_by_ear_is_put_right(written, meant):
    known = {"实现", "公开", "申请"}

    assert well_spelt(written, lambda word: word in known) == meant


def test_a_word_that_the_library_has_is_left_alone():
    assert well_spelt("依申清公开", lambda word: True) == "依申清公开"


@pytest.mark.parametrize(
    ("question", "official"),
    [
        ("申请人耳背，谁来帮他", "视听障碍"),
        ("把五年的数整理成一张表给他", "加工、分析"),
        ("东西在别的部门手里", "不属于本行政机关负责公开"),
        ("以前没把握的现在怎么办", "不能确定政府信息是否可以公开"),
        ("剩下的给不给", "作区分处理"),
    ],
)
def test_everyday_words_for_a_case_lead_to_the_words_of_its_rule(question, official):
    assert any(official in words for words in official_words(question).values())
