"""What a sentence excludes is no value of its case, and what was lost is below zero."""

import pytest

from core.assistant.reading import Known, Unclear, read_question, read_truth
from core.domain.fields import Value
from core.domain.task import Target, TargetKind
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.reading.tasks import TODAY, by_name, seen_by, task_of

LENSES = task_of("品牌: 佳能 | 尼康", "焦距: number mm", "发票: yes/no")
TRIPS = task_of("nights: number", "place: category", "flight: yes/no")


@pytest.mark.parametrize(
    ("said", "read", "ignored"),
    [
        ("除了佳能，50mm 有发票的多少", {"焦距": 50, "发票": True}, "除了佳能"),
        ("除佳能外 50mm", {"焦距": 50}, "除佳能外"),
        ("尼康 50mm 发票除外", {"品牌": "尼康", "焦距": 50}, "发票除外"),
        ("尼康 除了发票其他都有 50mm", {"品牌": "尼康", "焦距": 50}, "除了发票"),
    ],
)
def test_what_is_excluded_in_chinese(said: str, read: dict[str, Value], ignored: str) -> None:
    reading = read_question(said, LENSES, Known(), today=TODAY)
    assert by_name(reading, LENSES) == read
    assert ignored in " ".join(reading.unread)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("5 nights anywhere but Malta", {"nights": 5}),
        ("5 nights, except Malta", {"nights": 5}),
        ("5 nights in Egypt, everything except the flight", {"nights": 5, "place": "Egypt"}),
        ("Egypt, not Malta, 5 nights", {"nights": 5, "place": "Egypt"}),
        ("Egypt, 5 nights instead of the planned 7", {"nights": 5, "place": "Egypt"}),
        ("Egypt, 5 nights rather than 7 nights", {"nights": 5, "place": "Egypt"}),
    ],
)
def test_what_is_excluded_in_english(said: str, read: dict[str, Value]) -> None:
    seen = seen_by(TRIPS, {"place": ["Malta", "Egypt"]})
    reading = read_question(said, TRIPS, seen, today=TODAY)
    assert by_name(reading, TRIPS) == read
    assert not any("Malta" in str(one.readings) for one in reading.offers)


MONEY = Target(kind=TargetKind.NUMBER, unit="元")


@pytest.mark.parametrize("said", ["输了70", "输70", "亏了70", "赔70块", "lost 70"])
def test_a_loss_is_below_zero_where_losses_were_taught(said: str) -> None:
    assert read_truth(said, MONEY, Known(targets=[80.0, -120.0])) == -70


def test_a_loss_is_asked_about_where_none_was_taught() -> None:
    asked = read_truth("输了70", MONEY, Known(targets=[80.0, 20.0]))
    assert isinstance(asked, Unclear)
    assert asked.readings == (-70.0, 70.0)
    assert read_truth("运输80", MONEY, Known(targets=[80.0, 20.0])) == 80


async def test_a_lesson_with_a_denial_left_over_is_shown_first() -> None:
    chat = Chat()
    fields = "nights: number; flight: yes/no"
    await chat.say(f'task new name:trips predict:number unit:€ fields:"{fields}"')
    await chat.say("teach trips: nights 4, flight yes -> 500")
    reply = await chat.hear("teach trips: 5 nights, no plane -> 400")
    assert reply.title.startswith("Shall I learn this?")
    assert "I ignored: no plane" in shown(reply)


COSTUMES = task_of("era: modern | old", "actors: number", "budget: number £")
FEES = task_of("era: modern | old", "fee: number")


@pytest.mark.parametrize("said", ["modern, 11 euros?", "modern, 11 €"])
def test_money_is_no_number_of_something_else(said: str) -> None:
    seen = seen_by(COSTUMES, {"actors": [5.0, 8.0], "budget": [100.0, 300.0]})
    reading = read_question(said, COSTUMES, seen, today=TODAY)
    assert by_name(reading, COSTUMES) == {"era": "modern"}
    fees = read_question(said, FEES, seen_by(FEES, {"fee": [5.0, 20.0]}), today=TODAY)
    assert by_name(fees, FEES) == {"era": "modern", "fee": 11}
