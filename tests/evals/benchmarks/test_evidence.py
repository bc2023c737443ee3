import numpy as np

from evals.benchmarks.evidence import Asking, Group, Questions, _passing, _posed, evidence, fit
from evals.benchmarks.made_up import made_up
from evals.cases import Case


def asking(coverage, *, right):
    signs = np.array([[coverage, 0, 0, 0], [0.1, 0, 0, 0]])
    return Asking(signs, np.array([right, False]), right)


ASKED = [asking(0.8 + at / 100, right=True) for at in range(20)] + [asking(0.2, right=False) for _ in range(200)]


def test_what_right_hits_have_more_of_weighs_in_their_favour():
    fitted = fit(ASKED)

    assert fitted.coef_[0][0] > 0
    assert fitted.decision_function([[0.9, 0, 0, 0]]) > 0 > fitted.decision_function([[0.1, 0, 0, 0]])


def test_a_higher_threshold_keeps_less_and_passes_less():
    fitted = fit(ASKED)
    kept, passing = zip(*(map(float, _passing(ASKED, fitted, least)) for least in (-9, 0, 9)), strict=True)

    assert kept == (1, 1, 0)
    assert passing == (1, 0, 0)


HELD = Case(
    id="a",
    kind="fact",
    question="自二〇一二年三月一日起施行的是什么？",
    must_cite=[["fictional-measures#第四条"]],
    author="test",
)
LACKED = HELD.model_copy(update={"id": "b", "must_cite": (("elsewhere#第一条",),)})


def test_the_report_has_weights_and_a_curve(library):
    report = evidence([library], Questions([HELD], [LACKED], ["离婚后房子怎么分", "酒驾怎么处罚"], ["海豚归谁管"]))

    assert "constant" in report
    assert "| -1.0 | " in report


def test_only_cases_over_other_documents_are_asked_of_a_library_that_lacks_them(library):
    posed = list(_posed(library, Questions([HELD, LACKED], [HELD, LACKED], [], [])))

    assert [(one.case.id, one.group) for one in posed] == [
        ("a", Group.CASES),
        ("a", Group.CASES),
        ("b", Group.OTHER_DOCUMENTS),
    ]


def test_what_no_text_answers_is_asked_with_and_without_a_document(library):
    posed = list(_posed(library, Questions([], [], ["酒驾怎么处罚"], ["海豚归谁管"])))

    assert [one.group for one in posed] == [Group.OTHER_TRADE] * 2 + [Group.MADE_UP] * 2
    assert [one.case.question.startswith("《") for one in posed] == [False, True] * 2


def test_made_up_subjects_stand_in_no_text_of_the_library(library):
    texts = "".join(library.document_text(document.id) for document in library.documents())

    asked = made_up([library], 20)

    assert len(set(asked)) == 20
    assert not any(question in texts for question in asked)
    assert asked == made_up([library], 20)
