"""The stage: members speak, the bot answers, and the audience reads it in the terminal."""

from pathlib import Path

from rich.console import Console, RenderableType
from rich.live import Live
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bot.terminal.chat import sender_named
from bot.terminal.conversation import Answerer, Conversation
from bot.terminal.piped import settle
from bot.terminal.rendering import progress_bar, render
from bot.terminal.runs import RunBoard
from bot.terminal.saving import save
from core.assistant.reply import Input, Reply

_COLOURS = {"Ana": "magenta", "Ben": "yellow", "Cleo": "green"}
_NAME_WIDTH = 5


class Stage:
    """A community's chat as it is played before an audience."""

    def __init__(
        self, assistant: Answerer, *, board: RunBoard, folder: Path, console: Console
    ) -> None:
        self.console = console
        self._assistant = assistant
        self._board = board
        self._folder = folder
        self._chats: dict[str, Conversation] = {}

    def act(self, title: str) -> None:
        """Announce an act."""
        self.console.print()
        self.console.print(Rule(Text(title, style="bold"), align="left", style="dim"))

    def tell(self, text: str) -> None:
        """Say something to the audience."""
        self.console.print()
        self.console.print(Text(text, style="italic"))

    async def hear(self, member: str, line: str) -> Reply:
        """Return the bot's reply to a member's line, its questions answered with yes, unshown."""
        chat = self._chat(member)
        reply = await settle(chat, await chat.say(line), takes_all=True)
        chat.offer(reply)
        return reply

    async def say(self, member: str, line: str) -> Reply:
        """Show a member's line and the bot's reply to it."""
        self.console.print()
        self._speak(member, line)
        reply = await self.hear(member, line)
        await self.show(reply)
        return reply

    async def retrain(self, member: str, line: str) -> Reply:
        """Show a line that starts a retraining, its progress, and what came of it."""
        reply = await self.say(member, line)
        if reply.run is None:
            return reply
        with Live(console=self.console, transient=True, refresh_per_second=8) as live:
            self._board.on_change = lambda: live.update(self._bar())
            run = await self._board.outcome(reply.run)
            self._board.on_change = lambda: None
        report = await self._assistant.report(run)
        await self.show(report)
        return report

    async def show(self, reply: Reply) -> None:
        """Show a reply as the terminal does."""
        saved = await save(reply, self._folder)
        shown = render(reply, saved=saved)
        self._print(Padding(shown, (0, 0, 0, _NAME_WIDTH + 2)))

    def _print(self, renderable: RenderableType) -> None:
        """Print for a terminal as it is; for a pipe without blanks at the ends of lines."""
        if self.console.is_terminal:
            self.console.print(renderable)
            return
        with self.console.capture() as capture:
            self.console.print(renderable)
        lines = (line.rstrip() for line in capture.get().splitlines())
        self.console.out("\n".join(lines), highlight=False)

    def mention(self, what: str, text: str) -> None:
        """Show one line of figures."""
        self.console.print(Text.assemble((f"  {what}  ", "bold"), (text, "dim")))

    def _speak(self, member: str, line: str) -> None:
        name = Text(f"{member:<{_NAME_WIDTH}}", style=f"bold {_COLOURS.get(member, 'blue')}")
        spoken = Table.grid(padding=(0, 2, 0, 0))
        spoken.add_row(name, Text(line))
        self._print(spoken)

    def _bar(self) -> Padding:
        bar = Text(progress_bar(self._board.under_way), style="cyan")
        return Padding(bar, (0, 0, 0, _NAME_WIDTH + 2))

    def _chat(self, member: str) -> Conversation:
        if member not in self._chats:
            sender = sender_named(member, is_manager=True)
            self._chats[member] = Conversation(self._assistant, sender, ask_for=_leave_empty)
        return self._chats[member]


async def _leave_empty(_: Input) -> str:
    return ""
