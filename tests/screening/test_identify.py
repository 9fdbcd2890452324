"""A file is what its contents are; of two kinds at once it is of none; and what is not examined is never clean."""

from __future__ import annotations

import zipfile

import pytest

from fileroom.screening.opening import extract
from fileroom.screening.opening.identify import EICAR, Format, identify
from fileroom.screening.parts import LIMITS, Limits, Outcome
from tests.screening.files import bytes_of, mail, paragraph, pdf, picture, saved, word, zipped

PDF = bytes_of(pdf("A page of words for everyone to read"))
PNG = saved(picture("A line of words"), "PNG")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (PDF, Format.PDF),
        (PNG, Format.IMAGE),
        (word(paragraph("x")), Format.ZIP),
        (mail(), Format.EMAIL),
        (b"<!DOCTYPE html><p>x", Format.HTML),
        (b'<?xml version="1.0"?><a/>', Format.XML),
        (b'{"a": 1}', Format.JSON),
        (b'{"a": 1}\n{"a": 2}\n', Format.JSON),
        (b"a;b\n1;2\n3;4\n", Format.CSV),
        ("a\tb\n1\t2\n3\t4\n".encode("utf-16"), Format.CSV),
        (b"{\\rtf1 x}", Format.RTF),
        (b"Dear parents,\n\nit rains, it pours.\n", Format.TEXT),
        (b"\x7fELF\x02\x01", Format.PROGRAM),
        (bytes(range(256)) * 20, Format.UNKNOWN),
    ],
)
def test_a_file_is_known_by_its_contents(body: bytes, expected: Format) -> None:
    assert identify(body).format is expected


@pytest.mark.parametrize(
    "body",
    [
        PDF + zipped({"a.txt": "x"}),
        PNG + zipped({"a.txt": "x"}),
        PNG + PDF,
        b"<!DOCTYPE html><p>x</p>" + zipped({"a.txt": "x"}),
        PNG + b"<html><script>",
        b"GIF89a" + PDF,
    ],
)
def test_a_file_of_two_types_at_once_is_rejected(body: bytes) -> None:
    assert extract(body).outcome is Outcome.REJECTED


def test_a_pdf_stored_in_an_archive_is_no_second_type() -> None:
    assert extract(zipped({"a.pdf": PDF}, zipfile.ZIP_STORED)).fully_examined
    assert extract(zipped({"a.pdf": PDF, "b.txt": b"x"}, zipfile.ZIP_STORED)).fully_examined


def test_a_file_with_an_ending_that_is_not_its_own_is_read_and_rejected_with_a_word_why() -> None:
    extracted = extract(PDF, "photo.jpg")
    assert extracted.outcome is Outcome.REJECTED and "named .jpg" in extracted.says
    assert "words for everyone" in extracted.parts[0].text


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "A.TSV", "a.tab", "noending", "a.unheard"])
def test_a_text_may_have_any_text_ending(name: str) -> None:
    assert extract(b"a\tb\n1\t2\n3\t4\n", name).fully_examined


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        (b"", Outcome.EMPTY),
        (b" \r\n\x00", Outcome.EMPTY),
        (EICAR, Outcome.MALWARE),
        (zipped({"in/a.zip": zipped({"b.txt": EICAR})}), Outcome.MALWARE),
        (b"MZ" + bytes(62) + b"PE\x00\x00" + bytes(90), Outcome.REJECTED),
        (b"Rar!\x1a\x07\x01\x00" + bytes(40), Outcome.UNREADABLE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Outcome.UNREADABLE),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            Outcome.ENCRYPTED,
        ),
        (PDF[: len(PDF) // 2], Outcome.DAMAGED),
        (PNG[: len(PNG) // 2], Outcome.DAMAGED),
        (word(paragraph("x"))[:-30], Outcome.DAMAGED),
        (bytes_of(pdf("x"), encryption=__import__("pikepdf").Encryption(user="u", owner="o")), Outcome.ENCRYPTED),
        (zipped({"big.txt": bytes(20_000_000)}), Outcome.BOMB),
        (zipped({"a.zip": zipped({"big.txt": bytes(20_000_000)})}), Outcome.BOMB),
        (word("<w:p>" * 10), Outcome.DAMAGED),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', Outcome.REJECTED),
    ],
)
def test_what_is_not_examined_has_its_own_outcome(body: bytes, outcome: Outcome) -> None:
    extracted = extract(body)
    assert extracted.outcome is outcome
    assert not extracted.fully_examined and extracted.says


def test_an_owner_locked_pdf_opens_without_a_password_and_is_read() -> None:
    import pikepdf

    locked = bytes_of(pdf("A page of words for everyone to read"), encryption=pikepdf.Encryption(user="", owner="o"))
    assert extract(locked).fully_examined


@pytest.mark.parametrize(
    ("limits", "outcome"),
    [
        (Limits(body=100), Outcome.TOO_BIG),
        (Limits(depth=1), Outcome.BOMB),
        (Limits(items=3), Outcome.BOMB),
        (Limits(unpacked=2_000), Outcome.TOO_BIG),
        (Limits(characters=10), Outcome.TOO_BIG),
        (Limits(seconds=-1), Outcome.TOO_BIG),
    ],
)
def test_each_limit_ends_the_reading_and_says_so(limits: Limits, outcome: Outcome) -> None:
    inner = zipped({f"{number}.txt": f"{number} words of a text " * 40 for number in range(4)})
    body = zipped({"inner.zip": zipped({"innermost.zip": inner})})
    assert extract(body, limits=limits).outcome is outcome
    assert extract(body, limits=LIMITS).fully_examined


def test_entries_that_share_their_bytes_are_a_bomb() -> None:
    body = bytearray(zipped({"a.txt": "x" * 400, "b.txt": "x" * 400}))
    second = body.index(b"PK\x01\x02", body.index(b"PK\x01\x02") + 1)
    body[second + 42 : second + 46] = bytes(4)
    body[second + 46 : second + 51] = b"a.txt"
    assert extract(bytes(body)).outcome is Outcome.BOMB


def test_an_entry_that_no_directory_lists_is_not_passed_over() -> None:
    hidden, listed = zipped({"a.txt": "x"}), zipped({"b.txt": "y"})
    body = hidden[: hidden.index(b"PK\x01\x02")] + listed
    assert extract(body).outcome is Outcome.REJECTED


def test_what_is_packed_beside_an_unreadable_file_is_still_read() -> None:
    extracted = extract(zipped({"a.rar": b"Rar!\x1a\x07\x01\x00", "b.txt": "words of a text"}))
    assert extracted.outcome is Outcome.UNREADABLE and not extracted.of_the_whole
    assert [part.text for part in extracted.parts if not part.asks_nobody] == ["words of a text"]
