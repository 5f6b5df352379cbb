"""Which plain sentences ask for no prediction: the rule; :mod:`act_words` holds the words.

A plain sentence is a question unless it begins with the words of another act:

* **Social**: it consists of greetings, thanks and the like alone. It gets a friendly line.
* **Binding**: it begins with words that change or judge something (``delete``, ``wrong``, 撤销).
  Nothing in it is predicted; the reply names the command that does it.
* **Loose**: it begins with words that questions begin with too (``show``, ``loved it``). It is no
  question only where nothing else in it says anything of the task.
* **Verdict by its truth**: it begins with words that lead to anything (``it was``, ``no``), or is
  an amount. It is no question only where it says one truth of the answer that was given last.

It stays a question where it is an item or a category that was taught, is written as titles are
(``Forget Paris``), or is one word behind the name of a task that has items (``films: Stop``);
``ask`` always asks. Where a task classifies texts, the act must also be about something stored
here (``delete my lesson``), for a post may begin with any word.
"""

import re
import unicodedata
from dataclasses import dataclass

from core.assistant.act_words import (
    ABOUT_STORED,
    AMOUNT,
    BETWEEN,
    DENIAL,
    FORGET_ME,
    FORGETTING,
    LATER,
    LATER_VERBS,
    LONGEST_FIRST,
    NUMBERED,
    OF_ME,
    POLITE,
    SOCIAL,
    STORED,
    STORED_HAN,
    Act,
)
from core.assistant.reading import is_measured
from core.assistant.reading.dates import is_day
from core.assistant.reading.han_numbers import figures_of
from core.assistant.reading.traditional import simplified
from core.assistant.talk_words import SOCIAL_HAN, SOCIAL_KEYS, SOCIAL_WORDS, WHOLE

