"""Which label a sentence that states something tells of what it speaks of.

``the fern in the north window died`` says a label as it is called, or the target's own name
(``survived`` of "survives") where the labels are yes and no.
"""

import re
from collections.abc import Sequence
from typing import Final

from core.assistant.acts import plain_words
from core.assistant.reading.asking_han import DONE_OR_NOT, verb_asked
from core.assistant.reading.negation import denies, is_negated
from core.assistant.reading.tokens import tokenise
from core.assistant.reading.verbs import PAST, is_past
from core.assistant.reading.yes_no_labels import yes_and_no
from core.assistant.word_sets import word_set
from core.domain.task import Task

_NO_NAMES: Final = word_set("answer 答案")
"""What a target is called that nobody gave a name."""
_DOERS: Final = re.compile(r"\b(?:i|we|he|she|they|you|my [a-z]+|our [a-z]+)\b")
_NOT_YET: Final = re.compile(
    r"\b(?:will|would|shall|should|can|could|may|might|must|want|wanna|like|love|hate|hope|plan|"
    r"going|gonna|if|whether|maybe|prefer|need|rather|or|than|think|thinking|ll|d)\b"
    r"|想|[要该能会可]|打算|准备|希望|适合|合适|方便|考虑|喜欢|爱|讨厌|觉得|或者?|还是(?=[^，,。]*还是)"
    r"|[和跟与比]|明天|后天|下周|如何|怎"
)
"""Words beside a label that tell of no case in which it came true: a wish, a choice, a plan."""
_WISH_HAN: Final = "(?:想要?|打算|准备|希望|考虑|应?该|可以|适合)[^没不 ]{0,2}"
_LETS_HAN: Final = "(?:让|叫|准|批|同意|通知|喊|劝)[^不没，,。]{0,3}"
"""What leads to a thing that came to be: 老师让请假."""
_LITTLE_HAN: Final = re.compile(
    "[我你他她们也是都就又才还一般通常平时最后结果后来坐乘去来的了过让叫啊吧呢哦]*"
)
"""Characters beside a label that say no more of the case."""
_OUTCOMES: Final = re.compile(
    r"(?:(?:but|and|with|sadly|alas|still|absolutely)\s+)*"
    r"(?:no (?:luck|joy|success|dice|go|chance)|nothing(?: at all| doing)?|"
    r"zilch|nada|success|total failure|failed|in vain)"
    r"|(?:[但可]是?|结果|最后|还是|完全|都)*(?:白费|没戏|没成|成了|失败了?|成功了?|没成功)了?"
    r"|(?:[但可]是)?(?:结果|最后|还是)不行"
)
"""How something ended, whatever it was."""
_ENDINGS: Final = ("ing", "es", "ed", "s", "d", "e")
"""What a verb's forms end in: survive, survives, survived, surviving."""
_PASTS: Final = {
    "win": "won wins winning",
    "lose": "lost loses losing loss",
    "draw": "drew drawn draws tied tie",
    "sell": "sold sells",
    "buy": "bought buys",
    "go": "went gone goes",
    "come": "came comes",
    "keep": "kept keeps",
    "leave": "left leaves",
    "hold": "held holds",
    "break": "broke broken breaks",
    "fall": "fell fallen falls",
    "rise": "rose risen rises",
    "grow": "grew grown grows",
    "die": "died dead dies",
    "pay": "paid pays",
    "hit": "hits hitting",
    "beat": "beaten beats",
}
"""Forms of the verbs that labels most often are, where no rule forms them."""
_SHORTEST_STEM: Final = 3
"""Letters of a verb without its ending."""
_PASTS_OF_BE: Final = word_set(
    "was were wasnt werent did didnt had hadnt got went came took ended turned never"
)
"""Words of a clause that tell what its name did: ``the game was on``."""
_GETTING: Final = frozenset("夹抓抢钓买抽约租订捡追拍挖领")
"""Verbs that come off or not, as 到 behind them says."""
_LONGEST_VERB: Final = 4
_CLAUSES: Final = re.compile(r"[,;!…，。；：！、\n]|[.:](?!\d)")
_MOST_BEFORE: Final = 4
"""Words, or Chinese characters, before a label that may deny it: ``did not quite make``."""


def name_of_target(task: Task) -> str:
    """Return what a task's target is called: as the task is, where it has no name of its own."""
    return task.name if task.target.name.casefold() in _NO_NAMES else task.target.name


