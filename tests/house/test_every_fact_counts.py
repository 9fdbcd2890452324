"""For every fact that the decision over a file reads, the row behind it changes and the answer changes with it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from fileroom.people.answers import Refused
from tests import factories as make
from tests.disclosure.asking import asks, filed, looks, opened, outcome
from tests.factories import TODAY, YEAR, change, drop, keep

if TYPE_CHECKING:
    from fileroom.people.models import Student
    from fileroom.people.signed_in import SignedIn

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def own(who: Student) -> SignedIn:
    """The student's own account."""
    return make.signed_in(make.account(f"own-{who.id}", student=who))


def test_a_section_that_the_student_leaves_closes_the_file_to_its_teacher(town: make.Town) -> None:
    assert outcome(town.teacher.by, town.ana) == "must"
    change(town.seat, to_on=YESTERDAY)
    assert outcome(town.teacher.by, town.ana) == "no"


def test_a_section_that_the_student_has_yet_to_enter_opens_nothing(town: make.Town) -> None:
    change(town.seat, from_on=TOMORROW)
    assert outcome(town.teacher.by, town.ana) == "no"


@pytest.mark.parametrize("spell", [{"to_on": YESTERDAY}, {"from_on": TOMORROW}])
def test_a_teacher_who_does_not_teach_the_section_today_sees_nothing(town: make.Town, spell: dict[str, object]) -> None:
    change(town.teaches, **spell)
    assert outcome(town.teacher.by, town.ana) == "no"


def test_a_caseload_opens_the_file_from_its_first_day_to_its_last(town: make.Town) -> None:
    from fileroom.people.models import Caseload

    nurse = make.staffed("nurse", "nurse", town.school)
    assert outcome(nurse.by, town.ana) == "no"
    load = Caseload(employee=nurse.row, student=town.ana, from_on=TODAY, to_on=TODAY)
    keep(load)
    assert outcome(nurse.by, town.ana) == "must"
    change(load, from_on=YESTERDAY, to_on=YESTERDAY)
    assert outcome(nurse.by, town.ana) == "no"
    change(load, from_on=TOMORROW, to_on=None)
    assert outcome(nurse.by, town.ana) == "no"


def test_an_office_that_opens_no_file_opens_none_by_the_section_of_another(town: make.Town) -> None:
    """Who is the clerk of the Board too teaches as before: direction would need every record of these students."""
    make.assignment(town.teacher.row, "board_clerk", None)
    assert opened(town.teacher.by, town.ana).offices == ("teacher",)


def test_an_assignment_to_another_school_ends_what_a_registrar_sees(town: make.Town) -> None:
    assert outcome(town.registrar.by, town.ana) == "must"
    change(town.registrar.role, school=make.school("Mesa Middle"))
    assert outcome(town.registrar.by, town.ana) == "no"


@pytest.mark.parametrize("spell", [{"to_on": YESTERDAY}, {"from_on": TOMORROW}, {"role": "aide"}])
def test_an_assignment_counts_on_its_days_and_by_its_role(town: make.Town, spell: dict[str, object]) -> None:
    change(town.registrar.role, **spell)
    assert outcome(town.registrar.by, town.ana) == "no"


@pytest.mark.parametrize("spell", [{"left_on": YESTERDAY}, {"entered_on": TOMORROW}])
def test_a_student_who_is_not_enrolled_today_is_no_longer_one_the_office_serves(
    town: make.Town, spell: dict[str, object]
) -> None:
    change(town.spell, **spell)
    assert outcome(town.registrar.by, town.ana) == "no"


def test_an_employee_who_has_left_opens_nothing_whatever_links_remain(town: make.Town) -> None:
    change(town.teacher.row, left_on=TODAY)
    assert outcome(town.teacher.by, town.ana) == "must"
    change(town.teacher.row, left_on=YESTERDAY)
    assert outcome(town.teacher.by, town.ana) == "no"


def test_the_office_of_custodian_opens_the_files_of_its_site_while_it_is_held(town: make.Town) -> None:
    clerk, here = make.staffed("helen", "aide", None), make.school("Oak Hill")
    make.enrolment(town.ana, here)
    assert outcome(clerk.by, town.ana) == "no"
    office = make.custodian(clerk.row, here)
    assert outcome(clerk.by, town.ana) == "must"
    for spell in ({"to_on": YESTERDAY}, {"to_on": None, "from_on": TOMORROW}):
        change(office, **spell)
        assert outcome(clerk.by, town.ana) == "no"
    change(office, from_on=YESTERDAY, school=make.school("Mesa Middle"))
    assert outcome(clerk.by, town.ana) == "no"
    change(office, school=None)
    assert outcome(clerk.by, town.ana) == "must"


