"""PDF files written object by object: text in the built-in fonts, pictures, forms, and the old RC4 lock."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence

PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
IDENTITY = hashlib.md5(b"blind corpus", usedforsecurity=False).digest()
LETTER = "[0 0 612 792]"


def literal(text: str) -> str:
    """A PDF string."""
    return "(" + text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"


def written(
    lines: Sequence[str], *, font: str = "F1", size: float = 11, top: float = 740, before: str = "", leading: float = 0
) -> bytes:
    """The content of a page that shows these lines below each other."""
    shown = "\n".join(f"{literal(line)} Tj T*" for line in lines)
    step = leading or size * 1.35
    return f"{before}\nBT /{font} {size} Tf 0 Tr {step:.2f} TL 60 {top} Td\n{shown}\nET\n".encode("cp1252")


def rc4(key: bytes, data: bytes) -> bytes:
    """The cipher of the old PDF locks."""
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def digest(data: bytes) -> bytes:
    """MD5, as revision 2 of the lock wants it."""
    return hashlib.md5(data, usedforsecurity=False).digest()


class Pdf:
    """Objects in the order they were added; `save` writes them with their table. Objects 1 and 2 are reserved."""

    def __init__(self) -> None:
        self.objects: list[tuple[bytes, bytes | None]] = [(b"", None), (b"", None)]
        self.pages: list[int] = []
        self.catalog = ""
        self.info = 0

    def add(self, body: str, stream: bytes | None = None, *, packed: bool = False) -> int:
        """Add an object and say its number; a stream may be deflated."""
        if stream is not None:
            data = zlib.compress(stream) if packed else stream
            filtered = " /Filter /FlateDecode" if packed else ""
            body = f"<< {body} /Length {len(data)}{filtered} >>"
            self.objects.append((body.encode("latin-1"), data))
        else:
            self.objects.append((body.encode("latin-1"), None))
        return len(self.objects)

    def font(self, base: str = "Helvetica", more: str = "/Encoding /WinAnsiEncoding") -> int:
        """One of the fonts every reader has."""
        return self.add(f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} {more} >>")

    def page(self, content: bytes, resources: str, more: str = "", box: str = LETTER) -> int:
        """A page, of letter size unless another box is given."""
        drawn = self.add("", content, packed=True)
        number = self.add(
            f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents {drawn} 0 R /Resources << {resources} >> {more} >>"
        )
        self.pages.append(number)
        return number

    def picture(self, pixels: bytes, width: int, height: int) -> int:
        """A grey picture of one byte a pixel."""
        shape = f"/Type /XObject /Subtype /Image /Width {width} /Height {height}"
        shape += " /ColorSpace /DeviceGray /BitsPerComponent 8"
        return self.add(shape, pixels, packed=True)

    def save(self, user: str | None = None, owner: str = "") -> bytes:
        """The file; with `user` not None it is locked (an empty user password opens it for reading)."""
        kids = " ".join(f"{number} 0 R" for number in self.pages)
        self.objects[0] = (f"<< /Type /Catalog /Pages 2 0 R {self.catalog} >>".encode("latin-1"), None)
        self.objects[1] = (f"<< /Type /Pages /Count {len(self.pages)} /Kids [{kids}] >>".encode("latin-1"), None)
        key, lock = (b"", "") if user is None else locked(user, owner)
        out, places = bytearray(b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n"), []
        for number, (body, data) in enumerate(self.objects, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n".encode() + body
            if data is not None:
                sealed = rc4(digest(key + number.to_bytes(3, "little") + b"\0\0")[:10], data) if key else data
                out += b"\nstream\n" + sealed + b"\nendstream"
            out += b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
        info = f" /Info {self.info} 0 R" if self.info else ""
        known = f" /ID [<{IDENTITY.hex()}> <{IDENTITY.hex()}>]"
        out += f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R{info}{known}{lock} >>\n".encode()
        return bytes(out) + f"startxref\n{start}\n%%EOF\n".encode()


def locked(user: str, owner: str) -> tuple[bytes, str]:
    """The key and the trailer entry of a lock of revision 2. It covers streams only; keep strings out of the file."""
    padded = (user.encode() + PADDING)[:32]
    proof = rc4(digest((owner.encode() + PADDING)[:32])[:5], padded)
    allowed = -64
    key = digest(padded + proof + allowed.to_bytes(4, "little", signed=True) + IDENTITY)[:5]
    entry = (
        f" /Encrypt << /Filter /Standard /V 1 /R 2 /O <{proof.hex()}> /U <{rc4(key, PADDING).hex()}> /P {allowed} >>"
    )
    return key, entry
