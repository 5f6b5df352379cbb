"""The words that share a stem with the name of a yes-or-no field: ``rained`` of "raining"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.assistant.reading.names import held_by
from core.assistant.reading.slots import Slot
from core.assistant.reading.tokens import words_of

_ENDINGS: Final = ("y", "ed")
"""What makes an adjective of a noun: "rusty", "discounted"."""
_SHORTEST_STEM: Final = 4
"""Letters: "bus" is no form of "busy"."""
_WEATHER: Final = {
    "rain": ("rains", "rained", "raining", "rainy"),
    "snow": ("snows", "snowed", "snowing", "snowy"),
    "hail": ("hails", "hailed", "hailing"),
    "sleet": ("sleets", "sleeted", "sleeting", "sleety"),
    "drizzle": ("drizzles", "drizzled", "drizzling", "drizzly"),
    "thunder": ("thunders", "thundered", "thundering"),
}
"""Verbs of which nobody is the subject, so that all forms say the same; "park" is no "parking"."""

_ACTING: Final = {"flight": ("fly", "flies", "flying", "flew", "flown")}
"""Verbs of the same sense as a noun, which people are the subject of."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a name."""

    slot: Slot
    is_noun: bool = False
    """Whether it only names what the field asks for, so that a word must say that it is there."""
    is_verb: bool = False
    """Whether such a noun is a verb too: ``rain``."""
    is_stem: bool = False
    """Whether it is the verb of a name in "ing", which may be another noun: "park" of "parking"."""


def forms_of(slots: Sequence[Slot]) -> dict[str, Form]:
    """Return the forms of the slots' names that differ from them, each of one slot only."""
    found: dict[str, Form | None] = {}
    for slot in slots:
        words = words_of(held_by(slot) or slot.name)
        for word, is_noun in _forms(words[0]) if len(words) == 1 else ():
            form = Form(slot, is_noun, is_verb=word in _WEATHER)
            found[word] = form if word not in found else None
        for word in _verbs_of(words[0]) if len(words) == 1 else ():
            found.setdefault(word, Form(slot, is_stem=True))
    names = {word for slot in slots for word in words_of(slot.name)}
    return {word: form for word, form in found.items() if form and word not in names}


def weather_forms(name: str) -> Sequence[str]:
    """Return the other forms of a name for weather, which all say the same: ``it rained``."""
    for verb, others in _WEATHER.items():
        if name == verb or name in others:
            return [form for form in (verb, *others) if form != name]
    return []


def _verbs_of(name: str) -> list[str]:
    """Return the verbs that a name in "ing" may be made of: "swim" of "swimming"."""
    stem = name.removesuffix("ing")
    if stem == name or len(stem) < _SHORTEST_STEM:
        return []
    return [stem, f"{stem}e", *([stem[:-1]] if stem[-1] == stem[-2] else [])]


def _forms(name: str) -> list[tuple[str, bool]]:
    """Return the forms of a name, and whether each is the noun of an adjective."""
    if of_weather := weather_forms(name):
        return [(form, form in _WEATHER) for form in of_weather]
    acting = _ACTING.get(name.removesuffix("s"), ())
    stems = [name[: -len(end)] for end in _ENDINGS if name.endswith(end)]
    stems += [s[:-1] for s in stems if s[-2:-1] == s[-1:]]  # "sunny"
    stems = [stem for stem in stems if len(stem) >= _SHORTEST_STEM]
    forms = [(stem, True) for stem in stems]
    if len(name) >= _SHORTEST_STEM and name.isalpha():
        forms += [(f"{stem}{end}", False) for stem in (name, *stems) for end in _ENDINGS]
    forms += [(form, False) for form in acting]
    return [(form, is_noun) for form, is_noun in forms if form != name]