@pytest.mark.parametrize(("standing", "answer"), [("verified", "must"), ("claimed", "needs_more"), ("refuted", "no")])
def test_a_relationship_counts_by_its_standing(town: make.Town, standing: str, answer: str) -> None:
    assert town.mother.relation is not None
    change(town.mother.relation, standing=standing)
    assert outcome(town.mother.by, town.ana) == answer


@pytest.mark.parametrize("kind", ["stepparent", "relative", "other"])
def test_a_relative_who_is_no_parent_sees_nothing(town: make.Town, kind: str) -> None:
    assert town.mother.relation is not None
    change(town.mother.relation, kind=kind)
    assert outcome(town.mother.by, town.ana) != "must"


def test_a_relation_to_one_student_opens_no_other(town: make.Town) -> None:
    assert outcome(town.mother.by, town.ben) == "no"


@pytest.mark.parametrize("verified_on", [None, TOMORROW])
def test_an_identity_nobody_has_verified_by_today_asks_for_more(town: make.Town, verified_on: object) -> None:
    change(town.mother.by.account, identity_verified_on=verified_on)
    assert outcome(town.mother.by, town.ana) == "needs_more"


def test_parental_rights_that_a_court_has_ended_close_the_file_on_their_days(town: make.Town) -> None:
    from fileroom.people.models import Custody

    ended = Custody(relationship=town.mother.relation, rights_terminated=True, from_on=TODAY)
    keep(ended)
    assert outcome(town.mother.by, town.ana) == "no"
    change(ended, from_on=TOMORROW)
    assert outcome(town.mother.by, town.ana) == "must"
    change(ended, from_on=YESTERDAY - timedelta(days=1), to_on=YESTERDAY)
    assert outcome(town.mother.by, town.ana) == "must"


def test_legal_custody_decides_who_consents_and_not_who_may_see(town: make.Town) -> None:
    from fileroom.disclosure import overview
    from fileroom.people.models import Custody

    assert "Mother Torres" in overview.head(opened(town.principal.by, town.ana), on=TODAY).rights_holders
    keep(Custody(relationship=town.mother.relation, legal_custody=False, from_on=YESTERDAY))
    assert overview.head(opened(town.principal.by, town.ana), on=TODAY).rights_holders == ()
    assert outcome(town.mother.by, town.ana) == "must"


@pytest.mark.parametrize("change_", [
    {"lifted_on": TODAY},
    {"from_on": TOMORROW},
    {"kind": "custody_order_silent"},
])  # fmt: skip
def test_a_records_order_shuts_the_file_until_it_is_lifted(town: make.Town, change_: dict[str, object]) -> None:
    order = make.order(town.ana, town.mother.row)
    assert asks(town.mother.by, town.ana).decision.silent
    change(order, **change_)
    assert outcome(town.mother.by, town.ana) == "must"


def test_the_end_of_an_order_gives_nothing_back_by_itself(town: make.Town) -> None:
    make.order(town.ana, town.mother.row, until=YESTERDAY)
    assert outcome(town.mother.by, town.ana) not in ("must", "may")


def test_an_order_shuts_the_file_of_the_child_it_names_to_the_person_it_binds(town: make.Town) -> None:
    father = make.related("father", town.ana)
    make.order(town.ana, father.row)
    make.order(town.ben, town.mother.row)
    assert outcome(father.by, town.ana) == "no"
    assert outcome(town.mother.by, town.ana) == "must"


def test_limited_education_rights_close_the_file_to_a_parent_who_was_not_given_them(town: make.Town) -> None:
    from fileroom.people.models import Custody

    order = make.order(town.ana, town.mother.row, kind="education_rights_limited")
    assert outcome(town.mother.by, town.ana) == "needs_more"
    given = Custody(relationship=town.mother.relation, education_rights=True, from_on=YESTERDAY)
    keep(given)
    assert outcome(town.mother.by, town.ana) == "must"
    change(given, education_rights=None)
    change(order, lifted_on=TODAY)
    assert outcome(town.mother.by, town.ana) == "must"


@pytest.mark.parametrize("signed_on", [None, TOMORROW])
def test_where_paper_orders_are_not_yet_entered_no_family_sees_a_file(town: make.Town, signed_on: object) -> None:
    change(town.school, orders_entered_on=signed_on)
    assert outcome(town.mother.by, town.ana) not in ("must", "may")
    assert outcome(town.registrar.by, town.ana) == "must"


