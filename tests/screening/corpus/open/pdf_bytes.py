"""A small writer of PDF files whose every byte is ours: same input, same file."""

import hashlib
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
LETTER = (612, 792)


def escaped(text: str) -> bytes:
    """A PDF literal string in the letters of Windows."""
    raw = text.encode("cp1252")
    return b"(" + raw.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)") + b")"


def lines_of_text(
    lines: Iterable[str], *, size: float = 11, left: int = 60, top: int = 730, paint: str = "0 g"
) -> bytes:
    """The drawing of lines under each other; `paint` sets the colour or the way of painting."""
    shown = b"".join(escaped(line) + b" Tj T*\n" for line in lines)
    head = f"BT {paint} /F1 {size} Tf {size * 1.4:.1f} TL {left} {top} Td\n".encode()
    return head + shown + b"ET\n"


def rc4(key: bytes, data: bytes) -> bytes:
    """The old stream cipher of PDF."""
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def _md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def _md5_often(data: bytes) -> bytes:
    digest = _md5(data)
    for _ in range(50):
        digest = _md5(digest)
    return digest


def _rc4_rounds(key: bytes, data: bytes) -> bytes:
    for turn in range(20):
        data = rc4(bytes(byte ^ turn for byte in key), data)
    return data


@dataclass(frozen=True)
class Lock:
    """The passwords of a file (security handler of revision 3, 128 bits)."""

    user: str
    owner: str
    permissions: int = -3904

    def entries(self, file_id: bytes) -> tuple[bytes, bytes]:
        """The key of the file and its Encrypt dictionary."""
        user = (self.user.encode() + PAD)[:32]
        sealed_owner = _rc4_rounds(_md5_often((self.owner.encode() + PAD)[:32]), user)
        key = _md5_often(user + sealed_owner + struct.pack("<i", self.permissions) + file_id)
        sealed_user = _rc4_rounds(key, _md5(PAD + file_id)) + bytes(16)
        body = f"/O <{sealed_owner.hex()}> /U <{sealed_user.hex()}> /P {self.permissions}"
        return key, f"<< /Filter /Standard /V 2 /R 3 /Length 128 {body} >>".encode()


@dataclass
class Pdf:
    """Objects in order of number; 1 is the catalog, 2 the pages, 3 the font."""

    catalog: bytes = b""
    lock: Lock | None = None
    bodies: list[tuple[bytes, bytes | None]] = field(default_factory=lambda: [(b"", None), (b"", None), (b"", None)])
    pages: list[int] = field(default_factory=list)
    info: int | None = None
    font: bytes = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"

    def add(self, body: bytes) -> int:
        """Add an object; returns its number."""
        self.bodies.append((body, None))
        return len(self.bodies)

    def stream(self, data: bytes, keys: bytes = b"", *, packed: bool = True) -> int:
        """Add a stream; returns its number."""
        if packed:
            data, keys = zlib.compress(data, 9), keys + b" /Filter /FlateDecode"
        self.bodies.append((keys, data))
        return len(self.bodies)

    def page(self, content: bytes, *, resources: bytes = b"", keys: bytes = b"") -> int:
        """Add a page of letter size; returns its number."""
        drawn = self.stream(content)
        box = f"/MediaBox [0 0 {LETTER[0]} {LETTER[1]}]".encode()
        fonts = b"/Resources << /Font << /F1 3 0 R >> " + resources + b" >>"
        number = self.add(
            b"<< /Type /Page /Parent 2 0 R " + box + b" /Contents %d 0 R " % drawn + fonts + keys + b" >>"
        )
        self.pages.append(number)
        return number

    def to_bytes(self) -> bytes:
        """The whole file."""
        kids = b" ".join(b"%d 0 R" % number for number in self.pages)
        self.bodies[0] = (b"<< /Type /Catalog /Pages 2 0 R " + self.catalog + b" >>", None)
        self.bodies[1] = (b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % len(self.pages), None)
        self.bodies[2] = (self.font, None)
        file_id = _md5(b"".join(keys + (data or b"") for keys, data in self.bodies))
        key, trailer = b"", b""
        if self.lock is not None:
            key, body = self.lock.entries(file_id)
            trailer += b" /Encrypt %d 0 R" % self.add(body)
        if self.info is not None:
            trailer += b" /Info %d 0 R" % self.info
        return self._written(key, trailer + b" /ID [<%s> <%s>]" % ((file_id.hex().encode(),) * 2))

    def _written(self, key: bytes, trailer: bytes) -> bytes:
        out = bytearray(b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, (keys, data) in enumerate(self.bodies, 1):
            places.append(len(out))
            if data is None:
                body = keys
            else:
                sealed = rc4(_md5(key + struct.pack("<I", number)[:3] + b"\0\0"), data) if key else data
                body = b"<< /Length %d " % len(sealed) + keys + b" >>\nstream\n" + sealed + b"\nendstream"
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        out += (
            b"trailer\n<< /Size %d /Root 1 0 R" % (len(places) + 1) + trailer + b" >>\nstartxref\n%d\n%%%%EOF\n" % start
        )
        return bytes(out)


def plain(*pages: Iterable[str], lock: Lock | None = None) -> bytes:
    """A file of text pages and nothing else."""
    pdf = Pdf(lock=lock)
    for lines in pages:
        pdf.page(lines_of_text(lines))
    return pdf.to_bytes()
