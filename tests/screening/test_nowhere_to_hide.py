"""A number that must not be kept is found wherever a file can hold it, or the file is not called clean."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import warnings
import zipfile

import pytest
from PIL import Image

from fileroom.screening.findings import Category, Mode
from fileroom.screening.opening import extract
from fileroom.screening.parts import Outcome
from fileroom.screening.screened import Screened, screen_extracted
from tests.screening.files import TYPES, W, mail, paragraph, picture, saved, zipped

NUMBER = "536-90-4271"
PLAIN = "536904271"


def screened(body: bytes, name: str = "") -> Screened:
    """What a file comes to, opened in this process."""
    return screen_extracted(extract(body, name), name)


def found(body: bytes, name: str = "") -> bool:
    """Whether the number itself was found in a file: a label beside it is no proof that it was read."""
    held = screened(body, name).findings
    return any(it.category is Category.SSN and it.mode is Mode.VALUE for it in held)


def asks(body: bytes, name: str = "") -> bool:
    """Whether a file was found to ask for what may not be asked for."""
    return any(it.mode is Mode.SOLICIT for it in screened(body, name).findings)


def never_clean(body: bytes, name: str = "") -> bool:
    """Whether a file is found to hold it, or not to be examined whole."""
    result = screened(body, name)
    return result.outcome is not Outcome.CLEAN and (bool(result.findings) or not result.fully_examined)


@pytest.mark.parametrize(
    "document",
    [
        {"students": {NUMBER: {"name": "Juan Perez"}}},
        {"students": {NUMBER: []}},
        {"student": {"id": NUMBER}},
        {"student": {"name": "Juan Perez", "socialSecurityNumber": {"value": PLAIN}}},
        {"socialSecurityNumber": [[{"digits": {"all": PLAIN}}]]},
    ],
)
def test_a_name_that_others_stand_under_is_read(document: object) -> None:
    assert found(json.dumps(document).encode(), "a.json")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ('{"properties": {"socialSecurityNumber": {"type": "string", "minLength": 9}}}', "a.json"),
        ('{"properties": {"immigrationStatus": {"type": "string"}}}', "a.json"),
        ("<?xml version='1.0'?><r><SocialSecurityNumber><Value/></SocialSecurityNumber></r>", "a.xml"),
    ],
)
def test_a_name_that_holds_nothing_yet_asks(body: str, name: str) -> None:
    assert asks(body.encode(), name)


@pytest.mark.parametrize(
    "document",
    [
        f'<student id="{NUMBER}"/>',
        f'<student xml:space="{NUMBER}"/>',
        f'<student style="ssn: {PLAIN}"/>',
        f"<SocialSecurityNumber><Value>{PLAIN}</Value></SocialSecurityNumber>",
        f"<SocialSecurityNumber><a><b><c><d>{PLAIN}</d></c></b></a></SocialSecurityNumber>",
        "<p>Juan Perez 536<b>-90-</b>4271</p>",
        "<svg><text><tspan>536</tspan><tspan>-90-</tspan><tspan>4271</tspan></text></svg>",
        f"<a><?note {NUMBER}?></a>",
        f'<a xmlns:b="{NUMBER}"/>',
    ],
)
def test_no_name_and_no_attribute_of_xml_is_left_out(document: str) -> None:
    assert found(f'<?xml version="1.0"?><r>{document}</r>'.encode(), "a.xml")


def twins(first: str, second: str) -> bytes:
    """An office file that holds two documents under these names."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("[Content_Types].xml", TYPES)
        for name, words in ((first, f"Student SSN: {NUMBER}"), (second, "Welcome to school.")):
            archive.writestr(name, f"<w:document {W}><w:body>{paragraph(words)}</w:body></w:document>")
    return out.getvalue()


@pytest.mark.parametrize("second", ["word/document.xml", "word/Document.XML", "word\\document.xml"])
def test_of_two_files_of_one_name_neither_is_passed_over(second: str) -> None:
    assert screened(twins("word/document.xml", second)).outcome is Outcome.REJECTED


def test_what_an_archive_says_beside_its_files_is_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "Welcome to our school.")
        archive.comment = f"Student SSN: {NUMBER}".encode()
    assert found(out.getvalue(), "a.zip")
    assert found(zipped({f"{NUMBER}/a.txt": "Welcome to our school."}), "a.zip")
    assert found(zipped({f"{NUMBER}/": "", "a.txt": "Welcome to our school."}), "a.zip")


