"""Labels that are told of texts, words that ask for them, and other ways of writing."""

import pytest

from core.assistant.incoming import Message
from core.assistant.reply import Tone
from core.assistant.text_frames import label_denied
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.several_tasks import bakery, band

CHATTER = (
    'task new name:chatter predict:category labels:"tools, pests, watering" fields:"post: text"'
)


async def allotment() -> Chat:
    """Return a chat with a task about texts beside others."""
    chat = await band()
    for line in (
        CHATTER,
        "teach chatter: slugs ate my lettuce -> pests",
        "teach chatter: who has the strimmer -> tools",
        "teach chatter: the tap is dry again -> watering",
    ):
        await chat.say(line)
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "thats pests innit",
        "that's pests",
        "it should be pests I think",
        "chatter: this is really pests",
        "pests obviously",
    ],
)
async def test_a_label_that_is_told_is_of_the_last_answer(text: str) -> None:
    chat = await allotment()
    await chat.hear("chatter: greenfly on the roses")
    reply = await chat.hear(text)
    assert "?1 was pests" in reply.title
    assert "Predict it" in [choice.label for choice in reply.choices]


@pytest.mark.parametrize(
    "text",
    [
        "The hosepipe's split again, that's a tools one not watering",
        "chatter: The hosepipe's split again: tools",
        "The hosepipe's split again - tools",
    ],
)
async def test_a_label_told_behind_a_text_is_offered_as_a_lesson(text: str) -> None:
    chat = await allotment()
    reply = await chat.hear(text)
    assert "The hosepipe's split again -> tools" in reply.title
    assert "→ tools" in shown(await chat.press("Save it"))


@pytest.mark.parametrize("text", ["should be pests", "chatter: pests obviously"])
async def test_a_label_that_is_told_of_nothing_is_not_classified(text: str) -> None:
    chat = await allotment()
    assert (await chat.hear(text)).tone is Tone.ASK


@pytest.mark.parametrize(
    "text",
    [
        "which label for this: some beastie eats my kale",
        "what would you file this under: some beastie eats my kale",
        'is "some beastie eats my kale" tools or pests?',
        "「some beastie eats my kale」这条归哪类",
    ],
)
async def test_the_words_that_ask_for_a_label_are_no_part_of_the_text(text: str) -> None:
    chat = await allotment()
    reply = await chat.hear(text)
    assert "post some beastie eats my kale" in reply.lines


@pytest.mark.parametrize(
    "text", ["the pests are back in the shed", 'my neighbour says "no water today" again']
)
async def test_a_post_may_hold_a_label_or_a_quote(text: str) -> None:
    chat = await allotment()
    assert f"post {text}" in (await chat.hear(f"chatter: {text}")).lines


async def test_traditional_characters_are_read_as_simplified_ones() -> None:
    chat = await bakery()
    reply = await chat.hear("麵包店：週六 氣溫20度 促銷")
    assert "星期 周六 · 气温 20 度 · 促销 yes" in reply.lines
    assert "Glad to help" in (await chat.hear("謝謝你")).title
    await chat.say("教 麵包店：週一，晴，促銷 -> 90")
    assert "Took back" in (await chat.hear("撤銷")).title


FROST = (
    "task new name:frost predict:category labels:fine,dead "
    'fields:"low: number °C; cover: fleece|cloche|none"'
)


async def test_no_cover_is_the_category_that_says_there_is_none() -> None:
    chat = Chat()
    for line in (
        FROST,
        "teach frost: low -2, fleece -> fine",
        "teach frost: low -8, no cover -> dead",
    ):
        saved = await chat.say(line)
    assert "cover none" in shown(saved)
    assert "low −5 °C · cover none" in (await chat.hear("frost: low -5, no cover?")).lines


async def test_people_are_counted_by_the_name_of_their_number() -> None:
    chat = Chat()
    for line in (
        'task new name:排队 predict:number unit:分钟 fields:"餐: category; 人数: number"',
        "teach 排队: 晚餐, 6人 -> 40",
    ):
        await chat.say(line)
    assert "餐 晚餐 · 人数 4 人" in (await chat.hear("晚餐四个人要等多久？")).lines


HIKES = (
    "task new name:用时 predict:number unit:小时 "
    'fields:"距离: number 公里; 爬升: number 米; 人数: number; 天气: 晴|阴|雨"'
)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("7km 爬升300 4人 晴", "距离 7 公里 · 爬升 300 米 · 人数 4 人 · 天气 晴"),
        ("10公里爬升500米9个人", "距离 10 公里 · 爬升 500 米 · 人数 9 人"),
        ("12000米 爬升0.6公里 5個人 陰天", "距离 12 公里 · 爬升 600 米 · 人数 5 人 · 天气 阴"),
        ("300 爬升 7km", "距离 7 公里 · 爬升 300 米"),
        ("天晴 10公里", "距离 10 公里 · 天气 晴"),
    ],
)
async def test_an_amount_in_the_unit_of_another_field_is_not_of_the_name_behind_it(
    text: str, values: str
) -> None:
    chat = Chat()
    for line in (
        HIKES,
        "teach 用时: 距离10公里, 爬升500米, 人数6, 晴 -> 4",
        "teach 用时: 距离16公里, 爬升900米, 人数9, 阴 -> 6.5",
        "teach 用时: 8公里, 爬升300米, 4人, 雨 -> 3.5",
    ):
        await chat.say(line)
    assert values in (await chat.hear(f"用时：{text}?")).lines
    assert values in shown(await chat.say(f"teach 用时: {text} -> 5"))


