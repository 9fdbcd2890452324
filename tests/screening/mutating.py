"""Files of the open corpus, changed: by bytes, by pieces of other files, by what a format's parsers stumble over."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections import defaultdict
from functools import cache

from tests.screening.corpus.open.documents import DOCUMENTS
from tests.screening.files import zipped
from tests.screening.test_hostile_documents import good

LARGEST_SEED = 400_000
PARSERS = {
    "pdf": ("pdf",), "word": ("docx",), "sheets": ("xlsx",), "slides": ("pptx",), "mail": ("eml",),
    "webpage": ("html",),
    "rtf": ("rtf",), "csv": ("csv",), "json": ("json",), "xml": ("xml",),
    "pictures": ("png", "jpg", "jpeg", "tif", "tiff", "gif"),
    "archives": ("zip", "tar", "gz"),
}  # fmt: skip
PACKED = ("word", "sheets", "slides", "archives")
TOKENS = {
    "pdf": b"obj endobj stream endstream xref trailer startxref /Length /Filter /FlateDecode /Kids /Parent /Contents "
    b"/XObject /AcroForm /Fields /Annots /EmbeddedFiles << >> [ ] R 0 -1 4294967295 99999999999 BT ET Tj Do q Q",
    "rtf": rb"{ } \ \bin99999999 \bin-1 \uc9 \u-1? \'zz \pict \objdata \par \cell \row \v {\* \ansicpg99999",
    "mail": b"Content-Type: Content-Transfer-Encoding: base64 multipart/mixed; boundary= message/rfc822 -- =?utf-8?b?",
    "webpage": b"<table <form <input <select <script> <!-- --> <![CDATA[ ]]> &#x110000; &#0; </ = <svg colspan=9999999",
    "json": b'[ { } ] , : "\\ud800" 1e999 -0 null "\\u0000" [[[[ 99999999999999999999',
    "xml": b"<!DOCTYPE <!ENTITY &a; &#0; <![CDATA[ ]]> <?xml xmlns= </ /> <!--",
    "csv": b'" "" ; , \t \r \n | \x00 \xff\xfe',
}
ANY = b"\x00 \xff \xff\xff\xff\xff \x7f\xff\xff\xff \x80 PK\x03\x04 %PDF- \x00\x00\x00\x00"


@cache
def seeds(parser: str) -> tuple[bytes, ...]:
    """Good and bad files of its formats."""
    by_ending: dict[str, list[bytes]] = defaultdict(list)
    for ending, body in good().items():
        by_ending[ending].append(body)
    for document in DOCUMENTS:
        ending = document.name.rpartition(".")[2].lower()
        if ending in PARSERS[parser] and len(body := document.build()) <= LARGEST_SEED:
            by_ending[ending].append(body)
    return tuple(body for ending in PARSERS[parser] for body in by_ending[ending])


def mutant(parser: str, number: int) -> bytes:
    """The input of this number; the same each time."""
    chance = random.Random(f"{parser} {number}")
    body = chance.choice(seeds(parser))
    if parser in PACKED and chance.random() < 0.75 and (inside := _inside(body, parser, chance)):
        return inside
    return _changed(body, parser, chance)


def _inside(body: bytes, parser: str, chance: random.Random) -> bytes | None:
    """A packed file with one of its parts changed, so that its check sums hold and the parser within sees it."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            parts = {it.filename: archive.read(it) for it in archive.infolist() if it.file_size <= LARGEST_SEED}
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError, ValueError):
        return None
    if not parts:
        return None
    name = chance.choice(sorted(parts))
    tongue = "xml" if name.endswith((".xml", ".rels")) else parser
    return zipped({**parts, name: _changed(parts[name], tongue, chance)})


def _changed(body: bytes, parser: str, chance: random.Random) -> bytes:
    """Some bytes turned, cut out, said again, or put in; or the end cut off."""
    changed = bytearray(body)
    tokens = (TOKENS.get(parser, b"") + b" " + ANY).split(b" ")
    for _ in range(1 << chance.randrange(6)):
        at = chance.randrange(len(changed) + 1)
        to = min(len(changed), at + (1 << chance.randrange(12)))
        match chance.randrange(7):
            case 0 if at < len(changed):
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                changed[at : at + 1] = bytes((chance.randrange(256),))
            case 2:
                del changed[at:to]
            case 3:
                changed[at:at] = changed[at:to] * chance.choice((1, 2, 40))
            case 4:
                changed[at:at] = chance.choice(tokens) * chance.choice((1, 1, 1, 3, 500))
            case 5:
                there = chance.randrange(len(changed) + 1)
                changed[at:to] = changed[there : there + to - at]
            case _ if chance.random() < 0.2:
                del changed[at:]
        if len(changed) > 4 * LARGEST_SEED:
            break
    return bytes(changed)
