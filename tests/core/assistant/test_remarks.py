"""Sentences that ask nothing: whole commands with courtesy, verdicts, and what is called off."""

import pytest

from core.assistant.reply import Reply, Tone
from tests.core.assistant.chatting import Chat, shown

REPAIRS = (
    "task new name:repairs predict:number unit:min "
    'fields:"job: category; age: number years; wheel: number inch; rusty: yes/no"'
)
TICKETS = 'task new name:tickets predict:category labels:"brakes, gears, shop" fields:"msg: text"'
RIDES = 'task new name:rides predict:rating scale:1-5 fields:"route: item; surface: category"'
CATCH = (
    "task new name:鱼获 predict:number unit:斤 "
    'fields:"时长: number 小时; 水温: number °C; 饵: 蚯蚓 | 红虫; 夜钓: yes/no"'
)
POSTS = 'task new name:群消息 predict:category labels:"约钓, 卖装备, 晒鱼" fields:"消息: text"'
SPOTS = 'task new name:钓点分 predict:rating scale:1-5 fields:"钓点: item; 距离: number km"'
LESSONS = (
    "teach repairs: job: flat tyre, 4 years, wheel 28, rusty no -> 20",
    "teach repairs: job: brake job, 8 years, wheel 26, rusty yes -> 40",
    "teach tickets: my brakes squeak badly -> brakes",
    "teach tickets: chain keeps slipping -> gears",
    "teach rides: River Loop, asphalt -> 4",
    "teach rides: Coast Path, gravel -> 2",
)
HAN_LESSONS = (
    "教 鱼获: 时长5小时,水温18度,蚯蚓,夜钓:否 -> 6斤",
    "教 鱼获: 时长3小时,水温12度,红虫,夜钓:否 -> 2斤",
    "教 群消息: 明天谁去钓鱼 -> 约钓",
    "教 群消息: 出一根二手鱼竿 -> 卖装备",
    "教 钓点分: 小石河, 5公里 -> 3",
    "教 钓点分: 青龙水库, 20公里 -> 4",
)
NUMBER = "ask repairs: job: flat tyre, 6 years, wheel 26"
TEXT = "ask tickets: my gears slip uphill"
RATING = "ask rides: River Loop"
HAN_NUMBER = "问 鱼获: 时长4小时,水温15度,蚯蚓"
HAN_TEXT = "问 群消息: 刚上了条8斤的鲤鱼"
HAN_RATING = "问 钓点分: 小石河"


async def community(*then: str) -> Chat:
    """Return a chat with a task of numbers, one of texts and one of ratings."""
    chat = Chat()
    for line in (REPAIRS, TICKETS, RIDES, *LESSONS, *then):
        assert (await chat.say(line)).tone in (Tone.DONE, Tone.ANSWER), line
    return chat


async def han_community(*then: str) -> Chat:
    """Return the same in Chinese."""
    chat = Chat()
    for line in (CATCH, POSTS, SPOTS, *HAN_LESSONS, *then):
        assert (await chat.say(line)).tone in (Tone.DONE, Tone.ANSWER), line
    return chat


async def heard_after(text: str, *, english: str = NUMBER, chinese: str = HAN_NUMBER) -> Reply:
    """Return the reply to a sentence after an answer, in a community of its language."""
    is_english = not any("\u4e00" <= sign <= "\u9fff" for sign in text)
    chat = await (community(english) if is_english else han_community(chinese))
    return await chat.hear(text)


@pytest.mark.parametrize("text", ["right!!", "Right.", "right 👍", "ok right"])
async def test_right_with_signs_is_right(text: str) -> None:
    reply = await heard_after(text)
    assert reply.tone is Tone.DONE
    assert "Noted for ?1" in reply.title


@pytest.mark.parametrize("text", ["why tho", "why??", "but why", "why ?1 tho", "为啥", "为啥呢"])
async def test_why_with_courtesy_is_why(text: str) -> None:
    assert (await heard_after(text)).title.startswith("Why ")


@pytest.mark.parametrize(
    "text", ["undo pls", "undo!", "please undo", "undo that pls", "撤回", "撤回吧", "撤消"]
)
async def test_undo_with_courtesy_is_undo(text: str) -> None:
    reply = await heard_after(text)
    assert reply.tone is Tone.DONE
    assert "Took back #6" in reply.title


@pytest.mark.parametrize("text", ["undo?", "right?"])
async def test_a_question_mark_changes_nothing(text: str) -> None:
    assert (await heard_after(text)).tone is Tone.ERROR


