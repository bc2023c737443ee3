"""The run as JUnit XML, which build servers read."""

import re

from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite

from evals.report.contents import Contents
from evals.report.rows import Row

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold."""


def as_junit(contents: Contents) -> bytes:
    """Write one test an answer: wrong is a failure, a fault of the program an error; what is not scored is skipped."""
    suite = TestSuite(f"disclosure eval {contents.name}")
    suite.add_testcases([_tested(row) for row in contents.rows])
    document = JUnitXml()
    document.add_testsuite(suite)
    return bytes(document.tostring())  # type: ignore[no-untyped-call]


def _tested(row: Row) -> TestCase:
    name = row.case.id if row.repeat == 1 else f"{row.case.id} #{row.repeat}"
    tested = TestCase(name, f"evals.{row.case.kind}", row.milliseconds / 1000)
    why = NOT_XML.sub("", f"{row.case.question} {row.why}")
    if row.passed is None:
        tested.result = Error(why) if row.answer.status.value == "error" else Skipped(why)
    elif not row.passed:
        tested.result = Failure(why)
    return tested
