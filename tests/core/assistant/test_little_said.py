"""What is little, denied or a mere remark is no value; colons need no commas beside a text."""

import pytest

from tests.core.assistant.chatting import shown
from tests.core.assistant.test_told_lessons import taught

WINDS = (
    (
        "task new name:bikes predict:number unit:€ target:price "
        'fields:"wind: yes/no; rusty: yes/no; shade: yes/no; age: number years"'
    ),
    "teach bikes: wind, rusty, shade, 3 years -> 100",
    "teach bikes: no wind, no rust, no shade, 5 years -> 90",
)
SEA = (
    (
        "task new name:出海 predict:number unit:斤 target:渔获 "
        'fields:"风大: yes/no; 下雨: yes/no; 水温: number 度; 阴凉: yes/no"'
    ),
    "teach 出海: 风大, 下雨, 20度 -> 10",
    "teach 出海: 没有下雨, 22度, 阴凉 -> 14",
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("bikes: 4 years with low wind", "wind"),
        ("bikes: little rust, 3 years", "rusty"),
        ("bikes: 3 years, hardly any shade", "shade"),
        ("bikes: 4 years, minimal shade", "shade"),
        ("bikes: light wind, 4 years", "wind"),
    ],
)
async def test_a_little_of_something_is_no_yes(text: str, name: str) -> None:
    chat = await taught(WINDS)
    reply = await chat.hear(text)
    assert [choice.label for choice in reply.choices][:2] == [f"{name}: no", f"{name}: yes"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("bikes: 4 years, a lot of rust", "rusty yes"),
        ("bikes: 4 years, windy", "wind yes"),
        ("bikes: 4 years, no shade", "shade no"),
    ],
)
async def test_much_of_something_is_a_yes(text: str, value: str) -> None:
    chat = await taught(WINDS)
    assert value in shown(await chat.hear(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("出海: 风不大,20度", "风大 no"),
        ("出海: 风不太大,20度", "风大 no"),
        ("出海: 不怎么下雨,20度", "下雨 no"),
        ("出海: 没什么阴凉,20度", "阴凉 no"),
        ("出海: 风大,20度", "风大 yes"),
    ],
)
async def test_a_denial_within_a_chinese_name_is_a_no(text: str, value: str) -> None:
    chat = await taught(SEA)
    assert value in shown(await chat.hear(text))


async def test_a_degree_before_another_fields_name_is_no_category() -> None:
    chat = await taught(
        (
            (
                "task new name:ferry predict:number unit:min target:time "
                'fields:"wind: number km/h; rain: yes/no; tide: category"'
            ),
            "teach ferry: wind 10, no rain, tide low -> 40",
            "teach ferry: wind 40, rain, tide high -> 60",
        )
    )
    assert "rain yes" in (await chat.hear("ferry: low wind, rain")).lines
    reply = await chat.hear("ferry: wind 20, low tide, rain")
    assert "wind 20 km/h · rain yes · tide low" in reply.lines


NOTED = (
    (
        "task new name:flats predict:number unit:€ target:price "
        'fields:"area: number m²; rooms: number; balcony: yes/no; district: category; note: text"'
    ),
    "teach flats: area 80, rooms 3, balcony yes, district Mitte, note bright -> 300k",
    "teach flats: area 60, rooms 2, balcony no, district Wedding, note loud street -> 200k",
)


@pytest.mark.parametrize("end", ["calm -> 210k", "calm price: 210k"])
async def test_fields_with_colons_need_no_commas_beside_a_text(end: str) -> None:
    chat = await taught(NOTED)
    line = f"teach flats area: 60 rooms: 2 balcony: no district: Wedding note: {end}"
    saved = shown(await chat.say(line))
    read = "area 60 m² · rooms 2 · balcony no · district Wedding · note calm → € 210,000"
    assert read in saved


async def test_a_colon_in_a_text_stays_its_own() -> None:
    chat = await taught(NOTED)
    reply = await chat.hear("flats: area 70, note: as he said: rooms are small")
    assert "note as he said: rooms are small" in shown(reply)


CLAYS = (
    (
        "task new name:pots predict:number unit:h target:drying "
        'fields:"wall: number mm; clay: category; glazed: yes/no"'
    ),
    "teach pots: wall 6, stoneware, glazed -> 30",
    "teach pots: wall 4, porcelain, not glazed -> 20",
)


@pytest.mark.parametrize("text", ["wall 5, cracked ofc", "wall 5, that one", "wall 5, we tried"])
async def test_a_remark_is_not_proposed_as_a_category(text: str) -> None:
    chat = await taught(CLAYS)
    reply = await chat.hear(f"pots: {text}")
    assert not any(choice.label.startswith("clay:") for choice in reply.choices)


async def test_a_name_is_still_proposed_as_a_category() -> None:
    chat = await taught(CLAYS)
    reply = await chat.hear("pots: wall 5, raku")
    assert "clay: raku" in [choice.label for choice in reply.choices]
