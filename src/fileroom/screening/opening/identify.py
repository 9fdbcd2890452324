"""What a file is, by its contents: a name proves nothing. A file that is of two types at once is of none."""

from __future__ import annotations

import codecs
import csv
import json
import re
from dataclasses import dataclass
from enum import StrEnum

from fileroom.screening.opening.decoding import decode
from fileroom.screening.opening.ends import JPEG, end_of_picture

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + rb"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
# An archive's directory ends the file, with a comment of at most 65,535 bytes after it.
ZIP_END = b"PK\x05\x06"
ZIP_ENTRY = b"PK\x03\x04"
# What may stand behind a file's end and says nothing.
FILLING = b"\x00\r\n "


class Format(StrEnum):
    """The formats that are told apart."""

    ARCHIVE = "archive"
    BZIP2 = "bzip2"
    CSV = "csv"
    EMAIL = "email"
    ENCRYPTED = "encrypted"
    GZIP = "gzip"
    HTML = "html"
    IMAGE = "image"
    JSON = "json"
    MAILBOX = "mailbox"
    OLE = "ole"
    PDF = "pdf"
    POSTSCRIPT = "postscript"
    PROGRAM = "program"
    RTF = "rtf"
    TAR = "tar"
    TEXT = "text"
    UNKNOWN = "unknown"
    XML = "xml"
    XZ = "xz"
    ZIP = "zip"


# What begins a file of each format. ISO media (HEIC, MP4) have theirs at the fourth byte.
BEGINNINGS: tuple[tuple[bytes, Format], ...] = (
    (b"%PDF-", Format.PDF),
    (ZIP_ENTRY, Format.ZIP),
    (ZIP_END, Format.ZIP),
    (b"\x89PNG\r\n\x1a\n", Format.IMAGE),
    (b"\xff\xd8\xff", Format.IMAGE),
    (b"GIF87a", Format.IMAGE),
    (b"GIF89a", Format.IMAGE),
    (b"II*\x00", Format.IMAGE),
    (b"MM\x00*", Format.IMAGE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.OLE),
    (b"{\\rtf", Format.RTF),
    (b"\x1f\x8b\x08", Format.GZIP),
    (b"7z\xbc\xaf\x27\x1c", Format.ARCHIVE),
    (b"Rar!\x1a\x07", Format.ARCHIVE),
    (b"BZh", Format.BZIP2),
    (b"\xfd7zXZ\x00", Format.XZ),
    (b"\x28\xb5\x2f\xfd", Format.ARCHIVE),
    (b"MSCF", Format.ARCHIVE),
    (b"age-encryption.org/v", Format.ENCRYPTED),
    (b"$ANSIBLE_VAULT;", Format.ENCRYPTED),
    (b"Salted__", Format.ENCRYPTED),
    (b"%!", Format.POSTSCRIPT),
    (b"\x04%!", Format.POSTSCRIPT),
    (b"\xc5\xd0\xd3\xc6", Format.POSTSCRIPT),
    (b"\x7fELF", Format.PROGRAM),
    (b"\xcf\xfa\xed\xfe", Format.PROGRAM),
    (b"\xca\xfe\xba\xbe", Format.PROGRAM),
    (b"#!/", Format.PROGRAM),
)
# What is written for programs and people alike may be laid out in any of the ways of text.
TEXTS = ("txt", "md", "text", "log", "csv", "tsv", "tab", "ini", "cfg", "conf", "yaml", "yml", "ics", "vcf", "json",
         "jsonl", "ndjson", "xml", "html", "htm", "xhtml", "svg", "eml", "mbox")  # fmt: skip
