"""Provisions named by their heading: 总则, 基本原则, “依申请公开”这一章."""

import re
from collections.abc import Iterator, Sequence

from assistant.catalogue import Catalogue
from assistant.folding import bare, fold
from assistant.question import Aspect, Place
from index.corpus import Provision

UNITS = ("章", "部分", "类", "题", "节")
"""Kinds of provision that are spoken of by their headings."""
CALLED = re.compile(r"[这那该]?[一1]?个?(?:章|大?部分|大?类|节|小?标题|小节|方面|块)(?:里面?|中|下面?|之下)?")
"""A unit called what it is, beside its heading."""
ASKS = re.compile(
    r"(?:下面|里面|底下|其中|里|中|下)?(?:[共总]|一共|总共|主要|具体|都)*(?:讲|说|写|列|规定|包括|包含|分|提出|有|是)?(?:了|的是|的|着)?(?:哪|几|多少|什么?|啥)?(?:一|几|些)?"
    r"(?:个|种|大|条|项|点|款|句)?(?:内容|任务|要求|事项|措施|方面|工作|原则|规定)?"
)
"""What may be left of a question that only asks what stands under a heading."""
MOST_DOCUMENTS = 3
SHORTEST = 2
"""Characters of a heading."""


def headed(topic: str, documents: Sequence[str], catalogue: Catalogue) -> Place | None:
    """Return the unit whose heading is all that a question about named documents asks about; None for others."""
    if not documents or len(documents) > MOST_DOCUMENTS:
        return None
    rest = bare(CALLED.sub("", fold(topic)))
    fitting = [unit for unit in _units(documents, catalogue) if _is_all(bare(unit.heading), rest)]
    addresses = tuple(dict.fromkeys(unit.address for unit in fitting))
    return Place(written=fitting[0].heading, addresses=addresses, number=0, unit=fitting[0].kind) if fitting else None


def asks_for_contents(aspects: frozenset[Aspect]) -> bool:
    """Whether a question wants what stands somewhere, not who or when or how."""
    return aspects <= {Aspect.WHAT, Aspect.STRUCTURE, Aspect.PROVISION, Aspect.DEFINITION, Aspect.CATALOGUE}


def _units(documents: Sequence[str], catalogue: Catalogue) -> Iterator[Provision]:
    for document_id in documents:
        yield from (unit for unit in catalogue.provisions(document_id) if unit.kind in UNITS and unit.heading)


def _is_all(heading: str, topic: str) -> bool:
    """Whether a topic is a heading and words that only ask for what stands there."""
    if len(heading) < SHORTEST or heading not in topic:
        return False
    return ASKS.fullmatch(topic.replace(heading, "", 1)) is not None
