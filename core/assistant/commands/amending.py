"""Amending: ``sorry, wind was 9`` right after a lesson is about that lesson."""

import re
from collections.abc import Sequence
from typing import Final

from core.assistant import show
from core.assistant.acts import ends_as_question
from core.assistant.change_words import CLAUSES, without_hedges
from core.assistant.commands.amendments import Amendment, amendments_in
from core.assistant.commands.contrasted import contrasted
from core.assistant.commands.other_cases import whether_another
from core.assistant.raters import shown_to_all
from core.assistant.reading import Known
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.settling import unread_words
from core.assistant.task_fit import others_named, stands_in
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.fields import show_plain
from core.domain.step import Change
from core.domain.task import Task
from core.ports.work import Work

_LEADS: Final = re.compile(
    r"(?:(?:oh|ah|hmm?|wait|hold on|hang on|sorry|oops|whoops|my bad|my mistake|nope|actually|"
    r"correction|typo|fat fingers|slip of the (?:finger|pen)|or(?= \d)|"
    r"no(?=\s*[,.:;!…–—-]|\s+(?:wait|sorry|actually|it|that)\b)|"
    r"(?:i )?(?:miscounted|misread|mistyped|misheard|mismeasured)(?: (?:it|that|them))?|"
    r"i (?:really )?(?:meant?|mistyped)(?: to (?:say|write|type))?|"
    r"(?:i )?(?:also )?forgot(?: to (?:say|add|mention|write|put)(?: that)?)?|"
    r"(?:that|the (?:last|previous)|my last) (?:one|example|lesson)(?: actually| really)?|"
    r"that should be|make (?:that|it)|"
    r"(?:that|it)(?:['’]?s| is| was|['’]s not| wasn['’]?t| isn['’]?t) "
    r"(?:wrong|right|incorrect|not right|off|mis(?:counted|read|typed|heard|measured)))\b"
    r"[\s,.:;!…–—-]*"
    r"|(?:啊|哦|呃|抱歉|对不起|不好意思|不对|不是?(?=\s*[,，.。:：;；!！、])|错了|打错了?|写错了?|说错了?|输错了?|更正|我是说|我说的是|"
    r"手滑了?|手误|笔误|等等|等一下|应该是|其实|忘了[说写填加]|补充?一下|再?补上"
    r"|(?:上面|刚才|刚刚)?[那这上][一]?条(?:例子|记录)?[也都]?(?!\s*(?:不算|别|不要)))[\s,，.。:：;；!！、…]*)+",
    re.IGNORECASE,
)
"""Words that put right what was typed before."""
_TRAILS: Final = re.compile(
    r"(?:(?<![\s,，.。;；–—-])[\s,，.。;；–—-]+|(?=才))"
    r"(?:sorry|my bad|my mistake|typo|i meant?|actually|fat fingers|抱歉|对不起|"
    r"不好意思|手滑了?|手误|笔误|打错了|写错了|说错了|才对|才是)[\s.!。！]*$",
    re.IGNORECASE,
)
_MISTYPED: Final = re.compile(
    r"^(?!我?[写打说输填弄搞]?错|不对)([^\W\d_]{1,12}?)[也都]?"
    r"(?:我?[写打说输填记搞弄抄量算看]错了?|不对|错了)[\s,，]*(?:应该)?是(?=\S)"
)
"""A field's name before the words that put it right: 水温写错了是22度."""
_ADDED: Final = re.compile(
    r"^([^\W\d_]{1,12}?)(?:时间|日期)?[也还再要]*"
    r"(?:补(?:充|上|填)?一下|补上|补充|加上|加一下|填一下|改一下|改下|忘了[说写填加])(?:是)?[\s,，:：]*(?:是)?(?=\S)"
)
"""A field's name before the words that add what a lesson lacks: 下单时间补一下：上个月28号."""
_STILL: Final = re.compile(
    r"还是(?=\W*[\d一二两三四五六七八九十百千])|^\W*(?:go |goes )?back to (?=\W*\d)"
    r"|(?<=\d)\s+after all(?=\W*$)",
    re.IGNORECASE,
)
"""Words beside a number that say it is as before: 还是30, ``back to 30``."""
_BACK: Final = re.compile(r"还是|[变改]回|\b(?:after all|back to)\b", re.IGNORECASE)
"""Words that want a value back that there was before."""
_SHOULD: Final = re.compile(
    r"\bshould (?:be|have been|read|say)\b|应该是|应为|(?<=\w)(?:改成|改为|换成|变成)(?=\w)"
)


