"""Words that stand for a cell without a value."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from core.assistant.word_sets import word_set

ALWAYS: Final = word_set(
    "nan null n/a #n/a #na n.a. n.a n\\a \\n <na> (null) (blank) ?",
    "-- --- – — #div/0! #ref! #value! #name? #num! #null! #error!",
    "- . .. k.a. ??? nil undefined",
) | {
    "not available",
    "not applicable",
    "no data",
    "#n/a n/a",
    "keine angabe",
    "暂无数据",
    "nie dotyczy",
    "non applicable",
    "no aplica",
    "não se aplica",
    "nicht zutreffend",
    "не применимо",
    "不适用",
    "該当なし",
    "해당없음",
}
"""No category is called so."""
_NO_ANSWERS: Final = frozenset(
    {
        "no answer",
        "no response",
        "not answered",
        "keine antwort",
        "nicht beantwortet",
        "sans réponse",
        "non répondu",
        "sin respuesta",
        "no contesta",
        "sem resposta",
        "nessuna risposta",
        "geen antwoord",
        "brak odpowiedzi",
        "bez odpowiedzi",
        "нет ответа",
    }
) | word_set("未回答 無回答 无回答 未作答 回答なし 무응답 ns/nc")
"""Of a call these tell how it ended; within brackets a survey means nothing by them."""
SOMETIMES: Final = (
    word_set(
        "na none unknown missing 无 未知 暂无 缺失 空 不详 keine unbekannt",
        "inconnu tba tbd",
    )
    | _NO_ANSWERS
)
"""North America and Namibia are NA, a smoker of nothing smokes None: values where they recur."""
_IN_NUMBERS: Final = word_set(
    "isento isenta exento n/d nd n.d. n.d #n/d s/d nc brak 未填 没有 未公开 面议 unspecified",
    "xx xxx",
    "dnf dns dsq dq absent abs ausente abwesend 缺考 缺席 未考 欠席 棄権 失格",
) | {
    "sin dato",
    "sin datos",
    "nicht verfügbar",
    "k. a.",
    "non renseigné",
    "brak danych",
    "não informado",
    "no disponible",
    "(empty)",
    "not stated",
    "not given",
    "missing value",
    "0000-00-00",
    "0000-00-00 00:00:00",
    "00/00/0000",
    "00.00.0000",
}
"""What no number or date is called; among names each may be one."""
_NOTHING: Final = SOMETIMES | word_set(
    "no nope nothing nada nichts nein rien aucun aucune ninguno ninguna nenhum nenhuma niente нет",
    "没有 没 无 暂无 暂时没有 没了 无意见 没有意见 无建议 没有建议 沒有 無 特になし なし ない 없음",
)
_SIGNS: Final = frozenset("*·_?/\\#~….:–—- ")
_OPENING: Final = "*_([{<（［【「-"
_CLOSING: Final = "*_)]}>）］】」-"
"""Signs around a word that a form puts where nothing was said: ``*Sans réponse*``."""
_NO_MONEY: Final = re.compile(r"[$€£¥₹]\s?[-–—]+")
_OF_FORMS: Final = ALWAYS | _NO_ANSWERS | _IN_NUMBERS | {"missing", "空", "empty"}
_LONGEST: Final = 60
"""Signs."""
_RECURS: Final = 2
MOSTLY_NUMBERS: Final = 0.6
"""With this share of numbers, and one or two words that recur, those words are missing values."""
MOST_WORDS: Final = 2


def missing_in_numbers(cells: Iterable[str]) -> frozenset[str]:
    """Return which of a column's cells stand for a missing number or date, case folded."""
    folded = {cell.casefold() for cell in cells}
    return frozenset(
        word
        for word in folded
        if word in ALWAYS
        or word in SOMETIMES
        or word in _IN_NUMBERS
        or _is_within_signs(word)
        or _SIGNS.issuperset(word)
        or _NO_MONEY.fullmatch(word)
    )


def missing_in_names(counts: Mapping[str, int], elsewhere: frozenset[str]) -> frozenset[str]:
    """Return which of a category column's cells stand for a missing value, case folded.

    Args:
        counts: how often each cell occurs.
        elsewhere: the words that stand for missing numbers in the same file.
    """
    folded: Counter[str] = Counter()
    for cell, count in counts.items():
        folded[cell.casefold()] += count
    values = {
        word
        for word in SOMETIMES
        if folded[word] >= _RECURS and (word not in elsewhere or word == "none")
    }
    within = {word for word in folded if _is_within_signs(word)}
    return frozenset((folded.keys() & (ALWAYS | SOMETIMES)) - values) | within


def is_no_answer(cell: str) -> bool:
    """Return whether a word among free answers says that there is none: 没有, ``nothing``."""
    return cell.strip(" .。!！").casefold() in _NOTHING


def _is_within_signs(word: str) -> bool:
    """Return whether a word for no answer stands within asterisks or brackets."""
    is_within = word[:1] in _OPENING and word[-1:] in _CLOSING and len(word) <= _LONGEST
    return is_within and word.strip(f"{_OPENING}{_CLOSING} ") in _OF_FORMS


def least_recurring(counts: Counter[str]) -> int:
    """Return how many cells are no slip."""
    return max(3, counts.total() // 100)


def words_between(counts: Counter[str]) -> tuple[str, ...]:
    """Return the one or two words that stand where most rows have digits: ``still in office``."""
    words = {cell: n for cell, n in counts.items() if not any(map(str.isdigit, cell))}
    recurring = [cell for cell, count in words.items() if count >= least_recurring(counts)]
    are_few = sum(words.values()) <= (1 - MOSTLY_NUMBERS) * counts.total()
    return tuple(recurring) if are_few and len(recurring) <= MOST_WORDS else ()
