"""Offers that words change while they are open: ``yes but it was 36``, 好的，地点改成楼上.

What is said beside a yes is about the offer, and never of something older.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.assistant.acts import ends_as_question, heard
from core.assistant.assent import agrees, calls_off, keeps
from core.assistant.commands.amending import amending_words, only_amends, question_of_change
from core.assistant.commands.amendments import Amendment, amendment_in
from core.assistant.commands.differing import whether_other_learned
from core.assistant.commands.judged import (
    Judged,
    about_answer,
    judged_answer,
    offer_correction,
    recent_answer,
)
from core.assistant.commands.removing import offer_removal
from core.assistant.commands.teaching import number_in
from core.assistant.commands.told_changes import Told, told_of, without_leads
from core.assistant.commands.waiting_lessons import amended_waiting, is_led_elsewhere
from core.assistant.conditions import condition_in
from core.assistant.example_references import reference_in
from core.assistant.grammar import ARROW
from core.assistant.reactions import doubts, is_reaction
from core.assistant.reply import Effect
from core.assistant.request import TARGET, AskFirst, Ports, Request, Unsure
from core.assistant.settling import unread_words
from core.assistant.statements import has_question_words
from core.assistant.waiting_questions import WaitingQuestion, chosen_in_words
from core.assistant.whole_lessons import read_whole_lesson
from core.assistant.wording import say
from core.domain.example import Example, Lesson
from core.domain.fields import Value
from core.domain.identity import FieldKey
from core.domain.task import Truth
from core.errors import InvalidValue, NotFound

_LONGEST = 12
"""Words that put right what waits, though nothing of them is understood."""
_LONGEST_HAN = 20
"""The same in Chinese characters."""
_JUDGING = frozenset({"correct", "right"})
_WRONG = re.compile(
    r"\b(?:wrong|incorrect|right|off|mis\w+|mistake)\b|不对|不是|错|误", re.IGNORECASE
)
_ASKED = "asked beside: "
"""What leads to the line of unread words beside which a question was asked again."""


async def amended_offer(
    ports: Ports, request: Request, waiting: WaitingQuestion
) -> tuple[Request, AskFirst] | None:
    """Return what waits with what words change of it, and the question whether it is to be so.

    Where a yes with a condition says nothing that can be read, the same is asked again, with that.
    None where the words are about something else.
    """
    text = request.text
    if not request.is_sentence or ARROW.search(text) or ends_as_question(text):
        return None
    if keeps(text):
        is_answered = chosen_in_words(request, waiting) is not None
        return None if is_answered else (waiting.request, waiting.question)
    names = {way.request.name for way in waiting.question.ways}
    if names & _JUDGING and names <= _JUDGING | {"ask"}:
        asked = await _other_correction(ports, request, waiting) if waiting.saves else None
    elif names == {"examples delete"}:
        asked = await _other_removal(ports, request, waiting)
    elif names == {"examples edit"}:
        asked = await _other_change(ports, request, waiting)
    else:
        asked = await amended_waiting(ports, request, waiting) if waiting.saves else None
        if asked is not None and not _words_of(request):
            asked = asked[0], await _or_answer(ports, request, asked[1])
    return asked or await _asked_again(ports, request, waiting)


def _words_of(request: Request) -> str:
    """Return what a sentence says of an offer; empty where it may be about something else."""
    if condition := condition_in(request.text):
        if has_question_words(condition.words):
            return ""
        if condition.is_sure or request.option("offer"):
            return condition.words
    return amending_words(request.text) or (request.text if request.option("offer") else "")


async def _other_removal(
    ports: Ports, request: Request, waiting: WaitingQuestion
) -> tuple[Request, AskFirst] | None:
    """Return the question whether other examples are to be taken back, that words name instead."""
    named = _words_of(request)
    if reference_in(named) is None:
        return None
    try:
        await offer_removal(ports, replace(request, text=f"delete {named}", options={}))
    except AskFirst as asked:
        return waiting.request, asked
    return None


async def _or_answer(ports: Ports, request: Request, asked: AskFirst) -> AskFirst:
    """Return a question with another choice: that words tell how the last answer turned out."""
    judged = await recent_answer(ports, request)
    if judged is None:
        return asked
    today, locale = request.sender.day_of(ports.clock()), request.sender.locale
    told = amendment_in(without_leads(request.text), judged.task, judged.known, today=today)
    if told is None or told.truth is None:
        return asked
    answer = f"?{judged.prediction.number}"
    [correction] = offer_correction(request, judged, judged.task.target.check(told.truth)).ways
    label = say("of that", locale=locale, name=answer)
    lines = (*asked.lines, f"{answer} {about_answer(request, judged)}")
    ways = (*asked.ways, replace(correction, label=label, is_yes=False))
    return AskFirst(asked.title, *lines, ways=ways)


async def _asked_again(
    ports: Ports, request: Request, waiting: WaitingQuestion
) -> tuple[Request, AskFirst] | None:
    """Return the same question beside words about it of which nothing was read.

    They are a condition, put something right, or doubt what is to be saved.
    """
    text, question = request.text, waiting.question
    condition = condition_in(text)
    is_about = condition is not None and condition.is_bound
    words = condition.words if condition and condition.is_bound else amending_words(text)
    if only_amends(text) or (is_reaction(text) and doubts(text)):
        words = words or text.strip()
        if not is_about and _calls_wrong(text) and _corrects(waiting):
            return None
    is_answer = agrees(text) is not None or calls_off(text) or _is_content(words)
    if not (is_about or is_answer) and waiting.saves and _says_little(words):
        is_about = chosen_in_words(request, waiting) is None and not _asked_before(waiting)
    if not words or not is_about or has_question_words(words):
        return None
    spoken = heard(words)
    is_offered = any(way.is_yes for way in question.ways) and not question.asks
    is_act = spoken is not None and not (spoken.act.needs_truth or spoken.act.is_verdict)
    if not is_offered or is_act or await is_led_elsewhere(ports, request):
        return None
    return _beside(waiting, unread_words((words,), request.sender.locale))


def _beside(waiting: WaitingQuestion, unread: Sequence[str]) -> tuple[Request, AskFirst]:
    """Return the same question with what was not read beside it, in the place of what was before.

    The request that waits notes that line, so that the question is not asked so over and over.
    """
    question, agreed = waiting.question, waiting.request.agreed
    before = {one.removeprefix(_ASKED) for one in agreed if one.startswith(_ASKED)}
    lines = (*(line for line in question.lines if line not in before), *unread)
    ways = tuple(
        replace(way, effect=Effect.CHANGES if way.effect is Effect.HARMLESS else way.effect)
        for way in question.ways
    )
    asked = AskFirst(question.title, *lines, ways=ways, is_personal=question.is_personal)
    kept = frozenset(one for one in agreed if not one.startswith(_ASKED))
    noted = kept | {f"{_ASKED}{line}" for line in unread}
    return replace(waiting.request, agreed=noted), asked


def _asked_before(waiting: WaitingQuestion) -> bool:
    """Return whether it was asked again already beside words of which nothing was read."""
    return any(one.startswith(_ASKED) for one in waiting.request.agreed)


def _corrects(waiting: WaitingQuestion) -> bool:
    """Return whether it is about how an answer turned out."""
    return any(way.request.name in _JUDGING for way in waiting.question.ways)


def _calls_wrong(text: str) -> bool:
    """Return whether words that doubt something judge it, and do not only halt: ``hold on``."""
    return _WRONG.search(text) is not None or (is_reaction(text) and doubts(text))


def _is_content(words: str) -> bool:
    """Return whether words only praise or wave aside: ``it's fine``."""
    return bool(words) and is_reaction(words) and not doubts(words)


