"""Choose in each of several documents the words that speak to one topic, and to what the others say of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.comparison.likeness import Rarity, alike
from assistant.compose.excerpt import excerpt_claims, sentence_claim
from assistant.compose.sentences import LOST_PUNCTUATION, Sentence, sentences
from assistant.draft import DraftClaim, Hit
from index.tokens import pairs

MOST_HITS = 3
"""Provisions of one document that are looked at."""
NEAR_FIRST = 0.85
"""Share of the score of the first of them, that the others need."""
MOST_SENTENCES = 4
NEAR_BEST = 0.6
"""Share of the worth of the best sentence, that the others need."""
ARTICLES = ("条", "款")
STRETCH_CHARS = 90
"""Where punctuation is lost, as many characters of clauses are taken together."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What one document says of the topic."""

    hit: Hit
    claims: tuple[DraftClaim, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence of a hit with its share of the topic."""

    hit: Hit
    sentence: Sentence
    on_topic: float


def choose_passages(hits: Mapping[str, Sequence[Hit]], topic: str, rarity: Rarity) -> dict[str, Chosen]:
    """Choose a provision and its sentences for each document; `hits` are its hits, best first, at least one.

    A sentence counts by the topic's words that it has, and by its likeness to what other documents say of the topic.
    """
    pieces = {
        name: [piece for hit in near_first(own) for piece in _pieces(hit, topic, rarity)] for name, own in hits.items()
    }
    leading = {name: max(own, key=lambda piece: piece.on_topic) for name, own in pieces.items() if own}
    chosen = {}
    for name, own in hits.items():
        others = [piece for other, piece in leading.items() if other != name]
        worth = [(piece.on_topic + _echo(piece, others, rarity), piece) for piece in pieces[name]]
        chosen[name] = _chosen(own, worth, topic)
    return chosen


def near_first(hits: Sequence[Hit]) -> list[Hit]:
    """Return the first of a document's hits with those that score nearly as well."""
    return [hit for hit in hits[:MOST_HITS] if hit.score >= NEAR_FIRST * hits[0].score]


def _pieces(hit: Hit, topic: str, rarity: Rarity) -> list[_Piece]:
    wanted = pairs(topic)
    whole = sum(map(rarity, wanted)) or 1.0
    found = _stretches(hit) if LOST_PUNCTUATION in hit.provision.warnings else sentences(hit.provision)
    return [_Piece(hit, one, sum(map(rarity, wanted & pairs(one.text))) / whole) for one in found]


def _stretches(hit: Hit) -> list[Sentence]:
    """Clauses taken together until they are about as long as a sentence; each clause begins one."""
    cut = sentences(hit.provision)
    found = []
    for at, opening in enumerate(cut):
        last = opening
        for clause in cut[at + 1 :]:
            if clause.start + len(clause.text) - opening.start > STRETCH_CHARS:
                break
            last = clause
        found.append(Sentence(hit.provision.own_text[opening.start : last.start + len(last.text)], opening.start))
    return found


def _echo(piece: _Piece, others: Sequence[_Piece], rarity: Rarity) -> float:
    return max(
        (other.on_topic * alike(piece.sentence.text, other.sentence.text, rarity) for other in others), default=0
    )


def _chosen(hits: Sequence[Hit], worth: list[tuple[float, _Piece]], topic: str) -> Chosen:
    ranked = sorted(worth, key=lambda pair: (-pair[0], pair[1].sentence.start))
    hit = ranked[0][1].hit if ranked and ranked[0][0] > 0 else hits[0]
    provision = hit.provision
    if provision.cells or provision.opens_list or provision.kind in ARTICLES or not ranked or ranked[0][0] == 0:
        return Chosen(hit, tuple(excerpt_claims(provision, hit.document, topic)))
    near = [one for value, one in ranked if one.hit is hit and value >= NEAR_BEST * ranked[0][0]]
    kept: list[Sentence] = []
    for piece in near:
        if len(kept) < MOST_SENTENCES and not any(_meet(piece.sentence, other) for other in kept):
            kept.append(piece.sentence)
    kept.sort(key=lambda sentence: sentence.start)
    return Chosen(hit, tuple(sentence_claim(sentence, provision, hit.document) for sentence in kept))


def _meet(one: Sentence, other: Sentence) -> bool:
    return one.start < other.start + len(other.text) and other.start < one.start + len(one.text)
