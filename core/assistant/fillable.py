"""Buttons that open a form about a task: one lesson, or a file of them."""

from core.assistant.buttons import MAX_OPTIONS, action
from core.assistant.hints import field_hint, sentence_hint, target_hint
from core.assistant.reply import Choice, Input
from core.assistant.request import TARGET
from core.assistant.wording import say
from core.domain.fields import MAX_TEXT, Field, FieldKind
from core.domain.identity import ProposalId
from core.domain.task import Task

MAX_INPUTS = 5
"""What a form holds, where forms are small."""
MORE = "more"
"""The line of a form that takes the fields which have none of their own."""


def teach_choice(task: Task, locale: str) -> Choice:
    """Return the button that opens a form with a task's fields and its target."""
    fields = task.typed_fields
    own = fields if len(fields) < MAX_INPUTS else fields[: MAX_INPUTS - 2]
    inputs = [_field_input(field, locale) for field in own]
    if others := fields[len(own) :]:
        more = Input(
            name=MORE,
            label=say("form more", locale=locale, names=", ".join(f.name for f in others)),
            hint=sentence_hint(others),
            is_long=True,
            is_optional=True,
        )
        inputs.append(more)
    return Choice(
        label=say("teach it", locale=locale),
        action=action("teach", task.id),
        inputs=(*inputs, _target_input(task, locale)),
    )


def import_choice(task: Task, locale: str) -> Choice:
    """Return the button that asks for a file of examples."""
    file = Input(name="file", label=say("which file", locale=locale), is_file=True)
    label = say("import it", locale=locale)
    return Choice(label=label, action=action("import", task.id), inputs=(file,))


def _target_input(task: Task, locale: str) -> Input:
    target = task.target
    return Input(
        name=TARGET,
        label=_named(target.name, target.unit),
        hint=target_hint(target, locale),
        options=target.labels,
        is_open=len(target.labels) > MAX_OPTIONS,
    )


def _field_input(field: Field, locale: str) -> Input:
    options = field.options
    if field.kind is FieldKind.YES_NO:
        options = ("yes", "no")
    return Input(
        name=field.key,
        label=_named(field.name, field.unit),
        hint=field_hint(field, locale),
        options=options,
        is_long=field.kind is FieldKind.TEXT,
        is_open=len(field.options) > MAX_OPTIONS,
        is_optional=True,
    )


def _named(name: str, unit: str | None) -> str:
    return f"{name} ({unit})" if unit else name


def message_choice(
    task: Task, text: str, locale: str, *, offer: ProposalId | None = None
) -> Choice:
    """Return the button that opens a form with a message's words and asks for their answer.

    Args:
        task: what to teach.
        text: the words.
        locale: of the member.
        offer: under which it waits who wrote them, where that is another member.
    """
    label = say("what is known", locale=locale)
    words = Input(
        name="lesson",
        label=label,
        value=text[:MAX_TEXT],
        hint=sentence_hint(task.typed_fields),
        is_long=True,
    )
    label = say("teach it", locale=locale)
    teach = action("teach", task.id) if offer is None else action("quoted", task.id, offer)
    return Choice(label=label, action=teach, inputs=(words, _target_input(task, locale)))
