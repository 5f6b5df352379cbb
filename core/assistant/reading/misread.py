"""What a text is not, said in the language of whoever wrote it."""

from core.assistant.reading.currencies import other_currency
from core.assistant.wording import say
from core.errors import InvalidValue

_SHOWN = 40
"""Characters of a text that a sentence shows."""
_ABOUT_TRUTHS = frozenset(["said what not", "said how far", "off the scale", "between ratings"])


class Misread(InvalidValue):
    """A text means nothing where it was typed; it says what was expected and what came."""

    def __init__(self, key: str, **parts: str) -> None:
        """Keep the sentence of this key of the wording, to be said in any language."""
        super().__init__(say(key, **parts), key=key, **parts)

    @property
    def is_about_truth(self) -> bool:
        """Whether it tries to say a truth, or says what or how far off it is."""
        return self.key in _ABOUT_TRUTHS

    def said(self, locale: str) -> str:
        """Return the sentence in the language of the locale."""
        return say(self.key, locale=locale, **self.parts)


def not_a_number(text: str, name: str, unit: str | None, *, count: int) -> Misread:
    """Return what is wrong with a text in place of a number.

    Args:
        text: what was typed.
        name: of what it was typed for.
        unit: of that.
        count: how many numbers are in it.
    """
    shown, other = text.strip()[:_SHOWN], other_currency(text, unit)
    if unit and other:
        return Misread("other currency", name=name, unit=unit, text=shown, said=other)
    key = "no number given" if not shown else "several numbers" if count > 1 else "no clear number"
    return Misread(key, name=name, unit=f" ({unit})" if unit else "", text=shown)
