"""A bare number after an answer: its truth, or a number field of its question."""

from core.assistant import show
from core.assistant.acts import plain_words
from core.assistant.buttons import written
from core.assistant.commands.answered import asked_again
from core.assistant.commands.judged import Judged
from core.assistant.reading.slots import slot_of_field
from core.assistant.request import AskFirst, Request, Unsure, Way
from core.assistant.wording import say
from core.domain.task import Truth

_OFFERED = 2
"""Fields that are offered beside the truth."""


def or_of_field(
    request: Request, judged: Judged, truth: Truth, question: AskFirst | Unsure
) -> AskFirst | Unsure:
    """Return the question whether a truth is to be learned, with the fields it may be of too.

    Only a number without any words or unit may be of a field, and of one that the question gave
    and that had such numbers.
    """
    is_bare = plain_words(request.text).strip().replace(".", "", 1).isdigit()
    if not (isinstance(question, AskFirst) and isinstance(truth, float) and is_bare):
        return question
    task, prediction = judged.task, judged.prediction
    before = task.convert_values(prediction.question.values)
    fields = [
        field
        for field in task.typed_fields
        if isinstance(old := before.get(field.key), float)
        and old != truth
        and slot_of_field(field, judged.known).looks_usual(truth)
    ]
    locale, name = request.sender.locale, task.name
    ways = [
        Way(
            label=say(
                "ask with value",
                locale=locale,
                value=show.values_of({field.key: truth}, task, locale=locale),
            ),
            request=asked_again(
                request, prediction, name, written({**before, field.key: truth}, task)
            ),
        )
        for field in fields[:_OFFERED]
    ]
    return AskFirst(
        question.title,
        *question.lines,
        ways=(*question.ways, *ways),
        is_personal=question.is_personal,
        asks=question.asks,
    )
