"""Archives: every file in them, unpacked within limits."""

from __future__ import annotations

import bz2
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from fileroom.screening.opening.decoding import decode
from fileroom.screening.opening.identify import Format
from fileroom.screening.opening.markup import NUMBER
from fileroom.screening.opening.opened import Opening, OpenWithin, Trouble, may_be_a_number
from fileroom.screening.opening.outside import look_at_tarred, look_at_zipped
from fileroom.screening.opening.zip_layout import files_listed, goes_on, lie_apart, said_more
from fileroom.screening.parts import Outcome
from fileroom.screening.reading import TextKind

CHUNK, PACKED_AT_ONCE = 1 << 18, 1 << 12
DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, tarfile.TarError, EOFError, OSError, ValueError, KeyError,
    IndexError,
)  # fmt: skip
# As much as the strongest packing of `xz` takes, and half as much again.
XZ_MEMORY = 96 << 20
# What is noted of a file for programs: numbers, and names that are told elsewhere.
OF_TAR = frozenset(("atime", "ctime", "gid", "gname", "linkpath", "mtime", "path", "size", "uid", "uname"))
HAS_MORE, HAS_NAME, HAS_COMMENT = 0x04, 0x08, 0x10


@dataclass(frozen=True, slots=True)
class Packed:
    """A file in an archive. `body` is None where it cannot be read, and the opening knows why."""

    name: str
    body: bytes | None


class _Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...


def unzip(body: bytes, opening: Opening, open_within: OpenWithin) -> Iterator[Packed]:
    """The files of a ZIP archive; what lies between and behind them is opened by `open_within`.

    Raises Trouble where the archive itself is damaged or a trap.
    """
    _count(body, opening)
    try:
        archive = zipfile.ZipFile(io.BytesIO(body))
        members = archive.infolist()
    except (*DAMAGED, NotImplementedError) as error:
        raise Trouble(Outcome.DAMAGED, "The archive is damaged or cut short.") from error
    _weigh(members, opening)
    lost = list(lie_apart(body, members, archive.start_dir))
    _refuse_twins(members)
    _beside(opening, [archive.comment, *(member.comment for member in members)])
    _beside(opening, [more for member in members for more in said_more(body, member)])
    for member in members:
        look_at_zipped(member, opening)
        _folders(member.filename, opening)
        if member.filename.endswith("/") and not member.file_size and not member.compress_size:
            continue
        opening.tick()
        yield Packed(member.filename, _member(archive, member, opening))
    for rest in lost:
        open_within(rest, "", "between the archive's files")


def _count(body: bytes, opening: Opening) -> None:
    """Before the name of each is held in memory; and of an archive of which each reader may find other files, none."""
    files = files_listed(io.BytesIO(body), opening.limits.items, len(body))
    if files is None:
        raise Trouble(Outcome.DAMAGED, "The archive is damaged or cut short.")
    if files > opening.limits.items:
        raise Trouble(Outcome.BOMB, f"More than {opening.limits.items} files are packed in it.")


def _weigh(members: list[zipfile.ZipInfo], opening: Opening) -> None:
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


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, opening: Opening) -> bytes | None:
    if member.flag_bits & 0x1:
        opening.trouble(Outcome.ENCRYPTED, "A file packed in it is encrypted.")
        return None
    try:
        with archive.open(member) as stream:
            whole = _whole(stream, member.compress_size, opening)
        if goes_on(archive, member, len(whole)):
            opening.trouble(Outcome.DAMAGED, "A file packed in it is longer than the archive says.")
        return whole
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


def unpacked(body: bytes, form: Format, opening: Opening) -> bytes:
    """What a file packed alone, by gzip, bzip2 or xz, unpacks to: of several behind each other, all."""
    whole: list[bytes] = []
    at, end = 0, len(body.rstrip(b"\x00"))
    try:
        while at < end or not whole:
            opening.tick()
            if form is Format.GZIP:
                _said_by_gzip(body, at, opening)
            stream = _Inflated(body, at) if form is Format.GZIP else _Unpacking(body, at, form)
            whole.append(_whole(stream, len(body) - at, opening))
            at = stream.at
    except DAMAGED as error:
        if "limit exceeded" in str(error):
            raise Trouble(Outcome.TOO_BIG, "It needs more memory than it may have.") from error
        raise Trouble(Outcome.DAMAGED, "The archive is damaged or cut short.") from error
    return b"".join(whole)


