"""The training process's plumbing, with jobs that misbehave in a real process."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from core.errors import WorkerError
from core.retraining.child import _environment
from core.retraining.job import Step
from core.retraining.process import WorkerLimits, WorkerProcess
from tests.core.retraining.jobs import a_job
from tests.core.retraining.odd_worker import TAUGHT

AUTOGROUP = "/proc/self/autogroup"
ODD = "tests.core.retraining.odd_worker"


def ignore(step: Step) -> None:
    pass


def session_of(pid: int | None) -> str:
    """Return how Linux weighs a process's session."""
    return Path(f"/proc/{pid}/autogroup").read_text()


@pytest.fixture
async def worker() -> AsyncIterator[WorkerProcess]:
    process = WorkerProcess(WorkerLimits(threads=1, memory_mib=1024), module=ODD)
    yield process
    await process.close()


async def test_a_job_gives_an_outcome_whatever_libraries_print(worker: WorkerProcess) -> None:
    steps: list[Step] = []
    outcome = await worker.run(a_job("print", examples=3), steps.append)
    assert steps == [Step(fraction=0.5, stage="fitting")]
    assert outcome.figures == {"examples": 3.0}
    assert outcome.artifact.tensors["w"].shape == (2, 3)


async def test_the_process_stays_warm_between_jobs(worker: WorkerProcess) -> None:
    await worker.warm_up()
    pid = worker.pid
    await worker.run(a_job(), ignore)
    await worker.run(a_job(), ignore)
    assert worker.pid == pid


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no niceness")
async def test_the_process_stands_back_behind_the_chat(worker: WorkerProcess) -> None:
    await worker.warm_up()
    assert worker.pid is not None
    mine = os.getpriority(os.PRIO_PROCESS, 0)
    assert os.getpriority(os.PRIO_PROCESS, worker.pid) == min(19, mine + 10)


@pytest.mark.skipif(not os.access(AUTOGROUP, os.W_OK), reason="only Linux shares among sessions")
async def test_its_whole_session_stands_back_where_sessions_share(worker: WorkerProcess) -> None:
    await worker.warm_up()
    assert session_of(worker.pid).endswith(" nice 10\n")


async def test_jobs_wait_for_one_another(worker: WorkerProcess) -> None:
    jobs = [a_job(examples=n) for n in (1, 2, 3)]
    outcomes = await asyncio.gather(*(worker.run(job, ignore) for job in jobs))
    assert [o.figures["examples"] for o in outcomes] == [1.0, 2.0, 3.0]


async def test_a_process_killed_in_the_middle_of_a_job_is_replaced(
    worker: WorkerProcess,
) -> None:
    def kill(step: Step) -> None:
        assert worker.pid is not None
        os.kill(worker.pid, signal.SIGKILL)

    with pytest.raises(WorkerError, match="signal 9"):
        await worker.run(a_job("hang"), kill)
    assert worker.pid is None
    await worker.run(a_job(), ignore)
    assert worker.pid is not None


async def test_a_process_that_died_between_jobs_is_replaced(worker: WorkerProcess) -> None:
    await worker.warm_up()
    assert worker._child is not None
    os.kill(worker._child.pid, signal.SIGKILL)
    await worker._child._process.wait()
    await worker.run(a_job(), ignore)
    assert worker.pid is not None


async def test_a_process_that_ends_by_itself_fails_its_job(worker: WorkerProcess) -> None:
    with pytest.raises(WorkerError, match="status 7"):
        await worker.run(a_job("die"), ignore)


async def test_a_job_over_the_time_limit_is_stopped() -> None:
    worker = WorkerProcess(WorkerLimits(time=timedelta(milliseconds=50)), module=ODD)
    await worker.warm_up()
    with pytest.raises(WorkerError, match=r"longer than its limit of 0:00:00\.05"):
        await worker.run(a_job("hang"), ignore)
    assert worker.pid is None


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count data otherwise")
async def test_a_job_over_the_memory_limit_is_stopped(worker: WorkerProcess) -> None:
    with pytest.raises(WorkerError, match="1,024 MiB"):
        await worker.run(a_job("eat"), ignore)


