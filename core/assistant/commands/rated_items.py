"""A rating that a plain sentence gives a known item: offered as a lesson, never forecast."""

import re
from collections.abc import Sequence

from core.assistant.acts import ends_as_question
from core.assistant.commands.amending import amending_words
from core.assistant.commands.lesson_cards import save_way, whether_to_learn
from core.assistant.reading import Known, read_truth
from core.assistant.reading.remark_words import is_remark
from core.assistant.reading.verbs import PAST, is_past
from core.assistant.request import AskFirst, Ports, Request
from core.assistant.settling import unread_words
from core.assistant.statements import is_statement
from core.assistant.task_fit import stands_in
from core.assistant.which import find_task
from core.assistant.word_sets import word_set
from core.domain.fields import FieldKind
from core.domain.task import Task
from core.errors import NotFound
from core.ports.work import Work

_NUMBER = r"(?:(?<!\d)\d+(?:\.\d+)?|[一二三四五六七八九十]|★+)"
_POINTS = re.compile(
    rf"{_NUMBER}\s*(?:/|(?:out )?of)\s*\d+(?:\s*(?:stars?|points?|分|颗星|星))?"
    rf"|{_NUMBER}\s*(?:stars?|points?|分|颗星|星)|满分|★+",
    re.IGNORECASE,
)
_QUALIFIES = r"(?:\s+(?:an?|it|that|this|only|just|easily|barely|solid|strong|weak|about|maybe))*"
_GETS = r"(?:gets?|got|deserves?|earns?|earned|scores|scored)"
_HAN_GIVES = r"(?:给|(?<![苏一单双])打|评(?=[了个为]))(?:它|他)?[了过个出为]*[就只才]?"
"""Verbs that tell a rating; 苏打 and the like are nouns."""
_JUST = re.compile(
    rf"\b(?:only|just|easily|barely|solid|strong|weak|{_GETS}){_QUALIFIES}\s+"
    r"(?P<number>\d+(?:\.\d+)?)(?![\w./])"
    r"|\ban?\s+(?P<ours>\d+(?:\.\d+)?)(?=(?:\s+from\s+(?:me|us)\b)?\W*$)"
    rf"|{_HAN_GIVES}\s*(?P<given>\d+(?:\.\d+)?)(?=[吧了啊呢哦]|[^\w./]|$)",
    re.IGNORECASE,
)
"""A rating without a word for points: ``honestly only a 3 this time``."""
_GIVEN = re.compile(
    r"(?:\b(?:give|giving|rate|gave|rated|score|change|make|set|put|should be|(?:is|was)\s+an?)"
    r"|['’]s\s+an?)\b.{0,80}?"
    r"(?P<number>(?<![\w./])\d+(?:\.\d+)?(?![\w./]))",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?<![\w./])\d+(?:\.\d+)?(?![\w./])")
