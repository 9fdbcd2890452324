"""The roster by which texts are read: each number by which somebody is known is in it."""

from __future__ import annotations

from fileroom.screening.deidentifying import deidentify
from tests import factories as make


def test_a_students_number_of_the_districts_own_is_of_the_roster(town: make.Town) -> None:
    from fileroom.people import rosters

    rosters.forget()
    make.change(town.ana, source_id="104233", ssid="4412345678")
    clean = deidentify("Student 104233 hit 4412345678 at lunch.", rosters.roster(on=make.TODAY))
    assert clean.text == "Student [number] hit [number] at lunch."
    rosters.forget()
