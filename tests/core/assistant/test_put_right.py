"""What puts right a lesson, a label or a rating, named by its old value or by its words."""

import pytest

from core.assistant.incoming import Message
from core.assistant.reply import Tone
from tests.core.assistant.chatting import shown
from tests.core.assistant.test_told_lessons import taught

BUS = (
    (
        "task new name:bus predict:number unit:min target:delay "
        'fields:"wind: number km/h; people: number; day: category; floor: number"'
    ),
    "teach bus: wind 10, people 22, day Tuesday, floor 2 -> 12",
    "teach bus: wind 20, people 40, day Friday, floor 1 -> 20",
    "teach bus: wind 30, people 22, day Tuesday, floor 1 -> 25",
)
GOODS = (
    (
        "task new name:出货 predict:number unit:箱 target:数量 "
        'fields:"星期: category; 气温: number 度; 人数: number 人"'
    ),
    "teach 出货: 星期 周一, 气温 20度, 人数 5人 -> 300",
    "teach 出货: 星期 周二, 气温 22度, 人数 6人 -> 320",
)


@pytest.mark.parametrize(
    ("task", "text", "change"),
    [
        (BUS, "oops, 32 not 22", "people 32"),
        (BUS, "sorry, 45 instead of 30", "wind 45 km/h"),
        (BUS, "typo: 26 not 25", "delay 26 min"),
        (BUS, "not Tuesday, Wednesday", "day Wednesday"),
        (BUS, "it was Friday, not Tuesday", "day Friday"),
        (BUS, "I meant 3rd floor", "floor 3"),
        (BUS, "sorry 31 km/h", "wind 31 km/h"),
        (GOODS, "不是周二是周三", "星期 周三"),
        (GOODS, "不是22,是23", "气温 23 度"),
        (GOODS, "是330不是320", "数量 330 箱"),
        (GOODS, "抱歉，应该是7人", "人数 7 人"),
        (GOODS, "22改成24", "气温 24 度"),
    ],
)
async def test_the_old_value_or_the_unit_tells_what_is_put_right(
    task: tuple[str, ...], text: str, change: str
) -> None:
    chat = await taught(task)
    number = len(task) - 1
    asked = await chat.hear(text)
    assert asked.title == f"Change #{number}: {change}?"
    assert change.rsplit(maxsplit=1)[-1] in shown(await chat.press("Change it"))


async def test_a_bare_number_that_may_be_several_parts_is_asked_about() -> None:
    chat = await taught(BUS)
    asked = await chat.hear("sorry 28")
    assert asked.title == "What of #3 is 28?"
    labels = ["wind 28 km/h", "people 28", "delay 28 min", "None of these"]
    assert [choice.label for choice in asked.choices] == labels
    changed = shown(await chat.press("people 28"))
    assert "#3 wind 30 km/h · people 28 · day Tuesday · floor 1 → 25 min" in changed


@pytest.mark.parametrize("text", ["not 77, 78", "Monday, not Sunday", "不是77是78"])
async def test_what_the_lesson_does_not_say_is_not_put_right(text: str) -> None:
    chat = await taught(BUS)
    assert not (await chat.hear(text)).title.startswith(("Change", "What of"))


INBOX = (
    'task new name:inbox predict:category labels:"repair, billing, noise" fields:"msg: text"',
    "teach inbox: the heating does not work in flat 3 -> repair",
    "teach inbox: neighbours are loud -> noise",
    "teach inbox: elevator invoice was sent twice -> billing",
)
ORDERS = (
    'task new name:工单 predict:category labels:"维修, 账单, 网络问题" fields:"内容: text"',
    "teach 工单: 水管漏水了 -> 维修",
    "teach 工单: 路由器连不上 -> 网络问题",
    "teach 工单: 电梯又坏了 -> 账单",
)


