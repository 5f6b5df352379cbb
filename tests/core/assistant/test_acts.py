import pytest

from core.assistant.act_words import SOCIAL
from core.assistant.acts import act_of, is_written_as_title, number_named
from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown

FILMS = 'task new name:films predict:rating scale:1-5 fields:"title: item; genre: category"'
FLATS = (
    "task new name:flats predict:number unit:€ target:price "
    'fields:"area: number m²; rooms: number; district: category"'
)
POSTS = 'task new name:posts predict:category labels:"bug, question" fields:"post: text"'


async def taught_films() -> Chat:
    chat = Chat()
    await chat.say(FILMS)
    for lesson in ("Heat, crime -> 5", "Up, animation -> 4", "Alien, horror -> 2"):
        await chat.say(f"teach films: {lesson}")
    return chat


async def taught_flats() -> Chat:
    chat = Chat()
    await chat.say(FLATS)
    await chat.say("teach flats: 80 m², 3 rooms, Mitte -> 300k")
    await chat.say("teach flats: 90 m², 3 rooms, Wedding -> 310k")
    return chat


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("wrong", "correct"),
        ("that's wrong!", "correct"),
        ("that is wrong, it was 15", "correct"),
        ("no", "correct"),
        ("nope. 230k", "correct"),
        ("不对", "correct"),
        ("错了", "correct"),
        ("刚才说错了", "correct"),
        ("I changed my mind", "undo"),
        ("are you there?", "help"),
        ("你好，这个机器人怎么用？", "help"),
        ("机器人如何使用啊", "help"),
        ("hello, how does this bot work?", "help"),
        ("That’s right", "right"),
        ("没错", "right"),
        ("delete my lessons", "examples delete"),
        ("please remove the last lesson", "examples delete"),
        ("删掉我的例子", "examples delete"),
        ("请把我的例子删了", "examples delete"),
        ("restore 1", "examples restore"),
        ("恢复 1", "examples restore"),
        ("forget that", "undo"),
        ("can you take that back", "undo"),
        ("取消", "undo"),
        ("忘掉", "undo"),
        ("change rooms to 3", "examples edit"),
        ("stop", "model stop"),
        ("why is it so expensive?", "why"),
        ("为什么这么贵？", "why"),
        ("export houses csv", "task export"),
        ("import file.csv houses", "task export"),
        ("what did i teach about trail?", "examples list"),
        ("我教过什么", "examples list"),
    ],
)
def test_a_sentence_that_begins_with_a_command_in_other_words_is_for_that(
    text: str, command: str
) -> None:
    act = act_of(text)
    assert act is not None
    assert command in act.commands


@pytest.mark.parametrize(
    "text",
    ["thanks", "ok", "Thank you so much!", "hi there", "lol", "谢谢", "好的", "你好！", "哈哈"],
)
def test_small_talk_is_social(text: str) -> None:
    assert act_of(text) is SOCIAL


@pytest.mark.parametrize(
    "text",
    [
        "Dune",
        "Alien 3?",
        "80 m², 3 rooms",
        "no garden, 80 m²",
        "a flat in Mitte",
        "you",
        "错层公寓",
        "",
    ],
)
def test_what_says_something_of_a_task_is_a_question(text: str) -> None:
    assert act_of(text) is None


def test_a_post_may_begin_with_any_word_unless_it_is_about_what_is_stored() -> None:
    assert act_of("delete button is broken", is_about_texts=True) is None
    assert act_of("cancel my subscription", is_about_texts=True) is None
    assert act_of("delete my last lesson", is_about_texts=True) is not None
    assert act_of("delete #3", is_about_texts=True) is not None
    assert act_of("forget what I said about the parcel", is_about_texts=True) is not None
    assert act_of("wrong", is_about_texts=True) is not None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("delete 4", "4"), ("delete 4 please", "4"), ("delete number 4", "4"), ("undo #4", "4")),
        *(("delete all where it rained less than 5", ""), ("remove the loaf with 100 g", "")),
        *(("delete those under 5 mm", ""), ("delete the one of 6 hours", ""), ("删除第4个", "4")),
    ],
)
def test_an_amount_is_no_example_s_number(text: str, number: str) -> None:
    assert number_named(text) == number


def test_capitals_tell_a_title() -> None:
    assert is_written_as_title("Forget Paris")
    assert not is_written_as_title("forget that")
    assert not is_written_as_title("Delete my lessons")


@pytest.mark.parametrize("text", ["wrong", "delete my lessons", "restore 1", "stop", "不对"])
async def test_an_instruction_is_never_answered_as_a_question(text: str) -> None:
    chat = await taught_films()
    reply = await chat.hear(text)
    assert reply.tone is Tone.ERROR
    assert "Did you mean" in shown(reply)
    assert f"ask films: {text}" in shown(reply)
    assert (await chat.hear(f"ask films: {text}")).tone is Tone.ANSWER


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("restore 3", '"examples restore 3"'),
        ("move #2 to flats", '"examples delete 2"'),
        ("导出我的数据", '"privacy export"'),
        ("再撤销一次", '"undo"'),
        ("对了", '"right"'),
    ],
)
async def test_the_command_is_named_with_its_number(text: str, command: str) -> None:
    for chat in (await taught_films(), await taught_flats(), await taught_posts()):
        reply = await chat.hear(text)
        assert reply.tone is Tone.ERROR
        assert command in reply.title


