"""Whether something must, may or must not be done: 应当, 可以, 不得."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.folding import bare
from assistant.quiz.material import Material
from assistant.quiz.question import Key
from assistant.quiz.sentences import sentences_of
from index.corpus import Provision

MODAL = re.compile(r"应当|不得|可以|必须|无需")
SWAPPED = {"应当": "可以", "不得": "可以"}
CONDITION = re.compile(r"(?:应当|不得)(?:做到|坚持|遵循|保证)|的，|可能|但是|除|认为|需要")
"""Where conditions or exceptions stand beside it, another word may be right in another case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Modal:
    """A sentence with one word of duty; values are whole sentences."""

    provision: Provision
    sentence: str
    material: Material = field(repr=False)

    @property
    def rights(self) -> tuple[str, ...]:
        """The sentence."""
        return (self.sentence,)

    def also_right(self, value: str) -> str | None:
        """Say why the changed sentence may be right too: a provision says it, or nothing of duty was changed."""
        mine, changed = MODAL.findall(self.sentence), MODAL.findall(value)
        if len(mine) != 1 or len(changed) != 1 or SWAPPED.get(mine[0]) != changed[0]:
            return "does not turn the one word of duty"
        plain = bare(value)
        said = next((id for id, text in self.material.plain_texts.items() if plain in text), None)
        return f"is said by {said}" if said else None

    @property
    def swapped(self) -> str:
        """The sentence with the other word of duty."""
        return MODAL.sub(lambda match: SWAPPED.get(match[0], match[0]), self.sentence)

    def key(self) -> tuple[Key, ...]:
        """Return the provision with the sentence."""
        return (Key(document_id=self.provision.document_id, address=self.provision.address, quote=self.sentence),)


def modals_in(material: Material, document_id: str) -> Iterator[Modal]:
    """Yield the sentences of a document with exactly one word of duty that can be turned, without conditions."""
    for provision in material.provisions(document_id):
        for sentence in sentences_of(provision):
            found = MODAL.findall(sentence)
            if len(found) == 1 and found[0] in SWAPPED and not CONDITION.search(sentence):
                yield Modal(provision=provision, sentence=sentence, material=material)
