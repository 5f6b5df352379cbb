"""What is near something known is offered, never taken; what is not read is told."""

from datetime import date

import pytest

from core.assistant.reading import (
    Doubt,
    Known,
    Reading,
    Unclear,
    draft_fields,
    near_known,
    read_lesson,
    read_question,
    read_truth,
    read_value,
)
from core.domain.fields import Field, FieldKind
from core.domain.identity import FieldKey
from core.domain.task import Target, TargetKind
from tests.core.assistant.reading.tasks import (
    FLATS,
    FLATS_SEEN,
    LABEL,
    TODAY,
    by_name,
    seen_by,
    task_of,
)

BOOKS = task_of("title: item", "genre: category")
TICKETS = task_of("note: text", "system: linux | mac | windows", target=LABEL)


def _book(sentence: str, *seen: str) -> tuple[Reading, object]:
    known = seen_by(BOOKS, {"title": list(seen)})
    reading = read_question(sentence, BOOKS, known, today=TODAY)
    return reading, by_name(reading, BOOKS).get("title")


@pytest.mark.parametrize(
    ("typed", "seen", "offered"),
    [
        ("Emmas", "Emma", "Emma"),
        ("Drakula", "Dracula", "Dracula"),
        ("Wuthering Height", "Wuthering Heights", "Wuthering Heights"),
        ("Dune 2", "Dune", None),
        ("Dune II", "Dune", None),
        ("Dune Two", "Dune", None),
        ("活着2", "活着", None),
        ("围城外传", "围城", None),
        ("Dra", "Dracula", None),
        ("It", "Italy", None),
        ("Еmma", "Emma", "Emma"),  # a Cyrillic letter
    ],
)
def test_another_name_stays_another(typed: str, seen: str, offered: str | None) -> None:
    reading, title = _book(typed, seen)
    assert title == typed
    assert [one.readings[0] for one in reading.offers] == ([offered] if offered else [])


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("EMMA", "Emma"),
        ("Ｅｍｍａ", "Emma"),
        ("Em\u00adma", "Emma"),
        ("\u200bEmma\ufeff", "Emma"),
        ("Les Mise\u0301rables", "Les Misérables"),
        ("Howl’s Moving Castle", "Howl's Moving Castle"),
        ("I ❤\ufe0f Ruth", "I ❤ Ruth"),
        ("活\u200b着", "活着"),
    ],
)
def test_one_name_in_several_spellings_is_one(typed: str, seen: str) -> None:
    reading, title = _book(typed, seen)
    assert (title, reading.offers) == (seen, ())


def test_names_that_differ_in_a_picture_differ() -> None:
    task = task_of("mood: category", "size: number")
    seen = seen_by(task, {"mood": ["👍 day", "👎 day"]})
    for mood in ("👍 day", "👎 day"):
        reading = read_question(f"mood {mood}, size 3", task, seen, today=TODAY)
        assert by_name(reading, task) == {"mood": mood, "size": 3}
    other = read_question("mood: 🔥 day, size 3", task, seen, today=TODAY)
    assert by_name(other, task)["mood"] == "🔥 day"


@pytest.mark.parametrize("words", ["not Kreuzberg", "isn't in Kreuzberg", "non-Kreuzberg"])
def test_what_is_denied_is_not_read(words: str) -> None:
    reading = read_question(f"{words}, 3 rooms", FLATS, FLATS_SEEN, today=TODAY)
    assert by_name(reading, FLATS) == {"rooms": 3}
    assert len(reading.unread) == 1


def test_a_longer_name_is_another_and_the_known_one_is_offered() -> None:
    for sentence in ("district Kreuzberg-Ost, 3 rooms", "district: Kreuzberg-Ost, 3 rooms"):
        reading = read_question(sentence, FLATS, FLATS_SEEN, today=TODAY)
        assert by_name(reading, FLATS)["district"] == "Kreuzberg-Ost"
        assert [one.readings[0] for one in reading.offers] == ["Kreuzberg"]


