"""Read a question in its conversation: the first stage of the chain."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.answer import Scope
from assistant.catalogue import OFFICE, Catalogue
from assistant.folding import bare, fold, simplify, without
from assistant.lexicon import in_chinese, names_in_texts, official_words, well_spelt, widened
from assistant.question import DECISION, Aspect, Filter, Question
from assistant.understand.aspects import (
    asks_of_documents,
    aspects,
    compares_documents,
    is_out_of_scope,
    is_small_talk,
    ranks_documents,
    refusal,
    topic,
    weighed,
)
from assistant.understand.headings import asks_for_contents, headed
from assistant.understand.heart import heart
from assistant.understand.narrowing import narrowed
from assistant.understand.owners import owned
from assistant.understand.parts import parts
from assistant.understand.places import neighbour, places
from assistant.understand.scope import Found, find_scope
from assistant.understand.spelling_out import kinds_written, numbers_written

FOLLOWS_ON = re.compile(
    r"^(那么?|那|还有|另外|换成|改成|再|具体|如果|要是|万一|最多|最少|至少|逾期|例外)|呢[?？]?$"
    r"|(它|其|这个|这项|该项|那一?[项条行块]|上述|前面|刚才)"
)
BETWEEN = re.compile(
    r"^(?:[和与跟及从到比、,\s]|同(?![意时样级类]))*\s(?:[和与跟及从到比、,\s]|同(?![意时样级类]))*(?:对(?!外))?|(?<=\s)[和与跟同从到比、,]+(?=\s|$)"
    r"|(?:^|(?<=[,，。;；:：?？\s]))(?:请|就)?(?:按照?|依照|照|根据|对照|参照)(?=\s|$)"
)
"""What is left where the names of documents stood."""
TOGETHER = re.compile(r"[这那]?[两三四五](?:份文件|[份家地])(?=[和与跟、对在里中,\s]|$)")
"""How many documents were named."""
EMPTY = re.compile(r"[《“(〔]\s*[》“)〕]")
"""Brackets in which a name stood."""
ARTICLE = re.compile(r"(?P<article>第.{1,6}?条(?:之.)?)")
SHORTEST_TOPIC = 2
SHORTEST_HEART = 6
"""Characters of what the part of a message that asks is about."""
DEFINING = ("所称", "是指")
"""Words with which texts define; searched besides where a definition is asked for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks: the question, the earlier questions, oldest first, and what it is restricted to."""

    text: str
    history: tuple[str, ...] = ()
    within: Filter = field(default_factory=Filter)


def understand(asked: Asked, catalogue: Catalogue) -> Question:
    """Read the question; what it leaves open is taken from the conversation, topic and scope apart."""
    previous: Question | None = None
    for text in asked.history:
        previous = _read(simplify(text), previous, catalogue)
    question = replace(_read(simplify(asked.text), previous, catalogue), text=asked.text)
    question = narrowed(question, asked.within, catalogue)
    return replace(question, parts=parts(question))


def _read(written: str, previous: Question | None, catalogue: Catalogue) -> Question:
    text = _spelt_out(written, catalogue)
    found = find_scope(text, catalogue)
    named_places = owned(places(text), text, found.documents or (), lambda words: _named_in(words, catalogue))
    asking = heart(text, lambda part: len(bare(_topic(part, found, ()))) >= SHORTEST_HEART or bool(places(part)))
    about = "" if is_small_talk(text) else _topic(asking, found, [place.written for place in named_places])
    asked = _meant(aspects(asking), asking, about, found)
    if found.named and not named_places and asks_for_contents(asked):
        named_places = tuple(filter(None, [headed(about, found.documents or (), catalogue)]))
    synonyms = official_words(asking, catalogue.is_known)
    beside = _beside_names(text, found)
    question = Question(
        text=text,
        asking=asking,
        query=" ".join([widened(about, synonyms), *(DEFINING if Aspect.DEFINITION in asked else ())]),
        synonyms=synonyms,
        aspects=asked,
        scope=replace(found.scope, bodies=catalogue.bodies_in(beside, names_in_texts(beside))),
        documents=found.documents,
        named=found.named,
        sides=found.sides,
        above=found.above,
        about_places=found.about_places,
        places=named_places,
        topic=about,
        refusal=(refused := refusal(text, found.spoken)),
        weighed=weighed() if refused == DECISION else (),
        is_out_of_scope=not found.named and is_out_of_scope(text),
    )
    return _beside_kin(_continue(question, found, previous) if previous else question, catalogue)


def _spelt_out(written: str, catalogue: Catalogue) -> str:
    """Chinese, rightly spelt, with each document by a name of its own."""
    text = numbers_written(well_spelt(in_chinese(written), catalogue.is_known))
    return kinds_written(text, lambda words: len(_named_in(words, catalogue)))


def _named_in(words: str, catalogue: Catalogue) -> tuple[str, ...]:
    found = find_scope(words, catalogue)
    return (found.documents or ()) if found.named else ()


def _meant(asked: frozenset[Aspect], text: str, about: str, found: Found) -> frozenset[Aspect]:
    """Leave out the aspects of documents where a question has their words and asks about something in a document."""
    several = (len(found.scope.regions), len(found.scope.years), len(found.documents or ()) if found.named else 0)
    if found.named and not asks_of_documents(about):
        asked -= {Aspect.CATALOGUE}
    if found.sides and ranks_documents(text):
        asked = asked - {Aspect.WHO} | {Aspect.COMPARISON}
    if max(several) < 2 and not compares_documents(text, about):
        asked -= {Aspect.COMPARISON}
    return asked


def _beside_kin(question: Question, catalogue: Catalogue) -> Question:
    """What changed in one document is told beside those that it may have changed from."""
    if Aspect.COMPARISON not in question.aspects or not question.named or question.scope.missing:
        return question
    if len(question.documents or ()) != 1:
        return question
    (name,) = question.documents or ()
    documents = (name, *catalogue.kin(name))
    return replace(question, documents=documents, scope=replace(question.scope, documents=documents))


def _beside_names(text: str, found: Found) -> str:
    """A text without the names of documents, which may begin with a body; bodies that stand alone stay."""
    rest = fold(text)
    for words in sorted(found.spoken, key=len, reverse=True):
        rest = rest if OFFICE.search(words) else without(rest, words, " ")
    return rest


def _topic(text: str, found: Found, spoken_places: Sequence[str]) -> str:
    """What is left when the words that name documents, places and what is asked are gone."""
    rest = fold(text)
    for words in sorted([*spoken_places, *found.spoken], key=len, reverse=True):
        rest = without(rest, words, " ")
    rest = TOGETHER.sub(" ", EMPTY.sub(" ", rest))
    return BETWEEN.sub(" ", topic(BETWEEN.sub(" ", rest))).strip()


def _continue(question: Question, found: Found, previous: Question) -> Question:
    """Take the topic, the scope or both from the question before, where this one leaves them open."""
    if (
        question.refusal
        or is_small_talk(question.text)
        or (Aspect.CATALOGUE in question.aspects and not FOLLOWS_ON.search(question.text))
    ):
        return question
    if not question.places and previous.places and (beside := neighbour(question.text, previous.places[0])):
        return _in_scope_of(previous, replace(question, places=(beside,)))
    question = _outermost(_within(question, previous), previous)
    has_topic = len(bare(question.topic)) >= SHORTEST_TOPIC
    has_scope = question.documents is not None or bool(question.scope.missing)
    follows = bool(FOLLOWS_ON.search(question.text)) or not has_topic
    if not follows or (question.places and has_scope):
        return question
    if not has_topic and not question.places:
        question = replace(
            question,
            topic=previous.topic,
            synonyms=previous.synonyms | question.synonyms,
            query=f"{previous.query} {question.query}".strip(),
            aspects=question.aspects or previous.aspects,
            places=previous.places if not has_scope else (),
        )
    return question if has_scope else _in_scope_of(previous, question)


def _in_scope_of(previous: Question, question: Question) -> Question:
    scope = _joined(question.scope, previous.scope)
    return replace(
        question,
        documents=previous.documents,
        named=previous.named,
        sides=previous.sides,
        above=previous.above,
        scope=scope,
    )


def _within(question: Question, previous: Question) -> Question:
    """第二款呢？ after a question about 第三十三条 means 第三十三条第二款."""
    if not question.places or not previous.places or question.documents is not None:
        return question
    above = ARTICLE.match(previous.places[0].addresses[0])
    if above is None:
        return question
    within = tuple(
        replace(place, addresses=(above["article"] + place.addresses[-1], *place.addresses))
        if place.unit in ("款", "项")
        else place
        for place in question.places
    )
    return replace(question, places=within)


def _outermost(question: Question, previous: Question) -> Question:
    """第二点 after a question about how a document is built means its second part, not an item of a part."""
    if Aspect.STRUCTURE not in previous.aspects or question.documents is not None:
        return question
    places = tuple(
        replace(place, addresses=tuple(sorted(place.addresses, key=lambda address: not address.endswith("、"))))
        for place in question.places
    )
    return replace(question, places=places)


def _joined(own: Scope, before: Scope) -> Scope:
    return replace(before, bodies=own.bodies or before.bodies)