"""A number that is a rating where words before it put something right: ``sorry, Alien 3``."""
_LITTLE = re.compile(
    r"(?:(?:i|we|id|ill|would|will|now|give|gave|gets?|got|deserves?|earns?|earned|rate|rated|"
    r"scored?|scores|only|just|easily|barely|solid|strong|weak|a|an|the|it|to|for|from|me|my|"
    r"rating|of|is|was|s|be|should|actually|make|change|set|put|say|changed|mind|about|on)\b"
    r"|我|把|将|改变?主意|改成|改为|改|觉得|会|还是|现在|其实|重新|应该|就|只|才|给|打|评分|评|个|为|过|的|分数|是|吧|了|啊|呢|[\W_])*",
    re.IGNORECASE,
)
"""Words beside an item and its rating that change nothing of it."""
_GIVES = re.compile(r"\b(?:i|we)\s+(?:give|gave|rate|rated)\b", re.IGNORECASE)
_GIVES_FIRST = re.compile(
    r"^\W*(?:(?:i|we)(?:['’]?d|\s+would)?\s+)?(?:give|gave|giving|rated?|scored?)\s+"
    r"(?!(?:me|us)\b)(?=\S)|^(?:我们?|咱们?)?[会想]?[给把对]\s*(?=\S)",
    re.IGNORECASE,
)
"""The verb before an item that is given a rating."""
_GIVES_LAST = re.compile(
    rf"[\s,，:：–—-]+(?:{_GETS}|(?:i|we)\s+(?:give|gave|rate|rated)\b){_QUALIFIES}\s*$"
    rf"|\s*[:：]{_QUALIFIES}\s*$|\s+an?\s*$"
    rf"|[\s,，:：]*(?:(?:我们?|咱们?)\s*[就只才也会先]?\s*)?{_HAN_GIVES}\s*$",
    re.IGNORECASE,
)
"""The verb between an item and its rating."""
_ENDS = re.compile(
    r"^\s*(?:from\s+(?:me|us)\b(?=\W*$|\s*[,.;!–—-])|[吧了啊呢哦呀]+\W*$)", re.IGNORECASE
)
"""What may follow a rating and says nothing of the item."""
_QUALIFIED = re.compile(rf"{_QUALIFIES}\s*$", re.IGNORECASE)
_ALONE = re.compile(r"\W*(?P<name>[^:：,，;；?？]{1,60})[:：]\s*(?P<number>\d+(?:\.\d+)?)\W*")
"""A number alone behind an item and a colon: ``Dune: 4``."""
_LAST = re.compile(r"[,，.。;；–—]\s*(?P<number>\d+(?:\.\d+)?)[\s.!。！]*$")
"""A number alone behind what was said of an item."""
_DOERS = word_set("i we just finally then today yesterday tonight had")
_BE = word_set("is was are were")
_WHEN = re.compile(
    r"\s+(?:yesterday|today|tonight|again|just now|(?:last|this) [a-z]+|(?:on|at) [a-z]*day|"
    r"at (?:the )?[a-z]+)$"
)
"""When it was, behind a title: ``Kenya light roast yesterday``."""
_WHEN_HAN = re.compile(
    r"^(?:(?:昨天|今天|前天|昨晚|今晚|刚才|刚刚|上周|周末|我们?|又|也|终于)+(?:[一-鿿]{1,2}[了过])?"
    r"|[一-鿿]{1,2}[了过])"
)
_MOST = 120
_MOST_BESIDE = 12
"""Characters of a Chinese remark about an item, beside its points."""
_MOST_OF_VALUE = 4
"""Characters of a Chinese category behind an item; more are a remark."""


async def offer_rating(ports: Ports, request: Request) -> None:
    """Return where a sentence gives no known item a rating.

    Raises:
        AskFirst: it does: whether that is to be learned.
        InvalidValue: the rating is none of the scale.
    """
    text = request.text.strip()
    words = amending_words(text)
    if len(text) > _MOST or text.endswith(("?", "？")):
        return
    if not (_rating_in(text) or _BARE.search(words)):
        return
    async with ports.open_work() as work:
        tasks, asked = await _tasks_of(work, request)
        found = [
            (task, said)
            for task in tasks
            if task.rater
            and task.target.scale
            and (said := _rating_of(asked, task, (await ports.recollection.of(work, task)).known))
        ]
    if len(found) == 1:
        raise _offer(request, *found[0])


def told_rating(text: str, task: Task) -> str | None:
    """Return a sentence that gives an item a rating as a lesson; None where it gives none.

    ``River Loop again, honestly only a 3`` is ``River Loop again, honestly -> 3``.
    """
    if not (task.rater and task.target.scale) or ends_as_question(text):
        return None
    if len({found[0] for found in _POINTS.finditer(text)}) > 1:
        return None
    last = _LAST.search(text)
    span = _told_in(text) or _rating_in(text) or _behind_name(text, task)
    lead = text[: last.start()] if last else ""
    if span is None and last and is_statement(lead, [lead], has_title=True):
        span = last.span("number")  # "Azul was meh, 2"
    if span is None:
        return None
    start, stop = span
    after = _ENDS.sub("", text[stop:])
    rest = _GIVES.sub(" ", f"{_without_giving(text[:start])} {after}".strip())
    return f"{_without_verb(rest.strip(' ,，.。!！'))} -> {text[start:stop]}"


def _without_giving(lead: str) -> str:
    """Return the words before a rating without the verbs that give it: ``I gave Dune a``."""
    item = _GIVES_LAST.sub("", lead)
    bare = _GIVES_FIRST.sub("", item)
    bare = bare if bare == item else _QUALIFIED.sub("", bare)
    return next((each for each in (bare, item) if each.strip()), lead)


def _behind_name(text: str, task: Task) -> tuple[int, int] | None:
    """Return where a number stands alone behind a colon and what is no field's name."""
    alone = _ALONE.fullmatch(text)
    names = {task.target.name.casefold(), *(field.name.casefold() for field in task.fields)}
    is_named = alone is None or alone["name"].strip().casefold() in names
    return None if is_named or alone is None else alone.span("number")


def _told_in(text: str) -> tuple[int, int] | None:
    """Return where a number stands behind words that tell a rating: ``gets a 4``, 给4."""
    just = _JUST.search(text)
    return just.span(just.lastgroup) if just and just.lastgroup else None


