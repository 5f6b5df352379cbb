"""Numbers with signs, magnitudes, units and money, in the unit of a field."""

import pytest

from core.assistant.reading import Known, Unclear, draft_fields, read_truth, read_value
from core.assistant.reading.quantities import quantities_in
from core.assistant.reading.tokens import tokenise
from core.assistant.reading.units import conversions_to, own_measures, scaled, unit_at
from core.domain.task import Target, TargetKind
from core.errors import InvalidValue
from tests.core.assistant.reading.tasks import TODAY


def value(text: str, unit: str | None) -> object:
    field = draft_fields([f"thing: number {unit or ''}"])[0]
    return read_value(text, field, Known(), today=TODAY)


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("90", "m²", 90),
        ("90 m²", "m²", 90),
        ("90m2", "m²", 90),
        ("90 sqm", "m²", 90),
        ("90平米", "m²", 90),
        ("90 m²", "平", 90),
        ("100 sq ft", "m²", 9.290304),
        ("10 m²", "sq ft", pytest.approx(107.6391)),
        ("5 km", "m", 5000),
        ("180 cm", "m", 1.8),
        ("2 lb", "kg", 0.90718474),
        ("500 g", "kg", 0.5),
        ("2 kg", "g", 2000),
        ("1 TB", "GB", 1000),
        ("512 MB", "GB", 0.512),
        ("1.5 h", "min", 90),
        ("90 min", "h", 1.5),
        ("1 h 56 min", "min", 116),
        ("1h 30min", "h", 1.5),
        ("80 %", "%", 80),
        ("80 percent", "%", 80),
        ("420k", None, 420_000),
        ("420K", "€", 420_000),
        ("420 k", "€", 420_000),
        ("1.2 million", "€", 1_200_000),
        ("1.2 Mio. €", "€", 1_200_000),
        ("4.35 million", "€", 4_350_000),
        ("1.2m", "€", 1_200_000),
        ("1.2m €", "€", 1_200_000),
        ("€1.2m", "€", 1_200_000),
        ("2bn", "$", 2e9),
        ("420万", "元", 4_200_000),
        ("420万元", "元", 4_200_000),
        ("1.5亿", None, 1.5e8),
        ("€ 310.000", "€", 310_000),
        ("310.000 €", "€", 310_000),
        ("310.000", "€", 310_000),
        ("310 000 €", "€", 310_000),
        ("$1,234.50", "$", 1234.5),
        ("350 bucks", "$", 350),
        ("350 USD", "$", 350),
        ("350 $", "AUD", 350),
        ("£5", "£", 5),
        ("5 yen", "¥", 5),
        ("420 k€", "k€", 420),
        ("420k €", "k€", 420),
        ("420", "k€", 420),
        ("420.000 €", "k€", 420),
        ("-5", None, -5),
        ("−5 °C", "°C", -5),
        ("3.5 mg/dl", "mg/dl", 3.5),
        ("4 stars", "stars", 4),
        ("1 star", "stars", 1),
        ("5m users", "users", 5e6),
        ("~ 90", None, 90),
        ("about 90", None, 90),
        ("twenty-five", None, 25),
        ("1e6", None, 1e6),
        ("９０", None, 90),
        ("٣", None, 3),
    ],
)
def test_a_number_is_in_the_unit_of_its_field(text: str, unit: str | None, number: float) -> None:
    assert value(text, unit) == number


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("3 h", "m²"),
        ("90 kg", "m"),
        ("5m", "kg"),
        ("80%", "€"),
        ("10:30", None),
        ("3/4", None),
        ("1.2.3", None),
        ("030-123-456", None),
        ("3a", None),
        ("unknown (see 4)", None),
        ("3 4", None),
        ("", None),
        ("many", None),
        ("1e16", None),
        ("nan", None),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(text: str, unit: str | None) -> None:
    with pytest.raises(InvalidValue, match=r'^"thing" expects'):
        value(text, unit)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1.250", (1.25, 1250)),
        ("3-4", (3, 4)),
        ("3–4", (3, 4)),
        ("10 to 12", (10, 12)),
        ("5m", (5, 5e6)),
        ("80%", (80, 0.8)),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked(text: str, readings: tuple[float, ...]) -> None:
    found = value(text, None)
    assert isinstance(found, Unclear)
    assert found.readings == readings
    assert found.text == text


