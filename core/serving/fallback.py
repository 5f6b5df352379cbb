"""What answers where the live version's files cannot be used: the version before, here only.

Other programs on the same database may have the files that this one lacks, so nothing of it is
written down: the live version stays live, and is tried again from time to time.
"""

from collections.abc import Sequence

import structlog

from core.domain.version import Version, VersionStatus
from core.errors import ArtifactError
from core.ports.work import Work

log = structlog.get_logger()


async def versions_to_try(work: Work, live: Version | None) -> Sequence[Version]:
    """Return the live version and those that rolling back would let answer, newest first."""
    if live is None:
        return ()
    versions = await work.versions.all(live.task_id)
    earlier = (v for v in versions if v.status is VersionStatus.RETIRED and v.number < live.number)
    return live, *earlier


def note_unusable(version: Version, damage: ArtifactError) -> None:
    """Tell whoever runs the bot that it goes on with an earlier version than others may have."""
    log.warning(
        "model cannot be used here; an earlier one answers",
        task=version.task_id,
        version=version.number,
        damage=str(damage),
    )
