"""``oops, wrong task``: the lesson or the question just typed was meant for another task.

Nothing is changed unasked: a lesson has a button that takes it back and is told as it would be
typed for the other task; a question is asked again of the task that is chosen.
"""

import re
from collections.abc import Sequence
from typing import Final

from core.assistant import show
from core.assistant.acts import ends_as_question, plain_words
from core.assistant.buttons import undo_choice
from core.assistant.commands.amending import newest_lesson
from core.assistant.commands.amendments import Amendment
from core.assistant.commands.answered import are_told_aside, asked_again
from core.assistant.commands.judged import about_answer, recent_answer
from core.assistant.reply import Reply, Tone
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.task_names import tasks_mentioned
from core.assistant.which import MAX_OFFERED
from core.assistant.word_sets import word_set
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.fields import Value
from core.domain.identity import FieldKey
from core.domain.task import Task

_WORDS: Final = word_set(
    "oops ups whoops oh no ah argh sorry wait hm hmm damn my bad mistake i it that this thats its "
    "was is were meant mean for in to into under of the a an put had have done used picked chose "
    "typed said asked taught saved belongs belong goes should go be been not wrong other different "
    "another one task actually just lol please pls"
)
_KEYS: Final = word_set("wrong other different another not meant belongs should")
_HAN: Final = re.compile(
    r"(?:哎呀?|糟糕?|啊|哦|呃|抱歉|不好意思|对不起|等等|等一下|我|刚才|刚刚|上一?条|[那这]条?|好像|又|都)*+"
    r"(?:(?:[搞弄放选教记存说填发问写用]错了?任务|任务[搞弄放选教记存说填发问写用]?错"
    r"|(?:应该|其实|本来)?(?:是|放|教|属于|说的?是|算)?(?:在|到|给)?(?:另外?一个|别的|其他|不同的?)任务"
    r"|不是(?:给)?[这那]个?任务)(?:里面?|上)?)(?:[了的啦啊呀吧呢哦])*+"
)


async def answer_wrong_task(ports: Ports, request: Request) -> Reply | None:
    """Return how a lesson gets to the task it was meant for; None for any other sentence.

    Raises:
        AskFirst: it is said of a question: of which task it is to be asked.
    """
    if ends_as_question(request.text):
        return None
    async with ports.open_work() as work:
        tasks = await work.tasks.all(request.sender.community)
        named = tasks_mentioned(tasks, request.text)
        if not _is_said(request.text, named):
            return None
        newest = await newest_lesson(work, request)
        if newest is not None:
            is_aside = await are_told_aside(work, request, newest[1], [newest[0]])
            return _move(request, *newest, _others(tasks, named, newest[1]), is_aside=is_aside)
    judged = await recent_answer(ports, request)
    if judged is None or judged.prediction.question.author is not None:
        return None
    text = judged.prediction.question.text
    ways = tuple(
        Way(label=task.name, request=asked_again(request, judged.prediction, task.name, text))
        for task in _others(tasks, named, judged.task)
    )
    if not ways:
        return None
    title = say("asked of other", locale=request.sender.locale)
    raise AskFirst(title, about_answer(request, judged), ways=ways)


def _is_said(text: str, named: Sequence[Task]) -> bool:
    """Return whether a sentence says nothing but that the task was another one."""
    words = plain_words(text)
    if not words.isascii():
        return _HAN.fullmatch(words.replace(" ", "")) is not None
    said = [word for word in words.split() if word not in {task.name for task in named}]
    is_about = "task" in said or bool(named)
    return is_about and _WORDS.issuperset(said) and not _KEYS.isdisjoint(said)


def _others(tasks: Sequence[Task], named: Sequence[Task], own: Task) -> Sequence[Task]:
    """Return the other tasks that may be meant: the ones that are named, else all."""
    others = [task for task in named if task.id != own.id]
    return (others or [task for task in tasks if task.id != own.id])[:MAX_OFFERED]


def _move(
    request: Request, example: Example, task: Task, others: Sequence[Task], *, is_aside: bool
) -> Reply:
    """Return where a lesson is, and how it is taught to another task instead."""
    locale, number = request.sender.locale, example.number
    values: dict[FieldKey, Value] = {
        field.key: example.values[field.key]
        for field in task.typed_fields
        if field.key in example.values
    }
    lesson = Amendment(values=values, truth=example.target).written(task)
    name = others[0].name if len(others) == 1 else "…"
    return Reply(
        title=say("lesson is in", locale=locale, number=number, task=task.name),
        lines=(
            show.example_of(example, task, locale=locale),
            say("move lesson", locale=locale, task=name, lesson=lesson),
        ),
        tone=Tone.ERROR,
        choices=(undo_choice(example, locale),),
        is_personal=is_aside,
    )