def tar(name: str, body: bytes) -> bytes:
    """A tar archive of one file."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        about = tarfile.TarInfo(name)
        about.size = len(body)
        archive.addfile(about, io.BytesIO(body))
    return out.getvalue()


def test_an_archive_behind_an_archive_is_not_passed_over() -> None:
    first, second = tar("a.txt", b"Welcome to our school."), tar("b.txt", f"Student SSN: {NUMBER}".encode())
    assert screened(first, "a.tar").outcome is Outcome.CLEAN
    assert screened(first + second, "a.tar").outcome is Outcome.REJECTED


LOG = b"2020-01-01, start, ok\n2020-01-02, start, ok\n2020-01-03, start, ok\n"
LOGO = b"<svg xmlns='http://www.w3.org/2000/svg'><title>Logo</title><text>Lincoln</text></svg>"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (gzip.compress(tar("a.txt", b"Welcome to our school."), mtime=0), "old.tgz"),
        (gzip.compress(b"Welcome to our school.", mtime=0), "old.txt.gz"),
        (LOG, "server.log"),
        (b'{"a":1}\n{"a":2}\n{"a":3}\n', "server.log"),
        (b"from: x\nto: y\nsubject: z\ndate: 1\n", "a.yml"),
        (b"| Day | From | To |\n|---|---|---|\n| Mon | 8 | 15 |\n| Tue | 8 | 15 |\n", "bells.md"),
        (LOGO, "logo.svg"),
    ],
)
def test_an_ordinary_file_is_not_refused_for_its_ending(body: bytes, name: str) -> None:
    assert screened(body, name).outcome is Outcome.CLEAN


def rtf(inner: bytes) -> bytes:
    """An RTF document with this in it."""
    return rb"{\rtf1\ansi Hello there families.{\*\shppict{\pict" + inner + b"}}}"


SHOT = saved(picture("Student SSN: " + NUMBER, size=(900, 200)), "PNG")
AS_WORD = (
    rb"{\*\picprop\shplid1025{\sp{\sn shapeType}{\sv 75}}}\picscalex100\picw900\pich200\pngblip\bliptag-1"
    rb"{\*\blipuid 0a1b2c3d4e5f60718293a4b5c6d7e8f9}"
)


@pytest.mark.parametrize(
    "inner",
    [
        rb"\pngblip " + SHOT.hex().encode(),
        AS_WORD + b"\r\n" + b"\r\n".join(SHOT.hex().encode()[at : at + 128] for at in range(0, 2 * len(SHOT), 128)),
        rb"\pngblip\bin" + str(len(SHOT)).encode() + b" " + SHOT,
    ],
    ids=["plain", "as Word writes it", "as bytes"],
)
def test_a_picture_in_a_letter_is_read_however_it_is_written(inner: bytes) -> None:
    result = screened(rtf(inner), "a.rtf")
    assert result.outcome is Outcome.FINDINGS and result.fully_examined and result.ocr_pages == 1


@pytest.mark.parametrize("inner", [rb"\pngblip 8950zz4e47", rb"\pngblip 89504e47", rb"\pngblip\bin4 \x00\x01\x02\x03"])
def test_a_picture_in_a_letter_that_cannot_be_read_is_told(inner: bytes) -> None:
    assert not screened(rtf(inner), "a.rtf").fully_examined


def test_what_a_letter_says_of_its_picture_is_read() -> None:
    said = rb"{\*\picprop{\sp{\sn wzDescription}{\sv Student SSN: 536-90-4271}}}\pngblip "
    assert found(rtf(said + saved(Image.new("L", (60, 60)), "PNG").hex().encode()), "a.rtf")


def test_letters_that_stand_in_an_rtf_as_bytes_are_read() -> None:
    for coded in ("Señora Núñez".encode(), "Señora Núñez".encode("cp1252"), rb"Se\'f1ora N\'fa\'f1ez"):
        assert extract(rb"{\rtf1\ansi\ansicpg1252 " + coded + b"}", "a.rtf").parts[0].text == "Señora Núñez"


TELLING = [
    "her mother is undocumented.txt", "ssn last4 9999/x.txt", "Lopez 536-90-4271.txt", "Lopez_536_90_4271/a.txt",
    "green card of the mother on file.txt",
]  # fmt: skip


@pytest.mark.parametrize("name", TELLING)
@pytest.mark.parametrize("text", ["Loans in March.", ""])
def test_what_a_packed_file_is_called_is_read_as_a_name_on_disk_is(name: str, text: str) -> None:
    for body, called in (
        (zipped({name: text, "b.txt": "Loans"}), "a.zip"),
        (taken({name: text, "b": "Loans"}), "a.tar"),
    ):
        result = screened(body, called)
        assert result.outcome is Outcome.FINDINGS and all(it.mode == "value" for it in result.findings)
        assert not [it for it in result.findings if it.where is None or "4271" in it.where or "9999" in it.where]
    if text:
        assert screened(mail((name.replace("/", " "), text.encode())), "a.eml").outcome is Outcome.FINDINGS


@pytest.mark.parametrize("name", ["SSN request form.txt", "Undocumented Student Services/flyer.txt", "visas/a.txt"])
def test_what_a_packed_file_is_called_after_is_no_question(name: str) -> None:
    assert screened(zipped({name: "Loans in March."}), "a.zip").outcome is Outcome.CLEAN


def test_an_archive_of_files_in_which_nothing_stands_is_empty() -> None:
    assert screened(zipped({"a.txt": "", "b.txt": " "}), "a.zip").outcome is Outcome.EMPTY


def taken(files: dict[str, str]) -> bytes:
    """A tar archive."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, text in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text.encode()))
    return out.getvalue()
