"""A place that begins later is read twice: by the statement of a student's facts (student.sql), and of those who have
left (spells). Of any row both say the same, or a company would be told that a child is gone who goes on."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from uuid import UUID

from tests import factories as make
from tests.factories import TODAY, YEAR

DAYS = [TODAY + timedelta(days=number) for number in (-3, -1, 0, 1, 3)]
PLACES = [(entered, left) for entered, left in product(DAYS, [None, *DAYS]) if left is None or left >= entered]


def with_a_place(number: int, entered: date, left: date | None) -> UUID:
    """Who left one school before, and has this place at another."""
    child = make.student("Carla", f"Ruiz{number}")
    place = make.enrolment(child, make.school(f"Mesa {number}"), since=TODAY - YEAR)
    make.change(place, left_on=TODAY - timedelta(days=10))
    place = make.enrolment(child, make.school(f"Alder {number}"), since=entered)
    make.change(place, left_on=left)
    return child.id


def test_the_facts_of_a_student_and_those_who_have_left_say_the_same_of_every_row(district: str) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people import spells
    from fileroom.people.facts import facts_of_students

    children = {with_a_place(number, *days): days for number, days in enumerate(PLACES)}
    with district_transaction():
        facts = facts_of_students(children, TODAY)
        at_none, gone = spells.last_days(children, on=TODAY), spells.gone(children, on=TODAY)
        alone = {it for it in children if spells.gone_since(it, on=TODAY) is None}
    later = {days for child, days in children.items() if facts[child].enters_later}
    assert later == {days for child, days in children.items() if child in at_none and child not in gone}
    assert later <= {children[it] for it in alone}
    assert later == {(it, left) for it, left in PLACES if it > TODAY and it != left}, "one given back is no place"
