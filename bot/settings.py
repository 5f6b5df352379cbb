"""Settings: read from the environment and ``.env`` when asked for, never at import."""

import os
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import platformdirs
from dotenv import dotenv_values
from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from core.errors import OperatorError

PREFIX = "APPRENTICE_"
ENV_FILE = ".env"

_EXPECTED = {
    "bool_parsing": "true or false",
    "float_parsing": "a number",
    "int_parsing": "a whole number",
}
"""Wordings of pydantic's error types; of the others its own message will do."""


class Device(StrEnum):
    """Where models are trained."""

    AUTO = "auto"
    """The first that is there of a CUDA GPU, Apple's GPU and the CPU."""
    CPU = "cpu"
    CUDA = "cuda"
    MPS = "mps"


class LogLevel(StrEnum):
    """The least important event that is logged."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


def _default_folder() -> Path:
    return Path(platformdirs.user_data_dir("apprentice", appauthor=False))


def _absolute(folder: Path) -> Path:
    return folder.expanduser().absolute()


class Settings(BaseSettings):
    """What whoever runs the bot may choose; each field is ``APPRENTICE_`` and its name."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    data: Annotated[Path, AfterValidator(_absolute)] = Field(default_factory=_default_folder)
    """The folder of the database, the models, the pictures, the exports and the log."""
    database_url: str = Field(default="", repr=False)
    """Another database than the one in the data folder; kept out of logs for its password."""
    device: Device = Device.AUTO
    threads: int = Field(default=0, ge=0, le=1024)
    """How many CPU threads a training may use; 0 leaves one core to the chat."""
    training_minutes: float = Field(default=30, gt=0, le=7 * 24 * 60)
    """A training that takes longer is stopped."""
    training_memory_mib: int = Field(default=8192, ge=512)
    """A training that takes more main memory is stopped."""
    automatic_training: bool = True
    """Whether tasks are retrained when they are due, or only when a member asks."""
    text_encoder: str = Field(default="auto", min_length=1)
    """What tells what texts mean: ``auto`` (the packaged one where it is installed), ``none``, or
    the name of a sentence-transformers model that is on this machine."""
    discord_token: str = Field(default="", repr=False)
    """What the bot logs in to Discord with; kept out of logs."""
    discord_api_url: str = ""
    """Another server that follows Discord's protocol: its HTTP address."""
    discord_gateway_url: str = ""
    """The WebSocket address of that server."""
    learn_from_others: bool = False
    """Whether a member may teach from what another wrote: whoever sets it has the permission."""
    retention_days: float = Field(default=30, ge=0, le=3650)
    """How long the data of a server is kept after the bot was removed from it."""
    log_level: LogLevel = LogLevel.INFO

    @property
    def database(self) -> str:
        """The database that is used, as an SQLAlchemy URL: what a path may hold is escaped."""
        from sqlalchemy.engine import URL  # half a second, which not every command has to wait

        file = URL.create("sqlite+aiosqlite", database=(self.data / "apprentice.db").as_posix())
        return self.database_url or file.render_as_string(hide_password=False)


def load_settings(*, folder: Path | None = None, env_file: str = ENV_FILE) -> Settings:
    """Return the settings, with another data folder where one is given.

    Raises:
        OperatorError: a setting is unknown or has a value that it cannot have.
    """
    given = {**_read_env_file(env_file), **os.environ}
    _refuse_unknown(given)
    try:
        if folder is None:
            return Settings(_env_file=env_file)
        return Settings(_env_file=env_file, data=folder)
    except ValidationError as error:
        sentences = [_sentence(problem, given) for problem in error.errors(include_url=False)]
        raise OperatorError(" ".join(sentences)) from None


def setting_names() -> tuple[str, ...]:
    """Return the names of all settings as they stand in the environment."""
    return tuple(PREFIX + name.upper() for name in Settings.model_fields)


def _read_env_file(env_file: str) -> dict[str, str]:
    try:
        return {name: value or "" for name, value in dotenv_values(env_file).items()}
    except (OSError, UnicodeDecodeError) as error:
        raise OperatorError(f"Expected settings as UTF-8 text in {env_file}: {error}.") from error


def _refuse_unknown(names: Iterable[str]) -> None:
    known = setting_names()
    for name in sorted(names):
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            near = get_close_matches(name.upper(), known, n=1)
            advice = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}."
            raise OperatorError(f"{name} is not a setting: {advice}")


def _sentence(problem: Mapping[str, Any], given: Mapping[str, str]) -> str:
    """Return what was expected of a setting and what came, but never a database's password."""
    name = PREFIX + str(problem["loc"][0]).upper()
    came = next((value for key, value in given.items() if key.upper() == name), "")
    stock = str(problem["msg"]).removeprefix("Input should be ")
    expected = _EXPECTED.get(problem["type"], stock)
    return f'{name} should be {expected}, not "{came}".'
