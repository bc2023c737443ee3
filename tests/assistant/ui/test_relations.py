from dataclasses import replace

import pytest

from assistant.ui.places import provision_at, provision_place
from assistant.ui.relations import relations
from assistant.ui.texts import TEXTS


@pytest.fixture
def linked(sources):
    class Linked:
        def documents(self):
            above, below = sources.documents()
            return [above, replace(below, implements=(above.id, "《某省规定》"))]

        def document_provisions(self, document_id):
            return sources.document_provisions(document_id)

    return Linked()


def test_the_instrument_it_implements_can_be_opened(linked):
    above, below = linked.documents()
    page = relations(below.id, linked, TEXTS["zh"])

    assert "落实：" in page
    assert f'at-{provision_place(above.id, "")}"' in page
    assert provision_at(provision_place(above.id, ""), linked).address == "三、(十一)"


def test_those_that_implement_it_are_named(linked):
    above, below = linked.documents()
    page = relations(above.id, linked, TEXTS["zh"])

    assert "由以下文件落实：" in page
    assert f"《{below.title}》" in page


def test_what_is_not_held_is_no_button(linked):
    page = relations(linked.documents()[1].id, linked, TEXTS["zh"])

    assert '<span class="unheld" lang="zh-CN">《某省规定》（未收录）</span>' in page
