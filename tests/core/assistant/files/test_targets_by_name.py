"""The answer is the column that is called like one; where none is, it is asked for."""

from collections.abc import Sequence

import pytest

from tests.core.assistant.files.made_tables import read, table

_NUMBERS = [3.5, 4.5, 1.25]


@pytest.mark.parametrize(
    ("heading", "last"),
    [
        ("Fiyat", "Belde"),
        ("Note", "Versuch"),
        ("百分成绩", "选修类型"),
        ("price_amount", "season"),
        ("exam score", "weekday"),
        ("家賃", "住所"),
    ],
)
def test_a_column_called_like_an_answer_is_clear_wherever_it_stands(
    heading: str, last: str
) -> None:
    plan, _ = read(table({"size": [7, 8], heading: _NUMBERS, last: ["x", "y", "z"]}))
    assert (plan.heading, plan.is_target_clear) == (heading, True)


@pytest.mark.parametrize("last", ["weekday", "City", "season", "wikipedia", "星期", "Notes", "y2"])
def test_what_is_given_is_no_answer_for_standing_last(last: str) -> None:
    plan, _ = read(table({"size": [7, 8], "weight": _NUMBERS, last: ["x", "y", "z"]}))
    assert (plan.heading, plan.is_target_clear) == ("weight", False)


@pytest.mark.parametrize(
    "last",
    ["magnitude", "party", "品种", "tips", "balance", "其他用品", "自然", "OnTarget", "gender"],
)
def test_a_column_is_not_clear_only_for_standing_last(last: str) -> None:
    names = ["x", "y", "z"]
    given: list[dict[str, Sequence[object]]] = [
        {"size": [7, 8], "weight": _NUMBERS},
        {"Year": [2001, 2002]},
        {"colour": names},
    ]
    for others in given:
        for cells in (_NUMBERS, names):
            plan, _ = read(table({**others, last: cells}))
            assert not plan.is_target_clear


def test_the_only_column_that_can_be_the_answer_is_asked_for() -> None:
    days = [f"2024-03-{day:02}" for day in range(1, 25)]
    plan, _ = read(table({"day": days, "coupon": [3, 5, 9]}))
    assert (plan.heading, plan.is_target_clear) == ("coupon", False)


@pytest.mark.parametrize(
    "name", ["price_id", "Preis_ID", "rating_count", "price type", "score date", "RecaptchaScore"]
)
def test_what_names_something_of_an_answer_is_none(name: str) -> None:
    plan, _ = read(table({"size": [7, 8], name: [3, 5, 9], "hue": ["x", "y"]}))
    assert not plan.is_target_clear


@pytest.mark.parametrize("name", ["cost", "Kosten", "fee", "费用"])
def test_a_cost_is_clear_only_where_it_stands_last(name: str) -> None:
    clicks: dict[str, Sequence[object]] = {"clicks": [7, 8], "hue": ["x", "y"]}
    plan, _ = read(table({**clicks, name: _NUMBERS, "conversions": [3, 9, 7]}))
    assert not plan.is_target_clear
    plan, _ = read(table({**clicks, name: _NUMBERS}))
    assert plan.heading == name


@pytest.mark.parametrize("points", ["points", "puntos", "Punkte", "category", "分类"])
def test_points_and_sorts_are_asked_for_even_where_they_stand_last(points: str) -> None:
    plan, _ = read(table({"size": [7, 8], "hue": ["x", "y"], points: _NUMBERS}))
    assert (plan.heading, plan.is_target_clear) == (points, False)


@pytest.mark.parametrize(
    ("price", "total"),
    [
        ("Prezzo", "Incasso"),
        ("Precio_Unitario", "Total"),
        ("price", "Amount"),
        ("unit price", "revenue"),
        ("单价", "金额"),
    ],
)
def test_a_price_beside_a_total_is_asked_for(price: str, total: str) -> None:
    plan, _ = read(table({"count": [7, 8], price: _NUMBERS, total: [3.5, 9, 7]}))
    assert not plan.is_target_clear


def test_lists_of_tags_are_no_label() -> None:
    tags = ["lift,balcony,new", "lift,garden,old,lake", "balcony,lake,new"]
    for cells, is_clear in ((tags, False), (["new", "old", "Doe, Jane"], True)):
        plan, _ = read(table({"size": [7, 8], "labels": cells, "hue": ["x", "y"]}))
        assert plan.is_target_clear is is_clear


@pytest.mark.parametrize("age", ["age", "Age", "Alter", "âge", "年龄", "возраст", "edad"])
def test_an_age_is_not_suggested(age: str) -> None:
    plan, _ = read(table({"hue": ["x", "y"], "weight": _NUMBERS, age: [31, 42, 57]}))
    assert (plan.heading, plan.is_target_clear) == ("weight", False)


