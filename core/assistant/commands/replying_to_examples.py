"""Replies to the card of an example: what one puts right, it puts right of that example."""

import re
from dataclasses import replace
from typing import Final

from core.assistant.acts import Spoken, ends_as_question, heard
from core.assistant.commands.agreeing import agrees_with_answer
from core.assistant.commands.amending import amending_words, change_offered, question_of_change
from core.assistant.commands.amendments import amendment_in
from core.assistant.commands.asking import ask_in_words
from core.assistant.commands.removing import offer_removal
from core.assistant.commands.restoring import offer_restoring
from core.assistant.commands.sentences import answer_other_act, understand
from core.assistant.commands.teaching import own_example
from core.assistant.commands.told_changes import told_of, without_leads
from core.assistant.grammar import ARROW
from core.assistant.named_changes import names_number
from core.assistant.reactions import is_reaction
from core.assistant.reading import Known
from core.assistant.reply import Reply
from core.assistant.request import AskFirst, Ports, Request, Unsure
from core.assistant.settling import unread_words
from core.assistant.show import clip
from core.assistant.statements import has_question_words
from core.assistant.task_fit import fields_said
from core.assistant.which import find_task, with_leading_task
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.task import Task
from core.errors import NotAllowed

_ARROW_FIRST: Final = re.compile(r"^\s*(?:->|→|=>|➜|⇒)\s*")


async def answer_reply_to_example(ports: Ports, request: Request) -> Reply:
    """Offer to change the example as a reply to its card says; else take the reply as a sentence.

    Raises:
        AskFirst: it says what is right instead, or something else that is asked about first.
        NotAllowed: it puts right what another member taught.
        Unsure: it means to put something right, but not what can be read.
    """
    if names_number(request.text):
        return await understand(ports, replace(request, name="sentence", options={}))
    arrow = _ARROW_FIRST.match(request.text)
    is_question = ends_as_question(request.text)
    said = amending_words(request.text)
    words = said or ("" if is_question else _ARROW_FIRST.sub("", request.text))
    sentence = replace(request, name="sentence", options={"example": request.option("number")})
    if not arrow and await _is_of_its_own(ports, sentence):
        return await understand(ports, sentence)
    if words:
        await _offer_change(ports, request, words, names_answer=arrow is not None)
    if agrees_with_answer(request.text):
        locale, number = request.sender.locale, request.option("number")
        right = say("a command", locale=locale, name="right")
        raise Unsure(say("replied to example", locale=locale, number=number, command=right))
    spoken = heard(request.text)
    is_denial = spoken is not None and "correct" in spoken.act.commands
    if is_reaction(request.text) and not is_denial:
        return Reply(title=say("social", locale=request.sender.locale))
    if said or (spoken is not None and spoken.act.commands == ("correct",) and not spoken.rest):
        await _offer_told(ports, request)
        raise _how_to_edit(request)
    await offer_removal(ports, sentence)
    await offer_restoring(ports, sentence)
    if spoken is not None and _is_other_act(spoken):
        other = await answer_other_act(ports, sentence)
        if other is not None:
            return other
    if is_question or has_question_words(request.text):
        return await _asked(ports, request, sentence)
    await _offer_told(ports, request)
    raise await _unused(ports, request)


def _is_other_act(spoken: Spoken) -> bool:
    """Return whether an act is neither of an answer nor a change of this example."""
    own = ("why", "examples edit")
    return not spoken.act.is_verdict and not any(name in spoken.act.commands for name in own)


async def _is_of_its_own(ports: Ports, sentence: Request) -> bool:
    """Return whether a reply is a lesson of its own, or begins with the name of a task."""
    if ARROW.search(sentence.text):
        return True
    async with ports.open_work() as work:
        return "task" in (await with_leading_task(work, sentence)).options


