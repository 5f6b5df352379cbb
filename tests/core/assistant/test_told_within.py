"""What a sentence tells within its own words, such as 我骑车来的, beside the values of a case."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import shown
from tests.core.assistant.test_told_lessons import taught

_WAYS = (
    'task new name:上班 predict:category labels:"骑车, 打车, 地铁" '
    'fields:"星期: category; 距离: number km; 下雨: yes/no; 出门: number 点"'
)
WAYS = (
    _WAYS,
    "teach 上班: 周一, 3 km, 下雨=no, 8点 -> 骑车",
    "teach 上班: 周三, 8 km, 下雨=yes, 9点 -> 打车",
    "teach 上班: 周五, 12 km, 下雨=no, 7点 -> 地铁",
)
LEAVE = (
    'task new name:请假 predict:yes/no fields:"体温: number °C; 咳嗽: yes/no; 班: 小班 | 中班"',
    "teach 请假: 38.5, 咳嗽=yes, 小班 -> yes",
    "teach 请假: 36.5, 咳嗽=no, 中班 -> no",
)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("今天周一，距离3公里，没下雨，我骑车来的", "骑车"),
        ("上周三我也是骑车，距离5公里", "骑车"),
        ("早上8点，距离3公里，不下雨，周五，我一般骑车", "骑车"),
        ("周五 5公里 下雨 最后打车了", "打车"),
        ("周五下雨，5公里，没骑车，坐地铁来的", "地铁"),
    ],
)
async def test_a_label_that_somebody_did_is_offered_as_the_truth(text: str, label: str) -> None:
    reply = await (await taught(WAYS)).hear(text)
    assert "Shall I learn this?" in reply.title
    assert f"→ answer {label}" in reply.lines[0]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("我女儿38度，咳嗽，小班，老师让请假", "yes"),
        ("我女儿37度，咳嗽，小班，老师没让请假", "no"),
        ("38度 咳嗽 小班 今天请假了", "yes"),
    ],
)
async def test_a_target_without_a_name_is_called_as_its_task(text: str, label: str) -> None:
    reply = await (await taught(LEAVE)).hear(text)
    assert "Shall I learn this?" in reply.title
    assert f"→ answer {label}" in reply.lines[0]


async def test_a_wish_for_a_label_is_no_truth() -> None:
    reply = await (await taught(WAYS)).hear("周五 5公里，下雨，我想骑车")
    assert "rather than asks" in reply.title
    assert "→" not in shown(reply)


@pytest.mark.parametrize("text", ["周五 5公里，下雨，骑车还是打车", "周五，5公里，骑车要多久"])
async def test_a_choice_between_labels_is_still_asked(text: str) -> None:
    assert (await (await taught(WAYS)).hear(text)).tone is Tone.ANSWER


@pytest.mark.parametrize("text", ["娃38度2，小班，要不要请假", "娃38度2，小班，请不请假"])
async def test_a_question_for_a_yes_or_no_is_no_statement(text: str) -> None:
    assert (await (await taught(LEAVE)).hear(text)).tone is Tone.ANSWER


async def test_a_denial_ends_with_its_clause() -> None:
    chat = await taught(WAYS)
    await chat.hear("周三 12公里 下雨")
    reply = await chat.hear("结果没打到车，骑车去的")
    assert reply.title == "Shall I learn that ?1 was 骑车?"


CRACKED = (
    'task new name:cracked predict:yes/no fields:"thickness: number mm; drying: number days"',
    "teach cracked: 5 mm, 3 days -> no",
    "teach cracked: 13 mm, 2 days -> yes",
)


async def test_two_cases_in_one_sentence_are_not_made_one_lesson() -> None:
    chat = await taught(CRACKED)
    both = "the 5 mm bowl dried 3 days and survived, the 13 mm one dried 3 days and cracked"
    reply = await chat.hear(both)
    assert "several cases: 5 mm, 13 mm" in shown(reply)
    one = await chat.hear("the 13 mm one dried 3 days and cracked")
    assert "→ answer yes" in shown(one)


TRIPS = (
    'task new name:trips predict:number unit:€ target:price fields:"nights: number; to: category"',
    "teach trips: 7 nights, Malta -> 700",
    "teach trips: 5 nights, Egypt -> 400",
)


@pytest.mark.parametrize("lead", ["", "teach trips: "])
async def test_two_amounts_of_what_one_field_counts_are_two_cases(lead: str) -> None:
    chat = await taught(TRIPS)
    reply = await chat.hear(f"{lead}4 nights Malta 520, 5 nights Malta 640")
    assert "several cases: 4 nights, 5 nights" in shown(reply)
    one = await chat.hear(f"{lead}4 nights Malta 520")
    assert "€ 520" in shown(one)
