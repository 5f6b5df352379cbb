from pathlib import Path

from bot.files import write_new


def test_a_file_is_never_written_over_another(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    paths = [write_new(content, folder=folder, name="a.csv") for content in (b"1", b"2", b"3")]
    assert [path.name for path in paths] == ["a.csv", "a-2.csv", "a-3.csv"]
    assert [path.read_bytes() for path in paths] == [b"1", b"2", b"3"]
