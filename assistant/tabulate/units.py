"""The provisions of a document as they are set side by side."""

from collections.abc import Sequence

from assistant.comparison.alignment import Unit
from assistant.compose.sentences import LOST_PUNCTUATION, sentences
from assistant.compose.who_when import cells
from assistant.folding import bare
from index.corpus import Provision

FRAME = ("题注", "通知", "引言", "落款")
"""Says nothing that is required; the closing paragraphs may."""
SHORTEST = 12
"""Characters of own words below which a provision only opens what stands under it."""
TOGETHER = 60
"""Characters of clauses that are taken for one sentence where punctuation is lost."""


def compared(provisions: Sequence[Provision]) -> list[Provision]:
    """Return the provisions that require something themselves: no frame, no bare headings."""
    return [one for one in provisions if not _is_frame(one) and _says_something(one)]


def spoken(provision: Provision) -> tuple[str, ...]:
    """Return what a provision requires, sentence by sentence; its heading and the bodies in brackets left out."""
    if provision.cells:
        return tuple(cell.text for cell in cells(provision, ("requirement",)))
    if not provision.own_text.strip():
        return ()
    cut = [sentence.text for sentence in sentences(provision)]
    return tuple(_taken_together(cut) if LOST_PUNCTUATION in provision.warnings else cut)


def unit(provision: Provision) -> Unit:
    """Return a provision as it is compared, its heading first."""
    return Unit(provision.address, tuple(filter(None, [provision.heading, *spoken(provision)])))


def _says_something(provision: Provision) -> bool:
    said = "".join(spoken(provision))
    return len(said) >= SHORTEST and bare(said) not in bare("".join(provision.headings))


def _is_frame(provision: Provision) -> bool:
    return provision.address.split("·")[-1] in FRAME


def _taken_together(clauses: Sequence[str]) -> list[str]:
    found: list[str] = []
    for clause in clauses:
        if found and len(found[-1]) + len(clause) <= TOGETHER:
            found[-1] += clause
        else:
            found.append(clause)
    return found
