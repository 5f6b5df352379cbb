"""Tasks and answers in words."""

from collections.abc import Mapping, Sequence

from core.assistant import show
from core.assistant.record import honest_errors
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.fields import Field, FieldKind, Values, show_plain
from core.domain.forecast import (
    Answer,
    Basis,
    CategoryForecast,
    Explanation,
    Interval,
    NumberForecast,
    Prediction,
)
from core.domain.identity import ExampleId, FieldKey, MemberId
from core.domain.task import Target, TargetKind, Task, weights_of

MAX_SHOWN = 12
TOP_LABELS = 3
TOP_EXPERTS = 3
FEWEST_MEASURED, FEWEST_GUESSED = 3, 10
"""Of fewer examples, numbers or labels, nobody can tell whether a model is better than a rule."""
_WHOLE = 1.0
_WIDE = 3.0
"""A count is said in whole numbers where its range is at least so wide."""
STRANGE = 0.01
"""A question less familiar than this is called unlike anything taught."""
UNSURE = 0.6
"""A likeliest label of less than this is not clear, if another comes near it."""
NEAR = 0.5
"""How likely the second label must be, over the first, to come near it."""
TOP_MOVES = 3
LEAST_MOVE = 0.1
"""Ratings are moved by tenths; less is not worth a word."""
LEAST_SHARE = 0.01
"""An expert that counts less is not named."""


def described(fields: Sequence[Field], target: Target, locale: str) -> tuple[str, ...]:
    """Return the inputs, what is predicted, and whether its labels count alike."""
    inputs = show.first_of([field_words(f, locale) for f in fields], MAX_SHOWN, locale=locale)
    return (
        say("task inputs", locale=locale, fields=", ".join(inputs) or "–"),
        say("task target", locale=locale, target=target_words(target, locale)),
        *balance_words(target, locale),
    )


def balance_words(target: Target, locale: str) -> tuple[str, ...]:
    """Return that every label counts alike; nothing where they do not."""
    return (say("labels count alike", locale=locale),) if target.is_balanced else ()


def kind_word(kind: FieldKind | TargetKind, locale: str) -> str:
    """Return what a kind of field or target is called."""
    return say(f"kind {kind}", locale=locale)


def field_words(field: Field, locale: str) -> str:
    """Return ``area (number, m²)`` or ``os (linux | mac)``."""
    about = " | ".join(field.options) or kind_word(field.kind, locale)
    return f"{field.name} ({about}, {field.unit})" if field.unit else f"{field.name} ({about})"


def target_words(target: Target, locale: str) -> str:
    """Return ``price (number, €)`` or ``answer (rendering | fonts)``."""
    about = " | ".join(show.clip(label, 30) for label in target.labels[:MAX_SHOWN])
    about = about or (
        show.scale(target.scale, locale) if target.scale else kind_word(target.kind, locale)
    )
    return f"{target.name} ({about}, {target.unit})" if target.unit else f"{target.name} ({about})"


def sample_lesson(task: Task, locale: str) -> str:
    """Return a lesson in the form that this task understands."""
    said = ", ".join(
        f"{f.name}: {f.options[0] if f.options else say(f'sample {f.kind}', locale=locale)}"
        + (f" {f.unit}" if f.unit else "")
        for f in task.typed_fields[:3]
    )
    if task.target.scale:
        return f"{said} -> {show_plain(task.target.scale.ratings[-2])}"
    target = task.target.labels[0] if task.target.labels else say("sample label", locale=locale)
    is_number = task.target.kind.is_number
    number = show.measured(100.0, task.target.unit)
    return f"{said} -> {number if is_number else target}".strip()


def headline(answer: Answer, task: Task, *, locale: str) -> str:
    """Return the answer in one line: ``€ 412,000  (80 %: 371,000 – 455,000)``."""
    forecast = answer.forecast
    if isinstance(forecast, NumberForecast):
        likely = forecast.interval(0.8)
        step, finest = _steps(forecast, likely, task.target)
        center = show.truth(forecast.center, task.target, step=finest, locale=locale)
        between = show.between(likely, step=step, locale=locale)
        key = "count answer" if step == finest == _WHOLE else "number answer"
        return say(key, locale=locale, center=center, between=between)
    top = forecast.probabilities[:TOP_LABELS]
    return " · ".join(f"{label} {show.share(p, locale=locale)}" for label, p in top)


def _steps(
    forecast: NumberForecast, likely: Interval, target: Target
) -> tuple[float | None, float | None]:
    """Return what to round an interval and its centre to; wide counts are whole numbers."""
    step = show.step_of(likely)
    is_count = target.kind is TargetKind.NUMBER and not target.unit
    if step and step < _WHOLE and is_count and likely.high - likely.low >= _WIDE:
        return _WHOLE, _WHOLE
    finest = show.tenth_of(abs(forecast.center))
    return step, min(step, finest) if step and finest else step


def center_words(forecast: NumberForecast, task: Task, *, locale: str) -> str:
    """Return the likeliest number as an answer shows it: ``€ 412,000``."""
    return show.truth(forecast.center, task.target, step=center_step(forecast, task), locale=locale)


