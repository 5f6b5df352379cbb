import json
import logging
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot.logs import FILE_NAME, logging_to
from bot.settings import LogLevel


def _events(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / FILE_NAME).read_text("utf-8").splitlines()]


def test_our_events_are_json_lines_with_their_figures(tmp_path: Path) -> None:
    with logging_to(tmp_path, LogLevel.INFO):
        structlog.get_logger("core.somewhere").info("run ended", run=3, seconds=1.5)
        structlog.get_logger("core.somewhere").debug("too small to tell")
    (event,) = _events(tmp_path)
    assert event["event"] == "run ended"
    assert (event["run"], event["level"], event["logger"]) == (3, "info", "core.somewhere")
    assert event["timestamp"].endswith("Z")


def test_of_other_packages_only_warnings_are_kept(tmp_path: Path) -> None:
    with logging_to(tmp_path, LogLevel.DEBUG):
        logging.getLogger("aiosqlite").debug("executing INSERT … ('what somebody wrote',)")
        logging.getLogger("aiosqlite").warning("slow")
    assert [event["event"] for event in _events(tmp_path)] == ["slow"]


@pytest.mark.parametrize("logger", [structlog.get_logger("bot.x"), logging.getLogger("bot.x")])
def test_an_exception_is_logged_with_its_traceback(logger: logging.Logger, tmp_path: Path) -> None:
    with logging_to(tmp_path, LogLevel.INFO):
        try:
            _ = 1 / 0
        except ZeroDivisionError:
            logger.exception("a bug")
    (event,) = _events(tmp_path)
    assert "ZeroDivisionError: division by zero" in event["exception"]


def test_without_a_folder_only_errors_reach_standard_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with logging_to(None, LogLevel.DEBUG):
        structlog.get_logger("bot.x").warning("not worth it")
        structlog.get_logger("bot.x").error("worth it")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "not worth it" not in captured.err
    assert "worth it" in captured.err


def test_nothing_is_left_behind_on_the_root_logger(tmp_path: Path) -> None:
    before = list(logging.getLogger().handlers)
    with logging_to(tmp_path, LogLevel.INFO):
        pass
    assert logging.getLogger().handlers == before
