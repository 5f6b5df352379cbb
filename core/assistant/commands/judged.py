"""The answer that a plain sentence judges, and the one truth that it says of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from core.assistant import show
from core.assistant.act_words import AMOUNT
from core.assistant.acts import Spoken, ends_as_question, plain_words
from core.assistant.commands.answered import named_prediction
from core.assistant.commands.label_words import LabelsSaid, labels_said
from core.assistant.commands.other_cases import whether_another
from core.assistant.error_words import words_of
from core.assistant.no_outcomes import without_lateness
from core.assistant.place_tasks import task_of_place
from core.assistant.reading import Known, beside_truth, is_amount, read_truth
from core.assistant.reading.early_arrivals import is_of_delay
from core.assistant.reading.leftovers import is_idle
from core.assistant.reading.sheet import Sheet
from core.assistant.request import TARGET, AskFirst, Ports, Request, Unsure, Way
from core.assistant.settling import unread_words
from core.assistant.show import clip
from core.assistant.task_fit import others_named
from core.assistant.told_amounts import THINGS, tells_of_something_else
from core.assistant.word_sets import word_set
from core.assistant.wording import say
from core.domain.fields import NAMED_KINDS, show_plain
from core.domain.forecast import Audience, Prediction
from core.domain.task import TargetKind, Task, Truth
from core.errors import InvalidValue, NotFound
from core.ports.work import Work

_LITTLE = word_set(
    "a an and the it its is was that thats this should be been have i think guess probably",
    "actually after all really clearly instead rather more like please of for about around",
    "exactly to at up rating in end total finally",
)
"""Words beside a truth that change nothing of it."""
_ARTICLES = frozenset(["a", "an"])
_LITTLE_HAN = re.compile(r"^(?:应该|其实|那|这|它|就|是|为)+|(?:才对|吧|了|的|啊|呢|哦)+$")
_AFTER = re.compile(
    r"(?:(?<!\s)\s+(?:from|for) me|(?<=[天时分秒周月年])[才就][一-鿿]{1,3}?|[吧啊呢哦])"
    r"[\s.!。！]*$",
    re.IGNORECASE,
)
"""What follows a truth and changes nothing of it."""
_RATING = re.compile(r"[\d ]+(?:stars?|points?|分|颗?星|out of \d+)?(?: (?:from|for) me)?")
"""A number that is no part of a title, such as 12 Monkeys; words are without signs."""
_SUBJECT = re.compile(
    r"(?:^|[,，、:：;；!！。])\s*(?:no\s+)?(?:the\s+)?(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,2}?)"
    r"\s*(?:是|\b(?:was|is)\b)\s*[^\s\w]?\d",
    re.IGNORECASE,
)
"""What an amount is said to be of: 西湖 of 不对，西湖是7斤."""
_THINGS_HAN = re.compile(r"[我你他她它这那]|其实|应该|结果|答案|实际|最[后终]|总|正确|真|数|一共")
"""What the amount itself may be called, or what was asked about."""
_ASKED_OF = "asked of"
"""The option that holds the answer which was the last when a card asked about a sentence."""
_NO_ANSWER = "none"
_BARE_NUMBER = re.compile(r"[^\w]*[\d.,]+\s?[^\W\d_]{0,8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An answer, its task, and what that has seen."""

    prediction: Prediction
    task: Task
    known: Known


async def judged_answer(ports: Ports, work: Work, request: Request) -> Judged | None:
    """Return the answer of the request's number, or the one shown last; None where there is none.

    Where something else was shown last it is the sender's newest. That is not meant in a channel
    that is for another task, where another is named, or in a reply to the card of an example.
    """
    if request.option("example"):
        return None
    asked_of = request.option(_ASKED_OF)
    if asked_of == _NO_ANSWER and not request.option("number"):
        return None
    shown = None if request.option("number") else asked_of or ports.shown.of(request.sender)
    named = {"number": str(shown)} if shown is not None else {}
    about = replace(request, options={**request.options, **named})
    try:
        prediction, task = await named_prediction(work, about)
    except NotFound:
        return None
    place_task = await task_of_place(work, request.sender)
    is_named = request.option("task") in ("", task.name)
    is_here = place_task in (None, task.id) and is_named
    if not request.option("number") and not (is_named if shown is not None else is_here):
        return None
    known = (await ports.recollection.of(work, task)).known
    return Judged(prediction=prediction, task=task, known=known)


