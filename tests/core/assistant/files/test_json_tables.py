"""JSON objects whose rows stand under keys, and those that hold no rows."""

import json

import pytest

from core.assistant.files.opening import read_sheet
from core.assistant.incoming import Attachment
from core.errors import InvalidValue
from tests.core.assistant.files.made_tables import ROWS, kinds, read

_CITIES = {
    f"2017-01-{n:02}": {"Ulm": {"low": n, "high": n + 8.5}, "Bonn": {"low": n, "high": n + 9}}
    for n in range(1, 25)
}
_PEOPLE = {f"p{n}": {"age": 20 + n, "city": "xyz"[n % 3]} for n in range(24)}


def test_records_by_key_are_rows() -> None:
    plan, bad = read(json.dumps(_PEOPLE), "t.json")
    assert (kinds(plan), plan.heading, bad) == ({"age": "number"}, "city", [])
    assert plan.left_out == ("key",)


@pytest.mark.parametrize("indent", [None, 1])
def test_records_by_two_keys_are_rows_with_both(indent: int | None) -> None:
    plan, bad = read(json.dumps(_CITIES, indent=indent), "t.json")
    named = {"key": "date", "key 2": "category", "low": "number"}
    assert (kinds(plan), plan.heading, bad) == (named, "high", [])


def test_records_by_key_under_one_name_are_rows() -> None:
    plan, bad = read(json.dumps({"count": 24, "people": _PEOPLE}), "t.json")
    assert (kinds(plan), plan.heading, bad) == ({"age": "number"}, "city", [])


def test_few_records_of_several_kinds_of_values_are_rows() -> None:
    content = {"Ann": {"age": 31, "club": "x", "is_in": True}, "Bo": {"age": 25, "club": "y"}}
    plan, bad = read(json.dumps(content), "t.json")
    assert (len(bad), {*kinds(plan), plan.heading} >= {"age", "club"}) == (0, True)


def test_columns_by_the_keys_of_their_rows_are_turned() -> None:
    content = {
        "age": {name: one["age"] for name, one in _PEOPLE.items()},
        "city": {name: one["city"] for name, one in _PEOPLE.items()},
    }
    plan, bad = read(json.dumps(content), "t.json")
    assert (kinds(plan), plan.heading, bad) == ({"age": "number"}, "city", [])


@pytest.mark.parametrize(
    ("content", "cells"),
    [
        ({"text": {"title": "x", "body": "y"}, "label": "bug"}, 3),
        ({"first": {"x": 1, "y": 2}, "second": {"x": 3, "y": 4}}, 4),
    ],
)
def test_one_object_with_objects_within_stays_one_row(content: object, cells: int) -> None:
    sheet = read_sheet(Attachment(name="t.json", content=json.dumps(content).encode()))
    assert (len(sheet.rows), len(sheet.columns)) == (1, cells)


def test_an_object_with_very_many_values_and_no_rows_is_refused() -> None:
    content = {f"a{n}": {f"b{n}": {f"c{n}": n}} for n in range(200)}
    with pytest.raises(InvalidValue, match="I see no rows"):
        read(json.dumps(content), "t.json")


@pytest.mark.parametrize("mark", ["", " ", ",\n", "\n"])
def test_objects_that_stand_behind_one_another_are_rows(mark: str) -> None:
    text = mark.join(f'{{"size":\n {at},"sort": "{"xyz"[at % 3]}"}}' for at in range(ROWS))
    plan, bad = read(text, "t.json")
    assert ({plan.heading, *kinds(plan)}, bad) == ({"size", "sort"}, [])


_BEYOND = ("1e999", "-1e999", "Infinity", "1e+300", "1" + "0" * 310, "1" + "0" * 500)


@pytest.mark.parametrize("number", _BEYOND)
@pytest.mark.parametrize("name", ["size", "price"])
@pytest.mark.parametrize(
    ("file", "one", "between"),
    [
        ("t.jsonl", '{"values": {"size": %s}, "target": %s}', "\n"),
        ("t.jsonl", '{"size": %s, "price": %s}', "\n"),
        ("t.json", '{"size": %s, "price": %s}', ",\n"),
        ("t.csv", "%s;%s", "\n"),
    ],
)
def test_a_number_beyond_all_costs_its_row_alone(
    file: str, one: str, between: str, name: str, number: str
) -> None:
    pairs = [("3", "4"), ("5", "6"), (number, "9") if name == "size" else ("9", number), ("8", "2")]
    content = between.join(one % pair for pair in pairs)
    content = f"[{content}]" if file == "t.json" else content
    plan, bad = read("size;price\n" + content if file == "t.csv" else content, file)
    assert kinds(plan) == {"size": "number"}
    assert (plan.target.kind, len(bad)) == ("number", 1)
    assert number[:9] in bad[0]