async def test_commands_that_tell_something_may_be_asked() -> None:
    assert "Teach me" in (await heard_after("help?")).title
    assert "repairs" in shown(await heard_after("tasks?"))
    assert "repairs" in shown(await heard_after("task list please"))


@pytest.mark.parametrize(
    "text",
    [
        *("yes", "yep spot on", "yes exactly", "yeah that's right", "spot on"),
        *("对", "对的", "没错", "上一条答案是对的", "你猜得真准", "嗯，是的"),
    ],
)
async def test_what_agrees_with_the_last_answer_is_offered_as_right(text: str) -> None:
    reply = await heard_after(text)
    assert reply.tone is Tone.ASK, shown(reply)
    assert "Was ?1 right" in reply.title
    assert [choice.label for choice in reply.choices] == ["Right", "No"]


async def test_agreeing_is_noted_once_it_is_confirmed() -> None:
    chat = await community(TEXT)
    await chat.hear("yep spot on")
    assert "Learned as #7" in (await chat.press("Right")).title
    before = await community()
    assert (await before.hear("yep spot on")).tone is not Tone.DONE


@pytest.mark.parametrize(
    "text",
    [
        *("dunno", "not sure", "don't save it", "dont learn from that", "这条别存", "不用了谢谢"),
        *("nvm", "oh nvm", "never mind", "forget it", "Leave it.", "no thanks"),
        *("不要了", "算了", "算了别删", "算了，别删了", "当我没说", "没事了"),
    ],
)
async def test_what_is_called_off_changes_nothing(text: str) -> None:
    for reply in (
        await heard_after(text),
        await heard_after(text, english=TEXT, chinese=HAN_TEXT),
        await heard_after(text, english=LESSONS[0], chinese=HAN_LESSONS[0]),
    ):
        assert reply.title == "All right, nothing was changed."
        assert "undo" in shown(reply)


@pytest.mark.parametrize(
    "text",
    [
        *("can you forget me completely", "forget me", "forget everything about me", "erase me"),
        *("delete my account", "忘了我", "忘掉我吧", "删掉关于我的一切", "把我忘了吧"),
    ],
)
async def test_who_wants_to_be_forgotten_is_told_how(text: str) -> None:
    for reply in (
        await heard_after(text),
        await heard_after(text, english=TEXT, chinese=HAN_TEXT),
    ):
        assert reply.tone is Tone.ERROR
        assert '"privacy erase"' in reply.title
        assert "undo" not in reply.title


@pytest.mark.parametrize(
    "text",
    [
        *("Don't save this: job: flat tyre, 4 years -> 20", "dont save this: brake job -> 35"),
        *("please do not learn that: brake job -> 35", "just kidding: job: flat tyre -> 5"),
        *("for example job: flat tyre, 4 years -> 5 would be wrong", "e.g. brake job -> 5"),
        *("repairs: brake job, 3 years -> 500, just kidding", "dont save: size 3"),
        *("别存：时长5小时 -> 6斤", "不要记 鱼获: 时长5小时 -> 6斤", "先别存：红虫 -> 1斤"),
        *(
            "开玩笑：时长5小时 -> 600斤",
            "比如 时长5小时 -> 6斤",
            "鱼获: 时长5小时 -> 600斤，别当真",
        ),
    ],
)
async def test_what_is_not_to_be_saved_is_neither_saved_nor_offered(text: str) -> None:
    reply = await heard_after(text)
    assert reply.tone is Tone.INFO
    assert reply.title == "All right, nothing was saved."
    assert not reply.choices


@pytest.mark.parametrize(
    "text", ["tickets: don't save my card number -> shop", "repairs: brake job, 2 years -> 30"]
)
async def test_a_lesson_that_only_mentions_saving_is_offered(text: str) -> None:
    assert (await heard_after(text)).tone is Tone.ASK


@pytest.mark.parametrize(
    "text",
    [
        *("thx!! 🙏", "thanks mate", "ok got it", "makes sense, ta", "no worries"),
        *("谢谢啦👍", "谢谢，懂了", "好的，我知道了", "太牛了", "谢谢大佬"),
    ],
)
async def test_thanks_are_small_talk_with_several_tasks(text: str) -> None:
    for reply in (
        await heard_after(text),
        await heard_after(text, english=TEXT, chinese=HAN_TEXT),
        await heard_after(text, english=LESSONS[0], chinese=HAN_LESSONS[0]),
    ):
        assert "Glad to help" in reply.title


