"""What a sentence tells of the answer that its member got last, in passing: offered, never taken.

``nah took us 40 in the end`` says one number and no value of a field. ``nope, turned out to be
the cable`` denies first, which no text to classify does.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.assistant.acts import ends_as_question, heard, plain_words
from core.assistant.change_words import without_hedges
from core.assistant.commands.bare_numbers import or_of_field
from core.assistant.commands.judged import (
    Judged,
    bare_label,
    correction_hint,
    is_number_alone,
    number_told,
    recent_answer,
)
from core.assistant.commands.rated_items import says_points
from core.assistant.commands.stated_texts import whether_label, whether_to_predict
from core.assistant.commands.told_outcomes import offer_outcome
from core.assistant.no_outcomes import (
    is_early,
    is_of_other,
    is_on_time,
    without_lateness,
    without_part,
)
from core.assistant.reading import Doubt, read_said_truth
from core.assistant.reading.early_arrivals import is_of_delay
from core.assistant.reading.traditional import simplified
from core.assistant.request import Ports, Request, Unsure
from core.assistant.show import SENTENCE, clip
from core.assistant.statements import has_question_words
from core.assistant.task_fit import (
    are_new_words,
    names_value,
    others_named,
    without_texts,
)
from core.assistant.which import MAX_OFFERED
from core.assistant.wording import say
from core.domain.fields import Value
from core.domain.task import TargetKind
from core.errors import InvalidValue
from core.ports.work import Work

_THAN_SAID: Final = re.compile(
    r"\bthan (?:you\b|(?:your|the) (?:guess|prediction|forecast|estimate|answer)\b)"
    r"|比你(?:说|猜|估|预测|预计|算|想)",
    re.IGNORECASE,
)
"""Words that tell how far from the answer something was, not what it was."""
_CAME: Final = re.compile(
    r"\b(?:came|arrived|delivered|finished|done|ended|back|here|got it)\s+(?:home\s+)?"
    r"(?:yesterday|today|(?:last|on|this) [a-z]+)(?=\s*[,;.])"
    r"|(?:昨[天晚]|今[天早]|前天|刚才?|上?周[一二三四五六日天])"
    r"[一-鿿]{0,2}(?:[到完好回]|结束)了?(?=[，,；。 ])",
    re.IGNORECASE,
)
"""When the case that was asked about ended, which is none of its values: 昨天到了，用了5天."""
_REMOVING: Final = frozenset({"undo", "examples delete", "task delete", "privacy erase"})
"""What an instruction with a number wants, which tells none."""
_LONGEST: Final = 12
"""Words of a sentence that tells no more than how something turned out."""
_LONGEST_HAN: Final = 30
"""The same in characters, where there are no blanks."""
_CUE: Final = re.compile(
    r"^\W*(?:(?:hm+|oh|um|uh|well|ah|wait|ok)\W+)*"
    r"(?:no|nope|nah|not|wrong|actually|honestly|sorry|turns? out|turned out)\b"
    r"|\b(?:took|was|were|got|ended|came|made|paid|sold|went|in the end|turned out|more like|"
    r"finally|altogether|in total|meant?|closer to|more of an?|should have)\b"
    r"|不对|错了?|不是|其实|实际|最后|结果|一共|总共|才|应该|[一-鿿]了(?=\W*\d|[一二三四五六七八九十两半])|是",
    re.IGNORECASE,
)
"""Words that tell how something turned out, beside a bare number that might be a field's too."""
_DENIES: Final = re.compile(
    r"\W*(?:(?:hm+|oh|um|uh|well|ah|sorry|wait)\W+)*"
    r"(?:nope|nah|not (?:quite|really)|(?:wrong|incorrect|false)(?=\W*[,.!:;…-]|\W*$)"
    r"|no(?=\s*[,.!:;…-]|\s+(?:its?|it['’]s|that|thats|that['’]s|this|they|i|we|you)\b)"
    r"|不对|错了|错啦|不是(?=[，,。！\s])|不(?=[，,。！])|[搞弄猜答]错|你错)",
    re.IGNORECASE,
)
"""What a sentence begins with that denies an answer."""
_LEADING_NO: Final = re.compile(
    r"^\W*(?:(?:hm+|oh|um|uh|well|ah|ok)\W+)*(?:no|nope|nah)\b\W*", re.IGNORECASE
)
_WAS: Final = re.compile(
    r"^\W*was (?=(?:(?:about|around|like|only|just|more|roughly|actually) )*\d)", re.IGNORECASE
)
"""What is left of ``it was`` and is no question: ``was about 40 i think``."""
_HAVE: Final = re.compile(r"['’]ve\b", re.IGNORECASE)
_ONE: Final = re.compile(r"\b(?:one|a|an)\b|一", re.IGNORECASE)
"""It counts nothing where no other number is said: ``nice one``."""
_IDLE_END: Final = re.compile(
    r"(?:才对|才是|(?<=[天时分秒周月年个元块])(?:[才就][一-鿿]{1,3}?了?)?[吧呗啦哦了的]?|[吧呗啦哦])[\s.!。！]*$"
)
_NAME: Final = re.compile(
    r"(?<=[a-z,] )(?!I\b)[A-Z][^\W\d_]{2,}"
    r"|^(?!(?:It|That|This|They|These|There|Those|She|What)\b)[A-Z][^\W\d_]{2,}"
    r"(?= (?:was|is|were)\b)"
)
"""A word that begins with a capital within a sentence, or is the subject that it begins with."""
_OF_ME: Final = re.compile(r"\s(?:from|for|by) me\b", re.IGNORECASE)
_NOT: Final = re.compile(r"(?:\bnot|\bnt|不是|不算|并非|而非|别是)\s*(?:an? |the )?$")


