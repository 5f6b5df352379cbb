"""What a typed line asks for: a command whose every word was understood, or a plain sentence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from core.assistant.commands import (
    ABOUT_MESSAGES,
    ALIASES,
    COMMANDS,
    GROUPS,
    NEVER_SENTENCES,
    ONE_WORD_ONLY,
    SENTENCE,
    Spec,
)
from core.assistant.commands.files_heard import is_table
from core.assistant.courtesy import LAST, OF_LAST, courteous_command
from core.assistant.grammar import ARROW, Words, after, command_name, option_like, parse
from core.assistant.incoming import Message
from core.assistant.misspelt import MISSPELT, misspelt_command
from core.assistant.nearest import nearest, with_nearest
from core.assistant.new_task_lines import new_task_line
from core.assistant.options import Rest, check_options, is_number, no_such_option
from core.assistant.replied_to import (
    answer_named_first,
    corrects_example,
    number_replied_to,
    step_replied_to,
)
from core.assistant.request import Request, Unsure
from core.assistant.wording import say
from core.domain.fields import MAX_TEXT
from core.errors import NotFound, UserError

_FEW_WORDS = 3
"""More words than these after a word that also begins sentences make it a sentence."""
_SLASHED = re.compile(r"\s*/([A-Za-z][\w-]{0,39})(?=\s|$)")
_COLON = re.compile(
    r"^(\s*/?(?:teach|ask|correct|教|问|更正|改正))\s*(?:：|:(?!\S*:))\s*", re.IGNORECASE
)
"""A colon after a command in a member's own words: ``teach: houses …``, 教：房价 …"""
_NAME_AND_COLON = re.compile(r"\S+[:：](?=\s|$)")
_WORD = re.compile(r'"[^"]*"[:：]?|“[^”]*”[:：]?|「[^」]*」|\'[^\']*\'|\S+')
_AMOUNT_ASKED = re.compile(r"[€$£]?\d[\d.,]*\s?(?:[€$£]|[^\W\d_]{0,5})\s?[?？!]+")
"""An amount of which it is asked why: no number of an answer has such an end."""
_QUOTES = "\"'“”「」"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rested:
    """What follows a command, taken apart: options that it gives, its text, and what is left."""

    options: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    unread: str = ""


def request_of_line(message: Message) -> Request:
    """Return what a line asks for.

    Raises:
        NotFound: it names a command or an option that is not there.
        Unsure: an option has a value that it may not have, or words are left over.
        UserError: it is too long.
    """
    locale = message.sender.locale
    if len(message.text) > MAX_TEXT:
        length = len(message.text)
        raise UserError(say("too long", locale=locale, length=length, limit=MAX_TEXT))
    text = courteous_command(message.text) or _COLON.sub(r"\1 ", message.text, count=1)
    message = replace(message, text=text)
    name = _command_of(message.text, locale)
    if name is None:
        return _sentence(message)
    known = ALIASES.get(name, name)
    if message.about_offer is not None and bare_command(message.text) == "right":
        return _sentence(message)  # it agrees to what that card offers
    spec = COMMANDS[known]
    words = parse(message.text, name, spec.options, is_free=spec.rest.is_free)
    is_long = len(words.text.split()) > _FEW_WORDS
    is_remark = name in OF_LAST and not words.options and _says_no_number(words.text)
    if is_remark or (name in ONE_WORD_ONLY and is_long and name not in NEVER_SENTENCES):
        return _sentence(message)
    if name in GROUPS and after(message.text, name):
        raise NotFound(_no_such_subcommand(name, after(message.text, name), locale))
    rest = _rest_of(words, spec.rest, message)
    _check(message.text, words, rest, spec, locale)
    said = {**words.options, **rest.options}
    if known == "correct" and corrects_example(message, said):
        known, spec = "correct example", ABOUT_MESSAGES["correct example"]
    step = step_replied_to(message, known, said)
    return Request(
        sender=message.sender,
        name="press back" if step else known,
        options=step or {**said, **number_replied_to(message, known, spec.rest, said)},
        text=rest.text,
        delivery=message.delivery,
        attachment=message.attachment,
    )


