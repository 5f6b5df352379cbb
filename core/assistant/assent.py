"""Words that answer a card which asks: whether they agree, refuse, or neither."""

import re
from collections.abc import Sequence
from typing import Final

from core.assistant.reading.traditional import simplified
from core.assistant.reply import Choice, Reply, Tone
from core.assistant.word_sets import word_set


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split("|"))


_YES = _phrases(
    "y|yes|yes please|yep|yup|yeah|yea|ja|si|oui|ok|okay|k|sure|of course|certainly|definitely|"
    "go ahead|do it|do so|please do|please|that one|exactly|fine|agreed|i agree"
)
_TONE: Final = "啊呀嘞喔哦噢啦哈呢哒滴耶嗷"
"""Particles that change nothing of what they follow; 吧 makes a question of 是 and 对."""
_TONES: Final = f"[的{_TONE}]*"
_YES_HAN = re.compile(
    rf"(?:(?:好|行|可以|嗯+|要得|得(?=嘞)|ok|okay|当然(?:可以|好|行|要|是)?|要)(?:{_TONES}[吧嘛呗]?)"
    rf"|(?:是|对|没错|[没无]问题|没毛病|嘿(?=啦)|(?:同意|确定|确认)了?){_TONES})++"
)
"""Not 中, 成 or 妥: they are labels as well (大, 中, 小; 成, 不成), and would take another one."""
_THANKS = _phrases(
    "thanks|thank you|thanks a lot|thank you so much|thank you very much|thanks so much|"
    "and thank you|thx|ty|cheers|谢谢|谢谢你|多谢|谢啦|谢了"
)
"""They agree to nothing on their own, and take nothing from a yes."""
_RIGHT = word_set(
    "yes yep yeah yea yup aye that thats this is its it right correct true exactly absolutely "
    "totally indeed precisely quite very completely"
)
_RIGHT_KEYS = word_set("right correct true precisely exactly")
"""One of these must be among the words that call right what was just said."""
_RIGHT_HAN = re.compile(
    r"(?=.*(?:对|没错|正确))(?:嗯|哦|啊|是|对|没错|正确|这|那|就|很|非常|完全|确实|的|了|啦|呀)++"
)
_NO = _phrases("n|no|nope|nah|nein")
_NO_HAN = re.compile(rf"(?:不|不是|不对|否|没有)[{_TONE}]*")
"""They answer a question, whatever its no does."""
_CALLED_OFF = _phrases(
    "nvm|nm|never mind|nevermind|never mind that|forget it|drop it|no matter|"
    "no need|no thanks|no thank you|not now|maybe later|doesnt matter|it doesnt matter"
)
"""They call off what was begun, whether a card asks or not."""
_CANCEL = _CALLED_OFF | _phrases(
    "do not|dont|please dont|better not|rather not|not that|neither|cancel|cancel that|cancel it|"
    "stop|abort|别删|别删了|算了别删|没事了"
)
_CANCEL_HAN = re.compile(
    r"(?:(?:那|就|先|还是|都|暂时|现在)*(?:不要|不用|不必|不需要|用不着|算了|取消|别|甭|不了|不行|不可以|不同意)"
    rf"了?[{_TONE}吧]*)++(?:谢谢|谢了|多谢)?"
)
"""They want nothing of what is offered."""
_DROPPED = _CALLED_OFF | _phrases(
    "leave it|let it be|forget i asked|forget i said anything|ignore me|dunno|i dont know|"
    "i do not know|idk|not sure|im not sure|no idea|no clue|maybe|whatever|later|"
    "nobody knows|remind me later"
)
"""On their own they want nothing done: they call off, or do not know."""
_LEADING = _phrases(
    "oh|ok|okay|well|hmm|sorry|actually|no|wait|no wait|wait no|hang on|hold on|哦|嗯|好|不|等等"
)
_FILLERS = re.compile(
    r"^(?:(?:oh|ah|well|hm+|um+|uh+|er+|sorry|actually|wait|on second thoughts?)\b\s*"
    r"|[哦呃唉诶]|嗯(?=.))+(?=\S)"
)
"""What may stand before any answer, and answers nothing."""
_FIRST = re.compile(
    r"(?P<first>(?:yes|yep|yup|yeah|yea|sure|ok|okay|no|nope|nah)(?=\s)"
    rf"|(?:好|嗯+|行|对|是|可以|要得|当然|没错|没问题){_TONES}吧?|不了?|算了)"
    r"\s*(?P<rest>.+)"
)
"""A yes or a no before what it wants done: ``yes save it``, 好存吧."""
_DOINGS = (
    re.compile(
        r"(?:please )?(?:save|store|learn|record|note|add|teach)(?: (?:it|that|this|them))?"
        r"(?: please)?"
        r"|(?:就|那就|请|帮我|给我|麻烦)*(?:保存|存|记|学)(?:起来|下来|一下|下|住|会|了|上|好|它)*[吧呗啊呀啦哈喽]*"
    ),
    re.compile(
        r"(?:please )?(?:take (?:it|that|them)? ?back|delete|remove|bin|undo|drop|scrap)"
        r"(?: (?:it|that|this|them|all(?: of them)?))?(?: please)?"
        r"|(?:就|那就|请|帮我)?(?:撤回|撤销|撤|删除|删)(?:掉|了|一下|它)*(?:吧|呗)?"
    ),
    re.compile(
        r"(?:please )?(?:change|fix|edit|correct)(?: (?:it|that|this))?(?: please)?"
        r"|(?:就|那就|请|帮我)?(?:修改|改)(?:掉|了|一下|过来|它)*(?:吧|呗)?"
    ),
)
"""What cards offer: words of one of these agree only to a choice that begins with such words."""
_UNDOING = _DOINGS[1:]
_UNSAVED = re.compile(
    r"(?:please )?(?:do not|dont|no need to) (?:save|store|learn|record|note|add|teach|keep)"
    r"(?: (?:it|that|this|them|that one|this one))?(?: please| yet)?"
    r"|(?:先|那|就|还是|都|你|请)*(?:别|不要|不用|不|甭)(?:给我)?(?:保存|存|记|学)"
    r"(?:起来|下来|一下|下|上|它|了|这[个条])*[吧啊啦呀哈]*"
)
"""What was offered to be saved is not to be."""
_KEEPS = re.compile(
    r"(?:please )?(?:lets )?(?:keep|leave) (?:it|that|them|this|that one|this one|the old one)"
    r"(?: (?:alone|there|in|as (?:it|that) (?:is|was)|be|after all|instead|then|please))*"
    r"|let it be"
    r"|(?:please )?(?:do not|dont) (?:delete|remove|undo|change|edit)(?: (?:it|that|this))?"
    r"|(?:就|还是)*(?:留着|保留|留下)(?:原来的|着|吧|它|了|好了)*|(?:就|还是)*(?:保持)?原样(?:吧|就好|就行)*"
    r"|(?:就|还是|先)*[别不](?:删除|撤回|撤销|修改|删|撤|改)(?:掉|它|了|吧)*"
)
"""What was offered to be changed, or was changed, is to stay as it was."""
_PUT_BACK = re.compile(r"(?:please )?put (?:it|that|them) back(?: in)?|放回去吧?")
_DROPPED_HAN = re.compile(
    r"(?:(?:那|就|先|都|你|还是)*(?:算了|不要了?|不用了?|没事了?|当我没[说问]过?|不管了?|不必了?|"
    r"(?:别|不用?|甭|先别)(?:删|撤|改|管|理|问|教|弄|动)(?:了|它|我)*|下次再说|以后再说|回头再说|再说|先这样|"
    r"不知道|不清楚|不确定|没想好|不好说|无语|随便)"
    r"(?:吧|了|啊|哈|呢)*+(?:谢谢|谢了|多谢)?)++"
)
"""Nothing is to be done, whatever it was: on its own it takes nothing back."""
_BREAKS = re.compile(r"[,.;!，。；！、~～\n]+")
_POINTING = word_set("it that this is its thats the a an")
"""Words beside those of a question that is said again as so."""
_WORDS = re.compile(r"[a-z]+|[^\Wa-z]+")
_DENIAL = re.compile(r"\b(?:not|no|never|isnt)\b|[不没别非]")
_LONGEST_REST, _LONGEST_REST_HAN = 4, 8
"""Words, and characters without blanks, that may follow a no: ``nope, keep it``."""


