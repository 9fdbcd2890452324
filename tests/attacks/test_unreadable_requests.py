"""What cannot be read is a 400 with a plain page, at every door and before anything is looked up; never an incident."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import HOST, browser
from tests.disclosure.asking import entries

FIELDS = b"item=sex&sex=female&once=%s" % str(uuid4()).encode()
PARTS = b'--x\r\nContent-Disposition: form-data; name="item"\r\n\r\nsex\r\n--x--\r\n'
URLENCODED = "application/x-www-form-urlencoded"


def addresses(town: make.Town) -> list[str]:
    return ["/sign-in/", "/language/", f"/students/{town.ana.id}/file/", f"/students/{town.ana.id}/"]


@pytest.mark.parametrize("charset", ["utf-16", "utf-7", "idna", "unicode_escape", "x" * 200])
@pytest.mark.parametrize("kind", [URLENCODED, "multipart/form-data; boundary=x"])
def test_a_form_in_another_alphabet_is_not_read(town: make.Town, charset: str, kind: str) -> None:
    body = (
        b'--x\r\nContent-Disposition: form-data; name="item"\r\n\r\nsex\r\n--x--\r\n' if "boundary" in kind else FIELDS
    )
    for address in addresses(town):
        answer = browser(town.registrar.by).generic("POST", address, body, f"{kind}; charset={charset}")
        assert (answer.status_code, b"cannot be read" in answer.content) == (400, True), address


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"--x--"),
        ("multipart/form-data; boundary=", b"--x--"),
        ("multipart/form-data; boundary=\u00e9", b"--x--"),
        ("multipart/form-data; boundary=" + "x" * 300, b"--x--"),
    ],
)  # fmt: skip
def test_a_form_whose_parts_do_not_fit_is_not_read(town: make.Town, kind: str, body: bytes) -> None:
    for address in addresses(town):
        answer = browser(town.registrar.by).generic("POST", address, body, kind)
        assert (answer.status_code, b"cannot be read" in answer.content) == (400, True), address


@pytest.mark.parametrize("kind", ["rot13", "base64", "utf-16", "hex", "\\", "x; charset=" * 9000])
def test_a_codec_that_reads_no_text_breaks_nothing_before_our_pages(town: make.Town, kind: str) -> None:
    """The server's own way in: Django asks for the codec before any middleware of ours."""
    from wsgiref.util import setup_testing_defaults

    from fileroom.config.wsgi import application

    environ: dict[str, Any] = {"REQUEST_METHOD": "POST", "PATH_INFO": "/sign-in/", "HTTP_HOST": HOST}
    environ |= {"CONTENT_TYPE": f"{URLENCODED}; charset={kind}", "CONTENT_LENGTH": "3", "wsgi.input": BytesIO(b"a=b")}
    setup_testing_defaults(environ)
    said: list[str] = []

    def start(status: str, headers: list[tuple[str, str]], error: Any = None, /) -> Any:
        said.append(status)

    page = b"".join(application(environ, start))
    assert (said, b"cannot be read" in page) == (["400 Bad Request"], True)


@pytest.mark.parametrize("odd", ["%00", "%ED%A0%80", "%FF", "%C0%80", "a%00b", "\ud800"])
def test_an_odd_letter_in_an_address_or_a_question_is_answered_and_breaks_nothing(town: make.Town, odd: str) -> None:
    office, family, ana = browser(town.principal.by), browser(town.mother.by), town.ana.id
    asked = [f"/{odd}/", f"/students/{odd}/", f"/students/?q={odd}", f"/students/{ana}/?most={odd}"]
    asked += [f"/students/{ana}/?lane={odd}", f"/students/{ana}/file/?item={odd}", f"/{odd}?{odd}={odd}"]
    for address in asked:
        for client in (office, family, browser()):
            assert client.get(address.replace("\ud800", "\u00ed")).status_code < 500, address
    assert browser().get(f"/sign-in/?next={odd.replace(chr(0xD800), '')}").status_code in (200, 400)


def test_a_nul_in_a_form_is_not_read(town: make.Town) -> None:
    before = len(entries())
    for given in ({"login": "regis\x00trar", "password": "x"}, {"login": "x", "pass\x00word": "x"}):
        assert browser().post("/sign-in/", given).status_code == 400
    assert len(entries()) == before


@pytest.mark.parametrize("key", ['"abcdefgh\\000ijklmnopqrstuvwx"', "a" * 5000, "\u00e9" * 32, "../../../etc/passwd"])
def test_a_session_of_another_make_is_no_session(town: make.Town, key: str) -> None:
    client = browser()
    client.cookies.load({"fileroom_session": "x"})
    extra: dict[str, Any] = {"HTTP_COOKIE": f"fileroom_session={key}"}
    client.cookies.clear()
    assert client.get("/", **extra).status_code == 302


def test_a_form_that_is_read_is_not_refused_for_naming_its_alphabet(town: make.Town) -> None:
    client = browser(town.registrar.by)
    answer = client.post(f"/students/{town.ana.id}/file/", FIELDS, content_type=f"{URLENCODED}; charset=UTF-8")
    assert (answer.status_code, b"Filed:" in answer.content) == (200, True)
