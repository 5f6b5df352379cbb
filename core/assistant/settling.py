"""Doubts: what a sentence may mean is asked or offered, and what was not read is shown."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from core.assistant import show
from core.assistant.kept_ways import keep
from core.assistant.reading import Doubt, Reading, Unclear
from core.assistant.reading.currencies import other_currency
from core.assistant.reading.dates import begins_with_day
from core.assistant.reading.speech import NO, YES
from core.assistant.reply import Choice, Effect, Reply
from core.assistant.request import (
    TARGET,
    AskFirst,
    Ports,
    Request,
    Way,
)
from core.assistant.wording import say
from core.domain.fields import Value, show_plain
from core.domain.identity import FieldKey
from core.domain.task import Task

WITHOUT = "without "
"""What is agreed to begins with it where the words for a field are to be left out."""
_MOST_OFFERED = 4
"""Buttons beside an answer's own, of which a rating has five."""
_MOST_LISTED = 12
_SHORTEST_HAN_NAME = 2
_HAN_VERBS = frozenset("带去出来回走了到给把被让在是有就要会又再还才都跟和与陪")
"""Chinese signs of words around a name rather than of a name."""
_ASKING_YES = frozenset({Doubt.LEFT, Doubt.ASKED})
"""Doubts whose question is answered by a yes."""
_SHOWN_BELOW = frozenset({Doubt.LEFT, Doubt.UNREADABLE})
"""Doubts that the line about what was not read tells already."""
_LEAVING_OUT = frozenset({Doubt.UNLISTED, Doubt.UNREADABLE})
"""Doubts about words that may be left out though they were named."""


def settle(request: Request, task: Task, unclear: Sequence[Unclear]) -> None:
    """Ask about the first doubt that the member has not settled yet.

    Raises:
        AskFirst: there is one.
    """
    for case in unclear:
        if not _is_settled(request, case):
            raise AskFirst(_question(case, task, request), ways=_ways(request, task, case))


def settled_values(request: Request, reading: Reading) -> dict[FieldKey, Value]:
    """Return the values read, with those that the member chose among several readings."""
    values, rest = dict(reading.values), dict[FieldKey, str]()
    for case in reading.offers:
        if case.text_field is not None and _key(case) in request.settled:
            values.pop(case.text_field, None)
            left = rest.get(case.text_field)
            without = case.text_without if left is None else _without_word(left, case.text)
            rest[case.text_field] = without
            if without:
                values[case.text_field] = without
    return values | {FieldKey(k): v for k, v in request.settled.items() if k != TARGET}


def _without_word(text: str, word: str) -> str:
    """Return a text of which another word was taken already without this one."""
    return " ".join(text.replace(word, " ", 1).split())


def offers_in(request: Request, reading: Reading) -> tuple[Unclear, ...]:
    """Return what a question may mean besides what was read of it, still unsettled."""
    return tuple(case for case in reading.offers if not _is_settled(request, case))


def with_names_settled(request: Request, reading: Reading, *, taken: bool) -> Request:
    """Return the request with each name that fits one open category taken as its value, or not."""
    for case in offers_in(request, reading):
        if not _is_left_name(case):
            continue
        if not taken:
            request = request.agree(_without(case))
        elif _is_written_as_name(case.text):
            request = _chosen(request, case, case.readings[0])
    return request


def _is_written_as_name(text: str) -> bool:
    """Return whether words are written as a name and name no day.

    Chinese words with a verb among them are not: no blank tells where the name ends.
    """
    if begins_with_day(text):
        return False
    if text.isascii():
        return text[:1].isupper()
    return len(text) >= _SHORTEST_HAN_NAME and _HAN_VERBS.isdisjoint(text)


def _is_left_name(case: Unclear) -> bool:
    return case.why is Doubt.LEFT and case.text_field is None and case.field is not None


def offers_of_item(reading: Reading, task: Task) -> tuple[Unclear, ...]:
    """Return what may be the item, or a category or a part of its name: which is asked first."""
    item = task.item
    return tuple(c for c in reading.offers if item and item.key in {c.field, c.text_field})


def unread_of(request: Request, reading: Reading) -> tuple[str, ...]:
    """Return what was not read of a sentence, and what the member chose to leave out or against."""
    taken = {c.text for c in reading.offers if _key(c) in request.settled}
    left_out = [
        c.text
        for c in reading.offers
        if _without(c) in request.agreed and c.text_field is None
        if c.why is not Doubt.UNREADABLE
    ]
    against = [
        words
        for case in reading.unclear
        for words, value in zip(case.apart, case.readings, strict=False)
        if words and request.settled.get(_key(case), value) != value
    ]
    truth = str(request.settled.get(TARGET, "")).casefold()
    unread = [rest for words in reading.unread if (rest := _without_all(words, taken))]
    unread = [words for words in unread if words.casefold() != truth]
    return tuple(dict.fromkeys(unread + left_out + against))


def _without_all(words: str, taken: Collection[str]) -> str:
    """Return words without those that are the value of a field."""
    for one in taken:
        words = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", " ", words)
    return " ".join(words.split())


def overlooked_in(request: Request, reading: Reading) -> tuple[str, ...]:
    """Return what was not read of a sentence, and about which the member was not asked."""
    asked = {c.text for c in reading.offers if _is_settled(request, c)}
    return tuple(filter(None, (_without_all(words, asked) for words in reading.unread)))