@pytest.mark.parametrize(
    ("task", "asked", "text", "title"),
    [
        (
            INBOX,
            "inbox: my radiator is cold",
            "u got the radiator one wrong, it's a repair",
            "Shall I learn that ?1 was repair?",
        ),
        (
            INBOX,
            "inbox: my radiator is cold",
            "that radiator post was misfiled, should be repair",
            "Shall I learn that ?1 was repair?",
        ),
        (
            INBOX,
            "inbox: my radiator is cold",
            "you got the elevator one wrong, it's a repair",
            "Change #3: answer repair?",
        ),
        (
            ORDERS,
            "工单: 暖气不热了",
            "暖气那条分错了,是维修",
            "Shall I learn that ?1 was 维修?",
        ),
        (ORDERS, "工单: 暖气不热了", "你把电梯那条分错了,应该是维修", "Change #3: answer 维修?"),
        (
            ORDERS,
            "工单: 打不开网页",
            "主要是网络问题啦",
            "Shall I learn that ?1 was 网络问题?",
        ),
    ],
)
async def test_a_text_with_a_wrong_label_is_found_by_its_words(
    task: tuple[str, ...], asked: str, text: str, title: str
) -> None:
    chat = await taught(task)
    await chat.hear(asked)
    assert (await chat.hear(text)).title == title


async def test_a_text_that_is_not_found_is_no_lesson() -> None:
    chat = await taught(INBOX)
    await chat.hear("inbox: my radiator is cold")
    reply = await chat.hear("the tap one was wrong, its a repair")
    assert reply.tone is Tone.ERROR
    assert '"tap"' in reply.title


async def test_a_text_about_something_wrong_is_classified() -> None:
    chat = await taught(INBOX)
    assert (await chat.hear("inbox: the invoice is wrong again")).tone is Tone.ANSWER


GAMES = (
    'task new name:games predict:rating scale:1-5 fields:"game: item; players: number"',
    "teach games: Azul, 4 -> 4",
    "teach games: Catan, 3 -> 3",
)
BOARD = (
    'task new name:桌游 predict:rating scale:1-5 fields:"游戏: item; 人数: number 人"',
    "teach 桌游: 老矿山, 4人 -> 4",
    "teach 桌游: 卡坦岛, 3人 -> 3",
)


@pytest.mark.parametrize(
    ("task", "text", "lesson"),
    [
        (GAMES, "changed my mind about Azul, 2/5", "games: Azul -> 2"),
        (GAMES, "change Azul to 2", "games: Azul -> 2"),
        (GAMES, "my Azul rating should be 2", "games: Azul -> 2"),
        (GAMES, "Azul's a 5 for me now", "games: Azul -> 5"),
        (BOARD, "老矿山改成3分吧", "桌游: 老矿山 -> 3"),
        (BOARD, "把老矿山改成5分", "桌游: 老矿山 -> 5"),
    ],
)
async def test_an_own_rating_is_changed_by_naming_its_item(
    task: tuple[str, ...], text: str, lesson: str
) -> None:
    chat = await taught(task)
    await chat.hear("games: Catan?" if task is GAMES else "桌游: 卡坦岛?")
    assert (await chat.hear(text)).title == f"Shall I learn this? {lesson}"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Azul was meh, 2", "games: game Azul → answer 2"),
        ("Catan bored us, 2 stars", "games: game Catan → answer 2"),
        ("played Splendor, 4 stars", "games: game Splendor → answer 4"),
        ("tried Terra Mystica yesterday, 5 stars", "games: game Terra Mystica → answer 5"),
        ("had Splendor this morning, 2 stars", "games: game Splendor → answer 2"),
        ("tried Azul deluxe yesterday, 5 stars", "games: game Azul → answer 5"),
        ("Splendor was meh, 2 stars", "games: game Splendor → answer 2"),
    ],
)
async def test_a_told_rating_is_of_the_item_that_is_named(text: str, read: str) -> None:
    chat = await taught(GAMES)
    await chat.hear("games: Azul?")
    assert (await chat.hear(text)).lines[0] == read


