"""How a ZIP archive lies in its bytes: what is in it beside the files that its directory lists."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import SEEK_END
from typing import IO

from fileroom.screening.opening.identify import FILLING, ZIP_END, ZIP_ENTRY
from fileroom.screening.opening.opened import Trouble
from fileroom.screening.parts import Outcome

LOCAL_HEAD, LISTED, END = 30, 46, 22
IN_DIRECTORY = b"PK\x01\x02"
# The end of an archive of more than 4 GB, and where that end is; what follows a file whose size came late.
LARGE_END, LARGE_END_AT, DESCRIBED = b"PK\x06\x06", b"PK\x06\x07", b"PK\x07\x08"
LARGE_END_LENGTH, LARGE_END_AT_LENGTH = 56, 20
MOST_BEHIND = 65535 + END
SIZE_CAME_LATE, IS_LOCKED = 0x08, 0x01
CHUNK = 1 << 18
# What programs note of a file: sizes, times, owners, how it was locked, bytes to fill up.
OF_PROGRAMS = frozenset(
    (0x0001, 0x000A, 0x000D, 0x0017, 0x5455, 0x5855, 0x7855, 0x7875, 0x9901, 0xA11E, 0xA220, 0xCAFE, 0xD935)
)
LONGEST_NOTE = 64


def files_listed(file: IO[bytes], most: int, largest: int) -> int | None:
    """How many files an archive lists: asked before `zipfile` holds the name of each in memory.

    Of more than `most`, and of a list of more bytes than `largest`, only that they are more than `most`. None where it
    lists none that can be read, or where one reader finds another list than the next.
    """
    lies = _directory(file)
    if lies is None:
        return None
    start, length = lies
    if length > largest:
        return most + 1
    file.seek(start)
    directory = file.read(length)
    count = at = 0
    while at < length and count <= most and directory.startswith(IN_DIRECTORY, at):
        at += _line(directory, at)
        count += 1
    return count if at == length or count > most else None


def _directory(file: IO[bytes]) -> tuple[int, int] | None:
    """Where the list of an archive's files begins and how many bytes it has, as its last record says."""
    size = file.seek(0, SEEK_END)
    start = file.seek(max(size - MOST_BEHIND - LARGE_END_LENGTH - LARGE_END_AT_LENGTH, 0))
    tail = file.read()
    end = _last_record(tail)
    if end is None:
        return None
    length = int.from_bytes(tail[end + 12 : end + 16], "little")
    if end >= LARGE_END_AT_LENGTH and tail.startswith(LARGE_END_AT, end - LARGE_END_AT_LENGTH):
        led_to = int.from_bytes(tail[end - 12 : end - 4], "little")
        end -= LARGE_END_AT_LENGTH + LARGE_END_LENGTH
        if end < 0 or not tail.startswith(LARGE_END, end) or _leads_elsewhere(file, start + end, led_to):
            return None
        length = int.from_bytes(tail[end + 40 : end + 48], "little")
    return (start + end - length, length) if start + end >= length else None


def _last_record(tail: bytes) -> int | None:
    last = len(tail) - END
    if last >= 0 and tail.startswith(ZIP_END, last) and tail.endswith(b"\x00\x00"):  # in it may be what looks like one
        return last
    found = tail.rfind(ZIP_END, max(len(tail) - MOST_BEHIND, 0))
    return found if 0 <= found <= last else None


def _leads_elsewhere(file: IO[bytes], found: int, led_to: int) -> bool:
    """Whether some reader takes another record than the one that lies before it. Where something was put before the
    whole archive, where it leads to lies nothing of the kind."""
    if led_to < found:
        file.seek(led_to)
        return file.read(len(LARGE_END)) == LARGE_END
    return led_to != found


def _line(directory: bytes, at: int) -> int:
    """How long the line of one file is."""
    return LISTED + sum(int.from_bytes(directory[at + it : at + it + 2], "little") for it in (28, 30, 32))


