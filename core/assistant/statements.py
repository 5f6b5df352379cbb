"""Which plain sentences state something rather than ask: by their grammar, not by their subject.

A question has the words of one (``how much``, ``if``, 吗) or says values of a task's fields and
little else (``80 m², Mitte``). A sentence whose own verb was read for nothing (``we painted the 3
rooms``, 我们昨天换了灯) states something, whatever values it says besides.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from core.assistant.acts import begins_socially, plain_words
from core.assistant.nearest import nearest
from core.assistant.reading.asking_han import DONE_OR_NOT, HOW_MANY
from core.assistant.reading.traditional import simplified
from core.assistant.reading.verbs import PAST, PAST_ALONE, is_past
from core.assistant.word_sets import word_set

_QUESTION: Final = re.compile(
    r"[?？]|(?:^|[.,;:!…–—-]\s*)(?:(?:so|and|but|then|ok|okay|well|hey|hi)[\s,]+)*"
    r"(?:how|what(?!\s+an?\b)|whats|which|who|whose|where|when|why)\b"
    r"|^\W*(?:is|are|was|were|do|does|did(?!\s+\d)|shall|may|has|have|will|"
    r"can(?!['’]t)|could|might)\b"
    r"|\b(?:how (?:much|many|long|far|soon|late|about)|what about|if|suppos(?:e|ing)|imagine|"
    r"assuming|guess|predict(?:ion)?|estimate|forecast|expect(?:ed|ing)?|wonder(?:ing)?|curious|"
    r"chances?|odds|likely|probability|tell me|give me|any idea|let me know|ask(?:ing)?|"
    r"questions?|would|(?<!\bi )(?<!\bwe )(?<!\bthey )(?<!\bhe )(?<!\bshe )"
    r"(?:should(?! be| have)|could))\b"
    rf"|[吗嘛呢哪谁]|{HOW_MANY}|{DONE_OR_NOT}"
    r"|什么|么[\s?？!！。]*$|多少|多[久大远高重]|怎|如何|是否|会不会|能不能|是不是|要不要|有没有|可不可以|"
    r"好不好|请问|预测|估计|估一|猜|假如|如果|要是|(?P<verb>[一-鿿])(?<![时动不没])[不没](?P=verb)"
)
"""What makes a sentence a question."""
_CLAUSES: Final = re.compile(r"(?<!\d)[.,:]|[.,:](?!\d)|[;!…–—，。；：！、()（）]|\s-\s")
_CONTRACTIONS: Final = (
    (re.compile(r"\b(it|he|she|that|there|this)['’]s\b"), r"\1 is"),
    (re.compile(r"\b(i|we|you|they)['’]ve\b"), r"\1 have"),
    (re.compile(r"\b(we|you|they)['’]re\b"), r"\1 are"),
    (re.compile(r"\bi['’]m\b"), "i am"),
    (re.compile(r"n['’]t\b"), " not"),
    (re.compile(r"['’]ll\b"), " will"),
)
_CONJUNCTIONS: Final = word_set(
    "so and but then ok okay well because since also yesterday today oh"
)
PRONOUNS: Final = word_set(
    "i we you he she they it this that these those everyone everybody someone somebody nobody "
    "people one"
)
_OBJECTS: Final = word_set(
    "it me us him them my our your his her their the this that these those a an"
)
"""What a verb may lead to; an adjective (``renovated, 80 m²``) is followed by none of them."""
_DETERMINERS: Final = word_set("the my our your his her their this that these those")
_RELATIVE: Final = word_set("that which who whose")
"""Behind a noun they lead to what describes it: ``a flat that was renovated``."""
ADVERBS: Final = word_set(
    "just already also only never finally once even still then all both always almost actually "
    "really not ever"
)
GRAMMAR: Final = (
    PRONOUNS
    | ADVERBS
    | word_set(
        "is are was were am be been do does did have has had will would can could should may might "
        "must cant dont doesnt didnt isnt wasnt wont not no how what whats when where which who "
        "whos whose why im youre thats its my your our their his her me us them lets let go goes "
        "going wants want anyone anybody up if so tell about show give"
    )
)
"""Words of sentences, which names of things do not have."""
_LITTLE: Final = ADVERBS | word_set(
    "too very so quite way pretty rather much far a an the such now more less of to in at on for"
)
_BE: Final = word_set("is are was were am")
_MODALS: Final = word_set("will wont can cannot cant must might should could")
_ABLE: Final = word_set("ca can could")
"""Before "not"; "ca" is what is left of "can't"."""
_UNABLE: Final = word_set("cannot cant couldnt")
_PROPOSES: Final = word_set("lets let's let’s")
_HAVE: Final = word_set("has have had")
_PARTICIPLES: Final = PAST | word_set(
    "been gone done seen taken given come become had broken chosen fallen risen run begun "
    "forgotten written grown known gotten"
)
_TOLD: Final = re.compile(
    r"(?:^|[.,;:!…–—-]\s*|\b(?:and|but|so|because|since)\s+)"
    r"(?:(?:well|oh|actually|honestly|yesterday|today|then)[\s,]+)*"
    r"(?:(?:i|we|you|they|he|she|there)\s+(?:only |just |really |also |never )?"
    r"(?:had|were|was|did|went|got|made|took|came|said|told|guessed)"
    r"|it\s+(?:only |just |really |also )?(?:took|went|got|came|made|cost|sold|lasted))\b"
    r"|\d[^,;?]{0,20}?\s*,?\s*\bnot\s+[^,;\s\d]{0,3}\d|\bnot\s+[^,;\s\d]{0,3}\d[^,;?]{0,20}\bbut\b"
    r"|^\W*(?:please\s+|pls\s+)?(?!give|tell|show|let|predict|guess)[a-z]+\s+(?:me|us)\b"
    r"|\b(?:was|were|took)\b[^;?]{0,60}\bactually\b|\bactually (?:was|were|took)\b|\btypo\b"
    r"|\b(?:that|this) one (?:was|took)\b"
    r"|\b(?:my bad|my mistake|i was wrong)\b"
    r"|^\W*(?:(?:i|we|still|have|has|had|did|do)\s+)*(?:not|never)\s+(?:yet\s+|even\s+)?"
    r"(?:see|seen|saw|watch(?:ed)?|tried|try|read|play(?:ed)?|hear|heard|tasted?|visit(?:ed)?|"
    r"finish(?:ed)?|rated?|know)(?:\s+(?:it|that|this|one|any|them|him|her|yet|of|so|far))*\W*$"
    r"|不是.{1,12}?(?:[，,\s]*(?:而)?是).|我(?:们|也|真|很|最|不)*(?:喜欢|讨厌|爱|恨)(?!吗|么)"
    r"|你(?:不是|刚才|刚刚|昨天|之前|上次)?(?:说|猜|讲|答|教)"
)
"""What people did, had or like, want done (``remind me``), and what is so, not otherwise."""
_DEEDS: Final = (PAST_ALONE - word_set("saw rose spoke")) | word_set(
    "tried worked bought paid spent brought sent caught heard visited walked managed"
)
"""Verbs that begin a clause without a subject: no noun, and no adjective before one."""
_LONGEST_SUBJECT: Final = 8
"""Words; what is longer is a list of values."""
_POINTS: Final = word_set("it its that thats this")
_ABOUT_LABELS: Final = _POINTS | word_set(
    "no nope nah not actually hmm both neither either rather should be have been is was one went "
    "goes belongs to in under the a an end and or really clearly more like probably then just"
)
"""Words beside the labels that something should have had."""
_HAN_POINTS: Final = re.compile("不|应该|这|那|是|其实|更像")
"""What a remark about an answer begins with."""
_LONGEST_REMARK: Final = 9
"""Words; a longer sentence is a text to classify."""
_LONGEST_THANKS: Final = 5
"""Words of a sentence that begins with thanks or a greeting and is nothing else."""
_ALIKE: Final = 80.0
"""Percent of the letters that a misspelt label shares with the one that is meant."""
_HAN_SUBJECT: Final = re.compile(
    r"(?:昨天|今天|刚才|刚|其实|所以|但是|不过|上周|上个?月|去年)*"
    r"(?:我们|咱们|他们|她们|你们|大家|有人|我|咱|他|她|它|你)(?!们|家|的|想|要|有|是|会|能|需)"
)
_HAN_DONE: Final = re.compile(
    r"(?P<verb>[一-鿿])(?:[了过](?!吗|没)|啦)|[真太好挺超]\s*(?P<said>[一-鿿])[一-鿿]?(?:[啊呀哦哈吧！]|$)"
)
"""Something done (换了), or exclaimed (真快啊)."""


def has_question_words(text: str) -> bool:
    """Return whether a sentence has the words of a question."""
    return bool(_QUESTION.search(_folded(text)))


def is_statement(text: str, unread: Iterable[str], *, has_title: bool = False) -> bool:
    """Return whether a sentence states something, rather than asking about the values it says.

    Args:
        text: the sentence, which has no words of a question.
        unread: the parts of it that were read as no value of a field.
        has_title: whether a part is read as a title, which a verb may begin: ``bought and sold``.
    """
    folded = _folded(text)
    for contraction, full in _CONTRACTIONS:
        folded = contraction.sub(full, folded)
    parts = tuple(unread)
    rest = [_folded(part) for part in parts]
    if _TOLD.search(folded):
        return True
    left = {word for part in rest for word in re.findall(r"[\w'’]+", part)}
    left -= _capitalised(text) | _leading_titles(parts) | set(re.findall(r"(\w+)-\w", folded))
    clauses = [clause.strip() for clause in _CLAUSES.split(folded)]
    return any(
        not left.isdisjoint(_predicates(re.findall(r"[\w'’]+", clause), has_title=has_title))
        or _states_in_han(clause, rest)
        for clause in clauses
    )


def is_of_last_answer(text: str, labels: Iterable[str]) -> bool:
    """Return whether a short sentence to a task about texts speaks of an answer, not as a text.

    It says a label of what ``it`` or ``that`` is, misspelt perhaps (``it's both billing and
    login``), or thanks or marvels and goes on (``wow, quick!``).

    Args:
        text: the sentence.
        labels: the labels of the task.
    """
    words = plain_words(text).split()
    if not words or len(words) > _LONGEST_REMARK or text.rstrip().endswith(("?", "？")):
        return False
    if begins_socially(text) and len(words) <= _LONGEST_THANKS:
        return True
    said, names = "".join(words), [plain_words(label) for label in labels]
    if _HAN_POINTS.match(said):
        return any(name and name in said for name in names)
    rest = [word for word in words if word not in _ABOUT_LABELS]
    is_pointed = not _POINTS.isdisjoint(words[:2])
    return is_pointed and bool(rest) and all(nearest(w, names, alike=_ALIKE) for w in rest)


def _folded(text: str) -> str:
    return simplified(unicodedata.normalize("NFKC", text).casefold())


def _capitalised(text: str) -> set[str]:
    """Return the words behind the first that are names or parts of a title: ``We Bought a Zoo``."""
    words = re.findall(r"[^\W\d_]+", text)[1:]
    return {word.casefold() for word in words if word[0].isupper() and not word.isupper()}


def _leading_titles(parts: Iterable[str]) -> set[str]:
    """Return the first words of what looks like a title: ``Caught in the Web``."""
    words = [re.findall(r"[^\W\d_]+", part) for part in parts]
    return {
        first.casefold()
        for first, *others in filter(None, words)
        if first[0].isupper() and any(word[0].isupper() for word in others)
    }


def _predicates(words: Sequence[str], *, has_title: bool) -> Iterator[str]:
    """Yield the words of a clause that may be its verb, or what is said by ``is`` and ``has``."""
    first = _skip(words, 0, _CONJUNCTIONS)
    verb = _skip(words, first, ADVERBS)
    yield from _without_subject(words[verb : verb + 2], has_title=has_title)
    yield from _unable(words, first)
    for at in range(first + 1, min(first + _LONGEST_SUBJECT, len(words))):
        if words[at - 1] in _RELATIVE and at > first + 1:
            return
        verb = _skip(words, at, ADVERBS)
        if verb >= len(words):
            return
        said = words[verb]
        if said in _BE:
            after = _skip(words, verb + 1, _LITTLE)
            is_it = words[at - 1] == "it"
            yield from (
                word
                for word in words[after : after + 1]
                if word[0].isdigit() or not (is_it and _is_of_case(said, word))
            )
        elif said in _MODALS and _is_subject(words[first:at]):
            after = _skip(words, verb + 1, _LITTLE | {"be"})
            yield from words[after : after + 1]
        elif said in _HAVE:
            after = _skip(words, verb + 1, ADVERBS)
            yield from (word for word in words[after : after + 1] if is_past(word, _PARTICIPLES))
        elif said in PAST_ALONE or (_is_subject(words[first:at]) and is_past(said, PAST)):
            yield said


def _is_of_case(verb: str, word: str) -> bool:
    """Return whether ``it`` is the case asked about: it was built; not in "it was windy"."""
    return verb == "is" or is_past(word, _PARTICIPLES)


def _without_subject(words: Sequence[str], *, has_title: bool) -> Sequence[str]:
    """Return the verb of a clause that begins with it: ``made it``, ``let's meet``."""
    if len(words) < 2:
        return ()
    if words[0] in _PROPOSES:
        return words[1:]
    objects = _OBJECTS - {"a", "an"} if has_title else _OBJECTS
    is_deed = words[0] in _DEEDS and not has_title
    is_verb = is_deed or (words[1] in objects and is_past(words[0], PAST))
    return words[:1] if is_verb else ()


