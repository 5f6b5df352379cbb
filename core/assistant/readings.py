"""What one request's words say of the tasks, read once for all who ask."""

from datetime import date

from core.assistant.reading import Known, Reading, read_question
from core.domain.identity import TaskId
from core.domain.task import Task

NOTHING_KNOWN = Known()
"""What is known of a task of which nothing was recalled."""


class Readings:
    """Keeps the readings of one request: which task is meant, and what for, ask for the same."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, TaskId, date, bool], tuple[Task, Known, Reading]] = {}

    def of(
        self, text: str, task: Task, known: Known, *, today: date, is_quoted: bool = False
    ) -> Reading:
        """Return what :func:`read_question` does; it is read anew once the task has changed."""
        key = (text, task.id, today, is_quoted)
        if kept := self._kept.get(key):
            before, known_before, reading = kept
            if known_before is known and before == task:
                return reading
        reading = read_question(text, task, known, today=today, is_quoted=is_quoted)
        self._kept[key] = (task, known, reading)
        return reading
