"""How many provisions of a document use a certain word (写明“牵头”的有几项), and which."""

import re
from collections.abc import Sequence
from functools import cache

from assistant.answer import Outcome
from assistant.catalogue import Catalogue
from assistant.compose.naming import document_name, place_name
from assistant.compose.sentences import SENTENCE
from assistant.compose.who_when import who_clause
from assistant.compose.words import words
from assistant.draft import Draft, DraftClaim, Support
from assistant.folding import simplify
from assistant.question import Question
from index.corpus import Document, Provision

FRAME = "框"
ARTICLE = re.compile("第.{1,7}?条(?:之.)?")


@cache
def _asked() -> re.Pattern[str]:
    uses, units = words("mentioning")["uses"], words("mentioning")["units"]
    return re.compile(
        rf"(?:{uses})[了过着]?[“\"「『‘](?P<word>[^”\"」』’]{{1,12}})[”\"」』’](?:[二两三]?个?字样?|一词|这个词)?"
        rf"的?[^，。？?]{{0,6}}?(?:多少|几|哪些|哪几)个?(?:{units})"
    )


def mentioning(question: Question, catalogue: Catalogue) -> Draft | None:
    """Count the provisions of the named documents that use a word; None where that is not asked or none does."""
    asked = _asked().search(simplify(question.text))
    if asked is None or not question.named or not question.documents:
        return None
    word, claims, counts = asked["word"], [], []
    for name in question.documents:
        entry = catalogue.entry(name)
        found = _using(word, catalogue.provisions(name)) if entry is not None else []
        if entry is None or not found:
            continue
        counts.append(f"{document_name(entry.document)}写有“{word}”的共{len(found)}项。")
        claims += [_claim(provision, entry.document, word) for provision in found]
    if not claims:
        return None
    return Draft(question=question, hits=(), outcome=Outcome.ANSWERED, claims=tuple(claims), message="\n".join(counts))


def _using(word: str, provisions: Sequence[Provision]) -> list[Provision]:
    """The provisions whose own words have the word; of the paragraphs of an article the first."""
    once: dict[str, Provision] = {}
    for provision in provisions:
        if word in provision.own_text and provision.kind != FRAME:
            article = ARTICLE.match(provision.address)
            once.setdefault(article[0] if article else provision.address, provision)
    return list(once.values())


def _claim(provision: Provision, document: Document, word: str) -> DraftClaim:
    """The words around the word, the bodies in brackets by themselves."""
    bodies = who_clause(provision)
    quote = bodies if word in bodies and bodies in provision.own_text else ""
    quote = quote or next(
        (one[0].strip() for one in SENTENCE.finditer(provision.own_text) if word in one[0]), provision.own_text.strip()
    )
    support = Support(provision=provision, document=document, quote=quote)
    return DraftClaim(text=f"{place_name(provision)}：{quote}", supports=(support,), label=document_name(document))
