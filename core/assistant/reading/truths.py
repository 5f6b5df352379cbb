"""The target's text as a truth, and what else the text says: for lessons and corrections."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.categories import Vocabulary, nearest_category, same_category
from core.assistant.reading.leftovers import unread_in
from core.assistant.reading.losses import loss_in
from core.assistant.reading.markup import without_markup
from core.assistant.reading.misread import Misread
from core.assistant.reading.moved_amounts import is_moved
from core.assistant.reading.negation import denial_of, is_negated, without_denial
from core.assistant.reading.ratings import bare_rating
from core.assistant.reading.records import Doubt, Known, Unclear
from core.assistant.reading.relative import relatives_in
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot, own_dimensions, slot_of_target
from core.assistant.reading.speech import AFTER_NUMBERS, FILLERS, NO
from core.assistant.reading.sums import said_amounts
from core.assistant.reading.taken_back import without_taken_back
from core.assistant.reading.tokens import Token, TokenKind, tokenise, words_of
from core.assistant.reading.uncertain import is_hedged
from core.assistant.reading.units import is_money, is_money_unit
from core.assistant.reading.values import read_number
from core.assistant.reading.yes_no_labels import label_said
from core.domain.fields import FieldKind
from core.domain.scale import Scale
from core.domain.task import Target, TargetKind, Truth
from core.errors import InvalidValue

_SIDES: Final = 2
"""Numbers of a contrast, such as ``not 5, 4``: the first that is not denied is the truth."""
_SHOWN: Final = 40
_MOST_LABELS: Final = 4
_QUOTED: Final = re.compile(r"[\"“„'‘「](.{1,200})[\"”“'’」]")
_SENTENCE_ENDS: Final = frozenset(".!?()")
_NEXT_TEXT: Final = "but though although however without with including plus"
_NEXT_CLAUSE: Final = frozenset(_NEXT_TEXT.split())
"""Words after a number that begin another clause."""
_ANSWERS: Final = frozenset(["no", "nope", "nah", "nein"])
_WEAK: Final = frozenset(
    ["almost", "nearly", "hardly", "barely", "half", "unless", "if", "until", "except"]
)
"""Words beside a label that make it another, or none."""
_WEAK_HAN: Final = ("几乎", "差点", "除非", "如果", "差不多")
_IDLE: Final = (FILLERS | AFTER_NUMBERS) - NO


def read_truth(text: str, target: Target, known: Known) -> Truth | Unclear:
    """Return the true target in a correction: ``412``, ``it sold for 420k €``, ``bug``.

    Raises:
        InvalidValue: there is none, or several.
    """
    slot = slot_of_target(target, known)
    text = text if text in slot.seen else without_markup(text)
    if slot.kind is FieldKind.CATEGORY:
        return _label(text, slot)
    text = without_taken_back(text)
    bare = _bare(text, target.scale) if target.scale else text
    if target.scale is None and (lost := loss_in(bare, slot)) is not None:
        return lost if isinstance(lost, Unclear) else target.check(lost)
    if _is_denied(tokenise(bare), slot):
        raise Misread("said what not", text=text.strip()[:_SHOWN], name=slot.name)
    if _is_relative(bare, slot):
        raise Misread("said how far", text=text.strip()[:_SHOWN], name=slot.name)
    try:
        found = read_number(bare, slot, is_said=True)
    except Misread:
        raise
    except InvalidValue:
        if target.scale is None:
            raise
        raise _off_the_scale(bare, target.scale, slot) from None
    return found if isinstance(found, Unclear) else target.check(found)


def _bare(text: str, scale: Scale) -> str:
    """Return a rating as a number, whatever else is said after it: ``2分，不能再多了``."""
    bare = bare_rating(text, scale)
    if bare != text:
        return bare
    tokens = tokenise(text)
    end = next((at for at in range(len(tokens)) if _ends_clause(tokens, at)), 0)
    if not end:
        return text
    stop = tokens[end - 1].end
    return bare_rating(text[:stop], scale) + text[stop:]


def _off_the_scale(text: str, scale: Scale, slot: Slot) -> Misread:
    """Return what is wrong with a number that is beyond the scale, or between two ratings."""
    plain = replace(slot, owner=Target(kind=TargetKind.NUMBER, name=slot.name))
    number = read_number(text, plain, is_said=True)
    is_between = isinstance(number, float) and scale.low < number < scale.high
    key = "between ratings" if is_between else "off the scale"
    said = f"{number:g}" if isinstance(number, float) else text.strip()[:_SHOWN]
    return Misread(key, name=slot.name, scale=scale.ends, said=said, step=f"{scale.step:g}")


def beside_truth(text: str, target: Target, known: Known) -> tuple[str, ...]:
    """Return what a text says besides the truth that is read of it: ``415k, balcony too``."""
    slot = slot_of_target(target, known)
    if slot.kind is FieldKind.CATEGORY and (text in slot.seen or same_category(text, slot)):
        return ()
    text = without_markup(text)
    text = without_taken_back(text) if target.kind.is_number else text
    sheet = Sheet(_bare(text, target.scale) if target.scale else text, (slot,))
    take = _take_label if slot.kind is FieldKind.CATEGORY else _take_number
    if not take(sheet, slot):
        return ()
    denial = len(sheet.tokens) - len(without_denial(sheet.tokens))
    sheet.take_also(slot, 0, denial)
    spans = unread_in(sheet, _IDLE | {*words_of(slot.name)})
    clauses = dict.fromkeys(_clause_around(sheet, *span) for span in spans)
    return tuple(words for clause in clauses if (words := sheet.text(*clause)).strip())


def _clause_around(sheet: Sheet, first: int, stop: int) -> tuple[int, int]:
    """Return where the unread clause begins and ends that words stand in."""

    def is_open(at: int) -> bool:
        return sheet.is_free(at) and not _ends_clause(sheet.tokens, at)

    while first and is_open(first - 1):
        first -= 1
    while is_open(stop):
        stop += 1
    return first, stop


def _take_label(sheet: Sheet, slot: Slot) -> bool:
    """Take the labels that are mentioned; return whether there is one and nothing denies it."""
    spans, _ = _mentions(sheet.tokens, slot)
    for _, first, stop in spans:
        sheet.take_also(slot, first, stop)
    return bool(spans)


def _take_number(sheet: Sheet, slot: Slot) -> bool:
    """Take the clause up to its number, that is not denied; return whether there is one."""
    places = list(islice(_places_of_numbers(sheet.tokens, slot), _SIDES))
    if not places:
        return False
    plain = (place for place in places if not _is_negated_there(sheet.tokens, place))
    first, _, number_stop = next(plain, places[0])
    sheet.take_also(slot, first, number_stop)
    return True


def _is_negated_there(tokens: Sequence[Token], place: tuple[int, int, int]) -> bool:
    first, stop, _ = place
    return is_negated(without_denial(tokens[first:stop]))


def _is_denied(tokens: Sequence[Token], slot: Slot) -> bool:
    """Return whether the clause of the number denies it, or one that says nothing else does."""
    for quantity in said_amounts(tokens, own=own_dimensions([slot])):
        if quantity.is_altered and is_negated(tokens[quantity.first : quantity.stop]):
            return True
    place = next(_places_of_numbers(tokens, slot), None)
    if place is None:
        return False
    first, stop, _ = place
    own = without_denial(tokens[:stop])[-(stop - first) :]
    return is_negated(own) or denial_of(tokens[stop:])


def _is_relative(text: str, slot: Slot) -> bool:
    """Return whether the one number of a text only says how far it is from another."""
    tokens, own = tokenise(text), own_dimensions([slot])
    found = [q for q in said_amounts(tokens, own=own) if q.figures]
    if len(found) != 1:
        return False
    [number] = found
    before, behind = text[: tokens[number.first].start], text[tokens[number.stop - 1].end :]
    in_money = is_money(number.measures) or (slot.unit is not None and is_money_unit(slot.unit))
    is_part = any(
        each.factor is not None and each.first <= number.first < each.stop
        for each in relatives_in(tokens, text, own)
    )
    return is_part or is_moved(before, behind, slot.name, is_money=in_money)


def _places_of_numbers(tokens: Sequence[Token], slot: Slot) -> Iterator[tuple[int, int, int]]:
    """Return where the clause of each number begins and ends, and where the number ends."""
    quantities = said_amounts(tokens, own=own_dimensions([slot]))
    quantities = [q for q in quantities if q.figures or q.is_altered]
    return (_place_of(number, tokens) for number in quantities)


def _place_of(number: Quantity, tokens: Sequence[Token]) -> tuple[int, int, int]:
    ends = [at for at in range(len(tokens)) if _ends_clause(tokens, at)]
    first = max((at + 1 for at in ends if at < number.first), default=0)
    words = range(number.stop, len(tokens))
    ends += [at for at in words if tokens[at].text in _NEXT_CLAUSE]
    stop = min((at for at in ends if at >= number.stop), default=len(tokens))
    return first, stop, number.stop


def _ends_clause(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a sign parts two clauses there: a comma, a full stop, a dash."""
    token = tokens[at]
    if token.kind is TokenKind.BREAK or token.text in _SENTENCE_ENDS:
        return True
    is_inside = 0 < at < len(tokens) - 1 and token.text == "-"
    return is_inside and tokens[at - 1].end < token.start and token.end < tokens[at + 1].start


