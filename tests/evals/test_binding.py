from datetime import date

import pytest

from evals.binding import bind, read_bindings, shipped_bindings, unbound_cases, write_bindings
from evals.cases import FRESH, REFUSALS, read_cases, shipped_cases
from evals.lines import WriteError
from evals.memory import recall, remember
from evals.provisions import Words, fingerprint, held_words
from evals.stale import Change, stale
from index.corpus import Origin
from index.errors import UsageError

DAY, LATER = date(2026, 11, 21), date(2026, 12, 1)
OLD = "第三条 应当自收到申请之日起20个工作日内答复申请人。"
NEW = "第三条 应当自收到申请之日起15个工作日内答复申请人。"
MOVED = "第四条 应当自收到申请之日起20个工作日内答复申请人。"


@pytest.fixture
def cases(case):
    return [case(id="a", must_cite=[["doc#第三条", "doc#第九条"]]), case(id="b")]


def held(text=OLD, place="doc#第三条"):
    return {place: Words(digest=text), "doc#第九条": Words(digest="第九条 附则。")}


def bound(cases):
    return bind(cases, held(), {}, by="王某", on=DAY)


def test_every_provision_a_case_names_is_bound_with_name_and_date(cases):
    found = bound(cases)

    assert list(found) == [("a", "doc#第三条"), ("a", "doc#第九条")]
    assert found["a", "doc#第三条"].digest == fingerprint(OLD)
    assert (found["a", "doc#第三条"].by, found["a", "doc#第三条"].date) == ("王某", DAY)


def test_official_words_are_bound_beside_the_digest(cases):
    found = bind(cases, {"doc#第三条": Words(official="官方")}, bound(cases), by="李某", on=LATER)

    one = found["a", "doc#第三条"]
    assert (one.digest, one.official, one.by) == (fingerprint(OLD), fingerprint("官方"), "李某")
    assert found["a", "doc#第九条"].by == "王某"


def test_what_did_not_change_keeps_the_name_under_it(cases):
    assert bind(cases, held(), bound(cases), by="李某", on=LATER) == bound(cases)


def test_what_a_case_no_longer_expects_is_let_go(cases, case):
    narrower = [case(id="a", must_cite=[["doc#第三条"]])]

    assert list(bind(narrower, held(), bound(cases), by="李某", on=LATER)) == [("a", "doc#第三条")]


def test_line_breaks_do_not_change_a_fingerprint_and_one_character_does():
    assert fingerprint("应当\n  公开。") == fingerprint("应当公开。") != fingerprint("应当公开")


def test_bindings_are_read_as_they_were_written(cases, tmp_path):
    write_bindings(tmp_path / "bindings.jsonl", bound(cases))

    assert read_bindings(tmp_path / "bindings.jsonl") == bound(cases)
    assert read_bindings(tmp_path / "none.jsonl") == {}


def test_a_line_that_is_no_binding_is_named(tmp_path):
    (tmp_path / "bindings.jsonl").write_text('\n{"case": "a"}\n')

    with pytest.raises(UsageError, match=r"bindings\.jsonl:2 "):
        read_bindings(tmp_path / "bindings.jsonl")


def test_a_full_disk_leaves_the_bindings_as_they_were(cases, tmp_path, full_disk):
    path = tmp_path / "bindings.jsonl"
    write_bindings(path, bound(cases))

    with full_disk(50), pytest.raises(WriteError, match="磁盘空间"):
        write_bindings(path, bind(cases, held(NEW), bound(cases), by="李某", on=LATER))

    assert read_bindings(path) == bound(cases)
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_stale_while_the_words_are_the_same(cases):
    assert stale(cases, bound(cases), held(), {}) == []


def test_changed_words_stand_beside_the_old_ones(cases, tmp_path):
    remember(tmp_path, held(), ["doc#第三条"])

    (found,) = stale(cases, bound(cases), held(NEW), recall(tmp_path))

    assert (found.case, found.place, found.change) == ("a", "doc#第三条", Change.CHANGED)
    assert (found.old, found.new) == (OLD, NEW)


def test_words_this_machine_never_saw_are_not_made_up(cases):
    (found,) = stale(cases, bound(cases), held(NEW), {})

    assert found.old is None


def test_a_provision_under_another_number_has_moved(cases):
    remembered = {fingerprint(OLD): OLD}
    (found,) = stale(cases, bound(cases), held(MOVED, "doc#第四条"), remembered)

    assert (found.change, found.moved_to, found.new) == (Change.MOVED, "doc#第四条", MOVED)


def test_the_same_words_elsewhere_have_moved_even_where_the_old_ones_are_not_remembered(cases):
    (found,) = stale(cases, bound(cases), held(OLD, "doc#第五条"), {})

    assert (found.change, found.moved_to) == (Change.MOVED, "doc#第五条")


def test_a_provision_that_is_nowhere_has_vanished(cases):
    words = {"doc#第九条": Words(digest="第九条 附则。")}
    (found,) = stale(cases, bound(cases), words, {fingerprint(OLD): OLD})

    assert (found.change, found.old, found.new) == (Change.VANISHED, OLD, None)


def test_a_provision_nobody_accepted_is_unbound(cases):
    assert {one.change for one in stale(cases, {}, held(), {})} == {Change.UNBOUND}
    assert unbound_cases(cases, {}) == ["a"]


def test_a_document_that_is_not_held_says_nothing(cases):
    assert stale(cases, bound(cases), {"other#第一条": Words(digest="别的。")}, {}) == []


def test_what_is_remembered_stays_when_the_words_change(tmp_path):
    remember(tmp_path, held(), ["doc#第三条"])
    remember(tmp_path, held(NEW), ["doc#第三条", "doc#第七条"])

    assert recall(tmp_path) == {fingerprint(OLD): OLD, fingerprint(NEW): NEW}


def test_only_documents_that_cases_name_are_read(cases, document, provision):
    class Library:
        def documents(self):
            return [document("doc", origin=Origin.OFFICIAL), document("other")]

        def document_provisions(self, document_id):
            assert document_id == "doc"
            return [provision("doc#第三条", OLD)]

    assert held_words(cases, Library()) == {"doc#第三条": Words(official=OLD)}


def test_every_shipped_case_is_bound_to_digest_and_official_words():
    files = [*(shipped_cases()[0].with_stem(stem) for stem in (FRESH, REFUSALS)), *shipped_cases(kept=True)]
    cases, bindings = read_cases(files), read_bindings(shipped_bindings())

    assert unbound_cases(cases, bindings) == []
    assert all(one.digest and one.official for one in bindings.values())
