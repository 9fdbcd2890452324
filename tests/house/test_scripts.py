"""What scripts say with their exit status: nobody takes a run without the browser tests for a whole one, nor a
benchmark that broke for one that is only slow."""

from __future__ import annotations

import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose pytest notes what it was asked and passes, on a machine with a Python and nothing else."""
    (tmp_path / "script" / "lib").mkdir(parents=True)
    for name in ("test", "lib/python.sh"):
        shutil.copy(ROOT / "script" / name, tmp_path / "script" / name)
    (tmp_path / "script" / "lib" / "ready.py").touch()
    program(tmp_path / "var" / "env" / "bin" / "python", 'echo "$@" >asked; exit "${PASSES_WITH:-0}"')
    (tmp_path / "bin").mkdir()
    for name, at in (("python3", sys.executable), ("dirname", shutil.which("dirname"))):
        (tmp_path / "bin" / name).symlink_to(str(at))
    return tmp_path


def program(path: Path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{words}\n")
    path.chmod(0o755)


def script_test(checkout: Path, *more: str, passes_with: int = 0) -> tuple[int, str, str]:
    """Exit status, what pytest was asked, and what was said on standard error."""
    env = {"PATH": str(checkout / "bin"), "PASSES_WITH": str(passes_with)}
    done = subprocess.run([checkout / "script" / "test", *more], env=env, capture_output=True, text=True, check=False)
    return done.returncode, (checkout / "asked").read_text().strip(), done.stderr


def test_without_a_browser_the_rest_is_run_and_the_status_says_that_it_was_not_all(checkout: Path) -> None:
    status, asked, said = script_test(checkout, "-q")
    assert (status, asked) == (2, "-m pytest -n auto -m not browser -q")
    assert "THE BROWSER TESTS DID NOT RUN" in said


def test_a_failure_is_a_failure_with_a_browser_or_without(checkout: Path) -> None:
    assert script_test(checkout, passes_with=1)[0] == 1
    program(checkout / "bin" / "chromium", "exit 0")
    assert script_test(checkout, passes_with=1)[0] == 1


def test_who_asks_for_no_browser_test_is_not_told_that_none_was_run(checkout: Path) -> None:
    assert script_test(checkout, "-m", "not browser") == (0, "-m pytest -n auto -m not browser", "")


@pytest.mark.parametrize("browser", ["bin/chromium-headless-shell", "bin/chromium", "var/chromium/chromium"])
def test_with_a_browser_all_is_run(checkout: Path, browser: str) -> None:
    program(checkout / browser, "exit 0")
    assert script_test(checkout, "-q") == (0, "-m pytest -n auto -q", "")


@pytest.mark.parametrize(("shell", "asked_for"), [(0, ["chromium-headless-shell"]),
                                                  (100, ["chromium-headless-shell", "chromium"])])  # fmt: skip
def test_the_browser_without_windows_is_fetched_and_the_whole_one_where_there_is_none(
    tmp_path: Path, shell: int, asked_for: list[str]
) -> None:
    script = f'echo "$@" >>{tmp_path}/asked; case "$*" in *chromium-headless-shell) exit {shell}; esac'
    program(tmp_path / "bin" / "apt-get", script)
    asks = "import os, pathlib, ready; os.geteuid = lambda: 0; ready.CHROMIUM = pathlib.Path('none'); ready.chromium()"
    env = {"PATH": str(tmp_path / "bin"), "PYTHONPATH": str(ROOT / "script" / "lib")}
    subprocess.run([sys.executable, "-c", asks], env=env, capture_output=True, check=True)
    assert [it.split()[-1] for it in (tmp_path / "asked").read_text().splitlines()[1:]] == asked_for


def smoke(checkout: Path, said: str, status: int) -> tuple[int, str]:
    """Exit status and standard error of `script/bench --smoke` where one benchmark says this and ends so."""
    shutil.copy(ROOT / "script" / "bench", checkout / "script" / "bench")
    (checkout / "benchmarks").mkdir()
    (checkout / "benchmarks" / "tree.py").touch()
    (checkout / "bin" / "basename").symlink_to(str(shutil.which("basename")))
    program(checkout / "var" / "env" / "bin" / "python", f"echo '{said}'; exit {status}")
    asked = (checkout / "script" / "bench", "--smoke")
    done = subprocess.run(asked, env={"PATH": str(checkout / "bin")}, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


@pytest.mark.parametrize(("said", "status"), [("goal 2.0: met", 0), ("goal 2.0: missed", 1)])
def test_a_goal_that_so_little_work_misses_is_no_fault(checkout: Path, said: str, status: int) -> None:
    assert smoke(checkout, said, status) == (0, "")


@pytest.mark.parametrize(
    ("said", "status"),
    [("Killed", 137), ("", 1), ("2 answers are not ours.", 1), ("goal 2.0: missed", 139), ("missed; Traceback", 1),
     ("usage: tree.py", 2)],
)  # fmt: skip
def test_a_benchmark_that_breaks_is_a_fault_however_it_breaks(checkout: Path, said: str, status: int) -> None:
    broken, told = smoke(checkout, said, status)
    assert broken == 1
    assert said in told and "tree is broken" in told


def test_what_is_fetched_for_the_pages_is_named_by_one() -> None:
    used = runpy.run_path(str(ROOT / "script" / "lib" / "ready.py"))["USED"]
    web = ROOT / "src" / "fileroom" / "web"
    named = "".join(it.read_text() for it in [*web.rglob("*.html"), *(web / "templatetags").glob("*.py")])
    assert used and [it for it in used if it not in named] == []
