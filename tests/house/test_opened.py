"""Who holds an opened file was let in by the gate: nothing else makes one, and a page of it is made of nothing else."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from uuid import UUID

from fileroom.hosting.embedded import Urls

SOURCE = Path(__file__).parents[2] / "src" / "fileroom"


def makers(name: str) -> list[tuple[str, str]]:
    """(file, function) of each call that makes one."""
    found = []
    for path in SOURCE.rglob("*.py"):
        for function in (it for it in ast.walk(ast.parse(path.read_text())) if isinstance(it, ast.FunctionDef)):
            calls = [it.func for it in ast.walk(function) if isinstance(it, ast.Call)]
            if any(isinstance(it, ast.Name) and it.id == name for it in calls):
                found.append((path.relative_to(SOURCE).as_posix(), function.name))
    return found


def test_only_the_gate_makes_an_opened_file() -> None:
    assert makers("Opened") == [("disclosure/services.py", "open_file")]


def test_what_a_page_shows_of_one_student_is_given_only_for_an_opened_file(installation: Urls) -> None:
    from fileroom.disclosure import overview
    from fileroom.disclosure.services import Opened

    shown = {"askers", "contacts", "custody", "head", "life", "milestones", "people"}
    for name, function in inspect.getmembers(overview, inspect.isfunction):
        if function.__module__ != overview.__name__ or name.startswith("_"):
            continue
        types = list(inspect.get_annotations(function, eval_str=True).values())
        assert (Opened in types) == (name in shown), name
        assert UUID not in types[:-1] or name == "student_of", f"{name} takes a bare id"
