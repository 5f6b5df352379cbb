"""Messy tables of all kinds: which column is the answer, encodings, JSON."""

import json

import pytest

from core.assistant.files.decode import decode
from tests.core.assistant.files.made_tables import NUMBERS, ROWS, kinds, read, table


@pytest.mark.parametrize(
    ("headings", "target"),
    [
        (["AveragePrice", "region"], "AveragePrice"),
        (["price", "grade"], "price"),
        (["math score", "reading score"], "reading score"),
        (["tax", "unit price", "old price"], "old price"),
        (["price", "stroke"], "price"),
        (["successful", "price"], "successful"),
        (["Average Rating", "My Rating", "Votes"], "My Rating"),
        (["评级", "点赞数"], "评级"),
        (["precio", "metros"], "precio"),
        (["学期", "成绩", "年度"], "成绩"),
        (["x", "y", "weight"], "weight"),
        (["x", "y"], "y"),
    ],
)
def test_the_answer_is_told_by_its_name(headings: list[str], target: str) -> None:
    cells = {name: [str(n * 1.5 + at) for n in range(ROWS)] for at, name in enumerate(headings)}
    assert read(table({"a": ["x", "y"]} | cells))[0].heading == target


def test_numbers_among_the_headings_are_names_where_a_word_stands_over_numbers() -> None:
    content = table({"": range(ROWS), "volume": [9.5, 7.25], "4046": [1, 2, 5], "kind": ["a", "b"]})
    plan, bad = read(content)
    assert (kinds(plan), bad) == ({"volume": "number", "4046": "number"}, [])


@pytest.mark.parametrize(
    ("encoding", "columns"),
    [
        ("gbk", {"面积": ["90平米", "45平米"], "电梯": ["有", "无"], "总价": ["120万", "300万"]}),
        ("cp1252", {"Größe": ["12,5", "8,25"], "Straße": ["Süd", "Nord"], "Preis": ["9 €", "8 €"]}),
        (
            "cp1250",
            {"Piętro": ["1", "2"], "Miasto": ["Łódź", "Gdańsk"], "Cena": ["90 zł", "70 zł"]},
        ),
        (
            "cp1252",
            {"Año": ["1", "2"], "Región": ["Ñuble", "Camiña", "Aysén"], "Casos": ["9", "8"]},
        ),
        ("cp1252", {"Nome": ["João", "Inês"], "Frase": ["¿Qué?", "São"], "Nota": ["9", "8"]}),
        (
            "cp1252",
            {"Descrição": ["1ª praça", "Não há nº"], "Andar": ["3º", "1º"], "Preço": ["8", "7"]},
        ),
        ("cp1252", {"Año": ["1", "2"], "Piso": ["2º izq.", "1º Mª Luz"], "Precio": ["9", "8"]}),
        ("cp1250", {"Oraş": ["Iaşi", "Braşov"], "Preţ": ["9", "8"]}),
        ("cp1250", {"Idő": ["1", "2"], "Város": ["Győr", "Pécs"], "Díj": ["9", "8"]}),
        ("cp1250", {"Rok": ["1", "2"], "Město": ["Říčany", "Dvůr"], "Cena": ["9", "8"]}),
        ("gb18030", {"评论": ["太好了😀", "❤ok"], "类别": ["好", "差"]}),
        ("gb18030", {"店名": ["Café 咖啡", "面馆"], "租金": ["3 €", "4 €"]}),
        ("cp1251", {"Этаж": ["1", "2"], "Город": ["Москва", "Казань"], "Цена": ["90", "80"]}),
    ],
)
def test_the_encoding_is_told_from_short_cells(
    encoding: str, columns: dict[str, list[str]]
) -> None:
    plan, _ = read(table(columns, mark=";").encode(encoding))
    assert [*kinds(plan), plan.target.name] == list(columns)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "type,message\nham,It was £12 at the café\nspam,WON £900 cash\n"),
        ("cp1252", "price (£)\n7\n9\n"),
        ("cp1252", "shop,price\na,30 £\nb,¥500\n"),
        ("cp1250", "ulica,numer\nŁąkowa,Ł 3\nZłota,7\nPOŁUDNIE,8\n"),
    ],
)
def test_a_sign_of_money_is_told_from_a_letter(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), name="costs.csv", locale="en")[0] == text


@pytest.mark.parametrize(
    "content",
    [
        {"0": {"size": 1, "kind": "x"}, "1": {"size": 2, "kind": "y"}},
        {"size": {"0": 1, "1": 2}, "kind": {"0": "x", "1": "y"}},
        {"data": [{"size": 1, "kind": "x"}, {"size": 2, "kind": "y"}]},
        {"meta": {"n": 2}, "things": [{"size": 1, "kind": "x"}, {"size": 2, "kind": "y"}]},
        {"size": [1, 2], "kind": ["x", "y"]},
        {"columns": ["size", "kind"], "index": [0, 1], "data": [[1, "x"], [2, "y"]]},
    ],
)
def test_a_table_as_one_json_object_is_rows(content: object) -> None:
    plan, bad = read(json.dumps(content), "t.json")
    assert (kinds(plan), plan.target.name, bad) == ({"size": "number"}, "kind", [])