def test_what_a_person_earns_is_clear_only_where_it_stands_last() -> None:
    given: dict[str, list[float]] = {"limit": [7, 8], "cards": _NUMBERS}
    for name in ("Income", "收入", "Einkommen"):
        plan, _ = read(table({name: [30.5, 41.25, 62.75], **given, "balance": [3, 9, 7]}))
        assert not plan.is_target_clear, name
    plan, _ = read(table({**given, "Income": [30.5, 41.25, 62.75]}))
    assert (plan.heading, plan.is_target_clear) == ("Income", True)


@pytest.mark.parametrize("last", ["RainTomorrow", "pluie.demain", "抑郁标签", "Giá (VNĐ)"])
def test_the_name_of_an_answer_is_clear_beside_others_of_its_kind(last: str) -> None:
    days = ["yes", "no", "no"]
    plan, _ = read(table({"size": [7, 8], "RainToday": days, last: days}))
    assert (plan.heading, plan.is_target_clear) == (last, True)


def test_a_word_for_an_answer_within_a_sentence_or_behind_another_name_is_none() -> None:
    columns = {"Plans after class": ["a", "b"], "area": ["n", "s"], "area_label": ["N", "S"]}
    plan, _ = read(table({**columns, "weight": _NUMBERS, "City": ["x", "y"]}))
    assert (plan.heading, plan.is_target_clear) == ("weight", False)


def test_remarks_are_no_grades() -> None:
    plan, _ = read(table({"Note": ["late", "fine"], "size": [7, 8], "weight": _NUMBERS}))
    assert plan.heading == "weight"


def test_one_of_a_series_is_not_clear() -> None:
    ranks = {f"rank_{name}": [1, 2, 3] for name in ("salary", "freedom", "career")}
    plan, _ = read(table({"size": [7, 8], **ranks, "City": ["x", "y"]}))
    assert not plan.is_target_clear


def test_what_came_of_something_comes_before_an_amount() -> None:
    plan, _ = read(table({"Income": [300, 400, 500], "Bought Bike": ["yes", "no", "no"]}))
    assert (plan.heading, plan.is_target_clear) == ("Bought Bike", True)


def test_a_letter_among_others_is_no_answer() -> None:
    plan, _ = read(table(dict.fromkeys(("Rb", "Sr", "Y", "Zr", "Nb"), _NUMBERS)))
    assert plan.heading != "Y"
    plan, _ = read(table(dict.fromkeys(("a", "b", "c", "y"), _NUMBERS)))
    assert (plan.heading, plan.is_target_clear) == ("y", True)


@pytest.mark.parametrize(
    "letters", [("x", "y"), ("y", "x"), ("X", "Y"), ("x", "y", "z"), ("n", "y")]
)
def test_a_letter_beside_named_things_is_no_answer(letters: tuple[str, ...]) -> None:
    names = ["fast food", "pub", "bar"]
    numbers: dict[str, list[float]] = {one: [52.25, 53.5, 54.75] for one in letters}
    plan, _ = read(table({"sort": names, "object": ["node", "way"], **numbers}))
    assert (plan.heading in ("sort", "object"), plan.is_target_clear) == (True, False)


def test_a_letter_follows_from_letters_or_numbered_inputs() -> None:
    for inputs in (("x",), ("x1", "x2"), ("feature_1", "feature_2"), ("id", "x")):
        plan, _ = read(table(dict.fromkeys((*inputs, "y"), _NUMBERS)))
        assert (plan.heading, plan.is_target_clear) == ("y", True), inputs
    plan, _ = read(table({"age": [31, 42], "job": ["clerk", "cook"], "y": ["yes", "no", "no"]}))
    assert (plan.heading, plan.is_target_clear) == ("y", True)


def test_how_one_swims_is_no_illness() -> None:
    strokes = ["breast", "back", "crawl", "butterfly", "medley"]
    plan, _ = read(table({"stroke": strokes, "metres": [50, 100], "time": _NUMBERS}))
    assert plan.heading != "stroke"


def test_the_most_points_there_are_is_no_answer() -> None:
    plan, _ = read(table({"game": ["a", "b"], "max_points": [10, 14, 10], "rounds": [5, 6, 7]}))
    assert plan.heading != "max_points"
    plan, _ = read(table({"points": _NUMBERS, "game": ["a", "b"], "rounds": [5, 6, 7]}))
    assert plan.heading == "points"


def test_codes_under_a_name_that_ends_in_label_are_labels() -> None:
    plan, _ = read(table({"size": _NUMBERS, "mood_label": [0, 1, 2]}))
    assert (plan.heading, plan.target.kind) == ("mood_label", "category")


@pytest.mark.parametrize(
    ("sort", "amount"),
    [
        ("category", "sales"),
        ("Kategorie", "Umsatz"),
        ("カテゴリ", "売上"),
        ("类别", "销售额"),
        ("quality", "price"),
    ],
)
def test_an_amount_named_as_an_answer_comes_before_the_word_for_a_sort(
    sort: str, amount: str
) -> None:
    names = ["x", "y", "z"]
    plan, _ = read(table({"day": names, sort: names, amount: _NUMBERS}))
    assert (plan.heading, plan.is_target_clear) == (amount, True)
    plan, _ = read(table({amount: _NUMBERS, sort: names, "size": [7, 8]}))
    assert plan.heading == amount