ENDINGS: dict[Format, tuple[str, ...]] = {
    Format.BZIP2: ("bz2", "tbz", "tbz2"),
    Format.CSV: TEXTS,
    Format.EMAIL: TEXTS,
    Format.GZIP: ("gz", "tgz"),
    Format.HTML: TEXTS,
    Format.IMAGE: ("png", "jpg", "jpeg", "gif", "tif", "tiff", "bmp", "webp"),
    Format.JSON: TEXTS,
    Format.MAILBOX: TEXTS,
    Format.OLE: ("doc", "xls", "ppt", "msg", "docx", "xlsx", "pptx", "bin", "db"),
    Format.PDF: ("pdf",),
    Format.RTF: ("rtf", "doc"),
    Format.TAR: ("tar",),
    Format.TEXT: (*TEXTS, "rtf"),
    Format.XML: (*TEXTS, "rels", "vml"),
    Format.XZ: ("xz", "txz"),
    Format.ZIP: ("zip", "docx", "xlsx", "pptx", "docm", "xlsm", "pptm", "dotx", "odt", "ods", "odp", "epub", "bin"),
}
HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|form|table|div|p|input|select|span|meta|title|h[1-6]|ul|br)\b", re.I
)
HEADER = re.compile(r"(?:[A-Za-z][\w-]*:[ \t]?[^\n]*\r?\n(?:[ \t][^\n]*\n)*){2,}")
MAIL_HEADERS = re.compile(
    r"^(?:From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Content-Type):", re.M | re.I
)
# What stands before each mail in a mailbox.
ENVELOPE = re.compile(r"^From [^\r\n]*\r?\n(?=[A-Za-z][\w-]*:)", re.M)
HEAD_OF_MAIL = 65536
DELIMITERS = "\t,;|"


@dataclass(frozen=True, slots=True)
class Identified:
    """A file's format, the text it is where it is one, and what else it is at once (which makes it none)."""

    format: Format
    text: str | None = None
    second: Format | None = None


def identify(body: bytes, name: str = "") -> Identified:
    """What these bytes are. `name` only settles between text formats that a short text could all be."""
    first = _by_beginning(body)
    second = _second(body, first)
    if first is not None:
        return Identified(first, second=second)
    text = decode(body)
    # The parts of a mail are each in an encoding of their own, which their heads name; its head is in none but ASCII,
    # whatever a line of it says of the letters of a page.
    if mail := _mail_by_its_head(body):
        return Identified(mail, text, second)
    # A PDF may have some bytes before its head, and a reader still opens it.
    if b"%PDF-" in body[:1024] and (text is None or b"%%EOF" in body):
        return Identified(Format.PDF, second=second)
    if text is None:
        return Identified(Format.UNKNOWN, second=second)
    return Identified(_of_text(text, ending(name)), text, second)


def is_mail(body: bytes) -> bool:
    """Whether these bytes are opened as a mail, whatever they are called."""
    return _by_beginning(body) is None and _mail_by_its_head(body) is Format.EMAIL


def ending(name: str) -> str:
    """A name's ending, in small letters, without the dot."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def misnamed(name: str, found: Format) -> bool:
    """Whether a name's ending says another format than the contents do."""
    known = {ending for endings in ENDINGS.values() for ending in endings}
    return ending(name) in known and found in ENDINGS and ending(name) not in ENDINGS[found]


def _by_beginning(body: bytes) -> Format | None:
    for beginning, found in BEGINNINGS:
        if body.startswith(beginning):
            return found
    if body.startswith(b"MZ") and b"PE\x00\x00" in body[:4096]:
        return Format.PROGRAM
    if body.startswith(b"BM") and int.from_bytes(body[2:6], "little") == len(body):
        return Format.IMAGE
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return Format.IMAGE
    if body[4:8] == b"ftyp":
        return Format.UNKNOWN
    return Format.TAR if body[257:262] == b"ustar" else None


def _second(body: bytes, first: Format | None) -> Format | None:
    """Another format that a reader could take the same bytes for."""
    if first not in (Format.ZIP, Format.OLE) and ends_as_zip(body):
        return Format.ZIP
    head = body[:1024].find(b"%PDF-")
    # A PDF stored as it is at the head of an archive is no second head: it lies where the archive says.
    if first is Format.ZIP and head > 0 and head == _first_entry(body):
        head = -1
    if first not in (Format.PDF, None, Format.EMAIL) and head >= 0 and b"%%EOF" in body:
        return Format.PDF
    if first is Format.IMAGE:
        return _after_image(body)
    return None