class _Inflated:
    """One gzip file as it unpacks. `at`: where what is not unpacked yet begins, at its end what lies behind it."""

    def __init__(self, body: bytes, at: int) -> None:
        self._inflating = zlib.decompressobj(wbits=31)
        self._body, self.at = memoryview(body), at

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most so many; none at the end. Raises EOFError where the file is cut short."""
        out = b""
        while not out and not self._inflating.eof:
            # A little at a time: what is left over is copied each time.
            piece = self._body[self.at : self.at + PACKED_AT_ONCE]
            out = self._inflating.decompress(piece, size)
            self.at += len(piece) - len(self._inflating.unused_data or self._inflating.unconsumed_tail)
            if not out and not piece and not self._inflating.eof:
                raise EOFError("a file that is cut short")
        return out


class _Unpacking:
    """One file packed by bzip2 or xz, as `_Inflated`."""

    def __init__(self, body: bytes, at: int, form: Format) -> None:
        self._unpacking = (
            bz2.BZ2Decompressor() if form is Format.BZIP2 else lzma.LZMADecompressor(lzma.FORMAT_XZ, XZ_MEMORY)
        )
        self._body, self.at = memoryview(body), at

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most so many; none at the end. Raises EOFError where the file is cut short."""
        out = b""
        while not out and not self._unpacking.eof:
            piece = self._body[self.at : self.at + PACKED_AT_ONCE] if self._unpacking.needs_input else b""
            if self._unpacking.needs_input and not piece:
                raise EOFError("a file that is cut short")
            out = self._unpacking.decompress(piece, size)
            self.at += len(piece) - len(self._unpacking.unused_data)
        return out


def _said_by_gzip(body: bytes, start: int, opening: Opening) -> None:
    """The name that a file had before it was packed, what was said of it, and what else stands in its head."""
    flags, at = body[start + 3] if len(body) > start + 3 else 0, start + 10
    said = []
    if flags & HAS_MORE:
        end = at + 2 + int.from_bytes(body[at : at + 2], "little")
        said.append(body[at + 2 : end])
        at = end
    for flag in (HAS_NAME, HAS_COMMENT):
        end = body.find(b"\x00", at) if flags & flag else -1
        words, at = (body[at:end], end + 1) if end >= 0 else (b"", at)
        if flag == HAS_NAME and may_be_a_number(words.decode("latin-1")):
            opening.add(decode(words) or words.decode("latin-1"), TextKind.PROSE, "file name")
        elif flag == HAS_COMMENT:
            said.append(words)
    _beside(opening, said)


def untar(body: bytes, opening: Opening) -> Iterator[Packed]:
    """The files of a tar archive."""
    try:
        with tarfile.open(fileobj=io.BytesIO(body), mode="r:") as archive:
            said: set[bytes] = set()
            for member in archive:
                opening.tick()
                look_at_tarred(member, opening)
                _folders(member.name if member.isfile() else f"{member.name}/{member.linkname}/", opening)
                _beside(opening, [words for words in _said_by_tar(member, body) if words not in said])
                said.update(_said_by_tar(member, body))
                if not _is_file(member):
                    continue
                stream = archive.extractfile(member)
                yield Packed(member.name, _whole(stream, member.size, opening) if stream else None)
            if body[archive.offset :].strip(b"\x00"):
                raise Trouble(Outcome.REJECTED, "The archive goes on behind its end.")
    except DAMAGED as error:
        raise Trouble(Outcome.DAMAGED, "The archive is damaged or cut short.") from error


def _is_file(member: tarfile.TarInfo) -> bool:
    """Whether it has contents: what is of a kind that no tar knows is unpacked as a plain file."""
    return member.isfile() or member.type not in tarfile.SUPPORTED_TYPES


def _said_by_tar(member: tarfile.TarInfo, body: bytes) -> list[bytes]:
    """What an archive says of a file: whose it is, and all that somebody noted; what fills up its last block."""
    noted = [
        f"{key}: {value}" for key, value in member.pax_headers.items() if key not in OF_TAR or NUMBER.search(value)
    ]
    end = member.offset_data + member.size if _is_file(member) else member.offset_data
    return [it.encode("utf-8", "surrogateescape") for it in (member.uname, member.gname, *noted) if it] + [
        filling for filling in [body[end : end + -end % tarfile.BLOCKSIZE].strip(b"\x00")] if filling
    ]
