"""What our frames and batches rely on: uvicorn's protocol as it is, RFC 6455, and merging that loses nothing."""

from __future__ import annotations

import inspect

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame, Opcode
from websockets.streams import StreamReader

from icabinet.server.batches import Batch, Piece
from icabinet.server.frames import FramesProtocol, text_frame


def test_uvicorn_still_has_what_the_frames_are_written_through() -> None:
    """If this fails after an upgrade, read uvicorn's websockets_sansio_impl again before mending frames.py."""
    made = inspect.getsource(WebSocketsSansIOProtocol.__init__) + inspect.getsource(
        WebSocketsSansIOProtocol.connection_made
    )
    for attribute in ("self.transport", "self.close_sent", "self.disconnected"):
        assert attribute in made
    handshake = inspect.getsource(WebSocketsSansIOProtocol.handle_connect)
    assert "self.scope: WebSocketScope" in handshake
    assert '"extensions": {' in handshake
    assert issubclass(FramesProtocol, WebSocketsSansIOProtocol)


@pytest.mark.parametrize("size", [0, 125, 126, 65_535, 65_536, 200_000])
def test_a_frame_is_read_by_another_implementation(size: int) -> None:
    text = ("ộ" * size).encode()[:size]
    reader = StreamReader()
    reader.feed_data(text_frame(text))
    parsing = Frame.parse(reader.read_exact, mask=False)
    with pytest.raises(StopIteration) as done:
        next(parsing)
    frame = done.value.value
    assert (frame.opcode, frame.fin, frame.data) == (Opcode.TEXT, True, text)


groups = st.sampled_from(["everyone", "role:chair", "user:a"])
pieces = st.builds(
    lambda audience, id_, value: Piece(audience, "item", id_, msgspec.json.encode(["item", id_, value])),
    st.frozensets(groups, min_size=1, max_size=2),
    st.sampled_from("xyz"),
    st.one_of(st.none(), st.integers(0, 9)),
)


@given(events=st.lists(st.lists(pieces, max_size=4), max_size=8), viewer=st.frozensets(groups, min_size=1))
def test_a_merged_batch_leaves_every_viewer_with_the_same_view(
    events: list[list[Piece]], viewer: frozenset[str]
) -> None:
    one_by_one: dict[str, object] = {}
    for event in events:
        for piece in event:
            if piece.audience & viewer:
                one_by_one[piece.id] = msgspec.json.decode(piece.wire)[2]
    merged: dict[str, object] = {}
    frame = Batch("m1", 9, events).frame(viewer)
    if frame:
        body = frame[4 if frame[1] == 126 else 2 :]
        merged = {id_: value for _, id_, value in msgspec.json.decode(body)["changes"]}
    assert merged == one_by_one


def test_the_same_view_is_encoded_once() -> None:
    piece = Piece(frozenset({"everyone"}), "item", "x", b'["item","x",1]')
    batch = Batch("m1", 1, [[piece]])
    chair = batch.frame(frozenset({"everyone", "role:chair"}))
    assert chair is batch.frame(frozenset({"everyone", "user:a"}))
    assert batch.frame(frozenset({"role:guest"})) == b""
