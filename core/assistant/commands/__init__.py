"""The commands: one table of what can be said and pressed, who handles it, and who may."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from core.assistant.commands import (
    agreeing,
    asking,
    batches,
    examples,
    explaining,
    files_heard,
    forms,
    guide,
    imports,
    messages,
    models,
    outcomes,
    places,
    privacy,
    quizzes,
    quoting,
    replying,
    replying_to_examples,
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
from core.assistant.rights import Right

Handler: TypeAlias = Callable[[Ports, Request], Awaitable[Reply]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """One command: its handler, the options that it knows, and what may follow beside them."""

    handler: Handler
    options: tuple[str, ...] = ("task",)
    rest: Rest = Rest.TASK
    right: Right
    """Who may; always said, so that no command is everybody's by mistake."""


COMMANDS: dict[str, Spec] = {
    "teach": Spec(
        handler=teaching.teach, options=("task", "lesson"), rest=Rest.SENTENCE, right=Right.TEACHER
    ),
    "ask": Spec(
        handler=asking.ask, options=("task", "text"), rest=Rest.SENTENCE, right=Right.ANYONE
    ),
    "correct": Spec(
        handler=verdicts.correct,
        options=("number", "truth"),
        rest=Rest.ANSWER_AND_TEXT,
        right=Right.SHOWN_TEACHER,
    ),
    "right": Spec(
        handler=agreeing.say_right, options=("number",), rest=Rest.ANSWER, right=Right.SHOWN_TEACHER
    ),
    "why": Spec(handler=explaining.why, options=("number",), rest=Rest.ANSWER, right=Right.SHOWN),
    "undo": Spec(handler=undoing.undo, options=("number",), rest=Rest.EXAMPLE, right=Right.OWNER),
    "task new": Spec(
        handler=tasks.new, options=tasks.TASK_OPTIONS, rest=Rest.NEW_TASK, right=Right.MAKER
    ),
    "task list": Spec(handler=tasks.listing, options=(), rest=Rest.NOTHING, right=Right.ANYONE),
    "task show": Spec(handler=tasks.display, right=Right.ANYONE),
    "task edit": Spec(handler=tasks.edit, options=tasks.EDIT_OPTIONS, right=Right.KEEPER),
    "task delete": Spec(handler=tasks.delete, right=Right.KEEPER),
    "task import": Spec(
        handler=imports.import_file,
        options=imports.OPTIONS,
        rest=Rest.TASK_AND_FILE,
        right=Right.TEACHER,
    ),
    "task export": Spec(
        handler=transfer.export_file, options=("task", "format"), right=Right.ANYONE
    ),
    "task bind": Spec(handler=places.bind, options=("task", "channel"), right=Right.KEEPER),
    "task unbind": Spec(
        handler=places.unbind, options=("channel",), rest=Rest.NOTHING, right=Right.KEEPER
    ),
    "batch": Spec(
        handler=batches.batch, options=("task", "file"), rest=Rest.TASK_AND_FILE, right=Right.ANYONE
    ),
    "examples list": Spec(
        handler=examples.listing, options=("task", "by", "before"), right=Right.ANYONE
    ),
    "examples show": Spec(
        handler=examples.display, options=("number",), rest=Rest.EXAMPLE, right=Right.ANYONE
    ),
    "examples edit": Spec(
        handler=examples.edit,
        options=("number", "lesson"),
        rest=Rest.EXAMPLE_AND_TEXT,
        right=Right.OWNER,
    ),
    "examples delete": Spec(
        handler=examples.delete, options=("number",), rest=Rest.EXAMPLE, right=Right.OWNER
    ),
    "examples restore": Spec(
        handler=teaching.confirm, options=("number",), rest=Rest.EXAMPLE, right=Right.OWNER
    ),
    "examples review": Spec(handler=examples.review, right=Right.ANYONE),
    "model status": Spec(handler=models.status, right=Right.ANYONE),
    "model history": Spec(handler=models.history, right=Right.ANYONE),
    "model learn": Spec(handler=retraining.learn, right=Right.KEEPER),
    "model stop": Spec(handler=retraining.stop, right=Right.KEEPER),
    "model rollback": Spec(handler=retraining.rollback, right=Right.KEEPER),
    "model card": Spec(handler=models.card, right=Right.ANYONE),
    "quiz": Spec(handler=quizzes.quiz, right=Right.ANYONE),
    "privacy see": Spec(handler=privacy.see, options=(), rest=Rest.NOTHING, right=Right.ANYONE),
    "privacy export": Spec(
        handler=privacy.export, options=(), rest=Rest.NOTHING, right=Right.ANYONE
    ),
    "privacy erase": Spec(handler=privacy.erase, options=(), rest=Rest.NOTHING, right=Right.ANYONE),
    "privacy opt-out": Spec(
        handler=privacy.opt_out, options=(), rest=Rest.NOTHING, right=Right.ANYONE
    ),
    "setup": Spec(
        handler=setting_up.setup,
        options=("template", "moderators", "teachers", "makers", "lacking"),
        rest=Rest.NOTHING,
        right=Right.MANAGER,
    ),
    "help": Spec(handler=guide.show_help, options=(), rest=Rest.TOPIC, right=Right.ANYONE),
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
    "撤销": "undo",
    "撤消": "undo",
    "撤回": "undo",
    "更正": "correct",
    "改正": "correct",
    "为什么": "why",
    "为啥": "why",
    "为何": "why",
    "任务": "task list",
    "例子": "examples list",
    "列表": "examples list",
    "例子列表": "examples list",
    "任务列表": "task list",
    "我的数据": "privacy see",
    "my data": "privacy see",
    "隐私": "privacy see",
}

