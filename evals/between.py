"""Compare two runs on disk."""

from evals.compare import Comparison, compare, results
from evals.provisions import places_of
from evals.run_folder import RunFolder


def compare_runs(before: RunFolder, after: RunFolder) -> Comparison:
    """Compare two runs; a case is stale where its question or the words of its provisions are not those of before."""
    return compare(results(before.scores()), results(after.scores()), _stale(before, after))


def _stale(before: RunFolder, after: RunFolder) -> list[str]:
    then, now = before.held(), after.held()
    earlier = {case.id: case for case in before.cases()}
    found = []
    for case in after.cases():
        if one := earlier.get(case.id):
            is_reworded = (one.question, one.history) != (case.question, case.history)
            if is_reworded or any(then.get(place) != now.get(place) for place in places_of(case)):
                found.append(case.id)
    return found
