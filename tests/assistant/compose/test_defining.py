import pytest

from assistant.catalogue import Catalogue
from assistant.compose.stage import compose
from assistant.retrieve.retriever import ProvisionRetriever
from assistant.retrieve.stage import retrieve
from assistant.source import Source
from assistant.understand.stage import Asked, understand
from index.build import read_documents
from index.embed import open_embedder, shipped_model
from index.generation import write_generation
from index.library import Library

TEXT = """---
id: lighthouse-rules
title: 灯塔管理办法
issuer: 海事局
issued: 2021-03-01
region: 全国
level: 国家
origin: official
---

灯塔管理办法

第一条 为规范灯塔管理，制定本办法。灯塔值守记录、巡检记录、维修记录（以下统称“三本账”）应当妥善保存。

第二条 本办法所称灯塔，是指为引导船舶航行设置的固定发光设施。

第三条 灯塔实行“亮、清、稳”（灯光常亮、镜面清洁、供电稳定）。“双岗制”守塔员（具备值守和维修资格的人员）每塔一名。

第四条 日常养护，即对灯具、镜面、电源的例行保养，每月不少于一次。

第五条 两班巡塔、当面交接（以下称对班制度试点）先行。

第六条 守塔员每年培训不少于十课时（海事局负责）。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lighthouse")
    (folder / "documents").mkdir()
    (folder / "documents" / "lighthouse-rules.md").write_text(TEXT, "utf-8")
    embedder = open_embedder(shipped_model())
    (folder / "generation").mkdir()
    write_generation(
        folder / "generation", read_documents([folder / "documents"]), embedder, progress=lambda *step: None
    )
    library = Library(folder / "generation", embedder)
    catalogue = Catalogue(library, {})
    source = Source(library.document_text, library.provision, library.embed, catalogue.rarity)

    def draft(question):
        asked = understand(Asked(question), catalogue)
        return compose(retrieve(asked, ProvisionRetriever(library=library), limit=20), catalogue, source)

    return draft


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("什么叫灯塔？", "本办法所称灯塔，是指为引导船舶航行设置的固定发光设施。"),
        ("什么样的设施算灯塔？", "本办法所称灯塔，是指为引导船舶航行设置的固定发光设施。"),
        ("“三本账”指的是什么", "灯塔值守记录、巡检记录、维修记录（以下统称“三本账”）应当妥善保存。"),
        ("灯塔管理办法里三本账是哪三本？", "灯塔值守记录、巡检记录、维修记录（以下统称“三本账”）应当妥善保存。"),
        ("灯塔管理办法里对班制度是什么意思？", "两班巡塔、当面交接（以下称对班制度试点）先行。"),
        ("日常养护是什么意思？", "日常养护，即对灯具、镜面、电源的例行保养，每月不少于一次。"),
    ],
)
def test_the_sentence_that_defines_answers(question, said, ask):
    assert [claim.text for claim in ask(question).claims] == [said]


@pytest.mark.parametrize(
    "question",
    ["“亮、清、稳”这三个字各指什么？", "要有“双岗制”守塔员，到底什么样的人才算？"],
)
def test_brackets_behind_a_word_may_define_it(question, ask):
    (claim,) = ask(question).claims

    assert "（灯光常亮" in claim.text or "（具备值守" in claim.text
    assert claim.supports[0].provision.address == "第三条"


def test_what_no_text_defines_is_not_defined(ask):
    assert ask("什么叫浮标？").claims == ()
