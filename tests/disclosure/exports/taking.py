"""Lists that are taken away, for tests."""

from __future__ import annotations

import csv
import io
from typing import Any
from uuid import UUID, uuid4

from fileroom.law.facts import Purpose
from tests.conftest import AT

WORK = Purpose.EDUCATIONAL_INTEREST


def asks(source: str = "students", words: str = "", purpose: Purpose = WORK) -> Any:
    """What is asked for."""
    from fileroom.disclosure.exports.asking import Asks
    from fileroom.programmes.office_lists import SOURCES

    return Asks(SOURCES[source], words, purpose)


def prepares(
    by: Any, source: str = "students", words: str = "torres", *, above: int = 30, once: UUID | None = None,
    at: Any = AT,
) -> Any:  # fmt: skip
    from fileroom.disclosure.exports.lists import prepare

    return prepare(once or uuid4(), asks(source, words), second_above=above, by=by, at=at)


def agrees(by: Any, made: Any, source: str = "students", *, at: Any = AT) -> None:
    """A second person."""
    from fileroom.disclosure.exports.lists import approve
    from fileroom.programmes.office_lists import SOURCES

    approve(made.id, SOURCES[source], by=by, at=at)


def takes(by: Any, made: Any, source: str = "students", *, form: str = "csv", at: Any = AT, above: int = 30) -> Any:
    """What becomes of it."""
    from fileroom.disclosure.exports.lists import hand_over
    from fileroom.programmes.office_lists import SOURCES
    from tests.collection.orders.filing import HEAD

    return hand_over(made.id, SOURCES[source], form=form, head=HEAD, second_above=above, by=by, at=at)


def rows(file: Any) -> list[list[str]]:
    """The rows of the spreadsheet, without its head."""
    told = b"".join(file.file.pieces).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(told, newline="")))[1:]


def names(file: Any) -> list[str]:
    return [row[0] for row in rows(file)]
