"""What a question asks for, by its form: whether a forecast of the task's target may answer it.

``who came on Friday?`` asks for no number, ``will 24 sign-ups be enough?`` for a yes or no, and
``how many came last Friday?`` for what is past. None of them is refused: it is asked about.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from core.assistant.acts import ends_as_question
from core.assistant.reading import Reading
from core.assistant.reading.asking_han import DONE_OR_NOT, HOW_MANY
from core.assistant.reading.traditional import simplified
from core.assistant.statements import has_question_words
from core.domain.fields import FieldKind
from core.domain.task import TargetKind, Task

_REMARK_HAN: Final = re.compile(r"[一-鿿]{4}")
"""Chinese words of such a length are more than the name of one thing."""
_LEAD: Final = (
    r"^\W*(?:(?:so|and|but|then|ok|okay|well|hey|hi|hello|also|btw|by the way)\b[\s,.!]*)*"
)
_OTHER_WORD: Final = re.compile(
    rf"{_LEAD}(?:who|whos|whose|whom|where|wheres|why|whys)\b"
    r"|^\W*(?:谁|哪里|哪儿|为什么|为啥)|谁[来去要会给]|在哪[里儿]?[\s?？]*$",
)
"""Words that ask for a person, a place or a reason."""
_WHO_DID: Final = re.compile(
    rf"{_LEAD}who(?:s| is| has| have| had)?\s+(?:\w+ed|brought|gave|took|had|did|made|came|got|"
    r"wrote|sent|left|put|said|told|bought|sold|found|lost|broke|won|was|were)\b"
    rf"|{_LEAD}(?:(?:has|have|does|did|do|is|can|could)\s+)?(?:anyone|anybody|someone|somebody)\b"
    r"|\bdo you know how\b|\bhow (?:do|can|did) (?:i|we)\b"
    r"|谁[^，,。？?会该能要来]{0,3}[一-鿿](?:了|过|的|来的)[^，,。？?]*[?？]?$"
    r"|谁有|有没?有?人[^，,。？?]*[?？吗]|几[年岁]了|怎么样了|怎么[修弄办]"
)
"""A question for who did something, or how it is done: ``who brought the lamp?``, 台灯怎么修."""
_KNOWLEDGE: Final = re.compile(
    r"^\W*(?:what|who)(?:s| is| are)\s+an?\b(?!.*\b(?:worth|cost|price|rating|score|go|sell)\b)"
)
"""A question for what something is: ``what's a shino anyway``."""
_TO_ANOTHER: Final = re.compile(
    r"\W*(?:[‹<＠@]+@?[\w!&]"
    r"|[A-Z][^\W\d_]+,\s+(?:did|are|were|do|have|can|will|would|could)\s+(?:you|your)\b)"
)
"""A sentence that begins with a member's name and ``are you`` is for that member."""
_YES_OR_NO: Final = re.compile(
    rf"{_LEAD}(?:is|are|am|was|were|do|does|has|have|will|would|shall|should|can|could|may|might|"
    r"isnt|arent|wont|wouldnt|dont|doesnt)\b(?!\s+you\b)"
)
_YES_OR_NO_HAN: Final = re.compile(
    rf"[吗么嘛][\s?？!！。]*$|{DONE_OR_NOT}|"
    r"会不会|能不能|是不是|要不要|有没有|可不可以|好不好|行不行|够不够"
)
_EITHER_HAN: Final = re.compile(r"([一-鿿])(?<![时动不没])[不没]\1")
"""A verb and its denial, which ask for one of the two: 请不请假."""
_ASKS_AMOUNT: Final = re.compile(
    r"\b(?:how|what|whats|much|many|price|prices|costs?|worth|value|guess|predict|prediction|"
    r"estimate|forecast|expect|tell|give|say|know|idea|about|around)\b"
    rf"|多少|{HOW_MANY}|"
    r"多[久长大高远重快]|(?<![还讲议砍])价|估|预测|猜|大概|什么"
)
"""Words beside a yes/no question that ask for an amount all the same."""
_AMOUNT: Final = re.compile(
    rf"{_LEAD}(?:how (?:much|many|long|far|old|often)|what time)\b|"
    rf"{HOW_MANY}[点个天次]|多少|多[久远]"
)
"""Words that ask for an amount, or a time of day."""
_HOW_MUCH: Final = re.compile(
    r"\bhow (?:much|many|long|far|high|big|expensive)\b|\bwhat(?: would| will|s)?\b.{0,30}"
    r"\b(?:cost|price|rent|worth|sell|go for|be like)\b|\b(?:guess|predict|estimate|forecast)\b"
    r"|多少|多[久长大高重远]|几[个点天分条人]|估|预测|猜"
)
_PRICED: Final = re.compile(r"\b(?:prices?|costs?|worth|rent)\b")
_CONDITION: Final = re.compile(r"\b(?:if|would|suppose|supposing|assuming)\b|如果|要是|假如|假设")
_PAST: Final = re.compile(
    rf"{_LEAD}did\b(?!\s+\d)|\bhow (?:many|much|long)\b[^?]{{0,20}}\b(?:came|went|did|showed|were|"
    r"was|got|had|turned|attended)\b|\bwhat (?:was|were|did)\b"
    r"|(?:昨天|前天|上周|上星期|上个?月|上次|去年)[^?？]*(?:多少|几|[吗么])"
    r"|[来卖到去教](?:了|过)(?:几|多少)"
)
"""Questions for what has happened."""
_TAUGHT: Final = re.compile(
    r"\b(?:what|how much|what else|which \w+)\b(?:\s+(?:all|exactly))?"
    r"\s+(?:do|did|have)\s+(?:you|u)\s+"
    r"(?:(?:already|ever|actually|really)\s+)?"
    r"(?:(?:know|knew|learn(?:ed|t)?|remember|stored?|heard)\b(?!\s+(?:what|how|if)\b)"
    r"|(?:got|have|been (?:told|taught))\s+(?:about|on)\b)"
    r"|\bwhich (?:\w+ )?(?:ones?|of (?:them|those|these))\b(?!.*\bor\b)"
    r"|^\W*(?:show|list)\b(?!.*\b(?:price|cost|worth|rent)\b)|都有哪些|有哪些[\s?？]*$|那几条.*看"
    r"|\b(?:do|did|have) (?:you|u) (?:know|remember|learn(?:ed)?|heard?|have) "
    r"(?:about|anything|something|much)\b"
    r"|\b(?:who|when|where)\b.{0,20}\b(?:taught|teach(?:es)?|told (?:you|u))\b"
    r"|\b(?:did|has|have) (?:\w+ ){1,3}?(?:teach|taught|told (?:you|u)|tell (?:you|u))\b"
    r"|\b(?:was|were|been|is|are) (?:\w+ ){0,6}?taught\b"
    r"|你.{0,4}?(?:知道|记得|记住|学到?|了解|听说)(?:了|过)?.{0,6}?(?:什么(?!价)|哪些|[几多]少?[个条])"
    r"|关于.{1,20}?你.{0,4}?(?:知道|记得|学|了解)"
    r"|(?:谁|什么时候|何时|哪天)来?教|教(?:过|了)(?:你|什么|哪些|几|吗|没)|有(?:没有)?人教"
)
"""Questions for what the bot was taught, by whom and when."""


