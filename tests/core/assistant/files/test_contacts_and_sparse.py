"""Columns that are left out: contacts, files, references, and what hardly any row has."""

from collections.abc import Sequence

import pytest

from tests.core.assistant.files.made_tables import ROWS, kinds, read, table

OTHERS: dict[str, Sequence[object]] = {"sort": ["x", "y"], "fee": [3.5, 4.5, 1]}
_EACH = range(ROWS)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Телефон 1", [f"8902320{n % 9:04}" for n in _EACH]),
        ("phone", [f"+49 170 55512{n:02}" for n in _EACH]),
        ("Tel. No 2", [f"890232080{n:02} (office)" for n in _EACH]),
        ("联系电话", [f"1380013{n % 7:04}" for n in _EACH]),
        ("contact", [f"(212) 555-01{n:02}" for n in _EACH]),
        ("contact", [f"+86 138-0013-80{n:02}" for n in _EACH]),
        ("Viber", [f"viber://chat/?number=798{n:04}" for n in _EACH]),
        ("write to", [f"mailto:a{n}@b.org" for n in _EACH]),
        ("e-mail", [f"a{n % 5}@b.org" for n in _EACH]),
        ("Telegram 2", [f"t.me/club{n}" for n in _EACH]),
        ("WhatsApp 2", ["https://wa.me/7999", "https://wa.me/7987", *[""] * 22]),
        ("twitter", [f"@club_{n}" for n in _EACH]),
        ("微信号", [f"wx{n}abc" for n in _EACH]),
        ("image", [f"deep-dive-{n}" for n in _EACH]),
        ("封面", [f"/pic/cover_{n}" for n in _EACH]),
    ],
)
def test_contacts_and_files_are_left_out(heading: str, cells: list[str]) -> None:
    plan, bad = read(table({heading: cells, **OTHERS}))
    assert (plan.left_out, plan.heading, bad) == ((heading,), "fee", [])


@pytest.mark.parametrize(
    ("heading", "cells", "kind"),
    [
        ("email", ["Outlook", "Mutt", "Thunderbird"], "category"),
        ("phone", ["Nokia 3310", "Pixel 8", "iPhone 13"], "category"),
        ("mobile", ["120", "95", "240"], "number"),
        ("twitter followers", [1200345, 995123, 24], "number"),
        ("image", ["sharp", "blurred"], "category"),
        ("photos", [3, 5, 12], "number"),
        ("visits", ["+150000000", "-90000000", "+110000000"], "number"),
        ("source", ["booking.com", "expedia.com"], "category"),
        ("ratio", ["1:2", "3:4", "note: x"], "category"),
    ],
)
def test_what_is_only_called_like_a_contact_is_read(
    heading: str, cells: list[object], kind: str
) -> None:
    plan, _ = read(table({heading: cells, **OTHERS}))
    assert kinds(plan)[heading] == kind


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("bggReference", [0, 0, 0, *range(300100, 300121)]),
        ("order_ref", [f"A{n:04}" for n in _EACH]),
        ("ID", ["101091000000.0", "101090000000.0", "101089000000.0"]),
    ],
)
def test_references_and_ids_are_left_out(heading: str, cells: list[object]) -> None:
    plan, bad = read(table({heading: cells, **OTHERS}))
    assert (plan.left_out, bad) == ((heading,), [])


@pytest.mark.parametrize("heading", ["FK_PLACE", "place_fk", "placeRef", "place_ref"])
def test_references_that_recur_are_names(heading: str) -> None:
    plan, bad = read(table({heading: [3919, 3927, 3928], **OTHERS}))
    assert (kinds(plan)[heading], bad) == ("category", [])


@pytest.mark.parametrize("heading", ["preference", "difference", "Refund", "reference price"])
def test_words_that_hold_that_for_a_reference_are_amounts(heading: str) -> None:
    plan, _ = read(table({heading: [39.5, 27, 28], "fee": [3.5, 4.5, 1], "sort": ["x", "y"]}))
    assert heading in kinds(plan) or plan.heading == heading


def _rows(cells: dict[int, str], count: int) -> str:
    return "".join(f"{cells.get(n, '')},{'xy'[n % 2]},{n % 7}.5\n" for n in range(count))


