"""The kept rows of a bundle, streamed into the tables where they wait: one a file, its columns in snake case."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from fileroom.collection.imports.waiting_tables import LONGEST_SEARCH_NAME, Value, fill
from fileroom.collection.oneroster import values
from fileroom.collection.oneroster.layouts import DAYS
from fileroom.collection.oneroster.reading import COLUMNS, Reading, Taken
from fileroom.people.names import search_key

Row = list[Value]


def snake(name: str) -> str:
    """`sourcedId` -> `source_id`, `termSourcedIds` -> `term_source_ids`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.replace("ourcedId", "ourceId")).lower()


SEALED = frozenset({"phone", "sms"})
STAGED = {file: tuple(name for name in names if name not in SEALED) for file, names in COLUMNS.items()}
# What a user's row says besides its cells: who the person is, and what is worked out in Python.
FURTHER = {"users": ("student", "employee", "contact", "ssid", "grade", "search_name")}


def stage(reading: Reading) -> None:
    """Fill the tables from the bundle's rows, in the order in which files lean on each other."""
    for file in reading.taken():
        columns = ("row", "named", "ended", *map(snake, STAGED[file]), *FURTHER.get(file, ()))
        fill(f"bundle_{snake(file)}", columns, _staged(reading, file))
    fill("bundle_aside", ("file", "source_id"), reading.ground.references.named_aside())


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