def _without_verb(text: str) -> str:
    """Return the title behind the verb that says what was done with it: ``played Splendor``."""
    text = _WHEN_HAN.sub("", text) or text
    words = text.split()
    while words and words[0].islower() and (words[0] in _DOERS or is_past(words[0], PAST)):
        del words[0]
    if not words or not words[0][0].isupper():
        return text
    words = _WHEN.sub("", " ".join(words)).split()
    past = [at for at, word in enumerate(words) if at and (word in _BE or is_past(word, PAST))]
    if past:  # "Gesha tasted like tea": what is said of it is no part of the title
        words[past[0] - 1] = words[past[0] - 1].rstrip(",") + ","
    return " ".join(words)


def rating_said(text: str) -> tuple[int, int] | None:
    """Return where a text has its one rating, in points or behind a verb that gives it."""
    if len({found[0] for found in _POINTS.finditer(text)}) > 1:
        return None
    points = _POINTS.search(text)
    return points.span() if points else _told_in(text)


def says_points(text: str) -> bool:
    """Return whether a text says a number of points or stars."""
    return _POINTS.search(text) is not None


async def _tasks_of(work: Work, request: Request) -> tuple[Sequence[Task], str]:
    """Return the task that a sentence is for and its words; all tasks where it is for none."""
    try:
        task, asked = await find_task(work, request)
    except (AskFirst, NotFound):
        task, asked = None, request
    if task:
        return (task,), asked.text
    is_named = "task" in request.options
    return () if is_named else await work.tasks.all(request.sender.community), request.text


def _rating_of(text: str, task: Task, known: Known) -> tuple[str, str, str] | None:
    """Return the known item, the rating that a sentence gives it, and what else it says of it.

    That is a remark in Chinese (四季春一般般,2分吧): no blank parts it from the item.
    """
    item = task.item
    names = known.categories.get(item.key, ()) if item else ()
    amended = amending_words(text)
    text = amended or text
    folded = text.casefold()
    said = [name for name in names if stands_in(name.casefold(), folded)]
    if not said:
        return None
    name = max(said, key=len)
    at = folded.index(name.casefold())
    lead = text[:at]
    rest = f"{text[:at]} {text[at + len(name) :]}"
    stands = _rating_in(rest)
    if stands is None and amended and (number := _BARE.search(rest)):
        stands = number.span()
    if stands is None:
        return None
    start, stop = stands
    bare = re.sub(r"[’']", "", f"{rest[:start]} {rest[stop:]}")
    if _LITTLE.fullmatch(bare):
        return name, rest[start:stop], ""
    is_led = _LITTLE.fullmatch(_WHEN_HAN.sub("", lead))
    beside = bare[len(lead) :].strip(" ,，。.！!~吧啊呢哦")
    is_one = all(each in name for each in said)
    is_remark = beside.isalpha() and not beside.isascii() and len(beside) <= _MOST_BESIDE
    is_apart = text[at + len(name) :][:1].isspace()
    if _may_be_value(beside, task, known, is_apart=is_apart) or not (
        is_led and is_one and is_remark and says_points(rest)
    ):
        return None
    return name, rest[start:stop], beside


def _may_be_value(beside: str, task: Task, known: Known, *, is_apart: bool) -> bool:
    """Return whether words beside an item say a category that is known, or may be a new one."""
    keys = [f.key for f in task.fields if f.kind is FieldKind.CATEGORY]
    values = [value.casefold() for key in keys for value in known.categories.get(key, ())]
    if any(stands_in(value, beside.casefold()) for value in values):
        return True
    is_short = 0 < len(beside) <= _MOST_OF_VALUE
    return bool(keys) and is_apart and is_short and not is_remark(beside)


def _rating_in(text: str) -> tuple[int, int] | None:
    """Return where a text has its rating: what is said in points comes before a bare number."""
    if points := _POINTS.search(text):
        return points.span()
    given = _GIVEN.search(text)
    return given.span("number") if given else _told_in(text)


def _offer(request: Request, task: Task, said: tuple[str, str, str]) -> AskFirst:
    name, rating, beside = said
    truth = read_truth(rating, task.target, Known())
    shown = f"{truth:g}" if isinstance(truth, float) else rating
    lesson = f"{name} -> {shown}"
    options = {"task": task.name, "lesson": lesson}
    saving = Request(
        sender=request.sender, name="teach", options=options, text=lesson, delivery=request.delivery
    )
    lines = unread_words((beside,) if beside else (), request.sender.locale)
    ways = (save_way(request, saving),)
    return whether_to_learn(request, f"{task.name}: {lesson}", *lines, ways=ways)
