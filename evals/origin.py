"""Whose words a library answers the cases from: our digests, the issuers' own, or some of each."""

from collections.abc import Iterable
from enum import StrEnum

from evals.cases import Case
from evals.provisions import Holding, places_of
from index.corpus import Origin


class Texts(StrEnum):
    """Whose words answer."""

    DIGEST = "digest"
    OFFICIAL = "official"
    MIXED = "mixed"


def texts_of(cases: Iterable[Case], library: Holding) -> Texts:
    """Look at the documents that cases expect and the library holds; at all it holds where they expect none."""
    named = {place.partition("#")[0] for case in cases for place in places_of(case)}
    documents = library.documents()
    origins = {one.origin for one in documents if one.id in named} or {one.origin for one in documents}
    if len(origins) > 1:
        return Texts.MIXED
    return Texts.OFFICIAL if origins == {Origin.OFFICIAL} else Texts.DIGEST
