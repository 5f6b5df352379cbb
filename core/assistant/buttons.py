"""Buttons: choices that lead back to a stored row, by an action like ``undo:41``."""

from collections.abc import Sequence
from dataclasses import replace

from core.assistant import describe, show
from core.assistant.hints import sentence_hint, target_hint
from core.assistant.reply import Choice, Input
from core.assistant.wording import say
from core.domain.example import Example, ExampleStatus
from core.domain.fields import Values, show_plain
from core.domain.forecast import CategoryForecast, NumberForecast, Prediction
from core.domain.identity import StepId
from core.domain.step import Step, StepKind
from core.domain.task import TargetKind, Task
from core.errors import InvalidValue

MAX_ACTION = 80
"""Leaves a front end room for marks of its own in the 100 characters that Discord allows."""
MAX_OPTIONS = 25
_TWO = 2
MAX_RATINGS = 10
"""A longer scale is typed: more buttons are no help."""


def action(verb: str, *parts: object) -> str:
    """Return an action: a verb and what it is about."""
    text = ":".join((verb, *(str(part) for part in parts)))
    if len(text) > MAX_ACTION:
        raise InvalidValue(f"An action has at most {MAX_ACTION} characters, not {len(text)}.")
    return text


def undo_choice(example: Example, locale: str, *, step: StepId | None = None) -> Choice:
    """Return the button that takes a card's step back; where it is not known, the lesson."""
    return Choice(label=say("undo", locale=locale), action=undo_action(example, step))


def undo_action(example: Example, step: StepId | None) -> str:
    """Return the action that takes a step back; where it is not known, the lesson."""
    return action("undo", example.number) if step is None else action("back", step)


def step_choice(step: StepId, locale: str) -> Choice:
    """Return the button that takes a step back, however many lessons it changed."""
    return Choice(label=say("undo", locale=locale), action=action("back", step))


def again_choice(step: Step, locale: str) -> Choice:
    """Return the button that takes back a step which was itself an undoing, or the reverse."""
    is_gone = all(change.status is ExampleStatus.WITHDRAWN for change in step.changes)
    key = "undo" if step.kind is not StepKind.UNDO else "restore" if is_gone else "redo"
    return Choice(label=say(key, locale=locale), action=action("back", step.id))


def replace_choices(example: Example, others: Sequence[int], locale: str) -> tuple[Choice, ...]:
    """Return what can be done with a member's earlier lessons that say otherwise."""
    numbers = ".".join(map(str, others))
    replaces = action("replace", example.number, numbers)
    return (
        Choice(label=say("replace it", locale=locale), action=replaces),
        Choice(
            label=say("keep both", locale=locale), action=action("both", example.number, numbers)
        ),
    )


def restore_choice(example: Example, locale: str) -> Choice:
    """Return the button that lets a withdrawn lesson count again."""
    return Choice(label=say("restore", locale=locale), action=action("confirm", example.number))


def edit_choice(example: Example, task: Task, locale: str) -> Choice:
    """Return the button that changes what a lesson says, its form filled in."""
    target = "" if example.target is None else show_plain(example.target)
    lesson = f"{written(example.values, task)} -> {target}"
    hint = f"{sentence_hint(task.typed_fields)} -> …"
    field = Input(name="lesson", label=say("the lesson", locale=locale), value=lesson, hint=hint)
    return Choice(
        label=say("edit", locale=locale), action=action("edit", example.number), inputs=(field,)
    )


def doubt_choices(
    example: Example,
    task: Task,
    meant: float | None,
    locale: str,
    *,
    step: StepId | None = None,
) -> list[Choice]:
    """Return what can be said of a value far outside the task's history."""
    target, number, said = task.target, example.number, example.target or 0.0
    kept = show.truth(said, target, locale=locale)
    # A button names its number, so that a later press says it too; a label may be any words.
    is_label = isinstance(said, str)
    confirm = action("confirm", number) if is_label else action("amend", number, show_plain(said))
    undo = undo_action(example, step)
    if meant is None:
        keep = say("yes as it is", locale=locale, value=kept)
        drop = say("no forget it", locale=locale)
        return [
            Choice(label=keep, action=confirm, is_yes=True),
            Choice(label=drop, action=undo, is_no=True, is_cancel=True),
        ]
    likely = show.truth(meant, target, locale=locale)
    return [
        Choice(
            label=say("yes as it is", locale=locale, value=likely),
            action=action("amend", number, show_plain(meant)),
            is_yes=True,
        ),
        Choice(label=say("no as it is", locale=locale, value=kept), action=confirm, is_no=True),
        Choice(label=say("cancel", locale=locale), action=undo, is_cancel=True),
    ]


