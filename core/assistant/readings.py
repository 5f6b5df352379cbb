"""What one request's words say of the tasks, read once for all who ask."""

from collections.abc import Callable
from datetime import date
from functools import partial

from core.assistant.reading import Known, Reading, read_lesson, read_question
from core.domain.identity import TaskId
from core.domain.task import Task

NOTHING_KNOWN = Known()
"""What is known of a task of which nothing was recalled."""


class Readings:
    """Keeps the readings of one request: which task is meant, and what for, ask for the same."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, TaskId, date, str], tuple[Task, Known, Reading]] = {}

    def of(
        self, text: str, task: Task, known: Known, *, today: date, is_quoted: bool = False
    ) -> Reading:
        """Return what :func:`read_question` does; it is read anew once the task has changed."""
        read = partial(read_question, is_quoted=is_quoted)
        return self._once(read, "quoted" if is_quoted else "question", text, task, known, today)

    def of_lesson(self, text: str, task: Task, known: Known, *, today: date) -> Reading:
        """Return what :func:`read_lesson` does, and raise what it raises."""
        return self._once(read_lesson, "lesson", text, task, known, today)

    def _once(
        self,
        read: Callable[..., Reading],
        kind: str,
        text: str,
        task: Task,
        known: Known,
        today: date,
    ) -> Reading:
        key = (text, task.id, today, kind)
        if kept := self._kept.get(key):
            before, known_before, reading = kept
            if known_before is known and before == task:
                return reading
        reading = read(text, task, known, today=today)
        self._kept[key] = (task, known, reading)
        return reading
