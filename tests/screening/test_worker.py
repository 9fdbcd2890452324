"""What a document makes the program that reads it do stays behind walls."""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pikepdf
import pytest

from fileroom.screening.opening.apart import Apart
from fileroom.screening.opening.calls import MACHINES
from fileroom.screening.opening.frames import unpacked, write_question
from fileroom.screening.opening.reach import CREATE_RULESET
from fileroom.screening.parts import Extracted, Limits, Outcome
from tests.screening.files import bytes_of, pdf

SHORT = Limits(seconds=2, memory=256 * 1024 * 1024)
bound = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in MACHINES, reason="seccomp is Linux's; screening says so"
)


@pytest.fixture(scope="module")
def planted() -> Iterator[Apart]:
    with pytest.MonkeyPatch.context() as patch, Apart("tests.screening.planted") as apart:
        patch.setattr(sys, "path", [str(Path(__file__).parents[2]), *sys.path])
        yield apart


def said(extracted: Extracted) -> str:
    """What the planted parser told."""
    return extracted.parts[0].text


@bound
@pytest.mark.parametrize("act", ["python_socket", "c_socket"])
def test_a_parser_reaches_no_network_be_it_python_or_c(planted: Apart, act: str) -> None:
    assert said(planted.extract(act.encode(), limits=SHORT)) == "EPERM"


@bound
def test_a_parser_starts_no_program(planted: Apart) -> None:
    assert said(planted.extract(b"c_program", limits=SHORT)) == "refused"


@bound
def test_a_parser_writes_and_removes_no_file(planted: Apart, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("x")
    assert said(planted.extract(f"c_unlink {tmp_path}".encode(), limits=SHORT)) == "EPERM"
    assert said(planted.extract(f"write {tmp_path}".encode(), limits=SHORT)) == "EPERM"
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


@bound
def test_a_parser_dates_and_marks_no_file(planted: Apart, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text("x")
    before = kept.stat()
    assert said(planted.extract(f"mark {tmp_path}".encode(), limits=SHORT)) == "refused"
    assert (kept.stat().st_mtime, kept.stat().st_mode) == (before.st_mtime, before.st_mode)


@bound
def test_a_parser_reaches_no_other_process(planted: Apart) -> None:
    assert said(planted.extract(b"reach_others", limits=SHORT)) == "refused"


@bound
def test_a_parser_sees_into_neither_who_asked_nor_the_worker(planted: Apart) -> None:
    assert said(planted.extract(b"look_into_others", limits=SHORT)) == "refused"


@pytest.mark.skipif(
    sys.platform != "linux" or ctypes.CDLL(None).syscall(CREATE_RULESET, None, 0, 1) < 1, reason="no Landlock here"
)
def test_a_parser_reads_no_file_but_the_programs_own(planted: Apart, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a key")
    assert said(planted.extract(f"read_another_file {tmp_path}".encode(), limits=SHORT)) == "EACCES"


def test_a_pdf_under_lock_has_behind_walls_the_chance_it_is_opened_by() -> None:
    locked = bytes_of(pdf("A page of words for everyone to read"), encryption=pikepdf.Encryption(user="", owner="o"))
    with Apart() as apart:
        assert apart.extract(locked).outcome is None


def test_a_parser_that_is_taken_over_answers_for_no_other_document(planted: Apart) -> None:
    assert said(planted.extract(b"forge", limits=SHORT)) == "EBADF"
    answers = [said(planted.extract(f"next {number}".encode(), limits=SHORT)) for number in range(3)]
    assert all(answer.startswith("process") for answer in answers)


def test_an_answer_to_another_question_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(Path(__file__).parents[2]), *sys.path])
    with Apart("tests.screening.planted") as apart:
        assert said(apart.extract(b"one")).startswith("process")
        monkeypatch.setattr("fileroom.screening.opening.apart.write_question", wrongly_numbered)
        assert apart.extract(b"two").outcome is Outcome.QUARANTINE
        monkeypatch.undo()


def wrongly_numbered(stream: IO[bytes], number: int, body: bytes, name: str, limits: Limits) -> None:
    """Ask as for the question before."""
    write_question(stream, number - 1, body, name, limits)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"{}",
        b"[1]",
        b"\xff",
        b"[" * 100_000,
        b'[[],null,Infinity,0,"",false]',
        b'[[],null,1e999,0,"",false]',
        b'[[["a","prose","x",null,null,""]],null,1,0,"",false]',
        b'[[["a","prose",[[0,"x"],[0]],null,null,""]],null,1,0,"",false]',
        b'[[["a","prose",[[1e999,"x"]],null,null,""]],null,1,0,"",false]',
        b'[[["a","nothing",[],null,null,""]],null,1,0,"",false]',
        b'[[5],null,1,0,"",false]',
        b'[[],"nothing",1,0,"",false]',
        b'[[],[],1,0,"",false]',
        b'[[],null,{},0,"",false]',
        f'[[["a","prose",[],null,{"9" * 400},""]],null,1,0,"",false]'.encode(),
    ],
)
def test_what_is_no_answer_is_said_to_be_none(answer: bytes) -> None:
    with pytest.raises(ValueError):
        unpacked(answer)


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS takes RLIMIT_AS and does not keep it")
@pytest.mark.parametrize(("act", "outcome"), [("eat", Outcome.TOO_BIG), ("c_eat", Outcome.QUARANTINE)])
def test_a_parser_that_eats_memory_ends_alone(planted: Apart, act: str, outcome: Outcome) -> None:
    extracted = planted.extract(act.encode(), limits=SHORT)
    assert extracted.outcome is outcome and not extracted.fully_examined
    assert said(planted.extract(b"next", limits=SHORT)).startswith("process")