def test_words_near_a_known_category_are_offered_for_it() -> None:
    reading = read_lesson("3 rooms in Kreuzburg -> 800", FLATS, FLATS_SEEN, today=TODAY)
    assert by_name(reading, FLATS) == {"rooms": 3}
    [offer] = reading.offers
    assert (offer.why, offer.text, offer.readings) == (
        Doubt.NEAR,
        "Kreuzburg",
        ("Kreuzberg", "Kreuzburg"),
    )
    assert reading.unread == ()


def test_the_only_unread_words_are_offered_for_the_only_category_left() -> None:
    reading = read_lesson("55 m² 2 rooms Wedding -> 850", FLATS, FLATS_SEEN, today=TODAY)
    assert [(o.why, o.readings) for o in reading.offers] == [(Doubt.LEFT, ("Wedding",))]
    assert reading.unread == ("Wedding",)
    both = read_lesson("2 rooms Wedding, ready on Saturday -> 850", FLATS, FLATS_SEEN, today=TODAY)
    assert (both.offers, both.unread) == ((), ("Wedding", "ready on Saturday"))


def test_questions_have_words_that_say_nothing() -> None:
    sentence = "how much would a 3-bed 90 m² flat in Kreuzberg go for, please?"
    assert read_question(sentence, FLATS, FLATS_SEEN, today=TODAY).unread == ()
    sentence = "3 rooms in Kreuzberg, top floor, furnished"
    assert read_question(sentence, FLATS, FLATS_SEEN, today=TODAY).unread == (
        "top floor",
        "furnished",
    )


@pytest.mark.parametrize(
    ("typed", "why", "readings"),
    [
        ("beos", Doubt.UNLISTED, ("linux", "mac", "windows")),
        ("linx", Doubt.NEAR, ("linux",)),
        ("linux mint", Doubt.UNLISTED, ("linux", "mac", "windows")),
    ],
)
def test_what_a_list_does_not_allow_is_asked(
    typed: str, why: Doubt, readings: tuple[str, ...]
) -> None:
    reading = read_lesson(f"note: it stops, system: {typed} -> x", TICKETS, Known(), today=TODAY)
    assert by_name(reading, TICKETS) == {"note": "it stops"}
    assert [(o.why, o.readings) for o in reading.offers] == [(why, readings)]


@pytest.mark.parametrize(
    "text",
    [
        'my file says "system": "linux" and stops',
        "the system: linux build is slow",
        "please note: the system crashed after the update",
        '{"a": 1, "system": "mac"} is refused',
    ],
)
def test_a_text_keeps_what_looks_like_a_field(text: str) -> None:
    named = read_question(f"note: {text}", TICKETS, Known(), today=TODAY)
    assert by_name(named, TICKETS) == {"note": text}
    bare = read_question(text, TICKETS, Known(), today=TODAY)
    assert by_name(bare, TICKETS)["note"] == text
    beside = read_question(f"note: {text}, system: mac", TICKETS, Known(), today=TODAY)
    assert by_name(beside, TICKETS) == {"note": text, "system": "mac"}


@pytest.mark.parametrize(
    "marks", ['""', "“”", "„“", "''", "‘’", "«»", "»«", "‹›", "「」", "『』", "《》"]
)
def test_a_quoted_value_keeps_its_commas(marks: str) -> None:
    title = f"{marks[0]}Good, Bad and Ugly{marks[1]}"
    for sentence in (f"{title}, western", f"title: {title}, genre: western"):
        reading = read_question(sentence, BOOKS, Known(), today=TODAY)
        assert by_name(reading, BOOKS) == {"title": "Good, Bad and Ugly", "genre": "western"}


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Ocean's Eleven, western", "Ocean's Eleven"),
        ("rock 'n' roll, western", "rock 'n' roll"),
        ("24' and 27', western", "24' and 27'"),
        ("title: Heat, genre: western", "Heat"),
        ('title: "Heat" again, genre: western', "Heat"),
    ],
)
def test_an_apostrophe_quotes_nothing(said: str, title: str) -> None:
    reading = read_question(said, BOOKS, Known(), today=TODAY)
    assert by_name(reading, BOOKS) == {"title": title, "genre": "western"}