@pytest.mark.parametrize(
    ("text", "command"),
    [
        *(("教过哪些", "examples list"), ("stats?", "model status")),
        *(("你准不准", "model status"), ("你准不准啊", "model status")),
        *(("别记我", "privacy opt-out"), ("opt me out", "privacy opt-out")),
        ("how accurate are you", "model status"),
    ],
)
async def test_what_is_asked_about_the_bot_names_its_command(text: str, command: str) -> None:
    reply = await heard_after(text)
    assert reply.tone is Tone.ERROR
    assert f'"{command}"' in reply.title


@pytest.mark.parametrize(
    "text",
    [
        "一共有几个任务",
        "有哪些任务",
        "都有啥任务",
        "how many tasks are there",
        "what tasks are there",
    ],
)
async def test_a_question_for_the_tasks_is_answered_with_their_list(text: str) -> None:
    assert (await heard_after(text)).title == "3 tasks"


async def test_a_name_that_was_taught_is_no_remark() -> None:
    chat = await community(
        "teach rides: Whatever, gravel -> 3", "teach rides: Exactly, gravel -> 3"
    )
    assert (await chat.hear("whatever")).tone is Tone.ANSWER
    assert (await chat.hear("Exactly")).tone is Tone.ANSWER


@pytest.mark.parametrize("text", ["凭啥", "理由呢", "怎么算出来的", "how come", "why so much?"])
async def test_whoever_doubts_in_other_words_sees_why(text: str) -> None:
    assert (await heard_after(text)).title.startswith("Why ")


@pytest.mark.parametrize("text", ["who made you", "你在吗", "你会啥", "test"])
async def test_whoever_asks_for_the_bot_itself_is_helped(text: str) -> None:
    assert "Teach me" in (await heard_after(text)).title


DEEDS = [
    *("remind me in 40 minutes to take the bread out", "set a timer for 40 min", "wake me at 7"),
    *("in 20 minutes please remind us to turn it over", "send 20 € to Ben", "Call Ben at 5"),
    *("提醒我40分钟后关火", "四十分钟后提醒我关火", "帮我定个40分钟的闹钟", "转20块给小王"),
]


@pytest.mark.parametrize("text", DEEDS)
async def test_a_deed_that_the_bot_cannot_do_is_no_lesson_and_said_to_be_beyond_it(
    text: str,
) -> None:
    chat = Chat()
    await chat.say("task new name:bread predict:number unit:min fields:size: number cm")
    await chat.say("teach bread: size 30 -> 40")
    await chat.say("ask bread: size 20")
    reply = await chat.hear(text)
    assert "I cannot do that" in reply.title
    assert {choice.label for choice in reply.choices} <= {"Predict it", "No"}


async def test_a_deed_is_said_to_be_beyond_it_before_there_is_a_task() -> None:
    assert "I cannot do that" in (await Chat().hear("remind me at 7 to call Ben")).title


@pytest.mark.parametrize(
    "text",
    ["it took me 40 min", "give me a guess for size 20", "帮我估一下20厘米要多久", "took us 40"],
)
async def test_what_asks_or_tells_is_no_deed(text: str) -> None:
    chat = Chat()
    await chat.say("task new name:bread predict:number unit:min fields:size: number cm")
    await chat.say("teach bread: size 30 -> 40")
    await chat.say("ask bread: size 20")
    assert "cannot do" not in (await chat.hear(text)).title


async def test_a_text_to_classify_may_ask_for_a_deed() -> None:
    chat = Chat()
    await chat.say('task new name:posts predict:category labels:"login, billing" fields:post: text')
    await chat.say("teach posts: I forgot my password -> login")
    await chat.say("teach posts: I was charged twice -> billing")
    assert "cannot do" not in (await chat.hear("send me my invoice again")).title


@pytest.mark.parametrize("text", ["别把3个房间那次算进去", "米特区的，我朋友都说那里太吵"])
async def test_chinese_words_beside_a_value_that_ask_nothing_are_not_forecast(text: str) -> None:
    chat = Chat()
    await chat.say('task new name:房价 predict:number fields:"房间: number; 区: category"')
    await chat.say("teach 房价: 房间 3, 区 米特区 -> 900")
    await chat.say("teach 房价: 房间 2, 区 白湖区 -> 700")
    assert (await chat.hear(text)).tone is Tone.ASK
