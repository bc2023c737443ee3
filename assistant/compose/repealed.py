"""Whether an instrument that a question names by its number still holds, as another text says that ended it."""

import re

from assistant.answer import Outcome
from assistant.compose.naming import label
from assistant.draft import Draft, DraftClaim, Hit, Retrieval, Support
from assistant.folding import fold, simplify

ASKS = re.compile(r"有效|失效|废止|作废|停止执行|(?:还|仍)(?:在)?(?:管用|算数|执行|适用|能用|能引)")
NUMBER = re.compile(r"(?:(?P<year>(?:19|20)\d{2})[^\d,。?]{0,12})?(?<![\d第])(?P<number>\d{1,4})号")
ENDED = re.compile(r"停止执行|停止施行|(?:同时|即行|予以|相应|一并)?废止|失效|不再(?:执行|施行|适用)|以本.{1,6}为准")
SENTENCE = re.compile(r"[^。；\n]+[。；]?")


def repealed(retrieval: Retrieval) -> Draft | None:
    """Quote the sentence that ends an instrument; None where its validity is not asked, or nothing found speaks of it.

    What is held is answered from the catalogue.
    """
    asked = fold(simplify(retrieval.question.text))
    number = NUMBER.search(asked) if ASKS.search(asked) else None
    if number is None:
        return None
    year = rf"\D{{0,2}}{number['year']}\D{{1,2}}" if number["year"] else r"[^\d]"
    named = re.compile(rf"{year}第?{number['number']}号")
    claims = [claim for hit in retrieval.hits if (claim := _ending(hit, named))]
    if not claims:
        return None
    return Draft(question=retrieval.question, hits=retrieval.hits, outcome=Outcome.ANSWERED, claims=tuple(claims[:1]))


def _ending(hit: Hit, named: re.Pattern[str]) -> DraftClaim | None:
    """The sentence of a provision that names the instrument and says that it ends."""
    for sentence in SENTENCE.findall(hit.provision.own_text):
        if named.search(fold(sentence)) and ENDED.search(sentence):
            support = Support(provision=hit.provision, document=hit.document, quote=sentence.strip())
            return DraftClaim(text=sentence.strip(), supports=(support,), label=label(hit.document, hit.provision))
    return None