_CASES: Final = r"\b(?:how many|the number of|count|(?P<any>any))\s+(?:[\w-]+\s+){{0,3}}?(?:{})\b"
_SO_FAR: Final = re.compile(
    r"\b(?:yet|so far|already|in there|(?:do|have|has) (?:we|you|i|anyone)|taught|saved)\b"
)
_NOT_YET: Final = re.compile(
    r"\b(?:will|would|could|can|may|might|should|if|suppos\w+|does|need\w*|takes?|left)\b"
)


def asks_for_amount(text: str) -> bool:
    """Return whether a sentence has words that ask for an amount, or ends as a question."""
    return ends_as_question(text) or _ASKS_AMOUNT.search(text.casefold()) is not None


def asks_what_was_taught(text: str) -> bool:
    """Return whether a question is for what the bot was taught, by whom or when."""
    return _TAUGHT.search(_folded(text)) is not None


def asks_for_cases(text: str, task: Task) -> bool:
    """Return whether a sentence asks how many cases a task has, by the task's name as their noun.

    ``how many races had a laser?`` asks so of races whose target is a time; where the target is
    a bare number, it may ask for that.
    """
    name, unit, folded = task.name.casefold(), task.target.unit, _folded(text)
    nouns = {name, f"{name}s", name.removesuffix("s")}
    is_bare = task.target.kind is TargetKind.NUMBER and (unit is None or unit.casefold() in nouns)
    if task.is_about_texts or is_bare or _NOT_YET.search(folded):
        return False
    found = re.search(_CASES.format("|".join(map(re.escape, sorted(nouns)))), folded)
    is_said = found is not None and task.target.name.casefold() not in folded.split()
    return is_said and not (found and found["any"] and not _SO_FAR.search(folded))


