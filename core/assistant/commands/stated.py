"""A sentence that states something: offered as a lesson or a question, never simply forecast."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.assistant.acts import begins_socially, ends_as_question, is_written_as_title
from core.assistant.commands.bare_ratings import check_on_scale, rating_given
from core.assistant.commands.lesson_cards import as_read, teach_ways, whether_to_learn
from core.assistant.commands.rated_items import told_rating
from core.assistant.commands.stated_texts import (
    IS_TOLD,
    check_is_text,
    correction_hints,
    is_chosen,
    predict_way,
    whether_to_predict,
)
from core.assistant.no_outcomes import amounts_of_case, denies_amount, is_void
from core.assistant.other_questions import check_tells_one, items_within
from core.assistant.question_kinds import (
    asks_for_amount,
    asks_otherwise,
    asks_what_was_taught,
    asks_who_did,
    asks_yes_or_no,
    says_a_day_alone,
    says_more_in_han,
)
from core.assistant.reading import Doubt, Known, Reading, Unclear, read_lesson
from core.assistant.reading.remark_words import asks_how_many, is_no_name, is_remark
from core.assistant.reading.speech import SOLD_FOR
from core.assistant.removals import brings_back
from core.assistant.request import Ports, Request
from core.assistant.settling import (
    offers_of_item,
    settle,
    settled_values,
    unread_of,
    with_names_settled,
)
from core.assistant.statements import has_question_words, is_statement
from core.assistant.task_fit import is_known_name, without_texts
from core.assistant.told_labels import (
    is_only_wished,
    labels_told,
    name_of_target,
    says_target,
    told_of_name,
    without_label,
)
from core.assistant.wording import say
from core.domain.fields import FieldKind
from core.domain.task import TargetKind, Task, Truth
from core.errors import InvalidValue

_LIST = re.compile(r"[,，;；、]")
"""What parts the values of a list."""
_MOST_LABELS = 4
"""Labels that a card offers for a sentence that may tell any of them."""
_ASKED = "asks otherwise"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stated:
    """What a sentence seems to state of a task."""

    doubt: str
    """The sentence that says why it may be no question."""
    lesson: str
    """The sentence as a lesson."""
    reading: Reading
    truths: Sequence[Truth] = ()
    """What it may say that came true; none where it says nothing of that."""
    left: Sequence[Unclear] = ()
    """What it says of that and no value can be made of: 花了两千多."""


async def check_is_asked(
    ports: Ports, request: Request, task: Task, known: Known, reading: Reading
) -> None:
    """Return where a plain sentence may be a question about the values that it says, if any.

    A post that a task classifies may state anything, unless it speaks of the last answer. A text
    beside other fields is one where its task is named or chosen, or where more is said than it.

    Raises:
        AskFirst: it states something: whether to predict all the same, or to learn what it says.
    """
    if task.is_about_texts or (task.has_text and await is_chosen(ports, request, task)):
        await check_is_text(ports, request, task, known)
        return
    if not reading.values and not reading.unclear:
        return
    said = without_texts(request.text, task, reading)
    is_led = "task" in request.options and not asks_how_many(request.text)
    today = request.sender.day_of(ports.clock())
    stated = _stated(request.text, task, known, said, today, is_led=is_led)
    has_name = is_led or not _is_of_no_name(request.text, task, known, reading)
    if stated is None and not (has_name and (said.values or said.unclear)):
        stated = _Stated(doubt=_ASKED, lesson=request.text, reading=reading)
    if stated is None:
        return
    if stated.reading is said:
        stated = replace(stated, reading=reading)
    if stated.truths:
        check_tells_one(request, stated.reading)
        settle(request, task, items_within(task, known, stated.reading))
        settle(request, task, offers_of_item(stated.reading, task))
    hint = await correction_hints(ports, request, task)
    truth = stated.truths[0] if len(stated.truths) == 1 else None
    taking = request
    if truth is not None:
        taking = with_names_settled(request, stated.reading, taken=True)
    values, unread = settled_values(taking, stated.reading), unread_of(taking, stated.reading)
    lines = (*as_read(request, task, values, truth, unread), *hint)
    if asks_what_was_taught(request.text) or not (has_name or stated.truths):
        command = say("a command", locale=request.sender.locale, name="examples list")
        lines = (*lines, say("what was taught", locale=request.sender.locale, command=command))
    settle(request, task, stated.left)
    if not stated.truths:
        raise whether_to_predict(request, task, lines, stated.doubt)
    ways = (
        *teach_ways(request, taking, task, stated.lesson, stated.reading, stated.truths),
        predict_way(request, task),
    )
    raise whether_to_learn(request, request.text, *lines, ways=ways)


def _is_of_no_name(text: str, task: Task, known: Known, reading: Reading) -> bool:
    """Return whether the item that nobody has taught is a sentence, or who did what is asked."""
    said = str(reading.values.get(task.item.key, "")) if task.item else ""
    if task.item is None or not said:
        return False
    if said in known.categories.get(task.item.key, ()):
        return asks_who_did(text) and not is_known_name(text, task, known)
    is_marked = re.search(rf"[\"“「『《]\s*{re.escape(said)}", text) is not None
    is_sentence = is_no_name(said) or brings_back(text)
    return is_sentence and not is_marked and not is_written_as_title(text)


def says_no_case(text: str, task: Task, known: Known, reading: Reading) -> bool:
    """Return whether a sentence of which nothing was read has the form of one that asks no case.

    What its words might name is then not asked: ``is it safe to go out?``, ``we painted it``.
    """
    if task.is_about_texts or reading.values or reading.unclear:
        return False
    if asks_otherwise(text, task):
        return True
    return not has_question_words(text) and _is_statement(text, task, known, reading)


def _stated(
    text: str, task: Task, known: Known, reading: Reading, today: date, *, is_led: bool
) -> _Stated | None:
    """Return what a sentence seems to state; None where it surely is a question.

    To a task by its name a number behind an item is told; ``Alien 3`` alone is a title.
    """
    rating = told_rating(text, task)
    if rating is None and not ends_as_question(text):
        rating = rating_given(text, task, known, may_follow=is_led)
    if rating is not None:
        check_on_scale(rating, task)
    words = rating or text
    lesson = _as_lesson(words, task, known, today)
    said = _truths_of(lesson, task)
    truths = amounts_of_case(text, task, said)
    is_told = rating is not None or any(cue in text.casefold() for cue in SOLD_FOR)
    is_told = (
        is_told or said != truths or denies_amount(text, task) or is_void(reading.unread, task)
    )
    is_told = is_told or _tells_target(text, task, known, reading)
    is_told = is_told or _is_statement(text, task, known, reading)
    doubt = _doubt_about(text, task, reading, is_told=is_told, has_truth=bool(truths))
    if doubt is None and not (is_led or task.has_text) and says_more_in_han(text, reading.unread):
        doubt = _ASKED
    if doubt is None:
        return None
    is_label = task.target.kind is TargetKind.CATEGORY and not truths
    if doubt == IS_TOLD and is_told and is_label and lesson is not None:
        name = name_of_target(task)
        truths = labels = _labels_told(text, task, known, reading)
        told = told_of_name(text, name, task.target.labels or known.labels)
        unread = [part for part in lesson.unread if part != told]
        rest = [without_label(part, name, labels) for part in unread]
        lesson = replace(lesson, unread=tuple(filter(None, rest)))
    if lesson is None or doubt != IS_TOLD or not truths or not _is_whole(task, known, lesson):
        offers = lesson.offers if lesson is not None and doubt == IS_TOLD else ()
        left = [one for one in offers if one.field is None and one.why is Doubt.UNREADABLE]
        return _Stated(doubt=doubt, lesson=words, reading=reading, left=left)
    return _Stated(doubt=doubt, lesson=words, reading=lesson, truths=truths)


def _truths_of(lesson: Reading | None, task: Task) -> Sequence[Truth]:
    """Return what a lesson says that came true: one, or several that may be meant."""
    if lesson is None:
        return ()
    if lesson.target is not None:
        return (lesson.target,)
    unclear = next((case for case in lesson.unclear if case.field is None), None)
    return tuple(task.target.check(one) for one in unclear.readings) if unclear else ()


def _tells_target(text: str, task: Task, known: Known, reading: Reading) -> bool:
    labels, name = task.target.labels or known.labels, name_of_target(task)
    if told_of_name(text, name, labels):
        return True
    if asks_yes_or_no(text, task):
        return False
    return any(says_target(part, name, labels) for part in reading.unread)


def _labels_told(text: str, task: Task, known: Known, reading: Reading) -> Sequence[str]:
    """Return the labels that the words without a field may tell; none where they are many."""
    labels, name = task.target.labels or known.labels, name_of_target(task)
    if is_only_wished(text, labels):
        return ()
    words = told_of_name(text, name, labels) or ", ".join(reading.unread)
    told = labels_told(words, name, labels, is_open=not task.target.labels)
    return told if len(told) <= _MOST_LABELS else ()


def _doubt_about(
    text: str, task: Task, reading: Reading, *, is_told: bool, has_truth: bool
) -> str | None:
    """Return which sentence says why a text may be no question; None where it surely is one.

    Args:
        text: the sentence.
        task: that it seems to ask.
        reading: what it says as a question.
        is_told: whether its form states something.
        has_truth: whether it says, as a lesson, what came true.
    """
    if asks_otherwise(text, task) or says_a_day_alone(task, reading):
        return _ASKED
    # "stayed 3 nights, price 950": the name of what is told asks for nothing
    asking = text.replace(task.target.name, " ") if has_truth else text
    is_amount_asked = asks_for_amount(asking) or asks_yes_or_no(text, task)
    is_left = _has_number_left(task, reading) and not is_amount_asked
    if has_question_words(text) and not is_left:
        return None
    # "it took two hours" leaves no digit
    is_left = is_left or bool(has_truth and reading.unread and not is_amount_asked)
    thanks = task.item is None and begins_socially(text)  # "thanks, off for an 8 km walk"
    if is_left or is_told or thanks:
        return IS_TOLD
    return _ASKED if _says_little(text, task, reading) else None


def _says_little(text: str, task: Task, reading: Reading) -> bool:
    """Return whether a text without a word that asks says one thing of the task, and another.

    A list may hold more than the task knows of (``Mitte, quiet``), and an item is a question.
    """
    is_little = len(reading.values) + len(reading.unclear) <= 1 < len(task.fields)
    is_list = task.item is not None or _LIST.search(text) is not None
    return is_little and bool(reading.unread) and not is_list


def _is_whole(task: Task, known: Known, lesson: Reading) -> bool:
    """Return whether a lesson says something of the case, or names the item if there is one."""
    if task.item is None:
        return bool(lesson.values)
    item = lesson.values.get(task.item.key)
    return item is not None and (
        item in known.categories.get(task.item.key, ()) or not is_remark(str(item))
    )


def _has_number_left(task: Task, reading: Reading) -> bool:
    """Return whether a number was read as nothing: more is said than is understood.

    The name of an item may have one.
    """
    return not task.item and any(sign.isdigit() for part in reading.unread for sign in part)


def _as_lesson(text: str, task: Task, known: Known, today: date) -> Reading | None:
    """Return a sentence as a lesson; None where that would be of no use to the task."""
    try:
        return read_lesson(text, task, known, today=today)
    except InvalidValue:
        return None


def _is_statement(text: str, task: Task, known: Known, reading: Reading) -> bool:
    """Return whether it states something, by what was read as no value or as a new item."""
    new = [
        str(reading.values[field.key])
        for field in task.fields
        if field.kind is FieldKind.ITEM and field.key in reading.values
        if reading.values[field.key] not in known.categories.get(field.key, ())
    ]
    return is_statement(text, (*reading.unread, *new), has_title=bool(new))