@pytest.mark.parametrize(
    ("cells", "count", "out"),
    [
        ({3: "late", 9: "early"}, 100, True),
        ({3: "2024-05-31", 9: "2024-06-30"}, 100, True),
        ({3: "7", 9: "8"}, 100, True),
        ({3: "late", 9: "early", 12: "late", 17: "early"}, 100, False),
        ({3: "late"}, 24, False),
    ],
)
def test_what_hardly_any_row_has_is_left_out_and_said(
    cells: dict[int, str], count: int, out: bool
) -> None:
    plan, _ = read(f"thing,sort,fee\n{_rows(cells, count)}")
    said = "Left out: thing (filled in in hardly any row)." in plan.notes
    assert said == out


def test_only_yes_tells_nothing_but_where_the_heading_says_is() -> None:
    ticked = dict.fromkeys(range(0, 100, 9), "TRUE")
    plan, _ = read(f"warm,sort,fee\n{_rows(ticked, 100)}")
    assert "Left out: warm (only ever yes where it is filled in)." in plan.notes
    for heading in ("isWarm", "has warmed", "是否热身"):
        plan, _ = read(f"{heading},sort,fee\n{_rows(ticked, 100)}")
        assert kinds(plan)[heading] == "yes/no"


def test_a_few_days_and_links_among_words_are_missing() -> None:
    stars = [*["red", "blue", "grey"] * 40, "2020-11-13 13:05:36", "https://a.example/x"]
    rows = "".join(f"{star},{n % 5},{'xy'[n % 2]}\n" for n, star in enumerate(stars))
    plan, bad = read(f"colour,size,sort\n{rows}")
    assert plan.inputs["colour"].read("2020-11-13 13:05:36") is None
    assert any('"2020-11-13 13:05:36" 1 ×' in note for note in plan.notes)
    assert bad == []
    many = "".join(f"{'2020-11-13' if n % 9 else 'soon'},{n % 5},x{n % 2}\n" for n in range(90))
    plan, _ = read(f"colour,size,sort\n{many}")
    assert not any('"2020-11-13"' in note and "missing" in note for note in plan.notes)


@pytest.mark.parametrize("heading", ["姓名", "昵称", "用户名", "user_name", "nickname", "name"])
def test_names_of_persons_are_no_categories(heading: str) -> None:
    rows = "".join(
        f"人{n}号,{n}.5,{'xy'[n % 2]}\n".replace(f"人{n}号", "赵钱孙李周吴郑"[n]) for n in range(7)
    )
    plan, _ = read(f"{heading},score,sort\n{rows}")
    assert {**kinds(plan)}.get(heading) == "text"
    recurring = "".join(f"{'Ann' if n % 2 else 'Bo'},{n}.5,{'xy'[n % 3 % 2]}\n" for n in range(24))
    plan, _ = read(f"{heading},score,sort\n{recurring}")
    assert kinds(plan)[heading] == "category"


def test_words_for_nothing_among_free_answers_are_missing() -> None:
    texts = [
        "写代码的时候让它帮我检查错误",
        "无聊的时候和它聊天解闷",
        "帮我给老师写一封道歉信",
        "旅行之前让它排行程",
    ]
    cells = [*["无"] * 40, *["没有"] * 12, *texts]
    rows = "".join(f"{cell},{n % 5},{'xy'[n % 2]}\n" for n, cell in enumerate(cells))
    plan, _ = read(f"还有什么场景,size,sort\n{rows}")
    assert kinds(plan)["还有什么场景"] == "text"
    assert plan.inputs["还有什么场景"].read("没有") is None
    few = "".join(f"{('无', '花粉', '牛奶')[n % 3]},{n % 5},{'xy'[n % 2]}\n" for n in range(30))
    plan, _ = read(f"过敏,size,sort\n{few}")
    assert kinds(plan)["过敏"] == "category"
    assert plan.inputs["过敏"].read("无") == "无"


@pytest.mark.parametrize(
    "cell", [f"2020-01-01{'T' * 60}\t", f"ab:{'/' * 30_000} x", f"+{'1 ' * 30_000}x"]
)
def test_long_cells_are_told_at_once(cell: str) -> None:
    rows = "".join(f"word,{n % 5},{'xy'[n % 2]}\n" for n in range(60))
    plan, _ = read(f'phone,size,sort\n{rows}"{cell}",1,x\n')
    assert {"size", "sort"} <= {*plan.candidates}
