"""A journal keeps what was answered, whatever end the sweep that wrote it came to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fileroom.collection.sweep.journal import Another, Journal, Record, Unkept

OF = {"sweep": 1, "roots": ["/archive"], "on": "2026-10-19"}


def record(number: int, *, copy_of: int | None = None) -> Record:
    about = {"path": f"/archive/{number}.txt", "size": number, "changed_ns": 1, "digest": f"{number % 3:064x}"}
    return {**about, "copy_of": copy_of, "answer": {"outcome": "clean"}, "missing": False}


def test_what_was_written_is_read_again_by_path_and_by_digest(tmp_path: Path) -> None:
    with Journal(tmp_path / "j", OF) as journal:
        places = [journal.add(record(number)) for number in range(7)]
        copy = journal.add(record(9, copy_of=places[0]))
    with Journal(tmp_path / "j", OF) as journal:
        assert [journal.of_path(f"/archive/{number}.txt") for number in range(7)] == places
        assert journal.of_path("/archive/8.txt") is None
        assert journal.of_digest(f"{0:064x}", 9) == [places[0], places[3], places[6]]
        assert journal.read(copy)["copy_of"] == places[0]


def test_the_latest_answer_for_a_file_counts(tmp_path: Path) -> None:
    with Journal(tmp_path / "j", OF) as journal:
        journal.add(record(1))
        assert journal.of_path("/archive/1.txt") != journal.add(record(1)) - 1
        last = journal.add(record(1))
    with Journal(tmp_path / "j", OF) as journal:
        assert journal.of_path("/archive/1.txt") == last


@pytest.mark.parametrize("torn", [b"\x00" * 5, b'deadbeef {"path":"x"}\n', b'12345678 {"pa', b"\n", None])
def test_what_is_torn_off_at_the_end_is_cut_away_and_the_rest_stands(tmp_path: Path, torn: bytes | None) -> None:
    with Journal(tmp_path / "j", OF) as journal:
        places = [journal.add(record(number)) for number in range(3)]
    whole = (tmp_path / "j").read_bytes()
    (tmp_path / "j").write_bytes(whole[:-3] if torn is None else whole + torn)
    with Journal(tmp_path / "j", OF) as journal:
        known = [journal.of_path(f"/archive/{number}.txt") for number in range(3)]
        assert known == ([*places[:2], None] if torn is None else places)
        journal.add(record(5))
    with Journal(tmp_path / "j", OF) as journal:
        assert journal.of_path("/archive/5.txt") is not None


def test_another_sweep_is_not_gone_on_with_but_another_day_is(tmp_path: Path) -> None:
    with Journal(tmp_path / "j", OF):
        pass
    with pytest.raises(Another, match=r"another sweep \(roots\)"):
        Journal(tmp_path / "j", {**OF, "roots": ["/elsewhere"]})
    with Journal(tmp_path / "j", {**OF, "on": "2026-10-20"}) as journal:
        assert journal.of["on"] == "2026-10-19"


def test_a_file_that_is_no_journal_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear families")
    with pytest.raises(Another, match="no journal"):
        Journal(tmp_path / "letter.txt", OF)
    assert (tmp_path / "letter.txt").read_text() == "Dear families"


def test_two_sweeps_do_not_write_one_journal_and_nobody_else_reads_it(tmp_path: Path) -> None:
    with Journal(tmp_path / "j", OF):
        with pytest.raises(Another, match="is writing"):
            Journal(tmp_path / "j", OF)
        assert (tmp_path / "j").stat().st_mode & 0o077 == 0


def test_no_link_leads_the_journal_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("kept")
    (tmp_path / "j").symlink_to(tmp_path / "kept")
    with pytest.raises(Unkept, match="symbolic links"):
        Journal(tmp_path / "j", OF)
    assert (tmp_path / "kept").read_text() == "kept"


def test_without_a_path_nothing_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Journal(None, OF) as journal:
        at = journal.add(record(1))
        assert journal.read(at)["path"] == "/archive/1.txt"
        assert list(tmp_path.iterdir()) == []


def test_a_killed_writer_leaves_every_record_it_had_written(tmp_path: Path) -> None:
    writes = (
        "import os, sys; from pathlib import Path; from tests.collection.test_journal import OF, Journal, record\n"
        "journal = Journal(Path(sys.argv[1]), OF)\n"
        "for number in range(100000): journal.add(record(number)); print(number, flush=True)"
    )
    root = Path(__file__).parents[2]
    writer = subprocess.Popen(
        [sys.executable, "-c", writes, str(tmp_path / "j")],
        cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert writer.stdout is not None
    for line in writer.stdout:
        if line.strip() == "500":
            writer.send_signal(signal.SIGKILL)
            break
    said = int((line + writer.stdout.read()).split()[-1])
    writer.wait()
    writer.stdout.close()
    with Journal(tmp_path / "j", OF) as journal:
        assert all(journal.of_path(f"/archive/{number}.txt") is not None for number in range(said))


def test_what_is_damaged_before_the_end_is_said_and_nothing_is_cut_away(tmp_path: Path) -> None:
    with Journal(tmp_path / "j", OF) as journal:
        places = [journal.add(record(number)) for number in range(5)]
    whole = bytearray((tmp_path / "j").read_bytes())
    whole[places[1] + 20] ^= 1
    (tmp_path / "j").write_bytes(whole)
    with pytest.raises(Another, match=f"damaged at byte {places[1]}"):
        Journal(tmp_path / "j", OF)
    assert (tmp_path / "j").read_bytes() == whole
