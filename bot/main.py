"""The command ``apprentice``: its subcommands, their options, and their errors as sentences."""

import sys
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Annotated

import typer

from bot.invitation import invite_link, permission_names
from bot.settings import load_settings
from core.errors import OperatorError

OPERATOR_ERROR = 2
INTERRUPTED = 130

HOW_TO_START = """\
To run on Discord, Apprentice needs a token. It takes five minutes:

  1. Open https://discord.com/developers/applications and press New Application.
  2. Under Bot press Reset Token and copy it. No privileged intent is needed: leave all three off.
  3. Write it into a file named .env in this folder:  APPRENTICE_DISCORD_TOKEN=the token
  4. Run this again: it says by which link to invite it to your server. The link reads
     {invite}
     and asks for {permissions},
     and nothing else.
  5. Type /setup in your server.

Without Discord:

  apprentice demo    watch a community teach it
  apprentice chat    teach it and ask it yourself
"""

app = typer.Typer(
    help="A bot that a community teaches by chatting.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Memory = Annotated[bool, typer.Option("--memory", help="Keep nothing when it ends.")]
Data = Annotated[
    Path | None, typer.Option("--data", help="The data folder, in place of APPRENTICE_DATA.")
]
Member = Annotated[str, typer.Option("--member", help="Who is speaking; your account's name.")]

Yes = Annotated[
    bool, typer.Option("--yes", help="Piped: take every question as yes, deleting included.")
]


@app.command()
def chat(memory: Memory = False, data: Data = None, member: Member = "", yes: Yes = False) -> None:
    """Teach and ask in the terminal, typed or piped."""
    from bot.session import chat_in_terminal

    chat_in_terminal(load_settings(folder=data), in_memory=memory, name=member, takes_all=yes)


@app.command()
def demo() -> None:
    """Watch a community teach it, on real examples; then try it."""
    from bot.demo.showing import show_demo

    show_demo(load_settings())


@app.command()
def migrate(data: Data = None) -> None:
    """Bring the database up to date, as every start does."""
    import asyncio

    from bot.files import make_folder
    from bot.wiring import migrate as bring_up

    settings = load_settings(folder=data)
    make_folder(settings.data)
    asyncio.run(bring_up(settings))
    typer.echo("The database is up to date.")


@app.command("run")
def run_discord() -> None:
    """Start the Discord bot; the same as discord."""
    _run_on_discord()


@app.command()
def discord() -> None:
    """Start the Discord bot."""
    _run_on_discord()


def _how_to_start() -> str:
    invite = invite_link("YOUR_APPLICATION_ID")
    return HOW_TO_START.format(invite=invite, permissions=permission_names())


def _run_on_discord() -> None:
    settings = load_settings()
    if settings.discord_token:
        from bot.discord_app.running import run_on_discord

        run_on_discord(settings)
        return
    typer.echo(_how_to_start(), err=True)
    if not (sys.stdin.isatty() and typer.confirm("Open the chat here?", default=True)):
        raise typer.Exit(OPERATOR_ERROR)
    chat()


@app.command()
def version() -> None:
    """Say which version this is."""
    typer.echo(f"apprentice {installed_version('apprentice')}")


def run() -> None:
    """Carry out the command line; what the operator can put right is a sentence, not a trace."""
    try:
        app()
    except OperatorError as error:
        typer.echo(f"apprentice: {error}", err=True)
        sys.exit(OPERATOR_ERROR)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
