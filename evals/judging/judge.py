"""Have a language model judge the answers of a run against the facts that are expected."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from langchain_core.messages import BaseMessage
from langchain_core.prompts import ChatPromptTemplate

from assistant.settings import shipped
from assistant.wording.chat import Chat, Failure, Reply
from assistant.wording.prompts import read_checked, sha256_of
from assistant.wording.settings import endpoint
from evals.answers import Progress
from evals.judging.opinions import Key, Opinion, keep_opinion, read_opinions
from evals.judging.reply import Judged, read_reply
from evals.judging.subject import Subject, subject
from evals.run_folder import RunFolder
from evals.summary import scores_of
from index.errors import UsageError

FILES = {"judge-system.md": set[str](), "judge-answer.md": {"question", "expected", "answer", "sources"}}
UNREADABLE = "模型的回答不是要求的格式"
HOPELESS = (Failure.KEY, Failure.PUBLIC)
MOST_FAILURES = 3
"""In a row: then the server is not asked any more."""


@dataclass(frozen=True, slots=True)
class JudgePrompt:
    """The prompt of one folder."""

    template: ChatPromptTemplate
    sha256: str

    def messages(self, shown: Subject) -> list[BaseMessage]:
        """Fill in an answer; what is filled in is never read as a template."""
        return self.template.format_messages(
            question=shown.question, expected=shown.expected, answer=shown.answer, sources=shown.sources
        )


def open_judge() -> tuple[Chat, JudgePrompt]:
    """Return the language model of the settings with its prompt.

    Raises:
        UsageError: none is configured, or prompt or settings are wrong.
    """
    found = endpoint()
    if found is None:
        raise UsageError("没有设置语言模型；请设置 DISCLOSURE_LLM_BASE_URL 和 DISCLOSURE_LLM_MODEL")
    return Chat(found, Judged), read_judge_prompt(shipped("prompts"))


def read_judge_prompt(folder: Path) -> JudgePrompt:
    """Read and check the prompt.

    Raises:
        UsageError: a file is missing, or does not have just what is filled in.
    """
    texts = read_checked(folder, FILES)
    messages = [("system", texts["judge-system.md"]), ("human", texts["judge-answer.md"])]
    return JudgePrompt(ChatPromptTemplate.from_messages(messages), sha256_of(texts))


def subjects(run: RunFolder) -> dict[Key, tuple[Subject, Sequence[int]]]:
    """Return what of a run can be judged, with the markers of its citations; the run is scored."""
    scored = {(one.case, one.repeat) for one in scores_of(run.scores())}
    cases = {case.id: case for case in run.cases()}
    found: dict[Key, tuple[Subject, Sequence[int]]] = {}
    for given in run.answers():
        shown = subject(cases[given.case], given) if (given.case, given.repeat) in scored else None
        if shown is not None:
            found[given.case, given.repeat] = shown, [one.marker for one in given.answer.citations]
    return found


def current_opinions(run: RunFolder) -> dict[Key, Opinion]:
    """Return the opinions that still are of the answer and the facts as they are now."""
    known = {(one.case, one.repeat): one for one in read_opinions(run.path)}
    if not known:
        return {}
    shown = subjects(run)
    return {key: one for key, one in known.items() if key in shown and shown[key][0].fingerprint == one.subject}


def judge_run(
    run: RunFolder,
    chat: Chat,
    prompt: JudgePrompt,
    *,
    progress: Progress = lambda done, total: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Failure | None:
    """Judge what this model has not judged by this prompt yet; return why it stopped early, if it did.

    Raises:
        UsageError: the run has not been scored.
        WriteError: an opinion cannot be kept; those before it are.
    """
    todo, failures = subjects(run), 0
    known = current_opinions(run)
    for done, (key, (shown, markers)) in enumerate(todo.items(), 1):
        if stopped():
            return None
        if not _is_done(known.get(key), chat, prompt):
            opinion = _judged(key, shown, markers, chat, prompt)
            if isinstance(opinion, Failure):
                failures += 1
                if opinion in HOPELESS or failures == MOST_FAILURES:
                    return opinion
                opinion = _unjudged(key, shown, chat, prompt, opinion.value)
            else:
                failures = 0
            keep_opinion(run.path, opinion)
        progress(done, len(todo))
    return None


def _is_done(opinion: Opinion | None, chat: Chat, prompt: JudgePrompt) -> bool:
    return (
        opinion is not None
        and opinion.answer is not None
        and (opinion.model, opinion.prompt) == (chat.name, prompt.sha256)
    )


def _judged(key: Key, shown: Subject, markers: Sequence[int], chat: Chat, prompt: JudgePrompt) -> Opinion | Failure:
    until = time.monotonic() + chat.seconds
    reply = chat.ask(prompt.messages(shown), until=until, progress=lambda characters: None)
    if not isinstance(reply, Reply):
        return reply
    found = read_reply(reply.text, markers)
    if found is None:
        return _unjudged(key, shown, chat, prompt, UNREADABLE)
    return replace(
        _unjudged(key, shown, chat, prompt, " ".join(found.reason.split())),
        answer=found.answer,
        supports=all(one.supports for one in found.citations) if found.citations else None,
    )


def _unjudged(key: Key, shown: Subject, chat: Chat, prompt: JudgePrompt, reason: str) -> Opinion:
    case, repeat = key
    return Opinion(
        case=case,
        repeat=repeat,
        subject=shown.fingerprint,
        answer=None,
        reason=reason,
        model=chat.name,
        prompt=prompt.sha256,
    )