async def _asked(ports: Ports, request: Request, sentence: Request) -> Reply:
    """Return the answer to a question that says values of a task, the example's unless named.

    Raises:
        Unsure: it says none: what it asks is not of the last answer, nor of another task.
    """
    about = await _about_its_task(ports, request, sentence)
    _, task, known = await _lesson(ports, request)
    if about.option("task") == task.name and not fields_said(about, task, known):
        raise await _unused(ports, request)
    return await ask_in_words(ports, about)


async def _offer_told(ports: Ports, request: Request) -> None:
    """Return where a reply tells nothing of the example that it does not say.

    Raises:
        AskFirst: it does: whether that is to be changed, beside what was not read.
        NotAllowed: it does, but another member taught it.
    """
    example, task, known = await _lesson(ports, request)
    today = request.sender.day_of(ports.clock())
    told = told_of(request.text, example, task, known, today=today)
    if not told.changes:
        return
    async with ports.open_work() as work:
        await own_example(work, request)
    asked = question_of_change(request, example, task, told.changes, said=request.text)
    lines = (*asked.lines, *unread_words(told.unread, request.sender.locale))
    raise AskFirst(asked.title, *lines, ways=asked.ways)


async def _unused(ports: Ports, request: Request) -> Unsure:
    """Return that a reply says nothing of the example, and how that is changed, if they may."""
    locale, number = request.sender.locale, request.option("number")
    text = clip(request.text.strip(), 80)
    try:
        async with ports.open_work() as work:
            await own_example(work, request)
        how = say("edits example", locale=locale, number=number)
    except NotAllowed as error:
        how = str(error)
    unused = say("unused for example", locale=locale, text=text, number=number)
    return Unsure(f"{unused}\n{how}")


async def _lesson(ports: Ports, request: Request) -> tuple[Example, Task, Known]:
    """Return the example replied to, its task, and what that has seen."""
    async with ports.open_work() as work:
        number = int(request.option("number"))
        example = await work.examples.numbered(request.sender.community, number)
        task = await work.tasks.get(example.task_id)
        return example, task, (await ports.recollection.of(work, task)).known


async def correct_example(ports: Ports, request: Request) -> Reply:
    """Offer to change the example as a correction says that replies to its card.

    The command names the answer: a number alone is that, and no field.

    Raises:
        AskFirst: what it says can be read: whether the example is to be changed.
        NotAllowed: another member taught it.
        Unsure: it says nothing that can be read.
    """
    said = request.option("truth") or request.text
    words = amending_words(said) or _ARROW_FIRST.sub("", said)
    await _offer_change(ports, request, words, names_answer=True)
    raise _how_to_edit(request)


async def _offer_change(
    ports: Ports, request: Request, words: str, *, names_answer: bool = False
) -> None:
    """Return where words say no change of the example.

    Args:
        ports: what commands work with.
        request: the reply.
        words: what is right instead.
        names_answer: whether a truth alone is the answer, not what may be a field's value too.

    Raises:
        AskFirst: they do: whether it is to be changed.
        NotAllowed: they do, but another member taught it.
    """
    example, task, known = await _lesson(ports, request)
    today = request.sender.day_of(ports.clock())
    words = words if names_answer else without_leads(words)
    told = amendment_in(words, task, known, today=today) if names_answer else None
    if told is not None and told.truth is not None:
        question: AskFirst | None = question_of_change(request, example, task, (told,), said=words)
    else:
        question = change_offered(ports, request, example, task, known, words)
    if question is not None:
        async with ports.open_work() as work:
            await own_example(work, request)
        raise question


def _how_to_edit(request: Request) -> Unsure:
    number = request.option("number")
    return Unsure(say("edits example", locale=request.sender.locale, number=number))


async def _about_its_task(ports: Ports, request: Request, sentence: Request) -> Request:
    """Return a question of the example's task, unless it names another."""
    async with ports.open_work() as work:
        try:
            _, named = await find_task(work, sentence)
        except AskFirst:
            named = sentence
        if "task" in named.options:
            return sentence
        example = await work.examples.numbered(
            request.sender.community, int(request.option("number"))
        )
        return sentence.about((await work.tasks.get(example.task_id)).name)
