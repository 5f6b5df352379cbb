"""Words that were never taught, in place of a category that the question before had."""

from collections.abc import Mapping

from core.assistant.reading import Doubt, Reading, Unclear
from core.assistant.request import Request
from core.assistant.settling import settle
from core.domain.fields import Value, Values
from core.domain.identity import FieldKey
from core.domain.task import Task


def new_names(
    request: Request, task: Task, before: Values, reading: Reading
) -> Mapping[FieldKey, Value]:
    """Return the words in place of a category that the question before had, as was chosen.

    Raises:
        AskFirst: it is not chosen yet: the old one is not kept unasked.
    """
    cases = [case for case in reading.offers if case.field in before and _is_name(case)]
    settle(request, task, cases)
    keys = {case.field for case in cases}
    return {FieldKey(key): v for key, v in request.settled.items() if key in keys}


def _is_name(case: Unclear) -> bool:
    """Return whether words that were left may be a name, and no other words of a sentence."""
    is_written_so = case.text[:1].isupper() or (not case.text.isascii() and len(case.text) > 1)
    return case.why is Doubt.LEFT and is_written_so
