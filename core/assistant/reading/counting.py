"""What people say around a number that counts or estimates: "nearly 20 people came", 大概20人."""

from collections.abc import Sequence
from typing import Final

from core.assistant.reading.phrases import phrase_at, phrases
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import OTHER_AMOUNTS
from core.assistant.reading.surroundings import tail_at
from core.assistant.reading.tokens import Token, TokenKind, tokenise
from core.domain.task import Target

_PEOPLE: Final = phrases(
    "people|persons|person|ppl|folks|guests|guest|attendees|attendants|participants|members|"
    "member|players|player|visitors|students|users|heads|leute|personen|gäste|人 次|人|位|名"
)
_THINGS: Final = phrases(
    "copies|copy|pieces|piece|pcs|pcs .|items|item|件|本|张|份|次|台|部|场|套|只|条"
)
_ESTIMATES: Final = phrases(
    "maybe|perhaps|probably|possibly|i think|i guess|i believe|i 'd say|i would say|i ' d say|"
    "some|like|only|just|exactly|precisely|nearly|almost|close to|a total of|total of|in total|"
    "total|estimated|an estimated|est|est .|c .|ca .|pretty much|somewhere|in the region of|"
    "give or take|it ended up being|ended up being|a good|paid|i paid|we had|"
    "ungefähr|etwa|rund|zirka|fast|nur|genau|"
    "大 约|大 概|大 致|约|差 不 多|将 近|接 近|近|几 乎|估 计|可 能|也 许|好 像 是|"
    "好 像|应 该 是|应 该|一 共|总 共|共|刚 好|正 好|只|仅|只 有|仅 有|也 就|"
    "来 了|到 了|有|花 了|用 了|卖 了"
)
"""Words before a number that say how it was found, and do not change it."""
_CLOSING: Final = phrases(
    "came|showed up|turned up|turned out|attended|joined|were there|were here|present|"
    "in total|in all|in the end|all in all|all in|total|altogether|overall|exactly|precisely|"
    "roughly|approximately|i think|i guess|i believe|maybe|probably|or thereabouts|flat|today|"
    "yesterday|来 了|到 了|到 场|参 加|出 席|吧|呢|了"
)
"""Words after a number that do not change it."""


def counted_stop(tokens: Sequence[Token], stop: int, slot: Slot) -> int | None:
    """Return where the word ends that says what a number counts: ``19 people``, 19个人左右.

    None where what follows it changes the number: ``19 people or more``.
    """
    first = stop
    if stop < len(tokens) and tokens[stop].text == "个":
        stop += 1
    ends = [phrase_at(tokens, stop, nouns) for nouns in _nouns_of(slot)]
    stop = next((end for end in ends if end), stop)
    if stop == first:
        return first
    tail = tail_at(tokens, stop, is_worded=False)
    return None if tail.is_altered else tail.stop


def _nouns_of(slot: Slot) -> list[dict[str, list[tuple[str, ...]]]]:
    """Return what the slot may count: no people where it counts copies, nothing beside a unit."""
    if isinstance(slot.owner, Target) and slot.owner.scale is not None:
        return []
    about = tokenise(slot.unit or slot.name)
    named = [
        nouns
        for nouns in (_PEOPLE, _THINGS)
        if any(phrase_at(about, at, nouns) for at in range(len(about)))
    ]
    return named if named or slot.unit else [_PEOPLE, _THINGS]


def counts_people(slot: Slot) -> bool:
    """Return whether a slot is of a number of people, by its name or unit."""
    about = tokenise(f"{slot.name} {slot.unit or ''}")
    return any(phrase_at(about, at, _PEOPLE) for at in range(len(about)))


def without_remarks(tokens: Sequence[Token], *, is_before: bool) -> list[Token]:
    """Return the tokens without the remarks that do not change the number beside them."""
    left, at = [], 0
    while at < len(tokens):
        end = phrase_at(tokens, at, _ESTIMATES if is_before else _CLOSING)
        if end is None:
            left.append(tokens[at])
        at = end or at + 1
    return left


def is_closed(tokens: Sequence[Token], stop: int) -> bool:
    """Return whether a remark stands there that does not change the number before it."""
    return phrase_at(tokens, stop, _CLOSING) is not None


def is_another_amount(before: Sequence[Token], slot: Slot) -> bool:
    """Return whether the words before it in its clause say that it is not what was asked for."""
    breaks = [at for at, token in enumerate(before) if token.kind is TokenKind.BREAK]
    own = before[breaks[-1] + 1 :] if breaks else before
    texts, name = [token.text for token in own], slot.name.casefold()
    others = [word for word in OTHER_AMOUNTS if word not in name]
    joined = "".join(texts)
    return any(word in texts or (not word.isascii() and word in joined) for word in others)