NEVER_SENTENCES = frozenset({"task", "tasks", "privacy"})
"""Words of commands with which no question begins: what follows can only be a slip."""

ONE_WORD_ONLY = frozenset(
    {
        *("help", "why", "right", "undo", "quiz", "batch", "setup"),
        *("为什么", "为啥", "为何", "撤销", "撤消", "撤回", "任务", "例子", "隐私", "帮助"),
        *("列表", "例子列表", "任务列表", "我的数据", "my data"),
        *("task", "tasks", "examples", "model", "privacy"),
    }
)
"""Words that also begin plain sentences: commands only when little follows them."""

GROUPS = frozenset(name.split()[0] for name in COMMANDS if " " in name) | {"tasks"}
"""First words of commands of two words; what follows them must be the second."""

ABOUT_MESSAGES: dict[str, Spec] = {
    "ask about this": Spec(handler=messages.ask_about, right=Right.ANYONE),
    "teach from this": Spec(handler=messages.teach_from, right=Right.TEACHER),
    "file": Spec(handler=files_heard.offer_import, right=Right.ANYONE),
    "reply": Spec(handler=replying.answer_reply, right=Right.SHOWN),
    "reply to example": Spec(
        handler=replying_to_examples.answer_reply_to_example, right=Right.OWNER
    ),
    "reply to card": Spec(handler=replying.answer_reply_to_card, right=Right.ANYONE),
    "reply to offer": Spec(handler=replying.answer_reply_to_card, right=Right.ANYONE),
    "correct example": Spec(
        handler=replying_to_examples.correct_example,
        options=("number", "truth"),
        rest=Rest.EXAMPLE_AND_TEXT,
        right=Right.OWNER,
    ),
}
"""What is done with a message itself, where a front end has messages to point at."""

