"""A number is taken out of a cell only where what stands around it is a unit or the same word."""

import pytest

from core.assistant.files.typing_together import Plan
from core.errors import InvalidValue
from tests.core.assistant.files.made_tables import kinds, read, table


def _kind(heading: str, cells: list[str]) -> str | None:
    text = table({heading: cells, "b": ["x", "y"], "target": ["p", "q", "q"]})
    return kinds(read(text)[0]).get(heading)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("place", ["?? 2?", "?? 3?", "?? 1?"]),
        ("Strings", ["6 String", "12 String", "6-String", "7 String"]),
        ("間取り", ["2LDK", "3LDK"]),
        ("Surface", ["Brick 2", "Brick 3", "Stone 1"]),
        ("姓名", ["王20", "王1", "王13"]),
        ("年龄段", ["18~20", "20～22", "27以上", "18以下"]),
        ("age", ["18", "19", "65 and over"]),
        ("Alter", ["18", "19", "65 oder mehr"]),
        ("班级", ["1", "2", "3"]),
        ("组", ["第3组", "第12组", "第7组"]),
        ("where", ["Gate 3 east", "Gate 12 east", "Gate 7 east"]),
        ("when", ["in the 3rd week", "in the 12th week", "in the 7th week"]),
    ],
)
def test_words_codes_and_classes_are_categories(heading: str, cells: list[str]) -> None:
    assert _kind(heading, cells) == "category"


@pytest.mark.parametrize(
    ("heading", "cells", "cell", "value"),
    [
        (
            "asked",
            ["Guide Price £425,000", "Offers Over £300,000", "From £5"],
            "Guide Price £425,000",
            425e3,
        ),
        ("asked", ["Guide Price £425,000", "£310,000", "Guide Price £9"], "£310,000", 310e3),
        (
            "unitPrice",
            ["单价30566元/平米", "单价23715元/平米", "单价9元/平米"],
            "单价30566元/平米",
            30566,
        ),
        ("beds", ["3 beds", "4 beds"], "3 beds", 3),
        ("看房", ["共247次带看", "共15次带看", "共3次带看"], "共247次带看", 247),
        ("看过", [f"{n}人看过此房" for n in range(24)], "7人看过此房", 7),
        ("租金", [f"￥{n}/月起" for n in range(1000, 1024)], "￥1007/月起", 1007),
        ("built", [f"{n}年建成" for n in range(1990, 2014)], "2009年建成", 2009),
        ("学费", ["每月450元起", "每月300元起", "每月80元起"], "每月450元起", 450),
        ("left", [f"only {n} left" for n in range(3, 27)], "only 12 left", 12),
        ("bags", ["about 3 bags left", "12 bags", "1 bag left"], "about 3 bags left", 3),
        ("bags", ["about 3 bags left", "12 bags", "1 bag left"], "1 bag left", 1),
        ("sold", ["12 items", "40 items", "7 items"], "7 items", 7),
        ("weight", ["3 kg", "5 kg"], "5 kg", 5),
    ],
)
def test_amounts_with_a_unit_are_numbers_whatever_word_stands_before(
    heading: str, cells: list[str], cell: str, value: float
) -> None:
    text = table({heading: cells, "b": ["x", "y"], "target": ["p", "q", "q"]})
    plan, bad = read(text)
    assert (plan.inputs[heading].read(cell), bad) == (value, [])


@pytest.mark.parametrize(
    "cells",
    [
        ["https://a.example/detail?id= 84444", "https://a.example/detail?id= 85555"],
        ["https://a.example/1, https://a.example/2", "https://a.example/3"],
        ['["https://a.example/1", "https://a.example/2"]', '["https://a.example/3"]'],
        ["images/blue.png", "images/red ale.jpg"],
        ["report.pdf", "plan 2.docx"],
    ],
)
def test_links_and_files_are_left_out(cells: list[str]) -> None:
    assert _kind("what", cells) is None


@pytest.mark.parametrize(
    "cells", [["https://a.example is slow", "see b.example"], ["B.C.", "D.C."]]
)
def test_texts_that_hold_a_link_stay(cells: list[str]) -> None:
    assert _kind("what", cells) is not None


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("i", [str(number) for number in range(1, 72, 3)]),
        ("OWNERID", [str(number) for number in range(901, 925)]),
        ("Internal Reference", [str(number * 7919 % 9973) for number in range(1, 25)]),
    ],
)
def test_ids_are_left_out(heading: str, cells: list[str]) -> None:
    assert _kind(heading, cells) is None


