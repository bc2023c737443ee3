from dataclasses import replace

from junitparser import Failure, JUnitXml, Skipped

from evals.report.junit import as_junit


def test_build_servers_read_what_passed_failed_and_was_skipped(contents):
    (suite,) = JUnitXml.fromstring(as_junit(contents))

    assert (suite.tests, suite.failures, suite.skipped, suite.errors) == (3, 1, 1, 0)
    results = {case.name: [type(one) for one in case.result] for case in suite}
    assert results == {"a": [], "b": [Failure], "c": [Skipped]}


def test_characters_that_xml_cannot_hold_are_left_out(contents):
    row = contents.rows[1]
    odd = replace(row, case=row.case.model_copy(update={"question": "几\x00日\x0b？"}))

    (suite,) = JUnitXml.fromstring(as_junit(replace(contents, rows=(odd,))))
    (case,) = suite

    assert "几日？" in case.result[0].message
