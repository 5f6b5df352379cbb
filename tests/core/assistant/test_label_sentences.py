"""Sentences about labels are asked about by a task about texts, and never forecast unasked."""

import pytest

from core.assistant.incoming import Command
from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown


async def bins(*, labels: str) -> Chat:
    """Return a chat with a task named in a word that sorts things into bins."""
    chat = Chat()
    name = "sorting" if labels.isascii() else "垃圾"
    options = {"name": name, "predict": "category", "labels": labels, "fields": "item: text"}
    await chat.assistant.handle(
        Command(sender=chat.sender("Ana"), name="task new", options=options)
    )
    for at, label in enumerate(labels.split(", ")):
        await chat.say(f"teach {name}: item: {'电池瓜纸布'[at] * 4} -> {label}")
    return chat


HAN, ENGLISH = "可回收, 有害, 厨余, 其他", "recyclable, hazardous, compost, other"


@pytest.mark.parametrize(
    ("labels", "said", "lesson"),
    [
        (HAN, "垃圾：过期的感冒药是有害垃圾哈", "过期的感冒药 -> 有害"),
        (HAN, "垃圾：我是说鱼骨头是厨余，记一下", "鱼骨头 -> 厨余"),
        (HAN, "我是说鱼骨头是厨余，记一下", "鱼骨头 -> 厨余"),
        (HAN, "垃圾：大骨头不是厨余，是其他", "大骨头 -> 其他"),
        (HAN, "垃圾：不是的，榴莲壳是其他", "榴莲壳 -> 其他"),
    ],
)
async def test_a_lesson_in_other_words_is_offered_without_them(
    labels: str, said: str, lesson: str
) -> None:
    chat = await bins(labels=labels)
    assert (await chat.hear(said, by="Ben")).title.endswith(lesson)


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        *((HAN, f"垃圾：{said}") for said in ("我昨天把旧手机壳扔可回收了", "小区的厨余桶又满了")),
        *(
            (HAN, f"垃圾：{said}")
            for said in ("湿纸巾不是可回收", "有害的有哪些？", "哪些是有害的")
        ),
        (HAN, "垃圾里面有害的有哪些？"),
        (ENGLISH, "sorting: I put the old phone case in recyclable"),
        (ENGLISH, "sorting: what is hazardous?"),
        (ENGLISH, "sorting: which things are compost?"),
    ],
)
async def test_a_sentence_about_labels_is_asked_about(labels: str, said: str) -> None:
    chat = await bins(labels=labels)
    card = await chat.hear(said)
    assert card.tone is Tone.ASK, shown(card)
    assert (await chat.press("Predict it")).tone is Tone.ANSWER


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (HAN, "垃圾：塑料瓶可回收，坏掉的水银温度计有害，西瓜皮厨余"),
        (HAN, "垃圾：教你几个，塑料瓶可回收，坏掉的水银温度计有害"),
        (ENGLISH, "sorting: plastic bottles recyclable, old thermometers hazardous"),
    ],
)
async def test_of_several_lessons_in_one_sentence_each_can_be_learned(
    labels: str, said: str
) -> None:
    chat = await bins(labels=labels)
    first = (await chat.hear(said)).choices[0]
    assert first.label in ("塑料瓶 -> 可回收", "plastic bottles -> recyclable")
    assert "Saved #5" in shown(await chat.press(first))


@pytest.mark.parametrize(
    ("labels", "text"),
    [
        *((HAN, text) for text in ("垃圾：过期的感冒药", "垃圾：榴莲壳到底算不算厨余？")),
        *((HAN, text) for text in ("垃圾：旧手机壳是可回收吗", "垃圾：其他人吃剩的饭")),
        (ENGLISH, "sorting: a recyclable bottle of compost"),
        (ENGLISH, "sorting: what is a pizza box?"),
    ],
)
async def test_a_text_with_the_words_of_a_label_is_classified(labels: str, text: str) -> None:
    chat = await bins(labels=labels)
    assert (await chat.hear(text)).tone is Tone.ANSWER


@pytest.mark.parametrize("text", ["可回收的旧衣服袋", "可回收的塑料瓶和玻璃瓶", "有害的废电池"])
async def test_a_thing_that_its_label_stands_before_is_a_text(text: str) -> None:
    reply = await (await bins(labels=HAN)).hear(f"垃圾: {text}")
    assert reply.tone is Tone.ANSWER


@pytest.mark.parametrize("text", ["有害的太多了", "可回收的都扔了", "厨余的桶满了", "可回收的"])
async def test_what_is_told_of_those_with_a_label_is_no_text(text: str) -> None:
    reply = await (await bins(labels=HAN)).hear(f"垃圾: {text}")
    assert reply.tone is not Tone.ANSWER
