"""Yes or no, in a few words: what the sentence that carries an answer says of the act that a question is about."""

import re
from dataclasses import replace

from assistant.draft import DraftClaim
from assistant.folding import fold, simplify
from assistant.lacking import Lacking
from assistant.question import Question
from assistant.verify.acts import ACTS, said_of
from index.corpus import Provision

ACT = "|".join(ACTS)
ADVERB = r"(?:主动|及时|全部|全面|全文|对外|向社会|依法|定期|一律|[也都还])"
ASKED = re.compile(
    r"(?:要不要|需不需要|用不用|应不应[该当]?|该不该|能不能|可不可以|(?:是否|是不是)(?:一定|必须|需要|应[该当]?|可以|[要得都])*)"
    rf"{ADVERB}{{0,2}}(?P<act>{ACT})"
    rf"|(?:要|应[该当]?|需要|必须|能够?|可以|得){ADVERB}{{0,2}}(?P<ends>{ACT})[了过出来去]{{0,2}}[吗么][?？。]?$"
)
INDIRECT = re.compile(r"(?:(?<!一)定|(?<!标)准|标(?!准)|问|判断|注明|明确|审查?|知道|清楚|研究|考虑).{0,3}$")
"""Before the words that ask: 拿不准能不能公开 asks what to do then."""
NEGATED = re.compile(
    r"没(?!收)|[未非](?!来|成年)|(?<![要会能是可用该需应])不(?!是|得|予|同|动产|明|准|断)|除|过期|失效|废止"
)
"""What turns a case around or takes it out of a rule."""
MOST_LACKING = 0.15
"""Importance of the weightiest word of a topic that the provision may lack, for its rule to hold for that very case."""


def is_for_the_case(question: Question, provision: Provision) -> bool:
    """Whether a provision speaks of all that a question says of its case: no rule on files is one on expired files."""
    lacking = Lacking(question.topic, question.synonyms)
    said = "\n".join([provision.heading_path, provision.lead_in, provision.shown_text, provision.own_text])
    return lacking(said).greatest <= MOST_LACKING


def verdict(question: str, claims: list[DraftClaim]) -> DraftClaim | None:
    """Answer a yes-or-no question; None where the sentence does not say it plainly.

    `claims` carry the answer, the likeliest first. The lead-in of a list speaks for its items.
    """
    folded = fold(simplify(question))
    asked = ASKED.search(folded)
    if asked is None or not claims or INDIRECT.search(folded[: asked.start()]):
        return None
    if NEGATED.search(folded[: asked.start()]):
        return None
    support = claims[0].supports[0]
    said = said_of(asked["act"] or asked["ends"], f"{support.provision.lead_in}{support.quote}")
    return replace(claims[0], text=f"{said}。", supports=(support,)) if said else None
