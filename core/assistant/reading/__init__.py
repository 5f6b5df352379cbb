"""Reading plain sentences without a language model: pure functions, linear in the text."""

from core.assistant.reading.drafts import draft_task
from core.assistant.reading.field_lines import completed, draft_fields
from core.assistant.reading.negation import denies
from core.assistant.reading.quantities import holds_number, is_amount, is_measured
from core.assistant.reading.ratings import read_scale
from core.assistant.reading.records import Doubt, Draft, Known, Reading, Unclear
from core.assistant.reading.said_truths import read_said_truth
from core.assistant.reading.sentence import read_lesson, read_question
from core.assistant.reading.truths import beside_truth, read_truth
from core.assistant.reading.units import is_measure, is_money_unit
from core.assistant.reading.values import near_known, read_value

__all__ = [
    "Doubt",
    "Draft",
    "Known",
    "Reading",
    "Unclear",
    "beside_truth",
    "completed",
    "denies",
    "draft_fields",
    "draft_task",
    "holds_number",
    "is_amount",
    "is_measure",
    "is_measured",
    "is_money_unit",
    "near_known",
    "read_lesson",
    "read_question",
    "read_said_truth",
    "read_scale",
    "read_truth",
    "read_value",
]
