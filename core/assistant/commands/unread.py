"""A sentence of which nothing was read for the task that seems to be meant."""

from collections.abc import Sequence
from dataclasses import replace

from core.assistant.acts import begins_socially
from core.assistant.commands.judged import correction_hint, judged_answer
from core.assistant.commands.relative_words import SHOWN, relative_words
from core.assistant.reactions import thanks_or_greets
from core.assistant.reading import Known, Unclear
from core.assistant.reply import Reply
from core.assistant.request import AskFirst, Ports, Request, Unsure, Way
from core.assistant.settling import settle
from core.assistant.show import clip
from core.assistant.statements import has_question_words
from core.assistant.task_lines import task_line
from core.assistant.which import MAX_OFFERED, other_tasks
from core.assistant.wording import say
from core.domain.task import Task


async def answer_unread(
    ports: Ports, request: Request, task: Task, known: Known, offers: Sequence[Unclear]
) -> Reply:
    """Return a friendly line where a sentence thanks or greets.

    Args:
        ports: of the assistant.
        request: the sentence.
        task: that it is taken to be about.
        known: what the task has seen.
        offers: values that its words may be of a field.

    Raises:
        AskFirst: one of the offers may be meant, or another task, for it names none. A message
            that was not written to the bot names none either: its task was only chosen.
        Unsure: it says nothing of the task; its fields are named.
    """
    locale, is_chosen = request.sender.locale, "task" in request.options
    is_greeting = thanks_or_greets(request.text) if is_chosen else begins_socially(request.text)
    if not request.is_quoted and is_greeting and not has_question_words(request.text):
        return Reply(title=say("social", locale=locale))
    async with ports.open_work() as work:
        judged = None if request.is_quoted else await judged_answer(ports, work, request)
        is_open = request.is_quoted or "task" not in request.options
        others = await other_tasks(work, task) if is_open else []
        recalled = await ports.recollection.of(work, task)
    relative = relative_words(request.text, task, known)
    is_new = judged is None or judged.task.id != task.id
    if relative and is_new and not request.is_quoted:
        raise Unsure(say("more than what", locale=locale, text=clip(relative, SHOWN)))
    settle(request, task, offers)
    hint = [correction_hint(request, judged)] if judged and judged.task.id == task.id else []
    title = say("nothing read", locale=locale, task=task.name)
    lines = [title, task_line(recalled, locale), *hint]
    if not others:
        raise Unsure("\n".join(lines))
    sentence = request if request.is_quoted else replace(request, name="sentence")
    ways = tuple(Way(label=name, request=sentence.about(name)) for name in others[:MAX_OFFERED])
    raise AskFirst(*lines, say("about another task", locale=locale), ways=ways)
