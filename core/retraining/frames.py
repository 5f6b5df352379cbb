"""Frames: how the program and its training process speak over a pipe.

A frame is a JSON header and a binary part, each preceded by its length::

    b"APR1" | header length, 4 bytes | binary length, 8 bytes | header | binary

Nothing is pickled, so that neither side can make the other run code.
"""

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from core.errors import WorkerError

MAGIC: Final = b"APR1"
PREFIX: Final = struct.Struct(">4sIQ")
MAX_HEADER: Final = 1 << 30
MAX_BINARY: Final = 1 << 34
"""Bytes; far above any honest frame, so that garbage is not taken for a length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One message: JSON values and bytes."""

    header: Mapping[str, Any]
    binary: bytes = b""


def pack(frame: Frame) -> bytes:
    """Return the frame as bytes."""
    header = json.dumps(frame.header).encode()
    return PREFIX.pack(MAGIC, len(header), len(frame.binary)) + header + frame.binary


def lengths(prefix: bytes) -> tuple[int, int]:
    """Return how many bytes of header and of binary follow a prefix.

    Raises:
        WorkerError: it is no frame's prefix.
    """
    magic, header, binary = PREFIX.unpack(prefix)
    if magic != MAGIC or header > MAX_HEADER or binary > MAX_BINARY:
        raise WorkerError(f"Expected a frame to start with {MAGIC!r}, not {prefix[:4]!r}.")
    return header, binary


def unpack(header: bytes, binary: bytes) -> Frame:
    """Return the frame of these parts.

    Raises:
        WorkerError: the header is no JSON object.
    """
    try:
        values = json.loads(header)
    except ValueError as error:
        raise WorkerError("Expected a frame's header in JSON.") from error
    if not isinstance(values, dict):
        raise WorkerError(f"Expected a frame's header as an object, not {type(values).__name__}.")
    return Frame(header=values, binary=binary)


def read(stream: BinaryIO) -> Frame | None:
    """Return the next frame of a blocking stream; None where the stream has ended.

    Raises:
        WorkerError: what came is no frame, or ended within one.
    """
    prefix = stream.read(PREFIX.size)
    if not prefix:
        return None
    header, binary = lengths(_whole(prefix, PREFIX.size))
    return unpack(_whole(stream.read(header), header), _whole(stream.read(binary), binary))


def _whole(part: bytes, size: int) -> bytes:
    if len(part) < size:
        raise WorkerError(f"Expected {size} bytes of a frame, but the stream ended at {len(part)}.")
    return part
