"""Which labels a task has, where a sentence asks that: ``what labels do you know``, 一共有几类."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.assistant.acts import plain_words
from core.assistant.place_tasks import task_of_place
from core.assistant.reading.traditional import simplified
from core.assistant.recollection import NEWEST, Recalled
from core.assistant.reply import Reply
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.task_fit import MOST_TASKS
from core.assistant.task_names import tasks_mentioned
from core.assistant.which import MAX_OFFERED
from core.assistant.word_sets import word_set
from core.assistant.wording import say
from core.domain.task import TargetKind

_ASKS: Final = re.compile(
    r"(?:(?:so|and|ok|okay|hey|hi|please|pls)\s+)*"
    r"(?:how many|what are|whats|what|which|list|show me|show|tell me)\s+"
    r"(?:(?:all|the|your|our|its|different|possible|of)\s+)*(?:(?P<led>\w+)\s+)??"
    r"(?:kinds|labels|categories|classes|types|groups|tags)(?:\s+of\s+(?P<of>\w+(?: \w+)?))??"
    r"(?P<tail>(?:\s+(?:are|is|there|do|does|did|can|have|has|you|we|it|i|know|tell|apart|sort|into|"
    r"in|use|got|get|exist|all|total|so|far|now|here|for|this|that|task|the|to|choose|from|learn|"
    r"learnt|learned|taught|been|of|altogether|available))*)"
)
_WHICH_HAN: Final = r"(?:哪?几|哪些|多少|什么)"
_KIND_HAN: Final = r"(?:个?(?:标签|分类|类别|种类|大类|类型)|种|类)"
_ASKS_HAN: Final = re.compile(
    rf"(?P<of>.{{0,8}}?)(?:你|能|会|可以|认识|知道|学[了过]|一共|总共|目前|现在|都|有|分成|分为|分|的)+"
    rf"{_WHICH_HAN}{_KIND_HAN}(?:的?问题)?[呢啊呀了]*"
    rf"|(?P<about>.{{0,8}}?)的?(?:标签|分类|类别|种类)(?:一共|总共|都)*(?:有|是){_WHICH_HAN}个?[呢啊呀]*"
)
_LABELS: Final = re.compile(r"\b(?:labels|categories)\b|标签|类别")
"""Words of what a task tells apart, which texts to classify hardly ask for."""
_LITTLE: Final = word_set("task the this that these your our us all it them ones")
_LITTLE_HAN: Final = re.compile(
    r"任务|这个?|那个?|里面?|中|你|我们|的|都|一共|总共|到底|请问|现在|目前"
)


async def answer_labels(ports: Ports, request: Request) -> Reply | None:
    """Return which labels there are, and how many examples of each; None where none are asked for.

    Raises:
        AskFirst: the sentence may be a text to classify as well.
    """
    words = plain_words(simplified(request.text))
    found = _ASKS.fullmatch(words) or _ASKS_HAN.fullmatch(words.replace(" ", ""))
    if found is None:
        return None
    async with ports.open_work() as work:
        tasks = (await work.tasks.all(request.sender.community))[:MOST_TASKS]
        place = await task_of_place(work, request.sender)
        named = [one for one in tasks if one.name == request.option("task")]
        named = named or list(tasks_mentioned(tasks, f"{request.text} {simplified(request.text)}"))
        here = named or [one for one in tasks if place in (None, one.id)]
        meant = [one for one in here if one.target.kind is TargetKind.CATEGORY]
        recalled = [await ports.recollection.of(work, task) for task in meant]
        counts = [await work.examples.count(task.id) for task in meant]
    is_of_labels = _LABELS.search(words) is not None
    if not (named or is_of_labels):
        recalled = [each for each in recalled if each.task.is_about_texts]
    recalled = [each for each in recalled if _labels_of(each)]
    if not recalled:
        return None
    notes = [say("of the newest", locale=request.sender.locale, count=NEWEST)]
    reply = _reply(recalled, request, notes if max(counts) > NEWEST else ())
    about_texts = [each for each in recalled if each.task.is_about_texts]
    is_sure = (named or is_of_labels) and "task" not in request.options
    if not about_texts or (is_sure and not _left(found, recalled)):
        return reply
    raise _or_classify(request, reply, about_texts)


def _left(found: re.Match[str], recalled: Sequence[Recalled]) -> str:
    """Return the words for what there are kinds of, but for the names of tasks."""
    groups = found.groupdict()
    said = " ".join(filter(None, (groups.get(name) for name in ("led", "of", "about"))))
    for each in recalled:
        said = said.replace(plain_words(each.task.name), " ")
    words = [word for word in said.split() if word not in _LITTLE]
    return "".join(_LITTLE_HAN.sub("", word) for word in words)


def _labels_of(recalled: Recalled) -> Sequence[str]:
    return recalled.task.target.labels or tuple(recalled.known.labels)


def _reply(recalled: Sequence[Recalled], request: Request, notes: Sequence[str]) -> Reply:
    """Return the labels of a task with their examples; of several tasks, the labels of each."""
    locale = request.sender.locale
    numbers = [say("labels counted", locale=locale, count=len(_labels_of(one))) for one in recalled]
    titles = [f"{one.task.name}: {number}" for one, number in zip(recalled, numbers, strict=True)]
    if len(recalled) > 1:
        total = sum(len(_labels_of(one)) for one in recalled)
        lines = [
            f"{title} ({', '.join(_labels_of(one))})"
            for title, one in zip(titles, recalled, strict=True)
        ]
        return Reply(title=say("labels counted", locale=locale, count=total), lines=tuple(lines))
    targets = [example.target for example in recalled[0].newest.values()]
    lines = [
        f"{label}: {say('counted', locale=locale, count=targets.count(label))}"
        for label in _labels_of(recalled[0])
    ]
    return Reply(title=titles[0], lines=tuple(lines), notes=tuple(notes))


def _or_classify(request: Request, reply: Reply, recalled: Sequence[Recalled]) -> AskFirst:
    """Return the labels with the choice to classify the sentence all the same."""
    ways = [
        Way(
            label=say("classify for", locale=request.sender.locale, task=each.task.name),
            request=replace(request.about(each.task.name), name="ask"),
        )
        for each in recalled[:MAX_OFFERED]
    ]
    return AskFirst(reply.title, *reply.lines, *reply.notes, ways=tuple(ways))
