"""The SQL of the import, one file a sentence, in `sql/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "sql"


@cache
def sentence(name: str) -> str:
    """The statements of one file."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
