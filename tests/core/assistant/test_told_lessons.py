"""Lessons told in plain sentences: the card shows what was read, and which answer that is."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown

MOVES = (
    (
        "task new name:moves predict:number unit:h target:time "
        'fields:"boxes: number; miles: number miles; floor: number; lift: yes/no"'
    ),
    "teach moves: 30 boxes, 8 miles, floor 1, lift -> 2.5",
    "teach moves: 60 boxes, 15 miles, floor 3, no lift -> 6",
    "teach moves: 25 boxes, 4 miles, floor 2, lift -> 2",
)
POTLUCK = (
    (
        "task new name:potluck predict:number unit:€ target:cost "
        'fields:"people: number; dish: category; kids: yes/no"'
    ),
    "teach potluck: 6 people, lasagne, kids -> 70",
    "teach potluck: 4 people, pizza, no kids -> 60",
    "teach potluck: 10 people, tacos, kids -> 130",
)
PLANTS = (
    (
        'task new name:plants predict:category labels:"yes,no" target:survives '
        'fields:"plant: category; window: category; watered: yes/no"'
    ),
    "teach plants: fern, north, watered -> yes",
    "teach plants: cactus, south, no watered -> yes",
    "teach plants: basil, north, watered -> no",
    "teach plants: orchid, east, watered -> no",
)
DINNERS = (
    (
        "task new name:聚餐 predict:number unit:元 target:收入 "
        'fields:"星期: category; 人多: yes/no; 天气: category"'
    ),
    "teach 聚餐: 周六, 人多, 晴 -> 1500",
    "teach 聚餐: 周一, 人不多, 雨 -> 400",
    "teach 聚餐: 周日, 人多, 雨 -> 1100",
)
STAYS = (
    (
        "task new name:民宿 predict:number unit:元 target:价格 "
        'fields:"天数: number 天; 人数: number 人; 海景: yes/no"'
    ),
    "teach 民宿: 2天, 2人, 海景 -> 800",
    "teach 民宿: 1天, 1人, 没有海景 -> 250",
    "teach 民宿: 5天, 3人, 海景 -> 2200",
)
HIKES = (
    (
        "task new name:hikes predict:number unit:min target:duration "
        'fields:"distance: number km; climb: number m; dog: yes/no"'
    ),
    "teach hikes: 10 km, 400 m, dog -> 180",
    "teach hikes: 15 km, 900 m, no dog -> 320",
    "teach hikes: 6 km, 100 m, dog -> 90",
)


async def taught(lines: tuple[str, ...]) -> Chat:
    """Return a chat with one task and its lessons."""
    chat = Chat()
    for line in lines:
        assert (await chat.say(line)).tone is Tone.DONE
    return chat


@pytest.mark.parametrize(
    ("task", "text", "read"),
    [
        (
            MOVES,
            "we did 40 boxes 12 miles 2nd floor, took 3 and a half hours",
            "moves: boxes 40 · miles 12 miles · floor 2 → time 3.5 h",
        ),
        (
            MOVES,
            "last saturday: 50 boxes 20 miles 4th floor, 7 hours total",
            "moves: boxes 50 · miles 20 miles · floor 4 → time 7 h",
        ),
        (
            MOVES,
            "moved 35 boxes 6 miles to the 1st floor with lift in 3 hours",
            "moves: boxes 35 · miles 6 miles · floor 1 · lift yes → time 3 h",
        ),
        (
            MOVES,
            "we had 20 boxes, 3 miles, ground floor: 1.5h",
            "moves: boxes 20 · miles 3 miles → time 1.5 h",
        ),
        (
            POTLUCK,
            "paid 85 for the 4 of us, pizza",
            "potluck: people 4 · dish pizza → cost € 85",
        ),
        (
            POTLUCK,
            "tacos for 7 people came to 95 bucks",
            "potluck: people 7 · dish tacos → cost € 95",
        ),
        (
            POTLUCK,
            "pizza night with 6 people and kids, 78 altogether",
            "potluck: people 6 · dish pizza · kids yes → cost € 78",
        ),
        (
            POTLUCK,
            "spent 120 on lasagne for 9 people",
            "potluck: people 9 · dish lasagne → cost € 120",
        ),
        (
            POTLUCK,
            "the tacos for 5 cost us 66",
            "potluck: people 5 · dish tacos → cost € 66",
        ),
        (
            PLANTS,
            "the basil in the south window survived",
            "plants: plant basil · window south → survives yes",
        ),
        (
            PLANTS,
            "my orchid, north window, watered, did not survive",
            "plants: plant orchid · window north · watered yes → survives no",
        ),
        (DINNERS, "上周六人多,收了1200", "聚餐: 星期 周六 · 人多 yes → 收入 1,200 元"),
        (
            DINNERS,
            "周一人不多,下雨,收了380",
            "聚餐: 星期 周一 · 人多 no · 天气 雨 → 收入 380 元",
        ),
        (DINNERS, "昨天周日晴天,收入1300", "聚餐: 星期 周日 · 天气 晴 → 收入 1,300 元"),
        (STAYS, "住了3天一共900块", "民宿: 天数 3 天 → 价格 900 元"),
        (
            STAYS,
            "我们4个人住了2天,没有海景,付了700",
            "民宿: 天数 2 天 · 人数 4 人 · 海景 no → 价格 700 元",
        ),
        (STAYS, "住3天,价格950", "民宿: 天数 3 天 → 价格 950 元"),
        (
            HIKES,
            "the 12 km one with 600 m climb took us 4h10",
            "hikes: distance 12 km · climb 600 m → duration 250 min",
        ),
        (
            HIKES,
            "did 8 km with 300 m climb in 2h20",
            "hikes: distance 8 km · climb 300 m → duration 140 min",
        ),
        (
            HIKES,
            "14 km, 500 m up, with the dog: 4 hours",
            "hikes: distance 14 km · climb 500 m · dog yes → duration 240 min",
        ),
    ],
)
async def test_a_told_lesson_is_offered_with_its_answer(
    task: tuple[str, ...], text: str, read: str
) -> None:
    chat = await taught(task)
    reply = await chat.hear(text)
    assert reply.title == f"Shall I learn this? {text}"
    assert reply.lines[0] == read
    assert [choice.label for choice in reply.choices] == ["Save it", "Predict it", "None of these"]
    assert f"#{len(task)}" not in shown(await chat.hear("examples list"))


async def test_a_told_lesson_is_saved_as_it_was_shown() -> None:
    chat = await taught(PLANTS)
    await chat.hear("the basil in the south window survived")
    assert "#5 plant basil · window south → yes" in shown(await chat.press("Save it"))


@pytest.mark.parametrize(
    "text", ["the fern in the north window died", "fern south window watered - made it"]
)
async def test_a_told_label_that_is_not_clear_is_asked_for(text: str) -> None:
    chat = await taught(PLANTS)
    reply = await chat.hear(text)
    labels = [choice.label for choice in reply.choices]
    assert labels[:3] == ["survives: yes", "survives: no", "Predict it"]
    assert "→ no" in shown(await chat.press("survives: no"))


async def test_two_amounts_that_may_be_the_answer_are_asked_about() -> None:
    chat = await taught(POTLUCK)
    reply = await chat.hear("spent 60, then spent 85 on pizza for 4 people")
    labels = [choice.label for choice in reply.choices]
    assert labels[:3] == ["cost: € 60", "cost: € 85", "Predict it"]
    assert "→ € 85" in shown(await chat.press("cost: € 85"))


@pytest.mark.parametrize(
    ("task", "text"),
    [
        (POTLUCK, "what would tacos for 7 people cost?"),
        (POTLUCK, "pizza for 6 people and kids"),
        (MOVES, "40 boxes, 12 miles, 2nd floor"),
        (PLANTS, "fern, south window, watered"),
        (PLANTS, "will the fern in the north window survive?"),
        (DINNERS, "周六人多能收多少"),
        (STAYS, "两个人住3天多少钱"),
        (HIKES, "12 km with 600 m climb"),
    ],
)
async def test_a_question_stays_a_question(task: tuple[str, ...], text: str) -> None:
    chat = await taught(task)
    assert (await chat.hear(text)).tone is Tone.ANSWER


@pytest.mark.parametrize("text", ["周六人多,亏了500", "周六人多,多花了50"])
async def test_another_amount_is_not_taken_for_the_answer(text: str) -> None:
    chat = await taught(DINNERS)
    assert "→" not in shown(await chat.hear(text))


RIDES = (
    (
        "task new name:骑行 predict:number unit:分钟 target:用时 "
        'fields:"路线: category; 公里: number 公里; 逆风: yes/no; 人数: number 人"'
    ),
    "teach 骑行: 环湖, 30公里, 逆风, 4人 -> 95",
    "teach 骑行: 上山, 15公里, 没有逆风, 2人 -> 80",
    "teach 骑行: 海边, 20公里, 逆风, 6人 -> 60",
)
COURIER = (
    (
        "task new name:courier predict:number unit:min target:minutes "
        'fields:"distance: number km; traffic: category; rain: yes/no; stops: number"'
    ),
    "teach courier: 5 km, traffic light, no rain, 2 stops -> 18",
    "teach courier: 12 km, traffic heavy, rain, 5 stops -> 55",
)


@pytest.mark.parametrize(
    ("task", "text", "read"),
    [
        (RIDES, "昨天环湖30公里,骑了100分钟", "路线 环湖 · 公里 30 公里 → 用时 100 分钟"),
        (RIDES, "今天环湖,逆风,骑了两个小时", "路线 环湖 · 逆风 yes → 用时 120 分钟"),
        (
            RIDES,
            "我们5个人骑海边,25公里,花了70分钟",
            "路线 海边 · 公里 25 公里 · 人数 5 人 → 用时 70 分钟",
        ),
        (RIDES, "逆风环湖28公里 98分", "路线 环湖 · 公里 28 公里 · 逆风 yes → 用时 98 分钟"),
        (
            COURIER,
            "7 km and 2 stops, light traffic, I needed 22",
            "distance 7 km · traffic light · stops 2 → minutes 22 min",
        ),
        (
            COURIER,
            "took me 35 minutes, 8 km, 4 stops, dry",
            "distance 8 km · stops 4 → minutes 35 min",
        ),
        (
            COURIER,
            "the 6 km run with 3 stops took 25 min in the rain",
            "distance 6 km · rain yes · stops 3 → minutes 25 min",
        ),
    ],
)
async def test_an_amount_is_told_in_any_topic(task: tuple[str, ...], text: str, read: str) -> None:
    chat = await taught(task)
    reply = await chat.hear(text)
    assert reply.lines[0].endswith(read)
    assert reply.choices[0].label == "Save it"


@pytest.mark.parametrize("text", ["lost 20 min at the 12 km one", "the 12 km one: lost 20 min"])
async def test_what_was_lost_is_not_the_answer(text: str) -> None:
    chat = await taught(COURIER)
    assert "→" not in (await chat.hear(text)).lines[0]


@pytest.mark.parametrize("day", ["yesterday", "Tuesday", "昨天"])
async def test_a_day_before_a_colon_is_no_task(day: str) -> None:
    chat = await taught(COURIER)
    reply = await chat.hear(f"{day}: 6 km, 2 stops, no rain. 19 minutes")
    assert reply.lines[0] == "courier: distance 6 km · rain no · stops 2 → minutes 19 min"


async def test_a_word_of_time_is_no_number() -> None:
    chat = await taught(DINNERS)
    assert "→" not in shown(await chat.hear("周六忙了一天,卖了一天"))
