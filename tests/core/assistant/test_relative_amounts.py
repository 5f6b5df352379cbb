"""Amounts that say how much more or less: counted on from the question before, never a value."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.several_tasks import community

MOVING = (
    "task new name:moving predict:number unit:hours target:time "
    'fields:"boxes: number; distance: number miles; weight: number kg; lift: yes/no"'
)
GUESTHOUSE = (
    "task new name:民宿 predict:number unit:元 target:价格 "
    'fields:"天数: number 天; 人数: number; 面积: number 平; 出发: number 点; 房型: category"'
)


async def _movers() -> Chat:
    chat = Chat()
    for line in (
        MOVING,
        "teach moving: 40 boxes, 5 miles, 200 kg, lift -> 4",
        "teach moving: 80 boxes, 15 miles, 400 kg, no lift -> 9",
    ):
        await chat.say(line)
    return chat


async def _guests() -> Chat:
    chat = Chat()
    for line in (
        GUESTHOUSE,
        "teach 民宿: 天数 2, 人数 2, 面积 30平, 出发 8, 房型 大床房 -> 800",
        "teach 民宿: 天数 3, 人数 4, 面积 50平, 出发 9, 房型 标间 -> 1500",
    ):
        await chat.say(line)
    return chat


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("two fewer boxes", "boxes 48"),
        ("another 10 boxes", "boxes 60"),
        ("10 boxes less", "boxes 40"),
        ("double the boxes", "boxes 100"),
        ("half as many boxes", "boxes 25"),
        ("three times the distance", "distance 30 miles"),
        ("half the distance but with a lift", "distance 5 miles"),
        ("5 miles further", "distance 15 miles"),
        ("and with 10 % more boxes?", "boxes 55"),
        ("half as heavy", "weight 150 kg"),
        ("what about 10 more boxes and a lift?", "boxes 60"),
    ],
)
async def test_a_relative_amount_is_counted_on_from_the_question_before(
    said: str, value: str
) -> None:
    chat = await _movers()
    await chat.hear("moving: 50 boxes, 10 miles, 300 kg")
    reply = await chat.hear(said)
    assert reply.tone is Tone.ANSWER
    assert value in shown(reply)
    assert "As in ?1: " in shown(reply)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("再多住一天呢", "天数 3 天"),
        ("再加两个人呢", "人数 6 人"),
        ("少去三个人", "人数 1 人"),
        ("多住两天要多少", "天数 4 天"),
        ("人多一倍", "人数 8 人"),
        ("面积翻倍", "面积 60 平"),
        ("面积少一半", "面积 15 平"),
        ("面积大10平", "面积 40 平"),
        ("早一个小时", "出发 7 点"),
        ("晚半小时出发", "出发 8.5 点"),
        ("提前一小时", "出发 7 点"),
    ],
)
async def test_a_chinese_relative_amount_is_counted_on(said: str, value: str) -> None:
    chat = await _guests()
    await chat.hear("民宿: 天数 2, 人数 4, 面积 30平, 出发 8, 大床房")
    reply = await chat.hear(said)
    assert reply.tone is Tone.ANSWER
    assert value in shown(reply)
    assert "As in ?1: " in shown(reply)


@pytest.mark.parametrize("said", ["10 more", "10 % more", "and twice that?"])
async def test_which_field_is_asked_where_none_is_named(said: str) -> None:
    chat = await _movers()
    await chat.hear("moving: 50 boxes, 10 miles")
    reply = await chat.hear(said)
    assert reply.title.startswith("Which one do you mean")
    boxes = next(choice for choice in reply.choices if choice.label.startswith("boxes"))
    answer = await chat.press(boxes)
    assert answer.tone is Tone.ANSWER
    assert boxes.label in shown(answer)
    assert "As in ?1: distance 10 miles" in shown(answer)


async def test_a_number_that_may_be_of_several_fields_is_asked_about() -> None:
    chat = await _movers()
    await chat.hear("moving: 50 boxes, 10 miles")
    reply = await chat.hear("and if its 45 instead?")
    assert reply.title == 'Which one do you mean by "45"?'
    assert "boxes 45" in shown(await chat.press("boxes 45"))


async def test_what_the_question_before_does_not_say_is_asked_for() -> None:
    chat = await _movers()
    await chat.hear("moving: 10 miles")
    reply = await chat.hear("and 5 more boxes?")
    assert reply.tone is Tone.ERROR
    assert "?1 does not say boxes" in shown(reply)


@pytest.mark.parametrize("said", ["two fewer boxes", "moving: another 10 boxes"])
async def test_without_a_question_before_it_is_no_value(said: str) -> None:
    chat = await _movers()
    reply = await chat.hear(said)
    assert reply.tone is Tone.ERROR
    assert "more or less than before" in shown(reply)


@pytest.mark.parametrize(
    "said", ["面积大10平", "多住两天多少钱", "少去三个人", "少来两个人", "多去三个人"]
)
async def test_without_a_question_before_no_chinese_one_is(said: str) -> None:
    chat = await _guests()
    assert "more or less than before" in shown(await chat.hear(said))


async def test_a_lesson_never_takes_it_for_the_number() -> None:
    chat = await _movers()
    saved = await chat.say("teach moving: another 10 boxes, 5 miles -> 5")
    assert "boxes 10" not in shown(saved)
    assert "I ignored: another 10 boxes" in shown(saved)
    chat = await _guests()
    asked = await chat.hear("teach 民宿: 面积大10平, 标间 -> 500")
    assert "I cannot read “大10平” as 面积" in shown(asked)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("moving: another 3-bed flat, 40 boxes", "boxes 40"),
        ("moving: a double bed and 40 boxes", "boxes 40"),
        ("moving: half a ton, 40 boxes", "weight 500 kg"),
    ],
)
async def test_words_that_also_lead_to_other_things_count_nothing(said: str, value: str) -> None:
    chat = await _movers()
    assert value in shown(await chat.hear(said))


@pytest.mark.parametrize(
    "said", ["it took 2 hours longer", "that was twice as long", "we had 10 more boxes than I said"]
)
async def test_what_tells_how_far_off_an_answer_was_asks_nothing(said: str) -> None:
    chat = await _movers()
    await chat.hear("moving: 50 boxes, 10 miles")
    assert (await chat.hear(said)).tone is not Tone.ANSWER


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("no lift sorry", "lift no"),
        ("make it 90 boxes and 20 miles pls", "boxes 90 · distance 20 miles"),
        ("whats it like without the lift then", "lift no"),
        ("20 miles, everything else the same", "distance 20 miles"),
        ("without a lift?", "lift no"),
        ("but no lift", "lift no"),
        ("or 90 boxes?", "boxes 90"),
        ("if there's no lift", "lift no"),
    ],
)
async def test_short_changes_keep_the_rest_and_say_so(said: str, value: str) -> None:
    chat = await _movers()
    await chat.hear("moving: 50 boxes, 10 miles, 300 kg")
    reply = await chat.hear(said)
    assert reply.tone is Tone.ANSWER
    assert value in shown(reply)
    assert "As in ?1: " in shown(reply)
    assert "weight 300 kg" in shown(reply)


@pytest.mark.parametrize("said", ["面积50平 其他一样", "住3天的话咧", "换标间的话", "那标间呢"])
async def test_short_chinese_changes_keep_the_rest(said: str) -> None:
    chat = await _guests()
    await chat.hear("民宿: 天数 2, 人数 4, 面积 30平, 大床房")
    reply = await chat.hear(said)
    assert reply.tone is Tone.ANSWER
    assert "As in ?1: " in shown(reply)
    assert "人数 4 人" in shown(reply)


@pytest.mark.parametrize("said", ["make it 4", "sorry, it was 4", "no, 5"])
async def test_a_number_alone_is_still_the_truth_of_the_answer(said: str) -> None:
    chat = await _movers()
    await chat.hear("moving: 50 boxes, 10 miles")
    assert "Shall I learn" in (await chat.hear(said)).title


async def test_a_whole_question_with_a_preposition_first_carries_nothing_over() -> None:
    chat = await community()
    await chat.hear("flats: 75 m², 3 rooms, Mitte, balcony")
    reply = await chat.hear("in Wedding with 2 rooms, 60 m²?")
    assert "As in" not in shown(reply)


@pytest.mark.parametrize(
    ("follow_up", "values"),
    [
        ("add 2 rooms", "area 75 m² · rooms 5 · district Mitte"),
        ("plus 5 m²", "area 80 m² · rooms 3 · district Mitte"),
        ("add another 5 m²", "area 80 m² · rooms 3 · district Mitte"),
        ("5 rooms instead", "area 75 m² · rooms 5 · district Mitte"),
    ],
)
async def test_an_amount_is_added_or_put_instead(follow_up: str, values: str) -> None:
    chat = await community()
    await chat.hear("flats: 75 m², 3 rooms, Mitte")
    assert values in (await chat.hear(follow_up)).lines


@pytest.mark.parametrize("text", ["300k instead", "90 instead"])
async def test_an_amount_of_no_field_is_offered_as_the_truth(text: str) -> None:
    chat = await community()
    await chat.hear("flats: 75 m², 3 rooms, Mitte")
    assert (await chat.hear(text)).tone is Tone.ASK


async def test_a_list_that_begins_with_add_is_not_counted_on() -> None:
    chat = await community()
    await chat.hear("flats: 75 m², 3 rooms, Mitte")
    reply = await chat.hear("add 80 m², 2 rooms")
    assert "area 155 m²" not in shown(reply)


@pytest.mark.parametrize(
    ("follow_up", "values"),
    [
        ("再多施一次肥", "施肥 3 次 · 浇水 10 升"),
        ("水多浇5升", "施肥 2 次 · 浇水 15 升"),
        ("少浇5升水", "施肥 2 次 · 浇水 5 升"),
    ],
)
async def test_a_chinese_amount_may_part_the_name_of_its_field(follow_up: str, values: str) -> None:
    chat = Chat()
    await chat.say(
        "task new name:番茄 predict:number unit:斤 target:产量 "
        'fields:"施肥: number 次; 浇水: number 升; 大棚: yes/no"'
    )
    await chat.say("teach 番茄: 施肥2次, 浇水10升, 大棚 -> 30")
    await chat.say("teach 番茄: 施肥1次, 浇水8升, 没大棚 -> 15")
    await chat.hear("番茄：施肥2次，浇水10升")
    assert values in (await chat.hear(follow_up)).lines
    assert values not in (await chat.hear("再多施一次粪")).lines


@pytest.mark.parametrize("said", ["10% less?", "少10%呢"])
async def test_a_part_of_a_count_that_is_not_whole_is_not_offered(said: str) -> None:
    chat = Chat()
    for line in (
        (
            "task new name:hotel predict:number unit:$ target:price "
            'fields:"guests: number; rooms: number; area: number m²"'
        ),
        "teach hotel: guests 2, rooms 1, area 30 -> 100",
        "teach hotel: guests 10, rooms 3, area 90 -> 300",
        "hotel: guests 10, rooms 3, area 60?",
    ):
        await chat.say(line)
    reply = await chat.hear(said)
    labels = [choice.label for choice in reply.choices]
    assert not any("2.7" in label for label in labels)
    assert labels[:2] == ["guests 9", "area 54 m²"]
