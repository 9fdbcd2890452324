"""What a file is, by its first bytes: a name proves nothing. Of an office file, by what its package says it is."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from xml.parsers import expat

from fileroom.screening.opening.identify import ZIP_ENTRY, is_mail
from fileroom.screening.opening.zip_layout import files_listed
from fileroom.screening.parts import LIMITS


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

# What a package says its main part is, and how it says that there are macros: such a one is none of these.
MAIN, OF_MACROS = ".main+xml", ("macro", "vba")
MAIN_PARTS = {f"{it.media_type}{MAIN}": it for it in (DOCX, XLSX, PPTX)}
SAY_A_TYPE = ("Override", "Default")
TYPES, MIMETYPE = "[Content_Types].xml", "mimetype"
FOLDERS_OF_MACROS = frozenset(("basic", "scripts"))  # of an OpenDocument package
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # all that an office file may be packed by
LARGEST_PART = 2**18
# More than any office file has; and what is packed of more files is opened by nobody (`Limits.items`).
MOST_PARTS, LARGEST_DIRECTORY = LIMITS.items, 2**20
UNREADABLE = (
    OSError, RuntimeError, NotImplementedError, EOFError, ValueError, zipfile.BadZipFile, zlib.error, expat.ExpatError
)  # fmt: skip


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
    if PurePath(name).suffix.lower() in EML.endings and is_mail(body):
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


def _office_file(body: bytes) -> Kind | None:
    """The office file that a package says it is. Nothing is unpacked but the part that says so."""
    parts = files_listed(BytesIO(body), MOST_PARTS, LARGEST_DIRECTORY)
    if parts is None or parts > MOST_PARTS:
        return None
    try:
        with zipfile.ZipFile(BytesIO(body)) as package:
            names = package.namelist()
            if TYPES in names:
                return _by_its_types(_types(_part(package, TYPES)))
            if names[:1] == [MIMETYPE] and _part(package, MIMETYPE) == ODT.media_type.encode():
                return None if any(map(_is_of_macros, names)) else ODT
    except UNREADABLE:
        return None
    return None


def _by_its_types(types: set[str]) -> Kind | None:
    main = [it for it in types if it.endswith(MAIN)]
    if len(main) != 1 or any(word in it for it in types for word in OF_MACROS):
        return None
    return MAIN_PARTS.get(main[0])


def _types(body: bytes) -> set[str]:
    """The media types that a package says its parts are of. A document type is none of a package's: ValueError."""
    found: set[str] = set()

    def begins(name: str, said: dict[str, str]) -> None:
        if name.rpartition(":")[2] in SAY_A_TYPE:
            found.add(said.get("ContentType", "").strip().lower())

    def refuse(*_: object) -> None:
        raise ValueError

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.StartDoctypeDeclHandler = begins, refuse
    parser.Parse(body, True)
    return found


def _is_of_macros(name: str) -> bool:
    return not FOLDERS_OF_MACROS.isdisjoint(PurePath(name.replace("\\", "/").lower()).parts[:-1])


def _part(package: zipfile.ZipFile, name: str) -> bytes:
    """A part, whole. ValueError where it is longer than any such part, or packed as none is."""
    if package.getinfo(name).compress_type not in PACKINGS:
        raise ValueError
    with package.open(name) as part:
        body = part.read(LARGEST_PART + 1)
    if len(body) > LARGEST_PART:
        raise ValueError
    return body
