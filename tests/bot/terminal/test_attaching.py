from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.attaching import MAX_FILE_BYTES, attach
from core.errors import InvalidValue, NotFound, UserError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "houses.csv").write_text("size,price\n1,2\n")
    (tmp_path / "my houses.CSV").write_text("size,price\n3,6\n")
    (tmp_path / "notes.txt").write_text("hello")
    return tmp_path


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("task import houses houses.csv", "houses.csv"),
        ("/task import houses ./houses.csv", "houses.csv"),
        ('Task  Import houses "my houses.CSV"', "my houses.CSV"),
        ("task import houses 'my houses.CSV' all", "my houses.CSV"),
        ("task import houses file:houses.csv", "houses.csv"),
        ('batch houses file:"my houses.CSV"', "my houses.CSV"),
        ("/task import x file:notes.txt", "notes.txt"),
    ],
)
async def test_a_file_goes_along_under_its_bare_name(line: str, name: str, folder: Path) -> None:
    attachment = await attach(line)
    assert attachment is not None
    assert attachment.name == name
    assert attachment.content == (folder / name).read_bytes()


@pytest.mark.parametrize(
    "line",
    [
        "teach mail: see houses.csv -> spam",
        "task import houses",
        "task show houses.csv",
        "file: x",
        "teach mail: the file:houses.csv is lost -> ham",
        "file:x",
    ],
)
async def test_words_that_only_look_like_a_file_stay_words(line: str, folder: Path) -> None:
    assert await attach(line) is None


@pytest.mark.parametrize(
    "line", ["task import houses nowhere.csv", "batch file:~nobody-here/x.csv", "batch file:a\0b"]
)
async def test_a_missing_file_is_told_with_its_name(line: str, folder: Path) -> None:
    with pytest.raises(NotFound, match="There is no file"):
        await attach(line)


async def test_a_folder_is_no_file(folder: Path) -> None:
    with pytest.raises(InvalidValue, match="not a file"):
        await attach("batch file:.")


async def test_a_large_file_is_refused_before_it_is_read(folder: Path) -> None:
    with (folder / "large.csv").open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    with pytest.raises(InvalidValue, match="may have 8 MiB"):
        await attach("task import houses large.csv")


async def test_a_file_that_cannot_be_opened_is_told_with_the_reason(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InvalidValue, match="Permission denied"):
        await attach("task import houses houses.csv")


@given(st.text(max_size=300))
async def test_no_line_breaks_it(line: str) -> None:
    with suppress(UserError):
        attachment = await attach(f"task import {line}")
        assert attachment is None or attachment.content
