from collections import defaultdict
from pathlib import Path

import pytest

from index.corpus import Role
from index.duties import read_duties
from index.parse.document import parse

TEXTS = Path(__file__).parents[4] / "shared" / "documents"
OFFICIAL = [
    "beijing-2014-work-points",
    "beijing-2016-implementation-opinion",
    "city-2014-breakdown-table",
    "disclosure-regulation-2019",
    "shanghai-2014-work-points",
    "state-council-2014-work-points",
]
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not TEXTS.is_dir(), reason=f"the official texts are not at {TEXTS}"),
]


@pytest.fixture
def duties():
    """The duties of a text by address, with the text they were read from."""

    def read(name):
        (path,) = TEXTS.glob(f"*/{name}.txt")
        text = path.read_text("utf-8")
        found = {p.address: read_duties(p) for p in parse(name, text, markdown=False).provisions}
        return text, {address: listed for address, listed in found.items() if listed}

    return read


def bracket_roles(text, listed):
    roles = defaultdict(list)
    for duty in listed:
        if duty.role and text[duty.end] in "，,)）":
            roles[duty.role.value].append(duty.actor)
    return dict(roles)


@pytest.mark.parametrize(
    ("name", "wanted"), [("beijing-2014-work-points", "beijing"), ("shanghai-2014-work-points", "shanghai")]
)
def test_brackets_are_read_as_a_person_reads_them(duties, expected, name, wanted):
    text, found = duties(name)

    roles = {address: bracket_roles(text, listed) for address, listed in found.items()}

    assert {address: held for address, held in roles.items() if held} == expected(wanted)


def test_beijing_has_13_items_with_a_lead_and_11_without(duties):
    _, found = duties("beijing-2014-work-points")
    roles = {address: {duty.role for duty in listed} for address, listed in found.items()}

    assert sum(Role.LEAD in held for held in roles.values()) == 13
    assert sum(Role.LEAD not in held and Role.IMPLEMENT in held for held in roles.values()) == 11


def test_shanghai_has_12_parts_with_a_lead(duties):
    _, found = duties("shanghai-2014-work-points")

    assert sum(any(duty.role is Role.LEAD for duty in listed) for listed in found.values()) == 12


def test_table_rows_are_read_as_a_person_reads_them(duties, expected):
    _, found = duties("city-2014-breakdown-table")

    rows = [
        [address, duty.actor, duty.role or "", duty.deadline, duty.actor_from or "", duty.deadline_from or ""]
        for address, listed in found.items()
        for duty in listed
    ]

    assert rows == expected("table")["rows"]


@pytest.mark.parametrize("name", OFFICIAL)
def test_sentences_say_what_a_person_reads_in_them(duties, expected, name):
    _, found = duties(name)

    for address, actor, act, deadline in expected("sentences").get(name, []):
        matching = [duty for duty in found.get(address, ()) if duty.actor == actor and duty.act.startswith(act)]
        assert [duty.deadline or "" for duty in matching] == [deadline], (address, actor, found.get(address))


def test_no_deadline_is_read_but_those_a_person_reads(duties, expected):
    read = {
        (name, address, duty.actor, duty.deadline)
        for name in OFFICIAL
        if name != "city-2014-breakdown-table"
        for address, listed in duties(name)[1].items()
        for duty in listed
        if duty.deadline
    }

    wanted = expected("sentences").items()
    assert read == {(name, r[0], r[1], r[3]) for name, rows in wanted for r in rows if r[3]}


@pytest.mark.parametrize("name", [*OFFICIAL, "gov7", "gov9", "gov15", "gov47", "gov57"])
def test_every_duty_can_be_shown_in_the_text(duties, name):
    text, found = duties(name)

    for duty in (duty for listed in found.values() for duty in listed):
        words = "".join(text[duty.start : duty.end].split())
        assert duty.actor is None or duty.actor in words
        assert duty.role is not Role.LEAD or "牵头" in words
        assert duty.deadline is None or duty.deadline in "".join(text.split())


def test_state_council_brackets_name_ministries_with_and_in_them(duties):
    _, found = duties("gov15")

    assert [duty.actor for duty in found["四、(十一)"]] == ["农业农村部", "工业和信息化部"]
    assert {duty.role for duty in found["四、(十一)"]} == {Role.RESPONSIBLE}
    assert {duty.role for duty in found["八、(十八)"]} == {Role.LEAD}
    assert [duty.role for duty in found["二、(三)"]] == [Role.LEAD, *[Role.RESPONSIBLE] * 3]


def test_state_council_brackets_end_in_and_others(duties):
    _, found = duties("gov9")

    assert [duty.actor for duty in found["四、(八)"]] == ["农业农村部", "财政部", "商务部", "各有关省级人民政府"]
    assert "文化和旅游部" in {duty.actor for duty in found["五、(十二)"]}
    assert "中央和国家机关工委" in {duty.actor for duty in found["二、(一)"]}
