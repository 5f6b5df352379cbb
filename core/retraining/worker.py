"""The training process: ``python -m core.retraining.worker``.

It reads jobs from its standard input and answers with progress and outcomes on its standard
output, both in frames. It stays warm between jobs, keeps to its limits, gives way to the chat,
and ends with whoever started it: when its input closes.
"""

import argparse
import os
import sys
import threading
import time
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO

from core.errors import WorkerError
from core.retraining.frames import Frame, pack, read
from core.retraining.job import (
    Failure,
    Outcome,
    Step,
    job_from_frame,
    outcome_to_frame,
    reply_to_frame,
)

BAD_INPUT = 2
"""The exit status after input that is no frame."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Carry out jobs until the input closes."""
    options = _options(arguments)
    replies = _own_stdout()
    stand_back(options.niceness)
    jobs: SimpleQueue[Frame] = SimpleQueue()
    threading.Thread(target=_listen, args=(jobs,), daemon=True).start()
    _prepare(options)
    _send(replies, Frame(header={"kind": "ready"}))
    while True:
        _send(replies, _answer(jobs.get(), replies))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--memory-mib", type=int, default=0, help="0: as much as there is")
    parser.add_argument("--niceness", type=int, default=10)
    return parser.parse_args(arguments)


def _own_stdout() -> BinaryIO:
    """Return the pipe to the program; whatever a library prints goes to the error output."""
    pipe = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return pipe


SESSION = Path("/proc/self/autogroup")
"""Where Linux keeps the niceness of a session."""
TRIES, PAUSE_S = 20, 0.11
"""It takes one such wish in a tenth of a second, of all processes together."""


def stand_back(niceness: int) -> None:
    """Leave the processor to the chat, as far as niceness says.

    Linux may share it among sessions first, so that the niceness of a whole session counts. The
    program gives this process one of its own; whoever runs it by hand keeps theirs as it is.
    """
    if sys.platform != "win32":
        os.nice(niceness)
        if os.getsid(0) == os.getpid() and SESSION.exists():
            for _ in range(TRIES):
                with suppress(OSError):
                    SESSION.write_text(str(niceness), encoding="ascii")
                    return
                time.sleep(PAUSE_S)


def _listen(jobs: SimpleQueue[Frame]) -> None:
    """Queue the jobs that come, and end the process in the middle of one when no more can."""
    try:
        while (frame := read(sys.stdin.buffer)) is not None:
            jobs.put(frame)
    except WorkerError as error:
        print(error, file=sys.stderr, flush=True)  # noqa: T201  # for whoever ran it by hand
        os._exit(BAD_INPUT)
    os._exit(0)


def _prepare(options: argparse.Namespace) -> None:
    """Import torch, then set the limits, which count what the import took too."""
    import torch

    torch.set_num_threads(max(1, options.threads))
    if options.memory_mib and not torch.cuda.is_available():
        limit_memory(options.memory_mib)  # a CUDA context maps far more than it uses


def limit_memory(mib: int) -> None:
    """Let no allocation take the process's data beyond this; Windows has no such limit."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (mib * 2**20, hard))


def _answer(request: Frame, replies: BinaryIO) -> Frame:
    """Return the frame that ends a job: its outcome, or why there is none."""
    from core.retraining.training import carry_out

    def report(step: Step) -> None:
        _send(replies, reply_to_frame(step))

    try:
        outcome: Outcome = carry_out(job_from_frame(request), report)
    except Exception as error:  # noqa: BLE001  # whatever went wrong, the program must hear of it
        return reply_to_frame(_failure(error))
    return outcome_to_frame(outcome)


def _failure(error: Exception) -> Failure:
    """Return what may be told of an error: its message may quote what was taught."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return Failure(
        error=type(error).__name__,
        place=f"{Path(last.filename).name}:{last.lineno}",
        is_memory=isinstance(error, MemoryError) or "can't allocate memory" in str(error),
    )


def _send(replies: BinaryIO, frame: Frame) -> None:
    replies.write(pack(frame))
    replies.flush()


if __name__ == "__main__":
    main()
