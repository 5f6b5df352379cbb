import asyncio
from pathlib import Path

import pytest

from bot.settings import PREFIX, Device, load_settings, setting_names
from bot.wiring import migrate
from core.errors import OperatorError


@pytest.fixture(autouse=True)
def _no_settings_around(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in setting_names():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def test_every_setting_has_a_default() -> None:
    settings = load_settings()
    assert settings.data.is_absolute()
    assert settings.device is Device.AUTO
    assert settings.database == f"sqlite+aiosqlite:///{settings.data.as_posix()}/apprentice.db"


@pytest.mark.parametrize(
    "name",
    ["my%20data", "p q", "what?mode=ro", "a#b", "数据", "100%", "a&b=c", "q'uo\"te", ":memory:"],
)
def test_the_database_lies_in_the_folder_that_was_named(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    asyncio.run(migrate(load_settings(folder=folder)))
    assert {path.name for path in folder.iterdir()} >= {"apprentice.db"}
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_the_environment_goes_before_the_env_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("APPRENTICE_THREADS=3\nAPPRENTICE_DEVICE=cpu\nOTHER=1\n")
    monkeypatch.setenv("APPRENTICE_THREADS", "5")
    settings = load_settings()
    assert (settings.threads, settings.device) == (5, Device.CPU)


def test_an_empty_setting_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APPRENTICE_THREADS", "")
    assert load_settings().threads == 0


def test_a_folder_that_is_given_goes_before_the_setting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("APPRENTICE_DATA", "~/elsewhere")
    assert load_settings().data == Path.home() / "elsewhere"
    assert load_settings(folder=tmp_path).data == tmp_path


def test_another_database_may_be_named_and_is_kept_out_of_what_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("APPRENTICE_DATABASE_URL", "postgresql+asyncpg://a:secret@localhost/b")
    settings = load_settings()
    assert settings.database.endswith("@localhost/b")
    assert "secret" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        (
            "DEVICE",
            "gpu",
            "APPRENTICE_DEVICE should be 'auto', 'cpu', 'cuda' or 'mps', not \"gpu\"",
        ),
        ("THREADS", "-1", 'APPRENTICE_THREADS should be greater than or equal to 0, not "-1"'),
        ("THREADS", "x", 'APPRENTICE_THREADS should be a whole number, not "x"'),
        ("TRAINING_MINUTES", "nan", "APPRENTICE_TRAINING_MINUTES should be"),
        ("TRAINING_MINUTES", "0", 'APPRENTICE_TRAINING_MINUTES should be greater than 0, not "0"'),
        ("TRAINING_MINUTES", "x", 'APPRENTICE_TRAINING_MINUTES should be a number, not "x"'),
        ("AUTOMATIC_TRAINING", "maybe", "should be true or false, not"),
    ],
)
def test_a_bad_setting_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str
) -> None:
    monkeypatch.setenv(PREFIX + name, value)
    with pytest.raises(OperatorError) as caught:
        load_settings()
    assert sentence in str(caught.value)


def test_a_misspelt_setting_is_refused_with_the_one_that_was_meant(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("APPRENTICE_DEVCE=cpu\n")
    with pytest.raises(OperatorError, match="did you mean APPRENTICE_DEVICE"):
        load_settings()


def test_an_env_file_that_is_no_text_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"APPRENTICE_DEVICE=\xff\xfe\n")
    with pytest.raises(OperatorError, match="Expected settings as UTF-8 text"):
        load_settings()


def test_settings_cannot_be_changed_once_read() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_settings().threads = 4  # type: ignore[misc]  # that it is refused is the point