def _label(text: str, slot: Slot) -> Truth | Unclear:
    same = same_category(" ".join(text.split()), slot)
    if same is not None:
        return str(slot.check(same))
    quoted = _QUOTED.fullmatch(text.strip())
    if quoted and not slot.options:
        return str(slot.check(quoted[1]))
    mentions, rest = _mentions(tokenise(text), slot)
    near = tuple(dict.fromkeys(value for values, _, _ in mentions for value in values))
    if near and (is_negated(without_denial(rest)) or _is_weak(rest)):
        raise Misread("said what not", text=text.strip()[:_SHOWN], name=slot.name)
    if not near:
        return _new_label(text, slot)
    if slot.options and len(near) > 1:
        return str(slot.check(text))
    if len(near) == 1 and is_hedged(rest):
        return Unclear(field=slot.key, text=text.strip(), readings=near, why=Doubt.ASKED)
    if slot.options:
        return near[0]
    try:
        readings = (*near[:_MOST_LABELS], slot.check(text))
    except InvalidValue:  # too long for a label, so it is a sentence about a known one
        readings = near[:_MOST_LABELS]
    if len(readings) == 1:
        return near[0]
    return Unclear(field=slot.key, text=text.strip(), readings=readings)


def other_label(text: str, target: Target, known: Known) -> str | None:
    """Return the other of two labels where a text denies one: ``not scam``, 不是垃圾."""
    slot = slot_of_target(target, known)
    mentions, rest = _mentions(without_denial(tokenise(text)), slot)
    if rest and rest[0].text in _ANSWERS:  # "nope scam"
        rest = rest[1:]
    named = {value for values, _, _ in mentions for value in values}
    if len(slot.seen) != 2 or len(named) != 1 or not is_negated(rest):
        return None
    return next(label for label in slot.seen if label not in named)


