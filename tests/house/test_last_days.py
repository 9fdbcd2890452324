"""No letter and no destruction rests on an absence nobody has confirmed: who reads a last day asks how it is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "fileroom"
# Who is enrolled on a day, whom a roster takes off a school, and the tables' own definition. To be at a school no
# longer closes a file to its staff at once, whoever says so; that is all that follows from it there. The quarantine
# asks at which schools a student is or ever was, and reads no day. A caseload asks which grades a school has today, and
# whether a student has left the school since: then it opens nothing, whoever says so. A breach asks at which schools
# those are whom it touches: in whose languages its notice is owed.
READERS = frozenset(
    {
        "collection/absences.py", "collection/imports/gone.py", "collection/models.py",
        "collection/quarantine/gathering.py", "collection/quarantine/under_exception.py", "people/founding.py",
        "people/caseloads.py",
        "people/leavers.py", "people/leaving.py", "people/models/__init__.py", "people/models/students.py",
        "people/queries.py",
        "people/rosters.py", "people/telling.py", "programmes/accounts/serving.py",
        "programmes/incidents/languages.py",
    }
)  # fmt: skip
NAMES = re.compile(r"\bEnrolment\b(?!\w)|\benrolment__left_on\b|\bpeople_enrolment\b")


def readers(files: dict[str, str]) -> Iterator[str]:
    """Files outside the list that reach a spell at a school, and do not ask how its last day is known."""
    for name, text in files.items():
        if name not in READERS and NAMES.search(text) and "left_by" not in text:
            yield name


def test_whoever_reads_a_last_day_asks_how_it_is_known() -> None:
    files = {str(path.relative_to(SOURCE)): path.read_text() for path in SOURCE.rglob("*.py")}
    ours = {name: text for name, text in files.items() if not name.startswith("law/") and "/migrations/" not in name}
    assert len(ours) > 150
    assert list(readers(ours)) == []


def test_a_room_that_did_not_ask_would_be_found() -> None:
    text = "from fileroom.people.models import Enrolment\nEnrolment.objects.filter(left_on__lt=on)"
    assert list(readers({"retention/queries.py": text})) == ["retention/queries.py"]
    assert list(readers({"retention/queries.py": text + ".exclude(left_by='absence')"})) == []
