"""What commands may be registered, and what may be answered to an autocomplete."""

import re
from collections.abc import Iterator, Sequence

from tests.local_discord.basics import Json
from tests.local_discord.errors import InvalidForm
from tests.local_discord.rules.lengths import Path, check_count, check_length, check_optional

SLASH, USER_MENU, MESSAGE_MENU = 1, 2, 3
SUBCOMMAND, GROUP, STRING, INTEGER, NUMBER = 1, 2, 3, 4, 10
MAX_SLASH, MAX_MENUS = 100, 15
MAX_CHARACTERS = 8000
_NAME = re.compile(r"[-_'\w]{1,32}")
LOCALES = frozenset(
    [
        "id",
        "da",
        "de",
        "en-GB",
        "en-US",
        "es-ES",
        "es-419",
        "fr",
        "hr",
        "it",
        "lt",
        "hu",
        "nl",
        "no",
        "pl",
        "pt-BR",
        "ro",
        "fi",
        "sv-SE",
        "vi",
        "tr",
        "cs",
        "el",
        "bg",
        "ru",
        "uk",
        "hi",
        "th",
        "zh-CN",
        "ja",
        "zh-TW",
        "ko",
    ]
)


def check_commands(commands: Sequence[Json]) -> None:
    """Check a whole set of commands.

    Raises:
        InvalidForm: one is not as Discord takes it, two share a name, or there are too many.
    """
    for position, command in enumerate(commands):
        check_command(command, (position,))
    kinds = [command.get("type", SLASH) for command in commands]
    for kind, most in ((SLASH, MAX_SLASH), (USER_MENU, MAX_MENUS), (MESSAGE_MENU, MAX_MENUS)):
        if kinds.count(kind) > most:
            message = f"Maximum number of application commands of type {kind} reached ({most})."
            raise InvalidForm((), "APPLICATION_COMMANDS_MAX", message)
    names = [(kind, command["name"]) for kind, command in zip(kinds, commands, strict=True)]
    _check_no_double(names, ())


def check_command(command: Json, path: Path) -> None:
    """Check one command."""
    if command.get("type", SLASH) != SLASH:
        check_length(command.get("name"), least=1, most=32, path=(*path, "name"))
        if command.get("description"):
            message = "Context menu commands cannot have description"
            raise InvalidForm(
                (*path, "description"), "APPLICATION_COMMAND_INVALID_DESCRIPTION", message
            )
        return
    _check_named(command, path)
    _check_option_list(command.get("options") or [], (*path, "options"))
    length = sum(_characters(command))
    if length > MAX_CHARACTERS:
        message = f"Command exceeds maximum size ({MAX_CHARACTERS})"
        raise InvalidForm(path, "APPLICATION_COMMAND_TOO_LARGE", message)


def _check_named(thing: Json, path: Path) -> None:
    _check_name(thing.get("name"), (*path, "name"))
    check_length(thing.get("description"), least=1, most=100, path=(*path, "description"))
    for locale, name in (thing.get("name_localizations") or {}).items():
        _check_locale(locale, (*path, "name_localizations"))
        _check_name(name, (*path, "name_localizations", locale))
    for locale, text in (thing.get("description_localizations") or {}).items():
        _check_locale(locale, (*path, "description_localizations"))
        at = (*path, "description_localizations", locale)
        check_length(text, least=1, most=100, path=at)


def _check_name(name: object, path: Path) -> None:
    check_length(name, least=1, most=32, path=path)
    if not _NAME.fullmatch(str(name)) or str(name) != str(name).lower():
        message = f"Command name is invalid: {name!r}"
        raise InvalidForm(path, "APPLICATION_COMMAND_INVALID_NAME", message)


def _check_locale(locale: str, path: Path) -> None:
    if locale not in LOCALES:
        raise InvalidForm(path, "ENUM_TYPE_COERCE", f"Value {locale!r} is not a locale.")


def _check_option_list(options: Sequence[Json], path: Path) -> None:
    check_count(options, most=25, path=path)
    for position, option in enumerate(options):
        _check_option(option, (*path, position))
    _check_no_double([(0, option["name"]) for option in options], path)
    demands = [bool(option.get("required")) for option in options]
    if demands != sorted(demands, reverse=True):
        message = "Required options must be placed before non-required options"
        raise InvalidForm(path, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message)


def _check_option(option: Json, path: Path) -> None:
    _check_named(option, path)
    if option["type"] in (SUBCOMMAND, GROUP):
        _check_option_list(option.get("options") or [], (*path, "options"))
        return
    choices = option.get("choices") or []
    if choices and option.get("autocomplete"):
        message = "Cannot have both choices and autocomplete"
        raise InvalidForm(path, "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE", message)
    check_choices(choices, (*path, "choices"))


def check_choices(choices: Sequence[Json], path: Path) -> None:
    """Check the choices of an option or of an autocomplete."""
    check_count(choices, most=25, path=path)
    for position, choice in enumerate(choices):
        at = (*path, position)
        check_length(choice.get("name"), least=1, most=100, path=(*at, "name"))
        value = choice.get("value")
        check_optional(
            value if isinstance(value, str) else None, least=1, most=100, path=(*at, "value")
        )


def _check_no_double(names: Sequence[tuple[int, str]], path: Path) -> None:
    doubled = sorted({name for _, name in names if names.count((_, name)) > 1})
    if doubled:
        message = f"Application command names must be unique: {doubled}"
        raise InvalidForm(path, "APPLICATION_COMMANDS_DUPLICATE_NAME", message)


def _characters(thing: Json) -> Iterator[int]:
    for key in ("name", "description"):
        localised = (thing.get(f"{key}_localizations") or {}).values()
        yield max(len(text) for text in (thing.get(key) or "", *localised))
    for choice in thing.get("choices") or []:
        yield len(choice["name"]) + (
            len(choice["value"]) if isinstance(choice["value"], str) else 0
        )
    for option in thing.get("options") or []:
        yield from _characters(option)
