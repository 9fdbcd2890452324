"""A published packet of forms, checked on one page: what is asked, by which law it may not be, and what instead."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import threading
import time
from argparse import ArgumentParser
from datetime import date
from pathlib import Path

import pytest

from fileroom.cli import fetching, screen
from fileroom.cli.fetching import Fetched, Site, Unfetched
from fileroom.collection.packets import Form, check_published
from fileroom.collection.rulings import Scope
from tests.screening.files import paragraph, word

SCOPE = Scope(date(2026, 10, 19))
REGISTRATION = """Student registration form
Student's legal name: ______________
Social Security number (optional): ____-__-____
Immigration status (optional): ______________
Birth certificate required.
Proof of birth date (any one: birth record, baptism certificate, passport): ________
Home telephone: ______________
"""


def run(*words: str) -> int:
    parser = ArgumentParser()
    screen.register(parser.add_subparsers(dest="command"))
    args = parser.parse_args(["screen", *words])
    return int(args.run(args))


@pytest.fixture
def packet(tmp_path: Path) -> Path:
    folder = tmp_path / "packet"
    folder.mkdir()
    (folder / "registration.txt").write_text(REGISTRATION)
    (folder / "emergency card.docx").write_bytes(word(paragraph("Emergency card") + paragraph("Allergies: ________")))
    (folder / "torn.pdf").write_bytes(b"%PDF-1.7 torn")
    return folder


def test_each_question_that_may_not_be_asked_is_named_with_its_law_and_what_instead() -> None:
    form = check_published(REGISTRATION.encode(), "registration.txt", SCOPE)
    told = {it.category: it for it in form.asked}
    assert set(told) == {"ssn", "immigration_status", ""}
    assert told["ssn"].label == "Social Security number (optional)"
    assert told["ssn"].ruling.citation == "Ed. Code 49076.7"
    assert told["immigration_status"].ruling.citation == "Ed. Code 234.7(a)"
    assert told[""].label == "Birth certificate required"
    assert told[""].instead and "a passport" in told[""].instead.any_of
    assert told["ssn"].instead and "no number" in told["ssn"].instead.says


def test_a_number_that_stands_in_a_published_form_is_named_and_not_repeated() -> None:
    form = check_published(b"Sample\nParent SSN: 518-22-4471\n", "sample.txt", SCOPE)
    assert [(it.category, it.label) for it in form.asked] == [("ssn", "")]


def test_a_label_is_told_without_the_digits_in_it() -> None:
    body = b"Form 77\nSocial Security number (office use 518-22-4471 only): ____-__-____\n"
    told = json.dumps([it.label for it in check_published(body, "a.txt", SCOPE).asked])
    assert "4471" not in told and "518" not in told


def test_what_could_not_be_read_is_said_and_is_no_form_without_fault() -> None:
    form = check_published(b"%PDF-1.7 torn", "torn.pdf", SCOPE)
    assert form.unexamined and form.asked == ()


def test_the_command_tells_of_every_form_and_writes_a_page(
    packet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "r.html"
    assert run("forms", str(packet), "--report", str(report)) == 1
    out = capsys.readouterr().out
    assert "Nothing in it asks" in out and "Not known whole" in out and "Instead: Ask for no number" in out
    page = report.read_text()
    for said in (
        "registration.txt",
        "“Social Security number (optional)”",
        "Ed. Code 49076.7",
        "torn.pdf",
        "a passport",
    ):
        assert said in page, said
    assert "<script" not in page and "http://" not in page
    run("forms", str(packet), "--report", str(report), "--language", "es", "--json")
    assert json.loads(capsys.readouterr().out.splitlines()[0])["form"] == "emergency card.docx"
    page = report.read_text()
    assert "No pida ningún número en su lugar" in page and "un pasaporte" in page and "En su lugar:" in page


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("forms", str(tmp_path / "nowhere")) == 5
    assert "is not there" in capsys.readouterr().err


@pytest.mark.parametrize(
    "address",
    [
        "http://district.example/forms", "https://user:pass@district.example/", "https://district.example:8443/",
        "ftp://district.example/", "https:///forms", "https://district.example:99999/", "file:///etc/passwd",
    ],
)  # fmt: skip
def test_only_a_public_site_over_https_is_asked(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("forms", address) == 4
    assert "https://HOST/" in capsys.readouterr().err


@pytest.mark.parametrize(
    "inside",
    [
        "127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "172.16.0.1", "0.0.0.0", "100.64.0.1", "224.0.0.1",
        "::1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1", "2002:7f00:1::",
        "ff02::1",
    ],
)  # fmt: skip
def test_no_address_inside_is_asked_even_as_one_of_several(inside: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(0, 0, 0, "", (it, 443)) for it in ("8.8.8.8", inside)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **more: found)
    with pytest.raises(Unfetched, match="inside"):
        Site("https://district.example/forms")


class Web:
    """A site's answers by address, in place of the network."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, answers: dict[str, Fetched | str]) -> None:
        self.asked: list[str] = []
        monkeypatch.setattr(fetching, "_public", lambda host: "8.8.8.8")

        def once(site: Site, address: str) -> Fetched | str:
            self.asked.append(address)
            return answers[address]

        monkeypatch.setattr(Site, "_once", once)