def asks_how_much(text: str) -> bool:
    """Return whether a sentence asks for an amount: ``how much in Pankow``, 多少钱."""
    return _HOW_MUCH.search(simplified(text.casefold())) is not None


def asks_who_did(text: str) -> bool:
    """Return whether a question is for who did something, or how; some titles are like that."""
    return _WHO_DID.search(_folded(text)) is not None


def asks_otherwise(text: str, task: Task) -> bool:
    """Return whether a question seems to ask for something else than a forecast of the target.

    Args:
        text: the question.
        task: whose target would be forecast; one that classifies texts is never asked otherwise.
    """
    if task.is_about_texts:
        return False
    if _TO_ANOTHER.match(text):
        return True
    folded = _folded(text)
    if _TAUGHT.search(folded):
        return True
    if _PAST.search(folded) and not _CONDITION.search(folded):
        return True
    is_priced = _HOW_MUCH.search(folded) or _PRICED.search(folded)
    if _KNOWLEDGE.search(folded) or (not task.item and not is_priced and asks_who_did(text)):
        return True
    if task.target.kind is TargetKind.CATEGORY and _AMOUNT.search(folded):
        return not any(label.casefold() in folded for label in task.target.labels)
    if task.target.kind is not TargetKind.NUMBER:
        return False
    if _OTHER_WORD.search(folded):
        return True
    is_amount = _ASKS_AMOUNT.search(folded) or task.target.name.casefold() in folded
    return _has_form_of_yes_or_no(folded) and not is_amount


def asks_yes_or_no(text: str, task: Task) -> bool:
    """Return whether a sentence asks a task whose answer is a label for a yes or no: 要不要请假."""
    if task.target.kind is not TargetKind.CATEGORY:
        return False
    folded = _folded(text)
    return _has_form_of_yes_or_no(folded) or _EITHER_HAN.search(folded) is not None


def _has_form_of_yes_or_no(folded: str) -> bool:
    return bool(_YES_OR_NO.search(folded) or _YES_OR_NO_HAN.search(folded))


def _folded(text: str) -> str:
    return re.sub(r"[’'`]", "", simplified(unicodedata.normalize("NFKC", text).casefold()))


def says_more_in_han(text: str, unread: Iterable[str]) -> bool:
    """Return whether a sentence asks for nothing and says in Chinese more than a name.

    别用鸡胸肉，花坛的猫不吃 has a value in it, and other words.

    Args:
        text: the sentence.
        unread: the parts of it that were read as no value of a field.
    """
    is_asked = has_question_words(text) or "还是" in text
    return not is_asked and any(map(_REMARK_HAN.search, unread))


def says_a_day_alone(task: Task, reading: Reading) -> bool:
    """Return whether a text says nothing of the task but a day, beside other words: 今天有点冷."""
    kinds = {task.field(key).kind for key in reading.values}
    return kinds == {FieldKind.DATE} and bool(reading.unread) and not reading.unclear
