"""Files that members and the bot send."""

import mimetypes
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file on its way to the server."""

    filename: str
    data: bytes
    description: str | None = None

    @property
    def content_type(self) -> str:
        """What Discord takes it for, by its name."""
        guessed, _ = mimetypes.guess_type(self.filename)
        kind = guessed or "application/octet-stream"
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
