"""Sentences that want taught examples taken back: which ones they say is told here.

``delete the one about Sam's flat``, ``remove my last two``, 把第三条删了, 刚才那条不要了.
"""

import re
from dataclasses import replace
from typing import Final

from core.assistant.acts import ends_as_question
from core.assistant.example_references import CLASSIFIER, HEAD, Meant, in_chinese, in_english
from core.assistant.reading.traditional import simplified
from core.assistant.word_sets import word_set

_POLITE: Final = r"(?:can|could|would|will) you|能不能|可不可以|可以|能(?!不)|请|麻烦|帮"
_BEFORE: Final = (
    r"^[^\w#]*+(?>(?:please|pls|plz|ok|okay|oh|hey|hi|hmm?|um+|so|and|but|no|nope|sorry|wait|actually|"
    r"oops|hang on|hold on|can you|could you|would you|will you|you (?:can|should)|let['’]?s|"
    r"i(?:['’]d| would)? (?:want|like)(?: you)? to|just|now|my bad)\b[^\w#]*+)*+"
)
_SURE: Final = r"delete|remove|erase|forget(?: about)?"
"""Verbs of which the object may be named without a word for an example."""
_OTHER: Final = (
    r"scrap|drop|discard|withdraw|undo|retract|cancel|wipe|strike|scratch|trash|bin|ditch|clear|"
    r"revert|take (?:back|out|away|off)|throw (?:out|away)|get rid of"
)
_FORMS: Final = (
    re.compile(rf"{_BEFORE}(?:(?P<sure>{_SURE})|(?:{_OTHER}))\s+(?P<object>.+)", re.IGNORECASE),
    re.compile(
        rf"{_BEFORE}(?:take|throw|cross|kick|leave)\s+(?P<object>.+?)\s+(?:back|out|away|off)\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_BEFORE}(?P<object>(?:the|my|that)\s.+?)\s+(?:can go|must go|needs to go|"
        r"should (?:go|be (?:deleted|removed|gone))|has to go|is no longer (?:needed|valid)|"
        r"should not count|shouldn['’]?t count|does not count|doesn['’]?t count)\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_BEFORE}(?P<object>(?:(?:the|my|that|those)\s.{{1,60}}?|#\d{{1,9}}))"
        r"(?:\s+(?:is|was|are|were)|['’]s)\s+(?:all |just |so |completely )?"
        r"(?:wrong|incorrect|bad|bogus|nonsense|rubbish|garbage|not right|"
        r"an? (?:typo|mistake|joke|test))"
        r"\W+(?:(?:so|please|pls|just|can you|could you|and)\b\W*)*"
        rf"(?:(?:{_SURE}|{_OTHER})\s+(?:it|that|this|them|those)"
        r"|(?:take|throw)\s+(?:it|that|this|them)\s+(?:back|out|away|off))"
        r"(?:\W+(?:please|pls|thanks|thx))?\W*$",
        re.IGNORECASE,
    ),
)
_REASON: Final = re.compile(
    r"\s?(?<![,;:.!–—-])[,;:.!–—-]++\s(?:it|that|this|i|sorry|because|since|as|please|pls|thanks|thank)\b.*$"
    r"|\s(?:because|since i|as i)\b.*$",
    re.IGNORECASE,
)
_COURTESY_BEHIND: Final = re.compile(
    r"(?<=[\s,!.?])(?:please|pls|thanks|thx|thank you|for me|again|now|then|(?:from|off) "
    r"(?:the|your) (?:list|memory|examples|lessons))$",
    re.IGNORECASE,
)
_BUT: Final = re.compile(r"\b(?:but|except|other than|apart from)\b|除了|以外", re.IGNORECASE)
_ENDS_WITH_HEAD: Final = re.compile(rf"^(?P<words>.*?)\s*\b{HEAD}$", re.IGNORECASE)
_HEAD_FIRST: Final = re.compile(
    rf"^(?:(?:the|that|those|these|my|our|any|every|each|all|both|all of|\d+)\s+)*+{HEAD}\s+"
    r"(?:(?:that|which)\s+)?(?:i taught\s+|we taught\s+)?"
    r"(?:about|of|with|for|from|in|on|at|where|says?|said|saying|mention(?:s|ing)?|having|has|had|"
    r"without|named|called|costs?|costing|priced|is|was|labell?ed|marked|taught)\b",
    re.IGNORECASE,
)
_HEAD_WITHIN: Final = re.compile(
    rf"(?<=\S)\s+{HEAD}(?=\s+(?:from|in|of|for|at|on|about|with)\s)", re.IGNORECASE
)
"""Between what an example says and what else it is of: ``the Market ones from bikes``."""
_EVERYTHING: Final = re.compile(
    r"^(?:everything|anything|all|whatever)\s+(?:about|on|of)\s+", re.IGNORECASE
)
_MANY: Final = re.compile(
    r"^(?:(?:all|every|each|both|everything|anything|whatever|those|these|any)\b)"
    r"|\b(?:ones|examples|lessons|entries|records|rows|ratings)\b",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(
    r"^(?:(?:the|that|this|my|our|all|every|any|those|these)(?:\s+|$))+", re.IGNORECASE
)
_LONGEST_BARE: Final = 4
"""Words that may name an example where no word says that one is meant."""
_NOUN_FIRST: Final = re.compile(
    r"^(?P<noun>[^\W\d_]+)\s+(?:from|on|of|with|at|in|about|dated)\s+(?=\S)", re.IGNORECASE
)
_LONGEST_NOUN: Final = 6
"""The same where the first word only says what kind of thing it is: ``harvest from 5 October``."""
_OF_OTHERS: Final = word_set(
    "task tasks field fields column columns label labels answer answers prediction predictions "
    "data account me you reminder role channel message messages card"
)
"""What else can be deleted, or is no example."""

_BEFORE_HAN: Final = (
    r"^\W*+(?>(?:请你?|麻烦你?|帮我|帮忙|给我|我?想要?|能不能|可不可以|可以|能|你|"
    rf"那就|那(?!{CLASSIFIER})|现在|再|快|"
    r"哎呀?|嗯|不对|算了|啊|呃)[\s，,、]*+)*+"
)
_SURE_HAN: Final = r"删除|删掉|删去|删了|删|去掉|去除|移除|抹掉|清掉|拿掉|剔除"
_OTHER_HAN: Final = (
    r"不要|不算|作废|撤销|撤回|撤掉|撤|扔掉|忘掉|忘记|忘了|忘|清除|划掉|取消|丢掉"
    r"|别[算记存]|不用[记存]"
)
_END_HAN: Final = r"(?:了|掉|吧|啊|呢|哈|啦|数|一下|谢谢|[\s。.!！，,?？])*$"
_FORMS_HAN: Final = (
    re.compile(
        rf"{_BEFORE_HAN}(?:(?P<sure>{_SURE_HAN})|(?:{_OTHER_HAN}))(?:掉|了|去)?"
        r"(?P<object>.{1,40}?)" + _END_HAN
    ),
    re.compile(
        rf"{_BEFORE_HAN}(?P<led>把|将)?(?P<object>.{{1,40}}?)(?P<many>都|全部|全|统统)?"
        r"(?:给我|给|也|就|可以|一起|先|请)?"
        rf"(?:(?P<sure>{_SURE_HAN})|(?:{_OTHER_HAN}))" + _END_HAN
    ),
)
_JUDGED_HAN: Final = re.compile(
    r"(?:都|全)?(?:是)?(?:不对|有误|[教写记填输搞弄]?错|乱写|没用)[的了啦]*[，,。！!\s]+"
    r"(?:把它们?|就|请你?|帮我|麻烦你?|那就?|直接)*"
)
"""Why an example is to go, before what is done with it: 爆胎那条不对，删了吧."""
_NOT_HAN: Final = re.compile(
    r"别(?![算记存])|不要(?=删|去掉|移|动)|没|不用(?![记存])|(?<!能)不能|怎么|如何|为什么|为啥|谁|是不是|被|有没有|该不该"
)
_ABOUT_HAN: Final = re.compile(
    r"(?P<all>所有|全部|一切)?(?:的)?(?:我教的)?(?P<about>有?关于?|带|含有?|写着?)?"
    rf"(?P<that>[那这]几?{CLASSIFIER})?(?P<words>.+?)"
    r"(?P<head>的?[那这]?(?P<some>[几些]|两)?(?:"
    rf"[条例笔项](?:例子|样本|示例|记录)?|(?<=[那这]){CLASSIFIER}|(?<=[几些]){CLASSIFIER}?|"
    r"例子|样本|示例|记录|评分|数据)的?|的)?"
)

_REFUSED: Final = re.compile(
    r"\W*(?:(?:no|please|pls|oh|wait|but|so)\b\W*)*(?:(?:do not|don['’]?t|never)\s+)"
    r"(?P<wanted>.+)"
    r"|\W*(?:请|那就?|先)*(?:别|不要|不用|先别|勿)(?:再|给我|把)?(?P<han>.+)",
    re.IGNORECASE,
)
_NOTHING: Final = re.compile(
    rf"(?:{_SURE}|{_OTHER})\s+(?:anything|any|any of (?:them|it|these|those)|"
    r"a thing|them|those|these|my (?:examples|lessons|data))\W*"
    rf"|(?:{_SURE_HAN})(?:掉|了|任何|什么|东西|例子|数据|我的|的)*[\s。.!！]*",
    re.IGNORECASE,
)
_THAT: Final = r"(?:it|that|this|them|those|that one|this one|the last (?:one|lesson|example))"
_BROUGHT_BACK: Final = re.compile(
    rf"{_BEFORE}(?:(?:bring|put|get)\s+{_THAT}\s+back(?: in)?"
    rf"|(?:restore|undelete|recover|redo|(?:bring|put) back)(?:\s+{_THAT})?)",
    re.IGNORECASE,
)
_THAT_HAN: Final = r"(?:它们?|(?:刚才|刚刚)?[那这](?:一)?[个条]|(?:刚才|刚刚)的?|上一?[个条])"
_BROUGHT_BACK_HAN: Final = re.compile(
    rf"{_BEFORE_HAN}(?:还是)?把?{_THAT_HAN}?(?:给我|给|再|又)*(?:恢复|还原|找回|加回|放回)[来去]?(?:一下)?{_THAT_HAN}?"
    + _END_HAN
)


def brings_back(text: str) -> bool:
    """Return whether a sentence wants back what was taken back last: ``bring that back pls``."""
    folded = " ".join(simplified(text).split())
    if ends_as_question(folded):
        return False
    bare = _without_courtesy(folded)
    return bool(_BROUGHT_BACK.fullmatch(bare) or _BROUGHT_BACK_HAN.fullmatch(folded))


def without_noun(words: str) -> str:
    """Return words without the noun that they begin with: ``from 5 October``; empty if none."""
    found = _NOUN_FIRST.match(words)
    return words[found.end("noun") :].strip() if found else ""


def refuses_removal(text: str) -> bool:
    """Return whether a sentence wants an example not to be taken back: ``don't delete #3``."""
    found = _REFUSED.match(" ".join(simplified(text).split()))
    if found is None:
        return False
    wanted = found["wanted"] or found["han"]
    if _NOTHING.fullmatch(wanted):
        return True
    removal = removal_in(wanted)
    return removal is not None and (removal.is_of_example or removal.is_this)


def removal_of(text: str, name: str) -> Meant | None:
    """Return which examples a sentence wants taken back of the task of a name that it says.

    None where it tells them otherwise than by number or by their place from the newest.
    """
    folded, said = " ".join(simplified(text).split()), re.escape(name)
    if name.isascii():
        of_it = rf"\s(?:of|from|in|for)\s(?:the |my |our )?{said}(?: task)?(?=\W|$)"
        before_head = rf"\b{said}\s(?={HEAD}\b)"
        bare = re.sub(f"(?i){of_it}|{before_head}", " ", folded, count=1)
    else:
        bare = re.sub(rf"{said}(?:这个)?(?:任务)?(?:里面?|中)?的?", "", folded, count=1)
    removal = removal_in(bare) if bare != folded else None
    is_counted = removal is not None and bool(removal.number or removal.last or removal.back)
    return removal if is_counted else None


def removal_in(text: str) -> Meant | None:
    """Return which examples a sentence wants taken back; None where it wants nothing of the kind.

    Args:
        text: the sentence, without the name of a task before a colon.
    """
    folded = " ".join(simplified(text).split())
    if _BUT.search(folded):
        return None
    if ends_as_question(folded) and not re.search(_POLITE, folded, re.IGNORECASE):
        return None
    return _in_english(folded) or _in_chinese(folded)


def _in_english(text: str) -> Meant | None:
    found = next(filter(None, (form.match(text) for form in _FORMS)), None)
    if found is None:
        return None
    whole = found["object"]
    said = _without_courtesy(_REASON.sub("", whole)).strip(" ,;:")
    if not said or re.search(r"\d", whole.replace(said, "", 1)):  # "…, it was 300": what is right
        return None
    return _english_object(said, is_sure=bool(found.groupdict().get("sure")))


def _without_courtesy(text: str) -> str:
    """Return a text without the courtesy at its end, and the signs between; in linear steps."""
    bare = text.rstrip(" !.?")
    while found := _COURTESY_BEHIND.search(bare):
        bare = bare[: found.start()].rstrip(" ,!.?")
    return bare


def _english_object(said: str, *, is_sure: bool) -> Meant | None:
    if reference := in_english(said):
        return reference
    if not _OF_OTHERS.isdisjoint(re.findall(r"[a-z]+", said.casefold())):
        return None
    is_headed = any(one.search(said) for one in (_HEAD_FIRST, _ENDS_WITH_HEAD, _HEAD_WITHIN))
    is_of_example = bool(is_headed or _EVERYTHING.match(said))
    bare = _ARTICLE.sub("", said)
    longest = _LONGEST_NOUN if _NOUN_FIRST.match(bare) else _LONGEST_BARE
    is_short = len(bare.split()) <= longest and not re.search(r"[,;:]", said)
    if not is_of_example and not (is_sure and is_short):
        return None
    is_many = _MANY.search(said) is not None
    words = _EVERYTHING.sub("", said)
    if found := _HEAD_FIRST.match(words):
        words = words[found.start() :]
        words = re.sub(rf"^.*?\b{HEAD}\s+", "", words, count=1, flags=re.IGNORECASE)
    elif found := _ENDS_WITH_HEAD.match(words):
        words = found["words"]
    else:
        words = _HEAD_WITHIN.sub("", words, count=1)
    words = _ARTICLE.sub("", words)
    return Meant(words=words, is_of_example=is_of_example, is_many=is_many) if words else None


def _in_chinese(text: str) -> Meant | None:
    if text.isascii() or _NOT_HAN.search(text):
        return None
    text = _JUDGED_HAN.sub("", text, count=1)
    for form in _FORMS_HAN:
        found = form.match(text)
        if found is None:
            continue
        said = found["object"].strip(" ，,的")
        removal = _chinese_object(said, found["object"])
        if removal is None:
            continue
        is_led = bool(found.groupdict().get("led")) or form is _FORMS_HAN[0]
        if not removal.is_of_example and not removal.is_this and not (found["sure"] and is_led):
            continue
        is_many = removal.is_many or bool(found.groupdict().get("many"))
        return replace(removal, is_many=is_many)
    return None


def _chinese_object(said: str, whole: str) -> Meant | None:
    if reference := in_chinese(said) or in_chinese(whole):
        return reference
    found = _ABOUT_HAN.fullmatch(whole.strip(" ，,"))
    if found is None or re.search(r"[，,。；;]", said):
        return None
    words = found["words"].strip(" 的了吧啊")
    if not words or re.search(r"任务|字段|标签|账号|数据|所有|全部|我$|^我|回答|答案|预测", words):
        return None
    is_of_example = any((found["about"], found["that"], found["all"], len(found["head"] or "") > 1))
    is_many = bool(found["all"] or found["some"])
    return Meant(words=words, is_of_example=is_of_example, is_many=is_many)
