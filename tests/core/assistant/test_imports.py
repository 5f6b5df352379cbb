"""Importing a file through the chat."""

import pytest

from core.assistant.incoming import Attachment
from core.domain.task import Task
from tests.core.assistant.chatting import Chat
from tests.fakes.learning import MeanPredictor

FILE = Attachment(name="houses.csv", content=b"size,price\n1,2\n2,4\n3,7\n4,8\n5,11\n")


async def test_an_imported_task_is_learned_before_anybody_asks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    followed: list[str] = []

    def note(predictor: MeanPredictor, task: Task) -> None:
        followed.append(task.name)

    monkeypatch.setattr(MeanPredictor, "follow_soon", note)
    chat = Chat()
    await chat.hear("task import houses", file=FILE)
    assert not followed
    reply = await chat.say("task import houses", file=FILE)
    assert "Learned 5 rows" in reply.title
    assert followed == ["houses"]
