"""The head of a student's page, the people around them and the numbers of the first screen are what the rows say on the
day: each is a statement of its own (people/sql), held here against the same said row by row."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.factories import TODAY, keep
from tests.people.test_served_by import DAY, Crowd

if TYPE_CHECKING:
    from fileroom.people import models

DAYS = (TODAY - DAY, TODAY, TODAY + DAY)
AROUND = (TODAY - 90 * DAY, *DAYS)


class Households(Crowd):
    """The same with second schools, offices that change hands, papers of custody and orders, on any days around
    today."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._second_schools()
        for number, office in enumerate((*self.schools, None)):
            self._another_custodian(office, TODAY - (200 + number) * DAY)
        for school in self.schools:
            make.change(school, orders_entered_on=self.chance.choice([None, *AROUND]))
        for student in self.students:
            self._family(student)
            for against in self._one([make.contact("Lee", f"Of {seed}")], 0.5):
                order = make.order(student, against, since=self.chance.choice(AROUND))
                make.change(order, lifted_on=self.chance.choice([None, None, *AROUND]))

    def _second_schools(self) -> None:
        from fileroom.people.models import Enrolment

        other = make.school("Dogwood")
        self.schools.append(other)
        for number, student in enumerate(self.students):
            begins, ends = TODAY - (100 + number) * DAY, self.chance.choice([None, *DAYS])
            keep(Enrolment(student=student, school=other, entered_on=begins, left_on=ends))

    def _another_custodian(self, office: models.School | None, since: date) -> None:
        from fileroom.people.models import Custodian

        holder, ends = self.chance.choice(self.employees), self.chance.choice(DAYS)
        keep(Custodian(employee=holder, school=office, designated_by=holder.id, from_on=since, to_on=ends))
        make.change(holder, left_on=self.chance.choice([None, *DAYS]))

    def _family(self, student: models.Student) -> None:
        from fileroom.people.models import Custody
        from fileroom.people.models.families import NOTHING_SHOWN

        for number in range(2):
            relation = make.relationship(student, make.contact("Pat", f"{student.legal_given} {number}"))
            for hour in self.chance.sample(range(9), 3):
                entered: dict[str, Any] = {"entered_at": AT - timedelta(hours=hour)} if hour else {}
                says = {it: self.chance.choice([None, True, False]) for it in ("legal_custody", "education_rights")}
                paper = self.chance.choice(["", NOTHING_SHOWN])
                keep(Custody(relationship=relation, paper=paper, **says, **entered, **self._spell()))


def holds(begins: date | None, ends: date | None, on: date) -> bool:
    return (begins is None or begins <= on) and (ends is None or ends >= on)


@pytest.mark.parametrize("seed", range(3))
def test_the_head_of_a_page_says_what_the_rows_say(district: str, seed: int) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people import queries
    from fileroom.people.models import CourtOrderChild, Custodian, Enrolment

    crowd, told = Households(seed), set()
    with district_transaction():
        custodians = list(Custodian.objects.select_related("employee").order_by("-from_on"))
        for student, on in ((it, on) for it in crowd.students for on in DAYS):
            spells = Enrolment.objects.filter(student=student).select_related("school").order_by("-entered_on")
            here = [it.school for it in spells if holds(it.entered_on, it.left_on, on)]
            offices = [
                f"{it.employee.given} {it.employee.family}"
                for it in custodians
                if it.school in here and holds(it.from_on, it.to_on, on) and holds(None, it.employee.left_on, on)
            ]
            orders = [it.order for it in CourtOrderChild.objects.filter(student=student).select_related("order")]
            ordered = any(it.lifted_on is None and it.from_on <= on for it in orders)
            found = queries.heading(student.id, on=on)
            assert (found.school, found.custodian, found.ordered) == (
                here[0].name if here else "", offices[0] if offices else "", ordered,
            )  # fmt: skip
            told.add((found.school, found.custodian, found.ordered))
    assert len(told) > 5, "a crowd of whom much the same is said proves nothing"


@pytest.mark.parametrize("seed", range(3))
def test_of_custody_the_newest_paper_that_says_anything_holds_and_nothing_shown_takes_it_back(
    district: str, seed: int
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people import queries
    from fileroom.people.models import Custody
    from fileroom.people.models.families import NOTHING_SHOWN

    crowd, told = Households(seed), set()

    def newest(row: Custody) -> tuple[bool, datetime]:
        return row.entered_at is not None, row.entered_at or AT

    with district_transaction():
        for student, on in ((it, on) for it in crowd.students for on in DAYS):
            for it in queries.related(student.id, on=on):
                rows = sorted(Custody.objects.filter(relationship=it.relationship), key=newest, reverse=True)
                said = [row for row in rows if holds(row.from_on, row.to_on, on)]
                for of, found in (("legal_custody", it.legal_custody), ("education_rights", it.education_rights)):
                    speaks = [row for row in said if getattr(row, of) is not None or row.paper == NOTHING_SHOWN]
                    assert found == (getattr(speaks[0], of) if speaks else None)
                    told.add((of, found))
    assert len(told) == 6, "a crowd of whom much the same is said proves nothing"


@pytest.mark.parametrize("seed", range(3))
def test_the_numbers_of_the_first_screen_are_those_of_the_rows(district: str, seed: int) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people import queries
    from fileroom.people.models import Enrolment, School

    Households(seed)
    with district_transaction():
        spells, schools = list(Enrolment.objects.all()), list(School.objects.all())
        for on in DAYS:
            enrolled = {it.student_id for it in spells if holds(it.entered_on, it.left_on, on)}
            signed = [it for it in schools if it.orders_entered_on and it.orders_entered_on <= on]
            vacant = [it for it in queries.offices(on=on) if not it.holder]
            expected = queries.Counts(len(enrolled), len(schools) - len(signed), len(vacant))
            assert queries.counts(on=on) == expected
