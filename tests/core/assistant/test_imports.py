"""Importing a file through the chat."""

import io

import pytest
from openpyxl import Workbook

from core.assistant.commands import imports
from core.assistant.files.opening import read_sheet
from core.assistant.files.sheet import Sheet
from core.assistant.incoming import Attachment
from core.assistant.last_read import LastRead
from core.domain.task import Task
from tests.core.assistant.chatting import Chat, shown
from tests.fakes.learning import MeanPredictor

FILE = Attachment(name="houses.csv", content=b"size,price\n1,2\n2,4\n3,7\n4,8\n5,11\n")


async def test_an_imported_task_is_learned_before_anybody_asks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    followed: list[str] = []

    def note(predictor: MeanPredictor, task: Task) -> None:
        followed.append(task.name)

    monkeypatch.setattr(MeanPredictor, "follow_soon", note)
    chat = Chat()
    await chat.hear("task import houses", file=FILE)
    assert not followed
    reply = await chat.say("task import houses", file=FILE)
    assert "Learned 5 rows" in reply.title
    assert followed == ["houses"]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the files that were read."""
    names: list[str] = []

    def noted(file: Attachment, *, wanted: str, locale: str) -> Sheet:
        names.append(file.name)
        return read_sheet(file, wanted=wanted, locale=locale)

    monkeypatch.setattr(imports, "read_sheet", noted)
    return names


async def test_a_file_is_read_once_from_its_card_to_its_last_yes(opened: list[str]) -> None:
    chat = Chat()
    reply = await chat.say("task import houses", file=FILE)
    assert "Learned 5 rows" in reply.title, "the card and the consent were agreed to"
    assert opened == ["houses.csv"]
    await chat.say("task import houses", file=FILE)
    assert opened == ["houses.csv"] * 2, "what was imported is kept no longer"


async def test_a_change_on_the_card_counts() -> None:
    chat = Chat()
    card = await chat.hear("task import houses", file=FILE)
    assert "Predicts: price" in shown(card)
    await chat.press(next(c for c in card.choices if "target" in c.label.casefold()))
    card = await chat.press("size")
    assert "Predicts: size" in shown(card)


def _workbook() -> Attachment:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "2023"
    second = book.create_sheet("Jahr 2024")
    for sheet, size in ((first, 1), (second, 7)):
        sheet.append(["size", "price"])
        for row in range(6):
            sheet.append([size + row, 10 * size + row])
    packed = io.BytesIO()
    book.save(packed)
    return Attachment(name="houses.xlsx", content=packed.getvalue())


@pytest.mark.parametrize(("said", "size"), [("", 1), ("sheet:2023", 1), ('sheet:"jahr 2024"', 7)])
async def test_the_sheet_of_a_workbook_is_chosen(said: str, size: int) -> None:
    card = await Chat().hear(f"task import task:houses {said}", file=_workbook())
    assert f"size {size} → {10 * size}" in shown(card)
    other = "Jahr 2024" if size == 1 else "2023"
    assert f'write sheet:"…": {other}' in shown(card)


async def test_a_sheet_that_is_not_there_is_told_with_those_that_are() -> None:
    reply = await Chat().hear("task import task:houses sheet:2022", file=_workbook())
    assert 'no sheet "2022"; it has 2023, Jahr 2024' in shown(reply)
    reply = await Chat().hear("task import task:houses sheet:2022", file=FILE)
    assert "houses.csv is no workbook" in shown(reply)


async def test_another_sheet_of_the_same_workbook_is_no_file_imported_before() -> None:
    chat = Chat()
    await chat.say("task import task:houses", file=_workbook())
    reply = await chat.say('task import task:houses sheet:"Jahr 2024"', file=_workbook())
    assert "Learned 6 rows" in reply.title


async def test_of_two_files_each_is_read_as_itself() -> None:
    reading = LastRead()
    one, other = (Attachment(name=name, content=b"") for name in ("one", "other"))

    def name(file: Attachment) -> str:
        return file.name

    assert [await reading.of(file, name, file) for file in (one, other, one)] == [
        "one",
        "other",
        "one",
    ]


async def test_a_file_that_was_let_go_is_kept_no_longer() -> None:
    reading, count = LastRead(), iter(range(9))
    file = Attachment(name="one", content=b"")

    def number() -> int:
        return next(count)

    assert [await reading.of(file, number) for _ in range(2)] == [0, 0]
    reading.forget(Attachment(name="other", content=b""))
    assert await reading.of(file, number) == 0
    reading.forget(file)
    assert await reading.of(file, number) == 1


async def test_a_column_that_is_called_as_the_task_is_its_answer() -> None:
    file = Attachment(name="r.csv", content=b"place,smoker,risk\nEU,no,2\nNA,yes,4\nEU,no,3\n")
    chat = Chat()
    asked = await chat.hear("task import risk r.csv", file=file)
    assert "Predicts: risk (number)" in shown(asked)
    assert "Import" in [choice.label for choice in asked.choices]