def center_step(forecast: NumberForecast, task: Task) -> float | None:
    """Return what the likeliest number is rounded to where it is shown."""
    return _steps(forecast, forecast.interval(0.8), task.target)[1]


def moves(explanation: Explanation, values: Values, task: Task, *, locale: str) -> str:
    """Return what moves an answer most: ``↑ sci-fi +0.2 ↓ 116 min −0.1``; empty if nothing does."""
    shown = [
        f"{'↑' if effect.amount > 0 else '↓'} {_cause(effect.key, values, task, locale)} "
        f"{'+' if effect.amount > 0 else '−'}"
        f"{show.number(abs(effect.amount), step=LEAST_MOVE, locale=locale)}"
        for effect in explanation.effects
        if round(abs(effect.amount) / LEAST_MOVE) and effect.key in values
    ]
    return " ".join(shown[:TOP_MOVES])


def _cause(key: FieldKey, values: Values, task: Task, locale: str) -> str:
    """Return what a field says where that speaks for itself, and else its name."""
    field = task.field(key)
    match field.kind:
        case FieldKind.MEMBER:
            return say("your taste", locale=locale)
        case FieldKind.CATEGORY | FieldKind.NUMBER | FieldKind.DATE:
            return show.clip(show.value_of(values[key], field.unit, locale=locale), 30)
        case _:
            return field.name


def basis_words(answer: Answer, *, locale: str) -> str:
    """Return what an answer rests on: ``v3 · 57 examples · linear 80 %, rule 20 %``."""
    count = say("examples count", locale=locale, count=answer.examples)
    if answer.basis is not Basis.MODEL:
        rule = rule_words(answer, locale=locale)
        return say("rule basis", locale=locale, rule=rule, count=count)
    version = f"v{answer.version}" if answer.version else say("v0", locale=locale)
    experts = shares(answer.weights, locale=locale, most=TOP_EXPERTS)
    return " · ".join(part for part in (version, count, experts) if part)


def shares(weights: Mapping[str, float], *, locale: str, most: int | None = None) -> str:
    """Return how much each expert counts, the most first: ``linear 80 %, rule 20 %``."""
    ranked = sorted(weights.items(), key=lambda pair: -pair[1])[:most]
    return ", ".join(
        f"{name} {show.share(w, locale=locale)}" for name, w in ranked if w >= LEAST_SHARE
    )


def rule_words(answer: Answer, *, locale: str) -> str:
    """Return the name of the rule that answered."""
    return say(f"basis {answer.basis}", locale=locale)


def merit_words(answer: Answer, examples: Sequence[Example], task: Task, *, locale: str) -> str:
    """Return that the model is no better than a plain rule yet; empty where it is, or is one.

    Both are judged by what they said of each example before it was taught, as the card does.
    """
    if answer.basis is not Basis.MODEL:
        return ""
    record = honest_errors(examples, task)
    weights = weights_of(task.target, [one.truth for one in record])
    error = sum(w * one.error for w, one in zip(weights, record, strict=True))
    naive = sum(w * one.naive for w, one in zip(weights, record, strict=True))
    is_category = isinstance(answer.forecast, CategoryForecast)
    fewest = FEWEST_GUESSED if is_category else FEWEST_MEASURED
    if len(record) < fewest or error < naive or not naive:
        return ""
    return say("no better category" if is_category else "no better number", locale=locale)


def like_words(
    answer: Answer,
    task: Task,
    examples: Mapping[ExampleId, Example],
    names: Mapping[MemberId, str],
    *,
    locale: str,
    limit: int = 2,
) -> str:
    """Return the nearest examples and who taught them; empty where none is near."""
    near = [examples[s.example] for s in answer.similar if s.example in examples][:limit]
    shown = [f"{show.example_of(e, task, locale=locale, limit=4)}{by(e, names)}" for e in near]
    return say("like", locale=locale, examples="; ".join(shown)) if shown else ""


def by(example: Example, names: Mapping[MemberId, str]) -> str:
    """Return `` (Ana)``; empty where the teacher is not known."""
    name = teacher(example, names)
    return f" ({name})" if name else ""


def teacher(example: Example, names: Mapping[MemberId, str]) -> str:
    """Return who taught an example; empty where the teacher is not known."""
    name = names.get(example.author) if example.author else None
    return show.clip(name, 40) if name else ""


def answer_notes(prediction: Prediction | None, answer: Answer, *, locale: str) -> tuple[str, ...]:
    """Return an answer's small print: its number, and what it rests on."""
    basis = basis_words(answer, locale=locale)
    return (f"?{prediction.number} · {basis}" if prediction else basis,)


def doubt_words(answer: Answer, *, locale: str) -> str:
    """Return why an answer deserves doubt: nothing like it was taught, or two labels vie."""
    if answer.familiarity is not None and answer.familiarity < STRANGE:
        return say("unfamiliar", locale=locale)
    if answer.basis is not Basis.MODEL or not isinstance(answer.forecast, CategoryForecast):
        return ""
    (first, most), *others = answer.forecast.probabilities
    if others and most < UNSURE and others[0][1] >= NEAR * most:
        return say("undecided", locale=locale, first=first, second=others[0][0])
    return ""
