"""Lessons: doubted where they are odd, saved and acknowledged."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.assistant import show
from core.assistant.buttons import doubt_choices, edit_choice, replace_choices, undo_choice
from core.assistant.contradictions import NOTHING_BESIDE, Compared, compared
from core.assistant.decisions import require_undecided
from core.assistant.doubts import doubt_of
from core.assistant.own_verdicts import former_lesson
from core.assistant.raters import (
    Votes,
    is_read_by_others,
    own_rating,
    rated_by,
    votes_of,
    with_sides,
)
from core.assistant.recollection import Recalled
from core.assistant.reply import Reply, Tone
from core.assistant.request import Ports, Request
from core.assistant.steps import record_step
from core.assistant.wording import say
from core.domain.example import Example, ExampleStatus, Lesson
from core.domain.fields import Values
from core.domain.forecast import Feedback, Prediction, Verdict, best_guess, source_of
from core.domain.identity import MemberId, StepId
from core.domain.step import StepKind
from core.domain.task import TargetKind, Task, Truth
from core.ports.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a task stands once an example is saved."""

    count: int
    """How many examples count."""
    labels: Mapping[str, int]
    """How many of them each label has, in a task that predicts a category."""
    votes: Votes | None
    """What members think of the item, in a task that predicts a rating."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """An example just saved, and what is odd about it."""

    example: Example
    now: Standing
    step: StepId | None = None
    """What takes the saving back; None where it changed nothing."""
    meant: float | None = None
    """What its odd target likely should be."""
    beside: Compared = NOTHING_BESIDE
    """What other lessons say of the same question."""
    said: Truth | None = None
    """What the member was answered, where the lesson corrects that."""
    replaced: Truth | None = None
    """What the member said of it before."""


async def save_lesson(
    ports: Ports,
    request: Request,
    task: Task,
    *,
    recalled: Recalled,
    values: Values,
    truth: Truth,
    corrects: Prediction | None = None,
    is_whole: bool = True,
) -> Saved:
    """Save one lesson and return it with what is odd about it; it is committed on return.

    A member's new rating of an item takes the place of their old one, and what they say of an
    answer that of what they said of it before. What was not read whole is compared with none.

    Raises:
        Conflict: another moderator has decided on the reported answer that it corrects.
    """
    if task.rater:
        values = rated_by(with_sides(values, task, recalled), task, request)
    doubt = await doubt_of(ports, task, recalled, values, truth)
    [foretold] = await ports.predictor.foretell(task, [(values, truth)])
    lesson = Lesson(
        task_id=task.id,
        author=request.sender.member,
        values=values,
        target=truth,
        status=ExampleStatus.HELD if doubt else ExampleStatus.ACTIVE,
        source=_source(request, corrects),
        foretold=foretold,
    )
    async with ports.open_work() as work:
        earlier = await _earlier(work, request, task, values, corrects)
        example, step = await _put(work, request, task, lesson, earlier)
        if corrects:
            await work.predictions.add_feedback(_correction(ports, request, corrects, example))
            await require_undecided(work, request, corrects)
        now = await standing_of(work, task, example)
    ports.trainer.consider(task.id)
    return Saved(
        example=example,
        now=now,
        step=step,
        meant=doubt.meant,
        beside=compared(example, recalled) if is_whole and not task.rater else NOTHING_BESIDE,
        said=_answered_to(lesson.author, corrects),
        replaced=earlier.target if earlier and earlier.stands else None,
    )


async def _put(
    work: Work, request: Request, task: Task, lesson: Lesson, earlier: Example | None
) -> tuple[Example, StepId | None]:
    """Add a lesson, or write it over an earlier one; return it and what takes that back."""
    if task.rater and earlier is not None:  # another rating takes back nothing else
        lesson = replace(lesson, values={**earlier.values, **lesson.values})
    since = await work.examples.revision(task.id)
    saving = replaced(work, earlier, lesson) if earlier else work.examples.add(lesson)
    example = await saving
    kind = StepKind.RATE if earlier else StepKind.TEACH
    new, edited = ([], [(earlier, example)]) if earlier else ([example], [])
    return example, await record_step(
        work, request, task, kind, new=new, since=since, edited=edited
    )


def _answered_to(author: MemberId | None, corrects: Prediction | None) -> Truth | None:
    """Return what a lesson's author was answered, where it corrects that."""
    if corrects is None or corrects.question.asked_by != author:
        return None
    return best_guess(corrects.answer.forecast)


def _source(request: Request, corrects: Prediction | None) -> str | None:
    """Return where a lesson came from; with another member's words goes who wrote them."""
    author = request.author or (corrects.question.author if corrects else None)
    return source_of(request.delivery, author) if request.delivery else None


async def _earlier(
    work: Work, request: Request, task: Task, values: Values, corrects: Prediction | None
) -> Example | None:
    """Return the sender's lesson whose place a new one takes."""
    if task.rater:
        return await own_rating(work, values, task, request)
    if corrects is None:
        return None
    former = await former_lesson(work, corrects, task, request.sender.member)
    return former.example if former and not former.is_confirmed else None


