"""What programs for surveys write: ids, words for no answer, and headings in two lines."""

import pytest

from tests.core.assistant.files.made_tables import NUMBERS, ROWS, kinds, read, table

_ANSWERS = ["good", "bad", "bad"]


@pytest.mark.parametrize(
    "heading",
    [
        "Identifiant de la réponse",
        "Identificador da resposta",
        "Identyfikator odpowiedzi",
        "Response ID",
        "ID del encuestado",
        "答卷编号",
        "回答者ID",
        "Numer ankiety",
    ],
)
def test_a_longer_heading_of_an_id_is_one(heading: str) -> None:
    rising = [3 * int(number) for number in NUMBERS]
    plan, _ = read(table({heading: rising, "size": [7, 8.5, 9], "answer": _ANSWERS}))
    assert plan.left_out == (heading,)


@pytest.mark.parametrize(
    "word",
    [
        "*Sans réponse*",
        "(keine Angabe)",
        "[no answer]",
        "<Sin respuesta>",
        "（未回答）",
        "nie dotyczy",
    ],
)
def test_a_word_for_no_answer_is_missing(word: str) -> None:
    columns = {"hue": ["red", word, "blue", word], "size": ["7", word, "8.5"], "mass": NUMBERS}
    plan, bad = read(table({**columns, "answer": _ANSWERS}))
    assert (kinds(plan), bad) == ({"hue": "category", "size": "number", "mass": "number"}, [])
    assert [plan.inputs[name].read(word) for name in ("hue", "size")] == [None, None]


def test_how_a_call_ended_is_no_missing_word() -> None:
    plan, _ = read(table({"call": ["no answer", "busy", "sold"], "answer": _ANSWERS}))
    assert plan.inputs["call"].read("no answer") == "no answer"


def test_names_in_the_upper_of_two_lines_are_kept() -> None:
    upper = [
        "No",
        "Item",
        "Unit",
        *(f"{one}{',' * 3}" for one in ("May", "June", "July", "August")),
    ]
    lower = ",,," + ",".join(["Stock", "Order", "Use", "End"] * 4)
    rows = [
        ",".join([str(at), f"thing {at}", "box", *(str((at * 7 + n) % 9) for n in range(16))])
        for at in range(1, ROWS)
    ]
    text = "\n".join(["STOCK" + "," * 18, ",".join(upper)[: -len(",")] + ",", lower, *rows])
    plan, bad = read(text)
    names = [*kinds(plan), plan.target.name]
    assert ({"Item", "May Stock", "August End"} <= set(names), bad) == (True, [])


def test_a_line_that_tells_repeated_names_apart_is_part_of_the_headings() -> None:
    lines = ["day,heat,heat,heat", ",,quality,series"]
    lines += [f"2024-03-{day:02},{day * 37 % 11}.5,{day % 4},{day % 3}" for day in range(1, 25)]
    plan, bad = read("\n".join(lines))
    assert ({*kinds(plan), plan.target.name}, bad) == (
        {"day", "heat", "heat quality", "heat series"},
        [],
    )


def test_sentences_that_recur_are_texts_where_the_heading_says_so() -> None:
    cells = [f"The {what} does not {how}" for what in ("mouse", "screen", "app") for how in "abcd"]
    plan, _ = read(table({"description": cells, "size": [1, 2], "team": ["p", "q", "q"]}))
    assert kinds(plan)["description"] == "text"
    plan, _ = read(table({"device": cells, "size": [1, 2], "team": ["p", "q", "q"]}))
    assert kinds(plan)["device"] == "category"