async def test_a_quote_with_its_label_is_offered_as_a_lesson() -> None:
    chat = await allotment()
    reply = await chat.hear("“the slugs are back in force”归pests")
    assert "the slugs are back in force -> pests" in reply.title
    reply = await chat.hear("“who has the big ladder”不是pests，是tools")
    assert "who has the big ladder -> tools" in reply.title


async def test_a_label_to_be_added_is_no_text() -> None:
    chat = Chat()
    for line in (
        'task new name:消息 predict:category labels:求助,捐款 fields:"内容: text"',
        "teach 消息: 捡到一窝奶猫怎么办 -> 求助",
        "teach 消息: 转了五十块买猫粮 -> 捐款",
    ):
        await chat.say(line)
    reply = await chat.hear("消息里再加个类别叫闲聊")
    assert reply.tone is Tone.ERROR
    assert "task edit" in shown(reply)


RIDES = (
    "task new name:用时 predict:number unit:分钟 "
    'fields:"距离: number 公里; 风: 顺风|逆风|无风; 新人: yes/no"'
)


@pytest.mark.parametrize("text", ["15km, 无风, 新人:否", "15km 无风 新人:否", "无风 15km 新人:否"])
async def test_a_category_that_begins_with_a_denial_is_read(text: str) -> None:
    chat = Chat()
    for line in (RIDES, "teach 用时: 距离10公里, 顺风, 新人:否 -> 40"):
        await chat.say(line)
    assert "风 无风" in shown(await chat.say(f"teach 用时: {text} -> 一个钟零五分"))
    assert "65 分钟" in shown(await chat.say(f"teach 用时: {text} -> 一个钟零五分"))


TRASH = (
    'task new name:trash predict:category labels:"可回收, 有害, 厨余, other" fields:"东西: text"'
)


async def sorting() -> Chat:
    chat = Chat()
    for line in (TRASH, "teach trash: 用完的电池 -> 有害", "teach trash: melon peel -> 厨余"):
        await chat.say(line)
    return chat


@pytest.mark.parametrize(
    ("text", "lesson"),
    [
        ("充电宝不属于可回收，属于有害", "充电宝 -> 有害"),
        ("trash: 大骨头不是厨余，算可回收", "大骨头 -> 可回收"),
        ("不是的，湿纸巾是可回收", "湿纸巾 -> 可回收"),
        ("别记错了，湿纸巾是可回收", "湿纸巾 -> 可回收"),
        ("我是说鱼骨头是厨余，记一下", "鱼骨头 -> 厨余"),
        ("trash: power banks are not other, that's 有害", "power banks -> 有害"),
        ("remember, old pizza boxes, that's other", "old pizza boxes -> other"),
    ],
)
async def test_what_denies_a_label_or_leads_is_none_of_the_text(text: str, lesson: str) -> None:
    reply = await (await sorting()).hear(text)
    assert reply.title.endswith((f"{lesson}**", f"{lesson}？", f"{lesson}", f"{lesson}?"))


@pytest.mark.parametrize(
    "text", ["trash: 别记错了，湿纸巾不是可回收", "trash: 湿纸巾不属于可回收", "湿纸巾可不是可回收"]
)
async def test_a_denied_label_is_never_the_answer(text: str) -> None:
    chat = await sorting()
    reply = await chat.hear(text)
    assert not any(choice.is_yes for choice in reply.choices)
    assert {"有害", "厨余", "other"} <= {choice.label for choice in reply.choices}
    assert "湿纸巾 → other" in shown(await chat.press("other"))


@pytest.mark.parametrize(
    "text",
    [
        "trash: 我不是在问，是教你：过期的感冒药 -> 有害",
        "trash: 教你：过期的感冒药 -> 有害",
        "trash: I am not asking, I'm teaching you: 过期的感冒药 -> 有害",
    ],
)
async def test_words_that_say_that_a_lesson_comes_are_none_of_its_text(text: str) -> None:
    assert "东西 过期的感冒药 → 有害" in shown(await (await sorting()).say(text))


@pytest.mark.parametrize("said", ["东西应该是 过期的感冒药", "不对，东西是过期的感冒药"])
async def test_the_name_of_a_text_is_none_of_it(said: str) -> None:
    chat = await sorting()
    await chat.hear("trash: 感冒药 -> 有害")
    assert "东西 过期的感冒药 → " in shown(await chat.hear(said))


@pytest.mark.parametrize("text", ["猜错了，半夜醒了两回", "no, he woke up, twice"])
async def test_a_sentence_is_no_new_label(text: str) -> None:
    chat = Chat()
    for line in (
        'task new name:nights predict:category fields:"post: text"',
        "teach nights: 没出牙 -> slept",
        "teach nights: 出牙 -> woke",
        "ask nights: 出牙吗",
    ):
        await chat.say(line)
    message = Message(sender=chat.sender("Ana"), text=text, in_reply_to=1)
    reply = await chat.assistant.handle(message)
    assert not any(choice.is_yes for choice in reply.choices)


@pytest.mark.parametrize("text", ["旧手机是不是有害垃圾", "药水瓶算不算有害", "电池属不属于有害"])
def test_a_question_whether_denies_no_label(text: str) -> None:
    assert label_denied(text, ["有害", "厨余"]) is None
