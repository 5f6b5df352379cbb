import pytest

from core.assistant.assent import chosen_by
from core.assistant.reply import Reply
from tests.core.assistant.chatting import Chat, shown


async def doubted(lesson: str) -> Reply:
    """Return the card that asks whether a value is right that is far from the others."""
    chat = Chat()
    for size in range(1, 7):
        await chat.say(f"teach flats: area {size * 20} -> {100 + size * 10}k")
    return await chat.hear(f"teach flats: {lesson}")


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("yes", "Yes, 142,000"),
        ("no", "No, 142"),
        ("nope!", "No, 142"),
        ("不是", "No, 142"),
        *(
            (line, "Cancel")
            for line in ("cancel", "forget it", "Never mind.", "no, forget it", "no thanks")
        ),
        *((line, "Cancel") for line in ("neither", "don't", "算了", "不，算了吧，取消")),
        *((line, None) for line in ("keep it", "no, four hundred thousand", "no, too little")),
    ],
)
async def test_only_a_bare_no_keeps_a_value_that_may_have_slipped(
    line: str, label: str | None
) -> None:
    card = await doubted("area 90 -> 142")
    assert card.choices[-1].label == "Cancel"
    chosen = chosen_by(line, card)
    assert (chosen.label if chosen else None) == label


@pytest.mark.parametrize("line", ["no", "forget it", "cancel", "no, not that"])
async def test_a_refusal_forgets_a_value_that_is_far_outside(line: str) -> None:
    chosen = chosen_by(line, await doubted("area 90 -> 13k"))
    assert chosen is not None
    assert chosen.label == "No, forget it"


@pytest.mark.parametrize("line", ["keep it", "leave it"])
async def test_words_that_may_mean_either_choose_nothing(line: str) -> None:
    assert chosen_by(line, await doubted("area 90 -> 13k")) is None


async def offered(line: str) -> Reply:
    """Return the card that asks whether a lesson is to be saved, changed or taken back."""
    chat = Chat()
    for size in (1, 2, 3):
        await chat.say(f"teach houses: size {size} -> {50 * size}")
    return await chat.hear(line)


SAVES, TAKES_BACK, CHANGES = "houses: size 7 -> 350", "delete the last one", "change #2 to 110"


@pytest.mark.parametrize(
    ("card", "line"),
    [
        *(
            (SAVES, line)
            for line in ("yes save it", "yeah, save that please", "好，存吧", "嗯保存")
        ),
        *((SAVES, line) for line in ("ok save it", "save it", "hmm yes", "好的存吧", "那就存吧")),
        *((TAKES_BACK, line) for line in ("yes delete it", "ok, bin it", "好，删吧", "删掉吧")),
        *((CHANGES, line) for line in ("yes change it", "oh yes, fix it", "好，改吧", "对，改")),
    ],
)
async def test_a_yes_may_say_what_the_card_offers(card: str, line: str) -> None:
    reply = await offered(card)
    chosen = chosen_by(line, reply)
    assert chosen is not None
    assert chosen.is_yes


@pytest.mark.parametrize(
    ("card", "line"),
    [
        *((SAVES, line) for line in ("hmm no leave it", "nah don't", "hm no", "嗯不了", "呃算了")),
        *((TAKES_BACK, line) for line in ("no wait, keep it", "hang on, put it back")),
        *((TAKES_BACK, line) for line in ("hmm no leave it", "no keep it", "keep it", "leave it")),
        *(
            (TAKES_BACK, line)
            for line in ("oh no, leave it in", "不了，留着吧", "算了留着吧", "留着")
        ),
    ],
)
async def test_a_no_may_say_what_is_left_as_it_is(card: str, line: str) -> None:
    reply = await offered(card)
    chosen = chosen_by(line, reply)
    assert chosen is not None
    assert chosen.is_cancel


@pytest.mark.parametrize(
    ("card", "line"),
    [
        *(
            (SAVES, "yeah delete it"),
            (SAVES, "删吧"),
            (SAVES, "keep it"),
            (SAVES, "no wait, put it back"),
            (SAVES, "yes but 360"),
        ),
        *((TAKES_BACK, "yes save it"), (TAKES_BACK, "好，存吧"), (CHANGES, "yes delete it")),
    ],
)
async def test_what_another_card_offers_chooses_nothing(card: str, line: str) -> None:
    assert chosen_by(line, await offered(card)) is None


