"""Say what a provision requires, in its own words."""

import re

from assistant.compose.quantity import Figure
from assistant.compose.sentences import Sentence, best_sentences
from assistant.compose.who_when import CARRIED, FREQUENCY, cells, says_when
from assistant.compose.worth import Weigh
from assistant.draft import DraftClaim, Support
from index.corpus import Document, Provision

INNER = re.compile(r"(?<![条款\d])[ \t　]+(?!\d)")
"""Blanks inside a line; behind a number they keep it apart."""


def excerpt_claims(provision: Provision, document: Document, topic: str | Weigh, *, most: int = 2) -> list[DraftClaim]:
    """The sentences of a provision that are worth most to the topic, each a claim; a row gives its requirement."""
    if provision.cells:
        return _row_claims(provision, document)
    if provision.opens_list:
        return [sentence_claim(Sentence(provision.text, 0), provision, document)]
    chosen = best_sentences(provision, topic, most=most)
    return [sentence_claim(sentence, provision, document) for sentence in chosen]


def timed_claims(provision: Provision, document: Document, topic: str | Weigh) -> list[DraftClaim]:
    """The sentences that hold a date, a period or a frequency; empty where there is none."""
    timed = best_sentences(provision, topic, most=2, among=says_when)
    return [sentence_claim(sentence, provision, document) for sentence in timed]


def often_claims(provision: Provision, document: Document) -> list[DraftClaim]:
    """The requirement of a row where it says how often; its deadline says by when."""
    return [claim for claim in _row_claims(provision, document) if FREQUENCY.search(claim.text)]


def figure_claims(provision: Provision, document: Document, topic: str | Weigh, figure: Figure) -> list[DraftClaim]:
    """The sentences that hold a figure of the kind asked for; a row gives its requirement where that does."""
    if provision.cells:
        return [claim for claim in _row_claims(provision, document) if figure.said_by(claim.text)]
    said = best_sentences(provision, topic, most=2, among=figure.said_by)
    return [sentence_claim(sentence, provision, document) for sentence in said]


def _row_claims(provision: Provision, document: Document) -> list[DraftClaim]:
    wanted = cells(provision, ("requirement",))
    text = "；".join(cell.text + (CARRIED if cell.carried_from else "") for cell in wanted)
    if not text:
        return []
    # The row's own words are the slice of the source in which its cells stand.
    quote = provision.own_text[wanted[0].start - provision.start : wanted[-1].end - provision.start]
    support = Support(provision=provision, document=document, quote=quote)
    return [DraftClaim(text=text, supports=(support,))]


def sentence_claim(sentence: Sentence, provision: Provision, document: Document) -> DraftClaim:
    """A sentence as a claim, quoted."""
    # Lists keep their lines; all other blanks are padding.
    text = "\n".join(INNER.sub("", line.strip()) for line in sentence.text.splitlines() if line.strip())
    return DraftClaim(text=text, supports=(Support(provision=provision, document=document, quote=sentence.text),))