def lie_apart(body: bytes, members: list[zipfile.ZipInfo], directory: int) -> Iterator[bytes]:
    """What lies before, between and behind the files of an archive, without what fills it up.

    Raises Trouble where entries share bytes (a bomb), or bytes between them hold an entry that no directory lists.
    """
    end = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        start = member.header_offset
        if start < end:
            raise Trouble(Outcome.BOMB, "Files packed in it share their bytes.")
        yield from _lost(body[end:start])
        head = body[start : start + LOCAL_HEAD]
        names = int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
        end = start + LOCAL_HEAD + names + member.compress_size
        end += _described(body[end : end + 24], member)
    yield from _lost(body[end:directory])
    last = body.rfind(ZIP_END, max(0, len(body) - MOST_BEHIND))
    yield from _lost(body[_end_of_directory(body, directory) : last])
    yield from _lost(body[last + END + int.from_bytes(body[last + 20 : last + END], "little") :])


def _lost(gap: bytes) -> Iterator[bytes]:
    if ZIP_ENTRY in gap:
        raise Trouble(Outcome.REJECTED, "The archive holds files that its directory does not list.")
    if rest := gap.strip(FILLING):
        yield rest


def _described(behind: bytes, member: zipfile.ZipInfo) -> int:
    """How many bytes behind a file say once more how long it is."""
    if not member.flag_bits & SIZE_CAME_LATE:
        return 0
    marked = len(DESCRIBED) * behind.startswith(DESCRIBED)
    sum_of_it = member.CRC.to_bytes(4, "little")
    for wide in (4, 8):
        sizes = member.compress_size.to_bytes(8, "little")[:wide] + member.file_size.to_bytes(8, "little")[:wide]
        if behind[marked:].startswith(sum_of_it + sizes):
            return marked + len(sum_of_it + sizes)
    return 0


def _end_of_directory(body: bytes, at: int) -> int:
    while body.startswith(IN_DIRECTORY, at):
        at += _line(body, at)
    if body.startswith(LARGE_END, at):
        at += 12 + int.from_bytes(body[at + 4 : at + 12], "little")
    if body.startswith(LARGE_END_AT, at):
        at += LARGE_END_AT_LENGTH
    return at


def said_more(body: bytes, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """What was noted of a file in the archive's directory and at its own head, and is no note of programs."""
    start = member.header_offset
    name, more = (int.from_bytes(body[start + at : start + at + 2], "little") for at in (26, 28))
    own = body[start + LOCAL_HEAD + name : start + LOCAL_HEAD + name + more]
    for notes in (member.extra, own):
        at = 0
        while at + 4 <= len(notes):
            kind, length = (int.from_bytes(notes[it : it + 2], "little") for it in (at, at + 2))
            note = notes[at + 4 : at + 4 + length].strip(b"\x00")
            if note and (kind not in OF_PROGRAMS or len(note) > LONGEST_NOTE):
                yield note
            at += 4 + length
        if rest := notes[at:].strip(b"\x00"):
            yield rest


def goes_on(archive: zipfile.ZipFile, member: zipfile.ZipInfo, size: int) -> bool:
    """Whether a packed file has more bytes than were read of it: behind its end, or past the length that is said."""
    if member.flag_bits & IS_LOCKED:
        return False
    if member.compress_type == zipfile.ZIP_STORED:
        return member.compress_size != size
    if member.compress_type != zipfile.ZIP_DEFLATED or archive.fp is None:
        return False
    archive.fp.seek(member.header_offset + LOCAL_HEAD - 4)
    names = archive.fp.read(4)
    archive.fp.seek(int.from_bytes(names[:2], "little") + int.from_bytes(names[2:], "little"), 1)
    left, inflating, came = archive.fp.read(member.compress_size), zlib.decompressobj(wbits=-15), 0
    # What is packed may be taken in whole before all of it was given out.
    while not inflating.eof and came <= size and (out := inflating.decompress(left, CHUNK)):
        came += len(out)
        left = inflating.unconsumed_tail
    return came != size or bool(inflating.unused_data)
