"""Answer what a word means with the sentence that says so: 是指…, 以下统称…, 即…, or the brackets behind the word."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from assistant.catalogue import Catalogue
from assistant.compose.excerpt import excerpt_claims, sentence_claim
from assistant.compose.naming import label
from assistant.compose.sentences import Sentence, sentences
from assistant.draft import DraftClaim, Retrieval
from assistant.folding import bare, fold, simplify
from assistant.question import Question
from index.corpus import Document, Provision

QUOTED = re.compile(r"“([^“]{2,16})“")
SHORTEST, LONGEST = 2, 20
"""Characters of a word that is defined."""
SHORTEST_PART = 4
"""The same where it is one word of several in the topic; then only the surest ways of defining count."""
SUREST = 3
MOST_DOCUMENTS = 4
"""Documents of the best hits that are read through, where the question names none."""


class Ways(NamedTuple):
    """How texts define, and what is said around a word that is asked for."""

    says: tuple[str, ...]
    around: re.Pattern[str]
    counts_as: re.Pattern[str]


class Defining(NamedTuple):
    """A sentence that defines; the lower its rank, the surer."""

    rank: int
    document: Document
    provision: Provision
    sentence: Sentence


@cache
def _ways() -> Ways:
    table = tomllib.loads(resources.files("assistant.compose").joinpath("defining.toml").read_text("utf-8"))
    return Ways(tuple(table["says"]), re.compile("|".join(table["around"])), re.compile(table["counts_as"]))


def define(retrieval: Retrieval, catalogue: Catalogue) -> list[DraftClaim]:
    """Return the sentence that defines what a question asks for; empty where no text that was looked at does."""
    for term, ways in _terms(retrieval.question):
        patterns = [re.compile(way.format(term=re.escape(term))) for way in _ways().says[:ways]]
        found = list(_defining(patterns, term, _read(retrieval, catalogue)))
        if found:
            best = min(found, key=lambda one: one.rank)
            return [_claim(best)]
    return []


def _terms(question: Question) -> Iterator[tuple[str, int]]:
    """Words that may be asked for, the likeliest first, each with how many ways of defining count for it."""
    ways, every = _ways(), len(_ways().says)
    text = fold(simplify(question.text))
    counted = ways.counts_as.search(text)
    quoted = [word.strip() for word in QUOTED.findall(text) if f"《{word}" not in text]
    whole = _plain(question.topic.replace(" ", ""))
    for term in [*quoted, *([_plain(counted["term"])] if counted else []), whole]:
        if SHORTEST <= len(term) <= LONGEST:
            yield term, every
    for part in sorted(map(_plain, question.topic.split()), key=len, reverse=True):
        if SHORTEST_PART <= len(part) <= LONGEST and part != whole:
            yield part, SUREST


def _plain(words: str) -> str:
    return re.sub(r"[“”]", "", _ways().around.sub("", fold(words)))


def _read(retrieval: Retrieval, catalogue: Catalogue) -> Iterator[tuple[Document, Provision]]:
    """The hits, then the rest of the named documents, else of those of the best hits."""
    yield from ((hit.document, hit.provision) for hit in retrieval.hits)
    question = retrieval.question
    ranked = list(dict.fromkeys(hit.document.id for hit in retrieval.hits))
    documents: Sequence[str] = (question.documents or ()) if question.named else ranked[:MOST_DOCUMENTS]
    for name in documents:
        if (entry := catalogue.entry(name)) is not None:
            yield from ((entry.document, provision) for provision in catalogue.provisions(name))


def _defining(
    patterns: Sequence[re.Pattern[str]], term: str, read: Iterator[tuple[Document, Provision]]
) -> Iterator[Defining]:
    seen = set()
    for document, provision in read:
        if provision.id in seen or bare(term) not in bare(provision.own_text):
            continue
        seen.add(provision.id)
        for sentence in sentences(provision):
            words = fold(sentence.text)
            rank = next((at for at, pattern in enumerate(patterns) if pattern.search(words)), None)
            if rank is not None:
                yield Defining(rank, document, provision, sentence)


def _claim(found: Defining) -> DraftClaim:
    opens = found.provision.opens_list and found.sentence.text.endswith(("：", ":"))
    claim = (
        excerpt_claims(found.provision, found.document, "")[0]
        if opens
        else sentence_claim(found.sentence, found.provision, found.document)
    )
    return DraftClaim(text=claim.text, supports=claim.supports, label=label(found.document, found.provision))
