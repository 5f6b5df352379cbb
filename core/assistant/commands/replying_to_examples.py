"""Replies to the card of an example: what one puts right, it puts right of that example."""

import re
from dataclasses import replace
from typing import Final

from core.assistant.acts import ends_as_question
from core.assistant.commands.amending import amending_words, change_offered
from core.assistant.commands.sentences import understand
from core.assistant.commands.teaching import own_example
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
    bare = "" if ends_as_question(request.text) else _ARROW_FIRST.sub("", request.text)
    if said or bare:
        async with ports.open_work() as work:
            number = request.option("number")
            example = await work.examples.numbered(request.sender.community, int(number))
            task = await work.tasks.get(example.task_id)
            known = (await ports.recollection.of(work, task)).known
        question = change_offered(ports, request, example, task, known, said or bare)
        if question is not None:
            async with ports.open_work() as work:
                await own_example(work, request)
            raise question
    if said:
        locale, number = request.sender.locale, request.option("number")
        raise Unsure(say("edits example", locale=locale, number=number))
    sentence = replace(request, name="sentence", options={})
    is_question = ends_as_question(request.text)
    if is_question:
        sentence = await _about_its_task(ports, request, sentence)
    return await understand(ports, sentence)


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
