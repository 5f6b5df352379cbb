"""How much surer an answer would be if the fields that were left out were known."""

from core.assistant.recollection import Recalled
from core.assistant.request import Ports
from core.domain.fields import Value, Values
from core.domain.forecast import Answer, Basis, NumberForecast
from core.domain.identity import FieldKey
from core.domain.task import Task

LEVEL = 0.8
LEAST = 0.05
"""Less is not worth a word."""


async def widened(
    ports: Ports, task: Task, values: Values, answer: Answer, recalled: Recalled
) -> float:
    """Return by what share of it the fields left out widen the range of a number; else 0.

    The range is set beside that of the same question with what the most similar example says of
    those fields.
    """
    forecast = answer.forecast
    if not isinstance(forecast, NumberForecast) or answer.basis is not Basis.MODEL or task.rater:
        return 0.0
    lent = _lent(task, values, answer, recalled)
    if not lent:
        return 0.0
    surer = (await ports.predictor.answer(task, {**values, **lent})).forecast
    if not isinstance(surer, NumberForecast):
        return 0.0
    share = _width(forecast) / max(_width(surer), 1e-300) - 1.0
    return share if share >= LEAST else 0.0


def _lent(task: Task, values: Values, answer: Answer, recalled: Recalled) -> dict[FieldKey, Value]:
    """Return the values of the fields left out, of the most similar example that has them all."""
    absent = [field.key for field in task.typed_fields if field.key not in values]
    for similar in answer.similar:
        example = recalled.newest.get(similar.example)
        if example is not None and all(key in example.values for key in absent):
            said = task.convert_values({key: example.values[key] for key in absent})
            return said if len(said) == len(absent) else {}
    return {}


def _width(forecast: NumberForecast) -> float:
    likely = forecast.interval(LEVEL)
    return likely.high - likely.low
