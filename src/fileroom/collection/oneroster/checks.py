"""What each row must satisfy. A check takes a row's cells and answers with its fault, or None."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from fileroom.collection.imports.faults import Fault, shown
from fileroom.collection.imports.values import CONTROL, LONGEST_EMAIL, LONGEST_ID, LONGEST_VALUE, day
from fileroom.collection.oneroster import values
from fileroom.collection.oneroster.layouts import DAYS, LAYOUTS, Release
from fileroom.collection.oneroster.references import References

Check = Callable[[list[str]], Fault | None]

# Columns that hold several values, with commas between.
LISTS = frozenset(
    {
        "agentSourcedIds", "grades", "orgSourcedIds", "periods", "resourceSourcedIds", "subjectCodes", "subjects",
        "termSourcedIds", "userIds",
    }
)  # fmt: skip
LONGEST = {"sourcedId": LONGEST_ID, "email": LONGEST_EMAIL}
SPELLS = (("startDate", "endDate"), ("beginDate", "endDate"))


@dataclass(frozen=True)
class Ground:
    """What rows are judged against: release, today, and what may be pointed to."""

    release: Release
    on: date
    references: References


def enumerated(file: str, release: Release) -> dict[str, Sequence[str]]:
    """Columns of a file that hold one word of a list."""
    words: dict[str, dict[str, Sequence[str]]] = {
        "orgs": {"type": values.ORG_TYPES},
        "academicSessions": {"type": values.SESSION_TYPES},
        "classes": {"classType": values.CLASS_TYPES},
        "users": {"enabledUser": values.BOOLEAN, "role": tuple(values.ROLES[release])},
        "roles": {"roleType": values.ROLE_TYPES, "role": tuple(values.ROLES[release])},
        "demographics": {"sex": values.SEX[release]},
        "enrollments": {"role": values.ENROLLMENT_ROLES, "primary": values.BOOLEAN},
    }
    return words.get(file, {})


# Columns that point to rows of another file. In `users.agentSourcedIds` and parents the file points to itself.
POINTS: dict[str, dict[str, str]] = {
    "orgs": {"parentSourcedId": "orgs"},
    "academicSessions": {"parentSourcedId": "academicSessions"},
    "courses": {"schoolYearSourcedId": "academicSessions", "orgSourcedId": "orgs"},
    "classes": {"courseSourcedId": "courses", "schoolSourcedId": "orgs", "termSourcedIds": "academicSessions"},
    "users": {"orgSourcedIds": "orgs", "agentSourcedIds": "users", "primaryOrgSourcedId": "orgs"},
    "roles": {"userSourcedId": "users", "orgSourcedId": "orgs"},
    "demographics": {"sourcedId": "users"},
    "enrollments": {"classSourcedId": "classes", "schoolSourcedId": "orgs", "userSourcedId": "users"},
}


def checks_for(file: str, header: list[str], ground: Ground) -> list[Check]:
    """The checks of one file, in the order in which they are asked."""
    at = {name: place for place, name in enumerate(header)}
    required = {name: at[name] for name in header if name in LAYOUTS[ground.release][file].required}
    checks: list[Check] = [_plain(header), _filled(required), _short(at)]
    checks += [_one_of(at[name], name, words) for name, words in enumerated(file, ground.release).items() if name in at]
    checks += [_a_day(at[name], name) for name in DAYS if name in at]
    checks += [_in_order(at[a], at[b], a, b) for a, b in SPELLS if a in at and b in at]
    checks += [
        _points_to(at[name], name, target, ground.references, itself=target == file)
        for name, target in POINTS[file].items()
        if name in at
    ]
    return checks


def checks_of_ended(header: list[str]) -> list[Check]:
    """What holds for a row that ends something, too: its id. It may leave out what it likes."""
    return [_plain(header), _short({"sourcedId": header.index("sourcedId")})]


def unfit_of_ended(header: list[str]) -> Callable[[list[str]], list[int]]:
    """Where such a row says what no table takes: not a word of it is needed, and what it ends is over all the same."""
    days = {place for place, name in enumerate(header) if name in DAYS}
    longest = [LONGEST.get(name, LONGEST_VALUE) for name in header]
    id_at = header.index("sourcedId")

    def unfit(cells: list[str]) -> list[int]:
        return [
            place
            for place, cell in enumerate(cells)
            if place != id_at
            and (CONTROL.search(cell) or len(cell) > longest[place] or (place in days and cell and not day(cell)))
        ]

    return unfit


def _plain(header: list[str]) -> Check:
    find = CONTROL.search

    def check(cells: list[str]) -> Fault | None:
        if not find("".join(cells)):
            return None
        column = next(name for name, cell in zip(header, cells, strict=False) if find(cell))
        return Fault(column, "control_character", "A line end or other control character stands inside the value.")

    return check


def _filled(required: dict[str, int]) -> Check:
    places = tuple(required.values())

    def check(cells: list[str]) -> Fault | None:
        if all(map(cells.__getitem__, places)):
            return None
        column = next(name for name, place in required.items() if not cells[place])
        return Fault(column, "empty_required", "The value is required and is not there.")

    return check


def _short(at: dict[str, int]) -> Check:
    limits = {name: LONGEST.get(name, LONGEST_VALUE) for name in at}

    def check(cells: list[str]) -> Fault | None:
        if max(map(len, cells)) <= LONGEST_EMAIL:
            return None
        for name, place in at.items():
            parts = values.ids(cells[place]) if name in LISTS else (cells[place],)
            longest = max(map(len, parts), default=0)
            if longest > limits[name]:
                says = f"The value has {longest} characters; {limits[name]} is the most."
                return Fault(name, "too_long", says)
        return None

    return check


def _one_of(place: int, column: str, words: Sequence[str]) -> Check:
    # Senders write TRUE and Student; the standard's words are read in any case, for no two differ by case alone.
    allowed = {"", *(word.lower() for word in words)}

    def check(cells: list[str]) -> Fault | None:
        if cells[place].lower() in allowed:
            return None
        return Fault(column, "bad_enum", f"What stands there is none of: {', '.join(words)}.")

    return check


def _a_day(place: int, column: str) -> Check:
    def check(cells: list[str]) -> Fault | None:
        if not cells[place] or day(cells[place]):
            return None
        return Fault(column, "impossible_date", "What stands there is no day (wanted: YYYY-MM-DD, after 1900).")

    return check


def _in_order(begins: int, ends: int, begin: str, end: str) -> Check:
    def check(cells: list[str]) -> Fault | None:
        # ISO dates order as text does.
        if not cells[begins] or not cells[ends] or cells[begins] <= cells[ends]:
            return None
        return Fault(end, "impossible_date", f"The day is before that of {begin}.")

    return check


def _points_to(place: int, column: str, target: str, references: References, *, itself: bool) -> Check:
    split = column in LISTS

    def check(cells: list[str]) -> Fault | None:
        if not cells[place]:
            return None
        for source_id in values.ids(cells[place]) if split else (cells[place],):
            if itself:
                why = "" if references.given(target, source_id) else f"there is no such row in {target}.csv"
            else:
                why = references.why_not(target, source_id)
            if why:
                return Fault(column, "dangling_id", f"{column} names {shown(source_id)}, but {why}.")
        return None

    return check
