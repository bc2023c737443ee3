"""Fictional documents, called by some words of their titles."""

import pytest

from assistant.calling import call_beside
from assistant.catalogue import Catalogue
from assistant.opening import ready_generation
from assistant.settings import Settings
from assistant.understand.stage import Asked, understand
from index.embed import open_embedder, shipped_model
from index.library import Library

TEXTS = {
    "canteen": """国务院办公厅关于深入开展厨余回收助力节约型食堂建设的指导意见
国办发〔2031〕77号
各单位食堂应当分类投放，现就开展厨余回收助力食堂建设的意见通知如下。
一、总体要求
坚持源头减量。
二、保障措施
机关事务部门负责。
""",
    "patrol": """国务院关于全面推行河湖巡查公示制度巡查记录制度的意见
国发〔2031〕8号
为推行河湖巡查公示制度、巡查记录制度（以下统称“两项制度”），提出以下意见。
一、总体要求
巡查员应当当日写出巡查记录意见，报水利部门。
""",
    "reading": """国务院关于印发国家少年儿童阅读提升实施方案的通知
国发〔2032〕9号
一、主要任务
学校每学期举办读书活动。
""",
    "reading-council": """国务院关于同意建立少年儿童阅读部际联席会议制度的批复
国函〔2032〕10号
同意建立联席会议制度。
""",
    "greenway-2031": """绿道养护工作要点
2031年3月1日
一、主要任务
更换路灯。
""",
    "lamps": """关于全面推行灯光巡检机制的意见
2033年5月1日
一、主要任务
灯光巡检意见报城管部门。
""",
    "greenway-2032": """关于绿道养护的年度工作要点
2032年3月1日
一、主要任务
修补路面。
""",
}


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    folder = tmp_path_factory.mktemp("called")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    settings = Settings(library=folder / "library", documents=(folder,), model=shipped_model())
    embedder = open_embedder(settings.model)
    return Catalogue(Library(ready_generation(settings, embedder, lambda *_: None), embedder), {})


@pytest.fixture
def read(held):
    return lambda question: understand(Asked(question), held)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("厨余回收意见里谁负责？", "canteen"),
        ("按照厨余回收指导意见，垃圾怎么投放？", "canteen"),
        ("厨余回收那个文件要求谁负责？", "canteen"),
        ("要介绍节约型食堂建设那份意见的框架，分几块？", "canteen"),
        ("《厨余回收意见》谁负责？", "canteen"),
        ("食堂77号文谁负责？", "canteen"),
        ("开展厨余回收助力食堂建设的意见里谁负责？", "canteen"),
        ("活动要办多少（少儿阅读方案）", "reading"),
        ("两项制度那个文件谁负责？", "patrol"),
        ("两项制度意见谁负责？", "patrol"),
        ("少儿阅读方案里学校做什么？", "reading"),
        ("少年儿童阅读批复里同意了什么？", "reading-council"),
        ("国发2031年8号文谁负责？", "patrol"),
    ],
)
def test_words_of_a_title_with_its_kind_name_the_document(question, name, read):
    understood = read(question)

    assert understood.documents == (name,)
    assert understood.named


@pytest.mark.parametrize(
    "question",
    [
        "厨余回收由谁负责？",
        "少年儿童阅读怎么推进？",
        "巡查记录意见报给谁？",
        "征求意见要多久？",
        "工作方案由谁批准？",
        "我们单位的厨余回收方案报给谁？",
        "自己编的那份实施方案报给谁？",
        "听取食堂意见后怎么办？",
    ],
)
def test_a_subject_or_a_thing_names_no_document(question, read):
    assert read(question).documents is None


def test_what_fits_two_documents_equally_well_names_neither(read):
    assert read("少年儿童阅读那个文件谁负责？").documents is None
    assert read("绿道养护那个文件修什么？").documents is None


def test_another_years_document_of_that_name_is_not_the_one_that_is_held(read):
    assert read("2019年的厨余回收意见谁负责？").documents != ("canteen",)


def test_the_year_said_tells_which_of_two_documents_its_words_name(read):
    understood = read("2032年绿道养护要点里修补什么？")

    assert understood.documents == ("greenway-2032",)
    assert "绿道" not in understood.topic


def test_a_number_that_only_begins_alike_is_another_document(read):
    assert read("国发〔2031〕81号谁负责？").scope.missing


@pytest.mark.parametrize(
    "question",
    [
        "厨余回收那份意见里垃圾投放",
        "食堂那个77号文件里垃圾投放",
        "按国办发〔2031〕77号，垃圾投放",
        "国办发2031年77号文件里垃圾投放",
        "垃圾投放（国办发〔2031〕77号）",
        "那份厨余回收的意见里垃圾投放",
    ],
)
def test_the_words_of_the_name_are_no_topic(question, read):
    assert read(question).topic == "垃圾投放"


def test_the_words_beside_a_name_that_are_none_of_it_stay_the_topic(read):
    assert read("学校食堂按国办发〔2031〕77号怎么投放").topic.startswith("学校食堂")


def test_a_thing_of_which_the_texts_speak_names_a_document_beside_another_or_with_its_year(read):
    assert read("巡查记录意见报给谁？").documents is None
    assert set(read("厨余回收意见和巡查记录意见报给谁？").documents) == {"canteen", "patrol"}
    assert set(read("巡查记录意见和厨余回收意见报给谁？").documents) == {"canteen", "patrol"}
    assert read("灯光巡检意见报给谁？").documents is None
    assert read("2033年的灯光巡检意见报给谁？").documents == ("lamps",)


def test_documents_of_one_issuer_and_year_are_told_apart(held):
    called = call_beside([held.entry("canteen"), held.entry("patrol"), held.entry("reading")])

    assert len(set(called.values())) == 3
    assert called["reading"] == "国家少年儿童阅读提升实施方案"
