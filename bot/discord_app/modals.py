"""Forms as modals, and what was filled into them.

A submitted modal is read from its payload, so that one opened before a restart still counts:
discord.py itself only knows the modals that this process has opened.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import discord
from discord import ui

from bot.discord_app.custom_ids import CustomId
from bot.discord_app.markup import clip, length, shortened
from core.assistant.reply import Choice, Input

MAX_TITLE = 45
MAX_INPUTS = 5
MAX_VALUE = 4_000
MAX_RADIO = 10
MAX_OPTIONS = 25
MAX_OPTION = 100
MAX_HINT = 100

Payload: TypeAlias = Mapping[str, Any]


def modal_of(choice: Choice, custom_id: CustomId) -> ui.Modal:
    """Return the modal of a choice's form; its custom id says what is pressed by submitting it."""
    modal = ui.Modal(title=clip(choice.label, MAX_TITLE), custom_id=str(custom_id))
    for wanted in choice.inputs[:MAX_INPUTS]:
        label, more = clip(wanted.label, MAX_TITLE), None
        if label.endswith("…"):
            more = clip(wanted.label, 100)
        modal.add_item(ui.Label(text=label, description=more, component=_component(wanted)))
    modal.stop()  # not kept: see above
    return modal


def _component(wanted: Input) -> ui.Item[Any]:
    required = not wanted.is_optional
    if wanted.is_file:
        return ui.FileUpload(custom_id=wanted.name, required=required)
    options = tuple(dict.fromkeys(o for o in wanted.options if o.strip()))
    is_picked = (
        options
        and not wanted.is_open
        and len(options) <= MAX_OPTIONS
        and all(length(o) <= MAX_OPTION for o in options)
    )
    if not is_picked:
        return _text_input(wanted, required=required)
    if 2 <= len(options) <= MAX_RADIO:
        radios = [
            discord.RadioGroupOption(label=clip(o, MAX_OPTION), value=o, default=o == wanted.value)
            for o in options
        ]
        return ui.RadioGroup(custom_id=wanted.name, options=radios, required=required)
    lines = [
        discord.SelectOption(label=clip(o, MAX_OPTION), value=o, default=o == wanted.value)
        for o in options
    ]
    return ui.Select(
        custom_id=wanted.name, options=lines, required=required, min_values=int(required)
    )


def _text_input(wanted: Input, *, required: bool) -> ui.Item[Any]:
    is_long = wanted.is_long or len(wanted.value) > 100
    hint = clip(_hint(wanted), MAX_HINT) if wanted.hint or wanted.options else None
    return ui.TextInput(
        custom_id=wanted.name,
        style=discord.TextStyle.paragraph if is_long else discord.TextStyle.short,
        default=shortened(wanted.value, MAX_VALUE) or None,
        placeholder=hint,
        required=required,
        max_length=MAX_VALUE,
    )


def _hint(wanted: Input) -> str:
    """Return what is shown in an empty line: of many labels those that no select has shown."""
    others = wanted.options[MAX_OPTIONS - 1 :] if len(wanted.options) > MAX_OPTIONS else ()
    return " · ".join(others or (() if wanted.hint else wanted.options)) or wanted.hint


def filled(data: Payload) -> dict[str, str]:
    """Return what was filled in, by input; what was left empty is left out."""
    said: dict[str, str] = {}
    for part in _parts(data.get("components", ())):
        values = part.get("values") or ()
        value = part.get("value") or (values[0] if values else "")
        if value and part.get("type") != discord.ComponentType.file_upload.value:
            said[part["custom_id"]] = str(value)
    return said


def uploaded(data: Payload) -> str | None:
    """Return the id of the file that was uploaded, if any."""
    for part in _parts(data.get("components", ())):
        if part.get("type") == discord.ComponentType.file_upload.value and part.get("values"):
            return str(part["values"][0])
    return None


def _parts(components: Any) -> Iterator[Payload]:  # noqa: ANN401 - Discord's JSON
    for component in components:
        if "custom_id" in component:
            yield component
        yield from _parts(component.get("components", ()))
        if "component" in component:
            yield from _parts([component["component"]])
