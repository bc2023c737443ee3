"""How far the words of one text stand in another, rare words weighing more."""

from collections.abc import Callable, Collection

from index.tokens import pairs

Rarity = Callable[[str], float]
"""Weight of a term: 0 for one that stands everywhere, 1 for one that stands nowhere."""


def covered(text: str, among: Collection[str], rarity: Rarity) -> float:
    """Return the share of a text's pairs of characters, by weight, that are among others: 0 to 1; 1 for no text."""
    wanted = pairs(text)
    whole = sum(map(rarity, wanted))
    return sum(rarity(term) for term in wanted if term in among) / whole if whole else 1.0


def alike(one: str, other: str, rarity: Rarity) -> float:
    """Return the weight of what two texts share over the weight of the lighter one: 0 to 1."""
    left, right = pairs(one), pairs(other)
    lighter = min(sum(map(rarity, left)), sum(map(rarity, right)))
    return sum(map(rarity, left & right)) / lighter if lighter else 0.0


def mutual(one: str, other: str, rarity: Rarity) -> float:
    """Return the weight of what two texts share over the weight of the heavier one: 0 to 1, 1 for the same words."""
    left, right = pairs(one), pairs(other)
    heavier = max(sum(map(rarity, left)), sum(map(rarity, right)))
    return sum(map(rarity, left & right)) / heavier if heavier else 0.0
