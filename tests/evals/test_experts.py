from dataclasses import replace
from datetime import UTC, datetime

import pytest

from evals.experts import PLACE, Cited, Judgement, Said, read_judgements, save_judgements, worth_of_cases
from evals.lines import WriteError
from index.errors import UsageError

ONE = Judgement(
    run="r1",
    case="a",
    repeat=1,
    claim=0,
    text="20日内。",
    said=Said.RIGHT,
    cited=Cited.NEAR,
    by="王某",
    when=datetime(2026, 11, 21, tzinfo=UTC),
)


def test_judgements_are_kept_by_run(tmp_path):
    save_judgements(tmp_path, [ONE, replace(ONE, run="r2")])

    assert read_judgements(tmp_path, "r1") == [ONE]
    assert len(read_judgements(tmp_path)) == 2
    assert read_judgements(tmp_path / "nowhere") == []


def test_the_last_word_of_one_person_counts_and_others_stand_beside_it(tmp_path):
    later, other = replace(ONE, said=Said.WRONG), replace(ONE, by="李某")
    save_judgements(tmp_path, [ONE, other])
    save_judgements(tmp_path, [later])

    assert read_judgements(tmp_path, "r1") == [later, other]


def test_a_sentence_makes_three_quarters_and_its_citation_the_rest():
    assert ONE.worth == 0.875
    assert replace(ONE, said=Said.PARTLY, cited=Cited.WRONG).worth == 0.375
    assert replace(ONE, cited=None).worth == 1.0


def test_a_case_is_worth_the_mean_of_its_sentences():
    both = [ONE, replace(ONE, claim=1, said=Said.WRONG, cited=Cited.WRONG), replace(ONE, repeat=2)]

    assert worth_of_cases(both) == {("a", 1): 0.4375, ("a", 2): 0.875}


def test_a_judgement_needs_a_name(tmp_path):
    with pytest.raises(UsageError, match="署名"):
        save_judgements(tmp_path, [ONE, replace(ONE, by=" ")])


def test_a_full_disk_loses_nothing(tmp_path, full_disk):
    save_judgements(tmp_path, [ONE])
    size = (tmp_path / PLACE).stat().st_size

    with full_disk(size + 20), pytest.raises(WriteError, match="磁盘空间"):
        save_judgements(tmp_path, [replace(ONE, claim=1)])

    assert read_judgements(tmp_path) == [ONE]
