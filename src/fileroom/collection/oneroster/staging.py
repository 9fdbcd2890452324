"""The kept rows of a bundle, streamed by COPY into tables where they wait to be written, and emptied before the commit.

One table a file, named `bundle_` and the file, columns in snake case (migration 0002). They are tables of the district
like any other, for the application's role may make none, not even temporary ones. What will be sealed does not pass
through them: telephones never, e-mail only of employees.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from django.db import connection

from fileroom.collection.oneroster import values
from fileroom.collection.oneroster.checks import DAYS
from fileroom.collection.oneroster.layouts import TAKEN
from fileroom.collection.oneroster.reading import COLUMNS, Reading, Taken
from fileroom.people.names import search_key

LONGEST_SEARCH_NAME = 900
Value = str | int | bool | date | None
Row = list[Value]


def snake(name: str) -> str:
    """`sourcedId` -> `source_id`, `termSourcedIds` -> `term_source_ids`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.replace("ourcedId", "ourceId")).lower()


SEALED = frozenset({"phone", "sms"})
STAGED = {file: tuple(name for name in names if name not in SEALED) for file, names in COLUMNS.items()}
# What a user's row says besides its cells: who the person is, and what is worked out in Python.
FURTHER = {"users": ("student", "employee", "contact", "ssid", "grade", "search_name")}
TABLES = (
    *(f"bundle_{snake(file)}" for file in TAKEN),
    "bundle_absent",
    "bundle_aside",
    "bundle_assignment",
    "bundle_class_term",
    "bundle_outcome",
    "bundle_place",
    "bundle_spell",
)


def stage(reading: Reading) -> None:
    """Fill the tables from the bundle's rows, in the order in which files lean on each other."""
    with connection.cursor() as cursor:
        for file in reading.taken():
            columns = ("row", "named", "ended", *map(snake, STAGED[file]), *FURTHER.get(file, ()))
            with cursor.copy(f"COPY bundle_{snake(file)} ({', '.join(columns)}) FROM STDIN") as copy:
                for row in _staged(reading, file):
                    copy.write_row(row)
        with cursor.copy("COPY bundle_aside (file, source_id) FROM STDIN") as copy:
            for file, aside in reading.ground.references.aside.items():
                for source_id in aside:
                    copy.write_row((file, source_id))


def clear() -> None:
    """Empty the tables again: nothing of a bundle stays in them."""
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"DELETE FROM {table}")


def _staged(reading: Reading, file: str) -> Iterator[Row]:
    names = COLUMNS[file]
    places = tuple(place for place, name in enumerate(names) if name not in SEALED)
    blank_to_null = tuple(number for number, place in enumerate(places) if names[place] in DAYS)
    further = _about_users(reading) if file == "users" else _nothing
    for taken in reading.rows(file):
        cells: Row = [taken.cells[place] for place in places]
        for number in blank_to_null:
            cells[number] = cells[number] or None
        yield [taken.row, taken.named, taken.ended, *further(taken, cells)]


def _nothing(taken: Taken, cells: Row) -> Row:
    return cells


def _about_users(reading: Reading) -> Callable[[Taken, Row], Row]:
    at = {name: place for place, name in enumerate(COLUMNS["users"])}
    source_id, user_ids, grades = at["sourcedId"], at["userIds"], at["grades"]
    email = STAGED["users"].index("email")
    names = [
        at[name] for name in ("givenName", "middleName", "familyName", "preferredGivenName", "preferredFamilyName")
    ]
    kinds = reading.ground.references.kinds

    def further(taken: Taken, cells: Row) -> Row:
        said = taken.cells
        who = kinds(said[source_id] or "")
        grade = said[grades]
        if values.EMPLOYEE not in who:
            cells[email] = None
        return [
            *cells,
            values.STUDENT in who,
            values.EMPLOYEE in who,
            values.CONTACT in who,
            values.ssid(said[user_ids] or "") or None,
            None if grade is None else values.grade(grade),
            search_key(*(said[place] or "" for place in names))[:LONGEST_SEARCH_NAME],
        ]

    return further
