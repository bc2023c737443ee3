"""Point out, beside an answer, where the documents that speak to its topic contradict or follow each other."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Outcome
from assistant.catalogue import Catalogue, Entry
from assistant.comparison.facts import READ
from assistant.comparison.wording import says
from assistant.compose.contrast import HARD, Saying, contrasts, lineages, told_once
from assistant.compose.passages import choose_passages
from assistant.draft import Draft, DraftClaim, Hit
from assistant.source import Source

MOST_DOCUMENTS = 4
SHORT_BESIDE = 1.0
"""Log odds that a text of the same place may lack, where another answers."""


def with_changes(draft: Draft, catalogue: Catalogue, source: Source) -> Draft:
    """Add a statement for each hard fact on which documents differ, where the question names none of them.

    A later or earlier text of the place that answers is looked at too, though it did not answer itself.
    """
    if draft.question.named or draft.outcome is not Outcome.ANSWERED or not draft.claims:
        return draft
    cited = draft.cited
    beside = [name for name in _of_the_same_places(cited, draft.hits, catalogue) if name not in cited]
    names = [*cited, *beside][:MOST_DOCUMENTS]
    if len(names) < 2:
        return draft
    sayings = _sayings(names, draft, catalogue)
    stated = [claim for claim in _stated(sayings, cited, catalogue, source) if _is_told_by_two(claim)]
    return replace(draft, claims=(*draft.claims, *stated)) if stated else draft


def _of_the_same_places(cited: Sequence[str], hits: Sequence[Hit], catalogue: Catalogue) -> list[str]:
    """Documents that surely speak to the topic, of the places that were cited."""
    places = {entry.document.region for name in cited if (entry := catalogue.entry(name)) and not entry.is_national}
    sure = (hit for hit in hits if hit.answers(named=False, short_by=SHORT_BESIDE))
    return list(dict.fromkeys(hit.document.id for hit in sure if hit.document.region in places - {None}))


def _sayings(names: Sequence[str], draft: Draft, catalogue: Catalogue) -> list[Saying]:
    hits = {name: [hit for hit in draft.hits if hit.document.id == name] for name in names}
    chosen = choose_passages({name: own for name, own in hits.items() if own}, draft.question.topic, catalogue.rarity)
    entries: list[Entry] = [entry for name in chosen if (entry := catalogue.entry(name)) is not None]
    return [Saying(entry, chosen[entry.document.id]) for entry in entries]


def _stated(sayings: Sequence[Saying], cited: Sequence[str], catalogue: Catalogue, source: Source) -> list[DraftClaim]:
    """What the cited documents differ in, and what changed between an older one and a newer."""
    groups = [[saying for saying in sayings if saying.entry.document.id in cited]]
    groups += [list(pair) for pair in lineages(sayings, catalogue)]
    found = [claim for group in groups if len(group) > 1 for claim in contrasts(group, catalogue, source, kinds=HARD)]
    return told_once(found)


def _is_told_by_two(claim: DraftClaim) -> bool:
    """Whether two documents state different facts: that one is silent is no contradiction."""
    spoken = [side.phrases for side in claim.sides if side.phrases != (says("silent"),)]
    facts = {frozenset(fact for phrase in said for read in READ.values() for fact in read(phrase)) for said in spoken}
    return len(facts) > 1