def labels_told(
    text: str, name: str, labels: Sequence[str], *, is_open: bool = False
) -> tuple[str, ...]:
    """Return the label that a sentence tells, alone; all of the labels where it is not clear.

    Of a single one that was taught so far it is none that is not said.

    Args:
        text: the sentence, which states something, or the part of it that no field was read from.
        name: of the target.
        labels: what the target may be.
        is_open: whether others may come, so that one that is denied tells another only where that
            is a denial itself: ``didn't bite`` is "no bite".
    """
    clauses, yes_no = [plain_words(part) for part in _CLAUSES.split(text)], yes_and_no(labels)
    if yes_no is not None:
        told = {_said_of_name(words, plain_words(name)) for words in (*clauses, plain_words(text))}
        said = told - {None}
        return (yes_no[0] if True in said else yes_no[1],) if len(said) == 1 else yes_no
    found = [one for words in clauses for one in _labels_in(words, labels)]
    inside = {one for one, _ in found for other, _ in found if one != other and one in other}
    denied = {label for label, is_denied in found if is_denied and label not in inside}
    affirmed = {label for label, is_denied in found if not is_denied and label not in inside}
    others = [label for label in labels if label not in denied]
    if len(affirmed - denied) == 1:
        return tuple(affirmed - denied)
    if denied and not affirmed and (not is_open or all(map(denies, others))):
        return tuple(others)
    return tuple(labels) if len(labels) > 1 else ()


def _labels_in(words: str, labels: Sequence[str]) -> list[tuple[str, bool]]:
    """Return the labels that a clause says, each with whether it denies it."""
    places = {label: _place_of(words, plain_words(label)) for label in labels}
    return [(label, _is_denied(words, at)) for label, at in places.items() if at >= 0]


def says_target(text: str, name: str, labels: Sequence[str]) -> bool:
    """Return whether words that no field took tell a label by their form.

    They are one and nothing else, deny one (``did not thrive``), tell what somebody does (我骑车),
    or say the name of a yes/no target in its past: ``survived``.
    """
    words, called = plain_words(text), plain_words(name)
    if yes_and_no(labels) is None:
        if any(re.search(rf"{re.escape(one)}了?没有?$", words) for one in labels):
            return False  # 批准没
        is_said = any(_says_label(words, plain_words(label)) for label in labels)
        return is_said or _tells_doing(words, labels)
    if _OUTCOMES.fullmatch(words):
        return True
    if not called:
        return False
    said = _said_of_name(words, called)
    if said is None or not called.isascii():
        verb = re.escape(called)
        told = re.search(rf"{verb}[了过]|[没不]|{_LETS_HAN}{verb}", words)
        is_asked = re.search(rf"{verb}[没不]{verb}|{DONE_OR_NOT}", words) is not None
        return said is not None and told is not None and not is_asked
    return not said or any(_is_past_of(word, called) for word in words.split())


def told_of_name(text: str, name: str, labels: Sequence[str]) -> str:
    """Return the words that tell, in the past, whether what a yes/no target names was so.

    ``the game was on`` of "game on", 没打 of 打不打, or a Chinese label as what has come to be:
    中了 of 中; empty where there are none.
    """
    if yes_and_no(labels) is None:
        ends = "|".join(re.escape(plain_words(one)) for one in labels if not one.isascii())
        done = re.search(rf"(?:{ends})[了啦](?=\W|$)", plain_words(text)) if ends else None
        return done[0] if done else ""
    called = verb_asked(plain_words(name))
    if called and not called.isascii():
        bare, asks = plain_words(text), plain_words(name)
        bare = bare if called in asks else bare.replace(asks, " ")  # 打不打 denies nothing
        verb = re.escape(called)
        told = re.search(rf"(?<!{verb})(?:没有?|未){verb}|{verb}(?:了|过|成)(?![吗没])", bare)
        if got := _got_of(called):
            told = told or re.search(rf"(?:没有?|未|(?<!没)有){got}|{got}[了过啦](?![吗没])", bare)
        return told[0] if told else ""
    for clause in map(plain_words, _CLAUSES.split(text)):
        rest = _without_name(clause.split(), called)
        if rest is not None and any(w in _PASTS_OF_BE or is_past(w, PAST) for w in rest):
            return clause
    return ""


