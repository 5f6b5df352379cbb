"""Replies to an answer that ask the same question with a change: ``half the singers``, 换成社区."""

from dataclasses import replace

from core.assistant.acts import ends_as_question
from core.assistant.commands.differing import check_differing
from core.assistant.commands.follow_up_forms import form_of
from core.assistant.commands.following import changes_meant, tells
from core.assistant.commands.judged import Judged
from core.assistant.commands.question_changes import Changes, changes_in
from core.assistant.commands.relative_words import has_relative
from core.assistant.commands.supposed import check_supposed
from core.assistant.request import AskFirst, Ports, Request, Unsure
from core.assistant.statements import has_question_words


def asks_on(text: str) -> bool:
    """Return whether a reply asks, so that it tells no truth: ``what about 15 instead``."""
    form = form_of(text)
    return ends_as_question(text) or form.is_case or (form.is_led and has_question_words(text))


def change_replied(ports: Ports, request: Request, judged: Judged) -> Changes | None:
    """Return what a reply to an answer surely changes of its question; None for another reply.

    It goes on from the question (``and in Mitte?``, 换成社区), asks with values (``vs Oleg?``), or
    says how much more or less of a field. What tells how it turned out changes nothing.

    Raises:
        AskFirst: an amount in it may be of several fields, or it tells of another case.
        Unsure: an amount in it is only more or less than before, of a field that is not clear; or
            it supposes what the answer would be, or tells of another case.
    """
    check_supposed(request, judged)
    check_differing(ports, request, judged)
    text, task, known = request.text, judged.task, judged.known
    form, is_asked = form_of(text), asks_on(text)
    counts = has_relative(text, task, known, is_led=form.is_led)
    if task.is_about_texts or not (is_asked or form.is_led or counts):
        return None
    if not is_asked and tells(text, judged):
        return None
    if form.is_led:
        form = replace(form, rest=form.rest or text)
        return changes_meant(ports, request, judged, form, counts=counts and is_asked)
    if is_asked:
        return changes_in(ports, request, judged, may_ignore=True)
    try:
        return changes_in(ports, request, judged)
    except (AskFirst, Unsure):
        return None
