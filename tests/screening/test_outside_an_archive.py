"""What an archive would lay outside the folder it is unpacked into is told, and the rest of it is read all the same."""

from __future__ import annotations

import io
import stat
import tarfile
import zipfile
from collections.abc import Callable

import pytest

from fileroom.screening.opening import extract
from fileroom.screening.parts import Outcome
from tests.screening.files import word, zipped

KEPT = {"kept.txt": "what else is kept"}
OUTSIDE = (
    "/etc/passwd", "../../etc/x.txt", "a/../../x.txt", "..\\..\\x.txt", "a\\..\\x.txt", "\\x.txt", "\\\\host\\x.txt",
    "C:/x.txt", "c:x.txt", "./D:\\x.txt", "a/.. /x.txt",
)  # fmt: skip
INSIDE = ("./a.txt", "records/2026/a.txt", "records\\2026\\a.txt", "a..b/..c.txt", "…/a.txt", "records/a: b.txt")


def tarred(*members: tuple[str, bytes, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    """A tar of a file that stays within, and of these: name, type and target of a link."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, kind, target in (("kept.txt", tarfile.REGTYPE, b""), *members):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, target.decode()
            body = KEPT["kept.txt"].encode() if kind not in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE) else b""
            member.size = len(body)
            archive.addfile(member, io.BytesIO(body))
    return out.getvalue()


def in_a_zip(name: str) -> bytes:
    return zipped({name: "x", **KEPT})


def in_a_tar(name: str) -> bytes:
    return tarred((name, tarfile.REGTYPE, b""))


PACKED = [in_a_zip, in_a_tar]


def of_kind(mode: int, name: str = "way") -> bytes:
    """A ZIP of a file that stays within, and of one that is no plain file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("kept.txt", KEPT["kept.txt"])
        member = zipfile.ZipInfo(name)
        member.external_attr = (mode | 0o777) << 16
        archive.writestr(member, "/etc/passwd")
    return out.getvalue()


def told(body: bytes) -> tuple[Outcome | None, str, bool]:
    """What comes of it, what is said, and whether what else is packed in it was read."""
    extracted = extract(body)
    return extracted.outcome, extracted.says, any(part.text == KEPT["kept.txt"] for part in extracted.parts)


@pytest.mark.parametrize("name", OUTSIDE)
@pytest.mark.parametrize("packed", PACKED)
def test_a_name_that_leads_outside_is_rejected_and_named(name: str, packed: Callable[[str], bytes]) -> None:
    outcome, says, kept = told(packed(name))
    assert outcome is Outcome.REJECTED and says == f"What is packed in it leads outside: {name}." and kept


@pytest.mark.parametrize("name", INSIDE)
@pytest.mark.parametrize("packed", PACKED)
def test_a_name_that_stays_inside_is_nothing(name: str, packed: Callable[[str], bytes]) -> None:
    outcome, _, kept = told(packed(name))
    assert outcome is None and kept


def test_a_name_that_ends_before_its_end_is_rejected() -> None:
    body = zipped({"a.txt0.exe": "x", **KEPT}).replace(b"a.txt0.exe", b"a.txt\x00.exe")
    assert told(body) == (Outcome.REJECTED, "What is packed in it leads outside: a.txt .exe.", True)


@pytest.mark.parametrize("mode", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK])
def test_a_zip_holds_plain_files_only(mode: int) -> None:
    assert told(of_kind(mode)) == (Outcome.REJECTED, "What is packed in it is no file but a link or device: way.", True)


def test_a_plain_file_s_mode_and_a_folder_s_are_nothing() -> None:
    assert told(of_kind(stat.S_IFREG))[0] is None
    assert told(of_kind(stat.S_IFDIR, "records/"))[0] is None


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE])
def test_a_tar_holds_plain_files_only(kind: bytes) -> None:
    outcome, says, kept = told(tarred(("way", kind, b"kept.txt")))
    assert outcome is Outcome.REJECTED and says.endswith("is no file but a link or device: way.") and kept


def test_a_trap_in_an_archive_in_an_archive_is_one_too() -> None:
    outcome, says, kept = told(zipped({"inner.zip": zipped({"../x.txt": "x", **KEPT})}))
    assert outcome is Outcome.REJECTED and "leads outside: ../x.txt" in says and kept


def test_an_office_file_with_a_part_outside_is_a_trap() -> None:
    with zipfile.ZipFile(made := io.BytesIO(word("")), "a") as archive:
        archive.writestr("../x.txt", "x")
    assert extract(made.getvalue()).outcome is Outcome.REJECTED


def test_a_file_of_a_kind_that_no_tar_knows_is_read_as_a_plain_one() -> None:
    body = tarred(("odd.txt", b"Z", b""), form=tarfile.USTAR_FORMAT)
    assert [part.text for part in extract(body).parts if not part.asks_nobody] == [KEPT["kept.txt"]] * 2


def test_no_number_in_a_name_is_repeated() -> None:
    assert "4471" not in told(zipped({"../518-22-4471.txt": "x"}))[1]