@pytest.mark.parametrize("line", ["yes", "Yes please", "好的"])
async def test_a_yes_takes_the_only_way_that_a_card_offers_beside_a_no(line: str) -> None:
    chat = Chat()
    await chat.say('task new name:mood predict:category labels:"calm, nervous" fields:"note: text"')
    await chat.say("teach mood: slow and quiet -> calm")
    asked = await chat.hear("teach mood: shaking all over -> nervus")
    assert [choice.label for choice in asked.choices] == ["nervous", "No"]
    assert not asked.choices[0].is_yes  # a pipe does not take it
    saved = await chat.hear(line)
    assert saved.lines[0] == "#2 note shaking all over → nervous"


YESES = (
    "對",
    "對啊",
    "對的",
    "沒錯",
    "好喔",
    "好嘞",
    "好滴",
    "好的呀",
    "是啊",
    "嘿啦",
    "要得",
    "沒問題",
    "當然",
    "可以啊",
    "行吧",
    "ok啦",
    "對對對",
)
KEEPINGS = ("存起來", "記起來", "存吧", "對啊存吧", "好，記起來", "嗯嗯存吧", "記一下")
REFUSALS = ("不用了", "不用了謝謝", "算了", "先不要", "不是啦", "不對", "沒有", "還是算了")
UNSAVED = ("别存", "先別存", "不要存", "don't save it", "do not save that yet")


@pytest.mark.parametrize("line", [*YESES, *KEEPINGS])
async def test_everyday_chinese_yeses_save_in_either_writing(line: str) -> None:
    chosen = chosen_by(line, await offered(SAVES))
    assert chosen is not None
    assert chosen.is_yes


@pytest.mark.parametrize("line", [*REFUSALS, *UNSAVED])
async def test_everyday_noes_save_nothing(line: str) -> None:
    chosen = chosen_by(line, await offered(SAVES))
    assert chosen is not None
    assert chosen.is_cancel


@pytest.mark.parametrize(
    "line",
    [
        *(
            "好吗",
            "对吗",
            "對吧",
            "是吧",
            "行不行",
            "要不要",
            *("中", "中的", "中啊", "成", "成啊", "妥", "必须"),
            "好像",
            "好看",
            "成都",
            "是20",
        ),
        *("對，就20", "不错", "别的", "没有下雨", "不用3个", "不存在", "存了没", "中午", "当然不"),
    ],
)
async def test_words_that_only_begin_like_an_answer_choose_nothing(line: str) -> None:
    assert chosen_by(line, await offered(SAVES)) is None


@pytest.mark.parametrize(
    ("line", "is_yes"), [("刪了吧", True), ("對，刪", True), ("別刪", False), ("存起來", None)]
)
async def test_a_removal_is_answered_in_either_writing(line: str, is_yes: bool | None) -> None:
    chosen = chosen_by(line, await offered(TAKES_BACK))
    assert (chosen.is_yes if chosen else None) is is_yes


@pytest.mark.parametrize("line", [*YESES, "好，記起來"])
async def test_a_waiting_card_takes_an_everyday_yes(line: str) -> None:
    chat = Chat()
    for size in (1, 2, 3):
        await chat.say(f"teach houses: size {size} -> {50 * size}")
    await chat.hear(SAVES)
    saved = await chat.hear(line)
    assert saved.lines[0] == "#4 size 7 → 350"


@pytest.mark.parametrize(
    ("labels", "told", "line"),
    [("大, 中, 小", "应该是大吧", "中"), ("成, 不成", "最后不成", "成")],
)
async def test_the_name_of_another_label_takes_none(labels: str, told: str, line: str) -> None:
    chat = Chat()
    await chat.say(f'task new name:尺码 predict:category labels:"{labels}" fields:"身高: number"')
    for height, label in enumerate(labels.split(", "), start=160):
        await chat.say(f"教 尺码：身高{height} -> {label}")
    await chat.say("尺码：身高170")
    asked = await chat.hear(told)
    assert asked.choices
    reply = await chat.hear(line)
    assert "学会了" not in shown(reply)
