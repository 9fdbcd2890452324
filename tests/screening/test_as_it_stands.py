"""What begins as a mail does and is not called one is seen as it stands by whoever opens it: it is read so too."""

from __future__ import annotations

import base64
import io
import random
import string
import time

import pytest
from PIL import Image

from fileroom.screening.findings import LEAST, Category, Finding, Mode
from fileroom.screening.opening import extract
from fileroom.screening.opening.as_it_stands import without_packing
from fileroom.screening.parts import Limits, Outcome
from fileroom.screening.texts import values_in
from tests.screening.files import picture, saved, zipped
from tests.screening.test_hidden_in_letters import HEAD
from tests.screening.test_nowhere_to_hide import NUMBER, found, screened

AS_A_MAIL_ANOTHER = f"{HEAD}Content-Transfer-Encoding: quoted-printable\n\nSSN={NUMBER}\n".encode()
BOX = b"From a@x.org Mon Oct 12 10:00:00 2020\n"
LETTERS = string.ascii_letters + string.digits


@pytest.mark.parametrize(
    "name", ["memo", "memo.csv", "memo.ini", "memo.txt", "memo.md", "MEMO.TXT", "memo.html", "memo.rfc822", ""]
)
def test_what_is_not_called_a_mail_is_read_as_it_stands_too(name: str) -> None:
    assert found(AS_A_MAIL_ANOTHER, name), "as a mail it has another letter where two of its digits stand"
    assert found(BOX + AS_A_MAIL_ANOTHER, name)


@pytest.mark.parametrize("name", ["memo.eml", "MEMO.EML", "memo.mbox", "memo.mht"])
def test_what_is_called_a_mail_is_read_as_one_alone(name: str) -> None:
    assert not found(AS_A_MAIL_ANOTHER, name)


def test_a_memo_in_an_archive_is_read_as_it_stands_too() -> None:
    assert found(zipped({"memo": AS_A_MAIL_ANOTHER}), "a.zip")


def test_a_table_that_begins_as_a_mail_is_read_as_a_table() -> None:
    table = f"{HEAD}\nname,ssn,grade\nJuan Perez,536904271,4\nAna Ruiz,,5\nEva Diaz,,5\n"
    places = {where for part in extract(table.encode(), "memo.csv").parts for _, where in part.places}
    assert {"body", "row 6, column 2"} <= places
    assert {it.where for it in screened(table.encode(), "memo.csv").findings} == {"body", "row 5, column 2"}


def test_a_memo_whose_letters_are_of_no_encoding_is_read_all_the_same() -> None:
    assert found(AS_A_MAIL_ANOTHER.replace(b"SSN", b"\x81\x8d\x81\x8f\xff\x90\xfe\x9d\x81\x8d\n\x1b$\xff SSN"), "memo")


def told(body: bytes, name: str = "memo") -> list[Finding]:
    return [it for it in screened(body, name).findings if it.mode is Mode.VALUE]


def test_what_both_readings_find_is_told_once() -> None:
    body = f"{HEAD}\nJuan's SSN is {NUMBER}.\n".encode()
    assert len(told(body)) == 1
    assert [it.where for it in told(body + b"Ana's SSN=536-90-4272.\n")] == ["body", "body"]
    both = AS_A_MAIL_ANOTHER + f"Ana's SSN is {NUMBER}.\n".encode()
    assert [it.where for it in told(both)] == ["body", "text as it stands"], (
        "it stands there once more than in the mail"
    )


def with_it(letters: str, kind: str = "image/bmp", *, head: str = "", note: str = "") -> bytes:
    """A memo with an attachment that is packed in these letters."""
    return (
        f"{HEAD}{head}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/plain\n\n"
        f"Dear families\n--B\nContent-Type: {kind}\nContent-Transfer-Encoding: base64\n{note}\n{letters}\n--B--\n"
    ).encode()


def drawn_to_say(words: str) -> str:
    """The letters that pack a picture whose dots were chosen so that these letters are among them."""
    out = io.BytesIO()
    Image.new("RGB", (36, 30)).save(out, "BMP")
    chance = random.Random(1)
    packed = "".join(chance.choices(LETTERS, k=4320))
    dots = packed[:1200] + words + packed[1200 + len(words) :]
    return base64.encodebytes(out.getvalue()[:54] + base64.b64decode(dots)).decode()


@pytest.mark.parametrize(
    "words",
    [
        f"/Juan/Perez/SSN/{NUMBER.replace('-', '+')}/",
        f"/Juan/Perez/social/security/number/{NUMBER.replace('-', '/')}/",
        "/Juan/SSN/536904271/",
        "/her/mother/is/undocumented/and/afraid/",
        "/Juan/Perez/last4/ssn/4271/",
    ],
)
def test_what_can_be_read_in_the_letters_of_a_picture_is_found_wherever_their_lines_end(words: str) -> None:
    times = 0
    for before in range(0, 76, 5):
        letters = drawn_to_say("/" * before + words)
        said = values_in(letters, least=LEAST, strict=False)
        assert not said or told(with_it(letters)), before
        assert not told(with_it(letters), "memo.eml"), "a mail shows the picture, on which nothing stands"
        times += bool(said)
    assert times > 7


def test_what_begins_before_packed_letters_and_goes_on_in_them_is_found() -> None:
    letters = base64.encodebytes(base64.b64decode("undocumented/" + "A" * 91)).decode()
    body = with_it(letters, "text/plain; charset=utf-16-le", note="X-Note: her mother is\n")
    assert {it.category for it in screened(body, "memo").findings} == {Category.IMMIGRATION_STATUS}


@pytest.mark.parametrize("between", [" ", "-"])
def test_what_stands_among_packed_letters_and_is_passed_over_by_who_unpacks_them_is_found(between: str) -> None:
    letters = base64.encodebytes(saved(picture("Dear families", size=(400, 200)), "PNG")).decode()
    said = between.join(("SSN", "536", "90", "4271"))
    assert told(with_it(f"{letters}{said}\n", "image/png"))


def test_in_packed_letters_stands_every_short_word_and_asks_nobody() -> None:
    letters = drawn_to_say("/x/SSN/y/Green+Card/aLien/nO+wAs/Religion/")
    assert screened(with_it(letters), "memo").outcome is Outcome.CLEAN
    signed = f"DKIM-Signature: v=1; b=\n {letters[:76]}/SSN/{letters[:60]}\n"
    assert screened(with_it(drawn_to_say(""), head=signed), "memo").outcome is Outcome.CLEAN


def test_what_was_unpacked_is_neither_unpacked_once_more_nor_counted() -> None:
    note = base64.encodebytes(f"Juan's SSN is {NUMBER}. {'Dear families. ' * 4000}".encode()).decode()
    memo = with_it(note, "text/plain")
    assert [(it.category, it.where) for it in told(memo)] == [(Category.SSN, "body")]
    assert extract(memo, "memo", Limits(characters=len(note))).fully_examined


@pytest.mark.parametrize("line", [76, 10**9])
def test_of_packed_letters_without_end_each_is_looked_at_once(line: int) -> None:
    packed = "/a/b/1234/" * 400_000
    letters = "\n".join(packed[at : at + line] for at in range(0, len(packed), line))
    began = time.thread_time()
    text, readable = without_packing(f"{HEAD}\n{letters}\n", [letters])
    assert len(text) < 200 and readable == letters
    assert time.thread_time() - began < 5
