"""A number that a text carries packed as letters is found, or the file is not called clean."""

from __future__ import annotations

import base64
import binascii
import gzip
import io
import json

import pytest

from fileroom.screening.parts import Outcome
from tests.screening.files import picture, saved
from tests.screening.test_nowhere_to_hide import NUMBER, found, never_clean, screened

SHOT = saved(picture(f"Student SSN: {NUMBER}", size=(900, 200)), "PNG")
PACKED = base64.b64encode(SHOT).decode()
NOTE = base64.encodebytes(f"Student SSN: {NUMBER}\n".encode()).decode()
LINES = base64.encodebytes(SHOT).decode()
HEAD = "From: a@x.org\nTo: b@x.org\nSubject: records\n"
UUENCODED = "begin 644 a.txt\n" + binascii.b2a_uu(f"Student SSN: {NUMBER}\n".encode()).decode() + "`\nend\n"
MAIL = f"{HEAD}MIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n{NOTE}\n"


def bare(packed: str) -> str:
    """Base64 without its padding."""
    return packed.rstrip("=\n")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (f"From a@x.org Mon Oct 12 10:00:00 2020\n{MAIL}", "inbox.mbox"),
        (f"From a@x.org Mon Oct 12 10:00:00 2020\n{HEAD}\nhi\n\nFrom a@x.org Mon Oct 12 2020\n{MAIL}", "inbox.mbox"),
        (f"{HEAD}\nSee attached.\n\n{UUENCODED}", "a.eml"),
        (f"Minutes of the meeting\n\n{UUENCODED}", "a.txt"),
        (f"Minutes of the meeting\n\n{LINES}\nand so on", "a.txt"),
        (f"Minutes of the meeting\n\n{bare(NOTE)} and so on", "a.txt"),
        (f"Minutes of the meeting\n\n{SHOT.hex()} and so on", "a.txt"),
        (f'<html><p>Hello</p><img src="data:image/png;base64,{bare(PACKED)}">', "a.html"),
        (f'<html><p>Hello</p><img src="data:image/png; charset=x;base64,{PACKED}">', "a.html"),
        (f'<html><p>Hello</p><div style="background:url(data:image/png;base64,{PACKED})">', "a.html"),
        (f'<html><style>p {{background:url("data:image/png;base64,{PACKED}")}}</style><p>Hello</p>', "a.html"),
        (f"<html><script>let a = '{bare(NOTE)}'</script><p>Hello</p>", "a.html"),
        (f'<html><p>Hello</p><a href="https://x.org/f?student_ssn={NUMBER}">form</a>', "a.html"),
        ('<html><p>Hello</p><a href="https://x.org/f?student_ssn=536%2D90%2D4271">form</a>', "a.html"),
        (f'<html><p class="{NUMBER}">Hello</p>', "a.html"),
        (f"<html><style>/* Student SSN: {NUMBER} */</style><p>Hello</p>", "a.html"),
        (f"<!doctype html {NUMBER}><p>Hello</p>", "a.html"),
        (json.dumps({"photo": f"data:image/png;base64,{PACKED}"}), "a.json"),
        (json.dumps({"photo": PACKED}).replace("/", "\\/"), "a.json"),
        (f"<?xml version='1.0'?><r><doc>{PACKED}</doc></r>", "a.xml"),
        (f"<?xml version='1.0'?><r><doc>{bare(NOTE)}</doc></r>", "a.xml"),
        (f"<?xml version='1.0'?><svg><image href='data:image/png;base64,{PACKED}'/></svg>", "a.svg"),
        (f"<svg><title>Welcome</title><image href='data:image/png;base64,{PACKED}'/></svg>", "a.svg"),
        (f"BEGIN:VCARD\nFN:Juan Perez\nPHOTO;ENCODING=b;TYPE=PNG:{PACKED}\nEND:VCARD\n", "a.vcf"),
        (f"BEGIN:VCARD\nFN:Juan Perez\nPHOTO;ENCODING=b:{LINES.strip().replace(chr(10), chr(10) + ' ')}\nEND:VCARD\n",
         "a.vcf"),
    ],
)  # fmt: skip
def test_what_a_text_carries_is_opened(body: str, name: str) -> None:
    assert found(body.encode(), name)


@pytest.mark.parametrize("size", [8192, 400])
def test_what_is_packed_in_no_known_way_is_told(size: int) -> None:
    noise = base64.b64encode(bytes((7 * at * at + at // 3) % 251 for at in range(size))).decode()
    assert screened(f"Minutes of the meeting {noise} and so on".encode(), "a.txt").outcome is Outcome.QUARANTINE
    assert never_clean(f"<html><img src='data:x/y;base64,{noise}'>".encode(), "a.html")


def test_what_a_packed_file_was_called_is_read() -> None:
    packed = io.BytesIO()
    with gzip.GzipFile(f"Lopez {NUMBER}.txt", "wb", fileobj=packed) as file:
        file.write(b"Loans in March.")
    assert found(packed.getvalue(), "a.gz")


def test_a_header_that_nobody_knows_is_read() -> None:
    assert found(f"{HEAD}Student-SSN: {NUMBER}\n\nhi\n".encode(), "a.eml")
    assert screened(f"{HEAD}Message-ID: <{NUMBER}.1@x.org>\n\nhi\n".encode(), "a.eml").outcome is Outcome.CLEAN


def test_a_program_that_draws_pages_is_not_read() -> None:
    drawn = b"%!PS-Adobe-3.0\n72 700 moveto (536-) show (90-) show (4271) show showpage\n%%EOF\n"
    assert screened(drawn, "a.ps").outcome is Outcome.UNREADABLE


KEY = base64.encodebytes(bytes((7 * at * at + at // 3) % 251 for at in range(900))).decode()


@pytest.mark.parametrize(
    "text",
    [
        "Name " + "_" * 60 + "\n" + ("_" * 70 + "\n") * 12,
        "=" * 700 + "\n" + "-" * 700,
        f"See https://x.org/click?u={base64.urlsafe_b64encode(KEY.encode()).decode()[:800]} for more.",
        f"-----BEGIN PGP SIGNATURE-----\n\n{KEY}-----END PGP SIGNATURE-----\n",
        "Otorrinolaringologicamente/Otorrinolaringologicamente and donaudampfschifffahrtsgesellschaft",
        "f3b1c2d4e5f60718293a4b5c6d7e8f9001122334455667788 is the sum of it",
    ],
)
def test_a_long_word_is_no_packing(text: str) -> None:
    assert screened(text.encode(), "a.txt").outcome is Outcome.CLEAN


def test_a_font_in_a_page_is_not_doubted() -> None:
    font = base64.b64encode(b"wOF2" + bytes(range(250)) * 8).decode()
    page = f"<html><style>@font-face {{src:url(data:font/woff2;base64,{font})}}</style><p>Hello dear families</p>"
    assert screened(page.encode(), "a.html").outcome is Outcome.CLEAN
