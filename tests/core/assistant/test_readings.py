"""A request's words are read once for each task, however many steps ask what they say."""

from datetime import date

import pytest

from core.assistant import readings
from core.assistant.reading import Known, Reading, read_question
from core.assistant.readings import Readings
from core.assistant.reply import Tone
from core.domain.task import Task
from tests.core.assistant.several_tasks import community

TODAY = date(2026, 5, 31)


async def test_a_question_is_read_once_to_tell_its_task_and_once_to_answer_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chat = await community()
    read: list[tuple[str, str, date]] = []

    def noting(text: str, task: Task, known: Known, *, today: date, is_quoted: bool) -> Reading:
        read.append((task.name, text, today))
        return read_question(text, task, known, today=today, is_quoted=is_quoted)

    monkeypatch.setattr(readings, "read_question", noting)
    reply = await chat.hear("how about 85 m², 3 rooms in Wedding?")
    assert reply.tone is Tone.ANSWER
    assert len(read) == len(set(read))


async def test_words_are_read_anew_once_something_was_taught_or_changed() -> None:
    chat = await community()
    async with chat.open_work() as work:
        tasks = await work.tasks.all(chat.sender("Ana").community)
    task = next(task for task in tasks if task.name == "flats")
    kept, before, after = Readings(), Known(), Known()
    first = kept.of("85 m², 3 rooms", task, before, today=TODAY)
    assert kept.of("85 m², 3 rooms", task, before, today=TODAY) is first
    assert kept.of("85 m², 3 rooms", task, after, today=TODAY) is not first
    assert kept.of("95 m², 3 rooms", task, after, today=TODAY).values != first.values