async def replaced(work: Work, earlier: Example, lesson: Lesson) -> Example:
    """Return a member's earlier lesson, saying what their new one says."""
    changed = await work.examples.edit(earlier.id, values=lesson.values, target=lesson.target)
    if changed.status is lesson.status:
        return changed
    return await work.examples.set_status(earlier.id, lesson.status)


def _correction(ports: Ports, request: Request, corrects: Prediction, example: Example) -> Feedback:
    return Feedback(
        prediction_id=corrects.id,
        member=request.sender.member,
        verdict=Verdict.CORRECTED,
        example=example.id,
        given_at=ports.clock(),
    )


def acknowledge(request: Request, task: Task, saved: Saved) -> Reply:
    """Return what to say of a saved lesson: its number, what was read, how to undo it."""
    if saved.example.status is ExampleStatus.HELD:
        return _ask_back(request, task, saved)
    locale, example = request.sender.locale, saved.example
    others = saved.beside.otherwise
    lines = [show.example_of(example, task, locale=locale)]
    before = None if is_read_by_others(task, request) else saved.replaced
    if before is not None and before != example.target:
        was = show.truth(before, task.target, locale=locale)
        key = "rating was" if task.rater else "instead of"
        lines.append(say(key, locale=locale, was=was))
    lines += saved.beside.words(task, locale)
    if saved.now.votes:
        lines.append(_votes_words(saved.now.votes, saved, locale))
    notes = _standing_notes(saved.now, task, locale)
    absent = show.missing(example.values, task, locale=locale)
    if absent:
        notes = (*notes, say("left out", locale=locale, fields=absent))
    key = "saved" if saved.step else "unchanged"
    return Reply(
        title=say(key, locale=locale, number=example.number, task=task.name),
        lines=tuple(lines),
        notes=notes,
        tone=Tone.DONE,
        choices=(
            *(replace_choices(example, others, locale) if others else ()),
            *((undo_choice(example, locale, step=saved.step),) if saved.step else ()),
            edit_choice(example, task, locale),
        ),
    )


def _ask_back(request: Request, task: Task, saved: Saved) -> Reply:
    """Return the question whether an odd value was meant; it does not count until confirmed."""
    locale, example = request.sender.locale, saved.example
    return Reply(
        title=_doubt(task, saved, locale),
        lines=(show.example_of(example, task, locale=locale),),
        notes=(say("held", locale=locale),),
        tone=Tone.ASK,
        choices=tuple(doubt_choices(example, task, saved.meant, locale, step=saved.step)),
    )


def _doubt(task: Task, saved: Saved, locale: str) -> str:
    """Return ``€ 412 is 1,000 times under the others. Did you mean € 412,000?``, or less."""
    said, meant = saved.example.target, saved.meant
    if meant is None or not isinstance(said, float):
        return say("far outside", locale=locale, number=saved.example.number)
    factor = meant / said
    return say(
        "slipped under" if factor > 1 else "slipped over",
        locale=locale,
        value=show.truth(said, task.target, locale=locale),
        factor=show.number(max(factor, 1 / factor), step=1, locale=locale),
        meant=show.truth(meant, task.target, locale=locale),
    )


def _votes_words(votes: Votes, saved: Saved, locale: str) -> str:
    """Return ``14 votes, mean 4.4. I said 4.2.``, the mean only of enough votes to hide one."""
    foretold = saved.example.foretold
    said = saved.said if foretold is None or saved.said is not None else foretold.answer
    if votes.mean is None:
        words = say("votes", locale=locale, count=votes.count)
    else:
        mean = show.number(votes.mean, step=0.1, locale=locale)
        key = "votes mean" if votes.count == votes.mean_of else "votes mean then"
        words = say(key, locale=locale, count=votes.count, mean=mean, then=votes.mean_of)
    if not isinstance(said, float):
        return words
    answer = show.number(said, step=0.1, locale=locale)
    return " ".join((words, say("i said", locale=locale, answer=answer)))


async def standing_of(work: Work, task: Task, example: Example) -> Standing:
    """Return where a task stands with this example in it."""
    is_category = task.target.kind is TargetKind.CATEGORY
    return Standing(
        count=await work.examples.count(task.id),
        labels=await work.examples.label_counts(task.id) if is_category else {},
        votes=await votes_of(work, example.values, task) if task.rater else None,
    )


def _standing_notes(now: Standing, task: Task, locale: str) -> tuple[str, ...]:
    """Return how many examples count, and which labels still have none."""
    labels = now.labels
    notes = [say("examples count", locale=locale, count=now.count)]
    if task.target.kind is TargetKind.CATEGORY:
        untaught = [label for label in task.target.labels if not labels.get(label)]
        if untaught:
            names = show.listed((f'"{label}"' for label in untaught[:5]), locale=locale)
            notes.append(say("untaught labels", locale=locale, labels=names))
        elif len(labels) < 2:
            notes.append(say("one label", locale=locale))
    return tuple(notes)
