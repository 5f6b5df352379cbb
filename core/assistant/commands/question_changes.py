"""What a sentence changes of an answered question, which is asked again with it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.assistant import show
from core.assistant.acts import plain_words
from core.assistant.buttons import written
from core.assistant.commands.answered import asked_again
from core.assistant.commands.asking import ask
from core.assistant.commands.differences import (
    answer_before,
    asks_difference,
    without_comparing,
)
from core.assistant.commands.judged import (
    Judged,
    is_number_alone,
)
from core.assistant.commands.new_names import new_names
from core.assistant.commands.relative_changes import counted_on, number_of_some_field
from core.assistant.reading import (
    Doubt,
    Reading,
    Unclear,
)
from core.assistant.reply import Reply
from core.assistant.request import Ports, Request
from core.assistant.settling import settle, unread_of, with_unread
from core.assistant.statements import has_question_words
from core.assistant.task_fit import are_new_words, without_idle_text
from core.assistant.wording import say
from core.domain.fields import Value
from core.domain.identity import FieldKey
from core.domain.task import Task

_SIGNS: Final = " ?？呢吗。.!,，"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a sentence changes of a question, and what of it was not read."""

    values: Mapping[FieldKey, Value]
    unread: Sequence[str] = ()


def changes_in(
    ports: Ports,
    request: Request,
    judged: Judged,
    *,
    is_led: bool = False,
    may_ignore: bool = False,
) -> Changes | None:
    """Return what a sentence changes of an answered question; None where it changes nothing.

    Args:
        ports: for the day that it is.
        request: the sentence.
        judged: the answer to the question.
        is_led: whether the sentence surely goes on from it. Otherwise only what is read whole
            counts, and no words that any words would be.
        may_ignore: whether a part that is not read may stand beside what is.
    """
    task, known, text = judged.task, judged.known, request.text
    before = task.convert_values(judged.prediction.question.values)
    today = request.sender.day_of(ports.clock())
    counted = counted_on(request, judged, today=today)
    if counted is not None and not counted.is_clear:
        return None
    text = counted.text if counted else text
    made = counted.values if counted else {}
    if not text.strip(_SIGNS):
        return Changes(values=made) if made else None
    reading = request.readings.of(text, task, known, today=today)
    reading = without_idle_text(text, task, known, reading) if is_led else reading
    unread = [p for p in unread_of(request, reading) if not _is_part_of_name(p, task, made)]
    is_unread = bool(reading.offers or unread) and not (is_led or may_ignore)
    is_misspelt = any(one.why is Doubt.NEAR for one in reading.offers)
    is_unclear = bool(reading.unclear or is_misspelt) and not is_led
    if is_unclear or (is_unread and not (made and has_question_words(text))):
        return None
    made = {**made, **_chosen(request, task, reading, made)} if is_led else made
    named = new_names(request, task, before, reading) if is_led else {}
    if is_led and not (made or reading.values or named):
        one = number_of_some_field(request, judged, text)
        return Changes(values=dict([one]), unread=_beside_number(unread)) if one else None
    is_plain = all(
        not are_new_words(task.field(key), new, known) or (is_led and key in before)
        for key, new in reading.values.items()
    )
    values = {**reading.values, **made, **named}
    unread = [part for part in unread if part not in named.values()]
    return Changes(values=values, unread=unread) if is_plain and values else None


def _chosen(
    request: Request, task: Task, reading: Reading, made: Mapping[FieldKey, Value]
) -> Mapping[FieldKey, Value]:
    """Return what the member chose of what was not clear; it is asked where they have not.

    So is a misspelt word, and one that is not listed where nothing else is changed.
    """
    near = [case for case in reading.offers if case.why is Doubt.NEAR]
    chosen = _settled(request, task, (*reading.unclear, *near))
    if made or reading.values or chosen:
        return chosen
    return _settled(request, task, [c for c in reading.offers if c.why is Doubt.UNLISTED])


def _settled(request: Request, task: Task, doubtful: Sequence[Unclear]) -> Mapping[FieldKey, Value]:
    """Return what the member chose of these doubts; the first is asked that they have not."""
    settle(request, task, doubtful)
    keys = [case.field for case in doubtful]
    return {key: request.settled[key] for key in keys if key and key in request.settled}


def _beside_number(unread: Sequence[str]) -> Sequence[str]:
    """Return the parts that are no number, which was chosen a field for."""
    return [part for part in unread if not is_number_alone(plain_words(part))]


def _is_part_of_name(text: str, task: Task, keys: Iterable[FieldKey]) -> bool:
    """Return whether Chinese characters are of a field's name that an amount parts: 施一次肥."""
    return not text.isascii() and any(text in task.field(key).name for key in keys)


async def ask_changed(ports: Ports, request: Request, judged: Judged, changes: Changes) -> Reply:
    """Answer a question again with these values changed, and say what is carried over."""
    prediction, task, locale = judged.prediction, judged.task, request.sender.locale
    before = task.convert_values(prediction.question.values)
    values = {**before, **changes.values}
    settled = {str(key): value for key, value in values.items()}
    again = asked_again(
        replace(request, settled=settled), prediction, task.name, written(values, task)
    )
    reply = await ask(ports, again)
    carried = {key: value for key, value in before.items() if key not in changes.values}
    compares = asks_difference(request.text)
    unread = without_comparing(changes.unread) if compares else changes.unread
    reply = with_unread(reply, unread, locale)
    notes = [answer_before(judged, locale)] if compares else []
    if carried:
        kept = show.values_of(carried, task, locale=locale)
        notes.append(say("carried over", locale=locale, number=prediction.number, values=kept))
    return replace(reply, notes=(*notes, *reply.notes))