async def with_doubts(
    ports: Ports, request: Request, task: Task, *, reading: Reading, reply: Reply
) -> Reply:
    """Return an answer with what its question may mean besides, and what was not read of it."""
    offers = offers_in(request, reading)
    lines = (*_offer_lines(offers, task, request), *reply.lines)
    choices = (*reply.choices, *await _offer_choices(ports, request, task, offers))
    offered = replace(reply, lines=lines, choices=choices)
    return with_unread(offered, unread_of(request, reading), request.sender.locale)


def _offer_lines(offers: Sequence[Unclear], task: Task, request: Request) -> tuple[str, ...]:
    """Return what to say of offers on a card that does not wait for an answer."""
    return tuple(_question(case, task, request) for case in offers if case.why not in _SHOWN_BELOW)


def with_unread(reply: Reply, unread: Sequence[str], locale: str) -> Reply:
    """Return the reply that says first what was not read, if anything was not."""
    return replace(reply, lines=(*unread_words(unread, locale), *reply.lines))


def unread_words(unread: Sequence[str], locale: str) -> tuple[str, ...]:
    """Return the line about what was not read; none where everything was."""
    words = show.clip(", ".join(unread), 120)
    return (say("ignored", locale=locale, words=words),) if words else ()


async def _offer_choices(
    ports: Ports, request: Request, task: Task, offers: Sequence[Unclear]
) -> tuple[Choice, ...]:
    """Return a button for each thing that may be meant, which asks again with it settled."""
    locale = request.sender.locale
    ways = [
        Way(
            label=_offer_label(case, reading, task, locale), request=_chosen(request, case, reading)
        )
        for case in offers
        for reading in case.readings
        if case.why is not Doubt.NEAR or reading != case.text
    ]
    return await keep(ports, request.sender, ways=ways[:_MOST_OFFERED]) if ways else ()


def _key(case: Unclear) -> str:
    return case.field or TARGET


def _without(case: Unclear) -> str:
    """Return what is agreed to where the words are to be left out."""
    return f"{WITHOUT}{_key(case)}"


def _is_settled(request: Request, case: Unclear) -> bool:
    return _key(case) in request.settled or _without(case) in request.agreed


def _chosen(request: Request, case: Unclear, reading: Value) -> Request:
    return request.settle(_key(case), reading)


def _name(case: Unclear, task: Task) -> str:
    return task.target.name if case.field is None else task.field(case.field).name


def _shown(case: Unclear, reading: Value, task: Task, locale: str) -> str:
    return show.value_of(reading, _unit(case, task), locale=locale)


def _unit(case: Unclear, task: Task) -> str | None:
    return task.target.unit if case.field is None else task.field(case.field).unit


def _question(case: Unclear, task: Task, request: Request) -> str:
    locale, name = request.sender.locale, _name(case, task)
    text = show.clip(case.text, 60)
    match case.why:
        case Doubt.SEVERAL:
            return say("which reading", locale=locale, text=text, name=name)
        case Doubt.NEAR:
            value = _shown(case, case.readings[0], task, locale)
            return say("near one", locale=locale, text=text, name=name, value=value)
        case Doubt.UNLISTED:
            allowed = task.target.labels if case.field is None else task.field(case.field).options
            listed = ", ".join(show.first_of(allowed, _MOST_LISTED, locale=locale))
            return say("not listed", locale=locale, text=text, name=name, listed=listed)
        case Doubt.LEFT:
            return say("is it that", locale=locale, text=text, name=name)
        case Doubt.UNREADABLE:
            unit = _unit(case, task)
            if unit and (said := other_currency(case.text, unit)):
                return say(
                    "unreadable money", locale=locale, text=text, name=name, unit=unit, said=said
                )
            return say("unreadable", locale=locale, text=text, name=name)
        case Doubt.ASKED:
            value = _shown(case, case.readings[0], task, locale)
            key = "is it a question" if case.text.endswith(("?", "？")) else "is it meant"
            return say(key, locale=locale, name=name, value=value, text=text)


def _ways(request: Request, task: Task, case: Unclear) -> tuple[Way, ...]:
    """Return the answers to choose from; only what was typed may be taken unasked."""
    locale = request.sender.locale
    ways: list[Way] = []
    for reading in case.readings:
        is_typed = case.why is Doubt.NEAR and reading != case.readings[0]
        label = _shown(case, reading, task, locale)
        if is_typed:
            label = say("is new", locale=locale, text=show.clip(label, 40))
        elif case.why in _ASKING_YES:
            label = say("value yes", locale=locale).capitalize()
        elif not isinstance(reading, float) and show_plain(reading).casefold() in YES | NO:
            label = say("name is value", locale=locale, name=_name(case, task), value=label)
        chosen = _chosen(request, case, reading)
        ways.append(
            Way(
                label=label,
                request=chosen,
                is_yes=is_typed and case.is_named,
                effect=Effect.HARMLESS if is_typed else Effect.CHANGES,
            )
        )
    may_be_left_out = case.why in _LEAVING_OUT or not case.is_named
    if may_be_left_out and case.field is not None:
        label = say("leave it out", locale=locale)
        if case.text_field is not None:
            label = say("part of text", locale=locale, name=task.field(case.text_field).name)
        ways.append(Way(label=label, request=request.agree(_without(case))))
    return tuple(ways)


def _offer_label(case: Unclear, reading: Value, task: Task, locale: str) -> str:
    value = show.clip(_shown(case, reading, task, locale), 40)
    return say("name is value", locale=locale, name=_name(case, task), value=value)
