"""ClamAV asked over its socket: what it finds is malware, and what it does not answer for is never clean."""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from fileroom.screening.opening import scanner
from fileroom.screening.opening.apart import Apart, extract_apart
from fileroom.screening.opening.identify import EICAR
from fileroom.screening.parts import Limits, Outcome
from fileroom.screening.screened import screen_document
from tests.screening.clamd import MARK, Daemon, speaking


@pytest.fixture(params=["unix", "tcp"])
def clamd(request: pytest.FixtureRequest) -> Iterator[Daemon]:
    """The daemon, in use, at a socket of either kind. A path of a socket must be short."""
    folder = Path(tempfile.mkdtemp(prefix="clamd-"))
    with speaking(folder if request.param == "unix" else None) as daemon:
        scanner.use(daemon.address)
        yield daemon
    scanner.use("")
    shutil.rmtree(folder)


def test_what_it_finds_is_malware_and_is_not_opened(clamd: Daemon) -> None:
    seen = screen_document(b"Minutes of May. " + MARK, "minutes.txt")
    assert (seen.outcome, seen.fully_examined) == (Outcome.MALWARE, False)
    assert "Test.Marked-1" in seen.says
    assert [it.category.value for it in seen.findings] == ["malware"]
    assert "EICAR_HDB" in screen_document(EICAR, "a.txt").says


def test_what_it_lets_pass_is_read_as_before_and_it_was_given_all_of_it(clamd: Daemon) -> None:
    body = b"Amal reads well.\n" * 100_000
    seen = extract_apart(body, "note.txt")
    assert seen.fully_examined and seen.parts[0].text == body.decode()
    assert clamd.scanned == [body]


NO_ANSWERS = [b"", b"stream: OK", b"stream: lstat() failed. ERROR\0", b"\0", b"\xff" * 9000, b"OK\0"]


@pytest.mark.parametrize("says", NO_ANSWERS)
def test_what_it_does_not_answer_for_is_not_opened_and_never_clean(clamd: Daemon, says: bytes) -> None:
    clamd.says = says
    seen = screen_document(b"Amal reads well.", "note.txt")
    assert (seen.outcome, seen.fully_examined, seen.says) == (Outcome.QUARANTINE, False, scanner.SILENT)


def test_one_that_is_gone_lets_nothing_pass(clamd: Daemon) -> None:
    scanner.use("tcp://127.0.0.1:9")
    assert screen_document(b"Amal reads well.", "note.txt").says == scanner.SILENT
    scanner.use("unix:/nowhere/clamd.ctl")
    assert screen_document(b"Amal reads well.", "note.txt").outcome is Outcome.QUARANTINE


def test_one_that_is_slow_is_waited_for_no_longer_than_the_document_may_take(clamd: Daemon) -> None:
    clamd.waits = 3
    began = time.monotonic()
    with Apart() as apart:
        seen = apart.extract(b"Amal reads well.", "note.txt", Limits(within=0.5))
    assert time.monotonic() - began < 2
    assert (seen.outcome, seen.says) == (Outcome.QUARANTINE, scanner.SILENT)


def test_more_than_it_takes_is_too_big_though_it_ends_the_talk_half_way(clamd: Daemon) -> None:
    clamd.most = 100_000
    seen = extract_apart(b"x" * 30_000_000, "big.txt")
    assert (seen.outcome, seen.says) == (Outcome.TOO_BIG, scanner.TOO_BIG)


def test_an_answer_that_comes_half_way_is_heard_though_the_line_stays_open(clamd: Daemon) -> None:
    clamd.most, clamd.lingers = 100_000, 2.0
    began = time.monotonic()
    seen = extract_apart(b"x" * 30_000_000, "big.txt")
    assert (seen.outcome, seen.says) == (Outcome.TOO_BIG, scanner.TOO_BIG)
    assert time.monotonic() - began < 1.5


@pytest.mark.parametrize("size", [1, scanner.CHUNK - 1, scanner.CHUNK, scanner.CHUNK + 1, 3 * scanner.CHUNK])
def test_it_is_given_every_byte_whatever_the_size(clamd: Daemon, size: int) -> None:
    named = scanner.in_use()
    assert named and named.scan(b"x" * size) is None
    assert [len(it) for it in clamd.scanned] == [size]


@pytest.mark.parametrize(
    ("says", "outcome"),
    [
        (b"stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0", Outcome.TOO_BIG),
        (b"stream: (null) FOUND\0", Outcome.TOO_BIG),
        (b"stream: Heuristics.Encrypted.PDF FOUND\0", Outcome.ENCRYPTED),
        (b"stream: A <b>name</b> \n of its own FOUND\0", Outcome.MALWARE),
    ],
)
def test_what_it_did_not_look_into_whole_is_no_harmful_program_and_not_clean(
    clamd: Daemon, says: bytes, outcome: Outcome
) -> None:
    clamd.says = says
    seen = extract_apart(b"Amal reads well.", "note.txt")
    assert (seen.outcome, seen.fully_examined) == (outcome, False)
    assert re.fullmatch(r"[\w .,:…/+-]+", seen.says)


def test_whether_it_is_there_is_asked_by_itself(clamd: Daemon) -> None:
    named = scanner.in_use()
    assert named and named.answers()
    clamd.says = b""
    assert not named.answers()


@pytest.mark.parametrize(
    "address",
    ["tcp://scanner.example:3310", "tcp://10.0.0.7:3310", "tcp://127.0.0.1", "clamd", "tcp://127.0.0.1:99999"],
)
def test_a_scanner_elsewhere_is_refused_for_documents_would_go_to_it_in_clear(address: str) -> None:
    with pytest.raises(ValueError, match="FILEROOM_CLAMD names no scanner"):
        scanner.use(address)


def test_where_none_is_named_nobody_is_asked() -> None:
    scanner.use("")
    assert scanner.in_use() is None
    assert extract_apart(b"Amal reads well.", "note.txt").fully_examined
