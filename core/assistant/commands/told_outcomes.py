"""How something turned out, told in passing after an answer that is a label: always asked about.

``turned out it was a no`` and ``we won`` say a label of the task; ``it got called off`` says none,
so that it is asked which of them that means.
"""

import re
from collections.abc import Sequence
from typing import Final

from core.assistant.acts import plain_words
from core.assistant.commands.judged import (
    Judged,
    about_answer,
    correction_hint,
    label_in,
    offer_correction,
)
from core.assistant.reactions import is_reaction
from core.assistant.reading.traditional import simplified
from core.assistant.reading.yes_no_labels import yes_and_no
from core.assistant.request import AskFirst, Request, Unsure, Way
from core.assistant.show import SENTENCE, clip
from core.assistant.statements import is_statement
from core.assistant.task_fit import fields_said, is_known_name, names_value
from core.assistant.told_labels import is_form_of, labels_told, name_of_target, says_target
from core.assistant.word_sets import word_set
from core.assistant.wording import say

SHOWN: Final = 40
"""Characters of a label on a button."""
MOST_BUTTONS: Final = 4
"""Labels that a card offers; of more, the command is named that says any of them."""
_TURNED_OUT: Final = re.compile(
    r"\b(?:turn(?:s|ed)? out(?: to be| that| as)?|end(?:s|ed)? up(?: being| as)?|in the end|"
    r"finally|eventually|(?:the )?(?:result|outcome)|we|they|he|she|you|got|came|went|did)\b"
    r"|结果|最后|最终|到底|原来|实际上?|我们|咱们|他们|她们|大家|居然|还是",
    re.IGNORECASE,
)
"""Words that tell how something turned out, and say none of how."""
_THANKS: Final = re.compile(r"^\W*(?:thanks|thank you|thx|ty|cheers|谢谢)\b\W*", re.IGNORECASE)
_YES: Final = word_set("yes yep yeah yea yup aye true 是 有 对")
_NO: Final = word_set("no nope nah false 否 不 没 没有 不是")
_CUE: Final = re.compile(
    r"^\W*(?:(?:well|so|oh|ok|sorry|no|yes|nope|yeah|actually|sadly|luckily)\W+)*"
    r"(?:(?:it|they|we|this|that|nobody|noone|no one|everyone|everybody|he|she)\b"
    r"|(?:did|was|were|has|had|got|never)(?:n['’]?t)?\b|turn(?:s|ed)? out\b|end(?:s|ed)? up\b)"
    r"|结果|最后|最终|[没未]|[一-鿿][了成](?:[，,。！!]|$)",
    re.IGNORECASE,
)
"""What a sentence begins with that goes on about the case of the last answer."""
_TOLD: Final = re.compile(
    r"n['’]?t\b|\bnot\b|\bnever\b|\bit (?:was|got|had been)\b|[没未]", re.IGNORECASE
)
"""Words that deny something, or tell what was."""


def offer_outcome(request: Request, judged: Judged) -> None:
    """Return where a sentence does not tell how the case of an answer turned out.

    Raises:
        AskFirst: it does: whether that is to be learned, or which of the labels is meant.
        Unsure: it does, and the labels are too many for that.
    """
    text, task, known = _THANKS.sub("", request.text), judged.task, judged.known
    if names_value(text, task, known) or is_known_name(text, task, known):
        return
    labels = task.target.labels or known.labels
    if label := _label_said(text, judged, labels):
        raise offer_correction(request, judged, label)
    if not _CUE.search(text):
        return
    says_amount = any(sign.isnumeric() for sign in text)
    if says_amount or is_reaction(text) or fields_said(request, task, known):
        return
    if is_statement(text, [text]) or _TOLD.search(text) or _TURNED_OUT.search(text):
        raise _which(request, judged, labels_told(text, name_of_target(task), labels))


def _label_said(text: str, judged: Judged, labels: Sequence[str]) -> str | None:
    """Return the one label that a sentence says in some form, beside words that say no more."""
    bare = _TURNED_OUT.sub(" ", simplified(text))
    if label := label_in(_with_labels(bare, labels), judged):
        return label
    name = name_of_target(judged.task)
    told = labels_told(text, name, labels) if says_target(text, name, labels) else ()
    return told[0] if len(told) == 1 else None


def _with_labels(text: str, labels: Sequence[str]) -> str:
    """Return a text in which each form of a label is the label: ``lost`` is ``lose``."""
    answers = yes_and_no(labels)
    words = []
    for word in text.split():
        plain = plain_words(word)
        label = next((each for each in labels if is_form_of(plain, each.casefold())), None)
        if answers and label is None:
            bare = plain.lstrip("是就").rstrip("了吧啊的") or plain
            label = answers[0] if bare in _YES else answers[1] if bare in _NO else None
        words.append(label or word)
    return " ".join(words)


def _which(request: Request, judged: Judged, labels: Sequence[str]) -> AskFirst | Unsure:
    """Return the question which label a sentence means; none is taken unasked."""
    locale, number = request.sender.locale, judged.prediction.number
    text = clip(request.text.strip(), SENTENCE)
    title = say("which outcome", locale=locale, number=number, text=text)
    if not 0 < len(labels) <= MOST_BUTTONS:
        return Unsure(f"{title}\n{correction_hint(request, judged)}")
    ways = tuple(_way(request, judged, label) for label in labels)
    return AskFirst(title, about_answer(request, judged), ways=ways)


def _way(request: Request, judged: Judged, label: str) -> Way:
    [learning] = offer_correction(request, judged, label).ways
    name, value = judged.task.target.name, clip(label, SHOWN)
    shown = say("name is value", locale=request.sender.locale, name=name, value=value)
    return Way(label=shown, request=learning.request)
