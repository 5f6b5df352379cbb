"""One retraining, carried out: fit on everything, then judge by cross-fitting. Imports torch."""

import sys
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

import torch

from core.domain.version import RunFigures
from core.embedding.opening import encoder_within
from core.errors import ArtifactError
from core.learning.compare import compare
from core.learning.fitting import fit
from core.learning.learner import Learner
from core.retraining.job import Job, Outcome, Step
from core.retraining.records import SECONDS

_FIT_SHARE = 1 / 6
"""Of the work: one fit on everything, then one for each of the comparison's five folds."""

Report = Callable[[Step], None]


def carry_out(job: Job, report: Report) -> Outcome:
    """Return a candidate fitted on all examples, and how it compares with the live version."""
    started = monotonic()
    live = _live(job)
    candidate = fit(
        job.task,
        list(job.examples),
        config=job.config,
        encoder=live.encoder,
        warm=live,
        report=_scaled(report, start=0.0, share=_FIT_SHARE),
    )
    fitted = monotonic()
    comparison, trials = compare(
        job.task,
        list(job.examples),
        live,
        config=job.config,
        since=candidate.fit.since if candidate.fit else None,
        report=_scaled(report, start=_FIT_SHARE, share=1 - _FIT_SHARE),
    )
    figures = {SECONDS: monotonic() - started, "fit_s": fitted - started, **_memory()}
    return Outcome(artifact=candidate.save(), comparison=comparison, trials=trials, figures=figures)


def _live(job: Job) -> Learner:
    """Return what answers now: version 0 where the live version's files are of no use here."""
    config = job.config
    encoder = encoder_within(job.task.community, config.text_encoder, config.text_folder)
    if job.live is not None:
        with suppress(ArtifactError):
            return Learner.load(job.task, job.live, config, encoder)
    return Learner(job.task, config, encoder)


def _scaled(report: Report, *, start: float, share: float) -> Callable[[float, str], None]:
    """Return a reporter of one part of the work, which tells of whole hundredths only."""
    told: Step | None = None

    def tell(fraction: float, stage: str) -> None:
        nonlocal told
        step = Step(fraction=round(start + share * fraction, 2), stage=stage)
        if step != told:
            report(step)
        told = step

    return tell


def _memory() -> RunFigures:
    """Return the peak memory of this process, and of the GPU where there is one, in MiB."""
    figures: dict[str, float] = {}
    if torch.cuda.is_available():
        figures["gpu_mib"] = torch.cuda.max_memory_allocated() / 2**20
    if sys.platform != "win32":
        import resource

        unit = 2**20 if sys.platform == "darwin" else 2**10  # ru_maxrss: bytes there, KiB here
        figures["memory_mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    return figures
