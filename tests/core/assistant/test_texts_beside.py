"""A text beside other fields: it takes what is left of a sentence, and tells nothing by itself."""

from dataclasses import replace

import pytest

from core.assistant.incoming import Message
from core.assistant.reply import Reply, Tone
from tests.core.assistant.chatting import Chat, shown

REPAIR = (
    (
        'task new name:repair predict:category labels:"fixed, scrapped, parts needed" '
        'fields:"thing: category; age: number years; fault: text; warranty: yes/no; brought: date"'
    ),
    "teach repair: thing: toaster, age: 6, fault: lever won't stay down, warranty: no -> fixed",
    "teach repair: thing: hairdryer, age: 3, fault: smells burnt -> scrapped",
    "teach repair: thing: lamp, age: 20, fault: flickers -> parts needed",
    "ask repair: thing: kettle, age: 2, fault: doesn't switch off, warranty: no",
)
LOANS = (
    (
        'task new name:loans predict:category labels:"kids, fiction, science" '
        'fields:"title: item; pages: number; torn: yes/no"'
    ),
    "teach loans: title: Frogs, 32 pages, not torn -> kids",
    "teach loans: title: Dune Messiah, 330 pages, torn -> fiction",
    "ask loans: title: Planets, 60 pages",
)
REPAIR_HAN = (
    (
        'task new name:维修 predict:category labels:"修好, 报废, 等配件" '
        'fields:"物品: category; 年限: number 年; 故障: text; 保修: yes/no"'
    ),
    "teach 维修: 物品: 烤面包机, 年限: 6, 故障: 弹不起来 -> 修好",
    "teach 维修: 物品: 电吹风, 年限: 3, 故障: 有焦味 -> 报废",
    "teach 维修: 物品: 台灯, 年限: 20, 故障: 一闪一闪 -> 等配件",
    "ask 维修: 物品: 水壶, 年限: 2, 故障: 不断电",
)
VIEWS_HAN = (
    (
        "task new name:播放量 predict:number "
        'fields:"时长: number 秒; 题材: category; 露脸: yes/no; 发布: date; 标题: text"'
    ),
    "teach 播放量: 时长: 45 秒, 题材: 美食, 露脸: 是 -> 32000",
    "teach 播放量: 题材: 搞笑, 时长: 30s, 露脸: 是, 标题: 我妈又来了 -> 120000",
    "ask 播放量: 题材: 美食, 时长: 90秒, 露脸: 是",
)


async def heard(lines: tuple[str, ...], text: str) -> Reply:
    chat = Chat()
    for line in lines:
        await chat.say(line)
    return await chat.hear(text)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        *(
            (REPAIR, text)
            for text in (
                "it was 2 years not 18 months",
                "hold on, someone got it going, so fixed",
                "how many things did we fix?",
                "who brought the lamp?",
                "we need more volunteers on sunday",
                "oops put it back",
                "great job on the lamp, Ana",
                "the toaster works again",
                "we had a toaster that sparks",
                "sparks when plugged in",
                "can you fix it?",
                "make it scrapped",
                "do you know how to fix a lamp?",
                "has anyone seen my lamp",
                "my own microwave is 12 and still going strong",
                "I'll bring cake on Thursday",
                "I dropped the box on my foot",
            )
        ),
        *(
            (LOANS, text)
            for text in (
                "I dropped the box on my foot",
                "who gave us Frogs?",
                "oops put it back",
                "how many are in kids?",
            )
        ),
        *(
            (REPAIR_HAN, text)
            for text in (
                "台灯是谁拿来的？",
                "谁送的台灯",
                "大家辛苦了",
                "台灯又能用了",
                "周日还要人帮忙",
                "修好了几个？",
                "那就是报废",
                "电吹风几年了？",
                "台灯后来怎么样了？",
                "有没有人会修台灯？",
                "电吹风是4年的",
            )
        ),
        *((VIEWS_HAN, text) for text in ("今天天气真好", "谁拍的搞笑那条？", "这条该拍什么")),
    ],
)
async def test_a_sentence_of_no_case_is_never_forecast(lines: tuple[str, ...], text: str) -> None:
    assert (await heard(lines, text)).tone in (Tone.ASK, Tone.INFO)


