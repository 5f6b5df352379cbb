"""What happens to a live version whose files cannot be trusted: the one before answers."""

import structlog

from core.domain.version import Version
from core.errors import ArtifactError
from core.ports.work import OpenWork

log = structlog.get_logger()


async def fall_back(open_work: OpenWork, damaged: Version, damage: ArtifactError) -> None:
    """Refuse a live version for good and make the version before it live, or version 0.

    Does nothing where another version is live by now: somebody saw the damage before.
    """
    async with open_work() as work:
        live = await work.versions.live(damaged.task_id)
        if live is None or live.number != damaged.number:
            return
        before = await work.versions.roll_back(damaged.task_id)
        await work.versions.refuse(damaged.task_id, damaged.number)
    log.warning(
        "artifact refused",
        task=damaged.task_id,
        version=damaged.number,
        now=before.number if before else 0,
        damage=str(damage),
    )