@pytest.mark.parametrize("history", [[0.1, 0.9], [20.0, 90.0]])
def test_a_percentage_is_read_by_the_history(history: list[float]) -> None:
    field = draft_fields(["share: number"])[0]
    read = read_value("80%", field, Known(numbers={field.key: history}), today=TODAY)
    assert read == (0.8 if history[0] < 1 else 80)


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("3 -4", 2),
        ("3-4", 1),
        ("4-3", 1),
        ("90 m² - 3 rooms", 2),
        ("3 € 310", 2),
        ("420 € 90 m²", 2),
        ("RTX3080", 0),
        ("90，5", 2),
        ("1,5", 1),
        ("1, 5", 2),
    ],
)
def test_quantities_in_a_sentence(sentence: str, count: int) -> None:
    assert len(quantities_in(tokenise(sentence), own=())) == count


def test_a_unit_needs_its_letters_together() -> None:
    assert value("90 m", "min") == 90
    metres = unit_at(tokenise("90 m in Berlin"), 1, own=())
    assert metres is not None
    assert metres[1] == 2


def test_every_currency_sign_of_a_field_is_money() -> None:
    for unit in ("€", "$", "£", "¥", "元", "k€", "万元", "CHF"):
        assert conversions_to(own_measures(unit), unit)


def test_products_are_exact_to_the_digit() -> None:
    assert scaled(1.15, 100.0) == 115
    assert scaled(0.29, 1e6) == 290_000


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("412", 412),
        ("420k €", 420_000),
        ("it sold for 435k", 435_000),
        ("19 came", 19),
        ("19 of them showed up", 19),
        ("sold for 435k on 31.05.2026, thanks", 435_000),
        ("€ 412,000", 412_000),
        ("412.000", 412_000),
        ("no, two hundred thousand", 200_000),
    ],
)
def test_a_correction_with_a_number(text: str, truth: float) -> None:
    target = Target(kind=TargetKind.NUMBER, name="price", unit="€")
    assert read_truth(text, target, Known()) == truth


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("bug", "bug"),
        ("Bug", "bug"),
        ("it's a bug", "bug"),
        ("not a bug", "not a bug"),
    ],
)
def test_a_correction_with_a_label(text: str, truth: str) -> None:
    target = Target(kind=TargetKind.CATEGORY, labels=("bug", "fonts", "not a bug"))
    assert read_truth(text, target, Known()) == truth


def test_a_correction_that_names_two_labels_is_refused() -> None:
    target = Target(kind=TargetKind.CATEGORY, labels=("bug", "fonts"))
    with pytest.raises(InvalidValue, match="is one of bug, fonts"):
        read_truth("bug or fonts", target, Known())


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("8st 2lb", "lb", 114),
        ("2 stone 3", "lb", 31),
        ("2 stone", "kg", 12.70058636),
        ("11st 4", "stone", pytest.approx(11.285714)),
        ("50 yds", "m", 45.72),
        ("12 kgs", "kg", 12),
        ("4 furlongs", "m", 804.672),
        ("a tenner", "£", 10),
        ("two fivers", "€", 10),
    ],
)
def test_units_and_notes_of_everyday_speech(text: str, unit: str, number: float) -> None:
    assert value(text, unit) == number


@pytest.mark.parametrize("text", ["2 stone 15", "21st", "a tenner and change"])
def test_what_is_no_amount_of_stones_or_notes_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        value(text, "kg")