@pytest.mark.parametrize(
    ("lines", "text", "read"),
    [
        (REPAIR, "toaster, 3 years, sparks when plugged in", "fault sparks when plugged in"),
        (REPAIR, "lamp 4 years sparks", "thing lamp · age 4 years · fault sparks"),
        (REPAIR, "hairdryer, smells of smoke", "thing hairdryer · fault smells of smoke"),
        (REPAIR, "would a lamp with a loose cable be fixed?", "thing lamp"),
        (REPAIR, "any chance for a 10 year old radio that hums?", "age 10 years"),
        (REPAIR, "which label for this: sparks when plugged in", "fault sparks when plugged in"),
        (REPAIR, "repair: the toaster sparks", "fault the toaster sparks"),
        (REPAIR, "repair: sparks when plugged in", "fault sparks when plugged in"),
        (LOANS, "Little Bee, 20 pages", "title Little Bee · pages 20"),
        (LOANS, "Watership Down", "title Watership Down"),
        (REPAIR_HAN, "烤面包机，3年，冒火花，能修吗", "物品 烤面包机 · 年限 3 年"),
        (REPAIR_HAN, "烤面包机，3年，冒火花", "故障 冒火花"),
        (REPAIR_HAN, "台灯接触不良能修好吗？", "物品 台灯"),
        (REPAIR_HAN, "维修：冒火花", "故障 冒火花"),
        (VIEWS_HAN, "美食，60秒，妈妈的菜", "标题 妈妈的菜"),
        (VIEWS_HAN, "播放量：我妈又来了", "标题 我妈又来了"),
    ],
)
async def test_a_case_with_a_text_is_forecast(lines: tuple[str, ...], text: str, read: str) -> None:
    reply = await heard(lines, text)
    assert reply.tone is Tone.ANSWER
    assert read in shown(reply)


@pytest.mark.parametrize(
    ("lines", "text", "read"),
    [
        (REPAIR, "actually it's a toaster", "thing toaster · age 2 years · fault doesn't switch"),
        (REPAIR, "and with warranty", "fault doesn't switch off · warranty yes"),
        (REPAIR, "what about a lamp", "thing lamp · age 2 years · fault doesn't switch off"),
        (LOANS, "what about the same with 300 pages and torn", "Planets · pages 300 · torn yes"),
        (LOANS, "oh and it was only 380 pages", "title Planets · pages 380"),
        (REPAIR_HAN, "其实是电吹风", "物品 电吹风 · 年限 2 年 · 故障 不断电"),
        (REPAIR_HAN, "有保修呢", "故障 不断电 · 保修 yes"),
        (VIEWS_HAN, "不露脸呢？", "时长 90 秒 · 题材 美食 · 露脸 no"),
        (VIEWS_HAN, "换成搞笑题材", "时长 90 秒 · 题材 搞笑"),
        (VIEWS_HAN, "再短10秒", "时长 80 秒 · 题材 美食"),
    ],
)
async def test_a_change_of_the_last_question_is_no_text(
    lines: tuple[str, ...], text: str, read: str
) -> None:
    reply = await heard(lines, text)
    assert reply.tone is Tone.ANSWER
    assert read in shown(reply)


async def test_words_beside_a_change_are_no_text() -> None:
    lines = tuple(line.replace("title: item", "title: text") for line in LOANS)
    for text, read in (
        ("what about the same with 300 pages and torn", "Planets · pages 300 · torn yes"),
        ("oh and it was only 380 pages", "title Planets · pages 380"),
    ):
        assert read in shown(await heard(lines, text))


@pytest.mark.parametrize(
    ("lines", "text", "offered"),
    [
        (REPAIR, "we scrapped it", "Learn scrapped"),
        (LOANS, "we put it in fiction", "Learn fiction"),
        (REPAIR_HAN, "我们修好了", "Learn 修好"),
        (REPAIR_HAN, "后来报废了", "Learn 报废"),
        (VIEWS_HAN, "实际才6千5", "Learn 6,500"),
        (VIEWS_HAN, "发出来了，13500", "Learn 13,500"),
        (REPAIR, "delete the hairdryer", "Take back #2"),
        (LOANS, "delete Frogs", "Take back #1"),
        (REPAIR_HAN, "删掉电吹风", "Take back #2"),
        (REPAIR, "the lamp's bulb was just loose, so mark that one fixed", "Save it"),
        (
            REPAIR,
            (
                "a kettle came in on the 14th of November, about 5 years old, it leaked, "
                "and we fixed it"
            ),
            "Save it",
        ),
    ],
)
async def test_what_came_true_or_is_to_go_is_offered(
    lines: tuple[str, ...], text: str, offered: str
) -> None:
    reply = await heard(lines, text)
    assert offered in [choice.label.removesuffix(" 元") for choice in reply.choices]


async def test_a_question_how_many_counts_what_was_taught() -> None:
    assert "1 example (搞笑)" in (await heard(VIEWS_HAN, "搞笑的有几条")).title


async def test_a_post_in_the_channel_of_its_task_is_a_text() -> None:
    chat = Chat()
    for line in REPAIR:
        await chat.say(line)
    sender = replace(chat.sender("Ana"), place="7")
    await chat.assistant.handle(Message(sender=sender, text="task bind repair"))
    post = Message(sender=sender, text="sparks when plugged in")
    assert (await chat.assistant.handle(post)).tone is Tone.ANSWER