async def offer_amended(ports: Ports, request: Request) -> None:
    """Offer to put right the sender's newest lesson, where they have asked nothing since.

    Raises:
        AskFirst: the sentence puts it right.
    """
    words = amending_words(request.text)
    if not words and not _contrasts(request.text):
        return
    async with ports.open_work() as work:
        newest = await newest_lesson(work, request)
        if newest is None:
            return
        example, task = newest
        known = (await ports.recollection.of(work, task)).known
        before = await _before_edit(work, request)
    question = change_offered(ports, request, example, task, known, words, before=before)
    if question is not None:
        raise question


async def _before_edit(work: Work, request: Request) -> Change | None:
    """Return the edit whose former value a sentence wants back: ``30 after all``; else None."""
    if not _BACK.search(request.text):
        return None
    step = await work.steps.newest(request.sender.community, request.sender.member)
    return step.changes[0] if step and step.changes[0].values_before is not None else None


def _takes_back(one: Amendment, edit: Change) -> bool:
    """Return whether something put right is what an edit replaced."""
    values = edit.values_before or {}
    is_truth = one.truth is None or one.truth == edit.target_before
    return is_truth and all(values.get(key) == value for key, value in one.values.items())


def change_offered(
    ports: Ports,
    request: Request,
    example: Example,
    task: Task,
    known: Known,
    words: str,
    *,
    before: Change | None = None,
) -> AskFirst | None:
    """Return the question whether an example is to be changed as words say; None for others.

    Without words that lead to it (none given), only what the example says is put right. Of
    several ways it is the one that takes the edit before back, if one does.
    """
    today = request.sender.day_of(ports.clock())
    words, is_led = words or request.text, bool(words)
    found = amendments_in(request.text, example, task, known, today=today, is_led=False)
    found = found or amendments_in(words, example, task, known, today=today, is_led=is_led)
    others = others_named(words, example.values, task, known)
    beside: Sequence[str] = ()
    if is_led and not found:
        words, beside = _without_reason(words, task)
        found = amendments_in(words, example, task, known, today=today, is_led=True)
    if not found:
        return None
    if before is not None:
        found = [one for one in found if _takes_back(one, before)] or found
    said = next((new for new, _ in contrasted(words)), words)
    truths = [one.truth for one in found if one.truth is not None]
    if truths and not any(others.keys() <= one.values.keys() for one in found):
        way = question_of_change(request, example, task, found, said=said).ways[0]
        about = shown_to_all(example, task, request)
        return whether_another(request, task, truths[0], others, way.request, about=about)
    asked = question_of_change(request, example, task, found, said=said)
    lines = (*asked.lines, *unread_words(beside, request.sender.locale))
    return AskFirst(asked.title, *lines, ways=asked.ways)


def _without_reason(words: str, task: Task) -> tuple[str, Sequence[str]]:
    """Return the one clause with a number, apart from others that say why: ``40, misread it``."""
    clauses = [part.strip() for part in CLAUSES.split(words) if part.strip()]
    told = [part for part in clauses if any(sign.isnumeric() for sign in part)]
    others = [part for part in clauses if part not in told]
    names = [field.name.casefold() for field in task.fields]
    is_of_field = any(stands_in(name, part.casefold()) for name in names for part in others)
    return (words, ()) if len(told) != 1 or is_of_field else (told[0], others)