def agrees(text: str, doing: re.Pattern[str] | None = None) -> bool | None:
    """Return whether a text does nothing but agree, or refuse; None for any other.

    A yes with conditions (``yes, but …``) is none; a refusal may say in a few words what instead.

    Args:
        text: what answers a card.
        doing: the words for what that offers, which agree as well: ``yes save it``.
    """
    clauses = [clause for clause in _clauses(text) if clause not in _THANKS]
    if clauses and all(_is_yes(clause, doing) for clause in clauses):
        return True
    if not clauses or not _is_no(clauses[0], doing):
        return None
    rest = " ".join(clauses[1:])
    is_short = len(rest.split()) <= _LONGEST_REST and (
        rest.isascii() or len(rest) <= _LONGEST_REST_HAN
    )
    return False if is_short and not any(sign.isnumeric() for sign in rest) else None


def _is_yes(clause: str, doing: re.Pattern[str] | None) -> bool:
    is_done = doing is not None and doing.fullmatch(clause) is not None
    return is_done or clause in _YES or _is_han_yes(clause) or _says_right(clause)


def _is_han_yes(clause: str) -> bool:
    return _YES_HAN.fullmatch(clause.replace(" ", "")) is not None


def _is_no(clause: str, doing: re.Pattern[str] | None = None) -> bool:
    return _is_bare_no(clause) or _is_cancel(clause, doing)


