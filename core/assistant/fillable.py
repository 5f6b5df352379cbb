"""Buttons that open a form about a task: one lesson, or a file of them."""

from core.assistant.buttons import MAX_OPTIONS, action
from core.assistant.reply import Choice, Input
from core.assistant.request import TARGET
from core.assistant.wording import say
from core.domain.fields import MAX_TEXT, Field, FieldKind
from core.domain.task import Task

MAX_INPUTS = 5
"""What a form holds, where forms are small."""


def teach_choice(task: Task, locale: str) -> Choice:
    """Return the button that opens a form with a task's fields and its target."""
    if len(task.typed_fields) < MAX_INPUTS:
        inputs = [_field_input(field) for field in task.typed_fields]
    else:
        label = say("what is known", locale=locale)
        inputs = [Input(name="lesson", label=label, is_long=True)]
    target = Input(
        name=TARGET, label=_named(task.target.name, task.target.unit), options=task.target.labels
    )
    return Choice(
        label=say("teach it", locale=locale),
        action=action("teach", task.id),
        inputs=(*inputs, target),
    )


def import_choice(task: Task, locale: str) -> Choice:
    """Return the button that asks for a file of examples."""
    file = Input(name="file", label=say("which file", locale=locale), is_file=True)
    label = say("import it", locale=locale)
    return Choice(label=label, action=action("import", task.id), inputs=(file,))


def _field_input(field: Field) -> Input:
    options = field.options[:MAX_OPTIONS]
    if field.kind is FieldKind.YES_NO:
        options = ("yes", "no")
    return Input(
        name=field.key,
        label=_named(field.name, field.unit),
        options=options,
        is_long=field.kind is FieldKind.TEXT,
        is_open=len(field.options) > MAX_OPTIONS,
        is_optional=True,
    )


def _named(name: str, unit: str | None) -> str:
    return f"{name} ({unit})" if unit else name


def message_choice(task: Task, text: str, locale: str) -> Choice:
    """Return the button that opens a form with a message's words and asks for their answer."""
    label = say("what is known", locale=locale)
    words = Input(name="lesson", label=label, value=text[:MAX_TEXT], is_long=True)
    target = Input(
        name=TARGET, label=_named(task.target.name, task.target.unit), options=task.target.labels
    )
    label = say("teach it", locale=locale)
    return Choice(label=label, action=action("teach", task.id), inputs=(words, target))
