"""One WebSocket: frames in, frames out, compressed as the client asked."""

import asyncio
import importlib
import json
import zlib
from collections.abc import Callable

from aiohttp import web

from tests.local_discord.basics import Json


def _plain(text: str) -> bytes | str:
    return text


def _zlib_stream() -> Callable[[str], bytes | str]:
    stream = zlib.compressobj()

    def compressed(text: str) -> bytes:
        return stream.compress(text.encode()) + stream.flush(zlib.Z_SYNC_FLUSH)

    return compressed


def _zstd_stream() -> Callable[[str], bytes | str]:
    """Return a compressor by the package that a client which asks for it has, too."""
    zstandard = importlib.import_module("zstandard")
    stream = zstandard.ZstdCompressor().compressobj()

    def compressed(text: str) -> bytes:
        written: bytes = stream.compress(text.encode())
        flushed: bytes = stream.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
        return written + flushed

    return compressed


class Connection:
    """Sends in order, from one task."""

    def __init__(self, socket: web.WebSocketResponse, *, compress: str | None) -> None:
        self.socket = socket
        makers = {"zlib-stream": _zlib_stream, "zstd-stream": _zstd_stream}
        self._frame = makers[compress]() if compress else _plain
        self.is_closed_by_server = False
        self._outgoing: asyncio.Queue[Json | int] = asyncio.Queue()
        self._writer = asyncio.create_task(self._write())

    def send(self, payload: Json) -> None:
        """Queue a payload."""
        self._outgoing.put_nowait(payload)

    def close(self, code: int) -> None:
        """Close after what is queued."""
        self.is_closed_by_server = True
        self._outgoing.put_nowait(code)

    async def closed(self) -> None:
        """Wait until everything is sent and the connection closed."""
        await asyncio.gather(self._writer, return_exceptions=True)

    def cut(self, request: web.BaseRequest) -> None:
        """Break the connection without a word, as a dying network does."""
        if request.transport is not None:
            request.transport.abort()

    async def end(self) -> None:
        """Stop writing."""
        self._writer.cancel()
        await asyncio.gather(self._writer, return_exceptions=True)

    async def _write(self) -> None:
        while True:
            payload = await self._outgoing.get()
            if isinstance(payload, int):
                await self.socket.close(code=payload)
                return
            frame = self._frame(json.dumps(payload, ensure_ascii=False))
            if isinstance(frame, str):
                await self.socket.send_str(frame)
            else:
                await self.socket.send_bytes(frame)
