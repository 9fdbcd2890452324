"""The demonstration's people. Invented; the schools and the calendar have the shape of a small California district."""

from __future__ import annotations

import uuid
from calendar import MONDAY, SATURDAY, THURSDAY, monthcalendar
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.hashers import make_password

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.people.models import (
    Account,
    Assignment,
    Break,
    Closure,
    Contact,
    Custodian,
    Custody,
    Employee,
    Enrolment,
    Relationship,
    School,
    Section,
    SectionStudent,
    SectionTeacher,
    Student,
    Term,
    WholeCalendar,
)
from fileroom.people.names import search_key

# The school year the demonstration lives in, whatever today is: day and month are kept, the year moves.
TERM = ((8, 12), (6, 10))
# Its people were there before it begins: what the office filed in its first days was filed by somebody employed then.
THERE_FOR = timedelta(days=60)
OFFICE = ("registrar", "principal", "teacher", "custodian")
AT_HOME = ("parent", "restrained", "student")
ANAS, DEVONS = "9104567917", "9104567925"  # state identifiers, invented


@dataclass(frozen=True)
class People:
    """Whom later steps of the demonstration need."""

    registrar: Account
    custodian: Account
    ana: uuid.UUID
    devon: uuid.UUID
    priya: uuid.UUID
    mother: uuid.UUID
    father: uuid.UUID


def _year(on: date) -> int:
    return on.year if on.month >= 7 else on.year - 1


def has_people() -> bool:
    """Is anybody there already? The people of a demonstration come all at once, so one is enough."""
    with district_transaction():
        return Account.objects.exists()


def is_open() -> bool:
    """May anybody sign in? To a demonstration nobody may before it is whole."""
    with district_transaction():
        return Account.objects.filter(is_active=True).exists()


def open_accounts() -> None:
    """It is whole: from now on its people may sign in."""
    with district_transaction():
        Account.objects.filter(sign_in_name__in=(*OFFICE, *AT_HOME)).update(is_active=True)


def people_there() -> People | None:
    """The people of a demonstration that was begun before; None where these are others."""
    with district_transaction():
        accounts = {row.sign_in_name: row for row in Account.objects.filter(sign_in_name__in=(*OFFICE, *AT_HOME))}
        children = {row.ssid: row.id for row in Student.objects.filter(ssid__in=(ANAS, DEVONS))}
    if not {*OFFICE, *AT_HOME} <= set(accounts) or len(children) < 2:
        return None
    mother, father = accounts["parent"].contact_id, accounts["restrained"].contact_id
    priya = accounts["student"].student_id
    if mother is None or father is None or priya is None:
        return None
    return People(accounts["registrar"], accounts["custodian"], children[ANAS], children[DEVONS], priya, mother, father)


@durable_transaction
def demonstration(password: str, *, at: datetime) -> People:
    """Schools, staff, families and accounts, in one transaction. Nobody can sign in yet (`open_accounts`)."""
    on = district_day(at)
    first = min(date(_year(on), *TERM[0]), on - THERE_FOR)
    schools = _schools(first)
    _calendar(_year(on), at)
    staff = _staff(schools, first)
    students = _students(schools, first)
    sealed = make_password(password)  # once for all: whoever reads the screen of `up --demo` knows that they share it
    accounts = _accounts(sealed, first, {name: {"employee": staff[name]} for name in OFFICE})
    _custodians(schools, staff, accounts["custodian"], first)
    families = _families(students, accounts["registrar"], first)
    _sections(schools["elementary"], staff["teacher"], students["ana"], first)
    at_home: dict[str, dict[str, Any]] = {
        "parent": {"contact": families["mother"]},
        "restrained": {"contact": families["father"]},
        "student": {"student": students["priya"]},
    }
    _accounts(sealed, first, at_home)
    return People(
        accounts["registrar"],
        accounts["custodian"],
        students["ana"].id,
        students["devon"].id,
        students["priya"].id,
        families["mother"].id,
        families["father"].id,
    )


def _schools(first: date) -> dict[str, School]:
    rows = {
        "elementary": School(name="Alder Creek Elementary", cds_code="10999990100001", orders_entered_on=first),
        "high": School(name="Alder Creek High", cds_code="10999990100002", orders_entered_on=first),
        "middle": School(name="Mesa Middle", cds_code="10999990100003"),
    }
    School.objects.bulk_create(rows.values())
    return rows


def _calendar(year: int, at: datetime) -> None:
    Term.objects.create(
        name=f"{year}-{(year + 1) % 100:02}", from_on=date(year, *TERM[0]), to_on=date(year + 1, *TERM[1])
    )
    Closure.objects.bulk_create(Closure(on=day, reason=why) for why, day in _holidays(year).items())
    spring = _weekday(year + 1, 3, MONDAY, -1)
    Break.objects.create(kind=Break.Kind.WINTER, from_on=date(year, 12, 21), to_on=date(year + 1, 1, 1))
    Break.objects.create(kind=Break.Kind.SPRING, from_on=spring, to_on=spring + timedelta(days=4))
    WholeCalendar.objects.create(year=year, said_at=at)


