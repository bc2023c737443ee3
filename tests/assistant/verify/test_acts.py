import pytest

from assistant.verify.acts import bears_out, is_verdict, said_of


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("行政机关应当主动公开下列信息", "应当公开"),
        ("加大医疗服务收费信息公布力度", "要公布"),
        ("加大收费信息公开力度，名录要公布", "要公开"),
        ("国家秘密不予公开", "不予公开"),
        ("过程性信息，可以不予公开。规定上述信息应当公开的，从其规定", "可以不予公开"),
        ("不得公开。但是，第三方同意的，予以公开", None),
        ("除涉密内容外，应当公开", None),
        ("建立健全政府信息公开审查机制", None),
        ("应当公开，也可以不予公开", None),
    ],
)
def test_a_sentence_says_one_thing_of_an_act_or_nothing(words, said):
    assert said_of("公开", words) == said


def test_an_act_that_is_not_spoken_of_is_not_judged():
    assert said_of("培训", "应当公开") is None


@pytest.mark.parametrize("verdict", ["要公开。", "应当公开。", "可以公开。"])
def test_a_verdict_that_turns_its_source_round_is_not_borne_out(verdict):
    assert is_verdict(verdict)
    assert not bears_out(verdict, ["国家秘密不予公开"])
    assert bears_out("不予公开。", ["国家秘密不予公开"])


def test_a_sentence_is_no_verdict():
    assert not is_verdict("行政机关应当公开。")
