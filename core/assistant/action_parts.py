"""The parts of a button's action, checked before anything is done with them.

Whoever presses can send any action, not only those that were shown.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence

from core.assistant.options import is_number
from core.assistant.templates import TEMPLATES
from core.assistant.wording import say
from core.domain.forecast import Verdict
from core.errors import NotFound

_ID = re.compile(r"[\w-]{1,64}")


def _is_finite(text: str) -> bool:
    try:
        return len(text) <= 40 and math.isfinite(float(text))
    except ValueError:
        return False


def _is_id(text: str) -> bool:
    return _ID.fullmatch(text) is not None


_RULES: Mapping[str, Callable[[str], bool]] = {
    "number": is_number,
    "before": is_number,
    "offer": is_number,
    "way": is_number,
    "step": is_number,
    "others": lambda text: all(map(is_number, text.split("."))),
    "value": _is_finite,
    "truth": _is_finite,
    "id": _is_id,
    "by": frozenset({"me", "all"}).__contains__,
    "verdict": frozenset({Verdict.RIGHT, Verdict.WRONG}).__contains__,
    "template": frozenset(TEMPLATES).__contains__,
}
"""What each part may be, by its name."""
PART_NAMES = frozenset(_RULES)


def parts_of(names: Sequence[str], parts: Sequence[str], *, locale: str) -> dict[str, str]:
    """Return an action's parts by their names.

    Raises:
        NotFound: there are too few or too many, or one is none that a button ever had.
    """
    if len(parts) != len(names) or not all(_RULES[n](p) for n, p in zip(names, parts, strict=True)):
        raise NotFound(say("stale button", locale=locale))
    return dict(zip(names, parts, strict=True))
