"""A text is read in the encoding it was written in, whoever says so or nobody; gibberish is never called clean."""

from __future__ import annotations

import base64
import codecs

import pytest

from fileroom.screening.documents import kind_of
from fileroom.screening.opening import extract
from fileroom.screening.opening.decoding import decode
from fileroom.screening.parts import Outcome
from tests.screening.files import picture, saved, zipped

KOREAN = "부모님은 서류미비자입니다. 어머니는 불법체류 상태입니다.\n사회보장번호: ____\n학생은 삼학년입니다.\n"
TRADITIONAL = "母親沒有合法身份,是非法移民,怕被移民局帶走。\n請填寫移民身份和簽證類型。\n"
SIMPLIFIED = "母亲没有合法身份，是非法移民，怕被移民局带走。\n请填写移民身份和签证类型。\n"
JAPANESE = "お母さんはビザがありません。社会保障番号を書いてください。\n"
TABLE = "이름,사회보장번호,체류신분\n김하나,,불법체류\n이두리,,영주권자\n박세찬,,불법체류\n"
ENGLISH = "The council met in the cafeteria. Eleven members were present and two had sent word.\n"


def texts(body: bytes, name: str = "") -> str:
    extracted = extract(body, name)
    assert extracted.outcome is None, extracted.says
    return "\n".join(part.text for part in extracted.parts)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (KOREAN, "euc_kr"), (KOREAN, "cp949"), (KOREAN, "iso2022_kr"), (TABLE, "cp949"), ("불법체류", "cp949"),
        (TRADITIONAL, "big5"), (TRADITIONAL, "gb18030"), (SIMPLIFIED, "gb2312"), (SIMPLIFIED, "gb18030"),
        (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"), (JAPANESE, "iso2022_jp"),
        ("José Peña, año 2019 – mañana “sí”, CAÑÓN.\n", "cp1252"), ("ÚÄÄÄÄÄÄÄ¿\n³ lunch  ³\nÀÄÄÄÄÄÄÄÙ\n", "latin-1"),
        (ENGLISH * 900 + KOREAN, "cp949"),
    ],
)  # fmt: skip
def test_without_a_label_the_likeliest_encoding_is_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "body",
    [
        "Мать живёт в стране без документов и боится\n".encode("cp1251"), b"\x1b$)A\x0e0!\x0f lunch",
        KOREAN.encode("johab"),
        ENGLISH.encode() * 900 + saved(picture("Student SSN: 219-09-9999"), "JPEG"),
        ENGLISH.encode() * 900 + "Parent SSN: 219-09-9999".encode("utf-16-le"),
        ENGLISH.encode() * 900 + bytes(it for it in range(1, 256)) * 40 + ENGLISH.encode() * 900,
    ],
)  # fmt: skip
def test_what_reads_like_no_writing_is_no_text(body: bytes) -> None:
    assert decode(body) is None and extract(body, "a.txt").outcome is Outcome.UNREADABLE


def test_zeros_at_the_end_hide_nothing() -> None:
    assert decode(b"Lunch.\x1a\x00\x00") == "Lunch."


def test_zeros_far_behind_make_a_text_none_the_shelves_take() -> None:
    assert kind_of(ENGLISH.encode() * 900 + b"\x00PNG") is None


@pytest.mark.parametrize("label", ["euc-kr", "ks_c_5601-1987", "utf-8"])
def test_a_page_says_which_letters_it_is_in(label: str) -> None:
    body = f"<html><head><meta charset={label}></head><body><p>{KOREAN}</p></body></html>".encode(label)
    assert "불법체류" in texts(body, "a.html") and "불법체류" in texts(zipped({"a.html": body}))


def mail(label: str, body: bytes, way: str = "8bit") -> bytes:
    head = f"From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nContent-Type: text/plain; charset={label}\r\n"
    return head.encode() + f"Content-Transfer-Encoding: {way}\r\n\r\n".encode() + body + b"\r\n"


@pytest.mark.parametrize(
    ("label", "text", "encoding"),
    [
        ("euc-kr", KOREAN, "euc_kr"), ("ks_c_5601-1987", KOREAN, "cp949"), ("iso-2022-kr", KOREAN, "iso2022_kr"),
        ("hz-gb-2312", SIMPLIFIED, "hz"), ("iso-2022-jp", JAPANESE, "iso2022_jp"), ("gb2312", SIMPLIFIED, "gb18030"),
        ("big5", TRADITIONAL, "big5"), ("koi8-r", "Мать живёт без документов и боится", "koi8-r"),
        ("us-ascii", KOREAN, "cp949"), ("nonsense", KOREAN, "cp949"), ("utf-8", KOREAN, "utf-8"),
    ],
)  # fmt: skip
def test_a_mail_is_read_by_its_own_label_alone_or_among_others(label: str, text: str, encoding: str) -> None:
    one, other = mail(label, text.encode(encoding)), mail("utf-8", SIMPLIFIED.encode())
    line = text.splitlines()[0]
    assert line in texts(one, "a.eml")
    both = texts(b"From x Mon Jan  1 00:00:00 2019\n" + other + b"\nFrom y Mon Jan  1 00:00:00 2019\n" + one, "a.mbox")
    assert line in both and SIMPLIFIED.splitlines()[0] in both


def test_a_mailbox_with_a_mark_is_one_too() -> None:
    box = codecs.BOM_UTF8 + b"From x Mon Jan  1 00:00:00 2019\n" + mail("euc-kr", KOREAN.encode("euc_kr"))
    assert KOREAN.splitlines()[0] in texts(box, "a.mbox")


def test_an_attached_table_needs_no_label() -> None:
    packed = base64.encodebytes(TABLE.encode("cp949"))
    head = b"From: a@b.example\r\nTo: c@d.example\r\nMIME-Version: 1.0\r\nContent-Type: text/csv; name=a.csv\r\n"
    assert "불법체류" in texts(head + b"Content-Transfer-Encoding: base64\r\n\r\n" + packed, "a.eml")


HANGUL_ONLY = "학생의 사회보장번호는 219-09-9999 입니다. 학생은 서류미비자입니다. 불법체류 중입니다."


@pytest.mark.parametrize("times", [1, 5])
def test_letters_of_four_bytes_with_digits_in_them_are_read(times: int) -> None:
    assert decode((HANGUL_ONLY * times).encode("gb18030")) == HANGUL_ONLY * times


def test_letters_of_four_bytes_that_read_like_no_writing_are_no_text() -> None:
    assert decode("".join(map(chr, range(0x1200, 0x1260))).encode("gb18030")) is None


def test_ordinals_of_a_western_text_are_no_letters_of_four_bytes() -> None:
    words = "1º A, 2º B, 3º C, 4º D y 5º E: matrícula del año, niños y niñas, 6º y 7º también."
    assert decode(words.encode("cp1252")) == words
