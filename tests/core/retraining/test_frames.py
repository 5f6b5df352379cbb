import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import WorkerError
from core.retraining.frames import MAGIC, MAX_HEADER, PREFIX, Frame, pack, read

any_text = st.text(st.characters(), max_size=8)  # lone surrogates too
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | any_text
headers = st.dictionaries(any_text, scalars | st.lists(scalars, max_size=3), max_size=4)
frames = st.builds(Frame, header=headers, binary=st.binary())


@given(st.lists(frames, max_size=3))
def test_frames_survive_a_pipe(sent: list[Frame]) -> None:
    pipe = io.BytesIO(b"".join(pack(frame) for frame in sent))
    assert [read(pipe) for _ in sent] == sent
    assert read(pipe) is None


@given(st.binary(min_size=1))
def test_garbage_is_refused(garbage: bytes) -> None:
    with pytest.raises(WorkerError):
        read(io.BytesIO(garbage))


@given(frames, st.data())
def test_a_frame_that_was_cut_off_is_refused(frame: Frame, data: st.DataObject) -> None:
    whole = pack(frame)
    cut = data.draw(st.integers(1, len(whole) - 1))
    with pytest.raises(WorkerError, match="ended at"):
        read(io.BytesIO(whole[:cut]))


def test_a_length_beyond_all_reason_is_refused_before_anything_is_read() -> None:
    with pytest.raises(WorkerError, match="start with"):
        read(io.BytesIO(PREFIX.pack(MAGIC, MAX_HEADER + 1, 0)))


@pytest.mark.parametrize("header", [b"[]", b"\xff", b"{", b"1"])
def test_a_header_that_is_no_json_object_is_refused(header: bytes) -> None:
    with pytest.raises(WorkerError, match="header"):
        read(io.BytesIO(PREFIX.pack(MAGIC, len(header), 0) + header))


def test_a_frame_is_json_and_bytes_alone() -> None:
    frame = pack(Frame(header={"kind": "job"}, binary=b"tensors"))
    assert json.loads(frame[PREFIX.size : -len(b"tensors")]) == {"kind": "job"}
