"""What lies in an archive beside its files is found, or the archive is not called clean."""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
import zipfile
import zlib

import pytest

from fileroom.screening.parts import Outcome
from tests.screening.files import zipped
from tests.screening.test_nowhere_to_hide import NUMBER, found, never_clean, screened

SAID = f"Student SSN: {NUMBER}".encode()
PLAIN_ZIP = zipped({"a.txt": "Welcome to our school.", "b.txt": "See you there."})


def put_into(archive: bytes, at: int, words: bytes) -> bytes:
    """The archive with something put in before its directory, which is moved."""
    made = bytearray(archive[:at] + words + archive[at:])
    end = made.rindex(b"PK\x05\x06")
    directory = int.from_bytes(made[end + 16 : end + 20], "little") + len(words)
    made[end + 16 : end + 20] = directory.to_bytes(4, "little")
    return bytes(made)


def noted(kind: int, words: bytes) -> bytes:
    """An archive with a note of that kind beside its file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        about = zipfile.ZipInfo("a.txt")
        about.extra = struct.pack("<HH", kind, len(words)) + words
        archive.writestr(about, "Welcome to our school.")
    return out.getvalue()


def before_the_end() -> bytes:
    at = PLAIN_ZIP.rindex(b"PK\x05\x06")
    return PLAIN_ZIP[:at] + SAID + PLAIN_ZIP[at:]


@pytest.mark.parametrize(
    "body",
    [
        PLAIN_ZIP + b"\n" + SAID, PLAIN_ZIP + b"\x00" * 600 + SAID * 9,
        put_into(PLAIN_ZIP, PLAIN_ZIP.index(b"PK\x01\x02"), SAID), noted(0x7777, SAID), noted(0x5455, SAID * 4),
    ],
    ids=["behind it", "far behind it", "before its directory", "in a note", "in a note of programs"],
)  # fmt: skip
def test_what_lies_beside_the_files_of_an_archive_is_found(body: bytes) -> None:
    assert found(body, "a.zip")


def test_what_lies_before_the_end_of_a_directory_is_not_passed_over() -> None:
    assert never_clean(before_the_end(), "a.zip")


def test_a_packed_file_that_goes_on_behind_its_end_is_told() -> None:
    packed = zlib.compressobj(wbits=-15)
    body = packed.compress(b"Welcome to our school.") + packed.flush()
    whole = bytearray(zipped({"a.txt": b"x" * (len(body) + len(SAID))}, zipfile.ZIP_STORED))
    at, directory = whole.index(b"xxxx"), whole.index(b"PK\x01\x02")
    whole[at:directory] = body + SAID
    for head, method in ((0, 8), (directory, 10)):
        sum_of_it = zlib.crc32(b"Welcome to our school.")
        place = head + method
        whole[place : place + 2] = (8).to_bytes(2, "little")
        whole[place + 6 : place + 10] = sum_of_it.to_bytes(4, "little")
        whole[place + 14 : place + 18] = (22).to_bytes(4, "little")
    assert screened(bytes(whole), "a.zip").outcome is Outcome.DAMAGED


@pytest.mark.parametrize("more", [21, 24, 120, 200])
def test_a_packed_file_whose_last_bytes_come_late_is_whole(more: int) -> None:
    rows = ("," * 3 + "\n") * 70_000
    assert screened(zipped({"a.csv": rows[: (1 << 18) + more]}), "a.zip").outcome is not Outcome.DAMAGED


class Way(io.RawIOBase):
    """A way out that cannot be gone back on: sizes come behind the files."""

    def __init__(self) -> None:
        self.came = b""

    def writable(self) -> bool:
        return True

    def write(self, more: bytes) -> int:  # type: ignore[override]
        self.came += bytes(more)
        return len(more)


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_an_ordinary_archive_is_clean(packing: int) -> None:
    way = Way()
    with zipfile.ZipFile(way, "w", packing) as archive:
        archive.writestr("a.txt", "Welcome to our school.")
        with archive.open("b.txt", "w", force_zip64=True) as large:
            large.write(b"See you there.")
    assert screened(way.came, "a.zip").outcome is Outcome.CLEAN
    assert screened(noted(0x5455, b"\x03" + bytes(8)), "a.zip").outcome is Outcome.CLEAN


def packed_tar(about: tarfile.TarInfo, body: bytes = b"Welcome to our school.") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        about.size = len(body)
        archive.addfile(about, io.BytesIO(body))
    return out.getvalue()


def test_what_a_tar_says_of_its_files_is_found() -> None:
    noted_so, owned = tarfile.TarInfo("a.txt"), tarfile.TarInfo("a.txt")
    noted_so.pax_headers = {"NOTE.x": SAID.decode()}
    owned.uname = f"Lopez {NUMBER}"
    assert found(packed_tar(noted_so), "a.tar") and found(packed_tar(owned), "a.tar")
    filled = packed_tar(tarfile.TarInfo("a.txt"))
    at = filled.index(b"school.") + 20
    assert found(filled[:at] + SAID + filled[at + len(SAID) :], "a.tar")
    assert screened(filled, "a.tar").outcome is Outcome.CLEAN


def test_what_stands_in_the_head_of_a_gzip_is_found_in_each_of_several() -> None:
    plain = gzip.compress(b"Welcome to our school. ", mtime=0)
    more = b"AB" + len(SAID).to_bytes(2, "little") + SAID
    said = plain[:3] + b"\x04" + plain[4:10] + len(more).to_bytes(2, "little") + more + plain[10:]
    assert found(said, "a.txt.gz") and found(plain + said, "a.txt.gz")
    assert screened(plain + plain + bytes(9), "a.txt.gz").outcome is Outcome.CLEAN
    assert found(plain + gzip.compress(SAID, mtime=0), "a.txt.gz")
    assert never_clean(plain + SAID, "a.txt.gz") and never_clean(plain[:-12], "a.txt.gz")