@pytest.mark.parametrize(
    ("text", "lesson", "beside"),
    [
        ("老矿山一般般,2分吧", "老矿山 -> 2", "一般般"),
        ("昨天玩了老矿山太长了 2分", "老矿山 -> 2", "太长了"),
        ("卡坦岛人太多 1分", "卡坦岛 -> 1", "人太多"),
    ],
)
async def test_a_remark_between_an_item_and_its_points_makes_no_new_item(
    text: str, lesson: str, beside: str
) -> None:
    chat = await taught(BOARD)
    reply = await chat.hear(text)
    assert reply.title == f"Shall I learn this? 桌游: {lesson}"
    assert reply.lines == (f"I ignored: {beside}",)


@pytest.mark.parametrize("text", ["老矿山好还是卡坦岛好,2分", "大航海一般般,2分吧"])
async def test_of_two_items_or_none_that_is_known_no_rating_is_taken(text: str) -> None:
    chat = await taught(BOARD)
    title = (await chat.hear(text)).title
    assert "老矿山 -> 2" not in title
    assert "卡坦岛 -> 2" not in title


@pytest.mark.parametrize(
    ("task", "text", "rating"),
    [
        (GAMES, "finished it, 4 stars", 4),
        (GAMES, "done with it, 4/5", 4),
        (BOARD, "玩完了 给4分吧", 4),
        (BOARD, "玩完了,给4分", 4),
        (BOARD, "玩过了 3分", 3),
    ],
)
async def test_a_rating_without_an_item_is_of_the_one_talked_about(
    task: tuple[str, ...], text: str, rating: int
) -> None:
    chat = await taught(task)
    await chat.hear("games: Azul?" if task is GAMES else "桌游: 老矿山?")
    assert (await chat.hear(text)).title == f"Shall I learn that ?1 was {rating}?"


@pytest.mark.parametrize("text", ["玩完了 给4分吧", "玩完了给4分"])
async def test_what_was_done_is_no_item(text: str) -> None:
    chat = await taught(BOARD)
    reply = await chat.hear(text)
    assert "Save it" not in [choice.label for choice in reply.choices]


async def test_a_rating_is_no_new_name_of_its_item() -> None:
    chat = await taught(BOARD)
    assert (await chat.hear("卡坦岛改成4分")).title == "Shall I learn this? 桌游: 卡坦岛 -> 4"


async def test_what_is_said_of_a_title_is_no_part_of_it() -> None:
    chat = await taught(GAMES)
    reply = await chat.hear("Splendor felt too long, 3 stars")
    assert reply.lines[0] == "games: game Splendor → answer 3"


async def test_a_text_is_not_taken_for_the_last_one_where_another_is_named() -> None:
    chat = await taught(INBOX)
    await chat.hear("inbox: my radiator is cold")
    assert (
        await chat.hear("the elevator one should be repair")
    ).title == "Change #3: answer repair?"


@pytest.mark.parametrize(
    ("said", "change"),
    [
        ("correct 28", "delay 28 min"),
        ("更正 28", "delay 28 min"),
        ("correct 28 min", "delay 28 min"),
        ("-> 28", "delay 28 min"),
        ("correct 31 km/h", "wind 31 km/h"),
        ("correct 26 not 25", "delay 26 min"),
        ("correct people 28", "people 28"),
    ],
)
async def test_correct_in_a_reply_to_a_lesson_names_its_answer_or_what_it_says(
    said: str, change: str
) -> None:
    chat = await taught(BUS)
    message = Message(sender=chat.sender("Ana"), text=said, about_example=3)
    asked = await chat.assistant.handle(message)
    assert asked.title == f"Change #3: {change}?"


@pytest.mark.parametrize("said", ["no, 28", "28", "my mistake, it was 28", "说错了，是28"])
async def test_free_words_in_a_reply_to_a_lesson_ask_what_a_bare_number_is(said: str) -> None:
    chat = await taught(BUS)
    message = Message(sender=chat.sender("Ana"), text=said, about_example=3)
    assert (await chat.assistant.handle(message)).title == "What of #3 is 28?"