def _is_bare_no(clause: str) -> bool:
    return clause in _NO or _NO_HAN.fullmatch(clause) is not None


def _is_cancel(clause: str, doing: re.Pattern[str] | None = None) -> bool:
    """Return whether a clause wants nothing of what a card offers, or of one that does so much."""
    is_unsaved = doing is _DOINGS[0] and _UNSAVED.fullmatch(clause) is not None
    return is_unsaved or clause in _CANCEL or _CANCEL_HAN.fullmatch(clause) is not None


def _says_right(clause: str) -> bool:
    """Return whether a clause calls right what was just said, and not what the bot answered."""
    said = clause.split()
    if clause.isascii():
        return _RIGHT.issuperset(said) and not _RIGHT_KEYS.isdisjoint(said)
    return _RIGHT_HAN.fullmatch("".join(said)) is not None


def calls_off(text: str) -> bool:
    """Return whether a text does nothing but call off what was begun: ``nvm``, 算了别删."""
    clauses = [clause for clause in _clauses(text) if clause not in _LEADING]
    return bool(clauses) and all(
        clause in _DROPPED or _DROPPED_HAN.fullmatch(clause.replace(" ", "")) for clause in clauses
    )


def keeps(text: str, *, is_removal: bool = False) -> bool:
    """Return whether a text wants nothing but that something stays as it is: ``no, keep it``."""
    wants = (_KEEPS, _PUT_BACK) if is_removal else (_KEEPS,)
    others = [one for one in _clauses(text) if not any(each.fullmatch(one) for each in wants)]
    is_other = any(not _is_no(one) and one not in _LEADING for one in others)
    return len(others) < len(_clauses(text)) and not is_other


def refuses_with_more(text: str) -> bool:
    """Return whether a text refuses and says more than that: ``no, 380``."""
    is_refusal = agrees(text) is False
    return is_refusal and not all(_is_no(clause) for clause in _clauses(text))


def _clauses(text: str) -> list[str]:
    """Return the clauses of a text, a yes or a no before what it wants done as one of its own."""
    found = [plain for clause in _BREAKS.split(text) if (plain := _plain(clause))]
    return [part for clause in found for part in _parts(_FILLERS.sub("", clause, count=1))]


