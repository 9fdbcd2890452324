"""The filter of a search holds every student whom the law's facts say an employee serves: it may narrow, never hide."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.factories import TODAY, keep

if TYPE_CHECKING:
    from fileroom.people import models

DAY = timedelta(days=1)
BEGINNINGS = (None, TODAY - 90 * DAY, TODAY, TODAY + DAY)
ENDS = (None, None, TODAY - DAY, TODAY, TODAY + 90 * DAY)


class Crowd:
    """A district in which anybody may have any office, section or caseload, on any days around today."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.schools = [make.school(name) for name in ("Alder", "Birch", "Cedar")]
        self.students = [make.student(f"Student {number}") for number in range(10)]
        self.employees = [make.employee(f"Employee {number}", f"Of {seed}") for number in range(30)]
        for student in self.students:
            self._enrolled(student)
        for employee in self.employees:
            self._at_work(employee)
        self._custodians()

    def _spell(self, *beginnings: date | None) -> dict[str, Any]:
        """A first and a last day, in order."""
        begins, ends = self.chance.choice(beginnings or BEGINNINGS), self.chance.choice(ENDS)
        return {"from_on": begins, "to_on": None if begins and ends and ends < begins else ends}

    def _one(self, rows: list[Any], often: float = 1.0) -> list[Any]:
        return [self.chance.choice(rows)] if self.chance.random() < often else []

    def _enrolled(self, student: models.Student) -> None:
        from fileroom.people.models import Enrolment

        for school in self._one(self.schools, 0.8):
            days = self._spell(TODAY - 90 * DAY, TODAY, TODAY + DAY)
            keep(Enrolment(student=student, school=school, entered_on=days["from_on"], left_on=days["to_on"]))

    def _at_work(self, employee: models.Employee) -> None:
        from fileroom.people.models import Assignment, Caseload, SectionStudent, SectionTeacher

        for role in self._one(list(Assignment.Role.values), 0.9):
            at = self.chance.choice([*self.schools, *self.schools, None])
            keep(Assignment(employee=employee, role=role, school=at, **self._spell()))
        for school in self._one(self.schools, 0.6):
            section = make.section(school, str(uuid4()))
            keep(SectionTeacher(section=section, employee=employee, **self._spell()))
            for student in self.chance.sample(self.students, 3):
                keep(SectionStudent(section=section, student=student, **self._spell()))
        for student in self._one(self.students, 0.6):
            keep(Caseload(employee=employee, student=student, **self._spell()))
        for school in self._one(self.schools, 0.3):
            keep(Caseload(employee=employee, school=school, grade=self.chance.choice(["", "4"]), **self._spell()))
        for left_on in self._one([TODAY - DAY, TODAY], 0.2):
            make.change(employee, left_on=left_on)

    def _custodians(self) -> None:
        from fileroom.people.models import Custodian

        for office in [*self._one(self.schools), *self._one([None], 0.5)]:
            days = self._spell(TODAY - 90 * DAY, TODAY)
            keep(Custodian(employee=self.chance.choice(self.employees), school=office, designated_by=uuid4(), **days))


