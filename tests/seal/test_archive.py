from __future__ import annotations

from collections.abc import Iterator
from os import urandom

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.seal import Tampered
from fileroom.seal.archive import BLOCK, MAGIC, close_stream, open_stream

KEY = urandom(32)
HEADER = len(MAGIC) + 32


def closed(body: bytes) -> bytes:
    return b"".join(close_stream([body], KEY))


def opened(archive: bytes, key: bytes = KEY) -> bytes:
    return b"".join(open_stream([archive], key))


def frames(archive: bytes) -> list[bytes]:
    """The header, then each frame."""
    parts, position = [archive[:HEADER]], HEADER
    while position < len(archive):
        end = position + 5 + int.from_bytes(archive[position + 1 : position + 5], "big")
        parts.append(archive[position:end])
        position = end
    return parts


@pytest.fixture(scope="module")
def body() -> bytes:
    return urandom(2 * BLOCK + 1000)


@pytest.fixture(scope="module")
def parts(body: bytes) -> list[bytes]:
    return frames(closed(body))


@given(st.lists(st.binary(max_size=300)), st.integers(1, 400))
def test_an_archive_opens_to_what_was_closed_however_it_is_cut_up(chunks: list[bytes], size: int) -> None:
    archive = b"".join(close_stream(chunks, KEY))
    pieces = [archive[start : start + size] for start in range(0, len(archive), size)]
    assert b"".join(open_stream(pieces, KEY)) == b"".join(chunks)


@pytest.mark.parametrize("length", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 3 * BLOCK + 7])
def test_lengths_around_the_block_come_back_whole(length: int) -> None:
    body = urandom(length)
    assert opened(closed(body)) == body


def test_three_blocks_make_three_frames(parts: list[bytes], body: bytes) -> None:
    assert len(parts) == 4
    assert opened(b"".join(parts)) == body


@pytest.mark.parametrize(
    ("what", "order"),
    [
        ("the last frame missing", [0, 1, 2]),
        ("a middle frame missing", [0, 1, 3]),
        ("the first frame missing", [0, 2, 3]),
        ("all frames missing", [0]),
        ("two frames changed about", [0, 2, 1, 3]),
        ("a frame repeated", [0, 1, 1, 2, 3]),
        ("the last frame repeated", [0, 1, 2, 3, 3]),
        ("the end first", [0, 3, 1, 2]),
        ("no header", [1, 2, 3]),
        ("nothing at all", []),
    ],
)
def test_frames_out_of_order_or_number_do_not_open(parts: list[bytes], what: str, order: list[int]) -> None:
    with pytest.raises(Tampered):
        opened(b"".join(parts[number] for number in order))


def test_a_frame_of_another_archive_under_the_same_key_does_not_open(parts: list[bytes], body: bytes) -> None:
    other = frames(closed(body))
    with pytest.raises(Tampered):
        opened(b"".join([parts[0], other[1], parts[2], parts[3]]))


def test_an_inner_frame_marked_as_the_last_does_not_open(parts: list[bytes]) -> None:
    with pytest.raises(Tampered):
        opened(parts[0] + parts[1] + b"\x01" + parts[2][1:])


@given(st.data())
def test_no_byte_of_an_archive_may_change(data: st.DataObject) -> None:
    archive = bytearray(closed(b"forty wrapped keys and their receipts"))
    position = data.draw(st.integers(0, len(archive) - 1))
    archive[position] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Tampered):
        opened(bytes(archive))


@given(st.data())
def test_an_archive_cut_anywhere_or_added_to_does_not_open(data: st.DataObject) -> None:
    archive = closed(b"forty wrapped keys and their receipts")
    with pytest.raises(Tampered):
        opened(archive[: data.draw(st.integers(0, len(archive) - 1))])
    with pytest.raises(Tampered):
        opened(archive + data.draw(st.binary(min_size=1, max_size=40)))


def test_another_key_does_not_open_an_archive(parts: list[bytes]) -> None:
    with pytest.raises(Tampered):
        opened(b"".join(parts), urandom(32))


def test_a_frame_that_claims_a_huge_length_is_refused_before_it_is_read(parts: list[bytes]) -> None:
    def endless() -> Iterator[bytes]:
        yield parts[0] + b"\x00\xff\xff\xff\xff"
        raise AssertionError("read on")

    with pytest.raises(Tampered):
        list(open_stream(endless(), KEY))


def test_closing_holds_no_more_than_a_block_at_a_time(body: bytes) -> None:
    given_so_far = 0

    def source() -> Iterator[bytes]:
        nonlocal given_so_far
        for _ in range(200):
            given_so_far += 64 * 1024
            yield body[: 64 * 1024]

    stream, taken = close_stream(source(), KEY), 0
    for frame in stream:
        taken += len(frame)
        assert given_so_far - taken <= BLOCK + 64 * 1024
