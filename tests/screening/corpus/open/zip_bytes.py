"""ZIP files without a clock, and the office letter and the locked entry made of them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

WHEN = (1998, 9, 1, 8, 10, 0)


def zipped(files: Mapping[str, bytes], *, before: bytes = b"") -> bytes:
    """A ZIP of the files in the order given, written behind the bytes `before`."""
    out = io.BytesIO()
    out.write(before)
    with zipfile.ZipFile(out, "a" if before else "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=9)
    return out.getvalue()


def letter_docx(*paragraphs: str) -> bytes:
    """The smallest word-processor file that opens."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    parts = {"[Content_Types].xml": types, "_rels/.rels": links, "word/document.xml": text}
    return zipped({name: ('<?xml version="1.0" encoding="UTF-8"?>' + part).encode() for name, part in parts.items()})


class _OldCipher:
    """The first cipher of ZIP; weak, and still what most programs write."""

    def __init__(self, password: bytes) -> None:
        self.keys = [0x12345678, 0x23456789, 0x34567890]
        for byte in password:
            self._turn(byte)

    @staticmethod
    def _crc(byte: int, crc: int) -> int:
        return (zlib.crc32(bytes([byte]), crc ^ 0xFFFFFFFF) ^ 0xFFFFFFFF) & 0xFFFFFFFF

    def _turn(self, byte: int) -> None:
        one, two, three = self.keys
        one = self._crc(byte, one)
        two = ((two + (one & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        self.keys = [one, two, self._crc(two >> 24, three)]

    def seal(self, data: bytes) -> bytes:
        out = bytearray()
        for byte in data:
            mask = (self.keys[2] | 2) & 0xFFFF
            out.append(byte ^ ((mask * (mask ^ 1)) >> 8 & 0xFF))
            self._turn(byte)
        return bytes(out)


def locked(name: str, data: bytes, password: str) -> bytes:
    """A ZIP of one stored entry under a password."""
    crc = zlib.crc32(data)
    sealed = _OldCipher(password.encode()).seal(b"fileroomzip" + bytes([crc >> 24]) + data)
    label, day = name.encode(), (WHEN[0] - 1980) << 9 | WHEN[1] << 5 | WHEN[2]
    hour = WHEN[3] << 11 | WHEN[4] << 5
    common = struct.pack("<HHHHHLLLHH", 20, 1, 0, hour, day, crc, len(sealed), len(data), len(label), 0)
    local = b"PK\x03\x04" + common + label + sealed
    central = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHLL", 0, 0, 0, 0, 0) + label
    end = b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end
