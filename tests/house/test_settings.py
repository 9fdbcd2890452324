"""No switch opens a gate."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

from fileroom.hosting.embedded import Urls

SOURCE = Path(__file__).parents[2] / "src" / "fileroom"
OPENS = re.compile(r"DISABLE|SKIP|REDACT|BYPASS|NO_AUTH|INSECURE")


def names_read_from_the_environment() -> set[str]:
    """Every FILEROOM_ name in the source."""
    return {name for path in SOURCE.rglob("*.py") for name in re.findall(r"FILEROOM_[A-Z_]+", path.read_text())}


def test_no_setting_is_named_for_a_gate_it_would_open(installation: Urls) -> None:
    from fileroom.config import settings

    ours = [name for name in vars(settings) if name.isupper()]
    assert len(ours) > 30
    assert [name for name in ours if OPENS.search(name)] == []


def test_no_variable_of_the_environment_is_named_for_a_gate_it_would_open() -> None:
    names = names_read_from_the_environment()
    assert len(names) > 5
    assert [name for name in names if OPENS.search(name)] == []


def test_debugging_is_off_and_cannot_be_turned_on_from_outside() -> None:
    tree = ast.parse((SOURCE / "config" / "settings.py").read_text())
    values = [
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and any(isinstance(it, ast.Name) and it.id == "DEBUG" for it in node.targets)
    ]
    assert values == [False]


def test_an_installation_invents_no_number_for_families_to_call(installation: Urls) -> None:
    asks = "from fileroom.config import settings; print(settings.STUDENT_RECORDS_TELEPHONE, settings.TRUSTED_PROXIES)"
    env = {name: value for name, value in os.environ.items() if name != "FILEROOM_TELEPHONE"}
    env |= {"FILEROOM_TRUSTED_PROXIES": " 192.0.2.7,, "}
    run = subprocess.run([sys.executable, "-c", asks], env=env, cwd=SOURCE.parent, capture_output=True, check=True)
    assert run.stdout.decode().strip() == "frozenset({'192.0.2.7'})"


def test_no_domain_code_reads_the_settings_or_the_environment() -> None:
    """The law, people and the gates cannot be told from outside to answer otherwise."""
    reads = re.compile(r"\bos\.environ|\bgetenv|django\.conf")
    rooms = ("law", "people", "collection", "disclosure", "screening", "ledger")
    found = [path for room in rooms for path in (SOURCE / room).rglob("*.py") if reads.search(path.read_text())]
    assert [path.relative_to(SOURCE).as_posix() for path in found] == []


def test_no_logger_is_left_to_the_last_resort(installation: Urls) -> None:
    """A logger with no handler of its own or above prints to the standard error, with the values of the traceback."""
    from fileroom.config.settings import LOGGING

    loggers = cast("dict[str, Any]", LOGGING["loggers"])
    assert [name for name, it in loggers.items() if not it["propagate"] and not it["handlers"]] == []
    assert loggers["django.request"] == {"handlers": ["nobody"], "propagate": False}, "it would print tracebacks"
