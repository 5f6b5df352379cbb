"""Messy tables of all kinds, and how a person would type their columns."""

import io
import json
from datetime import date

import pytest

from core.errors import InvalidValue
from tests.core.assistant.files.made_tables import NUMBERS, ROWS, kinds, read, table


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["✓", "✗", "✓"], "yes/no"),
        (["有", "无"], "yes/no"),
        (["да", "нет"], "yes/no"),
        (["t", "f"], "yes/no"),
        ([*["yes", "no"] * 11, "yes", "perhaps"], "yes/no"),
        (["1.0", "0.0"], "yes/no"),
        (["No", "Yes", "No line"], "category"),
        (["2011年", "1998年"], "number"),
        (["2015 model", "2009 model"], "number"),
        (["$150/mo", "--", "$1,090/mo"], "number $/mo"),
        (["850k", "1.2M", "90k"], "number"),
        (["(1,200.50)", "300.00", ""], "number"),
        (["−4.5 °C", "12 °C"], "number °C"),
        (["3+", "0", "1", "2"], "number"),
        (["<=50K", ">50K"], "category"),
        (["31.12.2024", "1.6.2024"], "date"),
        (["2024/03/05 3:15:22 PM GMT+1", "2024/03/06 9:05:00 AM GMT+1"], "date"),
        (["02139", "10115", "00501"], "category"),
        ([*NUMBERS[:-1], "plenty"], "number"),
        (["3:25", "2:59"], "number h"),
        (["90 min", "2 Seasons", "1 Season"], "category"),
        (["Yes", "No", "Y", "N", ""], "yes/no"),
        (["1", "2", ">4", "never"], "category"),
        ([*["1999", "2001"] * 11, "2003/I", "2004/II"], "number"),
        (["2448.4", "1999.1", "2058.2"], "number"),
        (["2024.01", "2024.11"], "date"),
        (["2010-11", "2011-12"], "category"),
        (["2010-11", "2011-03"], "date"),
        (["wahr", "falsch"], "yes/no"),
        (["ano", "ne"], "yes/no"),
        (["支持", "不支持"], "yes/no"),
        (["₹ 45 Lakhs", "₹ 1.2 Crore"], "number ₹"),
        (["4.5 lakh", "62 lac"], "number"),
        (["0"] * 20 + ["1", "1", "2", "0"], "number"),
        (["2m"], "category"),
        (["6", "6+", "7", "7+", "8-"], "category"),
        (["6", "6+", "10+", "8"], "category"),
        (["2", "2+", "2-", "3+"], "category"),
        ([f"{age}-{age + 3}" for age in range(0, 4 * ROWS, 4)], "category"),
        (["1,000+", "50,000+", "500+"], "number"),
        (["12-", "5", "13-"], "number"),
        (["S", "N", "N"], "yes/no"),
        (["O", "N"], "yes/no"),
        (["V", "F"], "yes/no"),
        (["Д", "Н"], "yes/no"),
        (["○", "×"], "yes/no"),
        (["+", "-"], "yes/no"),
        (["S", "N", "W"], "category"),
        (["M", "F"], "category"),
        (["1st", "2nd", "3rd"], "number"),
        (["~12", "15"], "number"),
        (["1e5", "2.5E-3"], "number"),
        (["42", "43 1/3"], "number"),
        (["4/3", "5/3"], "category"),
        (["4 Mar", "5 Mar"], "category"),
        (["24.12.", "6.1."], "category"),
        (["平成31年", "令和元年"], "number"),
        (["12", "15", "n/d", "***", "nicht verfügbar"], "number"),
        (["*", "**", "***"], "category"),
        ([f"Ann Lee, Town {n}" for n in range(ROWS // 2)], "category"),
    ],
)
def test_a_column_is_typed_as_a_person_would(cells: list[str], kind: str) -> None:
    plan, _ = read(table({"thing": cells, "b": ["x", "y"], "target": ["p", "q", "q"]}))
    assert kinds(plan) == {"thing": kind, "b": "category"}


@pytest.mark.parametrize(
    ("heading", "cells", "kind"),
    [
        ("cp", ["0", "1", "2", "3"], "number"),
        ("mobile_wt", ["141", "188", "96"], "number"),
        ("Zip Code", [str(10000 + 7 * n) for n in range(ROWS)], "category"),
        ("Phone", [f"+1 (212) 555-{1000 + n}" for n in range(ROWS)], "left out"),
        ("EmployeeNumber", [str(40 + 2 * n) for n in range(ROWS)], "left out"),
        ("#", NUMBERS, "left out"),
        ("Budget", ["$90", "€80", "£70"], "left out"),
        ("Reference", ["9E0xyzxyz", "9E0xyzxyz", "7A1xyzxyz"], "category"),
        ("Belegnr.", NUMBERS, "left out"),
        ("Serial No.", NUMBERS, "left out"),
        ("day_of_week", NUMBERS, "number"),
        ("city_id", ["13", "25", "14"], "category"),
        ("Product ID", [str(1000 + 7 * n) for n in range(ROWS * 2 // 3)], "left out"),
        ("ISBN", [f'="978{1000000 + n}"' for n in range(ROWS)], "left out"),
        ("Phone", [f"07 66 65 62 {n}" for n in range(10, 10 + ROWS)], "left out"),
        ("E-Mail", [f"ann{n}@post.uni-town.example" for n in range(ROWS)], "left out"),
        ("id", [str(n % 6) for n in range(ROWS)], "left out"),
        ("Paid", ["0", "1"], "yes/no"),
        ("OBJECTID", ["7", *(str(3 * n) for n in range(1, ROWS))], "left out"),
        ("cod_reg", ["8", "13", "5"], "category"),
        ("学号", ["1603", "1604", "1605"], "category"),
        ("SN", [str(n * n) for n in range(ROWS)], "left out"),
        ("Índice", NUMBERS, "left out"),
        ("day", ["0000-00-00", "2026-05-31"], "date"),
        ("Org_code", ["RAT", *(f"5C{n}" for n in range(1, ROWS))], "left out"),
        ("id_str", [str(474939423470395392 + n) for n in range(ROWS)], "left out"),
        ("Codice numerico", [str(1001 + n) for n in range(ROWS)], "left out"),
        ("Area (km²)", NUMBERS, "number km²"),
        ("Cocoa Percent", ["70%", "65%"], "number %"),
        ("Running Time min", NUMBERS, "number min"),
        ("temp min", NUMBERS, "number"),
        ("Date sent", [*["18430128", "18380406"] * 11, "18430229", "1843"], "date"),
    ],
)
def test_codes_and_ids_are_told_by_heading_and_cells(
    heading: str, cells: list[str], kind: str
) -> None:
    plan, bad = read(table({heading: cells, "b": ["x", "y"], "target": ["p", "q", "q"]}))
    typed = kinds(plan)
    typed.pop("b")
    assert next(iter(typed.values()), "left out") == kind
    assert kind == "date" or not bad


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["退款怎么还没到", "请问有蓝色吗", "快递三天没动", "发错货了", "能便宜点吗"], "text"),
        (
            [
                "printer is jammed",
                "bill wrong",
                "forgot my password",
                "chair broke",
                "cold in here",
            ],
            "text",
        ),
        (["Ann Lee", "Bo Chen", "Jo van Dam", "Mia Fox", "Ute Ott"], "category"),
        (["阳光花园", "和平里", "未来城", "东湖", "西山"], "category"),
    ],
)
def test_texts_that_all_differ_are_texts_in_small_files(cells: list[str], kind: str) -> None:
    rows = "".join(f"{cell},{'pqq'[at % 3]}\n" for at, cell in enumerate(cells))
    assert kinds(read(f"thing,target\n{rows}")[0]) == {"thing": kind}


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
        ("cp1250", {"Idő": ["1", "2"], "Város": ["Győr", "Pécs"], "Díj": ["9", "8"]}),
        ("cp1250", {"Rok": ["1", "2"], "Město": ["Říčany", "Dvůr"], "Cena": ["9", "8"]}),
        ("cp1251", {"Этаж": ["1", "2"], "Город": ["Москва", "Казань"], "Цена": ["90", "80"]}),
    ],
)
def test_the_encoding_is_told_from_short_cells(
    encoding: str, columns: dict[str, list[str]]
) -> None:
    plan, _ = read(table(columns, mark=";").encode(encoding))
    assert [*kinds(plan), plan.target.name] == list(columns)


