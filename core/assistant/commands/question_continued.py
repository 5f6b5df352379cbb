"""A sentence that goes on from a question which still waits for what it means."""

import re
from dataclasses import replace
from typing import Final

from core.assistant.acts import ends_as_question
from core.assistant.commands.follow_up_forms import form_of
from core.assistant.request import Request
from core.assistant.statements import has_question_words
from core.assistant.waiting_questions import WaitingQuestion

_END: Final = re.compile(r"[\s?？!！.。,，;；]+$")
"""What a sentence ends with; nothing goes on behind it."""


def question_continued(request: Request, waiting: WaitingQuestion) -> Request | None:
    """Return the question that waits with what a sentence adds: ``on grass?``, ``and in rain?``.

    None where it does not go on from it. What it was asked of is kept, and what was settled.
    """
    before = waiting.request
    is_open = before.name == "sentence" and not (waiting.saves or waiting.is_late)
    if not (is_open and request.is_sentence):
        return None
    if not (ends_as_question(before.text) or has_question_words(before.text)):
        return None
    form = form_of(request.text)
    if not (form.is_led and form.rest) or form.asks_anew or form.was is not None:
        return None
    return replace(before, text=f"{_END.sub('', before.text)}, {form.rest}")
