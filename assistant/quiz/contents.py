"""What a provision demands: the items it lists, or its sentences; and what others demand."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.folding import bare
from assistant.quiz.likeness import contained, pairs, says_the_same, topic
from assistant.quiz.material import Material
from assistant.quiz.question import Key
from assistant.quiz.sentences import DAMAGED, sentences_of, unnumbered
from index.corpus import Provision

LEAST_ITEMS, SHORTEST_ITEM, LONGEST_ITEM = 3, 4, 60
LONGEST_OPTION = 70
ALIKE = 0.5
CATCH_ALL = ("其他", "其它", "法律、", "需要报告的其他")
REST = re.compile(r"其[他它][^，、。；和或及]{1,8}$")
"""Ends an item that stands for all others: 由本机关规定的其他职能."""
GENERAL = re.compile(
    r"^(?:基本|有关|主要|总体|工作|重点|保障)?(?:情况|要求|原则|目标|任务|措施|指导思想|问题|建议|意义)$"
)
"""A heading that says nothing of what stands under it."""
LEANING_LEAD = ("前款", "前条", "上述", "该")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A provision that lists items; values are items."""

    provision: Provision
    lead_in: str
    items: tuple[Provision, ...]
    material: Material = field(repr=False)

    @property
    def rights(self) -> tuple[str, ...]:
        """The items, those that stand for all others left out."""
        found = (unnumbered(one.text) for one in self.items)
        return tuple(item for item in found if is_item(item))

    def also_right(self, value: str) -> str | None:
        """Say why something else may be in the list too."""
        if contained(pairs(value), pairs(self.provision.text)) >= ALIKE:
            return "is in the words of the provision"
        for item in self.items:
            plain = unnumbered(item.text)
            if contained(pairs(value), pairs(plain)) >= ALIKE or contained(pairs(plain), pairs(value)) >= ALIKE:
                return f"is like {item.id}"
        return None

    def keys_of(self, values: list[str]) -> tuple[Key, ...]:
        """Return the listed items that say some values, each with its words."""
        return tuple(
            Key(document_id=one.document_id, address=one.address, quote=unnumbered(one.text))
            for one in self.items
            if unnumbered(one.text) in values
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a provision with a heading demands; values are sentences."""

    provision: Provision
    sentences: tuple[str, ...]
    material: Material = field(repr=False)

    @property
    def rights(self) -> tuple[str, ...]:
        """The sentences of the provision."""
        return self.sentences

    def also_right(self, value: str) -> str | None:
        """Say why the sentence of another provision may be a demand of this one too."""
        if contained(topic(self.provision.heading), pairs(value)) > 0:
            return "speaks of the same matter"
        for one in self.material.same_task(self.provision):
            if contained(pairs(value), pairs(one.text)) >= ALIKE:
                return f"is said by {one.id}"
        return None

    def keys_of(self, values: list[str]) -> tuple[Key, ...]:
        """Return the provision once for each sentence asked for."""
        id, address = self.provision.document_id, self.provision.address
        return tuple(Key(document_id=id, address=address, quote=value) for value in values)


def listings_in(material: Material, document_id: str) -> Iterator[Listing]:
    """Yield the provisions of a document that list items after words that read by themselves."""
    lists: dict[str, list[Provision]] = {}
    for one in material.provisions(document_id):
        if one.kind == "项" and one.lead_in and one.parent:
            lists.setdefault(one.parent, []).append(one)
    for parent, items in lists.items():
        above = material.provision(document_id, parent)
        if above is None or len(items) < LEAST_ITEMS:
            continue
        lead_in = unnumbered(items[0].lead_in.strip().split("\n")[-1])
        if lead_in.endswith(("：", ":")) and not any(word in lead_in for word in LEANING_LEAD):
            yield Listing(provision=above, lead_in=lead_in, items=tuple(items), material=material)


def contents_in(material: Material, document_id: str) -> Iterator[Content]:
    """Yield the provisions of a document that have a heading and sentences that read by themselves."""
    headings = Counter(one.heading for one in material.provisions(document_id))
    for one in material.provisions(document_id):
        if headings[one.heading] > 1 or GENERAL.search(one.heading):
            continue
        if not one.heading or DAMAGED in one.warnings or material.descendants(one):
            continue
        sentences = tuple(dict.fromkeys(sentences_of(one, longest=LONGEST_OPTION)))
        if sentences:
            yield Content(provision=one, sentences=sentences, material=material)


def likeness(fact: Listing, other: "Listing | Content", value: str) -> float:
    """Return how easily an item of another list is taken for one of this, by its words and its list."""
    lead = contained(pairs(fact.lead_in), pairs(other.lead_in)) if isinstance(other, Listing) else 0.0
    words = max((contained(pairs(value), pairs(right)) for right in fact.rights), default=0.0)
    return lead + words + (value[-2:] in {right[-2:] for right in fact.rights})


def is_item(item: str) -> bool:
    """Whether an item says something of its own, in one line."""
    return (
        SHORTEST_ITEM <= len(item) <= LONGEST_ITEM
        and "\n" not in item
        and not item.startswith(CATCH_ALL)
        and not REST.search(item)
        and "本条" not in item
        and not says_the_same(item, "法律法规规定的其他情形")
        and bare(item) != ""
    )