def test_lists_of_objects_are_said_to_be_unread() -> None:
    content = json.dumps(
        [{"size": n, "games": [{"won": n}], "kind": "xy"[n % 2]} for n in (1, 2, 3)]
    )
    plan, bad = read(content, "t.json")
    assert (kinds(plan), bad) == ({"size": "number"}, [])
    assert "Lists of objects in a row were not read: games." in plan.notes


def test_a_guessed_answer_is_filled_varies_and_is_no_contact() -> None:
    content = table(
        {
            "kind": ["x", "y", "x"],
            "size": NUMBERS,
            "Phone": ["0170 1234567", "0171 7654321"],
            "currency": ["EUR"],
            "remark": [*[""] * 20, "a", "b", "a", "b"],
        }
    )
    plan, _ = read(content)
    assert (plan.heading, plan.is_target_clear) == ("size", False)


@pytest.mark.parametrize(
    "columns",
    [
        {"size": NUMBERS, "kind": ["x", "y"], "": ["7", "9", "7"]},
        {"size": NUMBERS, "kind": ["x", "y"], "latitude": ["7.25", "9.5", "7.75"]},
        {"size": NUMBERS, "kind": ["x", "y"], "Year": ["2019", "2020"]},
        {"size": NUMBERS, "kind": ["x", "y"], "sponsor": ["p", "q", "p", ""]},
    ],
)
def test_a_last_column_that_is_hardly_the_answer_is_asked_for(
    columns: dict[str, list[str]],
) -> None:
    assert not read(table(columns))[0].is_target_clear


def test_a_last_column_of_several_currencies_is_not_passed_over_for_another() -> None:
    content = table({"item": ["chair", "lamp"], "size": ["s", "l"], "price": ["€ 4", "£ 6", "$ 7"]})
    plan, _ = read(content)
    assert (plan.heading, plan.is_target_clear) == ("size", False)


def test_a_yes_or_no_that_is_called_like_an_outcome_is_the_answer() -> None:
    content = "who,came,age\nOle,ja,34\nAnn,nein,41\nJo,JA,29\nMia,j,52\nUte,n,37\nKim,yes,45\n"
    plan, _ = read(content)
    assert (plan.heading, plan.is_target_clear) == ("came", True)
    plan, _ = read(table({"won": NUMBERS, "price": NUMBERS}))
    assert plan.heading == "price"


def test_a_decimal_comma_in_each_line_is_no_separator() -> None:
    above = "Account;main\nBalance;1.331,90;EUR\nRange;may to june\n"
    rows = "".join(f"{n}.05.2026;shop {n % 3};-{n},98;EUR\n" for n in range(10, 29))
    plan, bad = read(f"{above}Day;Payee;Amount;Currency\n{rows}".replace("shop 2", "a;b"))
    assert kinds(plan) == {"Day": "date", "Payee": "category"}
    assert (plan.heading, plan.left_out, len(bad)) == ("Amount", ("Currency",), 6)


def test_a_heading_that_begins_with_a_sign_is_named_without_it() -> None:
    plan, _ = read(table({"% used": NUMBERS, "target": ["p", "q", "q"]}))
    assert kinds(plan) == {"used": "number %"}


def test_arrays_without_headings_are_numbered_columns() -> None:
    plan, bad = read(json.dumps([[3, "x", 1.5], [5, "y", 2.5], [7, "x", 4.5]]), "t.json")
    assert ([*kinds(plan), plan.heading], bad) == (["column 1", "column 2", "column 3"], [])


def test_quotation_marks_behind_a_backslash_are_part_of_a_cell() -> None:
    plan, bad = read('note,kind\n"he said \\"hi\\", ok",x\n"so, so",y\nfine,x\n')
    assert (plan.inputs["note"].read('he said "hi", ok'), bad) == ('he said "hi", ok', [])


@pytest.mark.parametrize("again", ["Name,Size,Price", "name , SIZE,price", "Name,Size,"])
def test_headings_that_recur_below_are_no_row(again: str) -> None:
    rows = "".join(f"n{at % 4},{at % 7 + 1.5},{100 + at}\n" for at in range(12))
    plan, bad = read(f"Name,Size,Price\n{rows}{again}\n{rows}")
    assert (kinds(plan), bad) == ({"Name": "category", "Size": "number"}, [])


def test_a_row_that_has_one_word_of_the_headings_stays_a_row() -> None:
    rows = "".join(f"n{at % 4},{at % 7 + 1.5},{100 + at}\n" for at in range(12))
    plan, bad = read(f"Name,Size,Price\n{rows}Name,7,120\n")
    assert plan.inputs["Name"].read("Name") == "Name"
    assert bad == []


def test_a_title_above_an_empty_line_is_no_heading_wherever_it_begins() -> None:
    rows = "".join(f"n{at % 4},{at % 7 + 1.5},{100 + at},{'xy'[at % 2]}\n" for at in range(12))
    plan, _ = read(f",,List of things,\n\n\nName,Size,Price,Sort\n{rows}")
    assert kinds(plan) == {"Name": "category", "Size": "number", "Sort": "category"}
