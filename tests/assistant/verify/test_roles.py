import pytest

from assistant.draft import Support
from assistant.verify.roles import misattributed


@pytest.fixture
def supports(library):
    """市编办 leads, 市政府法制办 joins."""
    document = library.document("city-2014-breakdown-table")
    provision = library.provision(document.id, "二、第1行")
    return [Support(provision=provision, document=document, quote="")]


@pytest.mark.parametrize("text", ["由市编办牵头", "市编办牵头，市政府法制办配合", "市编办分别牵头落实有关工作"])
def test_a_body_in_its_own_role_passes(supports, text):
    assert misattributed(text, supports) == []


@pytest.mark.parametrize("text", ["由市政府法制办牵头", "市编办、市政府法制办共同牵头", "市编办配合"])
def test_a_body_in_the_role_of_another_is_told(supports, text):
    assert misattributed(text, supports)


def test_a_role_that_nobody_is_given_is_not_looked_at(supports):
    assert misattributed("市政府法制办负责", supports) == []
