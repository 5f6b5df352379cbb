"""What is told of the last answer in passing, of others, and of the bot's tasks."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import shown
from tests.core.assistant.test_remarks import (
    HAN_RATING,
    HAN_TEXT,
    RATING,
    TEXT,
    community,
    han_community,
    heard_after,
)


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        *(("nah took us 40 in the end", "40 min"), ("nah more like fifty", "50 min")),
        *(("hmm it was forty five", "45 min"), ("hmm wait no, 45", "45 min")),
        *(("we did it in 35", "35 min"), ("came to half an hour", "30 min")),
        *(("took Sara 35 min lol", "35 min"), ("done after 1h10", "70 min")),
        *(("nope 38ish", "38 min"), ("搞了9斤", "9 斤"), ("打错了 是7斤", "7 斤")),
        *(("should've been 50", "50 min"), ("closer to 50", "50 min"), ("应该是6斤才对", "6 斤")),
        *(("was about 40 i think", "40 min"), ("钓到6斤半", "6.5 斤")),
        *(("昨天刚好就这样钓的，搞了5斤2两", "5.2 斤"), ("结果就两斤半", "2.5 斤")),
        *(
            ("yeah no it came to about 45 in the end", "45 min"),
            ("hm 45 i think, yeah 45", "45 min"),
        ),
        *(("or was it 45… yeah 45", "45 min"), ("ok so, actually 45", "45 min")),
        *(("今天用了8斤", "8 斤"), ("总共才4斤", "4 斤")),
    ],
)
async def test_a_number_told_in_passing_is_offered_for_the_last_answer(
    text: str, truth: str
) -> None:
    reply = await heard_after(text)
    assert reply.tone is Tone.ASK, shown(reply)
    assert reply.title == f"Shall I learn that ?1 was {truth}?"


@pytest.mark.parametrize(
    "text",
    [
        *("we fixed 3 flats this morning", "12 years", "wheel 26", "River Loop 4", "no idea"),
        *("brake job 35", "actually it was way less", "took 30 to 40", "how about 40?", "nice one"),
        *("水温20", "小石河 3", "钓了6小时"),
    ],
)
async def test_what_tells_something_else_is_not_offered_as_the_truth(text: str) -> None:
    assert "Shall I learn that" not in shown(await heard_after(text))


@pytest.mark.parametrize(
    ("text", "truth"),
    [("4 stars from me, new legs :)", "4"), ("deserves 5 stars", "5"), ("我觉得也就2星", "2")],
)
async def test_points_told_in_passing_are_offered_for_the_last_rating(
    text: str, truth: str
) -> None:
    reply = await heard_after(text, english=RATING, chinese=HAN_RATING)
    assert reply.title == f"Shall I learn that ?1 was {truth}?"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("nope turned out to be the cable so brakes", "brakes"),
        ("nah that's shop stuff", "shop"),
        ("no it was about the gears", "gears"),
        *(("gears obviously", "gears"), ("shop, duh", "shop"), ("gears", "gears")),
        *(("明显是卖装备", "卖装备"), ("好像是约钓吧", "约钓")),
        ("不对，是约钓的那种", "约钓"),
        ("不是，明明在晒鱼", "晒鱼"),
    ],
)
async def test_a_denial_with_a_label_is_about_the_last_text(text: str, label: str) -> None:
    reply = await heard_after(text, english=TEXT, chinese=HAN_TEXT)
    assert reply.title == f"Shall I learn that ?1 was {label}?"
    assert "Predict it" in [choice.label for choice in reply.choices]


@pytest.mark.parametrize(
    "text",
    ["wrong, totally something else", "no that's nonsense", "错了，这是求装备的，不算卖装备"],
)
async def test_a_denial_alone_is_no_text_to_classify(text: str) -> None:
    reply = await heard_after(text, english=TEXT, chinese=HAN_TEXT)
    assert "correct ?1" in shown(reply)
    assert reply.tone is not Tone.ANSWER


async def test_a_text_that_begins_like_a_denial_is_no_remark() -> None:
    for text in ("tickets: no sound when braking", "tickets: wrong chain delivered"):
        assert (await heard_after(text, english=TEXT)).tone is Tone.ANSWER


@pytest.mark.parametrize(
    "text",
    [
        *("what do the others think of River Loop", "did everyone like River Loop?"),
        *("rides: how would the rest of us rate Coast Path", "do others like the Coast Path?"),
        *(
            "大家觉得小石河怎么样",
            "别人给小石河几分",
            "小石河，大家怎么看",
            "群里对青龙水库评价如何",
        ),
    ],
)
async def test_what_others_think_is_not_forecast(text: str) -> None:
    for reply in (
        await heard_after(text),
        await heard_after(text, english=RATING, chinese=HAN_RATING),
    ):
        assert reply.tone is Tone.ERROR
        assert "tell nobody's ratings" in reply.title


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("群消息里教过哪些晒鱼的？", '"examples list task:群消息"'),
        ("鱼获里面一共教了几条", '"examples list task:鱼获"'),
        ("鱼获准不准", '"model status task:鱼获"'),
        ("钓点分这个任务准吗", '"model status task:钓点分"'),
    ],
)
async def test_a_task_named_at_the_start_of_a_chinese_sentence_is_meant(
    text: str, said: str
) -> None:
    for reply in (await heard_after(text), await heard_after(text, chinese=HAN_RATING)):
        assert said in reply.title


async def test_a_task_named_within_a_chinese_sentence_is_meant() -> None:
    assert "群消息" in (await heard_after("这条群消息算什么：出根鱼竿")).title
    assert (await heard_after("水温20度的鱼获能有多少", chinese=HAN_RATING)).tone is Tone.ANSWER


@pytest.mark.parametrize("text", ["sorry i meant 14 years", "oops, 14 years", "wait, 14 years"])
async def test_an_amount_in_a_fields_unit_puts_that_field_right(text: str) -> None:
    answered = await heard_after(text)
    assert answered.tone is Tone.ANSWER
    assert "age 14 years" in shown(answered)
    assert "job flat tyre" in shown(answered)
    chat = await community("teach repairs: job: flat tyre, 9 years, wheel 26 -> 30")
    reply = await chat.hear(text)
    assert reply.title == "Change #7: age 14 years?"


async def test_a_bare_amount_puts_no_field_right() -> None:
    assert "?1 was 45 min" in (await heard_after("sorry i meant 45")).title


async def test_a_correction_before_any_question_says_how_the_lesson_is_changed() -> None:
    chat = await community()
    for said in ("38ish", "8斤半"):
        assert f'"examples edit 6 -> {said}"' in shown(await chat.hear(f"correct {said}"))


@pytest.mark.parametrize(
    "text",
    [
        *("close enough", "neither", "no way", "lol no", "not quite"),
        *("差不多", "差远了", "没那么多", "都不是", "哪有这么多"),
    ],
)
async def test_a_verdict_in_few_words_says_how_the_answer_is_put_right(text: str) -> None:
    assert "correct ?1" in shown(await heard_after(text))


async def test_words_around_a_field_put_it_right_in_the_last_lesson() -> None:
    for text, change in (
        ("水温写错了是22度", "水温 22 °C"),
        ("8斤才对", "answer 8 斤"),
        ("打错了，是8斤", "answer 8 斤"),
    ):
        chat = await han_community("教 鱼获: 时长6小时,水温20度,蚯蚓 -> 7")
        assert (await chat.hear(text)).title == f"Change #7: {change}?"
    chat = await community("teach repairs: job: flat tyre, 9 years, wheel 26 -> 30")
    reply = await chat.hear("that wasn't right, should be 25")
    assert reply.title == "What of #7 is 25?"
    assert "answer 25 min" in [choice.label for choice in reply.choices]


async def test_a_rough_correction_is_about_that_number() -> None:
    chat = await community("ask repairs: job: flat tyre, 6 years, wheel 26")
    assert "→ 38 min" in shown(await chat.say("correct 38ish"))


@pytest.mark.parametrize("text", ["forget number 7", "delete 7", "undo 7 of them"])
async def test_an_instruction_with_a_number_tells_no_truth(text: str) -> None:
    reply = await heard_after(text)
    assert not any("7 min" in choice.label for choice in reply.choices)
