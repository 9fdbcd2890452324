"""A sweep by two Dask workers, one killed half-way, beside a plain process pool over the same files, in one run.

The archive is made here, the same each time: eleven kinds of files, some torn, a few scans, one in 33 a copy. Goals:
every file told of once whatever was killed; at least 0.8 times the files a second of a pool of as many processes that
maps the same function over the same different files (half of it is measured before the sweep, half after); and at most
1.2 times the memory that a tenth of the files takes: the peaks of the command, the scheduler and the workers together.

    python benchmarks/sweep.py [--files 20000] [--workers 2] [--json]
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from distributed import Client

from fileroom.collection.answers import answer_file
from fileroom.collection.rulings import Scope
from fileroom.collection.scheduler import secured
from tests.collection.archives import archive
from tests.collection.cluster import Cluster, cluster

LEAST_RATIO, MOST_GROWTH, A_TENTH = 0.8, 1.2, 10
MIB = 1024


@dataclass(frozen=True)
class Run:
    """What a sweep came to. `peak_mib`: of the command, the scheduler and the workers that were left, summed."""

    seconds: float
    peak_mib: float
    told: Counter[str]
    different: int
    killed_at: int


def peak_kib(pid: int | str = "self") -> int:
    """The most memory a process has had so far."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])


def swept(root: Path, work: Path, workers: int, files: int) -> Run:
    """Sweep, and kill one of the workers when half of the files are in the journal."""
    work.mkdir()
    with cluster(work, workers, nanny=True) as crew:
        began, killed_at = time.perf_counter(), 0
        with (work / "told.jsonl").open("wb") as out:
            words = ("screen", str(root), "--json", "--journal", str(work / "journal"), *crew.options)
            sweep = subprocess.Popen([sys.executable, "-m", "fileroom.cli", *words], stdout=out)
        while os.waitid(os.P_PID, sweep.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            time.sleep(0.2)
            if not killed_at and (done := written(work / "journal")) >= files // 2:
                kill_one(crew)
                killed_at = done
        _, _, used = os.wait4(sweep.pid, 0)
        seconds = time.perf_counter() - began
        peak = used.ru_maxrss + peak_kib(crew.scheduler.pid) + sum(on_workers(crew, peak_kib))
    answers = [json.loads(line) for line in (work / "told.jsonl").open()]
    told = Counter(it["path"] for it in answers)
    return Run(seconds, peak / MIB, told, sum("copy_of" not in it for it in answers), killed_at)


def written(journal: Path) -> int:
    """How many answers the journal has."""
    return journal.read_bytes().count(b"\n") if journal.exists() else 0


def on_workers(crew: Cluster, ask: object) -> list[int]:
    """What each worker answers that does: one that was killed may be listed a while after."""
    with Client(crew.address, security=secured(crew.address, crew.papers), set_as_default=False) as client:
        return list(client.run(ask, on_error="ignore").values())


def kill_one(crew: Cluster) -> None:
    """As the kernel does when memory is short; whoever looks after the worker starts another."""
    os.kill(on_workers(crew, os.getpid)[0], 9)


def pooled(paths: list[Path], workers: int) -> float:
    """Seconds in which a plain pool of processes answers for these files."""
    began = time.perf_counter()
    with ProcessPoolExecutor(workers, multiprocessing.get_context("forkserver")) as pool:
        answer = partial(answer_file, scope=Scope(date(2026, 10, 19)))
        assert sum(1 for _ in pool.map(answer, paths, chunksize=8)) == len(paths)
    return time.perf_counter() - began


def measure(files: int, workers: int) -> dict[str, float]:
    """The figures."""
    with tempfile.TemporaryDirectory() as temporary:
        top = Path(temporary)
        small = list(archive(top / "small", files // A_TENTH))
        paths = list(archive(top / "archive", files))
        different = list({path.read_bytes(): path for path in reversed(paths)}.values())
        tenth = swept(top / "small", top / "first", workers, len(small))
        plain = pooled(different[::2], workers)
        whole = swept(top / "archive", top / "second", workers, files)
        plain += pooled(different[1::2], workers)
    once = whole.told == Counter(map(str, paths)) and tenth.told == Counter(map(str, small))
    ours, theirs = whole.different / whole.seconds, len(different) / plain
    return {
        "files": files, "different": whole.different, "each once": once, "killed after": whole.killed_at,
        "files/s": ours, "files/s, plain pool": theirs, "ratio to the pool": ours / theirs,
        "peak MiB": whole.peak_mib, "peak MiB, a tenth": tenth.peak_mib, "growth": whole.peak_mib / tenth.peak_mib,
    }  # fmt: skip


def main() -> int:
    """Measure, print, and say with status 1 where a goal is missed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, default=20_000)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    # Who ends this ends the workers too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    figures = measure(chosen.files, chosen.workers)
    if chosen.json:
        print(json.dumps(figures))
    else:
        for name, figure in figures.items():
            print(f"{name:24} {figure:12,.2f}")
    if not figures["each once"]:
        raise AssertionError("a file was told of twice, or not at all")
    missed = [
        f"missed: {name} {figures[name]:.2f}, goal {goal}"
        for name, goal, good in (
            ("ratio to the pool", f">= {LEAST_RATIO}", figures["ratio to the pool"] >= LEAST_RATIO),
            ("killed after", "a worker killed half-way", figures["killed after"] > 0),
            ("growth", f"<= {MOST_GROWTH}", figures["growth"] <= MOST_GROWTH),
        )
        if not good
    ]
    print("\n".join(missed), file=sys.stderr, end="\n" if missed else "")
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main())
