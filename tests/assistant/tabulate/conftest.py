import pytest

from assistant.tabulate.comparer import Comparer

NATIONAL, BEIJING, SHANGHAI, TABLE = (
    "state-council-2014-work-points",
    "beijing-2014-work-points",
    "shanghai-2014-work-points",
    "city-2014-breakdown-table",
)


@pytest.fixture(scope="session")
def comparer(library, catalogue):
    return Comparer(library, catalogue)


@pytest.fixture(scope="session")
def whole(comparer):
    return comparer.compare([SHANGHAI, NATIONAL, BEIJING])


@pytest.fixture(scope="session")
def accidents(comparer):
    return comparer.compare([NATIONAL, SHANGHAI, BEIJING], "事故调查报告")
