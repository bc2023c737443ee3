import pytest

from assistant.short_bodies import bodies_called, is_shortened

ACTORS = ("市国土资源局", "市环保局", "市教委", "人力资源社会保障部", "市人社局", "司法部", "市司法局", "农业农村部")


@pytest.mark.parametrize(
    ("spoken", "actors"),
    [
        ("国土那边要牵头哪几件", ("市国土资源局",)),
        ("环保部门干什么", ("市环保局",)),
        ("教委负责什么", ("市教委",)),
        ("教育局负责什么", ("市教委",)),
        ("人社部负责哪几项", ("人力资源社会保障部",)),
        ("人社局负责哪几项", ("市人社局",)),
        ("人社系统要做什么", ("人力资源社会保障部", "市人社局")),
        ("司法部有哪些任务", ("司法部",)),
        ("给司法局派了什么活", ("市司法局",)),
        ("给农业派了什么任务", ("农业农村部",)),
    ],
)
def test_a_shortened_name_means_the_bodies_whose_names_it_stands_for(spoken: str, actors: tuple[str, ...]) -> None:
    assert bodies_called(spoken, ACTORS) == actors


@pytest.mark.parametrize("said", ["教育经费怎么公开", "环保信息多久公布一次", "国土面积是多少", "农业办法有哪些"])
def test_a_word_for_the_matter_means_no_body(said: str) -> None:
    assert bodies_called(said, ACTORS) == ()


def test_a_name_shortened_by_its_own_characters_needs_no_remark() -> None:
    assert is_shortened("国土那边管什么", "市国土资源局")
    assert is_shortened("人社部负责什么", "人力资源社会保障部")
    assert not is_shortened("应急局负责什么", "市安监局")
