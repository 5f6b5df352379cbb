"""Whatever the reply, the message keeps within Discord's limits, and reads as plain text."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.discord_app.custom_ids import CustomId, Mark, id_of
from bot.discord_app.markup import clean, clip, escape, length
from bot.discord_app.modals import modal_of
from bot.discord_app.rendering import Card, render
from core.assistant.incoming import Attachment
from core.assistant.reply import Choice, Effect, Input, Reply, Table, Tone

TEXT = st.one_of(
    st.text(max_size=120),
    st.text(alphabet="*_`~|<>[]()#-@\\\n 1.🏠中\u202e", max_size=120),
    st.sampled_from(
        ["", "\n", "a" * 5_000, "🏠" * 3_000, "`" * 4_500, "\\" * 4_001, "# x\n" * 900]
    ),
)
few = settings(
    max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
NAME = st.from_regex(r"[a-z]{1,10}", fullmatch=True)
INPUT = st.builds(
    Input,
    name=NAME,
    label=TEXT,
    value=TEXT,
    options=st.lists(TEXT, max_size=12).map(tuple),
    is_long=st.booleans(),
    is_open=st.booleans(),
    is_optional=st.booleans(),
    is_file=st.booleans(),
)
INPUTS = st.lists(INPUT, max_size=5, unique_by=lambda i: i.name).map(tuple)
CHOICE = st.builds(
    Choice,
    label=TEXT,
    action=st.from_regex(r"[a-z]{2,9}:[0-9]{1,12}", fullmatch=True),
    inputs=INPUTS,
    is_yes=st.booleans(),
    effect=st.sampled_from(Effect),
)
ROWS = st.integers(1, 5).flatmap(
    lambda n: st.builds(
        Table,
        headings=st.tuples(*[TEXT] * n),
        rows=st.lists(st.tuples(*[TEXT] * n), max_size=12).map(tuple),
    )
)
FILE = st.builds(Attachment, name=TEXT, content=st.binary(max_size=50))
REPLY = st.builds(
    Reply,
    title=TEXT,
    lines=st.lists(TEXT, max_size=6).map(tuple),
    notes=st.lists(TEXT, max_size=6).map(tuple),
    tone=st.sampled_from(Tone),
    table=st.none() | ROWS,
    choices=st.lists(CHOICE, max_size=8).map(tuple),
    files=st.lists(FILE, max_size=12).map(tuple),
)


def components_of(card: Card) -> list[dict[str, Any]]:
    components: list[dict[str, Any]] = card.view.to_components()  # type: ignore[no-untyped-call]
    return components


def walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from walk(component.get("components", []))


@few
@given(reply=REPLY)
async def test_every_reply_fits_into_a_message(reply: Reply) -> None:
    card = render(reply, locale="en")
    parts = list(walk(components_of(card)))
    assert len(parts) <= 40
    texts = [part["content"] for part in parts if part["type"] == 10]
    assert all(text.strip() for text in texts)
    assert sum(map(length, texts)) <= 4_000
    ids = [part["custom_id"] for part in parts if "custom_id" in part]
    assert len(set(ids)) == len(ids)
    assert all(1 <= len(custom_id) <= 100 for custom_id in ids)
    for part in parts:
        check_part(part)
    shown = [part["file"]["url"].removeprefix("attachment://") for part in parts if "file" in part]
    assert shown == [file.name for file in card.files]
    assert len(set(shown)) == len(shown) <= 10


def check_part(part: dict[str, Any]) -> None:
    if part["type"] == 1:
        kinds = [child["type"] for child in part["components"]]
        assert kinds == [3] or (1 <= len(kinds) <= 5 and set(kinds) == {2})
    if part["type"] == 2:
        assert 1 <= length(part["label"]) <= 80
    if part["type"] == 3:
        check_options(part["options"])
        assert length(part["placeholder"]) <= 150


def check_options(options: list[dict[str, Any]]) -> None:
    assert 1 <= len(options) <= 25
    assert len({option["value"] for option in options}) == len(options)
    for option in options:
        assert 1 <= length(option["label"]) <= 100
        assert 1 <= length(option["value"]) <= 100


@few
@given(choice=CHOICE.filter(lambda c: bool(c.inputs)))
async def test_every_form_fits_into_a_modal(choice: Choice) -> None:
    modal = modal_of(choice, CustomId(mark=Mark.KEEP, action=choice.action)).to_dict()
    assert 1 <= length(modal["title"]) <= 45
    assert 1 <= len(modal["components"]) <= 5
    for label in modal["components"]:
        assert 1 <= length(label["label"]) <= 45
        assert length(label.get("description") or "") <= 100
        component = label["component"]
        if "options" in component:
            check_options(component["options"])
        assert length(component.get("value") or "") <= 4_000
        assert length(component.get("placeholder") or "") <= 100


@few
@given(text=TEXT, limit=st.integers(2, 4_000))
def test_escaping_keeps_to_its_limit_and_never_ends_in_half_an_escape(
    text: str, limit: int
) -> None:
    escaped = escape(text, limit)
    assert length(escaped) <= limit
    assert (len(escaped) - len(escaped.rstrip("\\"))) % 2 == 0


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("**bold** _it_ `code`", "\\*\\*bold\\*\\* \\_it\\_ \\`code\\`"),
        ("# heading", "\\# heading"),
        ("-# small\n> quote\n- list", "\\-# small\n\\> quote\n\\- list"),
        ("1. first", "1\\. first"),
        ("#41 size 1.5", "\\#41 size 1.5"),
        ("@everyone <@1> [a](http://x)", "@\u200beveryone \\<@\u200b1> \\[a](http:\u200b//x)"),
        ("evil\u202etxt", "eviltxt"),
    ],
)
def test_markup_in_what_people_write_is_shown_as_written(text: str, escaped: str) -> None:
    assert escape(text, 4_000) == escaped


def test_what_is_clipped_says_so() -> None:
    assert clip("word " * 50, 20) == "word word word word…"
    assert clip("", 20) == "…"
    assert clean("a\tb\x00c\ud800") == "a b c "


@few
@given(choice=CHOICE, tone=st.sampled_from(Tone))
def test_a_custom_id_says_its_action_again(choice: Choice, tone: Tone) -> None:
    for home in ("", "1574908139159945216"):
        custom_id = id_of(choice, Reply(title="x", tone=tone), home)
        assert custom_id.home == home
        assert CustomId.parse(str(custom_id)) == custom_id
        assert CustomId.parse(f"{custom_id}#7") == custom_id


def test_a_picture_that_is_too_large_is_said_to_be() -> None:
    card = render(Reply(title="x"), locale="en", picture=b"x" * 100, limit=50)
    assert card.files == ()
    assert "chart.png is too large" in str(components_of(card))
