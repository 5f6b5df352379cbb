"""Failures that a test orders: limits, server errors, slow answers, dropped connections."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Scope: TypeAlias = Literal["user", "shared", "global", "edge"]
ANY = "*"
DROPPED = 0
"""Instead of a status: the connection is broken without an answer."""


@dataclass(slots=True, kw_only=True)
class Fault:
    """What happens to the next requests of a route instead of, or besides, their work."""

    method: str
    path: str
    times: int
    status: int = DROPPED
    retry_after_s: float = 0.0
    scope: Scope = "user"
    is_done_first: bool = False
    gate: asyncio.Event | None = None
    held: int = 0

    def meets(self, method: str, path: str) -> bool:
        """Say whether it waits for such a request."""
        return self.times > 0 and self.method in (ANY, method) and self.path in (ANY, path)


@dataclass(slots=True)
class Faults:
    """The failures ordered; each is used up by the requests that it meets."""

    ordered: list[Fault] = field(default_factory=list)

    def order(self, fault: Fault) -> Fault:
        """Let a failure happen."""
        self.ordered.append(fault)
        return fault

    def next(self, method: str, path: str) -> Fault | None:
        """Return the failure for a request, one use of it taken."""
        for fault in self.ordered:
            if fault.meets(method, path):
                fault.times -= 1
                return fault
        return None


@dataclass(slots=True, kw_only=True)
class Gate:
    """Holds requests until it is opened; ``reached`` waits until one stands before it."""

    fault: Fault
    reached: Callable[[], Awaitable[None]]

    def open(self) -> None:
        """Let those who wait go on, and all who come after them."""
        self.fault.times = 0
        if self.fault.gate is not None:
            self.fault.gate.set()
