"""What is said right after a lesson goes on from it: it completes it, or puts it right."""

from datetime import datetime, timedelta

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import NOW, Chat, shown
from tests.fakes import memory_work


class Ticking:
    """A clock by which each thing comes after the one before."""

    def __init__(self) -> None:
        self._now = NOW

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


DELAY = (
    (
        'task new name:delay predict:number unit:min fields:"line: red | blue | green; '
        'passengers: number; day: date; roadworks: yes/no; distance: number km"'
    ),
    "teach delay line: red passengers: 40 day: 2026-05-02 roadworks: yes distance: 5 -> 12",
    "teach delay line: blue passengers: 60 day: 2026-05-03 roadworks: no distance: 8 -> 6",
)
PARCELS = (
    (
        'task new name:快递 predict:number unit:天 fields:"到: category; 公司: category; '
        '重量: number kg; 生鲜: yes/no; 下单: date"'
    ),
    "teach 快递 到: 广州 公司: 顺丰 重量: 2 生鲜: yes 下单: 2026-05-02 -> 1",
    "teach 快递 到: 上海 公司: 申通 重量: 3 生鲜: no 下单: 2026-05-10 -> 2",
)
RED = "teach delay line: red passengers: 55 day: 2026-05-16 -> 9"
YUANTONG = "teach 快递 到: 北京 公司: 圆通 重量: 3 生鲜: yes -> 3"


async def taught(lines: tuple[str, ...], *, question: str = "") -> Chat:
    clock = Ticking()
    chat = Chat(clock=clock, open_work=memory_work(clock))
    for line in lines:
        await chat.say(line)
    if question:
        assert (await chat.hear(question)).tone is Tone.ANSWER
    lesson = RED if lines is DELAY else YUANTONG
    assert (await chat.say(lesson)).tone is Tone.DONE
    return chat


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("and there were no roadworks", "roadworks no"),
        ("and only 56 passengers", "passengers 56"),
        ("oh and it was 5 km", "distance 5 km"),
        ("forgot to say: 5 km", "distance 5 km"),
        ("that one was blue", "line blue"),
        ("not Saturday, Sunday", "day May 17, 2026"),
        ("it was on a Friday, not Saturday", "day May 15, 2026"),
        ("number 3 was really 13.5 minutes", "answer 13.5 min"),
    ],
)
async def test_more_of_a_lesson_is_offered_as_that(text: str, change: str) -> None:
    chat = await taught(DELAY, question="red line, 70 passengers, roadworks, 9 km?")
    assert (await chat.hear(text)).title == f"Change #3: {change}?"


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("重量记错了，是两斤", "重量 1 kg"),
        ("重量也错了，应该是5公斤", "重量 5 kg"),
        ("公司也不是圆通，是申通", "公司 申通"),
        ("那条其实不是生鲜", "生鲜 no"),
        ("下单时间补一下：上个月28号", "下单 Apr 28, 2026"),
    ],
)
async def test_what_was_put_down_wrong_or_left_out_is_offered_as_a_change(
    text: str, change: str
) -> None:
    chat = await taught(PARCELS)
    assert (await chat.hear(text)).title == f"Change #3: {change}?"


async def test_a_bare_value_after_a_lesson_is_asked_about_as_either() -> None:
    chat = await taught(DELAY)
    reply = await chat.hear("no roadworks")
    assert [choice.label for choice in reply.choices][:2] == ["Change it", "Predict it"]


@pytest.mark.parametrize(
    "text", ["and if there were no roadworks?", "blue line, 30 passengers, 4 km?"]
)
async def test_a_question_after_a_lesson_is_answered(text: str) -> None:
    chat = await taught(DELAY)
    assert (await chat.hear(text)).tone is Tone.ANSWER


@pytest.mark.parametrize("text", ["2 more passengers", "and 10 fewer passengers"])
async def test_an_amount_more_or_less_is_no_value_of_a_lesson(text: str) -> None:
    chat = await taught(DELAY)
    assert "Change #3" not in (await chat.hear(text)).title


async def test_what_was_asked_since_is_gone_on_from() -> None:
    chat = await taught(DELAY)
    await chat.hear("red line, 70 passengers, roadworks, 9 km?")
    reply = await chat.hear("and no roadworks")
    assert reply.tone is Tone.ANSWER
    assert "As in ?1: line red" in shown(reply)


@pytest.mark.parametrize("text", ["take that back", "忘了它", "上面那条别记了", "那条不要了"])
async def test_a_lesson_that_is_only_pointed_at_is_the_one_just_taught(text: str) -> None:
    chat = await taught(PARCELS)
    reply = await chat.hear(text)
    assert [choice.label for choice in reply.choices] == ["Take back #3", "No"]


async def test_what_was_asked_since_keeps_a_lesson_from_being_pointed_at() -> None:
    chat = await taught(PARCELS)
    await chat.hear("到北京，顺丰，3公斤，几天？")
    assert "#3" not in shown(await chat.hear("take that back"))


@pytest.mark.parametrize("text", ["刚才改的不算", "undo my last change", "scrap that change"])
async def test_the_last_change_is_undone_and_the_lesson_stays(text: str) -> None:
    chat = await taught(PARCELS)
    await chat.say("重量记错了，是两斤")
    reply = await chat.hear(text)
    assert [choice.label for choice in reply.choices] == ["Undo the change of #3", "No"]
    assert "重量 3 kg" in shown(await chat.press("Undo the change of #3"))


async def test_after_a_change_it_is_asked_what_is_to_be_taken_back() -> None:
    chat = await taught(PARCELS)
    await chat.say("重量记错了，是两斤")
    labels = [choice.label for choice in (await chat.hear("take that back")).choices]
    assert labels[:2] == ["Undo the change of #3", "Take back #3"]


async def test_a_weekday_that_puts_a_question_right_is_of_the_same_week() -> None:
    chat = await taught(DELAY, question="red line, 70 passengers, 2026-05-16, 9 km?")
    await chat.hear("red line, 70 passengers, 2026-05-16, 9 km?")
    assert "day May 17, 2026" in shown(await chat.hear("not Saturday, Sunday"))
