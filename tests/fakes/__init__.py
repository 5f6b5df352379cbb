"""In-memory stand-ins for what lies behind the ports; simple, and honest about transactions."""

from tests.fakes.artifacts import MemoryArtifacts
from tests.fakes.work import memory_work

__all__ = ["MemoryArtifacts", "memory_work"]