@pytest.mark.parametrize("sort", ["Kategorie", "category", "カテゴリ", "insulation_quality"])
def test_the_word_for_a_sort_is_clear_only_where_it_stands_alone_beside_texts(sort: str) -> None:
    names = ["x", "y", "z"]
    others: dict[str, list[float]] = {"size": [7, 8], "weight": _NUMBERS}
    plan, _ = read(table({sort: names, **others, "kind": ["p", "q"]}))
    assert not plan.is_target_clear
    assert plan.heading != sort
    texts = [f"so they said in the {n}th week of the year" for n in range(24)]
    plan, _ = read(table({sort: names, "remark": texts}))
    assert (plan.heading, plan.is_target_clear) == (sort, True)


@pytest.mark.parametrize(
    ("wanted", "last"),
    [
        ("survival", "keel_length"),
        ("Status", "Bearbeiter"),
        ("monthly_energy_kwh", "heating"),
        ("Verbrauch", "Quelle"),
        ("votes", "club"),
        ("用电量", "来源"),
        ("Retoure", "Kampagne"),
    ],
)
def test_what_came_of_it_or_an_amount_is_suggested_where_none_is_clear(
    wanted: str, last: str
) -> None:
    lasting = _NUMBERS if last == "keel_length" else ["x", "y", "z"]
    cells = ["p", "q"] if wanted in ("survival", "Status", "Retoure") else [3, 9, 7]
    plan, _ = read(table({wanted: cells, "size": [7.5, 8, 9.25], "hue": ["m", "n"], last: lasting}))
    assert (plan.heading, plan.is_target_clear) == (wanted, False)


@pytest.mark.parametrize(
    "last", ["prenom", "quelle", "CLUB", "campaign", "来源", "Dia", "WIEK", "ticket"]
)
def test_names_and_sources_are_not_suggested(last: str) -> None:
    plan, _ = read(table({"size": [7, 8], "weight": _NUMBERS, last: ["x", "y", "z"]}))
    assert (plan.heading, plan.is_target_clear) == ("weight", False)


@pytest.mark.parametrize(
    "last",
    ["detalhe_localizacao", "住所詳細", "observaciones", "адрес", "Lokalizacja", "uwagi", "uf"],
)
def test_places_and_remarks_in_any_language_are_not_suggested(last: str) -> None:
    names = ["x", "y", "z"]
    for wanted in ("品質", "Qualität", "оценка", "gravedad", "statut", "Risk"):
        plan, _ = read(table({wanted: ["p", "q"], "hue": names, last: names}))
        assert plan.heading == wanted
    plan, _ = read(table({"size": [7, 8], "weight": _NUMBERS, last: names}))
    assert (plan.heading, plan.is_target_clear) == ("weight", False)


def test_one_of_a_series_is_not_suggested_before_a_decision() -> None:
    ranks = {f"rank_{name}": [1, 2, 3] for name in ("gehalt", "werte", "klima")}
    plan, _ = read(table({"entscheidung": ["p", "q"], "size": [7, 8], **ranks}))
    assert plan.heading == "entscheidung"


@pytest.mark.parametrize(
    "wanted", ["monto", "kwota", "sprzedaż", "retard", "value", "votos", "Einwohner"]
)
def test_an_amount_is_suggested_by_its_name_in_many_languages(wanted: str) -> None:
    columns = {wanted: _NUMBERS, "size": [7.5, 8, 9.25], "last": [1.5, 2.5]}
    assert read(table(columns))[0].heading == wanted


@pytest.mark.parametrize(
    ("price", "beside"),
    [
        ("人均价格", "店铺总分"),
        ("单价", "口味分"),
        ("avg_price", "rating"),
        ("均价", "销售数量"),
        ("unit price", "quantity"),
    ],
)
def test_the_price_of_one_is_no_clear_answer_beside_a_score_or_an_amount(
    price: str, beside: str
) -> None:
    plan, _ = read(table({"sort": ["x", "y"], price: _NUMBERS, beside: [3.5, 4.5, 1]}))
    assert not plan.is_target_clear
    plan, _ = read(table({"sort": ["x", "y"], "area": [3.5, 4.5, 1], "总价": _NUMBERS}))
    assert (plan.heading, plan.is_target_clear) == ("总价", True)


def test_of_three_columns_x_and_y_the_last_is_the_guess() -> None:
    plan, _ = read(table({"shop": ["A", "B"], "x": [5.9, 6.2], "y": [134.5, 236.0]}))
    assert (plan.heading, plan.is_target_clear) == ("y", False)