def bare_command(line: str) -> str:
    """Return the name of the command that a line says and nothing else; else nothing."""
    bare = (courteous_command(line) or line).strip().removeprefix("/").casefold()
    known = ALIASES.get(bare, bare)
    return known if known in COMMANDS else ""


def command_in(message: Message) -> str:
    """Return the command that a line says, however it goes on; a sentence has a name too."""
    try:
        return request_of_line(message).name
    except UserError:
        name = command_name(message.text, COMMANDS.keys(), ALIASES)
        return ALIASES.get(name, name) if name else "sentence"


def _sentence(message: Message) -> Request:
    text = parse(message.text, "", (), is_free=SENTENCE.rest.is_free).text
    near = misspelt_command((text.split() or [""])[0], COMMANDS, before_task=True)
    request = Request(
        sender=message.sender,
        name="sentence",
        options={"misspelt": near} if near else {},
        text=text,
        delivery=message.delivery,
        attachment=message.attachment,
    )
    if is_table(message.attachment, message.text) and not ARROW.search(message.text):
        return replace(request, name="file")
    if named := answer_named_first(request.text):
        said = {"number": named[0], "named": "yes"}
        return replace(request, name="reply", options=said, text=named[1])
    if message.in_reply_to is not None:
        number = {"number": str(message.in_reply_to)}
        return replace(request, name="reply", options=number, attachment=None)
    if message.about_example is not None:
        number = {"number": str(message.about_example)}
        return replace(request, name="reply to example", options=number, attachment=None)
    if message.about_card is not None:
        offer = {} if message.about_offer is None else {"offer": str(message.about_offer)}
        return replace(request, name=f"reply to {message.about_card}", options=offer)
    return request


def _command_of(line: str, locale: str) -> str | None:
    """Return the command that a line begins with; None for a sentence.

    Raises:
        NotFound: it can only be meant as a command, but there is no such one.
    """
    name = command_name(line, COMMANDS.keys(), ALIASES)
    if name is not None:
        return name
    slashed = _SLASHED.match(line)
    words = line.casefold().split()
    said = slashed[1] if slashed else " ".join(words[:2])
    is_short = 2 <= len(words) <= _FEW_WORDS
    doubles = [command for command in COMMANDS if " " in command]
    if words and not slashed and _is_bare(words) and (near := misspelt_command(words[0], COMMANDS)):
        sentence = say("no such command", locale=locale, name=words[0][:40])
        raise NotFound(with_nearest(sentence, words[0], [near], locale=locale))
    if slashed or (is_short and nearest(said, doubles, alike=MISSPELT)):
        sentence = say("no such command", locale=locale, name=said[:40])
        raise NotFound(with_nearest(sentence, said, doubles or COMMANDS, locale=locale))
    return None


def _is_bare(words: Sequence[str]) -> bool:
    """Return whether a word stands alone, or with a number: ``undoo``, ``corect 5``."""
    return len(words) == 1 or (len(words) == 2 and is_number(words[1].lstrip("#?").rstrip(":：")))


def _no_such_subcommand(group: str, rest: str, locale: str) -> str:
    said = rest.split(maxsplit=1)[0]
    first = ALIASES[group].split()[0]
    names = {name.split()[1]: name for name in COMMANDS if name.split()[0] == first and " " in name}
    sentence = say(
        "no such subcommand",
        locale=locale,
        name=f"{group} {said}"[:60],
        names=" · ".join(names.values()),
    )
    near = nearest(said, names)
    return (
        f"{sentence}\n{say('did you mean', locale=locale, name=names[near])}" if near else sentence
    )


def _rest_of(words: Words, rest: Rest, message: Message) -> Rested:
    """Return what follows a command beside its options."""
    match rest:
        case Rest.SENTENCE:
            return _free(words, words.text)
        case Rest.TOPIC:
            return Rested(text=words.text)
        case Rest.EXAMPLE_AND_TEXT | Rest.ANSWER_AND_TEXT:
            return _number_and_text(words, rest)
        case Rest.EXAMPLE | Rest.ANSWER:
            return _one_word(words, "number")
        case Rest.TASK:
            return _one_word(words, "task")
        case Rest.NEW_TASK:
            return _one_word(words, "name")
        case Rest.TASK_AND_FILE:
            return _one_word(_without_file(words, message), "task")
        case Rest.NOTHING:
            return Rested(unread=words.text)


