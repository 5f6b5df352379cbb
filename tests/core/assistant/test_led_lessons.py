"""Lessons behind words that only say that one comes."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_told_lessons import taught

DINNERS = (
    (
        "task new name:聚餐 predict:number target:花费 unit:元 "
        'fields:"人数: number; 喝酒: yes/no; 地点: category"'
    ),
    "teach 聚餐: 3人，喝酒，火锅 -> 300",
    "teach 聚餐: 5人，不喝酒，烧烤 -> 420",
)
TRAINS = (
    (
        "task new name:trains predict:number target:delay unit:min "
        'fields:"train: category; weather: category"'
    ),
    "teach trains: G1, sun -> 3",
    "teach trains: G2, rain -> 12",
)


@pytest.mark.parametrize(
    "lead",
    [
        "教你一条：",
        "再来一条：",
        "补一条:",
        "还有一条: ",
        "我再教你几条：",
        "例子1：",
        "举个例子：",
        "here's one: ",
        "ok, another one: ",
        "Lesson: ",
        "one more for you: ",
    ],
)
async def test_words_that_say_that_a_lesson_comes_name_no_task(lead: str) -> None:
    chat = await taught((*DINNERS, *TRAINS))
    for lesson in ("4人火锅 -> 280", "4人火锅花了280", "聚餐：4人火锅 -> 280"):
        reply = await chat.hear(f"{lead}{lesson}")
        assert reply.lines == ("聚餐: 人数 4 人 · 地点 火锅 → 花费 280 元",), lesson
    assert (await chat.press("Save it")).title == "Saved #5 (聚餐)."


async def test_a_lesson_behind_them_is_never_forecast() -> None:
    chat = await taught(TRAINS)
    reply = await chat.hear("another one: G1, rain")
    assert reply.tone is Tone.ERROR
    assert "could not read what the answer is" in shown(reply)


@pytest.mark.parametrize("text", ["再来一条：3人火锅多少钱？", "再来一条：3人火锅多少钱"])
async def test_a_question_behind_them_is_answered(text: str) -> None:
    chat = await taught(DINNERS)
    reply = await chat.hear(text)
    assert reply.tone is Tone.ANSWER
    assert "人数 3 人 · 地点 火锅" in reply.lines


async def test_they_are_no_part_of_what_is_taught_by_command() -> None:
    chat = await taught(DINNERS)
    reply = await chat.hear("教 再来一条：4人，火锅 -> 280")
    assert reply.lines[0] == "#3 人数 4 人 · 地点 火锅 → 280 元"


@pytest.mark.parametrize("text", ["这两次：3人火锅280", "昨天的：3人火锅280"])
async def test_words_that_point_to_a_case_name_no_task(text: str) -> None:
    chat = await taught(DINNERS)
    reply = await chat.hear(text)
    assert reply.lines[0] == "聚餐: 人数 3 人 · 地点 火锅 → 花费 280 元"


@pytest.mark.parametrize("head", ["下次", "学校", "记者", "另一个我", "some", "学习"])
async def test_other_words_before_a_colon_are_still_a_name(head: str) -> None:
    chat = await taught(DINNERS)
    reply = await chat.hear(f"{head}：3人火锅280")
    assert reply.title.startswith(f'There is no task "{head}"')


async def test_a_task_or_field_that_is_called_so_is_meant() -> None:
    chat = await taught((*DINNERS, 'task new name:例子 predict:number fields:"长: number"'))
    assert (await chat.hear("例子：长3 -> 4")).lines[0].startswith("例子: 长 3")


@pytest.mark.parametrize("name", ["lessons", "examples", "例子"])
@pytest.mark.parametrize("before", [(), (*DINNERS, *TRAINS)])
async def test_a_noun_alone_behind_teach_may_name_a_task_to_be_made(
    before: tuple[str, ...], name: str
) -> None:
    chat = await taught(before) if before else Chat()
    reply = await chat.say(f"teach {name}: 60 min, piano -> 40")
    assert f"({name})" in shown(reply)
