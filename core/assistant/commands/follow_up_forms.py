"""By what form a sentence goes on from the question before: ``and in Mitte?``, 其他一样."""

import re
from dataclasses import dataclass
from typing import Final

from core.assistant.acts import ends_as_question, heard
from core.assistant.change_words import BECOMES
from core.assistant.commands.amending import amending_words
from core.assistant.commands.judged import says_number_alone

_LEADS: Final = re.compile(
    r"\W*(?:(?:ok(?:ay)?|cool|oh|so|well|then|hmm?|also|again|thanks|great|nice|now)[\s,]+)*+"
    r"(?:(?:and|or|what (?:about|if)|how about|(?:the )?same|make (?:it|that)|"
    r"but(?: (?:if|in|on|for)\b)?)\b"
    r"(?:[\s,]+(?:what (?:about|if)|how about|but|if)\b)*"
    r"|(?:那(?![天个种边里些么])|那么)(?:要是|如果|假如)?(?:换成|改成|变成)?|换成|同样|一样"
    r"|(?:如果|要是|假如)?换[成个]|(?:如果|要是|假如)(?:改成|改为|变成))",
    re.IGNORECASE,
)
"""What a sentence begins with that goes on from the last question: ``and in Mitte?``, 那周六呢？"""
_CONDITIONS: Final = re.compile(r"(?<![A-Za-z])if\b|如果|要是|假如|假设|的话", re.IGNORECASE)
"""What makes a case of the words behind it, so that they tell nothing that is so."""
_POINTS_BACK: Final = re.compile(
    r"\W*(?:(?:ok(?:ay)?|and|so|but)[\s,]+)*+(?:"
    r"what(?:['’]?s| is| would| will)? (?:it|that|this)(?: be)?(?: like| look like)?"
    r"|how (?:is|would|will|does) (?:it|that|this)(?: be| look| change)?"
    r"|how (?:long|much|many|far) (?:is|would|will) (?:it|that|this)(?: be| take| cost| get)?)"
    r"\s+(?=(?:if|with|without|in|on|for|at|when|now|then)\b)",
    re.IGNORECASE,
)
"""A question for the case before, with something changed: ``what's it like without rain``."""
_FRAGMENT: Final = re.compile(
    r"\W*(?:(?:ok(?:ay)?|so|now|then|just)[\s,]+)*+"
    r"(?=(?:with|without|in|on|for|at|no)\b(?:\s+[^\s,;，；]++){1,7}+\W*+$)",
    re.IGNORECASE,
)
"""A few words that begin with a preposition, which are no sentence of their own."""
_INSTEAD: Final = re.compile(
    r"\W*(?:no[\s,]+)?(?:not\b(?P<was>.{1,20}?)(?:,|\bbut\b)"
    r"|不是(?P<han_was>.{1,12}?)[，,\s]*(?:而)?是"
    r"|(?:不[要用选]|别[要用选])(?P<han_not>.{1,12}?)的?[，,。\s]+(?:[要用选是]|[换改]成?)?)\s*(?P<rest>.+)",
    re.IGNORECASE,
)
"""What of the question was otherwise: 不是5级，是4级; 不要顺丰，中通吧."""
_PARTICLE: Final = re.compile(r"(?:的话)?[呢咧呐嘞哩][\s?？!！。]*$|的话[\s?？!！。]*$")
"""What such a sentence ends with in Chinese: 夜钓呢, 风改成5级呢, 带狗的话."""
_SAME: Final = re.compile(
    r"(?<![\s,，;；])[\s,，;；]*+(?:\b(?:and |but |with )?(?:the )?"
    r"(?:rest|everything else|all else|otherwise|others?)"
    r"(?: (?:is|are|stays?|being|all|remains?))* ?(?:the )?(?:same|unchanged|as before|equal)\b"
    r"|(?:其他|其它|别的|剩下|其余)[的都全也]*(?:一样|不变|照旧|同上|相同|不动|不改))[\s.!?？。！，,;；]*"
    r"(?:but\b)?",
    re.IGNORECASE,
)
"""Words that say that all else is as before; they stand first or last."""
_THEN: Final = re.compile(
    r"(?<![\s,])[\s,]++(?:instead|then|this time|though)[\s.!?]*$", re.IGNORECASE
)
_EXAMPLE: Final = re.compile(
    r"^\W*(?:let['’]?s say|say|for (?:example|instance)|e\.?g\.?)(?=[\s,])[\s,]*"
    r"|(?<![\s,])[\s,]+(?:let['’]?s say|say|for (?:example|instance))(?=[\s.!?]*$)"
    r"|^\W*(?:only|just)(?=\s)\s*|^\W*(?:只有|才|就)(?=\s*[\d一二两三四五六七八九十半])"
    r"|^\W*(?:比如说?|例如|比方说?|譬如)[\s,，:：]*|[\s,，]*(?:比如说?|例如|比方说)(?=[\s。！？.!?]*$)",
    re.IGNORECASE,
)
"""Words beside a value that make an example of it, or call it little: ``ten rainy days, say``."""
_NUMBER_ASKED: Final = re.compile(
    r"\W*(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*[呢]?\s*[?？]+\s*"
)
"""A bare number that asks: of which field is asked then."""
_IT_IS: Final = re.compile(r"^\W*(?:it|that|there)(?:['’]?s| is| are| were| was)\s+", re.IGNORECASE)
_ASKS_ANEW: Final = re.compile(
    r"\s*(?:what|how|which|who|when|where|why|is|are|does|do|did|will|would|can|could)\b",
    re.IGNORECASE,
)
_ASKS_WITHIN: Final = re.compile(r"\b(?:what|how|which|who|when|where|why)\b", re.IGNORECASE)
_ASKS_ANEW_HAN: Final = re.compile(r"多少|几|怎|什么|哪")
"""Words of a question that is whole, and carries nothing over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a sentence says that goes on from a question, and how surely it does."""

    rest: str
    """What is changed."""
    is_led: bool = False
    """Whether it surely goes on, by words that do nothing else."""
    was: str | None = None
    """What it says the question had instead; None where it says none."""
    is_case: bool = False
    """Whether it is what would be, so that it tells nothing that is so."""
    changes_one: bool = False
    """Whether it goes on only if it changes one value: a whole question may begin so, too."""
    asks_anew: bool = False
    """Whether it is a whole question of its own, unless an amount in it is relative."""


