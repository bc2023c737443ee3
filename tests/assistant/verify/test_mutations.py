"""True answers to the open and the fresh evaluation questions pass; the same with one fact changed do not."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.draft import DraftClaim
from assistant.verify.normal import normal
from assistant.verify.stage import problems
from evals.cases import read_cases
from index.duties import body_names

CASES = [Path(__file__).parents[3] / "evals" / "cases" / name for name in ("open.jsonl", "fresh.jsonl")]
CHINESE = "一二三四五六七八九"
TURNED = {
    "应当": ("不得", "可以"),
    "可以": ("应当", "不得"),
    "不得": ("应当", "可以"),
    "不予": ("应当", "予以"),
    "可以不": ("可以", "应当"),
    "牵头": ("配合不得",),
}
DENIES = re.compile("(?:不(?![断仅但同]|动产)|未(?!来|写明)|无)(?=[\u4e00-\u9fff])")
ACTS = re.compile("(?<![不未])(?:公开|公布|发布|答复|收取|提供|告知)(?=[\u4e00-\u9fff，。])")
EXCEPTED = re.compile("除[^。；，]{1,40}外，?")
RHYTHMS = {
    "每季度": "每年",
    "每年": "每月",
    "年底": "年初",
    "及时": "按年",
    "实时": "定期",
    "定期": "逐步",
    "最长": "最短",
}
BOUNDS = {"日内": "日后", "月内": "月后", "年内": "年后", "日前": "日后", "底前": "底后", "以上": "以下"}
BODIES = ("市公安局", "市审计局", "市财政局", "市环保局", "国务院办公厅")
NUMBER = re.compile(r"(?:京政办发|国办发|沪府办发)〔\d{4}〕\d+号|国务院令第\d+号")
NUMBERS = (
    "京政办发〔2014〕28号",
    "国办发〔2014〕12号",
    "沪府办发〔2014〕33号",
    "国办发〔2015〕12号",
    "国务院令第492号",
)


KINDS = ("digit", "article", "negation", "document number", "body", "denial", "exception", "time")


def digits(text: str) -> Iterator[str]:
    for match in re.finditer(r"\d", text):
        yield _swap(text, match, str((int(match[0]) + 3) % 10))
    for match in re.finditer(rf"[{CHINESE}](?=[个年月日次项份天])", text):
        yield _swap(text, match, CHINESE[(CHINESE.index(match[0]) + 3) % 9])


def articles(text: str) -> Iterator[str]:
    for match in re.finditer(r"(?<=第)[一二三四五六七八九十]+(?=[条款项])", text):
        yield from (_swap(text, match, other) for other in ("三十九", "五", "八") if other != match[0])


def negations(text: str) -> Iterator[str]:
    for word, others in TURNED.items():
        for match in re.finditer(word, text):
            yield from (_swap(text, match, other) for other in others)


def denials(text: str) -> Iterator[str]:
    yield from (text[: match.start()] + text[match.end() :] for match in DENIES.finditer(text))
    yield from (text[: match.start()] + "不" + text[match.start() :] for match in ACTS.finditer(text))


def exceptions(text: str) -> Iterator[str]:
    yield from (text[: match.start()] + text[match.end() :] for match in EXCEPTED.finditer(text))


def times(text: str) -> Iterator[str]:
    for true, false in (RHYTHMS | BOUNDS).items():
        before = r"(?<=\d个工作)" if true[0] == "日" else ""
        yield from (_swap(text, match, false) for match in re.finditer(before + true, text))


def bodies(claim: DraftClaim) -> Iterator[str]:
    held = "".join(
        s.provision.shown_text + "".join(s.provision.headings) + (s.document.issuer or "") for s in claim.supports
    )
    for name in body_names(claim.text):
        if name in claim.text:
            yield from (claim.text.replace(name, other, 1) for other in BODIES if other not in held)


def document_numbers(text: str) -> Iterator[str]:
    for match in NUMBER.finditer(text):
        yield from (_swap(text, match, other) for other in NUMBERS if other != match[0])


def _swap(text: str, match: re.Match[str], other: str) -> str:
    return text[: match.start()] + other + text[match.end() :]


@pytest.fixture(scope="module")
def claims(drafted):
    """Every claim of the answers, with the documents of its question."""
    drafts = [drafted(case.question, *case.history) for case in read_cases(CASES)]
    return [(claim, draft.question.documents) for draft in drafts for claim in draft.claims]


@pytest.fixture(scope="module")
def mutants(claims):
    """The claims with one fact changed, by kind of change."""
    kinds = {
        **{"digit": digits, "article": articles, "negation": negations, "document number": document_numbers},
        **{"denial": denials, "exception": exceptions, "time": times},
    }
    made = {
        kind: [(replace(claim, text=text), documents) for claim, documents in claims for text in change(claim.text)]
        for kind, change in kinds.items()
    }
    made["body"] = [(replace(claim, text=text), documents) for claim, documents in claims for text in bodies(claim)]
    return made


def survivors(mutants, catalogue):
    return [claim.text for claim, documents in mutants if not problems(claim, documents, catalogue)]


def test_true_claims_are_accepted(claims, catalogue):
    rejected = [claim.text for claim, documents in claims if problems(claim, documents, catalogue)]

    assert len(claims) >= 200
    assert len(rejected) <= 0.01 * len(claims), rejected


@pytest.mark.parametrize("kind", KINDS)
def test_a_claim_with_one_fact_changed_is_rejected(kind, mutants, catalogue):
    assert len(mutants[kind]) >= 20
    assert survivors(mutants[kind], catalogue) == []


def test_there_are_enough_changes_to_tell(mutants):
    assert sum(map(len, mutants.values())) >= 1000


def test_a_claim_cited_to_another_document_is_rejected(claims, catalogue):
    """Above all to provisions of other documents in which the quote stands too."""
    words = {
        provision.id: (normal(provision.shown_text), provision, entry.document)
        for entry in catalogue.entries
        for provision in catalogue.provisions(entry.document.id)
    }
    mutants = []
    for claim, documents in claims:
        for at, support in enumerate(claim.supports):
            other = [entry.document for entry in catalogue.entries if entry.document.id != support.document.id]
            quote = normal(support.quote)
            wrong = [replace(support, document=document) for document in other]
            wrong += [
                replace(support, document=document, provision=provision)
                for text, provision, document in words.values()
                if document in other and quote in text
            ]
            before, after = claim.supports[:at], claim.supports[at + 1 :]
            mutants += [(replace(claim, supports=(*before, one, *after)), documents) for one in wrong]

    assert len(mutants) >= 1000
    assert survivors(mutants, catalogue) == []


def test_a_quote_that_stops_before_the_denial_does_not_hide_it(claims, catalogue):
    """As a language model could quote: the words up to the one that denies, and without it in the statement."""
    mutants = []
    for claim, documents in claims:
        for support in claim.supports if len(claim.supports) == 1 else ():
            for match in DENIES.finditer(support.quote) if normal(claim.text) == normal(support.quote) else ():
                quote, text = support.quote[: match.start()], claim.text.replace(match[0], "", 1)
                if normal(quote):
                    mutants.append((replace(claim, text=text, supports=(replace(support, quote=quote),)), documents))

    assert len(mutants) >= 100
    assert survivors(mutants, catalogue) == []


@settings(max_examples=200, deadline=None, derandomize=True)
@given(data=st.data())
def test_no_number_of_any_size_can_be_put_in(data, claims, catalogue):
    claim, documents = data.draw(st.sampled_from([one for one in claims if re.search(r"\d+", one[0].text)]))
    match = data.draw(st.sampled_from(list(re.finditer(r"\d+", claim.text))))
    other = str(data.draw(st.integers(0, 99_999).filter(lambda number: number != int(match[0]))))

    assert problems(replace(claim, text=_swap(claim.text, match, other)), documents, catalogue)
