from dataclasses import replace

from assistant.checking import Weight, findings, library_findings
from assistant.lineage import lineage_of
from assistant.settings import shipped
from assistant.survey import survey, surveys_of
from index.build import read_documents, with_duties


def read(folder):
    return tuple(with_duties(document) for document in read_documents([folder]))


def write(folder, text, **facts):
    facts = {"id": "one", "title": "甲市办法", "origin": "official"} | facts
    head = "\n".join(f"{name}: {value}" for name, value in facts.items())
    folder.mkdir(exist_ok=True)
    (folder / f"{facts['id']}.md").write_text(f"---\n{head}\n---\n\n{text}\n", "utf-8")
    return read(folder)


def found_in(documents):
    by_id = {document.id: document.provisions for document in documents}
    lineage = lineage_of(documents, by_id.__getitem__)
    surveys = surveys_of(documents, by_id.__getitem__)
    return library_findings(documents, surveys, lineage)


def test_a_gap_in_the_numbering_names_the_provision(tmp_path):
    found = found_in(write(tmp_path / "a", "一、甲\n\n公开甲。\n\n二、乙\n\n公开乙。\n\n四、丁\n\n公开丁。"))
    ((document, finding),) = found["jumped"]
    assert (document.id, finding.addresses, finding.weight) == ("one", ("四、",), Weight.LOOK)


def test_what_the_metadata_do_not_say_is_told_by_name(tmp_path):
    found = found_in(write(tmp_path / "a", "第一条 公开甲。", region="甲市", level="市级"))
    assert found["facts"][0][1].details == ("document_number", "issuer", "issued")


def test_status_digest_and_rules_that_are_not_held_are_gaps(tmp_path):
    found = found_in(write(tmp_path / "a", "第一条 公开甲。", origin="digest", implements="[丁事办法]"))
    assert found["unheld"][0][1].details == ("《丁事办法》",)
    assert {finding.weight for kind in ("status", "digest", "unheld") for _, finding in found[kind]} == {Weight.GAP}


def test_what_may_be_lost_comes_first_and_an_unknown_warning_keeps_its_words(tmp_path):
    (document,) = write(tmp_path / "a", "第一条 公开甲。")
    document = replace(document, warnings=("别的话", "表格第3行有4格，表头5格"))
    lineage = lineage_of((document,), lambda name: document.provisions)
    found = findings(document, survey(document.provisions), lineage)
    assert [(finding.kind, finding.details) for finding in found[:2]] == [
        ("cells", ("表格第3行有4格，表头5格",)),
        ("other", ("别的话",)),
    ]


def test_every_warning_of_the_parser_has_a_meaning():
    from index.parse.numbering import JUMPED, REPEATED
    from index.parse.unpunctuated_tree import WARNING

    document = read(shipped("documents"))[0]
    lineage = lineage_of((document,), lambda name: document.provisions)
    warned = replace(document, warnings=(JUMPED, REPEATED, WARNING))
    assert "other" not in {finding.kind for finding in findings(warned, survey(document.provisions), lineage)}


def test_the_survey_counts_what_the_shipped_texts_hold():
    documents = read(shipped("documents"))
    surveys = {document.id: survey(document.provisions) for document in documents}
    table = surveys["city-2014-breakdown-table"]
    assert (table.provisions, table.levels) == (34, ("8类", "34行任务"))
    assert table.duties >= table.deadlines >= 34 > 0
    assert "市财政局" in table.bodies
