"""A lesson that a sentence points at, with what it should say: that one is changed, once asked."""

import pytest

from core.assistant.incoming import Message
from core.assistant.reply import Reply, Tone
from tests.core.assistant.chatting import Chat, shown

RIDES = (
    "task new name:rides predict:number unit:min "
    'fields:"route: category; wind: number km/h; 风力: number"'
)
ASKED = "ask rides: route: Loop, wind 15"


async def taught(*then: str) -> Chat:
    chat = Chat()
    for line in (
        RIDES,
        "teach rides: route: Loop, wind 10 -> 140",
        "teach rides: route: Loop, wind 20 -> 150",
        "teach rides: route: Hill, wind 20 -> 160",
        *then,
    ):
        assert (await chat.say(line)).tone in (Tone.DONE, Tone.ANSWER), line
    return chat


def labels(reply: Reply) -> list[str]:
    return [choice.label for choice in reply.choices]


@pytest.mark.parametrize(
    ("text", "number", "change"),
    [
        ("#2 should be 155 not 150", 2, "answer 155 min"),
        ("#2 should be 155", 2, "answer 155 min"),
        ("sorry #2 was 155 after all", 2, "answer 155 min"),
        ("#2 was 155 actually", 2, "answer 155 min"),
        ("oops, #2 was 155 min, not 150", 2, "answer 155 min"),
        ("sorry, example 2 should be 155", 2, "answer 155 min"),
        ("oh sorry, #2 should be 155", 2, "answer 155 min"),
        ("edit #2 -> 155", 2, "answer 155 min"),
        ("edit #2: wind 20 -> 155", 2, "wind 20 -> 155"),
        ("#1 was wrong, it's 144", 1, "answer 144 min"),
        ("the second example should have been 155", 2, "answer 155 min"),
        ("the wind of #2 should be 12", 2, "wind 12 km/h"),
        ("#2's wind was wrong, it's 12", 2, "wind 12 km/h"),
        ("2号应该是155", 2, "answer 155 min"),
        ("第二条改成１５５", 2, "answer 155 min"),
        ("不好意思，第2条写错了，是155", 2, "answer 155 min"),
        ("#2的wind应该是12", 2, "wind 12 km/h"),
        ("change the last example to 146", 3, "answer 146 min"),
        ("my last lesson should have been 146", 3, "answer 146 min"),
        ("change the second to last one to 146", 2, "answer 146 min"),
        ("把上一个例子改成146", 3, "answer 146 min"),
        ("刚才教的应该是146", 3, "answer 146 min"),
        ("倒数第二条改为146", 2, "answer 146 min"),
    ],
)
@pytest.mark.parametrize("then", [(), (ASKED,)])
async def test_the_lesson_that_is_pointed_at_is_offered_to_be_changed(
    text: str, number: int, change: str, then: tuple[str, ...]
) -> None:
    chat = await taught(*then)
    reply = await chat.hear(text)
    assert reply.title in (f"Change #{number}: {change}?", f"要修改 #{number} 吗？{change}")
    assert f"#{number} " in reply.lines[0]
    done = await chat.press(reply.choices[0])
    assert done.tone is Tone.DONE
    assert f"#{number} " in shown(done)


@pytest.mark.parametrize(
    "text",
    [
        "change the last one to 146",
        "the last one should be 146",
        "上一条改成146",
        "刚才那条应该是146",
    ],
)
async def test_the_last_one_is_asked_about_where_an_answer_came_after_the_lesson(text: str) -> None:
    chat = await taught(ASKED)
    reply = await chat.hear(text)
    said = (
        "Do you mean the lesson #3 or the answer ?1?",
        "你是说例子 #3，还是回答 ?1？",
    )
    assert reply.title in said
    assert not any(choice.is_yes for choice in reply.choices)
    assert labels(reply)[:2] in (["It is of #3", "It is of ?1"], ["是 #3 的", "是 ?1 的"])
    assert "route Hill · wind 20 km/h → 146 min" in shown(await chat.press(reply.choices[0]))


@pytest.mark.parametrize("text", ["change the last one to 146", "上一条改成146"])
async def test_the_last_one_is_the_lesson_right_after_it(text: str) -> None:
    reply = await (await taught()).hear(text)
    assert reply.title in ("Change #3: answer 146 min?", "要修改 #3 吗？answer 146 min")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("#2 should be 155 not 180", 'Nothing of #2 was "180". Change #2: answer 155 min?'),
        ("#99 should be 155", "There is no example #99 here."),
        ("#2 should be blue-ish and late", "#2 route Loop · wind 20 km/h → 150 min"),
    ],
)
async def test_what_is_not_so_is_said(text: str, said: str) -> None:
    assert (await (await taught()).hear(text)).title.splitlines()[0] == said


async def test_another_members_lesson_is_not_offered() -> None:
    chat = await taught()
    reply = await chat.hear("#2 should be 155", by="Ben")
    assert (reply.tone, reply.choices) == (Tone.ERROR, ())


@pytest.mark.parametrize("text", ["2 should be 155", "should #2 be 155?", "第2条应该是155吗"])
async def test_a_bare_number_or_a_question_points_at_no_lesson(text: str) -> None:
    assert "#2 " not in "".join((await (await taught(ASKED)).hear(text)).lines)


@pytest.mark.parametrize("text", ["#2 should be 155", "2号应该是155"])
@pytest.mark.parametrize(("answer", "example"), [(1, None), (None, 3)])
async def test_in_a_reply_the_named_lesson_is_meant(
    text: str, answer: int | None, example: int | None
) -> None:
    chat = await taught(ASKED)
    sender = chat.sender("Ana")
    message = Message(sender=sender, text=text, in_reply_to=answer, about_example=example)
    reply = await chat.assistant.handle(message)
    assert reply.title in ("Change #2: answer 155 min?", "要修改 #2 吗？answer 155 min")


@pytest.mark.parametrize(
    "text", ["#2 was 3 days late", "#2 is 1 of the good ones", "#2 was great", "?2 was 155"]
)
async def test_what_else_is_said_of_a_number_changes_no_lesson(text: str) -> None:
    reply = await (await taught()).hear(text)
    assert "Change #2" not in reply.title
