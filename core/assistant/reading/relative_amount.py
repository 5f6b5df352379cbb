"""One amount that says how much more or less than before."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """An amount that says how much more or less than before, or how many times as much."""

    first: int
    stop: int
    """Its tokens, ``first`` to ``stop`` exclusive, without the noun behind it."""
    amount: str = ""
    """What is more or less, as it is typed; empty where it is so many times as much."""
    factor: float | None = None
    is_less: bool = False
    is_shift: bool = False
    """Whether it moves a time: ``an hour earlier``."""
    is_sure: bool = True
    """Whether it is no value even where nothing is known before it."""
    is_of_question: bool = True
    """Whether it may be added to the question before: not ``two more than usual``."""
    dimensions: frozenset[str] = frozenset()
    """What the adjective speaks of, if there is one."""

    def of(self, before: float, by: float) -> float:
        """Return what it makes of the number before; ``by`` is its amount in the same unit."""
        if self.factor is not None:
            now = before * self.factor
        else:
            now = before - by if self.is_less else before + by
        return float(f"{now:.12g}")
