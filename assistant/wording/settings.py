"""Which language model words the answers, if any: DISCLOSURE_LLM_…"""

from pathlib import Path
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import AnyHttpUrl, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.errors import UsageError

PREFIX = "DISCLOSURE_LLM_"


class ModelSettings(BaseSettings):
    """How a server that speaks the OpenAI chat protocol is asked."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="ignore")

    base_url: AnyHttpUrl | None = None
    """Up to and including /v1; without one no model is asked."""
    model: str | None = None
    """As the server calls it."""
    api_key: SecretStr | None = None
    api_key_file: Path | None = None
    """A file that holds the key alone; not given together with `api_key`."""
    seconds: Annotated[float, Field(gt=0, le=300)] = 30
    """Wall clock for one answer, a second try included."""
    stream: bool = True
    format: Literal["schema", "object", "text"] = "object"
    """How the server is told to answer in JSON: by a schema, as any object, or by the prompt alone."""
    allow_public: bool = False
    """Whether questions and provisions may leave the office's own network."""

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        if (self.base_url is None) != (self.model is None):
            raise ValueError(f"{PREFIX}BASE_URL 和 {PREFIX}MODEL 须同时设置")
        if self.base_url and (self.base_url.username or self.base_url.password):
            raise ValueError(f"{PREFIX}BASE_URL 中不能写账号或密码，密钥用 {PREFIX}API_KEY_FILE 设置")
        if self.api_key and self.api_key_file:
            raise ValueError(f"{PREFIX}API_KEY 和 {PREFIX}API_KEY_FILE 只能设置一个")
        return self


class Endpoint(NamedTuple):
    """A model that is to be asked."""

    url: str
    model: str
    key: str
    settings: ModelSettings


def endpoint() -> Endpoint | None:
    """Read the environment; None where no model is configured.

    Raises:
        UsageError: a setting is wrong, or the file of the key cannot be read.
    """
    try:
        settings = ModelSettings()
    except ValidationError as error:
        wrong = error.errors()[0]
        name = f"环境变量 {PREFIX}{wrong['loc'][0]}".upper() if wrong["loc"] else "语言模型的设置"
        raise UsageError(f"{name} 无效：{wrong['msg']}；请改正或删去它") from error
    if settings.base_url is None or settings.model is None:
        return None
    return Endpoint(str(settings.base_url).rstrip("/"), settings.model, _key(settings), settings)


def _key(settings: ModelSettings) -> str:
    if settings.api_key_file is None:
        return settings.api_key.get_secret_value() if settings.api_key else "none"
    try:
        return settings.api_key_file.expanduser().read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"读不出 {PREFIX}API_KEY_FILE：{settings.api_key_file}；请检查路径和权限") from error
