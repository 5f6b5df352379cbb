"""Digits that name persons, goods, places, and lines are categories or left out, not amounts."""

import pytest

from tests.core.assistant.files.made_tables import ROWS, kinds, read, table

_AMOUNTS = [3.5, 4.5, 1.25]


def _different(digits: int) -> list[str]:
    """Return as many different numbers of so many digits as a table has rows, in no order."""
    low = 10 ** (digits - 1)
    return [str(low + (7_919 * (at + 3) * 1_009) % (9 * low)) for at in range(ROWS)]


@pytest.mark.parametrize(
    ("heading", "digits"),
    [
        ("CIN", 8),
        ("PESEL", 11),
        ("NIP", 10),
        ("nr_pesel", 11),
        ("DNI", 8),
        ("CPF do cliente", 11),
        ("legajo", 5),
        ("matrícula", 7),
        ("matricule", 6),
        ("ИНН", 10),
        ("学籍番号", 6),
        ("회원번호", 6),
        ("Numer roweru", 5),
        ("numéro d'abonné", 6),
        ("número de cliente", 6),
        ("telefone", 9),
        ("产品号", 3),
        ("POSITION ID SAP", 5),
        ("idZamowienia", 5),
        ("职位编码", 8),
        ("gridcode", 10),
        ("ProductKey", 3),
        ("код региона", 4),
        ("taxid", 5),
        ("课程代码（文本）", 5),
        ("order_id (text)", 5),
        ("whatever", 10),
        ("Unnamed: 0", 3),
    ],
)
def test_what_persons_and_things_are_told_apart_by_is_left_out(heading: str, digits: int) -> None:
    plan, _ = read(table({"hue": ["x", "y"], heading: _different(digits), "size": _AMOUNTS}))
    assert plan.left_out == (heading,)


@pytest.mark.parametrize(
    "heading",
    [
        "Stadtbezirk",
        "arrondissement",
        "District",
        "police_beat",
        "Hausnummer",
        "dzielnica",
        "bus_line",
        "Numer linii",
        "Linienname",
        "文件夹名字",
        "línea",
        "Id. modulo",
        "Code nature",
        "type_code_secteur",
        "Boîte postale",
        "NIP",
        "store",
    ],
)
def test_the_numbers_of_places_and_lines_are_categories(heading: str) -> None:
    cells = [11, 7, 19, 4, 6]
    if heading in ("NIP", "Boîte postale"):
        cells = [int(cell) for cell in _different(10)[:5]]
    plan, _ = read(table({heading: cells, "hue": ["x", "y"], "size": _AMOUNTS}))
    assert kinds(plan)[heading] == "category"
    assert plan.heading == "size"


@pytest.mark.parametrize(
    "heading",
    [
        "número de cuartos",
        "numero di stanze",
        "districts",
        "distance to station",
        "credit line",
        "population district",
        "line (km)",
        "stations",
        "in store",
        "信号",
        "humid",
        "paid (EUR)",
    ],
)
def test_how_many_or_how_far_stays_a_number(heading: str) -> None:
    plan, _ = read(table({heading: [11, 7, 190, 4], "hue": ["x", "y"], "size": _AMOUNTS}))
    assert "number" in next(iter(kinds(plan).values()))


def test_amounts_of_many_digits_stay_numbers() -> None:
    rounded = [f"{cell[:5]}00000" for cell in _different(10)]
    several = [*_different(9)[:12], *_different(10)[12:]]
    for cells in (rounded, several):
        plan, _ = read(table({"turnover last": cells, "hue": ["x", "y"], "price": _AMOUNTS}))
        assert kinds(plan)["turnover last"] == "number"


def test_names_that_begin_with_their_number_are_categories() -> None:
    for cells in (["16e Arrondissement", "1er Arrondissement"], ["5th Ward", "2nd Ward"]):
        plan, _ = read(table({"where": [*cells, "centre"], "hue": ["x", "y"], "size": _AMOUNTS}))
        assert kinds(plan)["where"] == "category"


