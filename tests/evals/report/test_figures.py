from evals.report.figures import by_document, by_kind, confusion, risk_coverage


def test_answers_are_grouped_by_kind_and_document_without_what_was_not_scored(contents):
    assert [(group.name, group.right, group.scored) for group in by_kind(contents.rows)] == [("fact", 1, 2)]
    assert [(group.name, group.right, group.scored) for group in by_document(contents.rows)] == [("doc", 1, 2)]


def test_the_surest_answers_come_first_in_risk_and_coverage(contents):
    assert risk_coverage(contents.rows) == [(0.5, 0.0), (1.0, 0.5)]


def test_equally_sure_answers_are_one_point_of_the_curve(contents):
    twice = [row for row in contents.rows for _ in range(2)]

    assert risk_coverage(twice) == [(0.5, 0.0), (1.0, 0.5)]


def test_outcomes_are_counted_where_they_were_expected(contents):
    found = confusion(contents.rows)

    assert dict(found.counts) == {("answered", "answered"): 2}
    assert found.accepted == {("answered", "answered")}
