import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_acts import POSTS, taught_films, taught_flats


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Heat and Up, which is better?", "compare none"),
        ("is Heat better than Up?", "compare none"),
        ("哪个更好", "compare none"),
        ("Heat 和 Up 哪个更好", "compare none"),
        ("what would Ben give Alien?", "Ben can ask me"),
        ("does Zoe like Heat?", "Zoe can ask me"),
        ("小明会给 Heat 打几分", "小明 can ask me"),
        ("Ben's rating of Heat?", "Ben can ask me"),
        ("what is the best film?", "search for none"),
        ("recommend me a film", "search for none"),
        ("what should I watch tonight?", "search for none"),
        ("推荐一部电影", "search for none"),
        ("what did I give Heat?", "search for none"),
        ("我给 Heat 打过几分", "search for none"),
    ],
)
async def test_a_rating_is_not_answered_where_something_else_is_asked(
    text: str, reason: str
) -> None:
    reply = await (await taught_films()).hear(text)
    assert reply.tone is Tone.ERROR
    assert reason in shown(reply)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("how many rooms does a 80 m² flat have?", "You ask for rooms"),
        ("ask flats: how many rooms does a 80 m² flat have?", "You ask for rooms"),
        ("which district has 80 m² flats?", "You ask for district"),
        ("80平的房子有几个房间", "You ask for"),
        ("what is the most expensive flat in Mitte?", "search for none"),
        ("is rooms important?", "rests on"),
    ],
)
async def test_a_price_is_not_answered_where_something_else_is_asked(
    text: str, reason: str
) -> None:
    reply = await (await taught_flats()).hear(text)
    assert reply.tone is Tone.ERROR
    assert reason in shown(reply)


@pytest.mark.parametrize("text", ["Heat 我会喜欢吗", "我会给 Heat 打几分", "would I like Heat?"])
async def test_one_may_ask_about_oneself(text: str) -> None:
    assert (await (await taught_films()).hear(text)).tone is Tone.ANSWER


async def test_the_best_that_one_gave_is_not_forecast_after_an_answer() -> None:
    chat = await taught_films()
    assert (await chat.hear("Heat?")).tone is Tone.ANSWER
    assert (await chat.hear("我给的最高分是哪个")).tone is not Tone.ANSWER


@pytest.mark.parametrize("text", ["Heat or Up?", "Heat and Up", "Heat vs Up", "Heat 还是 Up"])
async def test_of_two_known_items_one_is_chosen(text: str) -> None:
    chat = await taught_films()
    reply = await chat.hear(text)
    assert reply.tone is Tone.ASK
    assert [choice.label for choice in reply.choices][:2] == ["Heat", "Up"]
    assert "title Up" in shown(await chat.press("Up"))


@pytest.mark.parametrize(
    "text",
    [
        "what is the best price for 80 m² in Mitte?",
        "what would a flat with 3 rooms and 80 m² go for?",
        "how much is a flat of area 80 in Mitte?",
        "what is the price with area 80?",
        "how much is 80 m² with more than 3 rooms?",
        "80平的房子多少钱",
    ],
)
async def test_a_price_is_answered_where_it_is_asked(text: str) -> None:
    assert (await (await taught_flats()).hear(text)).tone is Tone.ANSWER


@pytest.mark.parametrize(
    "text", ["what would I give Heat?", "would we like Alien?", "how would you rate Up?"]
)
async def test_a_rating_is_answered_where_it_is_asked(text: str) -> None:
    assert (await (await taught_films()).hear(text)).tone is Tone.ANSWER


async def test_posts_may_ask_anything() -> None:
    chat = Chat()
    await chat.say(POSTS)
    for lesson in ("it crashes -> bug", "how do I print -> question"):
        await chat.say(f"teach posts: {lesson}")
    assert (await chat.hear("which version is better?")).tone is Tone.ANSWER


async def test_a_lesson_of_two_known_items_asks_which() -> None:
    reply = await (await taught_films()).hear("teach films: Heat and Up -> 5")
    assert [choice.label for choice in reply.choices][:2] == ["Heat", "Up"]


@pytest.mark.parametrize(
    "text",
    [
        "《明天会更好》",
        "歌单: 《明天会更好》, 合唱",
        "《多一点》",
        "《谁是最好的》",
        "《哪个更好》, 流行",
    ],
)
async def test_a_title_in_its_marks_asks_nothing(text: str) -> None:
    chat = Chat()
    await chat.say(
        'task new name:歌单 predict:rating scale:1-5 fields:"歌名: item; 风格: category"'
    )
    for lesson in ("《晴天》, 流行 -> 5", "《明天会更好》, 合唱 -> 4"):
        await chat.say(f"teach 歌单: {lesson}")
    assert (await chat.hear("歌单: 《晴天》, 流行")).tone is Tone.ANSWER
    assert (await chat.hear(text)).tone is Tone.ANSWER
    assert (await chat.hear("《晴天》和《明天会更好》哪个更好")).tone is not Tone.ANSWER
