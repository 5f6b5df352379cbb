"""Logs: events with ids and figures as JSON lines in the data folder, so that the chat stays clean.

What people write is never logged: our own events name no text, and of other packages (which may
quote messages or SQL parameters when they chatter) only warnings are kept.
"""

import errno
import logging
import logging.handlers
import queue
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path

import structlog

from bot.files import open_private, unwritable
from bot.settings import LogLevel

FILE_NAME = "apprentice.log"
MAX_FILE_BYTES = 5 * 1024 * 1024
KEPT_FILES = 3
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})

OURS = ("bot", "core", "storage")
"""The loggers that follow the setting; all others are heard from WARNING on."""


@contextmanager
def logging_to(folder: Path | None, level: LogLevel) -> Iterator[None]:
    """Log to a file in the folder, or without one to standard error, while the block runs.

    Records are written by a thread of their own: the event loop never waits for the disk.
    """
    handler = _file_handler(folder) if folder else logging.StreamHandler(sys.stderr)
    handler.setFormatter(_formatter())
    records: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
    listener = logging.handlers.QueueListener(records, handler)
    root = logging.getLogger()
    door = _Unformatted(records)
    _configure_structlog()
    root.addHandler(door)
    for name in OURS:
        logging.getLogger(name).setLevel(level.upper() if folder else logging.ERROR)
    listener.start()
    try:
        yield
    finally:
        root.removeHandler(door)
        listener.stop()
        handler.close()


class _Unformatted(logging.handlers.QueueHandler):
    """Passes records on as they are: the handler behind the queue formats them."""

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        return record


class _LogFile(logging.handlers.RotatingFileHandler):
    """A log file that only its owner reads; what a full disk has no room for is not logged."""

    def _open(self) -> TextIOWrapper:
        return open_private(Path(self.baseFilename), self.mode)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)

    def close(self) -> None:
        with suppress(OSError):
            super().close()


def _file_handler(folder: Path) -> logging.Handler:
    """Return the log file's handler; without room for one, what is important goes to the screen.

    Raises:
        OperatorError: the folder may not be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _LogFile(
            folder / FILE_NAME, maxBytes=MAX_FILE_BYTES, backupCount=KEPT_FILES, encoding="utf-8"
        )
    except OSError as error:
        if error.errno in NO_ROOM:
            return logging.StreamHandler(sys.stderr)
        raise unwritable(folder, error) from error


def _formatter() -> logging.Formatter:
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_about_every_event(),
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(default=str, ensure_ascii=False),
        ],
    )


def _configure_structlog() -> None:
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_about_every_event(),
            structlog.processors.format_exc_info,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def _about_every_event() -> list[structlog.typing.Processor]:
    return [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
