"""Lines that sum others up are no examples, wherever they stand."""

import pytest

from core.assistant.files.opening import read_sheet
from core.assistant.incoming import Attachment


def kept(content: str) -> tuple[list[int], str]:
    """Return the lines that stay rows, and what is said of the others."""
    sheet = read_sheet(Attachment(name="t.csv", content=content.encode()))
    return [row.line for row in sheet.rows], " ".join(sheet.notes)


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (
            "Jan,A,10,100|Jan,B,8,90|Subtotal Jan,,18,190|Feb,A,7,60|Feb,B,5,50|Total,,30,300",
            [4, 7],
        ),
        ("Jan,A,1,5|Zwischensumme,,1,5|Feb,A,2,5|Feb,B,2,7|Zwischensumme,,4,12|Mar,A,1,2", [3, 6]),
        ("一月,A,10,100|一月,B,8,90|一月小计,,18,190|二月,A,7,60|二月,C,6,90|合计,,31,340", [4, 7]),
        ("Jan,A,1,5|Jan,B,3,6|Jan,Total,4,11|Feb,A,2,5|Feb,B,3,7|Feb,Total,5,12|Mar,A,1,2", [4, 7]),
        ("Jan,A,1,5|Jan,B,3,6|Total for Jan,,4,11|Feb,A,2,5|Feb,B,3,7|Mar,A,1,2", [4]),
        ("Jan,A,1,$5.50|Jan,B,3,$6.25|Sum 1st quarter,,4,$11.75|Feb,A,2,$5.00|Feb,B,3,$7.00", [4]),
    ],
)
def test_sums_are_left_out_wherever_they_stand_and_it_is_said(rows: str, lines: list[int]) -> None:
    body = rows.split("|")
    stay, said = kept("\n".join(["month,shop,units,sales", *body]))
    assert stay == [line for line in range(2, len(body) + 2) if line not in lines]
    assert f"(line {', '.join(map(str, lines))})" in said


@pytest.mark.parametrize(
    "rows",
    [
        "Total,fuel,3,4|Shell,fuel,2,5|Total,fuel,4,6|Total,,5,7|Shell,oil,1,2",
        "Total War,game,3,4|Chess,game,2,5|Total War,,4,6|Go,game,5,7",
        "total rip-off,bad,1,1|fine,good,5,1|total mess,bad,2,1|fine,good,4,1",
        "average,x,3,4|good,y,5,4|average,,3,1|good,x,4,4",
    ],
)
def test_names_that_sound_like_a_sum_stay(rows: str) -> None:
    body = rows.split("|")
    stay, said = kept("\n".join(["name,sort,stars,times", *body]))
    assert (stay, said) == (list(range(2, len(body) + 2)), "")


@pytest.mark.parametrize(
    "below",
    [
        "Total,17,54|Average,4.25,13.5|Source: town,,|Notes:,,|A closed in May,,|* estimated",
        "Min,3,10|Max,5,17|Mittelwert,4.25,13.5|Summe,17,54|Quelle: Amt, Stand 2024, ohne Gewähr",
        "合計,17,54|制表人：王会计,,审核：",
        "平均分,4.2,13.5|最高分,5,17|人数：四",
        "合計,17,54|平均,4.2,13.5|最大,5,17|注：速報,,",
    ],
)
def test_any_number_of_totals_and_remarks_below_a_table_are_left_out(below: str) -> None:
    stay, said = kept(
        "\n".join(["shop,units,sales", "A,3,10", "B,4,12", "C,5,15", "D,5,17", *below.split("|")])
    )
    assert stay == [2, 3, 4, 5]
    assert "Totals and remarks left out (line 6, 7" in said


def test_a_last_row_that_is_called_max_stays() -> None:
    assert kept("who,age,score\nAnn,3,10\nBo,4,12\nMax,5,15\n") == ([2, 3, 4], "")


@pytest.mark.parametrize("label", ["Total", "合计", "", "Summe"])
def test_sums_of_all_rows_beneath_the_headings_are_left_out(label: str) -> None:
    body = "A,3,10.5\nB,4,12\nC,5,15\nD,5,17\n"
    stay, said = kept(f"shop,units,sales\n{label},17,54.5\n{body}")
    assert stay == [3, 4, 5, 6]
    assert "Totals and remarks left out (line 2)." in said


@pytest.mark.parametrize(
    "first", ["Total,12,31", "Rome,17,54.5", "12,17,54.5"], ids=["other", "named", "numbered"]
)
def test_a_first_row_that_sums_nothing_up_stays(first: str) -> None:
    body = "A,3,10.5\nB,4,12\nC,5,15\nD,5,17\n"
    assert kept(f"shop,units,sales\n{first}\n{body}") == ([2, 3, 4, 5, 6], "")