@pytest.mark.parametrize(
    "said",
    [
        "title: The Good, the Bad and the Ugly, genre: western",
        "genre: western, title: The Good, the Bad and the Ugly",
    ],
)
def test_a_new_name_may_go_on_behind_a_comma(said: str) -> None:
    reading = read_question(said, BOOKS, Known(), today=TODAY)
    assert by_name(reading, BOOKS) == {"genre": "western"}
    assert [one.readings for one in reading.unclear] == [
        ("The Good, the Bad and the Ugly", "The Good")
    ]
    seen = seen_by(BOOKS, {"title": ["The Good"]})
    known = read_question("title: The Good, the Bad, genre: western", BOOKS, seen, today=TODAY)
    assert by_name(known, BOOKS) == {"title": "The Good", "genre": "western"}


def test_a_label_near_a_known_one_is_asked() -> None:
    target = Target(kind=TargetKind.CATEGORY, labels=("great service", "slow delivery"))
    asked = read_truth("slow delivry", target, Known())
    assert isinstance(asked, Unclear)
    assert (asked.why, asked.readings) == (Doubt.NEAR, ("slow delivery",))
    with pytest.raises(ValueError, match="is one of"):
        read_truth("awful service", target, Known())


def test_a_form_offers_what_is_near() -> None:
    [field] = draft_fields(["system: linux | mac"])
    asked = read_value("linx", field, Known(), today=date(2026, 5, 1))
    assert isinstance(asked, Unclear)
    assert asked.readings == ("linux",)
    key = FieldKey("f1")
    city = Field(key=key, name="city", kind=FieldKind.CATEGORY)
    known = Known(categories={key: ["Hamburg"]})
    assert read_value("Homburg", city, known, today=TODAY) == "Homburg"
    near = near_known("Homburg", city, known)
    assert near is not None
    assert near.readings == ("Hamburg", "Homburg")


def test_the_name_of_a_field_is_no_misspelt_value_of_it() -> None:
    task = task_of("km: number km", "trail: category")
    seen = seen_by(task, {"trail": ["ridge trail"]})
    reading = read_question("12 km on the lake trail", task, seen, today=TODAY)
    assert all(offer.text != "trail" for offer in reading.offers)


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("beans 20 plants gave us 9 kg", "beans"),
        ("got 14 kilos from 8 courgettes, 20 plants", "courgettes"),
    ],
)
def test_the_one_noun_that_is_left_of_a_lesson_is_offered(said: str, offered: str) -> None:
    task = task_of(
        "crop: category",
        "plants: number 棵",
        target=Target(kind=TargetKind.NUMBER, name="yield", unit="kg"),
    )
    seen = seen_by(task, {"crop": ["tomatoes"]})
    reading = read_lesson(said, task, seen, today=TODAY)
    assert [offer.text for offer in reading.offers] == [offered]


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("crash (see the log) mac", "crash (see the log)"),
        ("crash [see the log] mac", "crash [see the log]"),
        ('it says "halted" mac', 'it says "halted"'),
        ("mac (it crashed)", "(it crashed)"),
        ("它说「停机」mac", "它说「停机」"),
        ("crash see the log) mac", "crash see the log"),
        ("note: crash!!! system: mac", "crash!!!"),
        ("note: it stops. system: mac", "it stops."),
        ("note: it stops? system=mac", "it stops?"),
        ("note: crash (often) system: mac", "crash (often)"),
    ],
)
def test_a_text_ends_where_another_field_is_named_and_keeps_its_brackets(
    said: str, note: str
) -> None:
    seen = seen_by(TICKETS, {"system": ["mac", "linux"]})
    reading = read_question(said, TICKETS, seen, today=TODAY)
    assert by_name(reading, TICKETS) == {"note": note, "system": "mac"}


@pytest.mark.parametrize(
    "text", ["it stops. system: is empty there", "the system: mac build", "he said system: mac"]
)
def test_a_text_goes_on_over_a_name_without_a_value(text: str) -> None:
    seen = seen_by(TICKETS, {"system": ["mac", "linux"]})
    reading = read_question(f"note: {text}", TICKETS, seen, today=TODAY)
    assert by_name(reading, TICKETS) == {"note": text}
