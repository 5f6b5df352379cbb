"""The play: a community teaches, asks, corrects, retrains and withdraws; all of it is real."""

from bot.demo.stage import Stage
from bot.demo.tables import Story, diabetes, turns, wine
from core.assistant.wording import say

MEMBERS = ("Ana", "Ben", "Cleo")
CHECKPOINTS = (20, 50, 100, 200)
"""After how many lessons the honest error is shown."""
_REAL = "Nothing here is staged: it learns, answers and errs as you watch."
_TASTE = 2
"""How many lessons of a table are shown; the rest are taught behind the curtain."""


async def play(stage: Stage) -> None:
    """Play all four acts."""
    stage.tell(f"{', '.join(MEMBERS[:-1])} and {MEMBERS[-1]} teach a bot by chatting. {_REAL}")
    await _houses(stage)
    await _table(stage, diabetes(), title="2  Real examples of a number: diabetes a year later")
    await _table(stage, wine(), title="3  Real examples of a category: the grape of a wine")
    await _withdrawal(stage)


async def _houses(stage: Stage) -> None:
    stage.act("1  Sizes 1 to 5 sell for 2 to 10. What does 6 sell for?")
    for size in range(1, 6):
        await stage.say("Ana", f"teach houses: size {size} -> {2 * size}")
    await stage.say("Ana", "ask houses: size 6")
    stage.tell("It went for 15. A correction counts in the very next answer:")
    await stage.say("Ben", "ask houses: size 6")
    await stage.say("Ben", "correct 15")
    await stage.say("Ana", "why")


async def _table(stage: Stage, story: Story, *, title: str) -> None:
    stage.act(title)
    stage.tell(f"{story.source}. They teach in turn, one message each; two are shown.")
    for count, (member, lesson) in enumerate(turns(MEMBERS, story.lessons), start=1):
        line = f"teach {story.task}: {lesson}"
        await (stage.say if count <= _TASTE else stage.hear)(member, line)
        if count in CHECKPOINTS or count == len(story.lessons):
            await _show_record(stage, story, count)
    await stage.say("Cleo", f"ask {story.task}: {story.question}")
    stage.tell(f"The truth is {story.truth}. Now its model is retrained in the background:")
    await stage.retrain("Cleo", f"model learn {story.task}")
    await stage.say("Cleo", f"ask {story.task}: {story.question}")


async def _show_record(stage: Stage, story: Story, count: int) -> None:
    """Show the card's honest record: the errors of answers given before each lesson."""
    card = await stage.hear("Ana", f"model card {story.task}")
    record = [line for line in card.lines if line.startswith(say("record begins"))]
    if record:
        stage.mention(f"{count:>3} lessons", record[0])


async def _withdrawal(stage: Stage) -> None:
    stage.act("4  A member withdraws everything, and the answers change back")
    await stage.say("Ana", "ask houses: size 6")
    await stage.say("Ben", "privacy erase")
    await stage.say("Ana", "ask houses: size 6")
