"""Field names in a sentence: as they are, in the plural, misspelt, or by a common synonym."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process

from core.assistant.reading.phrases import Phrases
from core.assistant.reading.plurals import other_numbers
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import STOP_WORDS
from core.assistant.reading.tokens import Token, TokenKind, fold, words_of
from core.assistant.reading.units import is_measure
from core.domain.fields import FieldKind

_CAPITAL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SAME: Final = 80.0
_LEAD: Final = 8.0
_HAVING: Final = ("有没有", "有无", "是否有", "有", "has_", "has ", "with ", "have ")
"""How the names of fields begin that ask whether there is something."""
_ASPECT: Final = re.compile(r"(?<=[\u4e00-\u9fff])[过了](?=[\u4e00-\u9fff])")
"""What says within a Chinese name that something is done: 换过电池."""
_NUMBERED: Final = re.compile("(?:号码?|编号|序号)$")
_SHORTEST_FUZZY: Final = 4
_DENYING: Final = ("un", "non", "in", "im", "dis", "de", "not ", "no ")
"""What makes the opposite of a name: "unused" is no misspelt "used"."""
_SHORTEST_PREFIX: Final = 3

# Which nouns count the same things. A field belongs to the first group that shares a word with
# its name; a group without a field lends its words to the group named beside it.
_NOUNS: Final = (
    ("living hall halls lounge 厅", ""),
    ("bath baths bathroom bathrooms ba 卫", ""),
    ("floor floors storey storeys level etage 楼 层", ""),
    ("bed beds bedroom bedrooms br 室 卧 房 居 居室 间 房间", "room"),
    ("room rooms zimmer", "bed"),
    ("age aged years_old year_old yrs_old yo 岁 年龄", ""),
)


@dataclass(frozen=True, slots=True)
class Named:
    """A slot's name where it stands in the sentence."""

    slot: Slot
    first: int
    stop: int


class Names:
    """The slots of a task by their names."""

    def __init__(self, slots: Sequence[Slot], extra: Iterable[tuple[str, Slot]] = ()) -> None:
        self._literal: dict[str, Slot] = {}
        self._phrases: Phrases[Slot] = Phrases()
        self._fuzzy: dict[str, Slot] = {}
        for slot in slots:
            words = words_of(slot.name)
            self._literal.setdefault(fold(slot.name), slot)
            self._phrases.add(words, slot)
        spoken = [(_spoken(slot), slot) for slot in slots]
        for name, slot in spoken:
            is_free = not self._phrases.get(words_of(name))
            self._fuzzy.setdefault(name if is_free else " ".join(words_of(slot.name)), slot)
        inflected = [(other, slot) for name, slot in spoken for other in other_numbers(name)]
        held = [(held_by(slot), slot) for slot in slots]
        held += [(without_aspect(slot), slot) for slot in slots]
        for name, slot in (*spoken, *inflected, *extra, *held, *_synonyms(slots)):
            if name and not self._phrases.get(words_of(name)):
                self._phrases.add(words_of(name), slot)

    @property
    def count(self) -> int:
        """How many names a fuzzy look-up compares with."""
        return len(self._fuzzy)

    def literal(self, text: str) -> Slot | None:
        """Return the slot of exactly this name, but for case."""
        return self._literal.get(fold(text))

    def of(self, text: str) -> Slot | None:
        """Return the one slot whose name has the words of this text, in singular or plural."""
        found = self._phrases.get(words_of(text))
        return found[0] if len(found) == 1 else None

    def at(self, tokens: Sequence[Token], index: int) -> Named | None:
        """Return the longest name that begins with this token; a bare number is no name."""
        for found, stop in self._phrases.matches_at(tokens, index):
            is_word = any(t.kind in {TokenKind.WORD, TokenKind.HAN} for t in tokens[index:stop])
            is_whole = not any(t.kind is TokenKind.BREAK for t in tokens[index:stop])
            if len(found) == 1 and is_word and is_whole:
                return Named(found[0], index, stop)
        return None

    def nearest(self, text: str) -> Slot | None:
        """Return the slot whose name the text misspells; compares with :attr:`count` names."""
        phrase = " ".join(words_of(text))
        if len(phrase) < _SHORTEST_FUZZY or phrase in STOP_WORDS:
            return None
        best = process.extract(
            phrase, list(self._fuzzy), scorer=fuzz.ratio, score_cutoff=_SAME - _LEAD, limit=2
        )
        if not best or best[0][1] < _SAME:
            return None
        is_ahead = len(best) == 1 or best[0][1] - best[1][1] >= _LEAD
        is_opposite = any(f"{prefix}{best[0][0]}" == phrase for prefix in _DENYING)
        return self._fuzzy[best[0][0]] if is_ahead and not is_opposite else None

    def beginning_with(self, word: str) -> Slot | None:
        """Return the one slot with a word in its name that this one abbreviates: ``min``."""
        if len(word) < _SHORTEST_PREFIX or word in STOP_WORDS:
            return None
        found = {
            slot
            for name, slot in self._fuzzy.items()
            if any(part.startswith(word) for part in name.split())
        }
        return found.pop() if len(found) == 1 else None


def _spoken(slot: Slot) -> str:
    """Return a name as it is said: ``flipper length`` of ``flipper_length_mm``, ``median income``.

    A unit at its end is dropped, and words that only capitals part are parted.
    """
    words = words_of(_CAPITAL.sub(" ", slot.name))
    unit = words_of(slot.unit or "")
    bare = words[: -len(unit)] if unit and words[-len(unit) :] == unit else words
    return " ".join(bare if bare and not set(bare) <= STOP_WORDS else words)


def held_by(slot: Slot) -> str:
    """Return what a yes-or-no field asks for: 电梯 of 有电梯, "garden" of "has garden"."""
    if slot.kind is not FieldKind.YES_NO:
        return ""
    name = fold(slot.name)
    lead = next((lead for lead in _HAVING if name.startswith(lead)), "")
    return name.removeprefix(lead) if lead else ""


def without_aspect(slot: Slot) -> str:
    """Return the Chinese name of a yes-or-no field without what says that it is done: 换电池."""
    name = fold(slot.name)
    is_done = slot.kind is FieldKind.YES_NO and _ASPECT.search(name) is not None
    return _ASPECT.sub("", name) if is_done else ""


def numbered_slot(slots: Sequence[Slot]) -> Slot | None:
    """Return the one slot of a number that is said with 号 behind it: 号码, 编号, 座号."""
    found = [slot for slot in slots if slot.kind is FieldKind.NUMBER and slot.key is not None]
    found = [slot for slot in found if _NUMBERED.search(fold(slot.name))]
    return found[0] if len(found) == 1 else None


def _synonyms(slots: Sequence[Slot]) -> list[tuple[str, Slot]]:
    """Return the nouns that stand for the one number field that counts such things."""
    counted: dict[str, list[Slot]] = {}
    for slot in slots:
        is_count = slot.unit is None or not is_measure(slot.unit)
        if slot.kind is FieldKind.NUMBER and is_count and slot.key is not None:
            own = set(words_of(slot.name))
            nouns = next((nouns for nouns, _ in _NOUNS if own & set(nouns.split())), None)
            if nouns is not None:
                counted.setdefault(nouns, []).append(slot)
    hao = numbered_slot(slots)
    found = [("号", hao)] if hao is not None else []
    for nouns, other in _NOUNS:
        lender = next((group for group, _ in _NOUNS if other and group.startswith(other)), "")
        ones = counted.get(nouns) or counted.get(lender, [])
        if len(ones) == 1:
            found += [(noun.replace("_", " "), ones[0]) for noun in nouns.split()]
    return found
