"""Check every claim against the provisions it cites; withhold what they do not carry. The fourth stage of the chain."""

import re
from dataclasses import replace

from assistant.answer import Outcome
from assistant.calling import names
from assistant.catalogue import Catalogue
from assistant.draft import Draft, DraftClaim, Support
from assistant.verify.acts import bears_out, is_verdict
from assistant.verify.facts import bodies, document_numbers, modality, numbers, prohibitions, what_is_said
from assistant.verify.normal import normal
from assistant.verify.polarity import left_out, put_in
from assistant.verify.roles import misattributed

CARRIED = "承上栏"
TIMED_TASK = re.compile(r"(?P<task>[^：]+)：(?:[^：]*；)?完成时限：")
LEAST_SAME = 0.5
"""Share of what follows a word of duty in a claim that has to follow the same word in the source."""


def verify(draft: Draft, catalogue: Catalogue) -> Draft:
    """Withhold each claim that fails; some withheld makes the answer partial, all make it none."""
    kept: list[DraftClaim] = []
    reasons: list[str] = []
    for claim in draft.claims:
        wrong = problems(claim, draft.question.documents, catalogue)
        if wrong:
            reasons += wrong
        else:
            kept.append(claim)
    if not reasons:
        return draft
    outcome = draft.outcome
    if outcome is Outcome.ANSWERED:
        outcome = Outcome.PARTIAL if kept else Outcome.NOT_IN_LIBRARY
    notice = f"有{len(draft.claims) - len(kept)}条内容未通过核对，已略去。"
    return replace(
        draft,
        claims=tuple(kept),
        outcome=outcome,
        message=draft.message if kept else "",
        withheld=tuple(reasons),
        notices=(*draft.notices, notice),
        table=None,
    )


def problems(claim: DraftClaim, documents: tuple[str, ...] | None, catalogue: Catalogue) -> list[str]:
    """Return why a claim must not be shown; empty when it may."""
    wrong = _ill_cited(claim, documents)
    if not claim.supports:
        return wrong
    if claim.sides:
        return wrong + _ill_sided(claim, documents, catalogue)
    if claim.of_document:
        record = "；".join(catalogue.record_of(support.provision) for support in claim.supports)
        return [*wrong, *_unfounded(claim.text, record), *put_in(claim.text, record)]
    if is_verdict(claim.text):
        sources = [f"{support.provision.lead_in}{support.quote}" for support in claim.supports]
        return wrong if bears_out(claim.text, sources) else [*wrong, f"结论与条款不符：{claim.text}"]
    is_whole = TIMED_TASK.match(claim.text) is None
    return wrong + _not_said(claim) + (left_out(claim.text, claim.supports) if is_whole else [])


def _ill_cited(claim: DraftClaim, documents: tuple[str, ...] | None) -> list[str]:
    """What is wrong with the citations themselves."""
    if not claim.supports:
        return ["无引用"]
    wrong = [f"引文不在条款中：{s.quote[:20]}" for s in claim.supports if not quote_holds(s)]
    wrong += [f"文件与条款不符：{s.document.id}" for s in claim.supports if s.document.id != s.provision.document_id]
    if documents is not None:
        wrong += [f"文件不在范围内：{s.document.id}" for s in claim.supports if s.document.id not in documents]
    return wrong


def _not_said(claim: DraftClaim) -> list[str]:
    """What a claim, or a phrase of one, says that its quotes do not, and the prohibitions of theirs that it lacks."""
    quoted = "；".join(support.quote for support in claim.supports)
    source = "；".join([quoted, *_around(claim)])
    wrong = [*_unfounded(claim.text, source), *put_in(claim.text, source)]
    wrong += [f"职责不符：{one}" for one in misattributed(claim.text, claim.supports)]
    wrong += _ill_carried(claim)
    wrong += _of_another_task(claim)
    wrong += [f"否定缺失：{word}" for word in prohibitions(quoted) - prohibitions(claim.text)]
    return wrong


def _ill_sided(claim: DraftClaim, documents: tuple[str, ...] | None, catalogue: Catalogue) -> list[str]:
    """What is wrong with the sides of a claim: each phrase is held against its own document alone."""
    wrong, rest = [], claim.text
    for side in claim.sides:
        wrong += [] if side.text in rest else [f"与所比各方不符：{side.name}"]
        rest = rest.replace(side.text, "", 1)
        named = {name for s in side.supports if (entry := catalogue.entry(s.document.id)) for name in names(entry)}
        wrong += [] if side.name in named else [f"文件称谓不符：{side.name}"]
        phrases = [DraftClaim(text=phrase, supports=side.supports) for phrase in side.phrases]
        wrong += [one for phrase in phrases for one in (*_ill_cited(phrase, documents), *_not_said(phrase))]
    return [*wrong, *_unfounded(rest, ""), *put_in(rest, "")]


def quote_holds(support: Support) -> bool:
    """Whether the quote stands in the stored provision, under the one normalisation."""
    quote = normal(support.quote)
    return bool(quote) and quote in normal(support.provision.shown_text)


def _unfounded(said: str, source: str) -> list[str]:
    """The facts of a statement that its source does not have, or has fewer times.

    Counting tells a number or a body put in the place of another, though the source has both.
    """
    known = document_numbers(source)
    plain = normal(source)
    return [
        *(f"数字无依据：{number}" for number in sorted(numbers(said) - numbers(source))),
        *(f"文号无依据：{one}" for one in document_numbers(said) if not any(_same_end(one, other) for other in known)),
        *(f"情态不符：{word}" for word in sorted(modality(said) - modality(source))),
        *(f"情态所指不符：{word}" for word in _turned(said, source)),
        *(f"机构无依据：{body}" for body in sorted(bodies(said)) if _count(body, said) > plain.count(normal(body))),
    ]


def _count(body: str, said: str) -> int:
    return normal(said).count(normal(body))


def _turned(said: str, source: str) -> list[str]:
    """Words of duty or prohibition that stand in the source, but before something else than what is said here."""
    known = what_is_said(source)
    return [
        word
        for word, after in what_is_said(said)
        if after and not any(len(after & other) >= LEAST_SAME * len(after) for same, other in known if same == word)
    ]


def _ill_carried(claim: DraftClaim) -> list[str]:
    """A value carried from a row above says so, and the row in which it is printed is cited beside it."""
    cited = {support.provision.id for support in claim.supports}
    printed = [f"{s.document.id}#{s.carried_from}" for s in claim.supports if s.carried_from]
    wrong = [f"未引承上栏所在行：{row}" for row in printed if row not in cited]
    return wrong if bool(printed) == (CARRIED in claim.text) else [*wrong, "承上栏标注不符"]


def _of_another_task(claim: DraftClaim) -> list[str]:
    """The task that a deadline is said of, where no provision cited speaks of it."""
    match = TIMED_TASK.match(claim.text)
    cited = "；".join([*(support.provision.shown_text for support in claim.supports), *_around(claim)])
    return [f"时限另有所指：{match['task']}"] if match and normal(match["task"]) not in normal(cited) else []


def _same_end(one: str, other: str) -> bool:
    """Whether two 文号 are one, with more or fewer words before it."""
    return one.endswith(other) or other.endswith(one)


def _around(claim: DraftClaim) -> list[str]:
    """The headings and addresses of what is cited: a claim may name them beside the words it quotes."""
    names = [(*support.provision.headings, support.provision.address) for support in claim.supports]
    return list(dict.fromkeys(name for group in names for name in group))
