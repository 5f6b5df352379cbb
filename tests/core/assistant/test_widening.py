"""What was left out of a question is told with what it costs."""

from dataclasses import dataclass

from core.domain.fields import Values
from core.domain.forecast import Answer, Basis, Interval, NumberForecast, Similar
from core.domain.task import Task
from tests.core.assistant.chatting import Chat, shown
from tests.fakes.learning import MeanPredictor


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure(MeanPredictor):
    """Is half as sure where a field is missing."""

    async def answer(self, task: Task, values: Values) -> Answer:
        taught = await self._taught(task)
        spread = 10.0 if len(values) == len(task.fields) else 15.0
        likely = Interval(level=0.8, low=100 - spread, high=100 + spread)
        return Answer(
            forecast=NumberForecast(center=100.0, intervals=(likely,)),
            basis=Basis.MODEL,
            version=0,
            examples=len(taught),
            similar=tuple(Similar(example=e.id, similarity=0.5) for e in taught),
        )


async def taught(*lessons: str) -> Chat:
    chat = Chat(predictor=Unsure)
    for lesson in lessons:
        await chat.say(f"teach flats: {lesson}")
    return chat


async def test_what_a_missing_field_costs_is_told() -> None:
    chat = await taught("area 90, floor 2 -> 100", "area 80, floor 3 -> 90")
    assert "not given: floor (widens the range by 50 %)" in shown(await chat.hear("flats: area 85"))
    assert "not given" not in shown(await chat.hear("flats: area 85, floor 2"))


async def test_nothing_is_told_where_no_example_can_say() -> None:
    chat = await taught("area 90 -> 100", "area 80 -> 90")
    await chat.hear('task edit flats add:"floor: number"')
    said = shown(await chat.hear("flats: area 85"))
    assert "not given: floor" in said
    assert "widens" not in said
