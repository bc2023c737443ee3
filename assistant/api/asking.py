"""POST /ask: the answer of `disclosure ask --json`, without keeping the server from anything else."""

from dataclasses import dataclass, field
from functools import partial

from anyio import CapacityLimiter, to_thread
from fastapi.responses import JSONResponse

from assistant.answer import Outcome
from assistant.api.problems import ProblemError
from assistant.api.requests import AskRequest
from assistant.api.words import WORDS
from assistant.programs.ports import Answering

AT_ONCE = 8
"""Questions answered at once; beside those of the page."""
WAITING = 64
"""Questions that may wait for their turn; one more is told to come again."""
COME_AGAIN_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Asking:
    """Answers questions in threads of its own, so that a slow language model holds up nobody else."""

    answering: Answering
    limiter: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(AT_ONCE))

    async def ask(self, asked: AskRequest) -> JSONResponse:
        """Answer a question."""
        if self.limiter.statistics().tasks_waiting >= WAITING:
            raise ProblemError(503, WORDS["details"]["full"], {"Retry-After": str(COME_AGAIN_SECONDS)})
        answer = await to_thread.run_sync(
            partial(self.answering.ask, asked.question, asked.history), limiter=self.limiter
        )
        if answer.status is Outcome.ERROR:
            raise ProblemError(422, answer.text)
        return JSONResponse(answer.to_json(asked.id))
