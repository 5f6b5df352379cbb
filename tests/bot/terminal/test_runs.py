import asyncio

from bot.terminal.runs import RunBoard
from core.domain.identity import RunId, TaskId
from core.domain.version import Progress
from tests.bot.scripted import ended_run


def _progress(run: int, fraction: float) -> Progress:
    return Progress(task_id=TaskId(1), run_id=RunId(run), fraction=fraction, stage="fit")


async def test_progress_is_kept_until_the_run_ends_and_every_change_is_told() -> None:
    board = RunBoard()
    changes: list[int] = []
    board.on_change = lambda: changes.append(len(board.under_way))
    board.progress(_progress(7, 0.1))
    board.progress(_progress(7, 0.2))
    board.progress(_progress(8, 0.5))
    assert [p.fraction for p in board.under_way] == [0.2, 0.5]
    await board.end(ended_run(7))
    assert changes == [1, 1, 2, 1]


async def test_an_outcome_is_there_for_who_asks_before_and_after() -> None:
    board = RunBoard()
    waiting = asyncio.create_task(board.outcome(RunId(7)))
    await asyncio.sleep(0)
    assert not waiting.done()
    await board.end(ended_run(7))
    assert (await waiting).id == 7
    assert (await board.outcome(RunId(7))).id == 7


async def test_ended_runs_come_one_by_one_in_their_order() -> None:
    board = RunBoard()
    await board.end(ended_run(7))
    await board.end(ended_run(8))
    assert [(await board.next_ended()).id, (await board.next_ended()).id] == [7, 8]
