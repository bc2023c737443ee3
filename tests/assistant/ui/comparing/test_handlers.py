from types import SimpleNamespace

import pytest

from assistant.tabulate.table import Part, Row, Said, SideBySide
from assistant.ui.comparing.handlers import Handlers
from assistant.ui.downloads import Downloads
from assistant.ui.texts import TEXTS

ZH = TEXTS["zh"]


class Sources:
    """Sets two made-up documents side by side and remembers what was asked."""

    def __init__(self, documents, provisions):
        self.held, self.provisions, self.asked = documents, provisions, []

    def documents(self):
        return self.held

    def compare(self, document_ids, topic=""):
        self.asked.append((list(document_ids), topic))
        rows = () if topic == "火星" else self.rows()
        documents = tuple(self.held) if topic != "独一" else tuple(self.held[:1])
        return SideBySide(documents, ("某市", "方案"), (5, 4), topic, rows)

    def rows(self):
        left, right = (Part(provisions[2], (provisions[2].own_text,), is_whole=True) for provisions in self.provisions)
        said = Said("写明的内容", ((0, ("公开要细到支出功能分类的项级科目",)), (1, ())))
        return (Row("<b>预算</b>", ((left,), (right,)), (said,)), Row("只此一家", ((left,), ()), ()))


@pytest.fixture
def fake(sources):
    documents = sources.documents()
    return Sources(documents, [sources.document_provisions(document.id) for document in documents])


@pytest.fixture
def handlers(fake):
    return Handlers(SimpleNamespace(sources=fake, downloads=Downloads(), texts=lambda request: ZH))


def test_documents_are_offered_with_what_is_a_digest(handlers):
    choice, words = handlers.open(None)

    assert [name for name, _ in choice.choices] == [
        "某市2014年政府信息公开工作要点",
        "2014年政府信息公开工作要点分解细化方案〔要旨〕",
    ]
    assert "未见对应规定" in words


@pytest.mark.parametrize(
    ("chosen", "topic", "key"),
    [([], "", "empty"), (None, None, "empty"), (["one"], "", "too_few"), (["one"], "预算", "too_few")],
)
def test_too_little_is_said_and_nothing_compared(chosen, topic, key, handlers, fake):
    assert ZH[f"comparing.{key}"][:10] in handlers.compare(chosen, topic, False, None)
    assert fake.asked == []


@pytest.mark.parametrize(("topic", "key"), [("火星", "none"), ("独一", "too_few_found")])
def test_a_topic_without_provisions_is_said(topic, key, handlers):
    words = handlers.compare([], topic, False, None)

    assert ZH[f"comparing.{key}"].format(topic=topic) in words
    assert "<table" not in words


def test_cells_open_their_sources_and_words_of_one_document_are_marked(handlers):
    words = handlers.compare(["one", "other"], "", False, None)

    assert "opens cites at-p~fictional-2014-work-points/" in words
    assert "<mark>公开要细到支出功能分类的项级科目</mark>" in words
    assert "写明的内容——某市：公开要细到支出功能分类的项级科目；方案：未写明。" in words
    assert "未见对应规定" in words
    assert "<b>" not in words


def test_only_what_several_provide_for_is_kept_on_request(handlers):
    assert "只此一家" in handlers.compare(["one", "other"], "", False, None)
    assert "只此一家" not in handlers.compare(["one", "other"], "", True, None)


def test_both_files_are_offered(handlers):
    words = handlers.compare(["one", "other"], "", False, None)

    assert words.count("/export/") == 2
    assert 'download="政府信息公开规定对照表.xlsx"' in words
    assert 'download="政府信息公开规定对照表.docx"' in words
