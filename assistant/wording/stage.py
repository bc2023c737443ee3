"""Word a draft by the model, and take its words only if every one of them is borne out."""

import time
from collections.abc import Sequence
from dataclasses import replace

from langchain_core.messages import AIMessage, BaseMessage

from assistant.answer import Outcome
from assistant.catalogue import Catalogue
from assistant.draft import Draft, DraftClaim, Support
from assistant.question import Aspect
from assistant.verify.stage import problems
from assistant.wording.chat import Chat, Failure, Progress, Reply
from assistant.wording.grounds import ungrounded
from assistant.wording.prompts import Prompts
from assistant.wording.reply import claims_of, read_reply

MOST_SHOWN = 8
"""Provisions given to the model."""
MOST_PROBLEMS = 6
UNREADABLE = "回答不是要求的 JSON"
UNKNOWN = "引用了没有给出的条款编号"
EXACT = {Aspect.CATALOGUE, Aspect.STRUCTURE, Aspect.DUTIES_OF_BODY, Aspect.COMPARISON}
"""What outline, catalogue and duties answer needs no other words."""
TRIES = 2


def word(draft: Draft, chat: Chat, prompts: Prompts, catalogue: Catalogue, progress: Progress) -> Draft:
    """Return the draft in the model's words; else as it was, with a notice that says why."""
    if not _needs_words(draft):
        return draft
    shown = _shown(draft)
    until = time.monotonic() + chat.seconds
    messages = prompts.ask(draft.question.text, _numbered(shown))
    wrong: Sequence[str] = ()
    for _ in range(TRIES):
        reply = chat.ask(messages, until=until, progress=progress)
        if isinstance(reply, Failure):
            return _as_it_was(draft, reply.value, prompts)
        claims, wrong = _checked(reply, shown, draft, catalogue)
        if not wrong:
            label = {support.provision.id: claim.label for claim in draft.claims for support in claim.supports}
            labelled = tuple(replace(one, label=label.get(one.supports[0].provision.id, "")) for one in claims)
            return replace(draft, claims=labelled, composer=chat.name, prompt=prompts.sha256)
        messages = prompts.ask_again(_with_reply(messages, reply), "\n".join(wrong[:MOST_PROBLEMS]))
    return _as_it_was(draft, "模型的表述没有通过核对", prompts)


def _needs_words(draft: Draft) -> bool:
    """Whether the draft was composed of what search found."""
    question = draft.question
    is_answer = draft.outcome in (Outcome.ANSWERED, Outcome.PARTIAL) and bool(draft.claims)
    is_found = not question.places and not question.aspects & EXACT and draft.table is None
    return is_answer and is_found and not any(claim.of_document for claim in draft.claims)


def _shown(draft: Draft) -> list[Support]:
    """What the answer stands on first, then what came near, as long as it is in scope; each provision once."""
    cited = [support for claim in draft.claims for support in claim.supports]
    scope = draft.question.documents
    near = [
        Support(provision=hit.provision, document=hit.document, quote="")
        for hit in draft.hits
        if scope is None or hit.document.id in scope
    ]
    once: dict[str, Support] = {}
    for support in (*cited, *near):
        once.setdefault(support.provision.id, support)
    return list(once.values())[:MOST_SHOWN]


def _numbered(shown: Sequence[Support]) -> str:
    """The provisions as data between marks that their text cannot close."""
    return "\n".join(
        f'<provision id="{number}" document="{_plain(one.document.title)}" address="{_plain(one.provision.address)}">\n'
        f"{_plain(one.provision.shown_text)}\n</provision>"
        for number, one in enumerate(shown, 1)
    )


def _plain(text: str) -> str:
    return text.replace("<", "＜").replace(">", "＞")


def _checked(
    reply: Reply, shown: Sequence[Support], draft: Draft, catalogue: Catalogue
) -> tuple[list[DraftClaim], list[str]]:
    """Return the claims of a reply, and what is wrong with them."""
    worded = read_reply(reply.text)
    if worded is None:
        return [], [UNREADABLE]
    claims = claims_of(worded, shown)
    if claims is None:
        return [], [UNKNOWN]
    scope = draft.question.documents
    return claims, [one for claim in claims for one in (*problems(claim, scope, catalogue), *ungrounded(claim))]


def _with_reply(messages: Sequence[BaseMessage], reply: Reply) -> list[BaseMessage]:
    return [*messages, AIMessage(reply.text)]


def _as_it_was(draft: Draft, reason: str, prompts: Prompts) -> Draft:
    return replace(draft, prompt=prompts.sha256, notices=(*draft.notices, f"{reason}，以下为条款摘录。"))
