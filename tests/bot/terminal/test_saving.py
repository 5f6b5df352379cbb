from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.saving import EXPORTS, HISTORY_FILE, PICTURES, forget, safe_name, save
from core.assistant.incoming import Attachment
from core.assistant.pictures import Bars, Picture
from core.assistant.reply import Reply
from core.domain.identity import MemberId
from core.errors import OperatorError

PICTURE = Picture(
    name="why", title="Why", panels=(Bars(title="Pulls", x_label="€", bars=(("area", 1.0),)),)
)


async def test_the_picture_comes_first_and_then_the_files(tmp_path: Path) -> None:
    files = (Attachment(name="a.csv", content=b"1"), Attachment(name="a.csv", content=b"2"))
    saved = await save(Reply(title="t", picture=PICTURE, files=files), tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in saved] == [
        "pictures/why.png",
        "exports/a.csv",
        "exports/a-2.csv",
    ]
    assert [path.read_bytes() for path in saved[1:]] == [b"1", b"2"]


async def test_a_reply_without_files_leaves_no_trace(tmp_path: Path) -> None:
    assert await save(Reply(title="t"), tmp_path) == ()
    assert not any((tmp_path / name).exists() for name in (PICTURES, EXPORTS))


async def test_a_folder_that_cannot_be_written_to_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "exports").write_text("in the way")
    reply = Reply(title="t", files=(Attachment(name="a.csv", content=b""),))
    with pytest.raises(OperatorError, match="Choose another folder"):
        await save(reply, tmp_path)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("houses.csv", "houses.csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\x.csv", "x.csv"),
        ("my houses (new).csv", "my-houses-new-.csv"),
        (".bashrc", "bashrc"),
        ("房价.csv", "房价.csv"),
        ("", "file"),
        ("..", "file"),
    ],
)
def test_a_name_cannot_lead_out_of_the_folder(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=300))
def test_every_name_is_one_visible_file_in_the_folder(name: str) -> None:
    safe = safe_name(name)
    assert Path(safe).name == safe
    assert 0 < len(safe) <= 100
    assert not safe.startswith((".", "-"))


def _names(folder: Path) -> list[str]:
    return [path.name for path in sorted(folder.rglob("*.*"))]


async def test_what_was_saved_of_a_member_goes_and_what_stays_is_named(tmp_path: Path) -> None:
    mine, other = (
        Attachment(name="my-data.json", content=b'{"member": {"id": "terminal:%s"}}' % who)
        for who in (b"ana", b"ben")
    )
    everybodys = Attachment(name="houses.csv", content=b"size,answer")
    odd = Attachment(name="odd.json", content=b"[" * 100_000)
    saved = Reply(title="t", picture=PICTURE, files=(mine, other, everybodys, odd))
    await save(saved, tmp_path)
    (tmp_path / HISTORY_FILE).write_text("+teach houses: size 1 -> 2")
    erased = Reply(title="Erased.", lines=("a",), forgets=MemberId("terminal:ana"))
    told = await forget(erased, tmp_path)
    assert (tmp_path / HISTORY_FILE).read_text() == ""
    assert _names(tmp_path) == ["houses.csv", "my-data-2.json", "odd.json"]
    assert "your own exports (2)" in told.lines[1]
    assert "houses.csv, my-data-2.json, odd.json" in told.lines[2]
    assert await forget(Reply(title="t"), tmp_path) == Reply(title="t")