async def offer_told(ports: Ports, request: Request) -> None:
    """Return where a sentence tells no number of the answer that its sender got last.

    Raises:
        AskFirst: it tells one and asks nothing: whether that is to be learned.
        Unsure: it tells that of something else.
    """
    request = replace(request, text=without_hedges(request.text))
    text = simplified(request.text)
    stated = _WAS.sub("", _HAVE.sub(" have", text))
    spoken = heard(text)
    is_other = spoken is not None and not _REMOVING.isdisjoint(spoken.act.commands)
    if is_other or not _is_short(text):  # "forget number 7"
        return
    if ends_as_question(text) or has_question_words(stated):
        return
    judged = await recent_answer(ports, request)
    if judged is None or judged.task.is_about_texts:
        return
    if judged.task.target.kind is TargetKind.CATEGORY:
        offer_outcome(request, judged)
        return
    if not _may_tell(ports, request, judged):
        return
    if _names_other_item(text, judged):
        return
    async with ports.open_work() as work:
        if await _is_of_another(ports, work, request, judged):
            return
    truth = _number_told(text, judged)
    if truth is not None:
        raise or_of_field(request, judged, truth, number_told(request, judged, truth))
    if _THAN_SAID.search(text):
        how_far = say(
            "said how far",
            locale=request.sender.locale,
            text=clip(text, SENTENCE),
            name=judged.task.target.name,
        )
        raise Unsure(f"{how_far}\n{correction_hint(request, judged)}")


def _number_told(text: str, judged: Judged) -> float | None:
    """Return the one number that a sentence tells, whatever denial leads to it: ``nah 40``."""
    task = judged.task
    if is_on_time(text, task):
        return 0.0
    if is_of_delay(task):
        said = _number_in(without_lateness(text), judged)
        return -said if said and is_early(text, task) else said
    is_other = is_early(text, task) or is_of_other(text, task)
    return None if is_other else _number_in(without_part(text), judged)


def _number_in(text: str, judged: Judged) -> float | None:
    """Return the one number of a sentence, without the words around it that change nothing."""
    bare = _IDLE_END.sub("", _OF_ME.sub("", _HAVE.sub(" have", text)))
    for said in (bare, _LEADING_NO.sub("", bare)):
        try:
            truth = read_said_truth(said, judged.task.target, judged.known)
        except InvalidValue:
            continue
        is_word = truth == 1 and _ONE.search(text) and not re.search(r"\d|[★⭐]", text)
        return truth if isinstance(truth, float) and not is_word else None
    return None


def _names_other_item(text: str, judged: Judged) -> bool:
    """Return whether a sentence names another item than the answer was of: ``played Splendor``."""
    item, values = judged.task.item, judged.prediction.question.values
    if item is None:
        return False
    if item.key in others_named(text, values, judged.task, judged.known):
        return True
    own = str(values.get(item.key, "")).casefold()
    said = _NAME.findall(text)
    return any(name.casefold() not in own for name in said)