def _free(words: Words, text: str) -> Rested:
    """Return a member's own words; none are taken beside an option that holds them."""
    has_sentence = any(words.options.get(name) for name in ("lesson", "text", "truth"))
    return Rested(unread=text) if has_sentence else Rested(text=text)


def _number_and_text(words: Words, rest: Rest) -> Rested:
    first, _, after_first = words.text.partition(" ")
    is_marked = first[:1] in ("?", "#") and is_number(first[1:].rstrip(":："))
    is_bare = rest is Rest.EXAMPLE_AND_TEXT and is_number(first.rstrip(":："))
    if "number" in words.options or not (is_marked or is_bare):
        return _free(words, words.text)
    text = after_first.lstrip(" :：")
    return replace(_free(words, text), options={"number": first.rstrip(":：")})


def _says_no_number(text: str) -> bool:
    """Return whether words name no answer or example: ``why so much?``, ``why 40?``."""
    said = " ".join(_WORD.findall(text)).casefold()
    if _AMOUNT_ASKED.fullmatch(said):
        return True
    return bool(said) and said not in LAST and not any(sign.isdigit() for sign in said)


def _one_word(words: Words, option: str) -> Rested:
    said = _WORD.findall(words.text)
    if words.name in OF_LAST and " ".join(said).casefold() in LAST:
        return Rested()
    if not said or option in words.options:
        return Rested(unread=words.text)
    first = said[0].rstrip(":：").strip(_QUOTES)
    return Rested(options={option: first}, unread=" ".join(said[1:]))


def _without_file(words: Words, message: Message) -> Words:
    """Return the words without the path of the file that came along, or did not."""
    said = _WORD.findall(words.text)
    if message.attachment is None:
        kept = said[:1]
    else:
        kept = [word for word in said if not word.strip(_QUOTES).endswith(message.attachment.name)]
    return replace(words, text=" ".join(kept))


def _option_left(text: str, unread: str) -> str:
    """Return the name of what looks like an option, first of a text or in what is left of it."""
    said = (text, *_WORD.findall(unread))
    return next(filter(None, map(option_like, said)), "")


def _with_name_quoted(line: str, words: Words, unread: str) -> str:
    """Return the line with quotes around a name of several words; empty where none is left over."""
    name = words.options.get("name", "")
    said = f"name:{name} {unread}"
    return line.replace(said, f'name:"{name} {unread}"', 1) if name and said in line else ""


def _check(line: str, words: Words, rest: Rested, spec: Spec, locale: str) -> None:
    if words.repeated:
        raise Unsure(say("option twice", locale=locale, option=words.repeated[0]))
    is_name = spec.rest.is_task and _NAME_AND_COLON.match(words.text)
    stray = "" if spec.rest.is_free or is_name else _option_left(words.text, rest.unread)
    if stray and stray.casefold() not in spec.options:
        raise NotFound(no_such_option(stray, spec.options, locale=locale))
    if rest.unread and spec.rest is Rest.NEW_TASK:
        sentence = say("how task new", locale=locale, words=rest.unread[:80])
        likely = _with_name_quoted(line, words, rest.unread) or new_task_line(words.text)
        meant = f"\n{say('did you mean', locale=locale, name=likely)}" if likely else ""
        raise Unsure(sentence + meant)
    if rest.unread:
        raise Unsure(say("words left", locale=locale, words=rest.unread[:80]))
    given = {**words.options, **rest.options}
    number = given.get("number", "")
    if number.startswith("?" if spec.rest.is_example else "#"):
        key = "which number" if spec.rest.is_example else "which answer"
        how = say("edits example", locale=locale, number=number[1:13])
        is_correction = spec is COMMANDS["correct"]
        sentence = say(key, locale=locale, said=number[:40])
        raise NotFound(f"{sentence} {how}" if is_correction else sentence)
    check_options(given, spec.options, locale=locale)
