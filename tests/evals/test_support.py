from dataclasses import replace

from assistant.answer import Claim, Table
from evals.support import unsupported


def cited(answer, citation, said, text="应当自收到申请之日起20个工作日内答复。", **fields):
    source = replace(citation("a#第三十三条", quote=text, text=text), document_number="国务院令第711号", **fields)
    return answer(f"{said}[1]", citations=(source,), claims=(Claim(text=said, citations=(1,)),))


def test_what_stands_in_the_provision_is_supported(answer, citation):
    assert unsupported(cited(answer, citation, "按国务院令第711号第三十三条，20个工作日内答复。")) == []


def test_another_figure_is_found(answer, citation):
    assert "15个工作日" in unsupported(cited(answer, citation, "15个工作日内答复。"))


def test_an_invented_document_number_is_found(answer, citation):
    assert unsupported(cited(answer, citation, "见京政办发〔2099〕1号。"))


def test_a_figure_of_another_citation_does_not_support_a_claim(answer, citation):
    other = replace(citation("b#一、", text="15个工作日"), marker=2)
    given = cited(answer, citation, "15个工作日内答复。")

    assert unsupported(replace(given, citations=(*given.citations, other)))


def test_a_figure_said_outside_of_all_claims_is_found(answer, citation):
    given = cited(answer, citation, "20个工作日内答复。")

    assert "7天" in unsupported(replace(given, text=f"{given.text}最多7天。"))
    assert "7天" in unsupported(replace(given, table=Table(columns=("时限",), rows=(("7天",),))))


def test_marks_and_the_number_of_tasks_listed_need_no_provision(answer, citation):
    given = cited(answer, citation, "20个工作日内答复。")

    assert unsupported(replace(given, text=f"共3项：{given.text}[12]")) == []


def test_figures_of_two_citations_do_not_run_into_one(answer, citation):
    one, two = (citation("a#一、", quote="161", text="161"), replace(citation("a#二、", quote="9", text="9"), marker=2))
    said = answer("161和9", citations=(one, two), claims=(Claim(text="161和9", citations=(1, 2)),))

    assert unsupported(said) == []
