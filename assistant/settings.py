"""Settings: from the environment (DISCLOSURE_…) and from options, in one place."""

import os
from pathlib import Path
from typing import Annotated, Literal

from platformdirs import user_data_path
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from index.embed import shipped_model
from index.errors import UsageError

APP = "disclosure-assistant"
PREFIX = "DISCLOSURE_"
RECORDS = "records"
"""Folder of a library."""
SWITCH = {"on": True, "true": True, "1": True, "yes": True, "off": False, "false": False, "0": False, "no": False}


def shipped(name: str) -> Path:
    """Return a data folder of this distribution: in a checkout beside the packages, else inside the package."""
    package = Path(__file__).resolve().parent
    checkout = package.parent / name
    return checkout if checkout.is_dir() else package / "shipped" / name


class Settings(BaseSettings):
    """What can be set from outside."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="ignore")

    library: Path = Field(default_factory=lambda: user_data_path(APP) / "library")
    """Where the library lives."""
    documents: Annotated[tuple[Path, ...], NoDecode] = ()
    """Folders of texts, separated by the system's path separator; none means the shipped digests."""
    model: Path = Field(default_factory=shipped_model)
    """A sentence-transformers directory on this disk."""
    longest_question: int = Field(default=1000, ge=10, le=10_000)
    """Characters."""
    runs: Path | None = None
    """Where evaluation runs are kept; beside the library where it is not said."""
    records: bool | Path = True
    """Whether questions and answers are kept, in a folder of the library; a path names another folder."""
    language: Literal["zh", "en"] | None = None
    """The language of the page; each browser's where it is not said."""
    records_days: int = Field(default=365, ge=1, le=36_500)
    """For how long."""
    api: bool | None = None
    """Whether the page's server answers other programs too; where it is not said, on this machine only."""
    retrieved: int = Field(default=20, ge=5, le=100)
    """Provisions looked at for one question."""

    @field_validator("documents", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(Path(part) for part in value.split(os.pathsep) if part)
        return value

    @field_validator("records", mode="before")
    @classmethod
    def _switched(cls, value: object) -> object:
        if not isinstance(value, str) or value.lower() in SWITCH:
            return SWITCH[value.lower()] if isinstance(value, str) else value
        if not {"/", os.sep} & set(value):
            # A word would be a folder: who mistypes `off` must not be recorded.
            raise ValueError("neither on, off nor a path")
        return Path(value).expanduser()

    @field_validator("library", "model", "documents", "runs")
    @classmethod
    def _at_home(cls, value: Path | tuple[Path, ...] | None) -> Path | tuple[Path, ...] | None:
        """Read a leading ~ as the user's home: outside a shell nobody else does."""
        if value is None or isinstance(value, Path):
            return value and value.expanduser()
        return tuple(path.expanduser() for path in value)

    @classmethod
    def read(
        cls,
        *,
        library: Path | None = None,
        documents: list[Path] | None = None,
        language: Literal["zh", "en"] | None = None,
    ) -> "Settings":
        """Read the environment; options that are given win.

        Raises:
            UsageError: a value may not be what it is.
        """
        given = {"library": library, "documents": tuple(documents) if documents else None, "language": language}
        try:
            return cls(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
        except ValidationError as error:
            wrong = error.errors()[0]
            name = f"{PREFIX}{wrong['loc'][0]}".upper()
            raise UsageError(f"环境变量 {name} 的值 {wrong['input']} 无效；请改正或删去它") from error

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders the library is made of."""
        return self.documents or (shipped("documents"),)

    @property
    def records_folder(self) -> Path | None:
        """Where questions and answers are kept; None where they are not."""
        if isinstance(self.records, bool):
            return self.library / RECORDS if self.records else None
        return self.records

    @property
    def runs_folder(self) -> Path:
        """Where evaluation runs are kept."""
        return self.runs or self.library.parent / "runs"
