"""A number that a text carries packed as letters is found, or the file is not called clean."""

from __future__ import annotations

import base64
import binascii
import gzip
import io
import json

import pytest

from fileroom.screening.opening import extract
from fileroom.screening.parts import Limits, Outcome
from tests.screening.files import picture, saved
from tests.screening.test_nowhere_to_hide import NUMBER, asks, found, never_clean, screened

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


SAID = f"Student SSN: {NUMBER}"
PARTED = f'{HEAD}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="B"\n\n--B\n'
BOUNCED = f"{PARTED.replace('mixed', 'report')}Content-Type: text/plain\n\nhi\n--B\n"


@pytest.mark.parametrize(
    "body",
    [
        *(
            f"{HEAD}{name}: {SAID}\n\nhi\n"
            for name in ("Content-Description", "List-Note", "Received", "References", "ARC-Note")
        ),
        f'{HEAD}Content-Type: text/plain; note="{SAID}"\n\nhi\n',
        f"{PARTED}Content-Type: text/plain\nX-Note: {SAID}\n\nhi\n--B--\n",
        f"{BOUNCED}Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nDiagnostic-Code: {SAID}\n--B--\n",
        *(
            f"{PARTED}Content-Type: message/{kind}\n\nSubject: {SAID}\nFrom: a@x.org\n\nhi\n--B--\n"
            for kind in (
                "global",
                "partial; number=1; total=2; id=x",
                "external-body; access-type=local-file",
                "rfc822",
            )
        ),
    ],
)
def test_no_header_of_a_mail_or_of_its_parts_is_left_out(body: str) -> None:
    assert found(body.encode(), "a.eml")


def test_what_machines_write_in_a_mail_is_not_told() -> None:
    packed = base64.b64encode(bytes((7 * at * at + at // 3) % 251 for at in range(900))).decode()
    body = (
        f"Received: from mx.x.org (mx.x.org [192.0.2.4]) by y.org with ESMTPS id 536904271AB\n\tfor <{NUMBER}@y.org>; "
        f"Mon, 12 Oct 2020 10:00:00 -0700\nDKIM-Signature: v=1; a=rsa-sha256; b={packed}\n{HEAD}"
        f"Thread-Index: {packed[:40]}\n\nhi\n"
    )
    assert screened(body.encode(), "a.eml").outcome is Outcome.CLEAN


def page(inner: str) -> bytes:
    return f"<html><body>{inner}Hello dear families</body></html>".encode()


@pytest.mark.parametrize(
    "inner",
    [
        f'<input type="button" value="{SAID}">', f"<button value='{SAID}'>Go</button>", f"<p>Hi</p {NUMBER}>",
        '<iframe srcdoc="Juan Perez 536-&lt;b&gt;90&lt;/b&gt;-4271"></iframe>', f'<p title="{SAID}" title="x">Hi</p>',
    ],
)  # fmt: skip
def test_whatever_a_page_s_elements_say_is_read(inner: str) -> None:
    assert found(page(inner), "a.html")


@pytest.mark.parametrize(
    "inner",
    [
        '<input placeholder="Your Social Security number" placeholder="x">',
        '<input type="submit" value="Enter your Social Security number">',
        "<input>" * 9 + '<input placeholder="Your Social Security number">',
        '<input placeholder="Student social"><input placeholder="Student name"><input placeholder="Grade">',
        '<input placeholder="Your Social Security number"><input placeholder="First name (nicknames not allowed)">',
    ],
)
def test_what_a_visitor_is_asked_is_heard(inner: str) -> None:
    assert asks(page(f"<form>{inner}</form>"), "a.html")


def test_the_attributes_of_a_page_are_no_text_each() -> None:
    many = "".join(f'<p title="a{number}">' for number in range(20_000))
    assert len(extract(page(many), "a.html").parts) < 5


def test_more_single_texts_than_are_read_are_told() -> None:
    many = "".join(f'<p a{number}="x">' for number in range(60)).encode()
    assert extract(many, "a.html", Limits(parts=20)).outcome is Outcome.TOO_BIG


@pytest.mark.parametrize(
    "inner",
    [
        rf"{{\*\generator {SAID};}}Hi\par", rf"{{\fonttbl{{\f0 {SAID};}}}}Hi\par", rf"Hi \datastore {SAID}\par",
        r"{\stylesheet{\s1 Student SSN: 536\'2d90\'2d4271;}}Hi\par",
        r"{\*\rsidtbl {\b Juan Perez }536-{\i 90}-4271}Hi\par",
    ],
)  # fmt: skip
def test_no_group_of_a_letter_is_left_out_for_what_it_is_called(inner: str) -> None:
    assert found(rf"{{\rtf1\ansi {inner}}}".encode(), "a.rtf")


def test_the_looks_of_an_ordinary_letter_say_nothing() -> None:
    fonts = r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fswiss Arial;}}{\colortbl;\red0\green0\blue0;}"
    styles = r"{\stylesheet{\s0 Normal;}{\s1 heading 1;}}{\*\generator Riched20 10.0.19041;}"
    assert (
        screened(rf"{{\rtf1\ansi {fonts}{styles}Hello dear families\par}}".encode(), "a.rtf").outcome is Outcome.CLEAN
    )
