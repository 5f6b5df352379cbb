"""What is said right after an example was edited is about that example."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count

import pytest

from core.assistant.reply import Reply, Tone
from tests.core.assistant.chatting import NOW, Chat
from tests.fakes import memory_work

CAMERAS = (
    'task new name:相机 predict:number unit:元 fields:"快门: number 次; 年限: number 年"',
    "teach 相机 快门: 10000 年限: 2 -> 3000",
    "teach 相机 快门: 20000 年限: 3 -> 2500",
    "teach 相机 快门: 30000 年限: 5 -> 1800",
)
EDITED = ("相机：快门10000次，年限2年？", "teach 相机 快门: 30000 年限: 3 -> 2000")
EDIT = "examples edit 4: 快门 40000"


def ticking() -> Callable[[], datetime]:
    seconds = count()
    return lambda: NOW + timedelta(seconds=next(seconds))


async def said_after(lines: tuple[str, ...], text: str) -> tuple[Chat, Reply]:
    clock = ticking()
    chat = Chat(clock=clock, open_work=memory_work(clock))
    for line in (*CAMERAS, *lines):
        await chat.say(line)
    return chat, await chat.hear(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("不对，还是30000", "30,000"),
        ("不对，快门还是30000", "30,000"),
        ("no, back to 30000", "30,000"),
        ("no, 30000 after all", "30,000"),
        ("快门也改一下，11000", "11,000"),
    ],
)
async def test_what_it_is_after_all_changes_the_edited_example(text: str, value: str) -> None:
    _, reply = await said_after((*EDITED, EDIT), text)
    assert reply.tone is Tone.ASK
    assert reply.title == f"Change #4: 快门 {value} 次?"


@pytest.mark.parametrize("text", ["撤了吧", "按错了，撤回", "oops, wrong button, undo"])
async def test_undoing_without_a_name_is_asked_of_the_edit(text: str) -> None:
    chat, reply = await said_after((*EDITED, EDIT), text)
    assert [choice.label for choice in reply.choices][:2] == [
        "Undo the change of #4",
        "Take back #4",
    ]
    undone = await chat.press("Undo the change of #4")
    assert undone.tone is Tone.DONE
    assert "快门 30,000 次" in undone.lines[0]


async def test_undoing_without_a_name_is_asked_of_a_new_lesson() -> None:
    _, reply = await said_after(EDITED, "按错了，撤回")
    assert reply.choices[0].label == "Take back #4"


async def test_undoing_after_an_answer_takes_nothing_back() -> None:
    _, reply = await said_after(EDITED[:1], "撤了吧")
    assert "Take back #3" not in [choice.label for choice in reply.choices]


async def test_a_lesson_that_was_taken_back_is_offered_again() -> None:
    _, reply = await said_after((*EDITED, "undo"), "还是恢复吧")
    assert reply.choices[0].label == "Restore"
