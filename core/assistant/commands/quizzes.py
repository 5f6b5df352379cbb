"""Quizzes: the bot asks, where it is least sure, or lets members guess what was taught."""

from collections.abc import Sequence
from dataclasses import replace

from core.assistant import describe, show
from core.assistant.buttons import MAX_OPTIONS, action, correct_choice
from core.assistant.commands.answered import is_for_asker_alone
from core.assistant.commands.teaching import number_in
from core.assistant.hints import target_hint
from core.assistant.raters import is_read_by_others, require_showable, showable
from core.assistant.reading import Unclear, read_truth
from core.assistant.reply import Choice, Input, Reply, Tone
from core.assistant.request import TARGET, Ports, Request, Unsure
from core.assistant.settling import settle
from core.assistant.which import require_task, task_of_id
from core.assistant.wording import say
from core.domain.example import Example, ExampleStatus
from core.domain.forecast import CategoryForecast, Prediction
from core.domain.task import Task, Truth
from core.ports.work import Work

MAX_LOOKED_AT = 50


async def quiz(ports: Ports, request: Request) -> Reply:
    """Ask what the member's least sure answer should have been, or let them guess an example."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        task, request = await require_task(work, request)
        unsure = await _least_sure(work, request, task)
        taught = await work.examples.page(
            task.id, limit=MAX_LOOKED_AT * 4, status=ExampleStatus.ACTIVE
        )
    taught = showable(taught, task, request)
    if unsure is not None:
        is_aside = request.sender.is_overheard and is_for_asker_alone(unsure)
        return replace(_ask_for_truth(unsure, task, locale), is_personal=is_aside)
    if not taught:
        raise Unsure(say("no examples", locale=locale, task=task.name))
    example = taught[int(ports.clock().timestamp() * 1_000) % len(taught)]
    return _let_guess(example, task, locale)


async def _least_sure(work: Work, request: Request, task: Task) -> Prediction | None:
    """Return the answer of the member's that was least sure, of those nobody judged yet."""
    asked = await work.predictions.of_member(request.sender.community, request.sender.member)
    own = [p for p in asked if p.question.task_id == task.id][-MAX_LOOKED_AT:]
    unjudged = [p for p in own if not await work.predictions.feedback(p.id)]
    return max(unjudged, key=_doubt, default=None)


def _doubt(prediction: Prediction) -> float:
    """Return how unsure an answer was, 0 to 1 or more."""
    forecast = prediction.answer.forecast
    if isinstance(forecast, CategoryForecast):
        return 1.0 - forecast.probabilities[0][1]
    likely = forecast.interval(0.8)
    return (likely.high - likely.low) / max(abs(forecast.center), 1e-9)


def _ask_for_truth(prediction: Prediction, task: Task, locale: str) -> Reply:
    values = task.convert_values(prediction.question.values)
    label = say("correct", locale=locale)
    return Reply(
        title=say("quiz unsure", locale=locale, number=prediction.number),
        lines=(
            show.values_of(values, task, locale=locale),
            say("i said", locale=locale, answer=_said(prediction, task, locale)),
        ),
        notes=(task.name,),
        tone=Tone.ASK,
        choices=(replace(correct_choice(prediction, task, locale), label=label),),
    )


def _said(prediction: Prediction, task: Task, locale: str) -> str:
    return describe.headline(prediction.answer, task, locale=locale)


def _let_guess(example: Example, task: Task, locale: str) -> Reply:
    return Reply(
        title=say("quiz guess", locale=locale, name=task.target.name, number=example.number),
        lines=(show.values_of(example.values, task, locale=locale),),
        notes=(task.name,),
        tone=Tone.ASK,
        choices=(guess_choice(example, task, (), locale),),
    )


def guess_choice(example: Example, task: Task, seen: Sequence[str], locale: str) -> Choice:
    """Return the button that asks what an example's target is."""
    unit = f" ({task.target.unit})" if task.target.unit else ""
    options = tuple(dict.fromkeys((*task.target.labels, *seen)))
    guess = Input(
        name="guess",
        label=f"{task.target.name}{unit}",
        hint=target_hint(task.target, locale),
        options=options,
        is_open=len(options) > MAX_OPTIONS,
    )
    label = say("guess it", locale=locale)
    return Choice(label=label, action=action("guess", example.number), inputs=(guess,))


async def fill_guess(ports: Ports, request: Request) -> Choice:
    """Return the form of a guess."""
    async with ports.open_work() as work:
        example, task = await _example(work, request)
    return guess_choice(example, task, (), request.sender.locale)


async def guess(ports: Ports, request: Request) -> Reply:
    """Say how near a guess came, beside what the bot would have said."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        example, task = await _example(work, request)
        require_showable(example, task, request)
        known = (await ports.recollection.of(work, task)).known
    said = request.settled.get(TARGET) or read_truth(request.option("guess"), task.target, known)
    if isinstance(said, Unclear):
        settle(request, task, (said,))
        raise Unsure(say("how to correct", locale=locale))
    truth = example.target
    if truth is None:
        raise Unsure(say("which number", locale=locale, said=str(example.number)))
    guessed = task.target.check(said)
    is_right = _is_right(guessed, truth)
    answer = show.truth(guessed, task.target, locale=locale)
    lines = [say("you said", locale=locale, answer=answer)]
    if example.foretold:
        answer = show.truth(example.foretold.answer, task.target, locale=locale)
        lines.append(say("i had said", locale=locale, answer=answer))
    shown = show.truth(truth, task.target, locale=locale)
    key = "guessed right" if is_right else "guessed"
    again = Choice(label=say("again", locale=locale), action=action("quiz", task.id))
    return Reply(
        title=say(key, locale=locale, number=example.number, answer=shown),
        lines=tuple(lines),
        tone=Tone.DONE if is_right else Tone.INFO,
        choices=(again,),
        is_personal=is_read_by_others(task, request),
    )


def _is_right(said: Truth, truth: Truth) -> bool:
    if isinstance(said, str) or isinstance(truth, str):
        return said == truth
    return abs(said - truth) <= 0.05 * max(abs(truth), 1e-9)


async def again(ports: Ports, request: Request) -> Reply:
    """Ask another one, of the same task."""
    async with ports.open_work() as work:
        task = await task_of_id(work, request)
    return await quiz(ports, request.about(task.name))


async def _example(work: Work, request: Request) -> tuple[Example, Task]:
    number = number_in(request)
    example = await work.examples.numbered(request.sender.community, number)
    return example, await work.tasks.get(example.task_id)
