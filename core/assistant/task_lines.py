"""What a task can be asked, in one line with an example of its own."""

from core.assistant import show
from core.assistant.buttons import written
from core.assistant.recollection import Recalled
from core.assistant.wording import say
from core.domain.fields import FieldKind

_LONGEST = 120
"""Characters of an example."""


def task_line(recalled: Recalled, locale: str) -> str:
    """Return what a task predicts, and from what: ``rent: from area, rooms; e.g. …``."""
    task = recalled.task
    key = "can be asked so" if (example := _example_of(recalled)) else "can be asked"
    return say(
        key,
        locale=locale,
        target=task.target.name,
        fields=show.field_names(task),
        example=f"{task.name}: {example}",
    )


def _example_of(recalled: Recalled) -> str:
    """Return values that the task was taught, as they are typed; of items, a name alone."""
    task = recalled.task
    example = next(reversed(list(recalled.newest.values())), None)
    if example is None:
        return ""
    values = task.convert_values(example.values)
    if task.rater:
        values = {key: v for key, v in values.items() if task.field(key).kind is FieldKind.ITEM}
    return show.clip(written(values, task), _LONGEST)