@pytest.mark.parametrize("seed", range(4))
def test_every_student_whom_the_laws_facts_say_an_employee_serves_is_in_the_filter_of_a_search(
    district: str, seed: int
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.facts import requester_facts, student_facts
    from fileroom.people.models import Account, Student
    from fileroom.people.queries import served_by

    crowd = Crowd(seed)
    served = hidden = spared = 0
    with district_transaction():
        facts = [found for student in crowd.students if (found := student_facts(student.id, TODAY))]
        for employee in crowd.employees:
            among = set(Student.objects.filter(served_by(employee.id, on=TODAY)).values_list("id", flat=True))
            for student in facts:
                serves = requester_facts(Account(employee=employee), student, TODAY).has_student
                served += bool(serves)
                hidden += bool(serves) and student.id not in among
                spared += student.id not in among
    assert hidden == 0
    assert served > 10 and spared > 10, "a crowd in which nobody serves, or everybody, proves nothing"


@pytest.mark.parametrize("seed", range(2))
def test_the_places_of_an_employee_are_the_rows_that_hold(district: str, seed: int) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Assignment, Custodian
    from fileroom.people.models.rows import held
    from fileroom.people.places import places_of

    crowd, found = Crowd(seed), 0
    with district_transaction():
        for employee in crowd.employees:
            places = places_of(employee.id, TODAY)
            roles = Assignment.objects.filter(held(TODAY), employee=employee).values_list("role", "school_id")
            offices = Custodian.objects.filter(held(TODAY), employee=employee).values_list("school_id", flat=True)
            assert (set(places.roles), set(places.offices)) == (set(roles), set(offices))
            assert len(places.all) == len(roles) + len(offices)
            found += len(places.all)
    assert found > 10, "a crowd in which nobody works proves nothing"


def test_a_student_who_has_left_is_in_no_filter_by_a_caseload_of_them_alone(district: str) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Caseload, Student
    from fileroom.people.queries import served_by

    school, aide, ana = make.school(), make.employee(), make.student("Ana")
    spell = make.enrolment(ana, school)
    make.assignment(aide, "counselor", school)
    keep(Caseload(employee=aide, student=ana, school=school, from_on=TODAY - 90 * DAY))

    def among() -> list[Any]:
        with district_transaction():
            return list(Student.objects.filter(served_by(aide.id, on=TODAY)))

    assert among() == [ana]
    make.change(spell, left_on=TODAY - DAY)
    assert among() == []
    make.enrolment(ana, school, since=TODAY)
    assert among() == [], "who comes back is given anew"


@pytest.mark.parametrize("seed", range(4))
def test_every_employee_of_whom_the_laws_facts_say_another_keeps_the_records_is_in_the_filter_of_the_absent(
    district: str, seed: int
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.keepers import overseen_by, overseer_facts
    from fileroom.people.models import Account, Employee

    crowd = Crowd(seed)
    ids = [it.id for it in crowd.employees]
    overseen = hidden = spared = 0
    with district_transaction():
        for employee in crowd.employees:
            among = set(Employee.objects.filter(overseen_by(employee.id, on=TODAY)).values_list("id", flat=True))
            for colleague, facts in overseer_facts(Account(employee=employee), ids, TODAY).items():
                overseen += facts.designated
                hidden += facts.designated and colleague not in among
                spared += colleague not in among
    assert hidden == 0
    assert overseen > 10 and spared > 10, "a crowd in which nobody keeps records, or everybody, proves nothing"


@pytest.mark.parametrize("seed", range(4))
def test_whoever_may_settle_a_claim_of_anybody_is_known_to_keep_records(district: str, seed: int) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.keepers import keeps_records
    from fileroom.people.services import may_verify

    crowd = Crowd(seed)
    settles = unknown = spared = 0
    accounts = [make.account(f"employee{n}", employee=it) for n, it in enumerate(crowd.employees)]
    for account in accounts:
        assert account.employee_id
        may = any(may_verify(it.id, by=make.signed_in(account), at=AT) for it in crowd.students)
        with district_transaction():
            keeps = keeps_records(account.employee_id, on=TODAY)
        settles += may
        unknown += may and not keeps
        spared += not keeps
    assert unknown == 0
    assert settles > 1 and spared > 1, "a crowd in which nobody keeps records, or everybody, proves nothing"


@pytest.mark.parametrize("seed", range(2))
def test_of_each_of_many_students_the_same_is_found_as_of_one_alone(district: str, seed: int) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.facts import facts_of_students, facts_towards, requester_facts, student_facts
    from fileroom.people.models import Account

    crowd = Crowd(seed)
    parents = [make.contact("Pat", f"Of {number}") for number in range(4)]
    for student in crowd.students:
        for parent in crowd.chance.sample(parents, 2):
            make.relationship(student, parent, verified=crowd.chance.random() < 0.5)
        for bound in crowd.chance.sample(parents, 1):
            make.order(student, bound, until=crowd.chance.choice(ENDS))
    accounts = [Account(employee=it) for it in crowd.employees] + [Account(contact=it) for it in parents]
    accounts += [Account(student=it) for it in crowd.students[:2]]
    with district_transaction():
        together = facts_of_students([*(it.id for it in crowd.students), uuid4()], TODAY)
        assert together == {it.id: student_facts(it.id, TODAY) for it in crowd.students}
        told = set()
        for account in accounts:
            towards = facts_towards(account, together.values(), TODAY)
            assert towards == {id_: requester_facts(account, it, TODAY) for id_, it in together.items()}
            told |= set(towards.values())
    assert len(told) > 20, "a crowd of whom much the same is found proves nothing"


def test_students_are_held_one_after_another_in_the_order_of_their_ids(district: str) -> None:
    """Whoever waits for one of them holds those before it and none after it."""
    from threading import Thread

    from django.db import connections

    from fileroom.hosting import durable, serving
    from fileroom.people.facts import Touch, facts_of_students

    ids = sorted(make.student(f"Student {number}").id for number in range(9))
    held = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock' AND granted"
    waits = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"

    def looks() -> None:
        with serving("alder_creek"), durable():
            facts_of_students(ids[::-1], TODAY, Touch.LOOKS)
        connections.close_all()

    look = Thread(target=looks)
    with durable(), connections["default"].cursor() as cursor:
        facts_of_students(ids[6:7], TODAY, Touch.CHANGES)
        look.start()
        for _ in range(200):
            cursor.execute(waits)
            if cursor.fetchone() == (1,):
                break
            cursor.execute("SELECT pg_sleep(0.05)")
        cursor.execute(held)
        assert cursor.fetchone() == (7,), "six students; and whoever changes one holds off a list of many"
    look.join(10)
    assert not look.is_alive()


def test_a_page_does_not_plan_again_what_it_asks_of_a_student_and_of_who_looks(district: str) -> None:
    from django.db import connection

    from fileroom.hosting import district_transaction
    from fileroom.people.facts import Touch, requester_facts, student_facts
    from fileroom.people.models import Account

    crowd = Crowd(1)
    for _ in range(12):  # as often as PostgreSQL weighs a plan that serves again against one made anew, and more
        with district_transaction():
            student = student_facts(crowd.students[0].id, TODAY, Touch.LOOKS)
            assert student is not None
            requester_facts(Account(employee=crowd.employees[0]), student, TODAY)
    with district_transaction(), connection.cursor() as cursor:
        cursor.execute("SELECT sum(generic_plans) >= 20, sum(custom_plans) FROM pg_prepared_statements")
        assert cursor.fetchone() == (True, 0)