async def test_a_failed_job_tells_where_but_not_what_was_taught(worker: WorkerProcess) -> None:
    with pytest.raises(WorkerError, match=r"ValueError at odd_worker\.py:\d+") as failure:
        await worker.run(a_job("fail"), ignore)
    assert TAUGHT not in str(failure.value)


async def test_cancelling_a_job_ends_its_process(worker: WorkerProcess) -> None:
    has_begun = asyncio.Event()
    job = asyncio.create_task(worker.run(a_job("hang"), lambda _: has_begun.set()))
    await has_begun.wait()
    pid = worker.pid
    assert pid is not None
    job.cancel()
    with pytest.raises(asyncio.CancelledError):
        await job
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    await worker.run(a_job(), ignore)
    assert worker.pid is not None


async def test_closing_ends_the_job_under_way(worker: WorkerProcess) -> None:
    has_begun = asyncio.Event()
    job = asyncio.create_task(worker.run(a_job("hang"), lambda _: has_begun.set()))
    await has_begun.wait()
    await worker.close()
    with pytest.raises(WorkerError):
        await job


async def test_a_process_that_cannot_start_says_why() -> None:
    worker = WorkerProcess(module="core.retraining.no_such_module")
    with pytest.raises(WorkerError, match=r"did not start.*no_such_module"):
        await worker.run(a_job(), ignore)


async def test_a_process_that_speaks_no_frames_is_refused() -> None:
    worker = WorkerProcess(module="tests.core.retraining.babbling_worker")
    with pytest.raises(WorkerError, match="Expected a frame"):
        await worker.run(a_job(), ignore)
    assert worker.pid is None


async def start_by_hand(module: str = ODD) -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module), stdin=pipe, stdout=pipe, stderr=pipe
    )


async def test_garbage_ends_the_process_with_a_sentence() -> None:
    process = await start_by_hand()
    _, errors = await process.communicate(b"GET / HTTP/1.1\r\n\r\n")
    assert process.returncode == 2
    assert b"Expected a frame to start with" in errors
    assert b"Traceback" not in errors


async def test_the_process_ends_when_its_input_closes() -> None:
    process = await start_by_hand()
    await process.communicate(b"")
    assert process.returncode == 0


@pytest.mark.skipif(not os.access(AUTOGROUP, os.W_OK), reason="only Linux shares among sessions")
async def test_a_process_started_by_hand_leaves_its_session_as_it_is() -> None:
    mine = session_of(os.getpid())
    process = await start_by_hand()
    await process.communicate(b"")
    assert session_of(os.getpid()) == mine


async def test_a_program_that_dies_takes_the_process_along(worker: WorkerProcess) -> None:
    has_begun = asyncio.Event()
    job = asyncio.create_task(worker.run(a_job("hang"), lambda _: has_begun.set()))
    await has_begun.wait()
    assert worker._child is not None
    worker._child._requests.close()  # what the system does with a dead program's pipes
    with pytest.raises(WorkerError, match="status 0"):
        await job


def test_the_process_is_told_no_secrets() -> None:
    outer = {
        "PATH": "/bin",
        "CUDA_VISIBLE_DEVICES": "0",
        "APPRENTICE_DISCORD": "x",
        "DISCORD_TOKEN": "x",
        "PGPASSWORD": "x",
        "AWS_SECRET_ACCESS_KEY": "x",
        "DATABASE_URL": "x",
        "openai_api_key": "x",
    }
    kept = _environment(outer, threads=3)
    told = {"PYTHONPATH", "OMP_NUM_THREADS", "OMP_WAIT_POLICY"}
    assert set(kept) == {"PATH", "CUDA_VISIBLE_DEVICES", *told}
    assert kept["OMP_NUM_THREADS"] == "3"