@pytest.mark.parametrize("heading", ["FG_PCT", "free pct", "FG%", "share %", "ft_percent"])
def test_shares_of_one_are_no_percent(heading: str) -> None:
    shares, percent = [0.45, ".5", 1, "1.000", 0], [45.5, 50, 0.5]
    plan, _ = read(table({heading: shares, "hue": ["x", "y"], "price": _AMOUNTS}))
    assert next(iter(kinds(plan).values())) == "number"
    plan, _ = read(table({"hue": ["x", "y"], "n": ["p", "q", "r"], heading: shares}))
    assert (plan.heading, plan.target.unit) == (heading, None)
    for cells in (percent, ["45%", "0.5%"], [-0.5, 0.25, 0.75]):
        plan, _ = read(table({heading: cells, "hue": ["x", "y"], "price": _AMOUNTS}))
        assert next(iter(kinds(plan).values())) == "number %"


def test_what_is_said_to_be_percent_in_brackets_stays_so() -> None:
    plan, _ = read(table({"fat (%)": [0.1, 0.5], "hue": ["x", "y"], "last": _AMOUNTS}))
    assert kinds(plan)["fat"] == "number %"


def test_the_polish_word_for_the_number_of_a_row_is_left_out_with_its_point() -> None:
    rows = [f"{at}." for at in range(1, 1 + ROWS)]
    plan, _ = read(table({"LP.": rows, "hue": ["x", "y"], "size": _AMOUNTS}))
    assert plan.left_out == ("LP.",)


def test_what_an_amount_is_for_one_of_is_not_its_unit() -> None:
    plan, _ = read(
        table({"dogs_per_ha": [1.5, 2.5], "Hunde_pro_km": [4, 1.5], "area ha": [3, 4.5]})
    )
    assert [kinds(plan)[name] for name in ("dogs_per_ha", "Hunde_pro_km")] == ["number"] * 2


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Customer", _different(5)),
        ("会员", _different(6)),
        ("Mitglied", _different(4)),
        ("工单", _different(6)),
        ("Student", [str(101 + at) for at in range(ROWS)]),
        ("Adherent", [str(32 + at * at * 23) for at in range(ROWS)]),
        ("Beleg", [str(5000 + 7 * at) for at in range(ROWS)]),
    ],
)
def test_numbers_given_to_persons_and_papers_are_left_out(heading: str, cells: list[str]) -> None:
    plan, _ = read(table({heading: cells, "hue": ["x", "y"], "size": _AMOUNTS}))
    assert plan.left_out == (heading,)


@pytest.mark.parametrize("heading", ["Customer", "PIN", "顾客", "Patient"])
def test_numbers_given_out_that_recur_are_categories(heading: str) -> None:
    cells = [110001, 400050, 560034, 600001]
    plan, _ = read(table({heading: cells, "hue": ["x", "y"], "size": _AMOUNTS}))
    assert kinds(plan)[heading] == "category"


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("customers", _different(4)),
        ("patient", [str(at * at % 37) for at in range(ROWS)]),
        ("mileage", [str(32 + at * at * 23) for at in range(ROWS)]),
        ("area", [str(32 + at * at * 23) for at in range(ROWS)]),
        ("population", [str(32 + at * at * 23) for at in range(ROWS)]),
        ("price", [str(32 + at * at * 23) for at in range(ROWS)]),
        ("visitors", [str(1220 + at * at * 23) for at in range(ROWS)]),
        ("followers", [str(1220 + at * at * 23) for at in range(ROWS)]),
        ("anything", [str(32 + at * at * 23) for at in range(ROWS)]),
        ("feepaid", ["100", "120", "150", "100"] * (ROWS // 4)),
        ("year", [str(1950 + 2 * at + at % 2) for at in range(ROWS)]),
        ("built", [str(1950 + 2 * at + at % 2) for at in range(ROWS)][::-1]),
    ],
)
def test_counts_of_persons_and_amounts_in_order_stay_numbers(
    heading: str, cells: list[str]
) -> None:
    plan, _ = read(table({heading: cells, "hue": ["x", "y"], "size": [3, 9, 4]}))
    assert heading not in plan.left_out
    assert kinds(plan).get(heading, "number") == "number"


