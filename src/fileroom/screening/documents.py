"""What a file is, by its first bytes: a name proves nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of document the shelves take."""

    media_type: str
    endings: tuple[str, ...]


PDF = Kind("application/pdf", (".pdf",))
PNG = Kind("image/png", (".png",))
JPEG = Kind("image/jpeg", (".jpg", ".jpeg"))
TEXT = Kind("text/plain", (".txt",))


def _is_text(body: bytes) -> bool:
    if not body or b"\x00" in body[:65536]:
        return False
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


# An unclosed string, and an unclosed list of identifiers, is walked once: a scan from each bracket in it would be
# quadratic. The list holds two digests, so 256 bytes are ample; what is longer is read like any other text.
PLAIN_STRING = re.compile(rb"\(((?:\\.|[^()\\])*+)(\)?)", re.S)
IDENTIFIER = re.compile(rb"/ID\s*+\[[^\[\]]{0,256}+\]")


def strings_of_pdf(body: bytes) -> str:
    """The texts that stand uncompressed in a PDF's bytes, one a line; not its numbers, names and identifiers."""
    strings = PLAIN_STRING.finditer(IDENTIFIER.sub(b"", body))
    return "\n".join(string[1].decode("latin-1") for string in strings if string[2])


def kind_of(body: bytes) -> Kind | None:
    """The kind of a document's bytes, or None where it is none the shelves take."""
    if body.startswith(b"%PDF-") and b"%%EOF" in body[-2048:]:
        return PDF
    if body.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if body.startswith(b"\xff\xd8\xff"):
        return JPEG
    return TEXT if _is_text(body) else None