def test_forms_a_page_leads_to_are_fetched_from_the_same_host_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    page = (
        b'<a href="a.pdf">A</a> <a href="/b.docx?x=1&amp;y=2">B</a> <a href="https://other.example/c.pdf">C</a>'
        b'<a href="http://district.example/d.pdf">D</a> <a href="a.pdf">again</a> <a href="news">E</a>'
        b'<a href="https://district.example@evil.example/f.pdf">F</a>'
    )
    web = Web(
        monkeypatch,
        {
            "https://district.example/forms/": Fetched("index.html", page),
            "https://district.example/forms/a.pdf": "https://district.example/files/a.pdf",
            "https://district.example/files/a.pdf": Fetched("a.pdf", b"A"),
            "https://district.example/b.docx?x=1&y=2": "https://evil.example/b.docx",
        },
    )
    got = list(Site("https://district.example/forms/").forms())
    assert [it.name for it in got if isinstance(it, Fetched)] == ["index.html", "a.pdf"]
    assert [str(it) for it in got if isinstance(it, Unfetched)] == [
        "https://evil.example/b.docx: it leads to another host, and was not followed."
    ]
    assert not [it for it in web.asked if "evil" in it or "other" in it]


def test_a_redirect_without_end_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    web = Web(monkeypatch, {"https://district.example/": "https://district.example/"})
    with pytest.raises(Unfetched, match="on and on"):
        list(Site("https://district.example/").forms())
    assert len(web.asked) <= 5


class Endless:
    """A body that does not end."""

    length = None

    def read1(self, size: int) -> bytes:
        return b"x" * size


class Torn:
    """A body that ends before its time."""

    length = 7

    def read1(self, size: int) -> bytes:
        return b""


def test_no_more_is_read_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    Web(monkeypatch, {})
    with pytest.raises(Unfetched, match="larger"):
        Site("https://district.example/")._body(Endless(), "https://district.example/")  # type: ignore[arg-type]


def test_a_form_that_is_cut_short_is_not_taken_for_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    Web(monkeypatch, {})
    with pytest.raises(Unfetched, match="cut short"):
        Site("https://district.example/")._body(Torn(), "https://district.example/")  # type: ignore[arg-type]


@pytest.mark.parametrize("sent", [b"HTTP/1.1 200 OK\r\nA: ", b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"])
def test_a_site_that_sends_a_byte_at_a_time_is_waited_for_no_longer_than_any(
    monkeypatch: pytest.MonkeyPatch, sent: bytes
) -> None:
    ours, theirs = socket.socketpair()
    given_up = threading.Event()

    def drip() -> None:
        with theirs, contextlib.suppress(OSError):
            theirs.sendall(sent)
            while not given_up.wait(0.05):
                theirs.sendall(b"x")

    def connect(self: fetching.Pinned) -> None:
        self.sock = self.plain = ours

    monkeypatch.setattr(fetching, "_public", lambda host: "8.8.8.8")
    monkeypatch.setattr(fetching.Pinned, "connect", connect)
    site = Site("https://district.example/")
    site._until = time.monotonic() + 1
    dripping = threading.Thread(target=drip)
    dripping.start()
    try:
        began = time.monotonic()
        with pytest.raises(Unfetched, match="longer than is waited"):
            next(site.forms())
        assert time.monotonic() - began < 4
    finally:
        given_up.set()
        dripping.join()


def test_what_lies_in_a_packet_and_was_not_read_is_told_of(
    packet: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("registration.txt", "torn.pdf", "emergency card.docx"):
        (packet / name).unlink()
    (packet / "packet.pdf").symlink_to("/nowhere")
    (packet / "closed").mkdir()
    (packet / "locked.txt").write_text("Social Security number: ____")
    os.mkfifo(packet / "pipe")
    scandir, read_bytes = os.scandir, Path.read_bytes

    def closed(folder: Path) -> object:
        if folder.name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    def locked(path: Path) -> bytes:
        if path.name == "locked.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(os, "scandir", closed)
    monkeypatch.setattr(Path, "read_bytes", locked)
    assert run("forms", str(packet)) == 2
    out = capsys.readouterr().out
    assert out.count("Not known whole") == 4
    for name in ("packet.pdf", "closed", "locked.txt", "pipe"):
        assert f"{packet / name}\n" in out, name


def test_a_form_that_was_not_fetched_is_told_of() -> None:
    assert Form("a", 0, (), "why").unexamined == "why"
