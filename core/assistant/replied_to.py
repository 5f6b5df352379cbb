"""What a command in a reply is about: the answer or the example that the message replies to."""

import re
from collections.abc import Mapping

from core.assistant.incoming import Message
from core.assistant.options import Rest
from core.assistant.wording import say
from core.errors import NotFound

_NAMED = re.compile(
    r"\s*(?P<lead>(?:(?:no|nope|actually|sorry|oh|wait|hm+|so|and|but|well|i think|其实|不对|对了"
    r"|抱歉|啊|哦)[\s,，:：.!。！]+)*)[?？](?P<number>\d{1,9})(?!\d)\s*[,，:：]?\s*(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
"""A sentence that begins with the number of the answer that it is about: ``?1 was 300k``."""
_JUDGED = re.compile(
    r"\s*(?P<rest>(?:wrong|incorrect|not (?:right|correct|true)|false|nope|bad guess|不对|错了?"
    r"|不准|猜错了?)\W{0,3}?)[\s:：,，]*[?？](?P<number>\d{1,9})[\s.!。！]*",
    re.IGNORECASE,
)
"""A verdict before that number: ``wrong ?9``."""
_OF_ANSWERS = frozenset({Rest.ANSWER, Rest.ANSWER_AND_TEXT})
_OF_EXAMPLES = frozenset({Rest.EXAMPLE, Rest.EXAMPLE_AND_TEXT})


def answer_named_first(text: str) -> tuple[str, str] | None:
    """Return the number of the answer that a sentence says it is about, and the rest of it."""
    if found := _NAMED.fullmatch(text):
        return found["number"], f"{found['lead']}{found['rest']}"
    judged = _JUDGED.fullmatch(text)
    return (judged["number"], judged["rest"]) if judged else None


def number_replied_to(
    message: Message, name: str, rest: Rest, given: Mapping[str, str]
) -> Mapping[str, str]:
    """Return the number of what a command that names none replies to, as its option; else nothing.

    Args:
        message: the line, which may reply to a card.
        name: the command, as its sentence is to name it.
        rest: what the command takes.
        given: the options that the line says.

    Raises:
        NotFound: it takes an answer and replies to an example, or the other way round, or to
            a card that is about neither.
    """
    if "number" in given or rest not in _OF_ANSWERS | _OF_EXAMPLES:
        return {}
    answer, example = message.in_reply_to, message.about_example
    wanted, other = (answer, example) if rest in _OF_ANSWERS else (example, answer)
    if wanted is not None:
        return {"number": str(wanted)}
    command = say("a command", locale=message.sender.locale, name=name)
    if other is None and message.about_card is None:
        return {}
    if other is None:
        raise NotFound(say("replied to neither", locale=message.sender.locale, command=command))
    key = "replied to example" if rest in _OF_ANSWERS else "replied to answer"
    raise NotFound(say(key, locale=message.sender.locale, number=other, command=command))


def step_replied_to(message: Message, name: str, given: Mapping[str, str]) -> Mapping[str, str]:
    """Return the step that a line undoes by replying to its card, as its option; else nothing."""
    if name != "undo" or message.about_step is None or "number" in given:
        return {}
    return {"step": str(message.about_step)}


def corrects_example(message: Message, given: Mapping[str, str]) -> bool:
    """Return whether a correction that names no answer replies to an example."""
    is_of_example = message.in_reply_to is None and message.about_example is not None
    return is_of_example and "number" not in given