def _parts(clause: str) -> Sequence[str]:
    is_one = clause in _YES | _DROPPED or _is_han_yes(clause) or _is_no(clause)
    is_one = is_one or any(each.fullmatch(clause) for each in (_KEEPS, _UNSAVED))
    said = None if is_one else _FIRST.fullmatch(clause)
    if said is None or not _wants(said["rest"]):
        return (clause,)
    return (said["first"], said["rest"])


def _wants(clause: str) -> bool:
    """Return whether a clause says what is to be done with what a card offers."""
    is_told = any(one.fullmatch(clause) for one in (*_DOINGS, _KEEPS, _UNSAVED))
    return is_told or clause in _YES | _THANKS or _is_han_yes(clause) or _is_no(clause)


def _plain(clause: str) -> str:
    """Return a clause folded, in simplified characters, so that every list reads it alike."""
    return " ".join(simplified(clause).casefold().replace("'", "").replace("’", "").split())


def chosen_by(text: str, reply: Reply) -> Choice | None:
    """Return the choice of a card that a text names, agrees to, or refuses by."""
    if reply.tone is not Tone.ASK:
        return None
    named = [choice for choice in reply.choices if _plain(choice.label) == _plain(text.strip())]
    if len(named) == 1:
        return named[0]
    offered = _agreed(reply.choices)
    doing = _doing(offered[0]) if len(offered) == 1 else None
    is_yes = agrees(text, doing)
    is_yes = _affirms(text, reply.title) if is_yes is None else is_yes
    is_undone = doing in _UNDOING or (doing is _DOINGS[0] and calls_off(text))
    if is_yes is None and is_undone and keeps(text, is_removal=True):
        is_yes = False
    if is_yes is None:
        return None
    return _only(offered if is_yes else _refusing(text, reply, doing))


def _affirms(text: str, title: str) -> bool | None:
    """Return True where a text says yes and what a question asks again: 对，爬山是活动."""
    clauses = _clauses(text)
    said = _FIRST.fullmatch(clauses[0]) if clauses and agrees(clauses[0]) is None else None
    first, *rest = [said["first"], said["rest"], *clauses[1:]] if said else clauses or [""]
    is_same = bool(rest) and all(_repeats(each, title) for each in rest)
    return True if is_same and agrees(first) else None


def _repeats(clause: str, title: str) -> bool:
    """Return whether a clause has no words but those of a title: no number, and no denial."""
    if any(sign.isnumeric() for sign in clause) or _DENIAL.search(clause) or clause[-1] in "吗么":
        return False
    of, said = simplified(title).casefold(), _WORDS.findall(clause.replace("是", " "))
    asked = _POINTING.union(_WORDS.findall(of))
    return all(word in asked or (not word.isascii() and word in of) for word in said)


def _agreed(choices: Sequence[Choice]) -> Sequence[Choice]:
    """Return the choices that a yes may press.

    The likely one, else the only one beside a no, else the one that is called yes where none is
    called no: that would be an answer, and no agreement.
    """
    likely = [choice for choice in choices if choice.is_yes]
    ways = [choice for choice in choices if not (choice.is_no or choice.is_cancel)]
    has_no = len(ways) < len(choices)
    if likely or (len(ways) == 1 and has_no):
        return likely or ways
    called = [agrees(choice.label) for choice in ways]
    is_answer = False in called or not has_no
    return [] if is_answer else [c for c, yes in zip(ways, called, strict=True) if yes]


def _doing(choice: Choice) -> re.Pattern[str] | None:
    return next((one for one in _DOINGS if one.match(_plain(choice.label))), None)


def _refusing(text: str, reply: Reply, doing: re.Pattern[str] | None) -> Sequence[Choice]:
    """Return the choices that a refusal may press.

    Where a no takes one thing rather than another, only a bare no presses that.
    """
    said = _clauses(text)
    if all(map(_is_bare_no, said)) or keeps(text, is_removal=doing in _UNDOING):
        return [choice for choice in reply.choices if choice.is_no]
    is_called_off = any(_is_cancel(clause, doing) for clause in said)
    return [c for c in reply.choices if c.is_cancel and (c.is_no or is_called_off)]


def _only(choices: Sequence[Choice]) -> Choice | None:
    return choices[0] if len(choices) == 1 else None
