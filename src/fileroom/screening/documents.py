"""What a file is, by its first bytes: a name proves nothing. Of an office file, by what its package says it is."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath


@dataclass(frozen=True)
class Kind:
    """A kind of document the shelves take. `called`: what a person calls it."""

    media_type: str
    endings: tuple[str, ...]
    called: str = ""


OFFICE = "application/vnd.openxmlformats-officedocument."
PDF = Kind("application/pdf", (".pdf",))
PNG = Kind("image/png", (".png",))
JPEG = Kind("image/jpeg", (".jpg", ".jpeg"))
TIFF = Kind("image/tiff", (".tif", ".tiff"))
TEXT = Kind("text/plain", (".txt",))
DOCX = Kind(f"{OFFICE}wordprocessingml.document", (".docx",), "a Word document")
XLSX = Kind(f"{OFFICE}spreadsheetml.sheet", (".xlsx",), "an Excel workbook")
PPTX = Kind(f"{OFFICE}presentationml.presentation", (".pptx",), "PowerPoint slides")
ODT = Kind("application/vnd.oasis.opendocument.text", (".odt",), "an OpenDocument text")
EML = Kind("message/rfc822", (".eml",), "an e-mail")
KINDS = (PDF, PNG, JPEG, TIFF, TEXT, DOCX, XLSX, PPTX, ODT, EML)

# What a package says its main part is. One with macros says something else, and is none of these.
MAIN_PART = re.compile(rb"ContentType\s*=\s*[\"'](application/[\w.+-]+\.main\+xml)[\"']")
MAIN_PARTS = {f"{it.media_type}.main+xml".encode(): it for it in (DOCX, XLSX, PPTX)}
TYPES, MIMETYPE = "[Content_Types].xml", "mimetype"
ZIP_ENTRY, ZIP_END, LARGE_END_AT = b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x07"
END, LARGE_END_AT_LENGTH, MOST_BEHIND = 22, 20, 65557
LARGEST_DIRECTORY = 2**20  # bytes: some twenty thousand parts, more than any office file has
LARGEST_PART = 2**18
UNREADABLE = (OSError, RuntimeError, NotImplementedError, EOFError, ValueError, zipfile.BadZipFile, zlib.error)
# The lines at the head of a mail; two of those that every mail has are enough.
HEAD_OF_MAIL = 65536
HEADERS = re.compile(rb"(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
OF_MAIL = re.compile(
    rb"^(From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Content-Type):", re.M | re.I
)


def kind_of(body: bytes, name: str = "") -> Kind | None:
    """The kind of a document's bytes, or None where it is none the shelves take.

    `name` only parts a mail from a text: a memo begins as a mail does, and is saved as a text.
    """
    if body.startswith(b"%PDF-") and b"%%EOF" in body[-2048:]:
        return PDF
    if body.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if body.startswith(b"\xff\xd8\xff"):
        return JPEG
    if body.startswith((b"II*\x00", b"MM\x00*")):
        return TIFF
    if body.startswith(ZIP_ENTRY):
        return _office_file(body)
    if PurePath(name).suffix.lower() in EML.endings and _is_mail(body):
        return EML
    return TEXT if _is_text(body) else None


def _is_text(body: bytes) -> bool:
    if not body or b"\x00" in body:
        return False
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_mail(body: bytes) -> bool:
    """Whether it begins as a mail does. Its parts may be in any encoding, but none holds a zero byte."""
    head = HEADERS.match(body[:HEAD_OF_MAIL].removeprefix(b"\xef\xbb\xbf"))
    return head is not None and b"\x00" not in body and len({it.lower() for it in OF_MAIL.findall(head[0])}) > 1


def _office_file(body: bytes) -> Kind | None:
    """The office file that a package says it is. Nothing is unpacked but the part that says so."""
    if not _has_small_directory(body):
        return None
    try:
        with zipfile.ZipFile(BytesIO(body)) as package:
            names = package.namelist()
            if TYPES in names:
                said = set(MAIN_PART.findall(_part(package, TYPES)))
                return MAIN_PARTS.get(said.pop()) if len(said) == 1 else None
            if names[:1] == [MIMETYPE] and _part(package, MIMETYPE) == ODT.media_type.encode():
                return ODT
    except UNREADABLE:
        return None
    return None


def _part(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as part:
        return part.read(LARGEST_PART)


def _has_small_directory(body: bytes) -> bool:
    """Whether the list of its parts is short: of a long one each line would be held in memory before anybody asks."""
    at = body.rfind(ZIP_END, max(len(body) - MOST_BEHIND, 0))
    if at < 0 or body.startswith(LARGE_END_AT, max(at - LARGE_END_AT_LENGTH, 0)):
        return False
    return len(body) >= at + END and int.from_bytes(body[at + 12 : at + 16], "little") <= LARGEST_DIRECTORY
