from evals.report.words import named


def test_figures_and_kinds_have_a_name_in_both_languages():
    for group in ("figures", "kinds"):
        assert named(group).keys() == named(group, "en").keys()
