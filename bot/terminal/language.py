"""The language that a person at a terminal is answered in."""

from collections.abc import Mapping

from core.assistant.languages import CHINESE, ENGLISH, has_han, is_chinese, words_of

FEWEST_WORDS = 3
"""Words of a line that is a sentence: a shorter one may be a command (``undo``, ``task list``)."""


def language_of_environment(environment: Mapping[str, str]) -> str:
    """Return the locale that a program is to speak, by the variables that gettext goes by."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((value for name in names if (value := environment.get(name))), "")
    if locale.partition(".")[0] in ("C", "POSIX"):
        return ENGLISH
    return environment.get("LANGUAGE", "").partition(":")[0] or locale or ENGLISH


def language_heard(line: str, *, now: str, usual: str) -> str:
    """Return the locale to answer a line in: Chinese for Chinese, else the person's usual one.

    Args:
        line: what they typed.
        now: the locale of what went before, in which commands, numbers and names are answered.
        usual: the locale of their environment.
    """
    if is_chinese(line):
        return CHINESE
    is_sentence = len(words_of(line)) >= FEWEST_WORDS and not has_han(line)
    return usual if is_sentence else now
