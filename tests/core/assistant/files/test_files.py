"""Files as people have them: what is read of them, and how their columns are typed."""

from datetime import date

import pytest

from core.assistant.files.opening import read_sheet
from core.assistant.files.plan import plan_new
from core.assistant.files.rows import draw_lessons
from core.assistant.files.typing_together import Plan, Wishes
from core.assistant.incoming import Attachment
from tests.core.assistant.chatting import Chat, shown


def planned(content: bytes | str, name: str = "x.csv") -> tuple[Plan, list[object], int]:
    """Return the plan, the truths and the number of bad rows of a file."""
    raw = content.encode() if isinstance(content, str) else content
    sheet = read_sheet(Attachment(name=name, content=raw))
    plan = plan_new(sheet, Wishes(today=date(2026, 5, 31)))
    drawn, bad = draw_lessons(sheet, plan)
    return plan, [lesson.truth for lesson in drawn], len(bad)


def kinds_of(plan: Plan) -> dict[str, str]:
    return {f.name: f"{f.kind} {f.unit or ''}".strip() for f in plan.fields}


@pytest.mark.parametrize(
    ("content", "kinds", "truths"),
    [
        ("sep=;\nplot;size;rent\nN;12,5;300\nS;18,25;410\n", "category number", [300, 410]),
        (
            "Yearly report\n\nfarm,cows,milk\nA,3,60\nB,4,85\nTotal,7,145\n",
            "category number",
            [60, 85],
        ),
        ("kind|heat|Preis (€)\nx|2|1.234,50 €\ny|3|99,90 €\n", "category number", [1234.5, 99.9]),
        (
            "plz,flat,label\n01067,a,good\n10115,b,bad\n01067,a,good\n",
            "category category",
            ["good", "bad", "good"],
        ),
    ],
)
def test_tables_are_read_whatever_stands_around_them(
    content: str, kinds: str, truths: list[object]
) -> None:
    plan, found, bad = planned(content)
    assert " ".join(f.kind for f in plan.fields) == kinds
    assert (found, bad) == (truths, 0)


def test_units_and_money_come_from_cells_and_headings() -> None:
    plan, truths, _ = planned("area,share,price\n900 sqft,5%,$950K\n1100 sqft,7.5%,$1.1M\n")
    assert kinds_of(plan) == {"area": "number sqft", "share": "number %"}
    assert (plan.target.unit, truths) == ("$", [950_000.0, 1_100_000.0])


def test_one_stray_quotation_mark_costs_one_row() -> None:
    _, truths, bad = planned('part,price\n"a",1\n"7" disc",2\n"b",3\n')
    assert (truths, bad) == ([1.0, 3.0], 1)


def test_a_cell_in_quotes_may_go_over_many_lines() -> None:
    report = "\n".join(f"{n} of the report, item by item" for n in range(300))
    rows = "".join(f'"{n}: {report}",{n}\n' for n in range(1, 4))
    _, truths, bad = planned(f"report,price\n{rows}")
    assert (truths, bad) == ([1.0, 2.0, 3.0], 0)
    _, truths, bad = planned('report,price\n"open,1\n' + "word,2\n" * 300)
    assert (len(truths), bad) == (300, 1)


def test_a_column_shows_the_order_of_its_dates() -> None:
    plan, _, bad = planned("day,guests\n17/6/2023,4\n5/6/2023,7\n30/6/2023,9\n")
    assert (kinds_of(plan), bad, plan.swappable) == ({"day": "date"}, 0, ())
    assert planned("day,guests\n1/6/2023,4\n5/6/2023,7\n")[0].swappable == ("day",)


def test_spellings_of_a_label_are_one_and_zero_and_one_are_labels() -> None:
    assert planned("post,label\none two,Ham\nthree four,ham\nfive six,HAM\n")[1] == ["Ham"] * 3
    assert planned("a,left\n3,0\n5,1\n8,1\n")[1] == ["0", "1", "1"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk"])
def test_the_usual_encodings_are_read(encoding: str) -> None:
    text = "标签,评论\n好,味道很好下次还来\n差,送餐太慢菜都凉了\n好,包装仔细非常新鲜\n"
    plan, truths, _ = planned(text.encode(encoding))
    assert (plan.target.name, truths) == ("标签", ["好", "差", "好"])


def test_lines_of_labelling_tools_are_rows_and_odd_lines_are_reported() -> None:
    lines = (
        '{"text": "it hangs at start", "label": ["bug"]}\n'
        '{"text": "how to zoom", "label": ["question"]}\n'
        '{"task": {"fields": 3}}\n' + "[" * 5000 + "\n"
    )
    _, truths, bad = planned(lines, "x.jsonl")
    assert (truths, bad) == (["bug", "question"], 2)


async def test_columns_beyond_the_buttons_are_counted() -> None:
    chat = Chat()
    names = [f"c{number}" for number in range(30)]
    rows = [",".join((*names, "price"))]
    rows += [",".join(str((at * (row % 7) + row) % 11) for at in range(31)) for row in range(30)]
    file = Attachment(name="h.csv", content="\n".join(rows).encode())
    reply = await chat.hear("task import task:houses target:price", file=file)
    reply = await chat.press(
        next(c for c in reply.choices if c.label.startswith("Change a column"))
    )
    assert len(reply.choices) == 19
    assert "columns more have no button" in shown(reply)