def _is_short(text: str) -> bool:
    limit = _LONGEST if text.isascii() else _LONGEST_HAN
    return len(text.split() if text.isascii() else text) <= limit


def _may_tell(ports: Ports, request: Request, judged: Judged) -> bool:
    """Return whether the sentence gives no field a value, but for a number that is bare."""
    text, task = simplified(request.text), judged.task
    is_rating = task.target.kind is TargetKind.RATING
    if is_rating and not (says_points(text) or _CUE.search(text)):
        return False
    today, text = request.sender.day_of(ports.clock()), _CAME.sub(" ", text)
    reading = request.readings.of(text, task, judged.known, today=today)
    reading = without_texts(text, task, reading)
    if any(one.is_named and one.why is Doubt.UNREADABLE for one in reading.offers):
        return False  # the number is of that field
    values = reading.values
    said = {
        key: value
        for key, value in values.items()
        if not (
            are_new_words(task.field(key), value, judged.known)
            and (is_rating or _has_figure(value))
        )
    }
    if not said:
        is_of_target = plain_words(text).startswith(plain_words(task.target.name))  # 人均52
        return is_rating or not values or is_of_target or _CUE.search(text) is not None
    truth, words = _number_told(text, judged), plain_words(text)
    is_bare = all(value == truth for value in said.values()) and not any(
        plain_words(task.field(key).name) in words for key in said
    )
    return is_bare and (_CUE.search(text) is not None or is_number_alone(words))


def _has_figure(value: Value) -> bool:
    return any(sign.isdigit() for sign in str(value))


async def _is_of_another(ports: Ports, work: Work, request: Request, judged: Judged) -> bool:
    """Return whether the sentence has words of a category or an item of another task."""
    tasks = await work.tasks.all(request.sender.community)
    others = [task for task in tasks if task.id != judged.task.id and not task.is_about_texts]
    for task in others[:MAX_OFFERED]:
        known = (await ports.recollection.of(work, task)).known
        if names_value(request.text, task, known):
            return True
    return False


async def offer_denied(ports: Ports, request: Request) -> None:
    """Return where a sentence does not deny the answer to a text and say what label it has.

    Raises:
        AskFirst: it does: whether that label is to be learned, or the sentence is a text itself.
    """
    judged = await _denied(ports, request)
    label = _label_denied_by(request, judged) if judged else None
    if judged is None:
        judged = await _recent_text(ports, request)
        label = bare_label(request.text, judged) if judged else None
    if judged is not None and label is not None:
        raise whether_label(request, judged, label)


async def check_denied(ports: Ports, request: Request) -> None:
    """Return where a sentence does not deny the answer that its sender got to a text.

    Raises:
        AskFirst: it does: how the answer is put right, or whether it is a text itself.
    """
    judged = await _denied(ports, request)
    if judged is None:
        return
    hint = correction_hint(request, judged)
    raise whether_to_predict(request, judged.task, (hint,), "is it asked")


async def _denied(ports: Ports, request: Request) -> Judged | None:
    """Return the answer to a text that a sentence denies; None where it denies none."""
    text = request.text
    if not _DENIES.match(text) or ends_as_question(text) or not _is_short(text):
        return None
    return await _recent_text(ports, request)


async def _recent_text(ports: Ports, request: Request) -> Judged | None:
    judged = await recent_answer(ports, request)
    return judged if judged is not None and judged.task.is_about_texts else None


def _label_denied_by(request: Request, judged: Judged) -> str | None:
    labels = _affirmed(request.text, judged)
    return labels[0] if len(labels) == 1 else None


def _affirmed(text: str, judged: Judged) -> Sequence[str]:
    """Return the labels that a sentence mentions and does not deny."""
    if judged.task.target.kind is not TargetKind.CATEGORY:
        return ()
    words = plain_words(text)
    labels = dict.fromkeys((*judged.task.target.labels, *judged.known.labels))
    return [label for label in labels if _mentions(words, plain_words(label))]


def _mentions(words: str, label: str) -> bool:
    around = ("(?<![0-9a-z])", "(?![0-9a-z])") if label.isascii() else ("", "")
    found = re.search(f"{around[0]}{re.escape(label)}{around[1]}", words) if label else None
    return found is not None and not _NOT.search(words[: found.start()])