def test_house_numbers_with_letters_are_categories() -> None:
    cells = ["107 - F", "450-B", "12", "8", "231", "14a", "9", "77", "5", "21", "30", "41"]
    for heading in ("NUMERO", "Nr.", "number"):
        plan, bad = read(table({heading: cells, "hue": ["x", "y"], "price": _AMOUNTS}))
        assert (next(iter(kinds(plan).values())), bad) == ("category", [])


def test_telephone_numbers_without_a_heading_are_no_amounts() -> None:
    phones = [13313859284, 18604607955, 18714563669]
    rows = "".join(f"n{at % 4},{phones[at % 3]},{at % 7 + 1.5}\n" for at in range(ROWS))
    plan, _ = read(rows)
    assert plan.heading == "column 3"
    assert kinds(plan)["column 2"] == "category"


def test_a_place_with_a_number_for_a_name_may_have_a_word_for_one_too() -> None:
    plan, _ = read(table({"Département": [38, 42, 69, 73, "Autre"], "size": _AMOUNTS}))
    assert kinds(plan) == {"Département": "category"}


def test_sizes_of_clothes_among_numbers_are_no_missing_ones() -> None:
    cells = ["44", "48", "52", "M", "38", "42", "L", "46", "50", "40"]
    plan, _ = read(table({"fit": cells, "hue": ["x", "y"], "price": _AMOUNTS}))
    assert kinds(plan)["fit"] == "category"


def test_numbers_of_sections_are_no_amounts() -> None:
    cells = [f"{part}.{at}" for part in (1, 2) for at in range(1, 13)]
    plan, _ = read(table({"part": cells, "hue": ["x", "y"], "price": _AMOUNTS}))
    assert kinds(plan).get("part", "category") == "category"
    plan, _ = read(table({"part": ["1.8", "1.9", "2.0", "1.1"], "hue": ["x"], "price": _AMOUNTS}))
    assert kinds(plan)["part"] == "number"


def test_barcodes_that_recur_tell_goods_apart() -> None:
    cells = [f"69113164{at * 7919 % 100_000:05}" for at in range(ROWS * 2 // 3)]
    plan, _ = read(table({"条码": cells, "hue": ["x", "y"], "price": _AMOUNTS}))
    assert plan.left_out[:1] == ("条码",)


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("home_goals_against", "away_goals_against"), "number"),
        (("has_big_garden", "has_big_cellar"), "yes/no"),
        (("reds", "goals"), "yes/no"),
    ],
)
def test_0_and_1_are_amounts_where_a_column_called_alike_has_some(
    names: tuple[str, str], kind: str
) -> None:
    more = [0, 1, 2, 3] if kind == "number" or names[1] == "goals" else [1, 0, 0]
    plan, _ = read(table({names[0]: [0, 1, 0], names[1]: more, "price": _AMOUNTS}))
    assert next(iter(kinds(plan).values())) == kind


def test_where_most_columns_of_a_side_are_amounts_0_and_1_are() -> None:
    amounts = {f"home_{name}": [0, 4, 7, 2, 3] for name in ("goals", "shots", "fouls", "corners")}
    plan, _ = read(table({"home_reds": [0, 1, 0], **amounts, "price": _AMOUNTS}))
    assert set(kinds(plan).values()) == {"number"}


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("categoria", "category"),
        ("product type", "category"),
        ("类别", "category"),
        ("Posição Categoria", "number"),
        ("rank in category", "number"),
        ("size", "number"),
    ],
)
def test_numbers_of_sorts_are_categories_and_places_within_them_are_not(
    heading: str, kind: str
) -> None:
    plan, _ = read(table({heading: [24, 26, 2, 9], "hue": ["x", "y"], "price": _AMOUNTS}))
    assert kinds(plan)[heading] == kind


def test_headings_that_are_counted_on_name_what_they_do_without_their_number() -> None:
    cells = [f"{at * 7919 % 100_000 + 100_000}" for at in range(ROWS)]
    plan, _ = read(
        table({"Código1": cells, "Código2": cells[::-1], "hue": ["x", "y"], "size": [1, 2]})
    )
    assert plan.left_out[:2] == ("Código1", "Código2")
    plan, _ = read(table({"score1": cells, "hue": ["x", "y"], "price": _AMOUNTS}))
    assert kinds(plan)["score1"] == "number"
