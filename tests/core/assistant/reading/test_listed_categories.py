"""Listed and known categories beside numbers, days and other words."""

import pytest

from core.assistant.reading import Known, read_question
from tests.core.assistant.reading.tasks import TODAY, by_name, task_of

PRINTS = task_of("weight: number g", "layer: number mm", "material: PLA | PETG | ABS | M")


@pytest.mark.parametrize(
    ("sentence", "material"),
    [
        ("30g ABS 0.2mm", "ABS"),
        ("PLA 30克", "PLA"),
        ("30克PLA 0.2mm", "PLA"),
        ("1.2公斤 PLA 0.2", "PLA"),
        ("80 g PETG at 0.2 mm", "PETG"),
        ("30 g not PLA 0.2mm", None),
        ("30 g PLA-CF 0.2mm", None),
        ("30 M", None),
    ],
)
def test_a_listed_category_beside_a_number(sentence: str, material: str | None) -> None:
    reading = read_question(sentence, PRINTS, Known(), today=TODAY)
    assert by_name(reading, PRINTS).get("material") == material


@pytest.mark.parametrize(("sentence", "country"), [("GB 30", None), ("FR 30", "FR")])
def test_a_category_that_is_a_unit_too(sentence: str, country: str | None) -> None:
    task = task_of("country: GB | FR | US", "size: number")
    assert (
        by_name(read_question(sentence, task, Known(), today=TODAY), task).get("country") == country
    )
