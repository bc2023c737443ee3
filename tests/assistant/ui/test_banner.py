from assistant.ui.banner import banner
from assistant.ui.texts import TEXTS


def test_the_banner_says_what_it_answers_from(sources):
    words = banner(sources.documents(), TEXTS["zh"])

    assert "政府信息公开答询助手" in words
    assert "仅供参考，须经人工审核" in words
    assert "依据资料库中的 2 份文件作答（其中 1 份为要旨，非原文），文件最晚发布于 2014-04-30" in words


def test_an_empty_library_is_said():
    assert "no documents yet" in banner((), TEXTS["en"])
