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


def test_the_name_a_student_goes_by_is_nobodys_legal_one_to_whoever_reads_what_is_left(town: make.Town) -> None:
    from fileroom.people import rosters

    rosters.forget()
    make.change(town.ana, legal_given="David", legal_family="Moss", preferred_given="Dana")
    make.change(town.ben, preferred_given="Ben")
    read = rosters.roster(on=make.TODAY)
    assert deidentify("David Moss, Dana Moss and Dana David Moss.", read).text == (
        "Person A, Person B and Person B Person A."
    )
    assert sum(it.family == ("Ruiz",) for it in read.people) == 1, "one name, one entry"
    rosters.forget()