def question_of_change(
    request: Request, example: Example, task: Task, changes: Sequence[Amendment], *, said: str
) -> AskFirst:
    """Return the question whether an example is to be changed, and in which of several ways."""
    locale, number = request.sender.locale, example.number
    is_one = len(changes) == 1
    shown = [one.described(task, locale) for one in changes]
    labels = [say("change it", locale=locale)] if is_one else [show.clip(one, 40) for one in shown]
    ways = tuple(
        Way(
            label=label,
            request=one.apply(edit_of(request, example, one.written(task))),
            is_yes=is_one,
        )
        for label, one in zip(labels, changes, strict=True)
    )
    change = shown[0] if is_one else show.clip(_one_value(changes) or said, 40)
    key = "change amended" if is_one else "change which"
    title = say(key, locale=locale, number=number, change=change)
    return AskFirst(title, shown_to_all(example, task, request), ways=ways)


def question_of_edit(request: Request, example: Example, task: Task, lesson: str) -> AskFirst:
    """Return the question whether an example is to be changed as a lesson says."""
    locale = request.sender.locale
    title = say(
        "change amended", locale=locale, number=example.number, change=show.clip(lesson, 80)
    )
    edit = edit_of(request, example, lesson)
    way = Way(label=say("change it", locale=locale), request=edit, is_yes=True)
    return AskFirst(title, shown_to_all(example, task, request), ways=(way,))


def _one_value(changes: Sequence[Amendment]) -> str:
    """Return the value that is the same in each of several changes; empty where they differ."""
    values = {
        show_plain(value)
        for one in changes
        for value in (*one.values.values(), *(() if one.truth is None else (one.truth,)))
    }
    return values.pop() if len(values) == 1 else ""


def edit_of(request: Request, example: Example, lesson: str) -> Request:
    """Return what changes an example as a lesson says, which its member has agreed to."""
    return Request(
        sender=request.sender,
        name="examples edit",
        options={"number": str(example.number), "lesson": lesson},
        delivery=request.delivery,
        agreed=frozenset({"fields"}),
    )


def _contrasts(text: str) -> bool:
    """Return whether a short sentence says what is so, and what is not: ``not Tuesday, Friday``."""
    return bool(contrasted(text)) and not ends_as_question(text)


async def newest_lesson(work: Work, request: Request) -> tuple[Example, Task] | None:
    """Return the lesson that the sender taught or changed last; None where they asked since."""
    sender = request.sender
    step = await work.steps.newest(sender.community, sender.member)
    if step is None or step.size != 1:
        return None
    answered = await work.predictions.latest(sender.community, sender.member)
    if answered is not None and answered.answered_at >= step.at:
        return None
    task = await work.tasks.get(step.task_id)
    found = await work.examples.by_ids(task.id, [step.changes[0].first])
    return next(((each, task) for each in found if each.stands), None)


def only_amends(text: str) -> bool:
    """Return whether a sentence says that something is not right, and no more."""
    return _LEADS.fullmatch(without_hedges(text.strip())) is not None


def amending_words(text: str) -> str:
    """Return what a sentence says is right instead; empty where it puts nothing right."""
    if ends_as_question(text):
        return ""
    text = without_hedges(text.strip())
    bare = _MISTYPED.sub(r"\1 ", _TRAILS.sub("", text))
    bare = _ADDED.sub(r"\1 ", bare)
    lead = _LEADS.match(bare)
    is_said = lead is not None or bare != text or _SHOULD.search(bare) is not None
    is_said = is_said or _STILL.match(bare) is not None
    rest = bare[lead.end() :] if lead else bare
    rest = _STILL.sub(" ", _SHOULD.sub(" ", rest))
    return rest.strip(" ,，").removeprefix("是") if is_said else ""
