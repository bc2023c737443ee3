import pytest

from assistant.compose.sentences import WHOLE_ARTICLE_CHARS, WHOLE_CHARS, WINDOW_CHARS, best_sentences, sentences

LOST = "标点缺失"


def texts(found):
    return [sentence.text for sentence in found]


@pytest.mark.parametrize(
    ("own_text", "body"),
    [
        ("第五条 公开应当及时。", "公开应当及时。"),
        ("第三十三条之一　公开应当及时。", "公开应当及时。"),
        ("（十三）公开应当及时。", "公开应当及时。"),
        ("三、公开应当及时。", "公开应当及时。"),
    ],
)
def test_the_number_in_front_is_left_out(own_text, body, provision):
    assert texts(sentences(provision(own_text))) == [body]


def test_the_heading_is_left_out_though_its_words_come_again(provision):
    heading = "推进征地信息公开"

    found = sentences(provision(f"（四）{heading}。{heading}要加强。", heading=heading))

    assert texts(found) == ["推进征地信息公开要加强。"]


@pytest.mark.parametrize(
    ("trailing", "kept"),
    [
        ("（市环保局、市水务局分别牵头落实）", ["水质按月公开。"]),
        ("（市政府（含派出机构）负责）", ["水质按月公开。"]),
        ("（涉密的除外）", ["水质按月公开。", "（涉密的除外）"]),
    ],
)
def test_bodies_in_brackets_behind_are_left_out_and_other_brackets_stay(trailing, kept, provision):
    assert texts(sentences(provision(f"水质按月公开。{trailing}"))) == kept


def test_a_provision_that_is_only_its_number_and_heading_is_itself(provision):
    (only,) = best_sentences(provision("一、总体要求", heading="总体要求"), "要求", most=2)

    assert only.text == "一、总体要求"


def test_every_offset_points_at_the_very_words(catalogue):
    cut = [
        (provision, sentence)
        for entry in catalogue.entries
        for provision in catalogue.provisions(entry.document.id)
        for sentence in [*sentences(provision), *best_sentences(provision, "信息公开的时限", most=3)]
        if provision.own_text
    ]

    assert len(cut) > 500
    for provision, sentence in cut:
        assert provision.own_text[sentence.start : sentence.start + len(sentence.text)] == sentence.text


def test_a_short_provision_comes_whole(provision):
    words = "甲事公开。乙事不公开。"

    assert texts(best_sentences(provision(words), "甲事", most=1)) == [words]


def test_an_article_comes_whole_sooner_than_a_numbered_part(provision):
    words = "其他事项另行规定，" * (WHOLE_CHARS // 8) + "不在此列。甲事公开。"

    assert texts(best_sentences(provision(words, kind="条"), "甲事", most=1)) == [words]
    assert texts(best_sentences(provision(words, kind="（一）"), "甲事", most=1)) == ["甲事公开。"]


def test_of_a_long_provision_the_sentences_on_the_topic_come_in_reading_order(provision):
    other = "其他事项另行规定，" * (WHOLE_ARTICLE_CHARS // 8) + "不在此列。"

    found = best_sentences(provision(f"征地批复要公开。{other}征地补偿要公开。"), "征地", most=2)

    assert texts(found) == ["征地批复要公开。", "征地补偿要公开。"]


def test_a_second_sentence_that_says_little_of_the_topic_stays_away(provision):
    other = "其他事项另行规定，" * (WHOLE_ARTICLE_CHARS // 8) + "补偿不在此列。"

    found = best_sentences(provision(f"{other}征地补偿标准要公开。"), "征地补偿标准", most=2)

    assert texts(found) == ["征地补偿标准要公开。"]


def test_nothing_is_quoted_where_no_sentence_has_what_is_wanted(provision):
    assert best_sentences(provision("公开应当及时。"), "公开", most=2, among=lambda text: "日" in text) == []


def test_a_text_without_punctuation_is_quoted_by_the_stretch_on_the_topic(provision):
    clauses = [f"第{number}类事项逐步推进." for number in range(60)]
    clauses[40] = "征地批复应当公开."
    unpunctuated = provision("".join(clauses), warnings=(LOST,))

    (found,) = best_sentences(unpunctuated, "征地批复", most=2)

    assert "征地批复应当公开" in found.text
    assert len(found.text) <= WINDOW_CHARS + len(clauses[0])
    assert unpunctuated.own_text[found.start :].startswith(found.text)


def test_a_stretch_without_what_is_wanted_is_not_quoted(provision):
    unpunctuated = provision("征地批复应当公开.范围要明确.", warnings=(LOST,))

    assert best_sentences(unpunctuated, "征地", most=1, among=lambda text: "年底" in text) == []


def test_what_stands_in_every_sentence_does_not_tell_them_apart(provision):
    first = "领导小组统一领导政务公开领导小组的工作，研究领导小组的重大事项，" + "部署各项任务。" * 14
    words = f"{first}领导小组负责协调。常务副市长任组长，秘书长任副组长。领导小组办公室设在办公厅。"

    (found, *_) = best_sentences(provision(words, kind="部分"), "领导小组组长副组长", most=1)

    assert found.text == "常务副市长任组长，秘书长任副组长。"


def test_who_holds_an_office_is_a_sentence_of_a_cover_letter_and_an_addressee_is_none(provision):
    letter = provision("各镇人民政府：\n名单通知如下。\n组　长：张　某　　副镇长\n", kind="框", address="通知")

    assert texts(sentences(letter)) == ["名单通知如下。", "组　长：张　某　　副镇长"]


def test_a_list_is_not_cut_where_punctuation_is_lost(provision):
    filling = "各有关单位要把库房的各项工作认真细致地抓好落实到位." * 3
    own_text = (
        f"优先开放库房的办法由仓储处会同各镇另行制定并向社会公布.{filling}"
        "优先开放粮食.棉花.油料.蔬菜.水果.茶叶.木材.竹材.药材等各类专门用途的库房.其余库房由仓储处另行安排并予以公布."
    )

    (window,) = best_sentences(provision(own_text, warnings=(LOST,)), "优先开放哪些库房", most=2)

    assert window.text.endswith("药材等各类专门用途的库房.")
