"""Batches: a file of questions becomes a file of answers; nothing of it is stored."""

import asyncio
from collections.abc import Mapping, Sequence

from core.assistant.commands.import_card import reasons
from core.assistant.consent import known_sender
from core.assistant.files.cells import CellReader
from core.assistant.files.opening import read_sheet
from core.assistant.files.plan_for import plan_questions
from core.assistant.files.rows import Asked, draw_questions
from core.assistant.files.sheet import Sheet
from core.assistant.files.told import texts_cut
from core.assistant.files.typing_together import Wishes, columns_of
from core.assistant.files.writing import write_table
from core.assistant.incoming import Attachment
from core.assistant.personal import forecast_of
from core.assistant.raters import asked_by
from core.assistant.reply import Reply, Tone
from core.assistant.request import Ports, Request, Unsure
from core.assistant.which import require_task
from core.assistant.wording import say
from core.domain.fields import FieldKind
from core.domain.forecast import Answer, CategoryForecast, NumberForecast
from core.domain.task import Task
from core.errors import InvalidValue

MAX_QUESTIONS = 2_000


async def batch(ports: Ports, request: Request) -> Reply:
    """Answer each row of a file."""
    locale = request.sender.locale
    if request.attachment is None:
        raise Unsure(say("how to batch", locale=locale))
    sheet = await asyncio.to_thread(read_sheet, request.attachment, locale=locale)
    if len(sheet.rows) > MAX_QUESTIONS:
        raise InvalidValue(say("too many questions", locale=locale, limit=MAX_QUESTIONS))
    async with ports.open_work() as work:
        task, _ = await require_task(work, request)
        asker = await known_sender(work, request)
        known = (await ports.recollection.of(work, task)).known
    wishes = Wishes(today=request.sender.day_of(ports.clock()), locale=locale)
    inputs = await asyncio.to_thread(plan_questions, sheet, task, wishes, known)
    asked, bad = await asyncio.to_thread(draw_questions, sheet, inputs, locale=locale)
    cut = await asyncio.to_thread(_cut, sheet, inputs, locale)
    if not asked:
        raise InvalidValue("\n".join((say("no questions", locale=locale), *reasons(bad, locale))))
    questions = [asked_by(asker, question.values, task, request) for question in asked]
    answers = [await forecast_of(ports, request, task, values) for values in questions]
    content = await asyncio.to_thread(_written, sheet.columns, asked, answers, task)
    name = f"{task.name}-answers.csv"
    title = say("answered", locale=locale, count=len(asked), task=task.name, bad=len(bad))
    return Reply(
        title=title,
        lines=(*cut, *reasons(bad, locale)),
        files=(Attachment(name=name, content=content),),
        tone=Tone.DONE,
    )


def _cut(sheet: Sheet, inputs: Mapping[str, CellReader], locale: str) -> list[str]:
    texts = [name for name, reader in inputs.items() if reader.field.kind is FieldKind.TEXT]
    return texts_cut(columns_of(sheet), texts, locale)


def _written(
    columns: Sequence[str], asked: Sequence[Asked], answers: Sequence[Answer], task: Task
) -> bytes:
    rows = [
        [*(question.cells.get(column, "") for column in columns), *_cells(answer)]
        for question, answer in zip(asked, answers, strict=True)
    ]
    return write_table([*columns, *_headings(answers[0], task)], rows)


def _headings(answer: Answer, task: Task) -> list[str]:
    if isinstance(answer.forecast, NumberForecast):
        return [f"{task.target.name} (answer)", "80 % from", "80 % to"]
    return [f"{task.target.name} (answer)", "probability"]


def _cells(answer: Answer) -> list[object]:
    forecast = answer.forecast
    if isinstance(forecast, CategoryForecast):
        label, probability = forecast.probabilities[0]
        return [label, round(probability, 4)]
    likely = forecast.interval(0.8)
    return [float(f"{value:.6g}") for value in (forecast.center, likely.low, likely.high)]