def _says_little(words: str) -> bool:
    """Return whether words are few and say no number, which another case might have."""
    is_short = len(words.split()) <= _LONGEST if words.isascii() else len(words) <= _LONGEST_HAN
    return is_short and not any(sign.isnumeric() for sign in words)


async def _other_correction(
    ports: Ports, request: Request, waiting: WaitingQuestion
) -> tuple[Request, AskFirst] | None:
    """Return the question whether an answer is to be put right as words say instead, if any.

    What they say of its case is another case, which is offered as a lesson with the same truth.
    """
    words = _words_of(request)
    verdicts = [way.request for way in waiting.question.ways if way.request.name in _JUDGING]
    numbers = {each.option("number") for each in verdicts}
    if not words or len(numbers) != 1:
        return None
    options = {**request.options, "number": min(numbers)}
    correction = replace(request, text=words, options=options)
    async with ports.open_work() as work:
        judged = await judged_answer(ports, work, correction)
    if judged is None:
        return None
    truths = {each.settled.get(TARGET) for each in verdicts}
    before = truths.pop() if len(truths) == 1 else None
    told = _told_of_case(ports, correction, judged, before)
    if told is None:
        return None
    [change] = told.changes
    truth = before if change.truth is None else change.truth
    if not isinstance(truth, float | str):
        return None
    if change.values:
        asked = whether_other_learned(request, judged, change.values, truth)
    else:
        said = replace(request, text=words)
        asked = offer_correction(said, judged, judged.task.target.check(truth))
    lines = (*asked.lines, *unread_words(told.unread, request.sender.locale))
    asked = AskFirst(asked.title, *lines, ways=asked.ways, is_personal=asked.is_personal)
    return asked.ways[0].request, asked