_ASKS = ("?", "？", "吗", "呢")
_MARKED_TITLE = re.compile("《[^《》]{1,200}》")
_AMOUNT = re.compile(
    r"[★⭐☆\ufe0f]+|满分[啊吧了!！。\s]*|full marks[.!]*"
    r"|\W*\d[\d.,/]*(?:\s?(?:[^\W\d_]{1,12}|[^\w\s])){0,3}[\s.!。！]*"
)
_TRAILS = re.compile(r"(?<![吧了的啊呢哦。！!.\s])[吧了的啊呢哦。！!.\s]++$")
_BARE_NUMBER = re.compile(r"(?<!\S)#?(\d{1,9})(?!\S)")
_AMOUNT_LEADS = [["than"], ["with"], ["under"], ["over"], ["above"], ["below"], ["for"], ["at"]]
"""Words before a number that is an amount: ``less than 5``."""
_UNITS_ALONE = [["mm"], ["cm"], ["km"], ["m"], ["m²"], ["l"], ["ml"]]
"""Units of length and volume, which are none beside a number of which no field is known."""
_DENIES = re.compile(r"\b(?:not|isnt|rather than|instead of)\b|不是|而非|不算")
_PARTICLES = "啊呀吧呢嘛吗了哦的"
"""Signs behind Chinese words that add nothing to them."""
_LETTERS = {"y": "yes", "n": "no", "k": "ok"}
_SHORT = 60
"""Letters of a sentence that may do no more than deny something."""
_EXAMPLES = frozenset(["example", "examples", "lesson", "lessons"])
_FEW = 4
"""Words before which nothing is said of examples but which they are."""
_NEW_VALUE = re.compile(
    r"(?:->|→|=>|\bto\b|\bshould be\b|改成|改为|换成|应该是|应为|成)\s*(\S.{0,79})$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A sentence that may be for something else than asking."""

    act: Act
    words: str = ""
    """Those that tell the act; none where it is an amount."""
    rest: str = ""
    """What follows them, folded and without signs."""

    @property
    def is_of_stored(self) -> bool:
        """Whether what follows is nothing, or something stored here."""
        if self.act.is_verdict and self.act.is_loose:
            return False
        if self.act.commands == ("task edit",):  # "add a label": of the task itself
            return True
        if not self.rest or self.words.rsplit(maxsplit=1)[-1] in STORED or self.act is FORGET_ME:
            return True
        if not self.words.isascii():
            if self.act.commands in ABOUT_STORED or not self.rest.strip(_PARTICLES):
                return True
            named = NUMBERED.search(self.rest[:16]) or STORED_HAN.search(self.rest[:12])
            return "#" in self.rest or named is not None
        said = self.rest.split()
        while len(said) > 1 and said[0] in BETWEEN:
            del said[0]
        is_of_examples = len(said) <= _FEW and said[-1] in _EXAMPLES  # "all mood examples"
        return is_of_examples or said[0] in STORED or said[0].lstrip("#").isdigit()


def names_example_first(text: str) -> bool:
    """Return whether an example is what a sentence wants changed, lesson-like as it may go on."""
    spoken = heard(text)
    return spoken is not None and not spoken.act.is_loose and spoken.rest.startswith("#")


def number_named(text: str) -> str:
    """Return the number of the example that a sentence names: ``delete #4``, 删除第4个."""
    found = NUMBERED.search(text)
    if found is None:
        value = _NEW_VALUE.search(text)
        before = text[: value.start()] if value else text
        numbers = _BARE_NUMBER.finditer(before)
        bare = next((one for one in numbers if not (_is_of_day(one) or _is_amount(one))), None)
        return bare[1] if bare else ""
    return figures_of(found["figures"] or found["han"])


def _is_of_day(number: re.Match[str]) -> bool:
    """Return whether a number is one of a date beside the name of its month."""
    text = number.string
    before, after = text[: number.start()].split()[-1:], text[number.end() :].split()[:1]
    word = number[0]
    return is_day(" ".join((*before, word))) or is_day(" ".join((word, *after)))


def _is_amount(number: re.Match[str]) -> bool:
    """Return whether a unit, or a word that leads to an amount, makes no example of a number."""
    if number[0].startswith("#"):
        return False
    before, after = number.string[: number.start()], number.string[number.end() :].split()[:1]
    is_led = before.casefold().split()[-1:] in _AMOUNT_LEADS
    return is_led or is_measured(" ".join((number[0], *after))) or after in _UNITS_ALONE


def value_named(text: str) -> str:
    """Return what a sentence wants something changed to: ``change #2 to 420``."""
    found = None if ":" in text else _NEW_VALUE.search(text.strip())
    return found[1].strip(" .!。！") if found else ""


def ends_as_question(text: str) -> bool:
    """Return whether a sentence ends with a question mark, or a Chinese word that asks."""
    return text.rstrip().endswith(_ASKS)


def plain_words(text: str) -> str:
    """Return a sentence's words, folded, with one blank between them and no sign."""
    folded = simplified(unicodedata.normalize("NFKC", text).casefold())
    bare = re.sub(r"[’'`]", "", folded)
    return " ".join(re.sub(r"[^\w#]+", " ", bare).split())


def heard(text: str) -> Spoken | None:
    """Return the act whose words a sentence begins with, and what else it says; None if none.

    Args:
        text: the sentence, without the name of a task before a colon.
    """
    words = _spelled_out(plain_words(text))
    if words in WHOLE:
        return Spoken(act=Act(commands=WHOLE[words]), words=words)
    if is_social(words):
        return Spoken(act=SOCIAL, words=words)
    if (_AMOUNT.fullmatch(text) or is_measured(_TRAILS.sub("", text))) and not LATER.match(words):
        return Spoken(act=AMOUNT, rest=words)
    words = _without_courtesy(words)
    whole = words if words in WHOLE else words.rstrip(_PARTICLES)
    if whole in WHOLE:
        return Spoken(act=Act(commands=WHOLE[whole]), words=whole)
    later = LATER.match(words)
    if later:
        words = f"{LATER_VERBS[later['verb']]} {words}"
    for phrase, act in LONGEST_FIRST:
        if _begins(words, phrase):
            rest = words[len(phrase) :].strip()
            of_me = act.commands in FORGETTING and OF_ME.fullmatch(rest)
            return Spoken(act=FORGET_ME if of_me else act, words=phrase, rest=rest)
    is_denial = len(words) <= _SHORT and _DENIES.search(words)
    return Spoken(act=DENIAL, rest=words) if is_denial else None


def act_of(text: str, *, is_about_texts: bool = False) -> Act | None:
    """Return what else than asking a sentence is for, by its words alone; None for a question.

    Args:
        text: the sentence, without the name of a task before a colon.
        is_about_texts: whether any sentence may be what the task classifies.
    """
    spoken = heard(text)
    if spoken is None or spoken.act.needs_truth:
        return None
    return None if is_about_texts and not spoken.is_of_stored else spoken.act


def without_titles(text: str) -> str:
    """Return a text without what stands in the marks of titles: 《明天会更好》 compares nothing."""
    return _MARKED_TITLE.sub("《》", text)


def is_written_as_title(text: str) -> bool:
    """Return whether a sentence is a title by its marks (《你好》) or its several capitals."""
    if _MARKED_TITLE.fullmatch(text.strip(" ?？!！。")):
        return True
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return len(words) > 1 and all(word[0].isupper() and not word.isupper() for word in words)


def begins_socially(text: str) -> bool:
    """Return whether a sentence begins with thanks, a greeting or the like, and may go on."""
    said = plain_words(text).split()
    return bool(said) and (said[0] in SOCIAL_KEYS or SOCIAL_HAN.fullmatch(said[0]) is not None)


def _spelled_out(words: str) -> str:
    """Return words as they are written in full: 啥 and 咋, and a letter for a whole reply."""
    return _LETTERS.get(words, words).replace("啥", "什么").replace("咋", "怎么")


def is_social(words: str) -> bool:
    """Return whether plain words thank, greet or the like, and say nothing else."""
    said = words.split()
    is_english = bool(said) and SOCIAL_WORDS.issuperset(said) and not SOCIAL_KEYS.isdisjoint(said)
    return is_english or bool(said and SOCIAL_HAN.fullmatch("".join(said)))


def _without_courtesy(words: str) -> str:
    """Return the words without those that lead politely to what is wanted."""
    rest, before = words, ""
    while rest != before:
        before = rest
        for phrase in POLITE:
            if _begins(rest, phrase) and rest != phrase:
                rest = rest[len(phrase) :].strip()
    return rest


def _begins(words: str, phrase: str) -> bool:
    """Return whether words begin with a phrase; Chinese has no blanks that would end it."""
    ends = words[len(phrase) : len(phrase) + 1]
    return words.startswith(phrase) and (ends in ("", " ") or not phrase.isascii())