def _holidays(year: int) -> dict[str, date]:
    """The closed days of the school year that begins in `year`."""
    thanksgiving = _weekday(year, 11, THURSDAY, 3)
    return {
        "Labor Day": _weekday(year, 9, MONDAY, 0),
        "Veterans Day": _observed(date(year, 11, 11)),
        "Thanksgiving": thanksgiving,
        "Day after Thanksgiving": thanksgiving + timedelta(days=1),
        "Christmas Day": _observed(date(year, 12, 25)),
        "New Year's Day": _observed(date(year + 1, 1, 1)),
        "Martin Luther King Jr. Day": _weekday(year + 1, 1, MONDAY, 2),
        "Presidents' Day": _weekday(year + 1, 2, MONDAY, 2),
        "Memorial Day": _weekday(year + 1, 5, MONDAY, -1),
        "Juneteenth": _observed(date(year + 1, 6, 19)),
    }


def _weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The first (0), second (1) … or last (-1) such weekday of a month."""
    return date(year, month, [week[weekday] for week in monthcalendar(year, month) if week[weekday]][which])


def _observed(day: date) -> date:
    """The Friday before a Saturday, the Monday after a Sunday."""
    late = day.weekday() - SATURDAY
    return day if late < 0 else day + timedelta(days=1 if late else -1)


def _staff(schools: dict[str, School], first: date) -> dict[str, Employee]:
    rows = {
        "registrar": Employee(given="Maribel", family="Ocampo"),
        "principal": Employee(given="Ruth", family="Whitfield", certificated=True),
        "teacher": Employee(given="Tunde", family="Abara", certificated=True),
        "custodian": Employee(given="Helen", family="Park", certificated=True),
        "high_principal": Employee(given="Luis", family="Bautista", certificated=True),
    }
    Employee.objects.bulk_create(rows.values())
    at_school = dict.fromkeys(("registrar", "principal", "teacher"), schools["elementary"])
    at_school["high_principal"] = schools["high"]
    roles = {"high_principal": "principal", "custodian": "administrator"}
    Assignment.objects.bulk_create(
        Assignment(employee=row, school=at_school.get(name), role=roles.get(name, name), from_on=first)
        for name, row in rows.items()
    )
    return rows


def _custodians(schools: dict[str, School], staff: dict[str, Employee], by: Account, first: date) -> None:
    """Who holds the offices, by the word of whoever signs in as the district's custodian."""
    offices = ((None, "custodian"), (schools["elementary"], "principal"), (schools["high"], "high_principal"))
    Custodian.objects.bulk_create(
        Custodian(employee=staff[name], school=school, designated_by=by.id, from_on=first) for school, name in offices
    )


def _students(schools: dict[str, School], first: date) -> dict[str, Student]:
    def born(years: int, month: int, day: int) -> date:
        return date(first.year - years, month, day)

    rows = {
        "ana": _student("Ana", "Lucía", "Torres", born(9, 3, 14), "4", ANAS),
        "devon": _student("Devon", "", "Ruiz", born(10, 5, 2), "5", DEVONS),
        "priya": _student("Priya", "", "Nair", born(18, 2, 11), "12", "9104567933"),
        "ling": _student("Ling", "", "Zhao", born(9, 10, 30), "4", "9104567941"),
    }
    Student.objects.bulk_create(rows.values())
    at = {"priya": schools["high"]}
    Enrolment.objects.bulk_create(
        Enrolment(student=row, school=at.get(name, schools["elementary"]), entered_on=first)
        for name, row in rows.items()
    )
    return rows


def _student(given: str, middle: str, family: str, birth_on: date, grade: str, ssid: str) -> Student:
    return Student(
        legal_given=given, legal_middle=middle, legal_family=family, search_name=search_key(given, middle, family),
        birth_on=birth_on, grade=grade, ssid=ssid,
    )  # fmt: skip


def _families(students: dict[str, Student], registrar: Account, first: date) -> dict[str, Contact]:
    rows = {
        "mother": Contact(given="Rosa", family="Torres"),
        "father": Contact(given="Victor", family="Torres"),
        "devons_father": Contact(given="Samuel", family="Ruiz"),
    }
    for row in rows.values():
        row.search_name = search_key(row.given, row.family)
    Contact.objects.bulk_create(rows.values())
    _related(students["ana"], rows["mother"], first, registrar)
    _related(students["ana"], rows["father"], first, registrar)
    _related(students["devon"], rows["devons_father"], first, None)
    return rows


def _related(student: Student, contact: Contact, first: date, verified_by: Account | None) -> None:
    verification: dict[str, Any] = (
        {"standing": "verified", "verified_how": "birth_record", "verified_on": first, "verified_by": verified_by.id}
        if verified_by
        else {}
    )
    row = Relationship.objects.create(student=student, contact=contact, kind="parent", **verification)
    Custody.objects.create(relationship=row, legal_custody=True, education_rights=True)


def _sections(school: School, teacher: Employee, ana: Student, first: date) -> None:
    section = Section.objects.create(school=school, title="Grade 4, room 12")
    SectionTeacher.objects.create(section=section, employee=teacher, from_on=first)
    SectionStudent.objects.create(section=section, student=ana, from_on=first)


def _accounts(sealed: str, first: date, holders: dict[str, dict[str, Any]]) -> dict[str, Account]:
    made = {}
    for name, holder in holders.items():
        account = Account(sign_in_name=name, password=sealed, identity_verified_on=first, is_active=False, **holder)
        account.save(force_insert=True)
        made[name] = account
    return made