@pytest.mark.parametrize(
    "content",
    [
        {"0": {"size": 1, "kind": "x"}, "1": {"size": 2, "kind": "y"}},
        {"size": {"0": 1, "1": 2}, "kind": {"0": "x", "1": "y"}},
        {"data": [{"size": 1, "kind": "x"}, {"size": 2, "kind": "y"}]},
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
    assert kinds(plan) == {"Day": "date", "Payee": "category", "Currency": "category"}
    assert (plan.heading, len(bad)) == ("Amount", 6)


def test_a_heading_that_begins_with_a_sign_is_named_without_it() -> None:
    plan, _ = read(table({"% used": NUMBERS, "target": ["p", "q", "q"]}))
    assert kinds(plan) == {"used": "number %"}


def test_a_parquet_table_is_rows() -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="an optional reader of Parquet tables")
    parquet = pytest.importorskip("pyarrow.parquet")
    columns = {
        "day": [date(2026, 1, n % 28 + 1) for n in range(ROWS)],
        "size_kg": [n + 0.5 for n in range(ROWS)],
        "new": [n % 2 == 0 for n in range(ROWS)],
        "city": ["Bonn", None] * (ROWS // 2),
        "price": list(range(3, 3 + ROWS)),
    }
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), out)
    plan, bad = read(out.getvalue(), "t.parquet")
    assert kinds(plan) == {
        "day": "date",
        "size_kg": "number kg",
        "new": "yes/no",
        "city": "category",
    }
    assert (plan.heading, bad) == ("price", [])


def test_a_broken_parquet_table_is_refused() -> None:
    pytest.importorskip("pyarrow", reason="an optional reader of Parquet tables")
    with pytest.raises(InvalidValue):
        read(b"PAR1 and no table", "t.parquet")
