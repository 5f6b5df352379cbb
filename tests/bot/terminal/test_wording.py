from string import Formatter

from bot.terminal.wording import CHINESE, ENGLISH


def _parts_of(template: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(template)} - {None}


def test_all_that_the_terminal_says_is_said_in_both_languages_with_the_same_parts() -> None:
    assert ENGLISH.keys() == CHINESE.keys()
    assert all(_parts_of(ENGLISH[key]) == _parts_of(CHINESE[key]) for key in ENGLISH)
