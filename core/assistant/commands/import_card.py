"""The card before an import: what was read, what would be left out, and how to change it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.assistant import show
from core.assistant.describe import described, kind_word
from core.assistant.files.kinds import CHOICES
from core.assistant.files.rows import Drawn
from core.assistant.files.sheet import BadRow
from core.assistant.files.typing_together import Plan
from core.assistant.reply import Effect
from core.assistant.request import AskFirst, Request, Way
from core.assistant.wording import say
from core.domain.task import TargetKind

MAX_REASONS = 8
_ROWS, _FIELDS_SHOWN, _NOTES = 3, 6, 10
_MOST_WAYS = 18
"""With what leads back, as many buttons as a card holds."""
_LABELS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An import that waits for its yes."""

    task: str
    """Its name."""
    is_new: bool
    plan: Plan
    drawn: Sequence[Drawn]
    bad: Sequence[BadRow]


def ask_import(request: Request, draft: Draft) -> AskFirst:
    """Return the question whether to import, or what of it is unclear."""
    locale, plan = request.sender.locale, draft.plan
    if not plan.is_target_clear:
        title = say("import which target", locale=locale, guess=plan.heading[:60])
        return AskFirst(title, *_lines(draft, locale), ways=_target_ways(request, plan))
    if plan.swappable:
        title = say("import which order", locale=locale, columns=", ".join(plan.swappable)[:80])
        shown = replace(draft, bad=())  # which rows are bad is known once the order is
        return AskFirst(title, *_lines(shown, locale), ways=_order_ways(request))
    if plan.unclear_points:
        title = say(
            "import which points", locale=locale, columns=", ".join(plan.unclear_points)[:80]
        )
        return AskFirst(title, *_lines(draft, locale), ways=_point_ways(request))
    key = "import preview new" if draft.is_new else "import preview"
    title = say(key, locale=locale, count=len(draft.drawn), task=draft.task)
    return AskFirst(title, *_lines(draft, locale), ways=_ways(request, plan))


def _ways(request: Request, plan: Plan) -> tuple[Way, ...]:
    locale = request.sender.locale
    yes = Way(
        label=say("import now", locale=locale),
        request=_asking(request, "").agree("import"),
        is_yes=True,
        effect=Effect.HARMLESS,
    )
    ways = [yes]
    if plan.inputs or plan.left_out:
        label = say("change a column", locale=locale)
        ways.append(Way(label=label, request=_asking(request, "column")))
    if plan.grouped:
        label = say("fill down", locale=locale, columns=", ".join(plan.grouped)[:60])
        ways.append(Way(label=label, request=_asking(_with(request, fill="down"), "")))
    if len(plan.candidates) > 1:
        label = say("another target", locale=locale)
        ways.append(Way(label=label, request=_asking(request, "target")))
    return tuple(ways)


def _target_ways(request: Request, plan: Plan) -> tuple[Way, ...]:
    """Return the columns that may be the answer; piped lines take the likeliest."""
    first = [plan.heading, *(c for c in reversed(plan.candidates) if c != plan.heading)]
    return tuple(
        Way(
            label=show.clip(name, 40),
            request=_asking(_with(request, target=name), ""),
            is_yes=name == plan.heading,
            effect=Effect.HARMLESS if name == plan.heading else Effect.CHANGES,
        )
        for name in first[:_MOST_WAYS]
    )


def _order_ways(request: Request) -> tuple[Way, ...]:
    return tuple(
        _way(request, key, dates=order)
        for order, key in (("day", "day first"), ("month", "month first"))
    )


def _point_ways(request: Request) -> tuple[Way, ...]:
    return tuple(
        _way(request, key, points=points)
        for points, key in (("decimal", "points decimal"), ("thousands", "points thousands"))
    )


def _way(request: Request, key: str, **options: str) -> Way:
    label = say(key, locale=request.sender.locale)
    return Way(label=label, request=_asking(_with(request, **options), ""))