def _is_weak(tokens: Sequence[Token]) -> bool:
    """Return whether words beside a label say that it is not quite that: ``almost swarming``."""
    texts = [token.text for token in tokens]
    joined = "".join(texts)
    return not _WEAK.isdisjoint(texts) or any(words in joined for words in _WEAK_HAN)


def _new_label(text: str, slot: Slot) -> Truth | Unclear:
    """Return a label that none of the known ones is; one that is close to one is asked about."""
    if said := label_said(text, slot.options):
        label, is_sure = said
        doubt = Unclear(field=slot.key, text=text.strip(), readings=(label,), why=Doubt.NEAR)
        return label if is_sure else doubt
    near = nearest_category(text, Vocabulary([slot]).of([slot]))
    if near is None:
        return str(slot.check(text))
    text = text.strip()
    readings = (near.value,) if slot.options else (near.value, slot.check(text))
    return Unclear(field=slot.key, text=text, readings=readings, why=Doubt.NEAR)


def _mentions(
    tokens: Sequence[Token], slot: Slot
) -> tuple[list[tuple[tuple[str, ...], int, int]], list[Token]]:
    """Return the known labels that are named, each with where, and the words beside them."""
    vocabulary = Vocabulary([slot])
    found: list[tuple[tuple[str, ...], int, int]] = []
    rest: list[Token] = []
    index = 0
    while index < len(tokens):
        matches = vocabulary.phrases.matches_at(tokens, index)
        if matches:
            entries, stop = matches[0][0], matches[0][1]
            found.append((tuple(entry.value for entry in entries), index, stop))
        else:
            rest.append(tokens[index])
        index = matches[0][1] if matches else index + 1
    return found, rest