def test_paper_orders_count_at_every_school_the_student_was_ever_at(town: make.Town) -> None:
    elsewhere = make.school("Mesa Middle", orders_entered_on=None)
    old = make.enrolment(town.ana, elsewhere, since=TODAY - 3 * YEAR)
    change(old, left_on=TODAY - 2 * YEAR)
    assert outcome(town.mother.by, town.ana) not in ("must", "may")
    change(elsewhere, orders_entered_on=YESTERDAY)
    assert outcome(town.mother.by, town.ana) == "must"


def test_on_the_eighteenth_birthday_the_rights_pass_from_parent_to_student(town: make.Town) -> None:
    adult = own(town.ana)
    birthday = TODAY.replace(year=TODAY.year - 18)
    change(town.ana, birth_on=birthday + timedelta(days=1))
    assert (outcome(town.mother.by, town.ana), outcome(adult, town.ana)) == ("must", "must")
    change(town.ana, birth_on=birthday)
    assert (outcome(town.mother.by, town.ana), outcome(adult, town.ana)) == ("no", "must")


def test_a_birth_date_nobody_knows_leaves_the_parents_right_not_known(town: make.Town) -> None:
    change(town.ana, birth_on=None)
    assert outcome(town.mother.by, town.ana) not in ("must", "may")


def test_an_adult_whom_a_court_found_incompetent_leaves_the_rights_with_the_parent(town: make.Town) -> None:
    change(town.ana, birth_on=TODAY - 19 * YEAR, adjudged_incompetent_on=TOMORROW)
    assert outcome(town.mother.by, town.ana) == "no"
    change(town.ana, adjudged_incompetent_on=TODAY)
    assert outcome(town.mother.by, town.ana) == "must"


def test_a_student_of_fifteen_sees_the_file_once_grade_ten_is_completed(town: make.Town) -> None:
    mine = own(town.ana)
    change(town.ana, birth_on=TODAY - 15 * YEAR, grade="10")
    assert outcome(mine, town.ana) not in ("must", "may")
    change(town.ana, grade="9")
    assert outcome(mine, town.ana) == "no"
    change(town.ana, grade_10_completed_on=TOMORROW)
    assert outcome(mine, town.ana) == "no"
    change(town.ana, grade_10_completed_on=TODAY)
    assert outcome(mine, town.ana) == "must"


def test_at_sixteen_a_student_sees_the_file(town: make.Town) -> None:
    mine, birthday = own(town.ana), TODAY.replace(year=TODAY.year - 16)
    change(town.ana, birth_on=birthday + timedelta(days=1))
    assert outcome(mine, town.ana) == "no"
    change(town.ana, birth_on=birthday)
    assert outcome(mine, town.ana) == "must"


def test_a_students_account_opens_no_other_students_file(town: make.Town) -> None:
    change(town.ana, birth_on=TODAY - 19 * YEAR)
    assert outcome(own(town.ana), town.ben) == "no"


def test_an_adult_student_who_has_left_keeps_the_right_to_see_the_file(town: make.Town) -> None:
    mine = own(town.ana)
    change(town.ana, birth_on=TODAY - 19 * YEAR)
    change(town.spell, left_on=YESTERDAY)
    opened = asks(mine, town.ana)
    assert opened.decision.granted
    assert getattr(opened, "role", "") == "former_student"


def test_a_parent_whose_relation_is_taken_away_is_a_stranger_again(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Custody

    assert town.mother.relation is not None
    with district_transaction():
        Custody.objects.all().delete()
    drop(town.mother.relation)
    stranger = make.related("stranger", None)
    answers = [asks(by, town.ana).decision for by in (town.mother.by, stranger.by)]
    assert answers[0] == answers[1]


def test_what_a_filer_said_of_other_students_decides_what_a_family_opens_by_itself(town: make.Town) -> None:
    from fileroom.disclosure.by_office import ByOffice
    from fileroom.disclosure.services import Inspected
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Record

    record = filed(town.registrar.by, town.ana, others=None)
    with district_transaction():
        row = Record.objects.get(pk=record)
    for involved, segregable, opens, copies in (
        (None, None, ByOffice, ByOffice),
        (False, None, Inspected, Inspected),
        (True, True, ByOffice, ByOffice),
        (True, False, ByOffice, Refused),
    ):
        change(row, involves_other_students=involved, segregable=segregable)
        assert type(looks(town.mother.by, record)) is opens, (involved, segregable)
        assert type(looks(town.mother.by, record, copy=True)) is copies, (involved, segregable)
