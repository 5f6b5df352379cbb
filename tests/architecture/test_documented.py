"""What can be set, run and said is written down where people look for it."""

import re

from typer.main import get_command

from bot.main import app
from bot.settings import setting_names
from core.assistant.commands import COMMANDS
from core.assistant.wording import CATALOGUES
from tests.architecture.sources import ROOT

README = (ROOT / "README.md").read_text("utf-8")
ENV_EXAMPLE = (ROOT / ".env.example").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
SUBCOMMANDS = get_command(app).commands  # type: ignore[attr-defined]  # a group has them
HELP = "\n".join(text for key, text in CATALOGUES["en"].items() if key.startswith("help"))


def test_every_setting_stands_in_the_readme() -> None:
    assert [name for name in setting_names() if f"`{name}`" not in README] == []


def test_the_example_of_settings_has_all_of_them_and_no_others() -> None:
    named = re.findall(r"^#?([A-Z_]+)=", ENV_EXAMPLE, re.MULTILINE)
    assert sorted(named) == sorted(setting_names())


def test_every_subcommand_stands_in_the_readme_with_its_options() -> None:
    named = {f"apprentice {name}" for name in SUBCOMMANDS}
    named |= {
        option
        for command in SUBCOMMANDS.values()
        for parameter in command.params
        for option in parameter.opts
    }
    assert [name for name in sorted(named) if name not in README] == []


def test_every_picture_of_the_readme_is_there() -> None:
    shown = re.findall(r"!\[[^]]*\]\(([^)]+)\)", README)
    assert shown
    assert [path for path in shown if not (ROOT / path).is_file()] == []


def test_every_target_of_make_stands_in_the_readme() -> None:
    targets = re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE)
    assert "demo" in targets
    assert [target for target in targets if f"make {target}" not in README] == []


def test_every_chat_command_stands_in_the_readme() -> None:
    assert [name for name in COMMANDS if not re.search(rf"`{name}\b", README)] == []


def test_every_chat_command_stands_in_the_help() -> None:
    said = [name for name in COMMANDS if name != "help"]
    assert [name for name in said if not re.search(rf"\b{name}\b", HELP)] == []
