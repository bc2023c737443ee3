"""Name in sentences what several documents say differently, and what changed from an older one to a newer."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.calling import call_beside
from assistant.catalogue import Catalogue, Entry
from assistant.comparison.differences import Difference, Passage, differences
from assistant.comparison.facts import Kind
from assistant.comparison.pieces import clauses
from assistant.comparison.wording import says, told
from assistant.compose.passages import Chosen
from assistant.compose.who_when import WHO_COLUMNS, duty_supports, when_clause, who_clause
from assistant.draft import DraftClaim, Side, Support
from assistant.source import Source
from assistant.verify.facts import prohibitions

HARD = (Kind.FINENESS, Kind.TIME, Kind.FIGURE)
"""Kinds of difference that hardly are a matter of wording."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A document with what it says of the topic."""

    entry: Entry
    chosen: Chosen

    @property
    def year(self) -> int | None:
        """The year that its document is of."""
        return max(self.entry.years, default=None)


def contrasts(
    sayings: Sequence[Saying], catalogue: Catalogue, source: Source, *, kinds: Collection[Kind] = tuple(Kind)
) -> list[DraftClaim]:
    """Return a statement for each kind of difference; for documents that follow each other also what changed."""
    named = call_beside([saying.entry for saying in sayings])
    changes = [pair for pair in lineages(sayings, catalogue) if len(sayings) > 2]
    found = []
    for group in [*map(list, changes), list(sayings)]:
        is_change = len(group) == 2 and bool(lineages(group, catalogue))
        ordered = sorted(group, key=lambda saying: saying.year or 0) if is_change else group
        found += _stated(ordered, named, catalogue, kinds if group == list(sayings) else HARD, is_change=is_change)
        if group == list(sayings) and len(kinds) == len(Kind):
            found += _in_columns(ordered, named, source, is_change=is_change)
    return told_once(found)


def told_once(claims: Sequence[DraftClaim]) -> list[DraftClaim]:
    """Say nothing twice: of a difference that has a change before it in it, what is left joins that change."""
    told: list[DraftClaim] = []
    for claim in claims:
        beside = next((at for at, one in enumerate(told) if _shares(one, claim)), None)
        if beside is None:
            told.append(claim)
            continue
        known = {side.text for one in told for side in one.sides}
        left = [side for side in claim.sides if side.text not in known and side.phrases != (says("silent"),)]
        if left:
            told[beside] = _joined(told[beside], left)
    return told


def _shares(change: DraftClaim, claim: DraftClaim) -> bool:
    """Whether all that a statement of a change tells stands in another statement as well."""
    return bool(change.sides) and {side.text for side in change.sides} <= {side.text for side in claim.sides}


def _joined(change: DraftClaim, beside: Sequence[Side]) -> DraftClaim:
    """A change with what others say of the same behind it."""
    between = says("between")
    text = change.text.removesuffix("。") + "".join(between + side.text for side in beside) + "。"
    sides = (*change.sides, *beside)
    return DraftClaim(text=text, supports=_behind(sides), sides=sides)


def _behind(sides: Sequence[Side]) -> tuple[Support, ...]:
    """What carries several sides, each quote once."""
    return tuple({(s.provision.id, s.quote): s for side in sides for s in side.supports}.values())


def lineages(sayings: Sequence[Saying], catalogue: Catalogue) -> list[tuple[Saying, Saying]]:
    """Return pairs, the older first, of one place or of a rule and what carries it out, of different years."""
    ordered = sorted((one for one in sayings if one.year), key=lambda one: one.year or 0)
    return [
        (older, newer)
        for at, older in enumerate(ordered)
        for newer in ordered[at + 1 :]
        if older.year != newer.year and _follow(older.entry, newer.entry, catalogue)
    ]


def _follow(one: Entry, other: Entry, catalogue: Catalogue) -> bool:
    places = {one.document.region, other.document.region}
    carried_out = {*catalogue.rules_of(one.document.id), *catalogue.rules_of(other.document.id)}
    is_rule = bool(carried_out & {one.document.id, other.document.id})
    return is_rule or (len(places) == 1 and None not in places and not one.is_national)


def _stated(
    sayings: Sequence[Saying], named: dict[str, str], catalogue: Catalogue, kinds: Collection[Kind], *, is_change: bool
) -> list[DraftClaim]:
    passages = [Passage(_said(saying), _whole(saying)) for saying in sayings]
    found = differences(passages, catalogue.rarity)
    return [_claim(one, sayings, named, is_change=is_change) for one in found if one.kind in kinds]


def _said(saying: Saying) -> str:
    return "\n".join(claim.text for claim in saying.chosen.claims)


def _whole(saying: Saying) -> str:
    provision = saying.chosen.hit.provision
    return "\n".join([provision.heading, provision.shown_text, *(cell.text for cell in provision.cells)])


def _claim(found: Difference, sayings: Sequence[Saying], named: dict[str, str], *, is_change: bool) -> DraftClaim:
    sides = []
    for phrases, saying in zip(found.sides, sayings, strict=True):
        if phrases is not None:
            sides.append(_side(phrases, saying, named[saying.entry.document.id]))
    return sided(found.kind, sides, is_change=is_change)


def sided(kind: str, sides: Sequence[Side], *, is_change: bool) -> DraftClaim:
    """Set sides against each other in one statement."""
    lead = says("changed" if is_change else "differs").format(kind=told(kind))
    between = says("older_newer" if is_change else "between")
    text = lead + between.join(side.text for side in sides) + "。"
    return DraftClaim(text=text, supports=_behind(sides), sides=tuple(sides))


def _side(phrases: Sequence[str], saying: Saying, name: str) -> Side:
    own = saying.chosen.claims
    if not phrases:
        supports = [
            _support(clause, own) for claim in own for clause in clauses(claim.text) if not prohibitions(clause)
        ]
        return Side(name=name, phrases=(says("silent"),), supports=tuple(supports[:1]) or own[0].supports)
    supports = [_support(phrase, own) for phrase in phrases]
    return Side(name=name, phrases=tuple(phrases), supports=tuple(supports))


def _support(phrase: str, claims: Sequence[DraftClaim]) -> Support:
    """The quote in which a phrase stands; where that forbids what the phrase leaves out, the phrase itself."""
    claim = next(claim for claim in claims if phrase in claim.text)
    support = claim.supports[0]
    if prohibitions(support.quote) - prohibitions(phrase):
        return Support(provision=support.provision, document=support.document, quote=phrase)
    return support


def _in_columns(
    sayings: Sequence[Saying], named: dict[str, str], source: Source, *, is_change: bool
) -> list[DraftClaim]:
    """Who is responsible and by when, as brackets and columns tell it, where that is not alike."""
    found = []
    for kind, says_it, roles in (("bodies", who_clause, WHO_COLUMNS), ("deadline", when_clause, ("deadline",))):
        sides = []
        for saying in sayings:
            hit = saying.chosen.hit
            if line := says_it(hit.provision):
                supports = duty_supports(hit.provision, hit.document, source, roles)
                sides.append(Side(name=named[saying.entry.document.id], phrases=(line,), supports=supports))
        if len({side.phrases for side in sides}) > 1:
            found.append(sided(kind, sides, is_change=is_change))
    return found