def form_of(text: str) -> Form:
    """Return how a sentence goes on from the question before; its rest is empty if it does not."""
    instead = _INSTEAD.fullmatch(text)
    if instead:
        was = instead["was"] or instead["han_was"] or instead["han_not"]
        return Form(rest=instead["rest"], is_led=True, was=was)
    if number := _NUMBER_ASKED.fullmatch(text):
        return Form(rest=number["number"], is_led=True, is_case=True, changes_one=True)
    text = without_example(text)
    bare = _SAME.sub(" ", text, count=1).strip()
    is_same = bare != text.strip()
    is_case = _CONDITIONS.search(text) is not None
    back = _POINTS_BACK.match(bare)
    if back:
        return Form(
            rest=_without_trail(bare[back.end() :]), is_led=True, is_case=True, changes_one=True
        )
    lead = _LEADS.match(bare)
    trail = _PARTICLE.search(bare) is not None
    then = _THEN.search(bare) is not None
    if then and not lead and says_amount_alone(_THEN.sub("", bare)):
        return Form(rest=_THEN.sub("", bare), changes_one=True)  # where it says of which field
    if lead or trail or then or is_same or is_case:
        rest = _without_trail(bare[lead.end() :] if lead else bare)
        rest = _IT_IS.sub("", rest) if is_case else rest
        anew = _ASKS_ANEW.match(rest) if lead else _asks_within(rest)
        is_told = lead is not None and _tells_number(bare) and not (is_case or _repeats(lead[0]))
        return Form(
            rest="" if is_told else rest,
            is_led=True,
            is_case=is_case,
            asks_anew=bool(anew) and not is_same,
        )
    if amended := amending_words(text):
        return Form(rest=without_example(amended))
    if _FRAGMENT.match(text):
        return Form(rest=text.strip(), is_led=ends_as_question(text), changes_one=True)
    return Form(rest="")


def without_example(text: str) -> str:
    """Return a sentence without the words that make an example of its case: ``only 5 kg, say``."""
    return _EXAMPLE.sub("", text)


def says_amount_alone(text: str) -> bool:
    """Return whether a text is an amount and nothing else, which may be the truth of an answer."""
    spoken = heard(text)
    return spoken is not None and not spoken.words and spoken.act.needs_truth


def _tells_number(text: str) -> bool:
    """Return whether words that lead to a number tell it alone: ``make it 4``."""
    spoken = heard(text)
    return spoken is not None and spoken.act.needs_truth and says_number_alone(spoken)


def _repeats(lead: str) -> bool:
    """Return whether words say that all but what follows is as before: ``same but``."""
    return re.search(r"\bsame\b|同样|一样", lead, re.IGNORECASE) is not None


def _asks_within(text: str) -> bool:
    return bool(_ASKS_WITHIN.search(text) or _ASKS_ANEW_HAN.search(text))


def _without_trail(text: str) -> str:
    return BECOMES.sub(" ", _THEN.sub("", _PARTICLE.sub("", text))).strip(" ,，")