@pytest.mark.parametrize(
    ("heading", "cells", "kind"),
    [
        ("BASECOLOURID", ["1", "68", "3"], "category"),
        ("PAID", [str(number * 7919 % 997) for number in range(1, 25)], "number"),
        ("rising", [str(number) for number in range(1, 72, 3)], "number"),
    ],
)
def test_codes_are_categories_and_amounts_stay(heading: str, cells: list[str], kind: str) -> None:
    assert _kind(heading, cells) == kind


def test_words_before_and_behind_each_amount_are_both_in_no_ones_way() -> None:
    cells = [f"so {n} nice it was" for n in range(3, 27)]
    plan, bad = read(table({"note": cells, "b": ["x", "y"], "target": ["p", "q", "q"]}))
    assert (_kind("note", cells) or "").startswith("number")
    assert (plan.inputs["note"].read(cells[0]), bad) == (3.0, [])


def test_a_place_in_an_order_is_no_amount() -> None:
    assert _kind(
        "ward", ["1ère circonscription", "2ème circonscription", "3ème circonscription"]
    ) in (
        "category",
        None,
    )


@pytest.mark.parametrize(
    ("cells", "unit", "first"),
    [
        (["€ 290.000 k.k.", "€ 450.000", "€ 325.000 v.o.n.", "€ 279.000"], "€", 290_000.0),
        (["$1,200 + tax", "$900", "$800 neg.", "$1,100"], "$", 1200.0),
        (["307.7万字", "0字", "3.5万字", "800字"], "字", 3_077_000.0),
        (["2.3万人", "8500人", "910人"], "人", 23_000.0),
    ],
)
def test_words_behind_some_amounts_and_their_thousands_change_no_unit(
    cells: list[str], unit: str, first: float
) -> None:
    plan, bad = read(table({"a": cells, "b": ["x", "y", "z"], "target": ["p", "q", "q"]}))
    one = plan.inputs["a"]
    assert (one.field.unit, one.read(cells[0]), bad) == (unit, first, [])


@pytest.mark.parametrize(
    "cells",
    [
        ["$120 per week", "$480 per month", "$300"],
        ["$1,200 pcm", "$300 pw", "$400"],
        ["$12 p.m.", "$300", "$400 p.w."],
    ],
)
def test_what_amounts_are_paid_for_is_not_dropped(cells: list[str]) -> None:
    assert not (_kind("rent", cells) or "").startswith("number")


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["1,234*", "950", "2,100**", "1,500"], [1234.0, 950.0, 2100.0]),
        (["0.45***", "0.12", "-0.33 *"], [0.45, 0.12, -0.33]),
        (["12*", "15", "31"], [12.0, 15.0, 31.0]),
        (["45%*", "31%", "12%"], [45.0, 31.0, 12.0]),
    ],
)
def test_stars_behind_numbers_point_to_notes(cells: list[str], values: list[float]) -> None:
    plan, bad = read(table({"a": cells, "b": ["x", "y", "z"], "target": ["p", "q", "q"]}))
    assert ([plan.inputs["a"].read(cell) for cell in cells[:3]], bad) == (values, [])


def test_stars_that_hide_digits_make_no_number() -> None:
    plan, _ = read(table({"a": ["1**", "245", "310"], "b": [1, 2], "target": ["p", "q", "q"]}))
    assert plan.inputs.get("a") is None or not isinstance(_read_or_none(plan, "1**"), float)


def _read_or_none(plan: Plan, cell: str) -> object:
    try:
        return plan.inputs["a"].read(cell)
    except InvalidValue:
        return None


def test_labels_of_which_some_end_in_a_number_stay_labels() -> None:
    cells = ["Aquathlon", "Natação 2.5Km", "Natação 500m", "Natação 2.5Km", "Natação 500m"]
    assert _kind("race", cells) == "category"
    assert (
        _kind("price", ["Guide Price £500", "Guide Price £750", "Guide Price £925"]) == "number £"
    )
