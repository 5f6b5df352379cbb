"""Commands that a line says with courtesy around them, or with words for the last thing done."""

import re

from core.assistant.commands import ALIASES, COMMANDS
from core.assistant.grammar import after, command_name
from core.assistant.options import Rest
from core.assistant.reading.traditional import simplified

_FEW_WORDS = 3
"""Words of a numbered command: its name and its number."""
OF_LAST = frozenset({"undo", "撤销", "why", "right"})
LAST = frozenset(
    [
        *("last", "the last", "last one", "the last one", "my last", "it", "that", "this", "again"),
        *("that one", "this one", "the one", "last thing", "the last thing"),
        *("my last lesson", "the last lesson", "last lesson", "please", "上一个", "上一条", "一次"),
        *("上一步", "刚才的", "这个", "它"),
    ]
)
"""Words for what these commands are about where no number is said."""
_COURTESY_BEFORE = re.compile(
    r"(?:(?:please|pls|plz|ok|okay|oh|hey|hmm?|um|but|so|and|oops|whoops|sorry|wait)\b[\s,，!！.…]*|[请那哎嗯哦][\s,，]*)+",
    re.IGNORECASE,
)
_COURTESY_BEHIND = re.compile(
    r"(?:[\s!！.。,，~～…\u2600-\u27bf\ufe0f\U0001f300-\U0001faff]"
    r"|(?<=[\s,，!！.])(?:please|pls|plz|tho|though|then|mate|bro|man|lol|thanks|thx|thank you)"
    r"(?=\W|$)|[吧啊呀呢啦哦嘛]|一下|谢谢)+$",
    re.IGNORECASE,
)
"""What may stand around a command and changes nothing of it: ``undo pls``, ``right!!``, 撤回吧."""
_LONGEST_COURTEOUS = 200  # characters of a command with courtesy around it
_ANSWERS_QUESTIONS = frozenset(
    {"help", "why", "task list", "examples list", "model status", "privacy see", "model history"}
)
"""Commands that only tell something: a question mark behind them changes nothing of them."""
_ALONE = frozenset({Rest.NOTHING, Rest.EXAMPLE, Rest.ANSWER})
"""What follows such commands is at most a number: anything else behind it is courtesy."""
_UNDO_HAN = re.compile(
    r"(?P<verb>撤[销消回]|收回)(?:一下|掉|了)?(?:我)?(?:刚才|刚刚|上)(?:的|那|这)?一?[个步次下]?(?:操作|动作)?"
    r"|把?(?:我)?(?:刚才|刚刚|上)(?:的|那|这)?一?[个步次下]?(?:操作|动作)?(?:给我)?(?:撤[销消回]|收回)"
)
"""What takes back the last thing done, whatever it was: 撤销刚才那个."""


def courteous_command(line: str) -> str:
    """Return the command that a line says with no more than courtesy and signs; else nothing."""
    line = " ".join(line.split())
    if len(line) > _LONGEST_COURTEOUS:
        return ""
    asked = line.rstrip(" ?？")
    bare = asked[: len(_COURTESY_BEHIND.sub("", simplified(asked)))]
    lead = _COURTESY_BEFORE.match(simplified(bare))
    bare = " ".join(bare[lead.end() if lead else 0 :].split())
    known = ALIASES.get(bare.casefold(), bare.casefold())
    is_asked = asked != line
    if not is_asked and (undone := _of_last(bare)):
        return undone
    if known in COMMANDS:
        is_whole = not COMMANDS[known].rest.is_free
        return bare if is_whole and (not is_asked or known in _ANSWERS_QUESTIONS) else ""
    name = command_name(bare, COMMANDS.keys(), ALIASES)
    spec = COMMANDS[ALIASES.get(name, name)] if name else None
    is_numbered = spec is not None and spec.rest in _ALONE and len(bare.split()) <= _FEW_WORDS
    return bare if is_numbered and lead is None and not is_asked else ""


def _of_last(line: str) -> str:
    """Return the command that a line says of the last thing: ``undo that``; else nothing."""
    if _UNDO_HAN.fullmatch(simplified(line)):
        return "undo"
    name = command_name(line, COMMANDS.keys(), ALIASES)
    is_of_last = name in OF_LAST and simplified(after(line, name or "")).casefold() in LAST
    return name or "" if is_of_last else ""