async def recent_answer(ports: Ports, request: Request) -> Judged | None:
    """Return the answer that the sender got last, where they may still go on from it."""
    async with ports.open_work() as work:
        judged = await judged_answer(ports, work, request)
    if request.option(_ASKED_OF):  # it was recent when the card asked
        return judged
    is_recent = judged and judged.prediction.answered_at >= ports.last_answers_since()
    return judged if is_recent else None


async def with_answer_kept(ports: Ports, request: Request, asked: AskFirst) -> AskFirst:
    """Return a question whose choices go on from the answer that was the last when it was asked.

    A choice may be pressed when the sender was answered something else since.
    """
    if not any(_goes_on(way.request) for way in asked.ways):
        return asked
    judged = await recent_answer(ports, request)
    answer = str(judged.prediction.number) if judged else _NO_ANSWER
    ways = tuple(
        replace(
            way,
            request=replace(way.request, options={_ASKED_OF: answer, **way.request.options}),
        )
        if _goes_on(way.request)
        else way
        for way in asked.ways
    )
    return AskFirst(
        asked.title, *asked.lines, ways=ways, is_personal=asked.is_personal, asks=asked.asks
    )


def _goes_on(request: Request) -> bool:
    """Return whether a choice reads a sentence again, which may go on from the last answer."""
    return request.is_sentence and not request.option("number")


def truth_said(text: str, spoken: Spoken, judged: Judged) -> Truth | None:
    """Return the one truth that a sentence says of an answer; None where it is not clear."""
    if judged.task.target.kind is TargetKind.CATEGORY:
        return label_in(text, judged)
    if judged.task.is_about_texts and not says_number_alone(spoken):
        return None
    try:
        found = read_truth(_AFTER.sub("", text), judged.task.target, judged.known)
    except InvalidValue:
        return None
    return found if isinstance(found, float) else None


def number_told(request: Request, judged: Judged, truth: Truth) -> AskFirst | Unsure:
    """Return the question whether a told truth is to be learned; else why it is not asked.

    Words that reply to the answer are about it; others may tell their number of something else.
    """
    values = judged.prediction.question.values
    is_reply = bool(request.option("number"))
    if is_reply or not tells_of_something_else(request.text, judged.task, values):
        return offer_correction(request, judged, truth)
    text = clip(request.text.strip(), show.SENTENCE)
    title = say("is it asked", locale=request.sender.locale, text=text)
    return Unsure(f"{title}\n{correction_hint(request, judged)}")


def check_on_scale(request: Request, spoken: Spoken, judged: Judged) -> None:
    """Return unless a number alone is said after the answer of a rating that it cannot be.

    Raises:
        Unsure: it is none of the scale.
    """
    scale = judged.task.target.scale
    is_said = spoken.act is AMOUNT or says_number_alone(spoken)
    is_rating = is_said and _RATING.fullmatch(spoken.rest) is not None
    if scale is None or not is_rating or ends_as_question(request.text):
        return
    try:
        judged.task.target.check(
            read_truth(_AFTER.sub("", request.text), judged.task.target, judged.known)
        )
    except InvalidValue as error:
        locale = request.sender.locale
        why = words_of(error, locale)
        raise Unsure(f"{why}\n{correction_hint(request, judged)}") from None


def says_number_alone(spoken: Spoken) -> bool:
    """Return whether nothing but a number follows the words that lead to it."""
    return bool(spoken.words) and is_number_alone(spoken.rest)


def is_number_alone(words: str) -> bool:
    """Return whether plain words are a number, beside little words that change nothing of it."""
    said = " ".join(word for word in words.split() if word not in _LITTLE)
    bare = _LITTLE_HAN.sub("", said)
    if _BARE_NUMBER.fullmatch(bare) is not None or is_amount(bare):
        return True
    rest = list(dropwhile(lambda word: word in _LITTLE - _ARTICLES, words.split()))
    return is_amount(" ".join(rest))  # "an hour and a half"


def denies_label(text: str, judged: Judged) -> bool:
    """Return whether a sentence denies a label and says nothing but that: 不是催单."""
    said = _labels_said(text, judged)
    return said is not None and bool(said.denied)


