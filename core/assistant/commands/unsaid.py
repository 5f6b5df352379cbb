"""A sentence that says nothing of any task: thanks, a remark, or what cannot be answered."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.assistant import describe
from core.assistant.acts import begins_socially, ends_as_question, plain_words
from core.assistant.buttons import answer_choices
from core.assistant.commands import examples
from core.assistant.commands.answered import is_for_asker_alone
from core.assistant.commands.follow_up_forms import form_of
from core.assistant.commands.judged import (
    Judged,
    about_answer,
    correction_hint,
    recent_answer,
)
from core.assistant.commands.relative_words import counted_words
from core.assistant.grammar import head_of
from core.assistant.other_questions import asks_for_records
from core.assistant.place_tasks import task_of_place
from core.assistant.question_kinds import asks_how_much
from core.assistant.reactions import doubts, is_reaction, thanks_or_greets
from core.assistant.reading import Known
from core.assistant.recollection import Recalled
from core.assistant.reply import Reply
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.statements import GRAMMAR, has_question_words, is_statement
from core.assistant.task_fit import (
    MOST_TASKS,
    fields_said,
    is_known_name,
    is_of_text,
    names_value,
    stands_in,
    takes_any_words,
)
from core.assistant.task_lines import task_line
from core.assistant.task_names import tasks_mentioned
from core.assistant.text_frames import text_before_question
from core.assistant.which import MAX_OFFERED
from core.assistant.word_sets import word_set
from core.assistant.wording import say
from core.domain.task import TargetKind, Task
from core.errors import NotFound

_LONGEST_NAME: Final = 4
"""Words that may be a value which nobody taught: ``Prenzlauer Berg``."""
_LONGEST_HAN_NAME: Final = 6
"""The same in Chinese characters."""
_COMMANDS: Final = word_set("right undo why correct teach quiz batch setup task examples model")
"""Commands that sentences begin with as well."""
_LONGEST_SLIP: Final = 2
"""Words of a command that was mistyped."""
_PERSONAL: Final = word_set("i me my mine im ive ill id we us our you your youre yours")
_PERSONAL_HAN: Final = re.compile("[我咱你您]")
"""Words for the member and the bot."""
_OF_BOT: Final = re.compile(
    r"(?<!\bwould )\byou\b|\bwould you\b(?! (?:give|rate|score) (?!(?:me|us)\b))|\byour\b"
    r"|^\W*你|你[是会能们的有在怎可觉]"
)
"""Words about the bot; ``what would you give Dune?`` is about Dune."""
_TITLE: Final = re.compile("《[^《》]+》")
"""The name of a work, which may begin like a greeting: 《你好，李焕英》."""
_OF_SENTENCES_HAN: Final = re.compile(
    r"[我你他她它们吗么呢吧了啊呀哦哈嘛这那谁哪几怎把被让给没不会要想能得]|什么|怎么|多少|现在|今天|明天|昨天|有哪|是什"
)
"""What Chinese names rarely have, and sentences do."""
_TASKS_SHOWN: Final = 3
"""Tasks of which an example shows what can be asked."""


async def answer_unsaid(ports: Ports, request: Request) -> Reply | None:
    """Return the reply to a sentence that says nothing of any task; None where it may ask one.

    Raises:
        AskFirst: it may be a text to classify as well.
    """
    if "task" in request.options or head_of(request.text)[0] or _is_slip(request.text):
        return None
    async with ports.open_work() as work:
        tasks = (await work.tasks.all(request.sender.community))[:MOST_TASKS]
        of_place = await task_of_place(work, request.sender)
        tasks = [task for task in tasks if of_place in (None, task.id)]
        recalled = [await ports.recollection.of(work, task) for task in tasks]
    about_texts = [
        task for task in tasks if task.is_about_texts or (task.has_text and of_place == task.id)
    ]
    if about_texts and text_before_question(request.text):
        return None
    others = [each for each in recalled if each.task not in about_texts]
    judged = await recent_answer(ports, request)
    if judged is None and _tells_of_others(request.text):
        return None
    is_said = any(_may_ask(ports, request, each) for each in others)
    is_name = any(is_known_name(request.text, each.task, each.known) for each in recalled)
    is_text = any(is_of_text(request.text, each.task, each.known) for each in recalled)
    if not others or is_said or is_name or is_text:
        return None
    if asks_for_records(request.text):
        return await _records(ports, request, [each.task for each in others])
    if judged and judged.task.is_about_texts:
        return None
    reply = _remark(request, judged) or _what_can_be_asked(request, others)
    if not about_texts or judged:
        return reply
    ways = tuple(
        Way(
            label=say("classify for", locale=request.sender.locale, task=task.name),
            request=replace(request.about(task.name), name="ask"),
        )
        for task in about_texts[:MAX_OFFERED]
    )
    raise AskFirst(reply.title, *reply.lines, ways=ways)


def _is_slip(text: str) -> bool:
    """Return whether a sentence seems to be a command with a word too many: ``right now``."""
    said = plain_words(text).split()
    return 1 < len(said) <= _LONGEST_SLIP and said[0] in _COMMANDS


def _may_ask(ports: Ports, request: Request, recalled: Recalled) -> bool:
    """Return whether a sentence says something of a task, or a value that nobody taught it."""
    task, known, text = recalled.task, recalled.known, request.text
    today = request.sender.day_of(ports.clock())
    reading = request.readings.of(text, task, known, today=today)
    is_figure = any(sign.isnumeric() for case in reading.unclear for sign in case.text)
    if not task.fields or fields_said(request, task, known) or is_figure:
        return True
    is_field = any(stands_in(field.name.casefold(), text.casefold()) for field in task.fields)
    if is_field or names_value(text, task, known):
        return True
    goes_on = form_of(text).is_led and (ends_as_question(text) or not is_reaction(text))
    if goes_on or _begins_relative(text, task, known):
        return True
    if is_reaction(text) or asks_for_records(text):
        return False
    if not any(takes_any_words(field) for field in task.fields):
        return False
    if task.item and (_TITLE.search(text) or not (thanks_or_greets(text) or _is_of_bot(text))):
        return True
    is_like_name = bool(reading.values or reading.offers) or text[:1].isupper()
    is_name = is_like_name and _is_bare_name(text)
    return is_name or _asks_for(text, task)


def _begins_relative(text: str, task: Task, known: Known) -> bool:
    """Return whether a sentence begins with an amount that is more or less than before."""
    words = plain_words(counted_words(text, task, known))
    return bool(words) and plain_words(text).startswith(words)


def _tells_of_others(text: str) -> bool:
    """Return whether a sentence tells of neither its member nor the bot: ``the boat was late``."""
    if ends_as_question(text) or is_reaction(text) or _PERSONAL_HAN.search(text):
        return False
    return is_statement(text, [text]) and _PERSONAL.isdisjoint(plain_words(text).split())


def _is_of_bot(text: str) -> bool:
    """Return whether a sentence is about the bot itself."""
    return _OF_BOT.search(text.casefold()) is not None


def _asks_for(text: str, task: Task) -> bool:
    """Return whether a sentence asks for what the task predicts, by its name or an amount."""
    target = task.target.name.casefold()
    is_amount = task.target.kind is TargetKind.NUMBER and asks_how_much(text)
    return target in text.casefold() or task.name in text.casefold() or is_amount


def _is_bare_name(text: str) -> bool:
    """Return whether a text may be the name of something, for it has no word of a sentence."""
    words = plain_words(text)
    if not words.isascii():
        return len(words) <= _LONGEST_HAN_NAME and not _OF_SENTENCES_HAN.search(words)
    said = words.split()
    is_short = 0 < len(said) <= _LONGEST_NAME
    return is_short and GRAMMAR.isdisjoint(said) and not begins_socially(text)


def _remark(request: Request, judged: Judged | None) -> Reply | None:
    """Return the reply to thanks, a greeting, or a reaction; None for any other sentence."""
    text, locale = request.text, request.sender.locale
    if is_reaction(text) and doubts(text):
        return reacted(request, judged)
    is_thanks = thanks_or_greets(text) or begins_socially(text)
    if is_thanks and not (ends_as_question(text) or has_question_words(text)):
        return Reply(title=say("social", locale=locale))
    return reacted(request, None) if is_reaction(text) else None


def reacted(request: Request, judged: Judged | None) -> Reply:
    """Return the reply to a reaction; to one that judges an answer, how to put that right."""
    if judged is None:
        return Reply(title=say("remark", locale=request.sender.locale))
    return _doubted(request, judged)


def _doubted(request: Request, judged: Judged) -> Reply:
    """Return what is said where a member doubts an answer: how to judge it."""
    number, locale = judged.prediction.number, request.sender.locale
    said = describe.headline(judged.prediction.answer, judged.task, locale=locale)
    title = say("how was it", locale=locale, number=number, answer=said)
    if request.sender.is_overheard and is_for_asker_alone(judged.prediction):
        title = say("how was that", locale=locale, number=number)
    return Reply(
        title=title,
        lines=(about_answer(request, judged), correction_hint(request, judged)),
        choices=answer_choices(judged.prediction, judged.task, locale),
    )


def _what_can_be_asked(request: Request, recalled: Sequence[Recalled]) -> Reply:
    """Return what can be asked instead, with an example of the tasks themselves."""
    locale = request.sender.locale
    mentioned = tasks_mentioned([each.task for each in recalled], request.text)
    of_those = [each for each in recalled if each.task in mentioned] or recalled
    lines = [task_line(each, locale) for each in of_those[:_TASKS_SHOWN]]
    return Reply(title=say("nothing for me", locale=locale), lines=(*lines,))


async def _records(ports: Ports, request: Request, tasks: Sequence[Task]) -> Reply:
    """Return what was taught, where a question asks what stands out among it."""
    locale = request.sender.locale
    mentioned = tasks_mentioned(tasks, request.text)
    judged = await recent_answer(ports, request)
    task = next(iter(mentioned), judged.task if judged else None)
    listing = replace(request.about(task.name) if task else request, name="examples list", text="")
    if task is None and len(tasks) > 1:
        ways = tuple(Way(label=t.name, request=listing.about(t.name)) for t in tasks[:MAX_OFFERED])
        raise AskFirst(say("no sums", locale=locale), ways=ways)
    try:
        reply = await examples.listing(ports, listing.about((task or tasks[0]).name))
    except NotFound:
        return Reply(title=say("no sums", locale=locale))
    return replace(reply, notes=(say("no sums", locale=locale), *reply.notes))
