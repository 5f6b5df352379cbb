"""The commands: one table of what can be said and pressed, and who handles it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from core.assistant.commands import (
    asking,
    batches,
    examples,
    explaining,
    forms,
    guide,
    imports,
    messages,
    models,
    outcomes,
    places,
    privacy,
    quizzes,
    reports,
    retraining,
    sentences,
    setting_up,
    tasks,
    teaching,
    transfer,
    undoing,
    verdicts,
)
from core.assistant.options import Rest
from core.assistant.reply import Choice, Reply
from core.assistant.request import Ports, Request

Handler: TypeAlias = Callable[[Ports, Request], Awaitable[Reply]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """One command: its handler, the options that it knows, and what may follow beside them."""

    handler: Handler
    options: tuple[str, ...] = ("task",)
    rest: Rest = Rest.TASK


COMMANDS: dict[str, Spec] = {
    "teach": Spec(handler=teaching.teach, options=("task", "lesson"), rest=Rest.SENTENCE),
    "ask": Spec(handler=asking.ask, options=("task", "text"), rest=Rest.SENTENCE),
    "correct": Spec(handler=asking.correct, options=("number", "truth"), rest=Rest.ANSWER_AND_TEXT),
    "right": Spec(handler=asking.right, options=("number",), rest=Rest.ANSWER),
    "why": Spec(handler=explaining.why, options=("number",), rest=Rest.ANSWER),
    "undo": Spec(handler=undoing.undo, options=("number",), rest=Rest.EXAMPLE),
    "task new": Spec(handler=tasks.new, options=tasks.TASK_OPTIONS, rest=Rest.NEW_TASK),
    "task list": Spec(handler=tasks.listing, options=(), rest=Rest.NOTHING),
    "task show": Spec(handler=tasks.display),
    "task edit": Spec(handler=tasks.edit, options=tasks.EDIT_OPTIONS),
    "task delete": Spec(handler=tasks.delete),
    "task import": Spec(
        handler=imports.import_file,
        options=imports.OPTIONS,
        rest=Rest.TASK_AND_FILE,
    ),
    "task export": Spec(handler=transfer.export_file, options=("task", "format")),
    "task bind": Spec(handler=places.bind, options=("task", "channel")),
    "task unbind": Spec(handler=places.unbind, options=("channel",), rest=Rest.NOTHING),
    "batch": Spec(handler=batches.batch, options=("task", "file"), rest=Rest.TASK_AND_FILE),
    "examples list": Spec(handler=examples.listing, options=("task", "by", "before")),
    "examples show": Spec(handler=examples.display, options=("number",), rest=Rest.EXAMPLE),
    "examples edit": Spec(
        handler=examples.edit, options=("number", "lesson"), rest=Rest.EXAMPLE_AND_TEXT
    ),
    "examples delete": Spec(handler=examples.delete, options=("number",), rest=Rest.EXAMPLE),
    "examples restore": Spec(handler=teaching.confirm, options=("number",), rest=Rest.EXAMPLE),
    "examples review": Spec(handler=examples.review),
    "model status": Spec(handler=models.status),
    "model history": Spec(handler=models.history),
    "model learn": Spec(handler=retraining.learn),
    "model stop": Spec(handler=retraining.stop),
    "model rollback": Spec(handler=retraining.rollback),
    "model card": Spec(handler=models.card),
    "quiz": Spec(handler=quizzes.quiz),
    "privacy see": Spec(handler=privacy.see, options=(), rest=Rest.NOTHING),
    "privacy export": Spec(handler=privacy.export, options=(), rest=Rest.NOTHING),
    "privacy erase": Spec(handler=privacy.erase, options=(), rest=Rest.NOTHING),
    "privacy opt-out": Spec(handler=privacy.opt_out, options=(), rest=Rest.NOTHING),
    "setup": Spec(
        handler=setting_up.setup,
        options=("template", "moderators", "teachers", "makers", "lacking"),
        rest=Rest.NOTHING,
    ),
    "help": Spec(handler=guide.show_help, options=(), rest=Rest.TOPIC),
}

ALIASES = {
    "task": "task list",
    "tasks": "task list",
    "examples": "examples list",
    "model": "model status",
    "privacy": "privacy see",
    "privacy optout": "privacy opt-out",
    "?": "help",
    "教": "teach",
    "问": "ask",
    "帮助": "help",
}

ONE_WORD_ONLY = frozenset(
    {
        *("help", "why", "right", "undo", "quiz", "batch", "setup"),
        *("task", "tasks", "examples", "model", "privacy"),
    }
)
"""Words that also begin plain sentences: commands only when little follows them."""

GROUPS = frozenset(name.split()[0] for name in COMMANDS if " " in name) | {"tasks"}
"""First words of commands of two words; what follows them must be the second."""

ABOUT_MESSAGES: dict[str, Spec] = {
    "ask about this": Spec(handler=messages.ask_about),
    "teach from this": Spec(handler=messages.teach_from),
    "reply": Spec(handler=messages.answer_reply),
}
"""What is done with a message itself, where a front end has messages to point at."""

SENTENCE = Spec(handler=sentences.understand, options=(), rest=Rest.SENTENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PressSpec:
    """What a button does: its handler, and what the parts of its action are."""

    handler: Handler
    parts: tuple[str, ...] = ("number",)


PRESSES: dict[str, PressSpec] = {
    "undo": PressSpec(handler=undoing.withdraw),
    "back": PressSpec(handler=undoing.undo_step, parts=("step",)),
    "replace": PressSpec(handler=undoing.replace_earlier, parts=("number", "others")),
    "keep": PressSpec(handler=undoing.keep_both),
    "confirm": PressSpec(handler=teaching.confirm),
    "amend": PressSpec(handler=teaching.amend, parts=("number", "value")),
    "edit": PressSpec(handler=examples.edit),
    "right": PressSpec(handler=asking.right),
    "correct": PressSpec(handler=asking.correct),
    "none": PressSpec(handler=verdicts.none_of_these),
    "rate": PressSpec(handler=asking.correct, parts=("number", "truth")),
    "came": PressSpec(handler=outcomes.came, parts=("number", "truth")),
    "outcome": PressSpec(handler=asking.correct),
    "lapse": PressSpec(handler=outcomes.lapse),
    "why": PressSpec(handler=explaining.why),
    "new": PressSpec(handler=tasks.new, parts=()),
    "reread": PressSpec(handler=forms.reread),
    "another": PressSpec(handler=forms.another_task),
    "teach": PressSpec(handler=forms.teach_filled, parts=("id",)),
    "import": PressSpec(handler=forms.import_filled, parts=("id",)),
    "page": PressSpec(handler=examples.older, parts=("before", "id", "by")),
    "template": PressSpec(handler=setting_up.start_from_template, parts=("template",)),
    "guess": PressSpec(handler=quizzes.guess),
    "quiz": PressSpec(handler=quizzes.again, parts=("id",)),
    "report": PressSpec(handler=reports.report),
    "other": PressSpec(handler=reports.other),
    "more": PressSpec(handler=reports.ask_more),
    "vote": PressSpec(handler=reports.vote, parts=("number", "verdict")),
    "stop": PressSpec(handler=retraining.stop, parts=("id",)),
}

Form: TypeAlias = Callable[[Ports, Request], Awaitable[Choice]]

FORMS: dict[str, Form] = {
    "new": forms.fill_task,
    "reread": forms.fill_question,
    "another": forms.fill_another_task,
    "teach": forms.fill_lesson,
    "import": forms.fill_file,
    "correct": forms.fill_truth,
    "outcome": outcomes.fill_outcome,
    "edit": forms.fill_example,
    "guess": quizzes.fill_guess,
}
"""What a button of each of these verbs asks for before it is pressed for good."""
