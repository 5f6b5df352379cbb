"""Labels told in plain sentences."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import shown
from tests.core.assistant.test_told_lessons import taught

BEDS = (
    (
        'task new name:beds predict:category labels:"thrived, struggled, died" target:outcome '
        'fields:"crop: category; soil: category; mulched: yes/no"'
    ),
    "teach beds: tomato, clay, mulched -> thrived",
    "teach beds: kale, sand, not mulched -> struggled",
    "teach beds: basil, loam, not mulched -> died",
)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("the tomato on sand died", "beds: crop tomato · soil sand → outcome died"),
        (
            "basil, loam, no mulch: thrived",
            "beds: crop basil · soil loam · mulched no → outcome thrived",
        ),
    ],
)
async def test_a_label_is_told_by_its_own_word(text: str, read: str) -> None:
    chat = await taught(BEDS)
    reply = await chat.hear(text)
    assert reply.lines[0] == read
    assert reply.choices[0].label == "Save it"


async def test_a_label_that_is_denied_leaves_the_others() -> None:
    chat = await taught(BEDS)
    reply = await chat.hear("the basil on loam did not thrive")
    labels = [choice.label for choice in reply.choices]
    assert labels[:3] == ["outcome: struggled", "outcome: died", "Predict it"]


MATCHES = (
    (
        'task new name:match predict:yes/no target:"game on" '
        'fields:"rain: number mm; wind: number mph"'
    ),
    "teach match: rain 1, wind 2 -> yes",
    "teach match: rain 9, wind 30 -> no",
    'task new name:球局 predict:yes/no target:打不打 fields:"气温: number 度; 风: number 级"',
    "teach 球局：26度 风2级 -> yes",
    "teach 球局：16度 风5级 -> no",
)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "the game was on, 2 mm rain, wind 15 mph",
            "match: rain 2 mm · wind 15 mph → game on yes",
        ),
        (
            "the game wasn't on, 2 mm rain, wind 15 mph",
            "match: rain 2 mm · wind 15 mph → game on no",
        ),
        ("25度 风3级 打了", "球局: 气温 25 度 · 风 3 级 → 打不打 yes"),
        ("25度 风3级，没打", "球局: 气温 25 度 · 风 3 级 → 打不打 no"),
    ],
)
async def test_the_name_of_what_is_predicted_tells_its_label_in_the_past(
    text: str, read: str
) -> None:
    chat = await taught(MATCHES)
    reply = await chat.hear(text)
    assert reply.lines[0] == read
    assert reply.choices[0].label in ("Save it", "保存")


@pytest.mark.parametrize(
    "text",
    [
        "game on, 2 mm rain, wind 15 mph",
        "was the game on with 2 mm rain, wind 15 mph?",
        "25度 风3级 打不打",
        "25度 风3级 打吗",
    ],
)
async def test_the_name_alone_asks_for_it(text: str) -> None:
    chat = await taught(MATCHES)
    assert (await chat.hear(text)).tone is Tone.ANSWER


@pytest.mark.parametrize(
    ("text", "ignored"),
    [("teach 球局：晴 26度 风2级", "晴"), ("teach match: sunny, rain 2, wind 4", "sunny")],
)
async def test_a_lesson_without_a_label_shows_the_words_it_did_not_take(
    text: str, ignored: str
) -> None:
    chat = await taught(MATCHES)
    reply = shown(await chat.say(text))
    assert "could not read what the answer is" in reply
    assert f"I ignored: {ignored}" in reply


CONTACTS = (
    'task new name:contacts predict:yes/no target:worked fields:"band: 20m | 80m; power: number W"',
    "teach contacts: 20m, 50 W -> yes",
    "teach contacts: 80m, 5 W -> no",
)


@pytest.mark.parametrize(
    "text",
    [
        *("tried 80m with 10 W, no luck", "80m, 10 W, no luck", "20m, 10 W, nothing at all"),
        *("went with 20m and 10 W", "did 20m at 100 W, got through", "80m, 10 W, but no joy"),
    ],
)
async def test_what_ended_somehow_is_asked_for_its_label(text: str) -> None:
    reply = await (await taught(CONTACTS)).hear(text)
    labels = [choice.label for choice in reply.choices]
    assert labels[:3] == ["worked: yes", "worked: no", "Predict it"]


@pytest.mark.parametrize(
    "text",
    ["80m, 10 W", "any luck on 80m with 10 W?", "80m, 10 W, quiet", "did 80m work with 9 W?"],
)
async def test_a_case_without_an_end_is_a_question(text: str) -> None:
    assert (await (await taught(CONTACTS)).hear(text)).tone is Tone.ANSWER


SIGN_UPS = (
    'task new name:报名 predict:yes/no fields:"人数: number; 天气: 晴 | 雨"',
    "teach 报名: 人数4，晴 -> yes",
    "teach 报名: 人数2，雨 -> no",
)


@pytest.mark.parametrize("line", ["对", "yes", "是的", "好"])
@pytest.mark.parametrize("text", ["没戏", "白费", "最后不行", "结果没成", "成了", "no luck"])
async def test_a_yes_takes_neither_of_both_labels_that_are_offered(text: str, line: str) -> None:
    chat = await taught(SIGN_UPS)
    asked = await chat.hear(f"人数4，天气雨，{text}")
    again = await chat.hear(line)
    assert (again.title, again.tone) == (asked.title, Tone.ASK)
    labels = [choice.label for choice in again.choices]
    assert labels[:2] == [choice.label for choice in asked.choices][:2]
    saved = await chat.press(labels[1])
    assert "→ no" in shown(saved)


@pytest.mark.parametrize("text", ["不行", "周末不行，平日可以"])
async def test_what_does_not_suit_is_no_end(text: str) -> None:
    reply = await (await taught(SIGN_UPS)).hear(f"人数4，天气雨，{text}")
    assert not any(choice.label.endswith(("yes", "no")) for choice in reply.choices)


@pytest.mark.parametrize("name", ["加班", "今晚加班", "会加班吗", "加班预测"])
@pytest.mark.parametrize("taught_so_far", [("是",), ("是", "否")])
@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("周四, 版本发布, 其实没加班", "否"),
        ("周四, 版本发布, 没加班", "否"),
        ("周四, 版本发布, 加班了", "是"),
    ],
)
async def test_what_a_chinese_name_asks_is_told_or_denied(
    name: str, taught_so_far: tuple[str, ...], text: str, truth: str
) -> None:
    chat = await taught(
        tuple(f"teach {name}: 周五, 版本发布 -> {label}" for label in taught_so_far)
    )
    reply = await chat.hear(f"{name}: {text}")
    assert reply.lines[0].endswith(f"→ 答案 {truth}")


async def test_the_only_label_so_far_is_not_told_by_words_that_do_not_say_it() -> None:
    chat = await taught(("teach 班次: 周五, 版本发布 -> 加班",))
    for text in ("周四, 日常维护", "周四, 版本发布, 其实没加班"):
        reply = await chat.hear(f"班次: {text}")
        assert "→" not in shown(reply)
        assert not any(choice.label.startswith("保存") for choice in reply.choices)


SEEDS = (
    'task new name:seeds predict:category fields:"soil: clay | sand; days: number"',
    "teach seeds: clay, days 3 -> sprouted",
    "teach seeds: sand, days 4 -> rotted",
)


@pytest.mark.parametrize(
    ("labels", "offered"),
    [
        ("", ["answer: sprouted", "answer: rotted", "Predict it"]),
        ('labels:"sprouted, rotted"', ["Save it", "Predict it", "None of these"]),
    ],
)
async def test_a_denied_label_tells_the_other_only_where_there_are_no_more(
    labels: str, offered: list[str]
) -> None:
    task, *lessons = SEEDS
    chat = await taught((task.replace(" fields:", f" {labels} fields:"), *lessons))
    reply = await chat.hear("clay, days 9, didn't sprout")
    assert [choice.label for choice in reply.choices][:3] == offered