def test_a_parser_that_hangs_is_ended_by_the_clock(planted: Apart) -> None:
    planted.extract(b"warm")
    began = time.monotonic()
    extracted = planted.extract(b"hang", limits=Limits(seconds=0.5))
    assert extracted.outcome is Outcome.TOO_BIG and not extracted.fully_examined
    assert time.monotonic() - began < 10


def test_a_parser_that_crashes_leaves_its_document_unexamined_and_the_next_one_fine(planted: Apart) -> None:
    extracted = planted.extract(b"crash", limits=SHORT)
    assert extracted.outcome is Outcome.QUARANTINE and not extracted.fully_examined
    assert said(planted.extract(b"next", limits=SHORT)).startswith("process")


def test_what_the_letters_say_is_told_though_reading_the_pictures_broke(planted: Apart) -> None:
    extracted = planted.extract(b"crash_of_pictures", limits=SHORT)
    assert extracted.outcome is Outcome.QUARANTINE and extracted.of_the_whole and "broke" in extracted.says
    assert said(extracted) == "what the letters say"
    assert not planted.extract(b"crash", limits=SHORT).parts


def test_no_two_documents_are_read_by_one_process(planted: Apart) -> None:
    assert said(planted.extract(b"one")) != said(planted.extract(b"two"))


def test_a_long_answer_comes_whole(planted: Apart) -> None:
    assert len(said(planted.extract(b"answer_at_length"))) == 5_000_000


def test_many_threads_share_a_worker_without_mixing_answers(planted: Apart) -> None:
    got: dict[int, Extracted] = {}

    def ask(number: int) -> None:
        got[number] = planted.extract(b"answer_at_length" if number % 2 else b"short")

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(said(got[number])) == 5_000_000 for number in range(6)] == [False, True] * 3


def test_a_worker_that_ended_is_started_anew(planted: Apart) -> None:
    planted.extract(b"one")
    assert planted._worker is not None
    planted._worker.kill()
    planted._worker.wait()
    assert said(planted.extract(b"two")).startswith("process")
    planted._worker.kill()
    lost = planted.extract(b"lost in between")
    assert lost.outcome is Outcome.QUARANTINE or said(lost).startswith("process")


def test_a_server_with_many_files_open_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(Path(__file__).parents[2]), *sys.path])
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 4096)), hard))
    many = [os.open(os.devnull, os.O_RDONLY) for _ in range(1100)]
    try:
        with Apart("tests.screening.planted") as apart:
            assert said(apart.extract(b"one", limits=SHORT)).startswith("process")
    finally:
        for file in many:
            os.close(file)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_an_answer_longer_than_any_honest_one_is_not_taken(planted: Apart) -> None:
    few = Limits(seconds=5, memory=256 * 1024 * 1024, characters=10)
    assert planted.extract(b"answer_at_length", limits=Limits(seconds=5, memory=few.memory)).fully_examined
    assert not planted.extract(b"answer_without_end", limits=few).fully_examined


def test_a_worker_outlives_the_thread_that_began_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A web server's thread goes when its request is answered, and others go on asking."""
    monkeypatch.setattr(sys, "path", [str(Path(__file__).parents[2]), *sys.path])
    with Apart("tests.screening.planted") as apart:
        beginner = threading.Thread(target=apart.extract, args=(b"one",))
        beginner.start()
        beginner.join()
        worker = apart._worker
        assert worker is not None
        with pytest.raises(subprocess.TimeoutExpired):
            worker.wait(0.5)
        assert said(apart.extract(b"two")).startswith("process") and apart._worker is worker


def test_a_worker_ends_with_the_process_that_asks_it() -> None:
    asks = (
        "import os; from fileroom.screening.opening.apart import Apart; apart = Apart(); apart.extract(b'one')\n"
        "print(apart._worker.pid, flush=True); os._exit(1)"
    )
    asker = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=False)
    for _ in range(100):
        try:
            os.kill(int(asker.stdout), 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    raise AssertionError("The worker goes on without anybody to answer.")


def test_who_waits_for_others_is_answered_in_time(planted: Apart) -> None:
    planted.extract(b"warm")
    first = threading.Thread(target=planted.extract, args=(b"hang",), kwargs={"limits": Limits(seconds=3)})
    first.start()
    time.sleep(0.3)
    began = time.monotonic()
    extracted = planted.extract(b"next", limits=Limits(within=0.5))
    assert time.monotonic() - began < 2
    assert extracted.outcome is Outcome.QUARANTINE and "in time" in extracted.says
    first.join()
    assert said(planted.extract(b"next")).startswith("process")


def test_a_reading_that_is_not_done_in_time_is_given_up_and_the_next_one_fine(planted: Apart) -> None:
    planted.extract(b"warm")
    began = time.monotonic()
    extracted = planted.extract(b"hang", limits=Limits(within=0.5))
    assert time.monotonic() - began < 2
    assert extracted.outcome is Outcome.TOO_BIG and "in time" in extracted.says
    assert said(planted.extract(b"next")).startswith("process")


def test_a_worker_is_told_nothing_of_what_this_process_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(Path(__file__).parents[2]), *sys.path])
    monkeypatch.setenv("FILEROOM_DATABASE", "postgresql://a:secret@b/c")
    with Apart("tests.screening.planted") as apart:
        assert "secret" not in said(apart.extract(b"surroundings"))