def ask_change(request: Request, plan: Plan, *, is_new: bool) -> AskFirst | None:
    """Return the question that a button of the card leads to; None where there is none."""
    locale = request.sender.locale
    match request.option("ask"):
        case "target":
            title = say("which target", locale=locale)
            return AskFirst(title, ways=_target_ways(request, plan))
        case "column":
            title = say("which column", locale=locale)
            hint = say("or type kinds", locale=locale)
            ways = _column_ways(request, plan, is_new=is_new)
            more = len(plan.inputs) + len(plan.left_out) + is_new - len(ways)
            rest = (say("columns beyond", locale=locale, count=more),) if more > 0 else ()
            return AskFirst(title, *rest, *((hint,) if is_new else ()), ways=ways)
        case "kind":
            title = say("which kind of column", locale=locale, name=request.option("column")[:60])
            return AskFirst(title, ways=_kind_ways(request, is_new=is_new))
    return None


def _column_ways(request: Request, plan: Plan, *, is_new: bool) -> tuple[Way, ...]:
    named = [*([(plan.heading, plan.truths)] if is_new else []), *plan.inputs.items()]
    locale = request.sender.locale
    kinds = [(name, kind_word(reader.field.kind, locale)) for name, reader in named]
    kinds += [(name, say("column out", locale=locale)) for name in plan.left_out]
    choosable = [(name, kind) for name, kind in kinds if ";" not in name]
    return tuple(
        Way(
            label=show.clip(f"{name} ({kind})", 60),
            request=_asking(_with(request, column=name), "kind"),
        )
        for name, kind in choosable[:_MOST_WAYS]
    )


def _kind_ways(request: Request, *, is_new: bool) -> tuple[Way, ...]:
    """Return the kinds to choose from; a field of a task has its own, and may be left out."""
    column, before = request.option("column"), request.option("kinds")
    return tuple(
        Way(
            label=say(key, locale=request.sender.locale),
            request=_asking(_with(request, kinds=f"{before}; {column}: {kind}"), ""),
        )
        for kind, key in CHOICES.items()
        if is_new or kind == "out"
    )


def _with(request: Request, **options: str) -> Request:
    return replace(request, options={**request.options, **options})


def _asking(request: Request, what: str) -> Request:
    """Return the request with the next question of the card; none where it is empty."""
    return _with(request, ask=what)


def _lines(draft: Draft, locale: str) -> tuple[str, ...]:
    plan = draft.plan
    lines = [*described(plan.fields, plan.target, locale), *_label_words(draft, locale)]
    lines += [_row_words(drawn, plan, locale) for drawn in draft.drawn[:_ROWS]]
    lines += plan.notes[:_NOTES]
    if draft.bad:
        lines.append(say("not imported", locale=locale, bad=len(draft.bad)))
        lines += reasons(draft.bad, locale)
    return tuple(lines)


def _label_words(draft: Draft, locale: str) -> list[str]:
    if draft.plan.target.kind is not TargetKind.CATEGORY or not draft.drawn:
        return []
    counts = Counter(str(drawn.truth) for drawn in draft.drawn)
    named = [f"{show.clip(label, 30)} {count:,}" for label, count in counts.most_common()]
    shown = " · ".join(show.first_of(named, _LABELS, locale=locale))
    return [say("import labels", locale=locale, labels=shown)]


def _row_words(drawn: Drawn, plan: Plan, locale: str) -> str:
    """Return a row as it would be learned: ``line 2: area 90 m² · rooms 3 → € 412,000``."""
    parts = [
        f"{one.name} {show.clip(show.value_of(drawn.values[one.key], one.unit, locale=locale), 40)}"
        for one in plan.fields
        if one.key in drawn.values
    ]
    said = " · ".join(show.first_of(parts, _FIELDS_SHOWN, locale=locale))
    truth = show.truth(drawn.truth, plan.target, locale=locale)
    return say("bad row", locale=locale, line=drawn.line, reason=f"{said} → {truth}".strip())


def reasons(bad: Sequence[BadRow], locale: str) -> tuple[str, ...]:
    """Return a line for each row that could not be read, the first few."""
    lines = [
        say("bad row", locale=locale, line=row.line, reason=row.reason) for row in bad[:MAX_REASONS]
    ]
    if len(bad) > MAX_REASONS:
        lines.append(say("more bad rows", locale=locale, count=len(bad) - MAX_REASONS))
    return tuple(lines)
