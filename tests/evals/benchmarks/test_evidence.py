import numpy as np

from evals.benchmarks.evidence import Asking, _passing, evidence, fit
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


def test_the_report_has_weights_and_a_curve(library):
    place = "fictional-measures#第四条"
    case = Case(
        id="a", kind="fact", question="自二〇一二年三月一日起施行的是什么？", must_cite=[[place]], author="test"
    )

    report = evidence([library], [case], ["离婚后房子怎么分", "酒驾怎么处罚"])

    assert "constant" in report
    assert "| -1.0 | " in report
