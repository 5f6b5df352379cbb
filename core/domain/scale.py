"""Scales: the few numbers that a rating can be."""

from dataclasses import dataclass

from core.domain.fields import check_number
from core.errors import InvalidValue

MAX_STEPS = 101
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Numbers from ``low`` to ``high``, a ``step`` apart."""

    low: float
    high: float
    step: float = 1.0

    def __post_init__(self) -> None:
        for name in ("low", "high", "step"):
            object.__setattr__(self, name, check_number(getattr(self, name), what="scale"))
        if not (self.low < self.high and self.step > 0):
            raise InvalidValue(
                f"A scale goes up by a step, as 1-5 does; {self} does not.",
                key="scale goes up",
                scale=str(self),
            )
        steps = (self.high - self.low) / self.step
        if steps > MAX_STEPS - 1 or abs(steps - round(steps)) > _ROUNDING:
            raise InvalidValue(
                f"A scale has at most {MAX_STEPS} numbers and ends on one of them; "
                f"{self} does not.",
                key="scale too long",
                limit=str(MAX_STEPS),
                scale=str(self),
            )

    def __str__(self) -> str:
        return self.ends if self.step == 1 else f"{self.ends} by {self.step:g}"

    @property
    def ends(self) -> str:
        """The lowest and the highest rating: ``1–5``."""
        return f"{self.low:g}–{self.high:g}"

    @property
    def ratings(self) -> tuple[float, ...]:
        """Every rating, ascending."""
        count = round((self.high - self.low) / self.step)
        return tuple(round(self.low + place * self.step, 9) for place in range(count + 1))

    def check(self, rating: object, *, what: str) -> float:
        """Return the rating as it is stored.

        Raises:
            InvalidValue: it is no number, or none of the scale.
        """
        number = check_number(rating, what=what)
        nearest = min(self.ratings, key=lambda one: abs(one - number))
        if abs(nearest - number) > _ROUNDING * self.step:
            raise InvalidValue(
                f'"{what}" is a rating on the scale {self}; {number:g} is not.',
                key="not on the scale",
                name=what,
                scale=str(self),
                said=f"{number:g}",
            )
        return nearest