async def test_a_greeting_that_goes_on_is_small_talk() -> None:
    for text in ("大家好,今天天气真好😊", "谢谢😊", "hi all, how are you?"):
        assert "Glad to help" in (await (await taught_films()).hear(text)).title


async def test_small_talk_gets_a_friendly_line() -> None:
    chat = await taught_films()
    assert "Glad to help" in (await chat.hear("thanks!")).title


async def test_one_word_still_asks_for_a_rating() -> None:
    chat = await taught_films()
    for text in ("Dune", "Heat", "Forget Paris", "films: Stop"):
        assert (await chat.hear(text)).tone is Tone.ANSWER, text


async def test_a_name_that_was_taught_is_a_question_whatever_it_is() -> None:
    chat = await taught_films()
    await chat.say("teach films: Stop, drama -> 3")
    await chat.say("teach films: Thanks, drama -> 3")
    assert (await chat.hear("stop")).tone is Tone.ANSWER
    assert (await chat.hear("thanks")).tone is Tone.ANSWER


async def test_show_me_a_price_is_a_question() -> None:
    chat = await taught_flats()
    assert (await chat.hear("show me the price of 80 m² in Mitte")).tone is Tone.ANSWER
    assert (await chat.hear("show me")).tone is Tone.ERROR
    assert (await chat.hear("change the model")).tone is not Tone.ANSWER


async def test_without_a_task_an_instruction_is_named_all_the_same() -> None:
    reply = await Chat().hear("delete my lessons")
    assert "examples delete" in shown(reply)


async def taught_posts() -> Chat:
    chat = Chat()
    await chat.say(POSTS)
    for lesson in ("it crashes -> bug", "how do I print -> question"):
        await chat.say(f"teach posts: {lesson}")
    return chat


async def test_posts_that_begin_like_commands_are_classified() -> None:
    chat = await taught_posts()
    assert (await chat.hear("delete button is broken")).tone is Tone.ANSWER
    assert (await chat.hear("delete my lesson")).tone is Tone.ERROR


TICKETS = (
    'task new name:tickets predict:category labels:"login, billing" '
    'fields:"post: text; amount: number €; 金额: number €"'
)


async def taught_tickets() -> Chat:
    chat = Chat()
    await chat.say(TICKETS)
    await chat.say("teach tickets: cannot sign in -> login")
    await chat.say("teach tickets: I paid twice -> billing")
    await chat.say("ask tickets: pay me")
    return chat


@pytest.mark.parametrize(
    ("text", "change"),
    [
        *(("把第1条的金额改成35.2", "金额 € 35.2"), ("#1 金额改成35.2", "金额 € 35.2")),
        *(("第1条应该是billing", "answer billing"), ("第一条改成billing", "answer billing")),
        ("#1 should be billing", "answer billing"),
        ("change the amount of #1 to 35.2", "amount € 35.2"),
        ("edit #1: I cannot pay -> billing", "I cannot pay -> billing"),
    ],
)
async def test_words_about_a_stored_lesson_are_no_post(text: str, change: str) -> None:
    reply = await (await taught_tickets()).hear(text)
    assert reply.title in (f"Change #1: {change}?", f"要修改 #1 吗？{change}")


async def test_words_that_undo_are_no_post() -> None:
    assert '"undo"' in shown(await (await taught_tickets()).hear("scratch that"))
    reply = await (await taught_tickets()).hear("教错了，撤回刚才那条")
    assert reply.choices[0].label == "Take back #2"


@pytest.mark.parametrize(
    "text", ["#1 best app ever", "cancel order #4521", "change my address of order #4521 to Bonn"]
)
async def test_a_number_in_a_post_does_not_make_it_an_act(text: str) -> None:
    assert (await (await taught_posts()).hear(text)).tone is Tone.ANSWER
    chat = await taught_tickets()
    assert (await chat.hear(f"tickets: {text}")).tone is Tone.ANSWER
    assert (await chat.hear(text)).tone is not Tone.ANSWER


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("delete spam", "task delete"),
        ("remove the spam task", "task delete"),
        ("rename spam to junk", "task edit"),
        ("export spam", "task export"),
        ("删除任务 spam", "task delete"),
    ],
)
async def test_an_instruction_about_a_task_is_no_text_for_it(text: str, command: str) -> None:
    chat = Chat()
    await chat.say('task new name:spam predict:category labels:scam,ham fields:"post: text"')
    await chat.say("teach spam: post: free nitro -> scam")
    reply = await chat.hear(text)
    assert reply.tone is not Tone.ANSWER
    assert command in shown(reply)


@pytest.mark.parametrize("text", ["y", "n", "k"])
async def test_a_letter_for_a_reply_is_no_value(text: str) -> None:
    chat = await taught_flats()
    reply = shown(await chat.hear(text))
    assert "district" not in reply


@pytest.mark.parametrize("text", ["no", "不", "没有"])
async def test_a_no_before_any_answer_changes_nothing(text: str) -> None:
    reply = await (await taught_posts()).hear(text)
    assert reply.tone is Tone.INFO
    assert reply.title in ("All right, nothing was changed.", "好的，什么都没有改变。")
