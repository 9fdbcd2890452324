"""An office file of the old kind is not read, but what stands in it in plain letters is looked at."""

from __future__ import annotations

import pytest

from fileroom.screening.opening import extract
from fileroom.screening.parts import Outcome
from fileroom.screening.screened import screen_document

HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SAID = "Student: Ana Ruiz\rSSN: 518-22-4471\r"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le"])
@pytest.mark.parametrize("name", ["old.doc", "old.xls", "old.ppt", "mail.msg"])
def test_what_stands_in_it_is_found_and_it_stays_unread(encoding: str, name: str) -> None:
    body = HEAD + b"\x01\x02" + SAID.encode(encoding) + b"\x03\x00\xff\x05" * 40
    screened = screen_document(body, name, opened_by=extract)
    assert (screened.outcome, screened.fully_examined) == (Outcome.UNREADABLE, False)
    assert [(it.category, it.mode, it.where) for it in screened.findings] == [("ssn", "value", "strings")]
    assert screened.says.startswith("It is an office file of the old kind")


def test_accents_are_letters() -> None:
    body = HEAD + "Número de seguro social".encode("cp1252") + bytes(7) + "Años de edad".encode("utf-16-le") + bytes(9)
    assert [part.text for part in extract(body).parts] == ["Número de seguro social\nAños de edad"]


def test_bytes_that_are_no_words_say_nothing() -> None:
    assert extract(HEAD + bytes(range(256)).replace(bytes(range(32, 127)), b"") * 9).parts == ()


def test_one_that_opens_with_a_password_is_still_told_as_that() -> None:
    assert extract(HEAD + "EncryptedPackage".encode("utf-16-le")).outcome is Outcome.ENCRYPTED