def bare_label(text: str, judged: Judged) -> str | None:
    """Return the one label of which a text consists, beside little words: ``gears obviously``."""
    said = None if ends_as_question(text) else _labels_said(text, judged)
    return said.truth(_labels(judged)) if said and not said.denied else None


def label_in(text: str, judged: Judged) -> str | None:
    """Return the one label that a text affirms, or leaves of two, and says nothing else."""
    said = _labels_said(text, judged)
    return said.truth(_labels(judged)) if said else None


def _labels_said(text: str, judged: Judged) -> LabelsSaid | None:
    if judged.task.target.kind is not TargetKind.CATEGORY:
        return None
    return labels_said(text, _labels(judged))


def _labels(judged: Judged) -> Sequence[str]:
    return judged.task.target.labels or judged.known.labels


def offer_correction(request: Request, judged: Judged, truth: Truth) -> AskFirst:
    """Return the question whether the truth is to be learned; it is never taken unasked."""
    locale, number = request.sender.locale, judged.prediction.number
    shown = show.truth(truth, judged.task.target, locale=locale)
    correction = Request(
        sender=request.sender,
        name="correct",
        options={"number": str(number), "truth": show_plain(truth)},
        delivery=request.delivery,
        settled={TARGET: truth},
    )
    title = say("shall i correct", locale=locale, number=number, truth=shown)
    values = judged.prediction.question.values
    if others := others_named(request.text, values, judged.task, judged.known):
        about = f"?{number} {about_answer(request, judged)}"
        return whether_another(request, judged.task, truth, others, correction, about=about)
    beside = _beside(request, judged)
    if request.option("number"):  # who replied to it sees what it was about
        if request.option("named"):  # in words, perhaps long after it was shown
            beside = (about_answer(request, judged), *beside)
        way = Way(label=say("save it", locale=locale), request=correction, is_yes=True)
        return AskFirst(title, *beside, ways=(way,))
    in_words = say("correct in words", locale=locale, number=number, truth=show_plain(truth))
    label = say("learn truth", locale=locale, truth=clip(shown, 40))
    way = Way(label=label, request=correction, is_yes=True)
    return AskFirst(title, about_answer(request, judged), *beside, in_words, ways=(way,))


def _beside(request: Request, judged: Judged) -> tuple[str, ...]:
    """Return the line about what else is said; beside a label that is little words alone."""
    if judged.task.target.kind is TargetKind.CATEGORY:
        return ()
    text = _AFTER.sub("", request.text)
    text = without_lateness(text) if is_of_delay(judged.task) else text
    said = beside_truth(text, judged.task.target, judged.known)
    return unread_words((*_unknown_subject(request.text, judged), *said), request.sender.locale)


def _unknown_subject(text: str, judged: Judged) -> tuple[str, ...]:
    """Return the name that a truth is said of where the task knows no such item or category."""
    task, found = judged.task, _SUBJECT.search(text)
    if found is None or not any(field.kind in NAMED_KINDS for field in task.fields):
        return ()
    name, fields = found["name"], [field.name for field in task.fields]
    said = [task.name, task.target.name, *fields, *judged.prediction.question.values.values()]
    is_known = any(plain_words(name) in plain_words(str(one)) for one in said)
    sheet = Sheet(name, ())
    if is_known or _THINGS_HAN.search(name) or is_idle(sheet, 0, len(sheet.tokens)):
        return ()
    is_thing = _LITTLE.union(THINGS).issuperset(plain_words(name).split())
    return () if is_thing else (name,)


def correction_hint(request: Request, judged: Judged) -> str:
    """Return the line that says how the answer is put right."""
    number, locale = judged.prediction.number, request.sender.locale
    return say("correct so", locale=locale, number=number, about=about_answer(request, judged))


def about_answer(request: Request, judged: Judged) -> str:
    """Return what the answer was about; its task alone where others read what only one asked."""
    question, sender = judged.prediction.question, request.sender
    if sender.is_overheard and question.audience is not Audience.EVERYONE:
        return judged.task.name
    values = show.values_of(question.values, judged.task, locale=sender.locale)
    return f"{judged.task.name}: {clip(values, 100)}"
