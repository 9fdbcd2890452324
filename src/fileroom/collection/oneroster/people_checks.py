"""Checks that look at more than one column, or at numbers that belong to one person only."""

from __future__ import annotations

from fileroom.collection.imports.faults import Fault, shown
from fileroom.collection.imports.numbers import own_ssid
from fileroom.collection.imports.values import day, is_cds_code
from fileroom.collection.oneroster import values
from fileroom.collection.oneroster.checks import Check, Ground
from fileroom.collection.oneroster.crossed import Crossed
from fileroom.collection.oneroster.references import References

REACHES_EVERY_SCHOOL = "A role outside a school reaches every school's records; it is given by a person, not by a file."


def further_checks(file: str, header: list[str], ground: Ground) -> list[Check]:
    """The checks of one file that follow the plain ones."""
    at = {name: place for place, name in enumerate(header)}
    references = ground.references
    if file == "orgs":
        return [_own_cds_code(at, references), _note_school(at, references)]
    if file == "classes":
        return [_at_a_school(at, references)]
    if file == "users":
        return [_has_a_role(at, references), _own_ssid(at, references), _graded(at)]
    if file == "roles":
        return [_has_a_place(at, values.ROLES_WITHOUT_PLACE), _reaches_one_school(at, ground)]
    if file == "demographics":
        return [_is_a_student(at, references), _born_by(at, ground)]
    if file == "enrollments":
        return [_has_a_place(at, values.ENROLLED_WITHOUT_PLACE), _right_kind(at, references)]
    return []


def _own_cds_code(at: dict[str, int], references: References) -> Check:
    taken: dict[str, str] = dict(references.known.cds_codes)

    def check(cells: list[str]) -> Fault | None:
        code = cells[at["identifier"]] if "identifier" in at else ""
        if not is_cds_code(code) or taken.setdefault(code, cells[at["sourcedId"]]) == cells[at["sourcedId"]]:
            return None
        return Fault("identifier", "number_taken", "Another school has this county-district-school code.")

    return check


def _note_school(at: dict[str, int], references: References) -> Check:
    def check(cells: list[str]) -> Fault | None:
        if cells[at["type"]].lower() == "school":
            references.schools.add(cells[at["sourcedId"]])
        return None

    return check


def _at_a_school(at: dict[str, int], references: References) -> Check:
    def check(cells: list[str]) -> Fault | None:
        school = cells[at["schoolSourcedId"]]
        if school in references.schools:
            return None
        return Fault("schoolSourcedId", "not_a_school", f"{shown(school)} is an org, but no school.")

    return check


def _has_a_role(at: dict[str, int], references: References) -> Check:
    def check(cells: list[str]) -> Fault | None:
        if references.kinds(cells[at["sourcedId"]]):
            return None
        return Fault("sourcedId", "no_role", "No row of roles.csv says what this person is to the district.")

    return check


def _own_ssid(at: dict[str, int], references: References) -> Check:
    fault_of = own_ssid(references.known.ssids)

    def check(cells: list[str]) -> Fault | None:
        number = values.ssid(cells[at["userIds"]]) if "userIds" in at else ""
        user = cells[at["sourcedId"]]
        if not number or values.STUDENT not in references.kinds(user):
            return None
        return fault_of("userIds", user, number)

    return check


def _graded(at: dict[str, int]) -> Check:
    def check(cells: list[str]) -> Fault | None:
        grades = cells[at["grades"]] if "grades" in at else ""
        if all(values.is_grade(grade) for grade in values.ids(grades)):
            return None
        # The value is not repeated: whoever mixes up columns may have put any number here.
        return Fault("grades", "not_a_grade", "A grade has two digits at most: 09, K, UG.")

    return check


def _has_a_place(at: dict[str, int], without_place: frozenset[str]) -> Check:
    def check(cells: list[str]) -> Fault | None:
        if cells[at["role"]].lower() not in without_place:
            return None
        return Fault("role", "role_without_place", "Fileroom keeps no such role; what it allows is given by a person.")

    return check


def _reaches_one_school(at: dict[str, int], ground: Ground) -> Check:
    staff = {role.lower() for role, kind in values.ROLES[ground.release].items() if kind == values.EMPLOYEE}
    schools = ground.references.schools

    def check(cells: list[str]) -> Fault | None:
        if cells[at["role"]].lower() not in staff or cells[at["orgSourcedId"]] in schools:
            return None
        return Fault("orgSourcedId", "role_by_hand", REACHES_EVERY_SCHOOL)

    return check


def _is_a_student(at: dict[str, int], references: References) -> Check:
    def check(cells: list[str]) -> Fault | None:
        if values.STUDENT in references.kinds(cells[at["sourcedId"]]):
            return None
        return Fault("sourcedId", "not_a_student", "Only students' birth dates are kept.")

    return check


def _born_by(at: dict[str, int], ground: Ground) -> Check:
    def check(cells: list[str]) -> Fault | None:
        born = day(cells[at["birthDate"]]) if "birthDate" in at else None
        if born is None or born <= ground.on:
            return None
        return Fault("birthDate", "impossible_date", "The day of birth has not come yet.")

    return check


def _right_kind(at: dict[str, int], references: References) -> Check:
    def check(cells: list[str]) -> Fault | None:
        role, user = cells[at["role"]].lower(), cells[at["userSourcedId"]]
        wanted = values.STUDENT if role == "student" else values.EMPLOYEE
        if wanted in references.kinds(user):
            return None
        return Fault("role", "role_disagrees", f"{shown(user)} is enrolled as {role}, but is no {wanted}.")

    return check


def not_crossed(file: str, row: int, found: Crossed) -> Fault | None:
    """The fault of a row whose title and code have changed places."""
    faults = {"courses": found.courses, "classes": found.classes}.get(file, {})
    return faults.get(row)
