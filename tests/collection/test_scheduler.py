"""A sweep by the workers of a Dask scheduler, over mutual TLS: as by one process, whatever becomes of a worker."""

from __future__ import annotations

import json
import signal
from argparse import ArgumentParser
from asyncio import CancelledError
from collections.abc import Iterator
from concurrent.futures import wait
from contextlib import closing
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

from fileroom.cli import screen
from fileroom.collection.crews import OutOfReach
from fileroom.collection.many import as_done
from fileroom.collection.scheduler import Papers, Workers, secured
from tests.collection.cluster import (
    QUIET,
    ROOT,
    Cluster,
    answers_late,
    cluster,
    fatal_at_three,
    gives_up,
    papers,
    slow,
)

pytestmark = pytest.mark.filterwarnings("ignore")  # of Dask's own making


@pytest.fixture(scope="module")
def crew(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("cluster"), workers=2) as started:
        yield started


def run(*words: str) -> int:
    parser = ArgumentParser()
    screen.register(parser.add_subparsers(dest="command"))
    args = parser.parse_args(["screen", *words])
    return int(args.run(args))


def told(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [{**json.loads(line), "ms": 0} for line in capsys.readouterr().out.splitlines()]


def test_the_answers_are_those_of_one_process(
    crew: Cluster, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text("SSN: 518-22-4471" if number % 7 == 3 else f"Note {number}")
    heard = []
    for options in ([], crew.options):
        assert run("--json", str(tmp_path), *options) == 1
        heard.append(told(capsys))
    assert len(heard[0]) == 30 and heard[0] == heard[1]


def test_nobody_without_a_certificate_of_the_authority_is_spoken_to(crew: Cluster, tmp_path: Path) -> None:
    stranger = papers(tmp_path, "stranger")
    mixed = Papers(crew.papers.authority, stranger.certificate, stranger.key)
    for other in (stranger, mixed):
        with pytest.raises(OutOfReach, match="not reached"):
            Workers(crew.address, other, [], within_s=2)
    with pytest.raises(OutOfReach, match="not reached"):
        Workers(crew.address.replace("tls://", "tcp://"), None, [], within_s=2)


def test_a_worker_that_does_not_see_the_archive_is_not_asked(crew: Cluster, tmp_path: Path) -> None:
    with pytest.raises(OutOfReach, match="does not see"):
        Workers(crew.address, crew.papers, [tmp_path / "elsewhere"])


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("tcp://10.0.0.7:8786", "tls://HOST:PORT is needed"), ("tcp://example.org:8786", "tls://HOST:PORT is needed"),
        ("tcp://127.0.0.1", "tls://HOST:PORT is needed"), ("ws://127.0.0.1:1", "tls://HOST:PORT is needed"),
        ("inproc://1", "tls://HOST:PORT is needed"), ("tls://10.0.0.7:8786", "name --tls-ca"), ("", "is needed"),
    ],
)  # fmt: skip
def test_no_address_but_this_machine_goes_without_tls(address: str, says: str) -> None:
    with pytest.raises(OutOfReach, match=says):
        secured(address, None)


def test_plain_tcp_is_for_this_machine() -> None:
    for host in ("127.0.0.1", "127.8.8.8", "[::1]", "localhost"):
        assert secured(f"tcp://{host}:8786", None).require_encryption is False


def test_the_command_says_what_is_amiss(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(tmp_path), "--scheduler", "tcp://10.0.0.7:8786") == 4
    assert capsys.readouterr().err.startswith("fileroom screen: --scheduler tcp://10.0.0.7:8786: tls://HOST:PORT")
    assert run(str(tmp_path), "--scheduler", "tls://127.0.0.1:1", "--tls-ca", "x") == 4
    assert "needed together" in capsys.readouterr().err


def test_a_killed_worker_loses_nothing_and_without_any_it_is_said(tmp_path: Path) -> None:
    with cluster(tmp_path, workers=2) as started, closing(Workers(started.address, started.papers, [])) as hands:
        lists = [[number] for number in range(60)]
        got: list[int] = []
        for number, (_, answers) in enumerate(as_done(iter(lists), slow, hands, lost=lambda it: -it)):
            got += answers
            if number == 20:
                started.kill(0)
        assert sorted(got) == [number * 2 for number in range(60)]
        hands.patience = 1.0
        started.kill(1)
        with pytest.raises(OutOfReach, match="No worker is left"):
            list(as_done(iter([[1]]), slow, hands, lost=lambda it: -it))


def test_an_answer_that_is_here_counts_whatever_becomes_of_the_worker_meanwhile(tmp_path: Path) -> None:
    with cluster(tmp_path, workers=2) as started, closing(Workers(started.address, started.papers, [])) as hands:
        assert list(as_done(iter([[1]]), answers_late, hands, lost=lambda _: "lost")) == [([1], ["told"])]


def test_whatever_ends_a_piece_of_work_comes_back(crew: Cluster) -> None:
    with closing(Workers(crew.address, crew.papers, [])) as hands:
        future = hands.submit(gives_up, 1)
        assert wait([future], timeout=30).done
        with pytest.raises(CancelledError):
            hands.result(future)


def test_who_was_sent_home_takes_no_work(crew: Cluster) -> None:
    hands = Workers(crew.address, crew.papers, [])
    hands.close()
    with pytest.raises(OutOfReach, match="scheduler is gone"):
        hands.submit(slow, 1)


def test_the_handbook_says_what_the_crew_of_the_tests_is_told() -> None:
    told = (ROOT / "docs" / "handbook" / "it-lead.md").read_text()
    assert all(f"export {name}={value}\n" in told for name, value in QUIET.items())


def test_a_worker_that_ends_as_it_is_asked_is_said(tmp_path: Path) -> None:
    with cluster(tmp_path, workers=1) as started:
        Workers(started.address, started.papers, []).close()
        started.workers[0].send_signal(signal.SIGSTOP)
        ending = Timer(1.0, started.kill, [0])
        ending.start()
        with pytest.raises(OutOfReach, match="ended as it was asked"):
            Workers(started.address, started.papers, [])
        ending.join()


def test_an_item_that_ends_each_worker_is_given_up_and_the_others_are_answered(tmp_path: Path) -> None:
    with (
        cluster(tmp_path, workers=1, nanny=True) as started,
        closing(Workers(started.address, started.papers, [])) as hands,
    ):
        hands.patience = 60.0
        answers = list(as_done(iter([[1, 2], [3, 4], [5]]), fatal_at_three, hands, lost=lambda it: -it))
    assert {item: answer for these, given in answers for item, answer in zip(these, given, strict=True)} == {
        1: 2, 2: 4, 3: -3, 4: 8, 5: 10,
    }  # fmt: skip
