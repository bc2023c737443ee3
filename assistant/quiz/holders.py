"""Who holds a task, and which other body might be right too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.folding import bare
from assistant.quiz.bodies import is_generic, is_named_in, may_be_same
from assistant.quiz.material import Material, actors_of
from assistant.quiz.question import Key
from assistant.quiz.sentences import LONGEST, is_whole, unnumbered
from assistant.quiz.words import quoted, words
from index.columns import column_role
from index.corpus import Provision, Role
from index.duties.brackets import closing_bracket

OTHERS = re.compile(r"等|会同")
"""Says that there are others beside those who are named, or that some lead together with others."""
WHO_COLUMNS = ("lead", "body", "join")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holders:
    """The bodies that hold the task of one provision in one role."""

    provision: Provision
    task: str
    """As it stands in a question."""
    role: Role
    actors: tuple[str, ...]
    material: Material = field(repr=False)

    @property
    def rights(self) -> tuple[str, ...]:
        """The bodies."""
        return self.actors

    @property
    def is_open(self) -> bool:
        """Whether the words name others beside them (…等有关部门负责), so that any body might be one."""
        said = " ".join(key.quote for key in self.key())
        lead = said.find(Role.LEAD.value) if self.role is Role.LEAD else -1
        return bool(OTHERS.search(said[:lead] if lead >= 0 else said))

    def also_right(self, value: str) -> str | None:
        """Say why another body may hold the task too, by this or any other provision."""
        if is_generic(value):
            return "a class of bodies, which may contain the right one"
        for one in self.material.same_task(self.provision):
            if any(may_be_same(value, actor) for actor in actors_of([one])):
                return f"has a duty in {one.id}"
        if is_named_in(value, self.material.words_around(self.provision)):
            return "is named in the provision"
        return None

    def key(self) -> tuple[Key, ...]:
        """Return the provision with the words that name the bodies."""
        return holder_keys(self.provision, self.actors, self.material)


def holders_in(material: Material, document_id: str) -> Iterator[Holders]:
    """Yield the tasks of a document with those who hold them, one for each role."""
    for provision in material.provisions(document_id):
        task = named_task(provision)
        duties = [duty for duty in provision.duties if duty.actor and duty.role and _is_held(duty.act, provision)]
        if not task or not duties:
            continue
        for role in dict.fromkeys(duty.role for duty in duties):
            actors = tuple(dict.fromkeys(duty.actor for duty in duties if duty.role is role and duty.actor))
            if role is not None:
                yield Holders(provision=provision, task=task, role=role, actors=actors, material=material)


def named_task(provision: Provision) -> str:
    """Name the task of a provision for a question; '' where it has no name that reads by itself."""
    said = words()["statements"]
    if provision.heading:
        return str(said["task"].format(heading=quoted(provision.heading.strip(" 　。；"))))
    bracket = closing_bracket(provision.own_text)
    first = provision.own_text[: bracket.start - 1] if bracket else ""
    sentence = unnumbered(first)
    if is_whole(f"{sentence}。", longest=LONGEST) and "。" not in sentence:
        return str(said["task_sentence"].format(sentence=quoted(sentence)))
    return ""


def holder_keys(provision: Provision, actors: tuple[str, ...], material: Material) -> tuple[Key, ...]:
    """Return the provision and the words in which bodies stand; for a carried cell the row above too."""
    if not provision.cells:
        return (Key(document_id=provision.document_id, address=provision.address, quote=_said(provision, actors)),)
    cells = [cell for cell in provision.cells if cell.text and column_role(cell.column) in WHO_COLUMNS]
    quotes = [(cell.text, cell.carried_from) for cell in cells if any(actor in cell.text for actor in actors)]
    return tuple(
        Key(document_id=provision.document_id, address=provision.address, quote=text, carried_from=origin)
        for text, origin in quotes
    )


def _said(provision: Provision, actors: tuple[str, ...]) -> str:
    bracket = closing_bracket(provision.own_text)
    if bracket and all(bare(actor) in bare(bracket.text) for actor in actors):
        return bracket.text.strip()
    spans = [(duty.start, duty.end) for duty in provision.duties if duty.actor in actors]
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    return provision.text[start - provision.start : end - provision.start].strip()


def _is_held(act: str, provision: Provision) -> bool:
    """Whether an act is the task of the provision as a whole, not what one of its sentences says."""
    if provision.cells or bare(act) == bare(provision.heading):
        return True
    return not provision.heading and bare(act) in bare(unnumbered(provision.own_text))[: len(bare(act)) + 2]