SENTENCE = Spec(handler=sentences.understand, options=(), rest=Rest.SENTENCE, right=Right.ANYONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PressSpec:
    """What a button does: its handler, and what the parts of its action are."""

    handler: Handler
    parts: tuple[str, ...] = ("number",)
    right: Right


PRESSES: dict[str, PressSpec] = {
    "undo": PressSpec(handler=undoing.withdraw, right=Right.OWNER),
    "back": PressSpec(handler=undoing.undo_step, parts=("step",), right=Right.OWNER),
    "replace": PressSpec(
        handler=undoing.replace_earlier, parts=("number", "others"), right=Right.OWNER
    ),
    "both": PressSpec(handler=undoing.keep_both, parts=("number", "others"), right=Right.OWNER),
    "keep": PressSpec(handler=undoing.keep_both, right=Right.OWNER),
    "confirm": PressSpec(handler=teaching.confirm, right=Right.OWNER),
    "amend": PressSpec(handler=teaching.amend, parts=("number", "value"), right=Right.OWNER),
    "edit": PressSpec(handler=examples.edit, right=Right.OWNER),
    "right": PressSpec(handler=verdicts.right, right=Right.SHOWN_TEACHER),
    "correct": PressSpec(handler=verdicts.correct, right=Right.SHOWN_TEACHER),
    "none": PressSpec(handler=verdicts.none_of_these, right=Right.SHOWN_TEACHER),
    "rate": PressSpec(
        handler=verdicts.correct, parts=("number", "truth"), right=Right.SHOWN_TEACHER
    ),
    "came": PressSpec(handler=outcomes.came, parts=("number", "truth"), right=Right.SHOWN_TEACHER),
    "outcome": PressSpec(handler=verdicts.correct, right=Right.SHOWN_TEACHER),
    "lapse": PressSpec(handler=verdicts.lapse, right=Right.SHOWN_TEACHER),
    "why": PressSpec(handler=explaining.why, right=Right.SHOWN),
    "new": PressSpec(handler=tasks.new, parts=(), right=Right.MAKER),
    "reread": PressSpec(handler=forms.reread, right=Right.SHOWN),
    "another": PressSpec(handler=forms.another_task, right=Right.SHOWN),
    "teach": PressSpec(handler=forms.teach_filled, parts=("id",), right=Right.TEACHER),
    "quoted": PressSpec(handler=quoting.teach_quoted, parts=("id", "offer"), right=Right.TEACHER),
    "import": PressSpec(handler=forms.import_filled, parts=("id",), right=Right.TEACHER),
    "page": PressSpec(handler=examples.older, parts=("before", "id", "by"), right=Right.ANYONE),
    "template": PressSpec(
        handler=setting_up.start_from_template, parts=("template",), right=Right.MANAGER
    ),
    "guess": PressSpec(handler=quizzes.guess, right=Right.ANYONE),
    "quiz": PressSpec(handler=quizzes.again, parts=("id",), right=Right.ANYONE),
    "report": PressSpec(handler=reports.report, right=Right.SHOWN),
    "other": PressSpec(handler=reports.other, right=Right.SHOWN_TEACHER),
    "decide": PressSpec(
        handler=reports.decide, parts=("number", "verdict"), right=Right.SHOWN_TEACHER
    ),
    "settle": PressSpec(handler=reports.settle, right=Right.SHOWN_TEACHER),
    "more": PressSpec(handler=reports.ask_more, right=Right.SHOWN),
    "vote": PressSpec(handler=reports.vote, parts=("number", "verdict"), right=Right.SHOWN_TEACHER),
    "stop": PressSpec(handler=retraining.stop, parts=("id",), right=Right.KEEPER),
}

Form: TypeAlias = Callable[[Ports, Request], Awaitable[Choice]]

FORMS: dict[str, Form] = {
    "new": forms.fill_task,
    "reread": forms.fill_question,
    "another": forms.fill_another_task,
    "teach": forms.fill_lesson,
    "quoted": quoting.fill_quoted,
    "import": forms.fill_file,
    "correct": forms.fill_truth,
    "settle": reports.fill_settled,
    "outcome": outcomes.fill_outcome,
    "edit": forms.fill_example,
    "guess": quizzes.fill_guess,
}
"""What a button of each of these verbs asks for before it is pressed for good."""
