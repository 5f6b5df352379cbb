"""Columns are typed by their cells and headings, as a person would type them."""

import pytest

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
        (["2010-1", "2010-2", "2011-1"], "category"),
        (["2010/1", "2010/3", "2011/4"], "category"),
        (["2010-1", "2010-2", "2010-3"], "date"),
        (["2010-1", "2010-2", "2011-5"], "date"),
        (["wahr", "falsch"], "yes/no"),
        (["ano", "ne"], "yes/no"),
        (["支持", "不支持"], "yes/no"),
        (["₹ 45 Lakhs", "₹ 1.2 Crore"], "number ₹"),
        (["4.5 lakh", "62 lac"], "number"),
        (["0"] * 20 + ["1", "1", "2", "0"], "number"),
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
        (["4 Mar", "5 Mar"], "date"),
        (["24.12.", "6.1."], "category"),
        (["31 Oct 12:45", "1 Nov 18:30"], "date"),
        (["Oct 31, 12:45 PM", "Nov 1, 6:30 PM"], "date"),
        (["March 15", "April 5", "May 31st"], "date"),
        (["3. März", "12. April"], "date"),
        (["1er juin", "12 avril"], "date"),
        (["Jan 05", "Feb 05", "Jan 06"], "category"),
        (["Jan 05", "Feb 31"], "date"),
        (["05/Feb/2024:13:15:00 +0100", "2024.01.05-13:15"], "date"),
        (["平成31年", "令和元年"], "number"),
        (["12", "15", "n/d", "***", "nicht verfügbar"], "number"),
        (["*", "**", "***"], "category"),
        (["1:25:10", "1:31:08", "No chip read"], "number h"),
        (["54:25", "DNF", "51:08", "DNS", "49:11", "48:15", "55:01", "55:02"], "number min"),
        (["61", "缺考", "75", "88"], "number"),
        (["1/21/1977", "Still in office", "8/3/1979"], "date"),
        (["open", "1/21/1977", "closed", "8/3/1979", "lost"], "category"),
        (["2021M01", "2021M11"], "date"),
        (["01001", "2A004", "01004"], "category"),
        (["12", "15", ":", "nd"], "number"),
        (["$ 12", "$ -", "$ 15"], "number $"),
        (["1,2E-03", "3,45E-04"], "number"),
        (["1K", "1LDK", "2LDK", "3LDK"], "category"),
        (["√", "×"], "yes/no"),
        (["89.5㎡", "60㎡"], "number ㎡"),
        (["-4℃", "12℃"], "number ℃"),
        (["5 - Very good", "1 - Not at all good"], "category"),
        ([f"{n}室2厅" for n in range(ROWS // 4)], "category"),
        (["Mar-19", "Apr-19", "May-20"], "date"),
        (["Mär-19", "Mai-20", "Dez-20"], "date"),
        (["03/2019", "11/2019"], "date"),
        (["0.0", "T", *["0.0"] * 20, "1.5"], "number"),
        (["1", "0", "yes", "no"], "yes/no"),
        (["1.2 GB", "700 MB", "850 KB"], "number GB"),
        (["1977-Jan", "1978-Mar"], "date"),
        (["Jan.2019", "Mar.2020"], "date"),
        (["Mar 19", "Apr 20"], "category"),
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
        ("wind (int)", NUMBERS, "number"),
        ("Nº socio", [str(12 + 3 * n) for n in range(ROWS)], "left out"),
        ("Avg HR", NUMBERS, "number"),
        ("created_at", [str(1_700_000_000 + 86_400 * n) for n in range(ROWS)], "date"),
        ("time", [str(1_700_000_000_000 + 86_400_000 * n) for n in range(ROWS)], "date"),
        ("id", [str(1_700_000_000 + 86_400 * n) for n in range(ROWS)], "left out"),
        ("ref", ["https://x.example/1", "A-102", "A-103"], "left out"),
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
        ("day", ["0000-00-00", "2026-05-31", "2026-05-30"], "date"),
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
def test_heading_and_cells_determine_codes_and_ids(
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
    ("cells", "kind"),
    [
        (["85", "92", "缺考", "78", "免考"], "number"),
        (["1234", "[x]", "2001", "c", "1111"], "number"),
        (["12 pcs", "3 pcs", "out of stock", "1 pcs", "25 pcs", "on order"], "number pcs"),
        (["85", "92", "78", "M", "L"], "category"),
        (["5 - Very good", "3 - Neutral", "1 - Not good", "5 - Very good"], "category"),
        (["3室2厅", "2室1厅", "4室2厅", "1室1厅"], "category"),
        (["中楼层(共18层)", "低楼层(共6层)", "高楼层(共33层)"], "category"),
    ],
)
def test_short_columns_are_typed_by_what_most_of_their_cells_are(
    cells: list[str], kind: str
) -> None:
    rows = "".join(f"{cell},{'pqq'[at % 3]}\n" for at, cell in enumerate(cells))
    plan, bad = read(f"thing,target\n{rows}")
    assert (kinds(plan), "none that I can read" in " ".join(bad)) == ({"thing": kind}, False)


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ([f"{a}{b}" for a in ["Alm", "Bra", "Cor", "Dun"] for b in ["an", "er", "ik"]], "text"),
        (
            [
                "郭靖",
                "黄蓉",
                "洪七公",
                "周伯通",
                "杨过",
                "小龙女",
                "李莫愁",
                "欧阳锋",
                "梅超风",
                "裘千仞",
            ],
            "text",
        ),
        ([f"A{n}" for n in range(3, 15)], "category"),
        (
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
            "category",
        ),
        (
            [
                "red",
                "blue",
                "green",
                "red",
                "blue",
                "green",
                "red",
                "blue",
                "green",
                "red",
                "blue",
                "green",
            ],
            "category",
        ),
        (["red", "blue", "green"], "category"),
    ],
)
def test_names_that_are_different_in_each_of_ten_rows_are_texts(
    names: list[str], kind: str
) -> None:
    rows = "".join(f"{name},{n % 3},{n / 4}\n" for n, name in enumerate(names))
    plan, _ = read(f"thing,size,fee\n{rows}")
    assert kinds(plan)["thing"] == kind


def test_answers_are_no_numbers_for_numbers_under_like_names() -> None:
    rows = "".join(f"{n},{'yes' if n % 2 else 'no'},{n % 3}\n" for n in range(10, 34))
    plan, bad = read(f"Q1,Q2,Points\n{rows}")
    assert (kinds(plan), bad) == ({"Q1": "number", "Q2": "yes/no"}, [])


def test_a_few_words_beside_many_amounts_are_missing_ones() -> None:
    said = ["pending", "ill", "no show", "late"]
    cells = [said[n // 5 % 4] if n % 5 == 0 else n * 3 for n in range(50)]
    rows = "".join(f"{cell},{'xyz'[n % 3]},{n % 7}\n" for n, cell in enumerate(cells))
    plan, bad = read(f"weight,town,points\n{rows}")
    assert (kinds(plan)["weight"], bad) == ("number", [])
    assert all(any(word in note for note in plan.notes) for word in said)
    rows = "".join(
        f"{'U' if n % 4 == 0 else ''}{n % 8},{'xyz'[n % 3]},{n % 7}\n" for n in range(50)
    )
    plan, _ = read(f"line,town,points\n{rows}")
    assert kinds(plan)["line"] == "category"


@pytest.mark.parametrize("heading", ["title", "书名", "Название"])
def test_titles_are_texts_in_small_files_too(heading: str) -> None:
    text = f"{heading},price,sort\n" + "".join(f"b{'xyzvw'[at]},{at},p\n" for at in range(5))
    assert kinds(read(text)[0])[heading] == "text"
