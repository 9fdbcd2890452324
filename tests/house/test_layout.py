"""Sizes, names and clocks: what the house asks of every file of the program."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from fileroom.law.book import CHAPTERS
from fileroom.law.kernel.rule import Chapter
from tests.each import each

SOURCE = Path(__file__).parents[2] / "src"
FILES = sorted(SOURCE.rglob("*.py"))
VAGUE = {"utils", "util", "helpers", "helper", "common", "core", "base", "manager", "misc", "lib"}
DJANGO_DEMANDS = {"fileroom/hosting/postgres/base.py"}
CLOCKS = {
    ("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("time", "time"),
    ("timezone", "localdate"), ("timezone", "localtime"), ("timezone", "now"),
}  # fmt: skip


def address(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(it: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (it.end_lineno or it.lineno) - it.lineno + 1


def offenders(wrong: Callable[[Path], object], paths: list[Path] = FILES) -> list[str]:
    """Addresses of the files in which something is wrong."""
    assert len(paths) > 100
    return [address(path) for path in paths if wrong(path)]


def is_generated(path: Path) -> bool:
    """Django writes the first migration of a room from its models; a table is not made in halves."""
    return path.parent.name == "migrations"


def is_one_list(path: Path) -> bool:
    """Every act of the ledger, one a line in alphabetical order: in two halves a name could stand twice."""
    return path.match("ledger/acts.py")


def test_a_file_has_fewer_than_300_lines() -> None:
    long = offenders(lambda path: len(path.read_text().splitlines()) >= 300 and not is_generated(path))
    assert [it for it in long if not is_one_list(Path(it))] == []


def test_a_file_of_tests_has_fewer_than_300_lines() -> None:
    tests = sorted(Path(__file__).parents[1].rglob("*.py"))
    assert len(tests) > 200
    assert [path.name for path in tests if len(path.read_text().splitlines()) >= 300] == []


def test_no_function_is_longer_than_60_lines() -> None:
    long = [f"{address(path)}: {it.name}" for path in FILES for it in functions(path) if length(it) > 60]
    assert long == []


def test_half_of_all_functions_have_ten_lines_or_fewer() -> None:
    lengths = sorted(length(it) for path in FILES for it in functions(path))
    assert lengths[len(lengths) // 2] <= 10
    assert lengths[len(lengths) * 9 // 10] <= 30


@each("chapter", CHAPTERS, ids=lambda chapter: chapter.address)
def test_a_rule_file_has_fewer_than_80_lines(chapter: Chapter) -> None:
    assert len((SOURCE / f"{chapter.module.replace('.', '/')}.py").read_text().splitlines()) < 80


def says_nothing(path: Path) -> bool:
    """The name of a module or folder that could hold anything."""
    return address(path) not in DJANGO_DEMANDS and bool(VAGUE & set(path.relative_to(SOURCE).with_suffix("").parts))


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert offenders(says_nothing) == []
    assert says_nothing(SOURCE / "fileroom" / "records" / "helpers.py")


def is_a_door(path: Path) -> bool:
    return (
        path.name == "tasks.py"
        or address(path) == "fileroom/hosting/rounds.py"
        or address(path).startswith(("fileroom/web/", "fileroom/cli/", "fileroom/api/"))
    )


def clocks_read(source: str) -> list[str]:
    """Calls that ask the wall clock for a day or an instant."""
    calls = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    named = [(it.value.id, it.attr) for it in calls if isinstance(it, ast.Attribute) and isinstance(it.value, ast.Name)]
    return [f"{module}.{name}" for module, name in named if (module, name) in CLOCKS]


def test_only_doors_and_tasks_ask_what_time_it_is() -> None:
    assert offenders(lambda path: not is_a_door(path) and clocks_read(path.read_text())) == []


def test_a_clock_read_below_the_doors_is_found() -> None:
    assert clocks_read("from datetime import date\nage = date.today().year - 2000") == ["date.today"]


def test_every_module_that_does_something_says_what_it_is() -> None:
    def is_silent(path: Path) -> bool:
        tree = ast.parse(path.read_text())
        return bool(tree.body) and not ast.get_docstring(tree) and not is_generated(path)

    assert offenders(is_silent) == []


def test_nothing_is_put_off_or_pointed_at_this_machine() -> None:
    assert offenders(lambda path: bool(re.search(r"\b(TODO|FIXME)\b|/wor[k]/", path.read_text()))) == []