def _unable(words: Sequence[str], first: int) -> Sequence[str]:
    """Return the verb of a clause that begins with what could not be done: ``can't make it``."""
    if first >= len(words):
        return ()
    is_two = words[first] in _ABLE and words[first + 1 : first + 2] == ["not"]
    if not (is_two or words[first] in _UNABLE):
        return ()
    after = _skip(words, first + 1 + is_two, _LITTLE)
    return words[after : after + 1]


def _skip(words: Sequence[str], at: int, little: frozenset[str]) -> int:
    while at < len(words) and (words[at] in little or words[at].endswith("ly")):
        at += 1
    return at


def _is_subject(words: Sequence[str]) -> bool:
    """Return whether words are surely a subject; a participle may follow any other noun."""
    if len(words) == 1:
        return words[0] in PRONOUNS
    return words[0] in _DETERMINERS


def _states_in_han(clause: str, unread: Sequence[str]) -> bool:
    """Return whether a Chinese clause has a subject, or something done, that was not read."""
    left = "".join(unread)
    if any((done["verb"] or done["said"]) in left for done in _HAN_DONE.finditer(clause)):
        return True
    subject = _HAN_SUBJECT.match(clause)
    said = clause[subject.end() :] if subject else ""
    return any(part and part in said for part in (p.strip() for p in unread))