def ends_as_zip(body: bytes) -> bool:
    """Whether an archive's directory ends the file, just where its own comment says."""
    tail = body[-65557:]
    at = tail.rfind(ZIP_END)
    while at >= 0:
        if at + 22 + int.from_bytes(tail[at + 20 : at + 22], "little") == len(tail):
            return True
        at = tail.rfind(ZIP_END, 0, at)
    return False


def _first_entry(body: bytes) -> int:
    return 30 + int.from_bytes(body[26:28], "little") + int.from_bytes(body[28:30], "little")


def _after_image(body: bytes) -> Format | None:
    """What lies behind a picture's end, but for what fills it up and further pictures, which are read."""
    end = end_of_picture(body)
    rest = body[end:].lstrip(FILLING) if end is not None else b""
    if not rest or rest.startswith(JPEG):
        return None
    return _by_beginning(rest) or (Format.HTML if HTML.search(rest[:4096].decode("latin-1")) else Format.UNKNOWN)


def _of_text(text: str, named: str) -> Format:
    start = text.lstrip()[:4096]
    if start.startswith("{\\rtf"):
        return Format.RTF
    if start.startswith("<"):
        return Format.HTML if _is_html(start) else Format.XML
    if start.startswith(("{", "[")) and _is_json(text):
        return Format.JSON
    return _mail(text) or of_plain_text(text, named)


def of_plain_text(text: str, named: str) -> Format:
    """The format of a text that is none of those which begin in a way of their own. `named`: its name's ending."""
    if delimiter(text, certain=named in ("csv", "tsv")):
        return Format.CSV
    return Format.HTML if named in ("html", "htm") or HTML.search(text.lstrip()[:4096]) else Format.TEXT


def _mail_by_its_head(body: bytes) -> Format | None:
    if b"\x00" in body:
        return None
    return _mail(body[:HEAD_OF_MAIL].removeprefix(codecs.BOM_UTF8).decode("latin-1"))


def _mail(text: str) -> Format | None:
    envelope = ENVELOPE.match(text)
    head = HEADER.match(text, envelope.end() if envelope else 0)
    if head and len({it.lower() for it in MAIL_HEADERS.findall(head[0])}) >= 2:
        return Format.MAILBOX if envelope else Format.EMAIL
    return None


def _is_html(start: str) -> bool:
    low = start.lower()
    return (not low.startswith(("<?xml", "<svg")) and bool(HTML.search(start))) or "<html" in low


def _is_json(text: str) -> bool:
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except RecursionError:
        return True
    except ValueError:
        # Only this ends a line of JSON: within a string may stand what Python takes for one.
        lines = [line for line in text.split("\n") if line.strip()]
        return len(lines) > 1 and all(line.lstrip().startswith("{") and line.rstrip().endswith("}") for line in lines)
    return True


def delimiter(text: str, *, certain: bool = False) -> str | None:
    """What parts the cells of a table in text; None where it is no table. `certain`: somebody says that it is one."""
    sample = text[:65536].strip("\ufeff\r\n")
    lines = [line for line in sample.splitlines() if line.strip()][:40]
    best: tuple[int, str] | None = None
    for mark in DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=mark) if row]
        except csv.Error:
            continue
        common = max(set(widths), key=widths.count, default=1)
        agree = widths.count(common)
        enough = agree * 10 >= len(widths) * (5 if certain else 9)
        if common > 1 and enough and (certain or (len(widths) > 2 and (common > 2 or mark in "\t;"))):
            best = max(best or (0, ""), (agree * common, mark))
    if best is None and certain and lines:
        return ","
    return best[1] if best else None
