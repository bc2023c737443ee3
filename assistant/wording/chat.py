"""Ask the chat model, within a time that holds whatever the server does. The only module that knows chat models."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

import httpx
from langchain_core.messages import BaseMessage

from assistant.wording.network import client, is_near
from assistant.wording.reply import Worded
from assistant.wording.settings import Endpoint

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from pydantic import BaseModel

FAULTS = (
    *(httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, OSError),
    *(ValueError, LookupError, TypeError, AttributeError, AssertionError, RuntimeError),
)
"""What a server's fault shows as besides the client's own errors: the client uses what was sent unlooked at."""
MOST_TOKENS = 2_000
WHOLE = "stop"
"""The one reason to finish that means a whole answer."""
Progress = Callable[[int], bool | None]
"""Called with the number of characters that have come, some times a second even while none come; True stops it."""
TICK_SECONDS = 0.2
MOST_FAILURES = 3
"""In a row, after which a model is left out for some time."""
REST_SECONDS = 60


class Failure(StrEnum):
    """Why there is no reply; what the server said of it is never repeated."""

    PUBLIC = "模型地址不在本机或内网"
    TIME = "模型没有在规定时间内答完"
    UNREACHABLE = "模型无法连接或出错"
    KEY = "模型拒绝了密钥"
    BUSY = "模型正忙"
    INCOMPLETE = "模型的回答不完整"
    STOPPED = "已停止等待模型"
    RESTING = f"模型接连{MOST_FAILURES}次没有应答，{REST_SECONDS}秒内不再等待"


TOLD_APART = {401: Failure.KEY, 403: Failure.KEY, 429: Failure.BUSY}
"""By the status that the server answers with."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole reply."""

    text: str


class Chat:
    """One model on one server."""

    def __init__(self, endpoint: Endpoint, reply: "type[BaseModel] | None" = None) -> None:
        """Remember how to ask, and load what asks: it takes a second that the first question should not wait.

        A server that takes a schema gets that of `reply`; without one, that of an answer.
        """
        import langchain.chat_models  # noqa: F401
        import langchain_openai  # noqa: F401

        self._endpoint = endpoint
        self._schema = (reply or Worded).model_json_schema()

    @property
    def name(self) -> str:
        """The model's name."""
        return self._endpoint.model

    @property
    def seconds(self) -> float:
        """Wall clock for one answer."""
        return self._endpoint.settings.seconds

    def ask(self, messages: Sequence[BaseMessage], *, until: float, progress: Progress) -> Reply | Failure:
        """Return the model's reply, or why there is none, not later than `until` (of `time.monotonic`)."""
        left = until - time.monotonic()
        if left <= 0:
            return Failure.TIME
        with client(left) as http:
            # The library's own time limits are for each piece that comes; a drip would go on for ever.
            parts: SimpleQueue[tuple[str, str] | Failure | None] = SimpleQueue()
            threading.Thread(target=self._read, args=(messages, http, parts), daemon=True).start()
            return _collect(parts, until, progress)

    def _read(self, messages: Sequence[BaseMessage], http: httpx.Client, parts: "SimpleQueue[Any]") -> None:
        """Put (text, reason to finish) into the queue as they come, in the end None, or what failed."""
        from openai import ContentFilterFinishReasonError, LengthFinishReasonError, OpenAIError

        ended: Failure | None = Failure.UNREACHABLE
        try:
            # Here, since looking a name up can take longer than there is.
            if not self._endpoint.settings.allow_public and not is_near(self._endpoint.url):
                ended = Failure.PUBLIC
                return
            for part in self._parts(messages, http):
                parts.put(part)
            ended = None
        except (LengthFinishReasonError, ContentFilterFinishReasonError):
            ended = Failure.INCOMPLETE
        except (OpenAIError, *FAULTS) as error:
            ended = TOLD_APART.get(getattr(error, "status_code", 0), Failure.UNREACHABLE)
        finally:
            parts.put(ended)

    def _parts(self, messages: Sequence[BaseMessage], http: httpx.Client) -> Iterator[tuple[str, str]]:
        model = self._model(http)
        replies = model.stream(messages) if self._endpoint.settings.stream else [model.invoke(messages)]
        for reply in replies:
            yield str(reply.text), str(reply.response_metadata.get("finish_reason") or "")

    def _model(self, http: httpx.Client) -> "BaseChatModel":
        from langchain.chat_models import init_chat_model

        schema = {"type": "json_schema", "json_schema": {"name": "answer", "schema": self._schema}}
        kinds = {"schema": schema, "object": {"type": "json_object"}}
        extra = kinds.get(self._endpoint.settings.format)
        return init_chat_model(
            self._endpoint.model,
            model_provider="openai",
            base_url=self._endpoint.url,
            api_key=self._endpoint.key,
            http_client=http,
            temperature=0,
            max_tokens=MOST_TOKENS,
            max_retries=0,
            use_responses_api=False,
            stream_usage=False,
            model_kwargs={"response_format": extra} if extra else {},
        )


def _collect(
    parts: "SimpleQueue[tuple[str, str] | Failure | None]", until: float, progress: Progress
) -> Reply | Failure:
    text, reason = "", ""
    while True:
        try:
            part = parts.get(timeout=max(0.0, min(TICK_SECONDS, until - time.monotonic())))
        except Empty:
            if time.monotonic() >= until:
                return Failure.TIME
            part = ("", "")
        if isinstance(part, Failure):
            return part
        if part is None:
            return Reply(text) if reason == WHOLE and text.strip() else Failure.INCOMPLETE
        text, reason = text + part[0], part[1] or reason
        if progress(len(text)):
            return Failure.STOPPED
