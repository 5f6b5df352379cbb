"""Rights: who may teach and change what, and how a community chose to have it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self

from core.assistant.incoming import Sender
from core.assistant.naming import named_role
from core.assistant.request import Request, Unsure
from core.assistant.surroundings import Role
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.identity import CommunityId, TaskId
from core.domain.task import Task
from core.errors import NotAllowed
from core.ports.work import Work

RULE_OPTIONS = ("answers", "teachers", "keepers", "outcome")
MAKERS = "makers"
"""The setting that holds the role that makes tasks: its id and name; none means everyone."""
MODERATORS = "moderators"
"""The setting that holds the channel where reports are shown."""
MAX_DAYS = 365
_NEVER = frozenset({"0", "never", "no", "none", "off", "从不"})


class Right(StrEnum):
    """Who may do something; each command and button declares one of these."""

    ANYONE = "anyone"
    SHOWN = "shown"
    """Who asked, and whoever was shown the answer."""
    SHOWN_TEACHER = "shown teacher"
    """Those of them who may teach the task."""
    TEACHER = "teacher"
    """Members with the task's teachers role, its maker and managers; everyone where none is set."""
    OWNER = "owner"
    """Who taught the example, and the task's keepers; a rating is its rater's alone."""
    MAKER = "maker"
    """Members with the makers role and managers; everyone where none is set."""
    KEEPER = "keeper"
    """The task's maker, members with its keepers role, and managers."""
    MANAGER = "manager"
    """Who runs the community."""

    @property
    def is_of_answer(self) -> bool:
        """Whether it depends on who was shown an answer: what it is for is about that answer."""
        return self in (Right.SHOWN, Right.SHOWN_TEACHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRules:
    """How a community chose to have one of its tasks."""

    answers_publicly: bool = False
    teachers: Role | None = None
    """Who may teach it; None means everyone."""
    keepers: Role | None = None
    """Who may change it beside its maker and those who run the community."""
    outcome_after_days: int | None = None
    """How long after an answer it is asked how it turned out; None means never."""

    def to_json(self) -> dict[str, object]:
        """Return plain JSON values."""
        roles = {"teachers": self.teachers, "keepers": self.keepers}
        said = {name: [role.id, role.name] for name, role in roles.items() if role}
        return {"public": self.answers_publicly, "outcome": self.outcome_after_days, **said}

    @classmethod
    def from_json(cls, raw: Any) -> Self:  # noqa: ANN401 - a setting's value
        """Return what :meth:`to_json` wrote; the defaults where nothing was chosen yet."""
        if not isinstance(raw, dict):
            return cls()
        roles = {
            name: Role(id=raw[name][0], name=raw[name][1])
            for name in ("teachers", "keepers")
            if name in raw
        }
        return cls(
            answers_publicly=bool(raw.get("public")),
            outcome_after_days=raw.get("outcome"),
            **roles,
        )


def _setting(task_id: TaskId) -> str:
    return f"task {task_id}"


async def rules_of(work: Work, community: CommunityId, task_id: TaskId) -> TaskRules:
    """Return how the community chose to have a task."""
    return TaskRules.from_json(await work.settings.get(community, _setting(task_id)))


async def save_rules(work: Work, community: CommunityId, task_id: TaskId, rules: TaskRules) -> None:
    """Save how the community chose to have a task."""
    await work.settings.put(community, _setting(task_id), rules.to_json())


def changed_rules(rules: TaskRules, request: Request) -> TaskRules:
    """Return the rules with what the request's options say.

    Raises:
        Unsure: they name a role that the community has not got.
    """
    if answers := request.option("answers").casefold():
        rules = replace(rules, answers_publicly=answers == "public")
    if request.option("teachers"):
        rules = replace(rules, teachers=named_role(request, "teachers"))
    if request.option("keepers"):
        rules = replace(rules, keepers=named_role(request, "keepers"))
    if outcome := request.option("outcome"):
        rules = replace(rules, outcome_after_days=_days(outcome, request.sender.locale))
    return rules


def _days(said: str, locale: str) -> int | None:
    """Return a number of days, of ``1`` or ``1 day``; None for never.

    Raises:
        Unsure: it is no such number.
    """
    word = said.casefold().split()[0]
    if word in _NEVER:
        return None
    if word.isascii() and word.isdigit() and 1 <= int(word[:9]) <= MAX_DAYS:
        return int(word)
    raise Unsure(say("which days", locale=locale, limit=MAX_DAYS, said=said[:40]))


def rule_words(rules: TaskRules, locale: str) -> tuple[str, ...]:
    """Return what of the rules is not as it is by default, a line each."""
    lines = []
    if rules.answers_publicly:
        lines.append(say("answers publicly", locale=locale))
    if rules.teachers:
        lines.append(say("taught by role", locale=locale, role=rules.teachers.name))
    if rules.keepers:
        lines.append(say("kept by role", locale=locale, role=rules.keepers.name))
    if rules.outcome_after_days:
        lines.append(say("asks outcome", locale=locale, days=rules.outcome_after_days))
    return tuple(lines)


async def require_teacher(work: Work, request: Request, task: Task) -> None:
    """Return where the sender may teach the task.

    Raises:
        NotAllowed: only members with a role may, and they have not got it.
    """
    sender = request.sender
    rules = await rules_of(work, sender.community, task.id)
    if rules.teachers and not may_teach(sender, task, rules):
        role, locale = rules.teachers.name, sender.locale
        raise NotAllowed(say("not a teacher", locale=locale, role=role, task=task.name))


def may_teach(sender: Sender, task: Task, rules: TaskRules) -> bool:
    """Return whether somebody may teach a task of these rules."""
    is_own = sender.is_manager or sender.member == task.created_by
    return is_own or rules.teachers is None or rules.teachers.id in sender.roles


async def require_keeper(work: Work, request: Request, task: Task) -> None:
    """Return where the sender made the task, keeps it, or runs the community.

    Raises:
        NotAllowed: they do not.
    """
    if not await is_keeper(work, request, task):
        raise NotAllowed(say("not your task", locale=request.sender.locale, task=task.name))


async def is_keeper(work: Work, request: Request, task: Task) -> bool:
    """Return whether the sender made the task, has its keepers' role, or runs the community.

    A task whose maker is gone is nobody's.
    """
    sender = request.sender
    if sender.is_manager or sender.member == task.created_by:
        return True
    keepers = (await rules_of(work, sender.community, task.id)).keepers
    return keepers is not None and keepers.id in sender.roles


async def require_owner(work: Work, request: Request, example: Example, task: Task) -> None:
    """Return where the example is the sender's, or they keep its task.

    Raises:
        NotAllowed: it is another member's.
    """
    if not await is_owner(work, request, example, task):
        raise NotAllowed(say("not yours", locale=request.sender.locale, number=example.number))


async def is_owner(work: Work, request: Request, example: Example, task: Task) -> bool:
    """Return whether the example is the sender's, or they keep its task.

    A rating is its rater's alone.
    """
    if request.sender.member == example.author:
        return True
    return not task.rater and await is_keeper(work, request, task)


def require_manager(request: Request) -> None:
    """Return where the sender runs the community.

    Raises:
        NotAllowed: they do not.
    """
    if not request.sender.is_manager:
        raise NotAllowed(say("not a manager", locale=request.sender.locale))


async def makers_of(work: Work, community: CommunityId) -> Role | None:
    """Return the role that makes tasks; None for everyone."""
    match await work.settings.get(community, MAKERS):
        case [str(role_id), str(name)]:
            return Role(id=role_id, name=name)
    return None


async def require_maker(work: Work, request: Request) -> None:
    """Return where the sender may make tasks.

    Raises:
        NotAllowed: only members with a role may, and they have not got it.
    """
    sender = request.sender
    role = await makers_of(work, sender.community)
    if role and not sender.is_manager and role.id not in sender.roles:
        raise NotAllowed(say("not a maker", locale=sender.locale, role=role.name))
