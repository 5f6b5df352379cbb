"""Questions about the bot's own words and about what it keeps: answered, never forecast."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.several_tasks import community

DESK = 'task new name:desk predict:category labels:"tickets, lost" fields:"post: text"'
REPAIRS = 'task new name:报修 predict:category labels:"水, 电" fields:"内容: text"'


async def with_texts() -> Chat:
    """Return a chat with tasks about numbers and about texts, one of which was just asked."""
    chat = await community()
    for line in (
        DESK,
        "teach desk: how much is a day ticket -> tickets",
        "teach desk: my umbrella stayed on the bus -> lost",
        REPAIRS,
        "teach 报修: 厨房水管漏水 -> 水",
        "teach 报修: 走廊的灯不亮 -> 电",
        "ask ferry: wind 80, rain",
    ):
        await chat.say(line)
    return chat


@pytest.mark.parametrize(
    ("text", "word"),
    [
        *(("what does 80 % mean?", "eight of ten"), ("what is the range?", "eight of ten")),
        *(("80%是什么意思", "eight of ten"), ("区间是啥意思", "eight of ten")),
        ('what does "not retrained" mean?', "model status"),
        *(("what is linear 98 %?", "share"), ("what is ?3", "an answer")),
    ],
)
async def test_the_words_of_an_answer_are_explained(text: str, word: str) -> None:
    reply = await (await with_texts()).hear(text)
    assert reply.tone is Tone.INFO
    assert word in shown(reply)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("show me what you saved last", 13), ("给我看看刚才那条", 13), ("show me #3", 3)),
        ("can you show me the second to last one?", 12),
    ],
)
async def test_a_lesson_named_by_its_place_is_shown(text: str, number: int) -> None:
    reply = await (await with_texts()).hear(text)
    assert reply.tone is Tone.INFO
    assert reply.title.startswith(f"#{number} ")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        *(
            ("how many lost ones did I teach?", "desk: 1 example"),
            ("有几条是水", "报修: 1 example"),
        ),
        *(("一共记了多少条", "13"), ("how many trips have you got from us?", "13 examples")),
        ("how many examples of desk are there", "desk: 2 examples"),
    ],
)
async def test_what_was_taught_is_counted_beside_tasks_about_texts(text: str, count: str) -> None:
    reply = await (await with_texts()).hear(text)
    assert reply.tone is Tone.INFO
    assert count in reply.title


@pytest.mark.parametrize("text", ["what do you know about me?", "my data", "我的数据"])
async def test_what_is_stored_of_a_member_is_shown(text: str) -> None:
    reply = await (await with_texts()).hear(text)
    assert "privacy erase" in shown(reply)


@pytest.mark.parametrize("text", ["desk: what does 80 % mean?", "desk: what is ?3"])
async def test_a_text_of_a_named_task_is_classified(text: str) -> None:
    assert (await (await with_texts()).hear(text)).tone is Tone.ANSWER


async def test_the_list_of_examples_is_offered() -> None:
    reply = await (await with_texts()).hear("列表")
    assert [choice.label for choice in reply.choices][:2] == ["desk", "ferry"]
    assert '"examples list"' in shown(await (await with_texts()).hear("我都教了你些啥"))


@pytest.mark.parametrize("text", ["这条算电，记住", "记住，这条是电", "记一下，是电"])
async def test_a_label_to_be_remembered_is_offered_for_the_last_text(text: str) -> None:
    chat = await with_texts()
    await chat.hear("报修: 插座冒火花")
    reply = await chat.hear(text)
    assert reply.tone is Tone.ASK
    assert "电" in reply.choices[0].label


async def test_a_label_on_reflection_is_offered_for_the_last_text() -> None:
    chat = await with_texts()
    await chat.hear("desk: where did my cat go")
    assert (await chat.hear("hm, on reflection tickets")).choices[0].label == "Learn tickets"


async def test_a_question_for_a_label_is_of_a_task_about_texts() -> None:
    reply = await (await with_texts()).hear("3栋电梯又卡住了，归哪类？")
    offered = [choice.label for choice in reply.choices]
    assert offered == ["desk: classify it", "报修: classify it", "None of these"]
    answer = await (await with_texts()).hear("报修: 3栋电梯又卡住了，归哪类？")
    assert "内容 3栋电梯又卡住了" in answer.lines


async def test_a_sentence_with_a_task_is_not_lost_for_the_greeting_that_it_begins_with() -> None:
    reply = await (await with_texts()).hear("ferry: ok on reflection purple")
    assert "ferry" in reply.title


async def test_a_new_name_of_two_words_is_shown_in_quotes() -> None:
    reply = await Chat().hear('task new name:late fee predict:number fields:"days: number"')
    assert 'task new name:"late fee" predict:number fields:"days: number"' in shown(reply)
