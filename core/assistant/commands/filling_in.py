"""Words that answer the bot's question what a field is: ``10`` after ``[€ 9] [€ 11]``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from core.assistant.acts import begins_socially, ends_as_question, heard, plain_words
from core.assistant.assent import agrees, calls_off
from core.assistant.commands.amending import amending_words
from core.assistant.commands.amendments import read_part
from core.assistant.commands.judged import is_number_alone
from core.assistant.commands.label_words import labels_said
from core.assistant.commands.lesson_cards import lesson_card
from core.assistant.commands.teaching import number_in
from core.assistant.commands.told_changes import without_leads
from core.assistant.commands.waiting_lessons import is_led_elsewhere
from core.assistant.grammar import ARROW
from core.assistant.reactions import is_reaction
from core.assistant.reading import Known, beside_truth, is_measured
from core.assistant.reading.traditional import simplified
from core.assistant.request import TARGET, AskFirst, Ports, Request, Unsure
from core.assistant.settling import WITHOUT
from core.assistant.statements import has_question_words
from core.assistant.task_fit import stands_in, takes_any_words
from core.assistant.waiting_questions import WaitingQuestion, saves
from core.assistant.which import find_task
from core.assistant.whole_lessons import read_whole_lesson
from core.domain.fields import Value
from core.domain.identity import FieldKey
from core.domain.task import TargetKind, Task
from core.errors import InvalidValue, NotFound
from core.ports.work import Work

_MOST_WORDS: Final = 2
_MOST_OF_REPLY: Final = 4
"""Words of a new label: of what is typed next, and of a reply to the card."""
_MOST_HAN: Final = 8
"""Characters of one in words without blanks between them."""
_PLAIN: Final = re.compile(r"[^\W\d_]+(?:[ '’/-][^\W\d_]+)*")
"""Words, and no number or sign."""
_OF_SEVERAL: Final = re.compile(r"\d\s+of\b", re.IGNORECASE)
"""A number of somebody or something that is spoken of: ``3 of us``."""
_GREETS_HAN: Final = re.compile(r"多?谢|感谢|再见|拜拜|[早晚]安|辛苦")
"""What begins thanks or a greeting, of whomever: 谢谢安娜."""
_HEDGES: Final = re.compile(
    r"\b(?:maybe|perhaps|probably|roughly|around|approx\.?|approximately|i guess|or so)\b"
    r"|大概|大约|差不多|左右|吧$",
    re.IGNORECASE,
)
"""Words that say how sure a value is, and nothing else."""
_CLAUSES: Final = re.compile(r"[;；，、]|,(?!\d)")


_ASKS: Final = re.compile(
    r"\W*(?:(?:hm+|so|oh|well|and|but|wait|ok(?:ay)?)\b\W*)*+(?:why|how|what|who|which|where|when|"
    r"(?:is|are|was|were|do|does|did|can|could|would)\s+(?:it|that|this|they|you|i|we|there|the))\b"
    r"|.*(?:为什么|为何|怎么|凭什么|是不是)",
    re.IGNORECASE,
)
"""What begins a question, with its mark or without: ``why did you think request``."""
_NONE: Final = frozenset(["none", "neither", "none of them", "none of these", "都不是", "都不对"])
"""Words that take no choice of a card, though one of them is the label of a no elsewhere."""


async def filled_in(ports: Ports, request: Request, waiting: WaitingQuestion) -> Request | None:
    """Return what waits with the value that words say of what was asked; None for other words.

    A label is one that was taught, or that the card offers.
    """
    asked = await _filling(ports, request, waiting)
    if asked is None:
        return None
    if _agrees_with_told(asked, waiting):
        return None
    said, today = asked.said, request.sender.day_of(ports.clock())
    if asked.key == TARGET and asked.task.target.kind is TargetKind.CATEGORY:
        value: Value | None = _label_in(said, asked, today)
    else:
        value = _value_of(said, asked.key, asked.task, asked.known, today)
    if value is None:
        return None
    ways = (way.request for way in waiting.question.ways)
    offered = (each for each in ways if each.settled.get(asked.key) == value)
    return next(offered, asked.before.settle(asked.key, value))


async def label_offered(
    ports: Ports, request: Request, waiting: WaitingQuestion
) -> tuple[Request, AskFirst] | None:
    """Return a lesson that waits with a new label, and the question whether it is to be so.

    It is the whole of a reply to the card, or of what is typed next, where that is a word or two.
    A mere yes to what was told says none of both labels: the same is asked again.
    """
    asked = await _filling(ports, request, waiting)
    if asked is not None and _agrees_with_told(asked, waiting):
        return waiting.request, waiting.question
    if asked is None or asked.key != TARGET or not saves(asked.before):
        return None
    is_reply = bool(request.option("offer"))
    label = _new_label_in(asked, most=_MOST_OF_REPLY if is_reply else _MOST_WORDS)
    if label is None:
        return None
    saving = asked.before.settle(TARGET, label)
    try:
        read = read_whole_lesson(ports, saving, asked.task, asked.known)
    except (AskFirst, Unsure, InvalidValue):
        return None
    saving = replace(saving, agreed=saving.agreed - {"save"})
    card = lesson_card(saving, asked.task, replace(read, is_doubted=True), saving=saving)
    return saving, card


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filling:
    """What words may fill in."""

    said: str
    """The words, without an arrow before them."""
    key: str
    offered: tuple[str, ...]
    """The labels that the card offers."""
    before: Request
    task: Task
    known: Known

    @property
    def labels(self) -> Sequence[str]:
        """Return the labels that were taught, may be, or are offered."""
        return tuple(dict.fromkeys((*self.task.target.labels, *self.known.labels, *self.offered)))


async def _filling(ports: Ports, request: Request, waiting: WaitingQuestion) -> _Filling | None:
    """Return what words may fill in; None where nothing is asked for, or they are their own."""
    asked = asked_of(waiting.request, waiting.question)
    is_asking = ends_as_question(request.text) or _ASKS.match(request.text) is not None
    if asked is None or not request.is_sentence or is_asking:
        return None
    arrow = ARROW.search(request.text)
    said = request.text if arrow is None else request.text[arrow.end() :]
    if arrow is not None and request.text[: arrow.start()].strip():
        return None  # a lesson of its own
    key, before = asked
    async with ports.open_work() as work:
        try:
            task, before = await _task_of(work, before)
        except (AskFirst, NotFound):
            return None
        if task is None:
            return None
        known = (await ports.recollection.of(work, task)).known
    if await is_led_elsewhere(ports, request):
        return None
    truths = (way.request.settled.get(TARGET) for way in waiting.question.ways)
    offered = tuple(truth for truth in truths if isinstance(truth, str))
    return _Filling(said=said, key=key, offered=offered, before=before, task=task, known=known)


async def _task_of(work: Work, request: Request) -> tuple[Task | None, Request]:
    """Return the task of what waits: a lesson, a question, or a change of an example."""
    if request.name == "examples edit":
        number = number_in(request)
        example = await work.examples.numbered(request.sender.community, number)
        return await work.tasks.get(example.task_id), request
    task, bare = await find_task(work, request)
    return task, bare if task is None else bare.about(task.name)


def asked_of(before: Request, question: AskFirst) -> tuple[str, Request] | None:
    """Return the one field, or the target, that a question asks for, and what goes on from it.

    A question that a yes answers asks for none, and neither does one which lesson to change how.
    """
    ways = question.ways
    if question.asks:
        return question.asks, before
    is_of_edit = any(way.request.name == "examples edit" != before.name for way in ways)
    if not ways or is_of_edit or any(way.is_yes for way in ways):
        return None
    keys: set[str] = set()
    for way in ways:
        agreed = way.request.agreed - before.agreed
        keys |= way.request.settled.keys() - before.settled.keys()
        keys |= {each.removeprefix(WITHOUT) for each in agreed if each.startswith(WITHOUT)}
    if len(keys) != 1:
        return None
    [key], first = keys, ways[0].request
    settled = {one: value for one, value in first.settled.items() if one != key}
    return key, replace(first, settled=settled, agreed=first.agreed - {f"{WITHOUT}{key}"})


def _agrees_with_told(asked: _Filling, waiting: WaitingQuestion) -> bool:
    """Return whether a yes may agree with what was told (不行), or be the answer yes."""
    is_told = any(TARGET not in way.request.settled for way in waiting.question.ways)
    is_either = asked.key == TARGET and len(asked.offered) > 1
    return is_either and is_told and agrees(asked.said) is True


def _value_of(text: str, key: str, task: Task, known: Known, today: date) -> Value | None:
    """Return the one value that words are, or each of their clauses is."""
    part = None if key == TARGET else FieldKey(key)
    fields = {field.key: field for field in task.fields}
    if part is not None and (part not in fields or takes_any_words(fields[part])):
        return None
    is_put_right = bool(amending_words(text))  # with a name that is an amendment: shown first
    names = (f.name.casefold() for f in task.fields if is_put_right or f.key != part)
    if any(stands_in(name, text.casefold()) for name in names):
        return None
    for clauses in ([text], _CLAUSES.split(text)):
        words = [without_leads(amending_words(each) or each) for each in clauses]
        said = [read_part(each, part, task, known, today) for each in words]
        is_alone = all(_is_alone(*each) for each in zip(words, said, strict=True))
        if said[0] is not None and is_alone and all(one == said[0] for one in said):
            return said[0]
    return None


def _is_alone(words: str, value: Value | None) -> bool:
    """Return whether words are nothing but a value: ``see you at 9`` is more than a number."""
    if isinstance(value, bool) or not isinstance(value, float):
        return True
    bare = _HEDGES.sub(" ", words).strip()
    is_number = is_number_alone(plain_words(bare)) or is_measured(bare)
    return is_number and not _OF_SEVERAL.search(words)


def _label_in(text: str, asked: _Filling, today: date) -> str | None:
    """Return the label, taught or offered, of which words consist, beside little words."""
    target, known = asked.task.target, asked.known
    labels = asked.labels
    if plain_words(text) in _NONE and plain_words(text) not in map(plain_words, labels):
        return None
    said = labels_said(text, labels)
    if said is not None:
        return said.truth(()) if not said.denied else None
    words = without_leads(amending_words(text) or text)
    read = read_part(words, None, asked.task, known, today)
    is_label = isinstance(read, str) and read in labels and not beside_truth(words, target, known)
    return str(read) if is_label else None


def _new_label_in(asked: _Filling, *, most: int) -> str | None:
    """Return the words that are a label which nobody taught yet; None for talk, and for more.

    Args:
        asked: what may be filled in.
        most: words.
    """
    text, target = asked.said, asked.task.target
    words = without_leads(amending_words(text) or text).strip(" .!。！")
    is_open = target.kind is TargetKind.CATEGORY and not target.labels
    is_short = len(words.split()) <= most and (words.isascii() or len(words) <= _MOST_HAN)
    if not is_open or not is_short or not _PLAIN.fullmatch(words):
        return None
    spoken = heard(text)
    is_talk = (spoken is not None and not spoken.act.needs_truth) or is_reaction(text)
    is_talk = is_talk or begins_socially(text) or _GREETS_HAN.match(simplified(words)) is not None
    is_answer = agrees(text) is not None or calls_off(text) or labels_said(text, asked.labels)
    if is_talk or is_answer or has_question_words(text):
        return None
    try:
        label = target.check(words)
    except InvalidValue:
        return None
    return label if isinstance(label, str) else None
