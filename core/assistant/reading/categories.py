"""Categories as they are compared: equal but for case and the like, or merely near."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process

from core.assistant.reading.negation import is_negated
from core.assistant.reading.phrases import Phrases
from core.assistant.reading.plurals import other_numbers
from core.assistant.reading.records import Doubt
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import STOP_WORDS
from core.assistant.reading.stems import weather_forms
from core.assistant.reading.tokens import TokenKind, fold, is_glued, tokenise, words_of
from core.assistant.reading.weekdays import as_spelt
from core.domain.fields import FieldKind
from core.domain.text import name_key, visible

# Measured on sentences written before the code.
_SIMILAR: Final = 75.0
_LEAD: Final = 8.0

_MISSPELT: Final = 80.0
"""WRatio alone finds "in" in "linux"; a match must also be a misspelling or whole words."""
_SHORTEST: Final = 3
_SHORTEST_PART: Final = 4
"""A shorter word of a longer name says too little of it."""

# Letters of other scripts that look like Latin ones: whoever types them means what they see.
_LOOK_ALIKE: Final = str.maketrans("авеіјкмнорѕстухһԁαεικνορτυχ", "abeijkmhopsctyxhdaeiknoptux")
_NUMERALS: Final = {
    word: str(number)
    for words in (
        "one two three four five six seven eight nine ten",
        "first second third fourth fifth sixth seventh eighth ninth tenth",
        "一 二 三 四 五 六 七 八 九 十",
        "i ii iii iv v vi vii viii ix x",
    )
    for number, word in enumerate(words.split(), start=1)
}


@dataclass(frozen=True, slots=True)
class Category:
    """A value that a slot has seen."""

    slot: Slot
    value: str
    key: str
    """Its folded words, as it is compared."""


class Vocabulary:
    """All the categories that a task has seen, by their words."""

    def __init__(self, slots: Iterable[Slot]) -> None:
        self.phrases: Phrases[Category] = Phrases()
        self._entries: dict[Slot, list[Category]] = {}
        for slot in slots:
            if slot.kind is FieldKind.CATEGORY:
                self._entries[slot] = list(_categories_of(slot))
                for entry in self._entries[slot]:
                    self.phrases.add(entry.key.split(), entry)
        self._add_other_forms()

    def _add_other_forms(self) -> None:
        """Make listed categories known in singular and plural, and weather by its verbs.

        A form that is another of them stays that one.
        """
        listed = [one for slot, ones in self._entries.items() if slot.options for one in ones]
        for entry in listed:
            for other in (*other_numbers(entry.key), *weather_forms(entry.key)):
                if all(one.key != other for one in self.phrases.get(other.split())):
                    self.phrases.add(other.split(), entry)

    def of(self, slots: Iterable[Slot]) -> list[Category]:
        """Return what these slots have seen."""
        return [entry for slot in slots for entry in self._entries.get(slot, ())]


def _categories_of(slot: Slot) -> Iterable[Category]:
    for value in dict.fromkeys(slot.seen):
        yield Category(slot, value, " ".join(words_of(visible(value))))


def same_category(text: str, slot: Slot) -> str | None:
    """Return the category that this text names, whatever its case, width or quotes."""
    if text in slot.seen:
        return text
    key = name_key(text)
    for value in slot.seen:
        if name_key(value) == key:
            return value
    words = words_of(visible(text))
    spelt = [words, *(tuple(one.split()) for one in other_numbers(" ".join(words)))]
    alike = [value for value in slot.options if words and words_of(value) in spelt]
    if len(alike) == 1:
        return alike[0]
    bare = _without_own_name(text, slot)
    return as_spelt(text, slot) if bare is None else same_category(bare, slot)


def _without_own_name(text: str, slot: Slot) -> str | None:
    """Return a text without its field's own name behind it: ``rainy weather``, 下雨天气."""
    name = fold(slot.name)
    words = fold(text)
    if slot.holds_item or not words.endswith(name) or words == name:
        return None
    rest = text[: -len(name)]
    is_word = not name.isascii() or not rest[-1:].isalnum()
    return rest.strip() if is_word and rest.strip() else None


def name_goes_on(sheet: Sheet, vocabulary: Vocabulary, stop: int) -> bool:
    """Return whether a plain word follows that may belong to the name: ``linux mint``."""
    if stop >= len(sheet.tokens) or not sheet.is_free(stop):
        return False
    token = sheet.tokens[stop]
    if token.text in {"-", "_"} and is_glued(sheet.tokens, stop):
        return is_glued(sheet.tokens, stop + 1) and sheet.tokens[stop + 1].has_content
    if token.kind is TokenKind.NUMBER:
        return is_glued(sheet.tokens, stop) or stop + 1 == sheet.clause_of(stop)[1]
    is_word = token.kind in {TokenKind.WORD, TokenKind.HAN} and token.text not in STOP_WORDS
    return is_word and not vocabulary.phrases.matches_at(sheet.tokens, stop)


def offer_known(sheet: Sheet, slot: Slot, vocabulary: Vocabulary, first: int, stop: int) -> None:
    """Offer what is allowed in place of words that are not: the one near, or else all."""
    text = sheet.text(first, stop)
    entries, same = vocabulary.of([slot]), same_category(text, slot)
    may_compare = same is None and sheet.may_compare(len(entries))
    near = nearest_category(text, entries) if may_compare else None
    like = near.value if near else same
    readings = (like,) if like else slot.options
    sheet.offer(slot, text, readings, why=Doubt.NEAR if like else Doubt.UNLISTED)


def nearest_category(text: str, entries: Sequence[Category]) -> Category | None:
    """Return the category that may be meant, to be offered; compares with each entry."""
    phrase = " ".join(words_of(visible(text)))
    if len(phrase) < _SHORTEST or is_negated(tokenise(text)):
        return None
    looks = phrase.translate(_LOOK_ALIKE)
    found = process.extract(
        looks,
        [entry.key.translate(_LOOK_ALIKE) for entry in entries],
        scorer=fuzz.WRatio,
        score_cutoff=_SIMILAR - _LEAD,
        limit=8,
    )
    alike = [(score, entries[at]) for key, score, at in found if _is_plausible(looks, key)]
    if not alike or alike[0][0] < _SIMILAR:
        return None
    is_ahead = len(alike) == 1 or alike[0][0] - alike[1][0] >= _LEAD
    return alike[0][1] if is_ahead else None


def _is_plausible(phrase: str, key: str) -> bool:
    """Return whether one is the other misspelt, or whole words of it."""
    if _marks(phrase) != _marks(key):
        return False
    if fuzz.ratio(phrase.replace(" ", ""), key.replace(" ", "")) >= _MISSPELT:
        return True
    words, of = ({word.removesuffix("s") for word in text.split()} for text in (phrase, key))
    return words <= of and any(len(word) >= _SHORTEST_PART for word in words)


def _marks(phrase: str) -> tuple[list[str], list[str]]:
    """Return the numerals and lone letters: an RTX 3080 is no RTX 3090, nor team A team B."""
    words = [_NUMERALS.get(word, word) for word in phrase.split()]
    letters = [word for word in words if len(word) == 1 and word.isascii() and word.isalpha()]
    letters = [letter for letter in letters if letter != "s"]  # "Luigi's"
    return [char for word in words for char in word if char.isdigit()], letters