def correct_choice(prediction: Prediction, task: Task, locale: str) -> Choice:
    """Return the button that says what the right answer is."""
    number, forecast = prediction.number, prediction.answer.forecast
    options: tuple[str, ...] = ()
    if isinstance(forecast, CategoryForecast):
        likely = [label for label, _ in forecast.probabilities]
        options = tuple(dict.fromkeys((*likely, *task.target.labels)))
    is_number = task.target.kind.is_number
    truth = Input(
        name="truth",
        label=say("true value" if is_number else "true label", locale=locale),
        hint=target_hint(task.target, locale),
        options=options,
        is_open=len(options) > MAX_OPTIONS or (bool(options) and not task.target.labels),
    )
    return Choice(
        label=correct_label(task, locale), action=action("correct", number), inputs=(truth,)
    )


def correct_label(task: Task, locale: str) -> str:
    """Return what opens the correction of an answer: ``It sold for…`` where money is asked for."""
    target = task.target
    if target.kind is TargetKind.CATEGORY:
        return say("correct label", locale=locale)
    if target.unit in show.CURRENCIES:
        return say("correct price", locale=locale)
    return say("correct", locale=locale)


def answer_choices(prediction: Prediction, task: Task, locale: str) -> tuple[Choice, ...]:
    """Return what can be said of an answer: right, wrong and why, or one's own rating."""
    number = prediction.number
    why = Choice(label=say("why", locale=locale), action=action("why", number))
    reread = reread_choice(prediction, task, locale)
    ratings = task.target.scale.ratings if task.target.scale else ()
    if 0 < len(ratings) <= MAX_RATINGS:
        return (*(_rate_choice(number, rating, locale) for rating in ratings), why, reread)
    right = Choice(label=say("right", locale=locale), action=action("right", number))
    correct = correct_choice(prediction, task, locale)
    if len(task.target.labels) <= _TWO:  # what is not the one of two is the other
        return (right, correct, why, reread)
    none = Choice(label=say("none of these", locale=locale), action=action("none", number))
    return (right, correct, why, none, reread)


def _rate_choice(number: int, rating: float, locale: str, verb: str = "rate") -> Choice:
    """Return the button that rates what was asked; each member's press is their own rating."""
    label = show.number(rating, locale=locale)
    return Choice(label=label, action=action(verb, number, show_plain(rating)))


def reread_choice(prediction: Prediction, task: Task, locale: str) -> Choice:
    """Return the button that asks again with what was read, put right."""
    text = Input(
        name="text",
        label=say("what is known", locale=locale),
        value=written(task.convert_values(prediction.question.values), task),
        hint=sentence_hint(task.typed_fields),
        is_long=True,
    )
    label = say("edit what i read", locale=locale)
    return Choice(label=label, action=action("reread", prediction.number), inputs=(text,))


def another_task_choice(number: int, tasks: Sequence[str], locale: str) -> Choice:
    """Return the choice that asks the same of another task.

    Args:
        number: of the answer.
        tasks: the names of the others.
        locale: of the member.
    """
    task = Input(name="task", label=say("task", locale=locale), options=tuple(tasks), is_open=True)
    label = say("another task", locale=locale)
    return Choice(label=label, action=action("another", number), inputs=(task,))


def written(values: Values, task: Task) -> str:
    """Return values as a sentence that reads back as the same values."""
    pairs = ((field, values[field.key]) for field in task.typed_fields if field.key in values)
    return ", ".join(f"{field.name}: {show_plain(value)}" for field, value in pairs)


def outcome_choices(
    prediction: Prediction, task: Task, locale: str, *, is_public: bool
) -> tuple[Choice, ...]:
    """Return what can be said of how something turned out.

    A rating that others are asked for too leaves its buttons to them.
    """
    number, forecast = prediction.number, prediction.answer.forecast
    ratings = task.target.scale.ratings if task.target.scale else ()
    if 0 < len(ratings) <= MAX_RATINGS:
        verb = "rate" if is_public else "came"
        return tuple(_rate_choice(number, rating, locale, verb) for rating in ratings)
    if isinstance(forecast, NumberForecast):
        words = describe.center_words(forecast, task, locale=locale)
        value = show_plain(show.rounded(forecast.center, describe.center_step(forecast, task)))
        label = say("about as i said", locale=locale, value=words)
        said = action("came", number, value)
    else:
        label = say("as i said", locale=locale, value=forecast.top)
        said = action("right", number)
    return (
        Choice(label=label, action=said),
        outcome_choice(prediction, task, locale),
        Choice(label=say("did not happen", locale=locale), action=action("lapse", number)),
    )


def outcome_choice(prediction: Prediction, task: Task, locale: str) -> Choice:
    """Return the button that says how it turned out otherwise."""
    key = "another number" if task.target.kind.is_number else "another label"
    return replace(
        correct_choice(prediction, task, locale),
        label=say(key, locale=locale),
        action=action("outcome", prediction.number),
    )
