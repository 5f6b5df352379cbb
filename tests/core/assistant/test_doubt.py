import pytest

from core.assistant.describe import doubt_words
from core.domain.forecast import Answer, Basis, CategoryForecast, Forecast, NumberForecast

NUMBER = NumberForecast(center=1.0, intervals=())


def answer(forecast: Forecast, familiarity: float | None, basis: Basis = Basis.MODEL) -> Answer:
    return Answer(forecast=forecast, basis=basis, version=1, examples=50, familiarity=familiarity)


def labels(**shares: float) -> CategoryForecast:
    return CategoryForecast(probabilities=tuple(shares.items()))


@pytest.mark.parametrize("forecast", [NUMBER, labels(bug=0.9, question=0.1)])
def test_a_question_unlike_anything_taught_is_called_so(forecast: Forecast) -> None:
    assert "unlike anything I was taught" in doubt_words(answer(forecast, 0.0), locale="en")
    assert doubt_words(answer(forecast, 0.5), locale="en") == ""
    assert doubt_words(answer(forecast, None), locale="en") == ""


def test_two_labels_that_are_nearly_as_likely_are_both_named() -> None:
    close = labels(bug=0.5, question=0.4, idea=0.1)
    words = doubt_words(answer(close, 0.5), locale="en")
    assert words == "I hesitate between bug and question."
    assert doubt_words(answer(labels(bug=0.7, question=0.3), 0.5), locale="en") == ""
    assert doubt_words(answer(labels(bug=0.5, a=0.2, b=0.2, c=0.1), 0.5), locale="en") == ""


def test_a_rule_that_answers_does_not_hesitate() -> None:
    close = labels(bug=0.5, question=0.5)
    assert doubt_words(answer(close, None, Basis.MOST_FREQUENT), locale="en") == ""
