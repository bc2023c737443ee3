"""What the words that lead into a list say, where they and not the item give what is asked: 由谁责令改正."""

from assistant.compose.cues import Cues
from assistant.compose.excerpt import sentence_claim
from assistant.compose.sentences import NUMBERED, Sentence
from assistant.draft import DraftClaim
from assistant.question import Question
from index.corpus import Document, Provision


def leading_claims(provision: Provision, document: Document, question: Question) -> list[DraftClaim]:
    """Return the words that lead into an item as a claim; none where the item gives the kind of thing asked as well."""
    if not provision.lead_in or not Cues(question).leads(provision.lead_in, provision.own_text):
        return []
    number = NUMBERED.match(provision.lead_in)
    start = number.end() if number else 0
    return [sentence_claim(Sentence(provision.lead_in[start:].strip(), start), provision, document)]