def _got_of(name: str) -> str:
    """Return what says that a verb with its object came off: 夹到 of 夹娃娃; else nothing."""
    return f"{name[0]}到" if 1 < len(name) <= _LONGEST_VERB and name[0] in _GETTING else ""


def _without_name(words: Sequence[str], name: str) -> Sequence[str] | None:
    """Return the words of a clause beside those of a name; None where it does not say them all."""
    stems = {_stem(word) for word in name.split()}
    rest = [word for word in words if _stem(word) not in stems]
    return rest if stems and stems <= {_stem(word) for word in words} else None


def is_form_of(word: str, label: str) -> bool:
    """Return whether a word is a label in another form, such as its past: ``won`` of "win"."""
    if word == label or word in _PASTS.get(label, "").split():
        return True
    base = next((each for each, forms in _PASTS.items() if label in forms.split()), "")
    if base and (word == base or word in _PASTS[base].split()):
        return True
    is_long = min(len(word), len(label)) > _SHORTEST_STEM
    return label.isascii() and is_long and _stem(word) == _stem(label)


def without_label(text: str, name: str, told: Sequence[str]) -> str:
    """Return a part of a sentence without the words that tell the one label, or all of it."""
    if len(told) != 1:
        return text
    stem, label = _stem(plain_words(name)), plain_words(told[0])
    if not text.isascii():
        words = plain_words(text).replace(plain_words(name), "").replace(label, "")
        return "" if _LITTLE_HAN.fullmatch(words) else text
    rest = [word for word in text.split() if _stem(plain_words(word)) != stem]
    kept = " ".join(rest)
    if len(rest) == len(text.split()):
        return "" if plain_words(text) == label else text
    return "" if is_negated(tokenise(kept)) and len(rest) < _MOST_BEFORE else kept


def is_only_wished(text: str, labels: Sequence[str]) -> bool:
    """Return whether a Chinese sentence wants or plans what a label says: 我想骑车."""
    words = plain_words(text)
    said = [plain_words(label) for label in labels if not label.isascii()]
    return any(re.search(f"{_WISH_HAN}{re.escape(label)}", words) for label in said)


def _tells_doing(words: str, labels: Sequence[str]) -> bool:
    """Return whether words tell that somebody does or did what one label says."""
    if _NOT_YET.search(words) or len(labels_told(words, "", labels)) != 1:
        return False
    return not words.isascii() or _DOERS.search(words) is not None


def _says_label(words: str, label: str) -> bool:
    """Return whether words are a label, or deny it."""
    at = _place_of(words, label)
    return bool(label) and (words == label or (at >= 0 and _is_denied(words, at)))


def _said_of_name(words: str, name: str) -> bool | None:
    """Return whether words affirm or deny what the target's name says; None for neither."""
    name = verb_asked(name)
    if not name.isascii():
        at = words.find(name)
        at = words.find(got) if (got := _got_of(name)) and got in words else at
        return None if at < 0 else not _is_denied(words, at)
    said = words.split()
    if _without_name(said, name) is None:
        return None
    stems = [_stem(word) for word in name.split()]
    places = [at for at, word in enumerate(said) if _stem(word) in stems]
    before = said[max(0, places[0] - _MOST_BEFORE) : places[0]]
    return not is_negated(tokenise(" ".join(before))) and not is_negated(
        tokenise(
            " ".join(word for word in said[places[0] : places[-1]] if _stem(word) not in stems)
        )
    )


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _is_past_of(word: str, name: str) -> bool:
    return word != name and word.endswith("ed") and _stem(word) == _stem(name)


def _place_of(words: str, label: str) -> int:
    """Return where a label stands among words as a word of its own; -1 where it does not."""
    if not label:
        return -1
    around = ("(?<![0-9a-z])", "(?![0-9a-z])") if label.isascii() else ("", "")
    found = re.search(f"{around[0]}{re.escape(label)}{around[1]}", words)
    if found is None and label.isascii() and len(_stem(label)) > _SHORTEST_STEM:
        forms = re.finditer(r"[a-z]+", words)
        found = next((form for form in forms if _stem(form[0]) == _stem(label)), None)
    return found.start() if found else -1


def _is_denied(words: str, at: int) -> bool:
    """Return whether the words right before a place deny what stands there."""
    before = tokenise(words[:at])[-_MOST_BEFORE:]
    return is_negated(before)
