"""Of what a sentence tells a number: of the thing that was asked about, or of something else.

``it was 26`` and ``took us 3 h`` tell how that turned out. ``the meeting is at 7`` has a subject of
its own and a time of day, ``3 of us are going`` is still to come, and ``we waited 20 minutes`` says
what people did with themselves.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from core.assistant.reading import is_measure, is_money_unit
from core.assistant.reading.traditional import simplified
from core.assistant.reading.verbs import PAST, is_past
from core.assistant.word_sets import word_set
from core.domain.fields import Values
from core.domain.task import TargetKind, Task

_CONTRACTIONS: Final = (
    (re.compile(r"\b(i)['’]?m\b"), r"\1 am"),
    (re.compile(r"\b(s?he)['’]?s\b"), r"\1 is"),
    (re.compile(r"\b(we|you|they)['’]re\b"), r"\1 are"),
    (re.compile(r"['’]ll\b"), " will"),
    (re.compile(r"['’]ve\b"), " have"),
    (re.compile(r"['’`]"), ""),
)
_CLAUSES: Final = re.compile(r"[,;:!…–—，。；：！、](?!\d)|\.(?!\d)|\s-\s|\b(?:and|but|so)\b")
_BE: Final = word_set("is are was were be been am")
_LIGHT: Final = word_set("has have had cost needed lasted took got will would should")
_VERBS: Final = (
    _BE | _LIGHT | word_set("goes costs takes needs lasts gets comes starts begins ends")
)
THINGS: Final = word_set(
    "it that this they them these those there we you mine ours yours people everyone everybody "
    "all total sum result answer number amount figure value price truth reality real actual final "
    "whole thing"
)
"""What the thing that was asked about, or its amount, may be called."""
_ONE_PERSON: Final = word_set("i he she")
_LEADING: Final = word_set(
    "no nope nah not hm hmm oh um uh well ah ok okay wait sorry actually honestly so then yeah yes "
    "finally today yesterday only just about around like lol ha haha"
)
"""What may stand before a subject and is none."""
_IN_THE_END: Final = re.compile(r"\b(?:in the end|in total|at last|i (?:think|guess))\b")
_ADVERBS: Final = word_set("only just really also actually even all still then")
_OF_ONESELF: Final = word_set(
    "waited waiting queued queueing slept sleeping woke stayed staying stood sat lay lived living "
    "started starting began beginning opened closed left leaving arrived met "
    "ate eating drank drinking bought read watched smoked"
)
"""What people do with themselves, and when: no amount of something else comes of it."""
_PAYING: Final = word_set("paid pay cost costs charged spent")
_OF_ONESELF_HAN: Final = re.compile(
    r"(?P<verb>[等睡坐站住吃喝买看读排醒])[了过]?(?:大概|大约|差不多|才|整整|足足)*$"
)
_PAYING_HAN: Final = re.compile(r"(?P<verb>[花付])[了过]?(?:大概|大约|差不多|才|整整|足足)*$")
_PERSON_HAN: Final = re.compile(r"(?:我|他|她|你)(?:今年|现在|才|就|都)*(?:是)?$")
_OWN_HAN: Final = re.compile(r"^(?:我|他|她|你)(?:家|的)")
_NUMBER: Final = re.compile(r"\d[\d.,:]*|[一二三四五六七八九十两俩半百千万]+")
_COUNTED_PERSONS: Final = re.compile(r"\s*of (?:us|them|you)\b")
_COUNTED_HAN: Final = re.compile(r"\s*(?:个人|位|名)")
_AT: Final = re.compile(r"\bat (?:about |around |like )?\d{1,2}(?::\d\d)?(?:\s?[ap]\.?m\b.*|\W*$)")
_SETTLED_AT: Final = re.compile(r"\b(?:up|in|out|sold|it|that|this|are|stands|stood) at\b")
"""Where an amount stands, rather than the time of day: ``ended up at 26``."""
_LATER: Final = re.compile(
    r"\b(?:(?:is|are|am) (?:(?:all|only|just|also|still|not) )?(?!during|nothing)\w{2,}ing"
    r"|gonna|will)\b|明天|后天|下周|下个?月|打算|准备|要去|会去|会来"
)
"""What is going on or to come has not turned out yet."""
_SHORTEST_STEM: Final = 4
"""Letters that two forms of a word share: flats and flat, waiting and waited."""


def tells_of_something_else(text: str, task: Task, values: Values) -> bool:
    """Return whether a sentence tells its number of something else than what was asked about.

    Args:
        text: the sentence, which has one number.
        task: the task of the answer that was given last.
        values: what was asked about.
    """
    if task.target.kind is not TargetKind.NUMBER:
        return False
    folded = simplified(unicodedata.normalize("NFKC", text).casefold())
    clause = next((part for part in _CLAUSES.split(folded) if _NUMBER.search(part)), folded)
    for contraction, full in _CONTRACTIONS:
        clause = contraction.sub(full, clause)
    names = _names(task, values)
    if _is_later(clause) or _is_time_of_day(clause, names):
        return True
    number = _NUMBER.search(clause)
    before = clause[: number.start()] if number else clause
    after = clause[number.end() :] if number else ""
    if _counts_persons(after, task.target.unit):
        return True
    if clause.isascii():
        words = re.findall(r"[^\W\d_]+", _IN_THE_END.sub(" ", before))
        return _is_other_subject(words, after, task.target.unit, names)
    return _is_other_in_han(before, after, task.target.unit, names)


def _names(task: Task, values: Values) -> str:
    """Return the words by which what was asked about may be called, or what happened to it."""
    fields = (field.name for field in task.fields)
    said = [task.name, task.target.name, *fields, *map(str, values.values())]
    return simplified(" ".join(said).casefold())


def _is_later(clause: str) -> bool:
    later = _LATER.search(clause)
    return later is not None and not re.match(r"\W*(?:it|that|this)\b", clause)


def _is_time_of_day(clause: str, names: str) -> bool:
    if not _AT.search(clause) or _SETTLED_AT.search(clause):
        return False
    return not re.search(r"\b(?:time|hour|when)\b", names)


def _counts_persons(after: str, unit: str | None) -> bool:
    is_count = _COUNTED_PERSONS.match(after) or _COUNTED_HAN.match(after)
    return bool(is_count) and unit is not None and is_measure(unit)


def _is_other_subject(words: Sequence[str], after: str, unit: str | None, names: str) -> bool:
    at = next((at for at, word in enumerate(words) if _is_verb(word)), None)
    if at is None or _is_named(words[: at + 1], names):
        return False
    subject, verb, behind = _subject(words[:at]), words[at], words[at + 1 :]
    if subject[-1:] in (["it"], ["that"], ["this"]) or behind[:1] == ["it"]:
        return False
    if not _OF_ONESELF.isdisjoint(words[at:]):
        return True
    is_bare = _is_bare(after)
    if verb in _PAYING and is_bare and not (unit is None or is_money_unit(unit)):
        return True
    if verb in _BE and not _ONE_PERSON.isdisjoint(subject):
        return True
    if verb in _BE and "we" in subject and unit is not None and is_measure(unit):
        return True
    is_told = not is_bare or (verb not in _BE and not verb.endswith("s"))
    return _is_thing_apart(subject, is_told=is_told)


def _subject(words: Sequence[str]) -> list[str]:
    """Return the words before a verb without those that only lead to its subject."""
    return [word for word in words if word not in _LEADING | _ADVERBS]


def _is_bare(after: str) -> bool:
    """Return whether no unit follows a number."""
    return re.match(r"\s*(?:[^\W\d_](?<![吧了啊呢哦])|[€$£¥%])", after) is None


def _is_verb(word: str) -> bool:
    return word in _VERBS or word in _OF_ONESELF or is_past(word, PAST)


def _is_thing_apart(subject: Sequence[str], *, is_told: bool) -> bool:
    """Return whether a subject is a thing of its own: ``lunch``, ``my bike``.

    ``the bike`` may be what was asked about where its amount is told: ``the bike took 35 min``.
    """
    if not subject or not (THINGS | _ONE_PERSON).isdisjoint(subject):
        return False
    is_definite = subject[0] == "the" and len(subject) > 1
    return not (is_definite and is_told)


def _is_other_in_han(before: str, after: str, unit: str | None, names: str) -> bool:
    own = _OF_ONESELF_HAN.search(before)
    if own and own["verb"] not in names:
        return True
    pays = _PAYING_HAN.search(before)
    if pays and _is_bare(after) and not (unit is None or is_money_unit(unit)):
        return True
    return bool(_PERSON_HAN.search(before) or _OWN_HAN.match(before.strip()))


def _is_named(words: Iterable[str], names: str) -> bool:
    said = re.findall(r"[^\W\d_]+", names)
    return any(_are_alike(word, name) for word in words for name in said)


def _are_alike(one: str, other: str) -> bool:
    """Return whether two words are forms of one: ``flat`` and ``flats``."""
    if min(len(one), len(other)) < _SHORTEST_STEM:
        return one == other and len(one) > 2 and one not in _VERBS | THINGS
    return one[:_SHORTEST_STEM] == other[:_SHORTEST_STEM] and one not in THINGS
