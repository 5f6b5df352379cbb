"""Sentences to tasks of rated items: a sentence is no name, unless it is written as one."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown

TEA = 'task new name:奶茶 predict:rating scale:1-5 fields:"饮品: item; 甜度: category"'
FILMS = 'task new name:films predict:rating scale:1-5 fields:"title: item; genre: category"'
PUBS = 'task new name:pubs predict:rating scale:1-5 fields:"pub: item; dogs: yes/no"'


async def taught(*lines: str) -> Chat:
    chat = Chat()
    for line in lines:
        await chat.say(line)
    return chat


async def tea() -> Chat:
    return await taught(TEA, "教 奶茶：饮品: 杨枝甘露, 甜度: 半糖 → 4")


async def films() -> Chat:
    return await taught(
        FILMS,
        "teach films: title: Heat, genre: crime -> 4",
        "teach films: title: Alien, genre: horror -> 5",
    )


@pytest.mark.parametrize(
    "text", ["一共几条", "今天喝什么", "大家都在吗", "咱们周末喝啥", "今天胃不舒服", "明天请老王"]
)
async def test_a_chinese_sentence_is_forecast_as_no_unknown_item(text: str) -> None:
    reply = await (await tea()).hear(text)
    assert reply.tone is Tone.ASK
    assert "examples list" in shown(reply)


@pytest.mark.parametrize(
    "text",
    [
        *("who rated most", "how many so far", "so what now", "anyone up for a pint"),
        *("where can I see it", "How was Dune", "what’s left"),
    ],
)
async def test_an_english_sentence_is_forecast_as_no_unknown_item(text: str) -> None:
    for chat in (await films(), await taught(PUBS, "pubs: The Ram, dogs -> 4")):
        reply = await chat.hear(text)
        assert reply.tone is not Tone.ANSWER, shown(reply)
        assert "examples list" in shown(reply)


@pytest.mark.parametrize(
    "text",
    [
        *("What We Do in the Shadows", "Who Framed Roger Rabbit?", '"who framed roger rabbit"'),
        *("films: what we do in the shadows", "We Bought a Zoo", "1917", "Alien 3"),
        *(
            "lost in translation",
            "《谁先爱上他的》",
            "films: 谁先爱上他的",
            "《你好，李焕英》",
            "三体2",
        ),
    ],
)
async def test_real_names_are_forecast(text: str) -> None:
    reply = await (await films()).hear(text)
    assert reply.tone is Tone.ANSWER, shown(reply)
    name = text.removeprefix("films: ").strip('?"《》')
    assert f"title {name}" in shown(reply)


async def test_a_name_that_reads_like_a_sentence_may_be_predicted_all_the_same() -> None:
    chat = await films()
    assert (await chat.hear("what we do in the shadows")).tone is Tone.ASK
    assert (await chat.press("Predict it")).tone is Tone.ANSWER


@pytest.mark.parametrize(
    "text", ["我给杨枝甘露打几分了", "我给芋泥波波打几分来着", "我给杨枝甘露打了几分"]
)
async def test_who_asks_for_their_own_rating_is_shown_where_it_is(text: str) -> None:
    reply = await (await tea()).hear(text)
    assert reply.tone is Tone.ERROR
    assert "examples list" in shown(reply)


async def test_words_that_ask_are_no_part_of_an_item() -> None:
    assert "title Dune\n" in shown(await (await films()).hear("thoughts on Dune"))
    assert "饮品 芋泥波波\n" in shown(await (await tea()).hear("芋泥波波？"))
    reply = shown(await (await films()).hear("thoughts on Heat half price"))
    assert "title Heat" in reply
    assert "half price" in reply.split("I ignored: ")[1]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "芋泥波波 给4",
            "芋泥波波 打了4分",
            "我给芋泥波波 4分",
            "我给芋泥波波打4分",
            "芋泥波波给4分",
        ),
        *("芋泥波波给了个4", "芋泥波波 评了4分", "芋泥波波：4", "奶茶：芋泥波波：4"),
    ],
)
async def test_a_chinese_rating_of_a_new_item_is_offered_as_a_lesson(text: str) -> None:
    chat = await tea()
    assert "奶茶: 饮品 芋泥波波 → answer 4" in shown(await chat.hear(text))
    assert "#2 饮品 芋泥波波 → 4" in shown(await chat.press("Save it"))


@pytest.mark.parametrize(
    "text",
    [
        *("gave Dune 4", "gave dune a 4", "Dune gets 4", "dune gets a 4", "I gave Dune a 4"),
        *("I’d give Dune a solid 4", "Dune got only a 4", "Dune: solid 4", "films: Dune: solid 4"),
        "Dune: 4",
    ],
)
async def test_an_english_rating_of_a_new_item_is_offered_as_a_lesson(text: str) -> None:
    chat = await films()
    assert "films: title dune → answer 4" in shown(await chat.hear(text)).replace("Dune", "dune")
    assert "→ 4" in shown(await chat.press("Save it"))


@pytest.mark.parametrize(
    ("text", "lesson"),
    [
        *(("alien gets a 4", "Alien -> 4"), ("gave Heat 3", "Heat -> 3")),
        *(("Alien deserves a solid 4", "Alien -> 4"), ("Heat: 4", "title Heat → answer 4")),
    ],
)
async def test_a_rating_of_a_known_item_is_offered_as_a_lesson(text: str, lesson: str) -> None:
    reply = shown(await (await films()).hear(text))
    assert f"films: {lesson}" in reply
    assert "ignored" not in reply


@pytest.mark.parametrize("text", ["杨枝甘露 给3", "杨枝甘露给3", "杨枝甘露打了个3分"])
async def test_a_chinese_rating_of_a_known_item_is_offered_as_a_lesson(text: str) -> None:
    assert "奶茶: 杨枝甘露 -> 3" in shown(await (await tea()).hear(text))


async def test_a_known_category_beside_a_rated_item_is_no_remark() -> None:
    reply = shown(await (await tea()).hear("杨枝甘露 半糖 4分"))
    assert "饮品 杨枝甘露 · 甜度 半糖 → answer 4" in reply


async def test_a_drink_called_soda_keeps_its_name() -> None:
    assert "饮品 苏打 → answer 4" in shown(await (await tea()).hear("苏打4分"))


@pytest.mark.parametrize(
    "text", ["杨枝甘露打8折", "小明给芋泥波波4分", "芋泥波波给3个人", "Flims: 4"]
)
async def test_a_number_that_is_no_rating_of_ones_own_is_no_lesson(text: str) -> None:
    chat = await taught(FILMS) if text.isascii() else await tea()
    assert all(choice.label != "Save it" for choice in (await chat.hear(text)).choices)


async def test_the_name_of_a_field_before_a_colon_is_no_item() -> None:
    chat = await taught(
        'task new name:games predict:rating fields:"game: item; players: number"',
        "teach games: game: Azul, players: 4 -> 5",
    )
    assert "game players" not in shown(await chat.hear("games: players: 4"))
    assert "players 3" in shown(await chat.hear("Azul, players: 3"))


NOT_APART = "No, it belongs to 饮品"


@pytest.mark.parametrize("text", ["教 奶茶：乌龙奶盖 少糖 → 2", "奶茶：乌龙奶盖　少糖 2分"])
@pytest.mark.parametrize(
    ("pressed", "stored"),
    [("Yes", "饮品 乌龙奶盖 · 甜度 少糖 → 2"), (NOT_APART, "饮品 乌龙奶盖 少糖 → 2")],
)
async def test_a_word_behind_a_new_item_is_asked_about_before_it_is_stored(
    text: str, pressed: str, stored: str
) -> None:
    chat = await tea()
    assert "Is “少糖” the 甜度?" in shown(await chat.hear(text))
    reply = await chat.press(pressed)
    if reply.tone is Tone.ASK:
        reply = await chat.press("Save it")
    assert f"#2 {stored.replace('　', ' ')}" in shown(reply).replace("　", " ")


async def test_a_question_asks_first_what_the_word_behind_a_new_item_is() -> None:
    chat = await tea()
    assert (await chat.hear("芋泥波波 少糖")).tone is Tone.ASK
    assert "饮品 芋泥波波 · 甜度 少糖" in shown(await chat.press("Yes"))


@pytest.mark.parametrize(
    "text", ["芋泥波波 半糖", "奶茶：芋泥波波 半糖", "芋泥波波 半糖 给3", "芋泥波波 半糖 3分"]
)
async def test_a_known_category_behind_a_new_item_is_taken(text: str) -> None:
    assert "饮品 芋泥波波 · 甜度 半糖" in shown(await (await tea()).hear(text))


async def test_a_lesson_takes_a_known_category_behind_a_new_item() -> None:
    reply = await (await tea()).say("教 奶茶：乌龙奶盖 半糖 → 2")
    assert "#2 饮品 乌龙奶盖 · 甜度 半糖 → 2" in shown(reply)


@pytest.mark.parametrize(
    ("pressed", "stored"),
    [
        (("Yes", "Yes"), "饮品 乌龙奶盖 · 甜度 少糖 · 冰度 去冰"),
        (("Yes", NOT_APART), "饮品 乌龙奶盖 去冰 · 甜度 少糖"),
        ((NOT_APART, "Yes"), "饮品 乌龙奶盖 少糖 · 冰度 去冰"),
        ((NOT_APART, NOT_APART), "饮品 乌龙奶盖 少糖 去冰"),
    ],
)
async def test_two_words_behind_a_new_item_are_asked_about_in_turn(
    pressed: tuple[str, ...], stored: str
) -> None:
    fields = '"饮品: item; 甜度: category; 冰度: category"'
    chat = await taught(
        f"task new name:奶茶 predict:rating scale:1-5 fields:{fields}",
        "教 奶茶：饮品: 杨枝甘露, 甜度: 半糖, 冰度: 常温 → 4",
    )
    reply = await chat.hear("教 奶茶：乌龙奶盖 少糖 去冰 → 2")
    for label in pressed:
        reply = await chat.press(label)
    assert f"#2 {stored} → 2" in shown(reply)


@pytest.mark.parametrize("text", ["《三体 第二部》", "三体 2", "芋泥波波 咋样", "芋泥波波 好喝吗"])
async def test_names_between_marks_numbers_and_words_that_ask_are_no_categories(text: str) -> None:
    assert (await (await tea()).hear(text)).tone is Tone.ANSWER


async def test_without_a_category_a_name_of_two_words_is_one() -> None:
    chat = await taught(
        'task new name:馆子 predict:rating scale:1-5 fields:"馆子名: item; 人均: number"'
    )
    assert "馆子名 兰州 拉面 → 4" in shown(await chat.say("教 馆子：兰州 拉面 → 4"))


async def test_words_behind_a_known_item_and_a_blank_are_shown_with_its_rating() -> None:
    reply = await (await tea()).hear("杨枝甘露 少糖 4分")
    assert "饮品 杨枝甘露 · 甜度 少糖 → answer 4" in shown(reply)
    assert 'Save it without "少糖"' in [choice.label for choice in reply.choices]


@pytest.mark.parametrize("text", ["dune a 4 from me", "dune, gets a 4 from me", "giving dune a 4"])
async def test_words_behind_a_rating_are_no_part_of_the_item(text: str) -> None:
    assert "films: title dune → answer 4" in shown(await (await films()).hear(text))
    assert "饮品 芋泥波波 → answer 4" in shown(await (await tea()).hear("芋泥波波 给4分吧"))


@pytest.mark.parametrize("text", ["what'd I rate Alien", "what did we give Dune"])
async def test_what_was_rated_is_shown_where_it_is(text: str) -> None:
    assert "examples list" in shown(await (await films()).hear(text))


@pytest.mark.parametrize("text", ["一共幾條", "幾多條了"])
async def test_traditional_characters_ask_as_well(text: str) -> None:
    assert (await (await tea()).hear(text)).tone is Tone.ASK
    assert "饮品 芋泥波波\n" in shown(await (await tea()).hear("芋泥波波呢？"))


@pytest.mark.parametrize(
    "text", ["films: how many so far", "films：一共几条", "films: so how many now"]
)
async def test_behind_the_name_of_a_task_a_count_is_no_name_either(text: str) -> None:
    reply = await (await films()).hear(text)
    assert reply.tone is Tone.ASK
    assert "examples list" in shown(reply)


async def test_words_that_ask_are_none_of_an_item_that_is_the_only_field() -> None:
    chat = await taught(
        'task new name:桌游 predict:rating fields:"游戏: item"', "教 桌游：卡坦岛 → 4"
    )
    assert "游戏 1917\n" in shown(await chat.hear("1917"))
    assert "游戏 璀璨宝石\n" in shown(await chat.hear("璀璨宝石 怎么样"))
    assert "游戏 璀璨宝石 扩展\n" in shown(await chat.hear("璀璨宝石 扩展"))


async def test_the_last_of_two_numbers_is_the_rating_where_an_article_leads_to_it() -> None:
    chat = await taught(
        'task new name:pubs predict:rating scale:1-10 fields:"pub: item; pints: number"',
        "teach pubs: pub: The Ram, pints: 3 -> 7",
    )
    assert "answer 3" not in shown(await chat.hear("I gave 3 pints at the Swan a 7"))
