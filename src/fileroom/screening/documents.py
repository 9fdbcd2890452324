"""What a file is, by its first bytes: a name proves nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of document the shelves take."""

    media_type: str
    endings: tuple[str, ...]


PDF = Kind("application/pdf", (".pdf",))
PNG = Kind("image/png", (".png",))
JPEG = Kind("image/jpeg", (".jpg", ".jpeg"))
TIFF = Kind("image/tiff", (".tif", ".tiff"))
TEXT = Kind("text/plain", (".txt",))


def _is_text(body: bytes) -> bool:
    if not body or b"\x00" in body:
        return False
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def kind_of(body: bytes) -> Kind | None:
    """The kind of a document's bytes, or None where it is none the shelves take."""
    if body.startswith(b"%PDF-") and b"%%EOF" in body[-2048:]:
        return PDF
    if body.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if body.startswith(b"\xff\xd8\xff"):
        return JPEG
    if body.startswith((b"II*\x00", b"MM\x00*")):
        return TIFF
    return TEXT if _is_text(body) else None