def _told_of_case(
    ports: Ports, correction: Request, judged: Judged, before: Value | None
) -> Told | None:
    """Return the one change that words make of an answer's truth, or of its case."""
    today, text = correction.sender.day_of(ports.clock()), correction.text
    amendment = amendment_in(text, judged.task, judged.known, today=today)
    if amendment is not None and amendment.truth is not None:
        return Told(changes=[amendment], unread=())
    lesson = Lesson(
        task_id=judged.task.id,
        author=correction.sender.member,
        values=judged.task.convert_values(judged.prediction.question.values),
        target=before if isinstance(before, float | str) else "",
    )
    told = told_of(text, lesson, judged.task, judged.known, today=today)
    return told if len(told.changes) == 1 else None


async def _other_change(
    ports: Ports, request: Request, waiting: WaitingQuestion
) -> tuple[Request, AskFirst] | None:
    """Return the question whether an example is to be changed as words say beside, or instead."""
    words = _words_of(request)
    edits = [way.request for way in waiting.question.ways]
    if not words or not any(way.is_yes for way in waiting.question.ways):
        return None
    async with ports.open_work() as work:
        try:
            example = await work.examples.numbered(request.sender.community, number_in(edits[0]))
        except NotFound:
            return None
        task = await work.tasks.get(example.task_id)
        known = (await ports.recollection.of(work, task)).known
    anew = replace(edits[0], text=edits[0].option("lesson") or edits[0].text)
    try:
        read = read_whole_lesson(ports, anew, task, known, changes=example)
    except (AskFirst, Unsure, InvalidValue):
        return None
    changed = replace(example, values={**example.values, **read.values}, target=read.truth)
    today = request.sender.day_of(ports.clock())
    told = told_of(words, changed, task, known, today=today)
    changes = [_together(one, changed, example) for one in told.changes]
    if not changes or any(not one.values and one.truth is None for one in changes):
        return None
    asked = question_of_change(request, example, task, changes, said=words)
    lines = (*asked.lines, *unread_words(told.unread, request.sender.locale))
    return asked.ways[0].request, AskFirst(asked.title, *lines, ways=asked.ways)


def _together(change: Amendment, changed: Example, example: Example) -> Amendment:
    """Return all that an example is to say otherwise: what was offered, with a change of that."""
    after: Mapping[FieldKey, Value] = {**changed.values, **change.values}
    truth: Truth | None = changed.target if change.truth is None else change.truth
    values = {key: value for key, value in after.items() if example.values.get(key) != value}
    return Amendment(values=values, truth=None if truth == example.target else truth)
