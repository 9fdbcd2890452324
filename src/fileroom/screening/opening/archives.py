"""Archives: every file in them, unpacked within limits."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from fileroom.screening.opening.decoding import decode
from fileroom.screening.opening.opened import Opening, Trouble, may_be_a_number
from fileroom.screening.parts import Outcome
from fileroom.screening.reading import TextKind

CHUNK = 1 << 18
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, tarfile.TarError, OSError, ValueError, KeyError, IndexError)
LOCAL_HEAD = 30
HAS_MORE, HAS_NAME, HAS_COMMENT = 0x04, 0x08, 0x10


@dataclass(frozen=True, slots=True)
class Packed:
    """A file in an archive. `body` is None where it cannot be read, and the opening knows why."""

    name: str
    body: bytes | None


class _Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...


def unzip(body: bytes, opening: Opening) -> Iterator[Packed]:
    """The files of a ZIP archive. Raises Trouble where the archive itself is damaged or a trap."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(body))
        members = archive.infolist()
    except (*DAMAGED, NotImplementedError) as error:
        raise Trouble(Outcome.DAMAGED, "The archive is damaged or cut short.") from error
    _weigh(members, opening)
    _lie_apart(body, members, archive.start_dir)
    _refuse_twins(members)
    _beside(opening, [archive.comment, *(member.comment for member in members)])
    for member in members:
        _folders(member.filename, opening)
        if member.is_dir() and not member.file_size:
            continue
        opening.tick()
        yield Packed(member.filename, _member(archive, member, opening))


def _weigh(members: list[zipfile.ZipInfo], opening: Opening) -> None:
    if len(members) > opening.limits.items:
        raise Trouble(Outcome.BOMB, f"More than {opening.limits.items} files are packed in it.")
    for member in members:
        if is_bomb(member.compress_size, member.file_size, opening):
            raise Trouble(Outcome.BOMB, "A file packed in it unpacks to far more than it is.")
    if sum(member.file_size for member in members) > opening.bytes_left():
        raise Trouble(Outcome.TOO_BIG, "It unpacks to more bytes than are read.")


def _refuse_twins(members: list[zipfile.ZipInfo]) -> None:
    """Of two files of one name a reader shows the first or the last: nobody knows which was meant."""
    names = [member.filename.replace("\\", "/").casefold() for member in members]
    if len(set(names)) < len(names):
        raise Trouble(Outcome.REJECTED, "The archive holds two files of one name.")


def _beside(opening: Opening, comments: list[bytes]) -> None:
    for comment in dict.fromkeys(comments):
        opening.add(decode(comment) or comment.decode("latin-1"), TextKind.PROSE, "archive's comment")


def _folders(name: str, opening: Opening) -> None:
    """A file's own name is looked at where it is opened; the folders it lies in, here."""
    folders = name.rpartition("/")[0]
    if may_be_a_number(folders):
        opening.add(folders, TextKind.PROSE, "folder name")


def is_bomb(packed: int, unpacked: int, opening: Opening) -> bool:
    """Whether so many bytes from so few are no honest packing."""
    return unpacked > opening.limits.ratio_from and unpacked > packed * opening.limits.ratio


def _lie_apart(body: bytes, members: list[zipfile.ZipInfo], directory: int) -> None:
    """Raise Trouble where entries share bytes (a bomb), or bytes between them hold an entry that no directory lists."""
    end = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        start = member.header_offset
        if start < end:
            raise Trouble(Outcome.BOMB, "Files packed in it share their bytes.")
        if b"PK\x03\x04" in body[end:start]:
            raise Trouble(Outcome.REJECTED, "The archive holds files that its directory does not list.")
        head = body[start : start + LOCAL_HEAD]
        names = int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
        end = start + LOCAL_HEAD + names + member.compress_size
    if b"PK\x03\x04" in body[end:directory]:
        raise Trouble(Outcome.REJECTED, "The archive holds files that its directory does not list.")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, opening: Opening) -> bytes | None:
    if member.flag_bits & 0x1:
        opening.trouble(Outcome.ENCRYPTED, "A file packed in it is encrypted.")
        return None
    try:
        with archive.open(member) as stream:
            return _whole(stream, member.compress_size, opening)
    except NotImplementedError:
        opening.trouble(Outcome.UNREADABLE, "A file is packed in it in a way that is not read.")
    except (*DAMAGED, RuntimeError):
        opening.trouble(Outcome.DAMAGED, "A file packed in it is damaged.")
    return None


def _whole(stream: _Stream, packed: int, opening: Opening) -> bytes:
    """All of a stream, with the limits counted while it unpacks: what a directory says of its size proves nothing."""
    chunks: list[bytes] = []
    size = 0
    while chunk := stream.read(CHUNK):
        opening.tick()
        opening.spend_bytes(len(chunk))
        size += len(chunk)
        if is_bomb(packed, size, opening):
            raise Trouble(Outcome.BOMB, "A file packed in it unpacks to far more than it is.")
        chunks.append(chunk)
    return b"".join(chunks)


def gunzip(body: bytes, opening: Opening) -> bytes:
    """What a gzip file unpacks to."""
    name, comment = _head_of_gzip(body)
    if may_be_a_number(name.decode("latin-1")):
        opening.add(decode(name) or name.decode("latin-1"), TextKind.PROSE, "file name")
    _beside(opening, [comment])
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(body)) as stream:
            return _whole(stream, len(body), opening)
    except DAMAGED as error:
        raise Trouble(Outcome.DAMAGED, "The archive is damaged or cut short.") from error


def _head_of_gzip(body: bytes) -> tuple[bytes, bytes]:
    """The name that a file had before it was packed, and what was said of it."""
    flags, at = body[3] if len(body) > 3 else 0, 10
    if flags & HAS_MORE:
        at += 2 + int.from_bytes(body[at : at + 2], "little")
    said = []
    for flag in (HAS_NAME, HAS_COMMENT):
        end = body.find(b"\x00", at) if flags & flag else -1
        said.append(body[at:end] if end >= 0 else b"")
        at = end + 1 if end >= 0 else at
    return said[0], said[1]


def untar(body: bytes, opening: Opening) -> Iterator[Packed]:
    """The files of a tar archive."""
    try:
        with tarfile.open(fileobj=io.BytesIO(body), mode="r:") as archive:
            for member in archive:
                opening.tick()
                _folders(member.name if member.isfile() else f"{member.name}/{member.linkname}/", opening)
                _beside(opening, [value.encode() for key, value in member.pax_headers.items() if key == "comment"])
                if not member.isfile():
                    continue
                stream = archive.extractfile(member)
                yield Packed(member.name, _whole(stream, member.size, opening) if stream else None)
            if body[archive.offset :].strip(b"\x00"):
                raise Trouble(Outcome.REJECTED, "The archive goes on behind its end.")
    except DAMAGED as error:
        raise Trouble(Outcome.DAMAGED, "The archive is damaged or cut short.") from error
