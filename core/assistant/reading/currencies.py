"""Money in another currency than a field's: none is converted, so it is named."""

from core.assistant.reading.quantities import quantities_in
from core.assistant.reading.tokens import tokenise
from core.assistant.reading.units import is_money, own_measures, unit_at

_LONGEST_CODE = 3
"""Letters of a currency's code, which is shown in capitals: ``usd``."""


def other_currency(text: str, unit: str | None) -> str | None:
    """Return the currency that an amount in the text is in and the unit is not, as typed.

    None where the unit is no money, or no amount is in other money.
    """
    measures = own_measures(unit) if unit else ()
    if not is_money(measures):
        return None
    own = {measure.dimension for measure in measures}
    tokens = tokenise(text)
    for quantity in quantities_in(tokens, own=own):
        dimensions = {measure.dimension for measure in quantity.measures}
        if not is_money(quantity.measures) or not own.isdisjoint(dimensions):
            continue
        for at in range(quantity.first, quantity.stop):
            found = unit_at(tokens, at, own=own)
            if found is not None and is_money(found[0]):
                word = text[tokens[at].start : tokens[found[1] - 1].end]
                return word.upper() if len(word) <= _LONGEST_CODE else word
    return None
