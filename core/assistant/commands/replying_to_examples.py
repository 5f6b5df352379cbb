"""Replies to the card of an example: what one puts right, it puts right of that example."""

import re
from dataclasses import replace
from typing import Final

from core.assistant.acts import ends_as_question, heard
from core.assistant.commands.agreeing import agrees_with_answer
from core.assistant.commands.amending import amending_words, change_offered, question_of_change
from core.assistant.commands.amendments import amendment_in
from core.assistant.commands.sentences import understand
from core.assistant.commands.teaching import own_example
from core.assistant.named_changes import names_number
from core.assistant.reply import Reply
from core.assistant.request import AskFirst, Ports, Request, Unsure
from core.assistant.which import find_task
from core.assistant.wording import say

_ARROW_FIRST: Final = re.compile(r"^\s*(?:->|→|=>|➜|⇒)\s*")


async def answer_reply_to_example(ports: Ports, request: Request) -> Reply:
    """Offer to change the example as a reply to its card says; else take the reply as a sentence.

    Raises:
        AskFirst: it says what is right instead, or something else that is asked about first.
        NotAllowed: it puts right what another member taught.
        Unsure: it means to put something right, but not what can be read.
    """
    said = amending_words(request.text)
    arrow = _ARROW_FIRST.match(request.text)
    if names_number(request.text):
        return await understand(ports, replace(request, name="sentence", options={}))
    bare = "" if ends_as_question(request.text) else _ARROW_FIRST.sub("", request.text)
    if said or bare:
        await _offer_change(ports, request, said or bare, names_answer=arrow is not None)
    if agrees_with_answer(request.text):
        locale, number = request.sender.locale, request.option("number")
        right = say("a command", locale=locale, name="right")
        raise Unsure(say("replied to example", locale=locale, number=number, command=right))
    spoken = heard(request.text)
    if said or (spoken is not None and spoken.act.commands == ("correct",) and not spoken.rest):
        raise _how_to_edit(request)
    sentence = replace(request, name="sentence", options={"example": request.option("number")})
    is_question = ends_as_question(request.text)
    if is_question:
        sentence = await _about_its_task(ports, request, sentence)
    return await understand(ports, sentence)


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
    async with ports.open_work() as work:
        number = request.option("number")
        example = await work.examples.numbered(request.sender.community, int(number))
        task = await work.tasks.get(example.task_id)
        known = (await ports.recollection.of(work, task)).known
    today = request.sender.day_of(ports.clock())
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
