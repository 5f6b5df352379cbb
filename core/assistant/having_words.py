"""Which examples have the words that a member names them by: ``the 300k one``, 五花肉那条."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from core.assistant.acts import plain_words
from core.assistant.reading import Known, Reading, read_question, read_truth
from core.assistant.reading.speech import NO, STOP_WORDS, YES
from core.assistant.reading.traditional import simplified
from core.assistant.word_sets import word_set
from core.domain.example import Example
from core.domain.fields import FieldKind, Value
from core.domain.identity import FieldKey
from core.domain.task import Task
from core.errors import InvalidValue

_TOKEN: Final = re.compile(r"\d[\d.,]*(?:k|m|w|万|千)?(?![a-z])|[㐀-鿿]+|[^\W\d_㐀-鿿]+")
_HAN: Final = re.compile(r"[㐀-鿿]")
_SCALES: Final = {"k": 1e3, "千": 1e3, "w": 1e4, "万": 1e4, "m": 1e6}
_MONEY: Final = re.compile(r"(?<=\d)\s*(?:块钱?|元钱?|欧元?|euros?|bucks|dollars|pounds|quid)")
_LINKS: Final = (
    STOP_WORDS
    | YES
    | NO
    | word_set(
        "about where that which says said saying mention mentions mentioning having costing priced "
        "named called labelled labeled marked both every each two three taught earlier before just "
        "wrong old other bad stupid silly weird one ones example examples lesson lessons entry "
        "entries rating ratings record records them all any value"
    )
)
"""Words that lead to what an example says, and tell nothing of it themselves."""
_LINKS_HAN: Final = re.compile(
    r"[的那这个条例笔我教过是在里中为有和跟与说写]|关于|有关|例子|样本|记录|评分|错"
)


def having(
    words: str, examples: Sequence[Example], task: Task, known: Known, *, today: date
) -> list[Example]:
    """Return those examples that have all the words, numbers and values which name them.

    The name of the task or of a field is in all of them: it alone names none. A day without a
    year is the last one, or the next where none has that.
    """
    readings = (
        read_question(words, task, known, today=today, is_past=is_past) for is_past in (True, False)
    )
    found = (_having_read(words, reading, examples, task, known) for reading in readings)
    return next(filter(None, found), [])


def _having_read(
    words: str, reading: Reading, examples: Sequence[Example], task: Task, known: Known
) -> list[Example]:
    folded = simplified(unicodedata.normalize("NFKC", words).casefold())
    read = {k: v for k, v in reading.values.items() if isinstance(v, (bool, date))}
    unread = plain_words(" ".join(reading.unread)) if read else None
    named = {v for k, v in reading.values.items() if read and v in known.categories.get(k, ())}
    tokens = _tokens(folded, task)
    return [
        each
        for each in examples
        if each.target is not None
        and named <= {*each.values.values()}
        and _has_all(tokens, each, task, known, read, unread)
    ]


def names_whole(words: str, example: Example, task: Task) -> bool:
    """Return whether words name an example by a whole item, category or label of it.

    ``the Ferry ones`` are those at the Ferry, not what a note says of some ferry.
    """
    folded = simplified(unicodedata.normalize("NFKC", words).casefold())
    tokens = [token for token in _tokens(folded, task) if not token[0].isdigit()]
    texts = {field.key for field in task.fields if field.kind is FieldKind.TEXT}
    values = [value for key, value in example.values.items() if key not in texts]
    said = [plain_words(v) for v in (*values, example.target) if isinstance(v, str)]
    whole = [one for one in said if _is_within(one, tokens)]
    return bool(tokens) and all(
        any(_says(token, one) or (_HAN.match(token) and one in token) for one in whole)
        for token in tokens
    )


def _is_within(value: str, tokens: Sequence[str]) -> bool:
    """Return whether all words of a value are among those of a sentence."""
    spoken, parts = " ".join(tokens), [one for one in value.split() if one not in _LINKS]
    return all(part in spoken if _HAN.match(part) else _says(part, spoken) for part in parts)


def _tokens(words: str, task: Task) -> Sequence[str]:
    """Return the words without signs, little words, and units behind numbers."""
    words = re.sub(r"['’]s\b|['’]", "", _MONEY.sub(" ", words))
    for unit in filter(None, (task.target.unit, *(field.unit for field in task.fields))):
        folded = re.escape(unicodedata.normalize("NFKC", unit).casefold())
        words = re.sub(rf"(?<=\d)\s?{folded}(?![a-z])", " ", words)
    return [token for token in _TOKEN.findall(words) if token not in _LINKS]


def _has_all(
    tokens: Sequence[str],
    example: Example,
    task: Task,
    known: Known,
    read: Mapping[FieldKey, Value],
    unread: str | None,
) -> bool:
    values = task.convert_values(example.values)
    if any(values.get(key) != value for key, value in read.items()):
        return False
    texts = [str(v) for v in (*values.values(), example.target) if isinstance(v, str)]
    said = plain_words(" ".join(texts))
    numbers = {v for v in (*values.values(), example.target) if isinstance(v, float)}
    names = plain_words(" ".join((task.name, task.target.name, *(f.name for f in task.fields))))
    has_value = bool(read)
    for token in tokens:
        if _is_number_of(token, numbers, task, known) or _says(token, said):
            has_value = True
        elif not (_says(token, names) or _is_of_read(token, unread)):
            if not _HAN.match(token) or _without(token, [*texts, *names.split()]):
                return False
            has_value = has_value or any(text in token for text in map(plain_words, texts) if text)
    return has_value


def _is_of_read(token: str, unread: str | None) -> bool:
    """Return whether a word belongs to a yes, a no or a day that was read of the sentence."""
    if unread is None or not _HAN.match(token):
        return unread is not None and token not in unread
    left = (_LINKS_HAN.sub("", part) for part in unread.split())
    return not any(part in token for part in left if part)


def _says(token: str, said: str) -> bool:
    """Return whether a word stands among others, in singular or plural; Chinese has no blanks."""
    if _HAN.match(token):
        return token in said
    return _stem(token) in map(_stem, said.split())


def _stem(word: str) -> str:
    return word.removesuffix("s")


def _without(token: str, said: Sequence[str]) -> str:
    """Return what is left of Chinese words without what an example says, and little words."""
    for one in sorted(filter(None, map(plain_words, said)), key=len, reverse=True):
        token = token.replace(one, "")
    return _LINKS_HAN.sub("", token)


def _is_number_of(token: str, numbers: set[float], task: Task, known: Known) -> bool:
    """Return whether a number is one of those, whatever it is a number of."""
    scale = _SCALES.get(token[-1], 1.0)
    digits = token.rstrip("kmw万千").replace(",", "").rstrip(".")
    amounts = set()
    if re.fullmatch(r"\d+(?:\.\d+)?", digits):
        amounts = {float(digits), float(digits) * scale}
    elif not token.isascii() and task.target.kind.is_number:
        try:
            truth = read_truth(token, task.target, known)
        except InvalidValue:
            return False
        amounts = {truth} if isinstance(truth, float) else set()
    return not amounts.isdisjoint(numbers)
