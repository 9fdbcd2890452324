"""Of whoever a roster no longer names a person says what became of them: they have left, or are still here."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from tests import factories as make
from tests.collection.absences import NOW, TODAY, Office, listed, names, settles, short, whole
from tests.collection.conftest import Import, Rows
from tests.collection.oneroster_bundles import crowd, gone, lacking
from tests.disclosure.asking import asks, last_entry, outcome

if TYPE_CHECKING:
    pass


def test_the_waiting_are_listed_to_the_offices_that_may_say_what_became_of_them(office: Office) -> None:
    assert names(office.registrar.by) == (["Amal Ines Okafor", "Bo Lindqvist"], ["Dana Ruiz"])
    assert names(office.head.by) == (["Amal Ines Okafor", "Bo Lindqvist"], ["Dana Ruiz"])
    assert names(office.elsewhere.by) == names(office.aide.by) == names(office.own) == ([], [])
    assert (last_entry().act, last_entry().part, last_entry().student) == ("student:searched", "absent", None)


def test_of_each_it_is_said_who_they_are_and_since_when(office: Office) -> None:
    of = listed(office.registrar.by)
    amal, dana = of.students[0], of.employees[0]
    assert (amal.what, amal.where, amal.noticed_on) == ("9", "Alder Creek High", TODAY + timedelta(days=1))
    assert (dana.what, dana.where, dana.noticed_on) == ("teacher", "Alder Creek High", TODAY + timedelta(days=1))


def test_a_student_of_whom_the_office_says_that_they_left_has_left_on_the_day_it_was_noticed(
    office: Office, rows: Rows
) -> None:
    from fileroom.collection.absences import Settled

    done = settles(office.registrar.by, office.absence("Amal"), left=True)
    assert isinstance(done, Settled)
    event = last_entry()
    assert (event.id, event.act, event.student, event.part) == (
        done.entry, "absence:settled", office.amal.id, "left",
    )  # fmt: skip
    assert event.actor == office.registrar.by.acting_as("registrar")
    noticed = TODAY + timedelta(days=1)
    how = rows("SELECT left_on, left_by FROM people_enrolment WHERE student_id = %s", office.amal.id)
    assert how == [(noticed, "office")]
    assert rows("SELECT to_on FROM people_sectionstudent WHERE student_id = %s", office.amal.id) == [(noticed,)]
    said = rows("SELECT state, settled_on, settled_by FROM collection_absence WHERE student_id = %s", office.amal.id)
    assert said == [("settled", NOW.date(), office.registrar.by.account.id)]
    assert rows("SELECT count(*) FROM people_student") == [(6,)]
    assert names(office.registrar.by)[0] == ["Bo Lindqvist"]


def test_a_student_of_whom_the_office_says_that_they_are_here_stays_and_is_not_absent_anew(
    office: Office, rows: Rows, bring: Import
) -> None:
    settles(office.registrar.by, office.absence("Amal"), left=False)
    assert (last_entry().act, last_entry().part) == ("absence:settled", "here")
    places = (
        "SELECT e.left_on, m.to_on FROM people_enrolment e JOIN people_sectionstudent m USING (student_id) "
        "WHERE student_id = %s"
    )
    assert rows(places, office.amal.id) == [(None, date(2026, 12, 17))]
    report = bring(short(), days=3)
    assert (report.written.left, report.written.waiting) == (0, 2)
    assert rows(places, office.amal.id) == [(None, date(2026, 12, 17))]
    assert rows("SELECT count(*) FROM collection_absence WHERE student_id = %s", office.amal.id) == [(1,)]
    bring(whole(), days=4)
    assert rows("SELECT state FROM collection_absence WHERE student_id = %s", office.amal.id) == [("returned",)]


def test_an_employee_of_whom_the_office_says_that_they_left_opens_nothing_from_then_on(
    office: Office, rows: Rows, bring: Import
) -> None:
    from fileroom.collection.absences import Settled

    make.assignment(office.dana, "registrar", office.school)  # by hand: absent as she is, the file is open to her
    assert outcome(office.own, office.amal, at=NOW) == "must"
    absence = office.absence()
    done = settles(office.registrar.by, absence, left=True)
    assert isinstance(done, Settled)
    event = last_entry()
    assert (event.id, event.act, event.student, event.record, event.part) == (
        done.entry, "absence:settled", None, absence, "left",
    )  # fmt: skip
    assert rows("SELECT left_on FROM people_employee WHERE given = 'Dana'") == [(TODAY,)]
    assert asks(office.own, office.amal, at=NOW).decision.outcome == "no"
    bring(whole(), days=3)  # a slow sender goes on naming her
    assert rows("SELECT left_on FROM people_employee WHERE given = 'Dana'") == [(TODAY,)]
    assert asks(office.own, office.amal, at=NOW + timedelta(days=2)).decision.outcome == "no"


def test_an_employee_noted_as_left_by_mistake_is_still_listed_and_said_to_be_here(
    office: Office, rows: Rows, bring: Import
) -> None:
    absence = office.absence()
    settles(office.registrar.by, absence, left=True)
    of = listed(office.registrar.by)
    assert (of.employees, [(it.id, it.name) for it in of.left]) == ((), [(absence, "Dana Ruiz")])
    settles(office.head.by, absence, left=False)
    assert (last_entry().act, last_entry().part) == ("absence:settled", "here")
    assert rows("SELECT left_on FROM people_employee WHERE given = 'Dana'") == [(None,)]
    assert listed(office.registrar.by).left == ()
    bring(whole(), days=3)
    assert outcome(office.own, office.amal, at=NOW + timedelta(days=2)) == "must", "her section comes with the roster"


def test_the_offices_word_outlives_a_sign_in_that_stays_off_and_not_a_deletion(
    bring: Import, rows: Rows, office: Office
) -> None:
    bring(gone("disabled"), days=2)
    (of,) = listed(office.registrar.by).left
    settles(office.registrar.by, of.id, left=False)
    employed = "SELECT left_on FROM people_employee WHERE given = 'Dana'"
    bring(gone("disabled in a whole file"), days=3)
    assert rows(employed) == [(None,)]
    bring(gone("deleted"), days=4)
    assert rows(employed) == [(TODAY + timedelta(days=3),)]


def left_on(rows: Rows) -> date | None:
    ((found,),) = rows("SELECT left_on FROM people_employee WHERE given = 'Dana'")
    return found  # type: ignore[no-any-return]


def test_so_long_as_an_employee_is_listed_as_left_it_may_be_said_otherwise_and_no_longer(
    office: Office, rows: Rows
) -> None:
    """A page opened then and sent in two years later takes nobody's place, and gives nobody theirs."""
    from fileroom.collection.absences import STILL_LISTED
    from fileroom.people.answers import Missing

    absence, last = office.absence(), NOW + STILL_LISTED
    settles(office.registrar.by, absence, left=True)
    for at, told in ((last + timedelta(days=1), False), (last + timedelta(days=700), False), (last, True)):
        assert [it.id for it in listed(office.registrar.by, at=at).left] == [absence] * told
        if told:
            settles(office.registrar.by, absence, left=False, at=at)
            continue
        for left in (False, True):
            with pytest.raises(Missing):
                settles(office.registrar.by, absence, left=left, at=at)
        assert left_on(rows) == TODAY
    assert left_on(rows) is None


def test_an_employee_who_was_absent_long_before_anybody_said_so_is_listed_as_long_as_any(
    office: Office, rows: Rows
) -> None:
    """The days count from the office's word, and not from the last day of work, which may be long past."""
    from fileroom.collection.absences import STILL_LISTED

    absence, said = office.absence(), NOW + timedelta(days=39)
    settles(office.registrar.by, absence, left=True, at=said)
    assert (said.date() - left_on(rows)).days == 41  # type: ignore[operator]
    for at, told in ((said, True), (said + STILL_LISTED, True), (said + STILL_LISTED + timedelta(days=1), False)):
        assert [it.id for it in listed(office.registrar.by, at=at).left] == [absence] * told
    settles(office.registrar.by, absence, left=False, at=said + STILL_LISTED)
    assert left_on(rows) is None
    assert listed(office.registrar.by, at=said + STILL_LISTED).left == ()


def test_an_employee_whom_a_roster_deletes_is_listed_from_the_day_it_was_noticed(
    office: Office, rows: Rows, bring: Import
) -> None:
    from fileroom.collection.absences import STILL_LISTED

    settles(office.registrar.by, office.absence(), left=False)
    bring(gone("deleted"), days=4)
    last = NOW + timedelta(days=2) + STILL_LISTED
    for at, told in ((last, 1), (last + timedelta(days=1), 0)):
        assert len(listed(office.registrar.by, at=at).left) == told


def test_a_page_opened_before_somebody_else_said_that_the_employee_is_here_says_nothing(
    office: Office, rows: Rows
) -> None:
    from fileroom.people.answers import Missing

    absence = office.absence()
    settles(office.registrar.by, absence, left=False)
    for days in (0, 700):
        with pytest.raises(Missing):
            settles(office.head.by, absence, left=True, at=NOW + timedelta(days=days))
    assert left_on(rows) is None


@pytest.mark.parametrize("who", ["elsewhere", "aide", "own"])
@pytest.mark.parametrize("of", ["Dana", "Amal"])
def test_nobody_else_says_it_and_the_try_is_an_entry(office: Office, who: str, of: str, rows: Rows) -> None:
    from fileroom.people.answers import Missing, Refused

    by, absence = getattr(office, who), office.absence(of)
    by = by if who == "own" else by.by
    before = rows("SELECT left_on FROM people_employee UNION ALL SELECT left_on FROM people_enrolment")
    try:
        answer: Any = settles(by, absence, left=True)
        assert isinstance(answer, Refused)
    except Missing:
        assert of == "Amal", "whose student it is not is not told of the student"
    assert (last_entry().act, last_entry().outcome) == ("absence:settle_refused", "no")
    assert rows("SELECT left_on FROM people_employee UNION ALL SELECT left_on FROM people_enrolment") == before


def test_nobody_says_of_themselves_that_they_are_still_here(office: Office) -> None:
    from fileroom.people.answers import Refused

    make.assignment(office.dana, "principal", office.school)
    refused = settles(office.own, office.absence(), left=False)
    assert isinstance(refused, Refused)
    assert [it.rule for it in refused.decision.because] == ["casework.absences.nobody_of_themselves"]


def test_a_family_says_nothing_and_is_told_nothing(office: Office) -> None:
    from fileroom.people.answers import Missing

    parent = make.related("parent", office.amal)
    with pytest.raises(Missing):
        settles(parent.by, office.absence("Amal"), left=True)
    assert (last_entry().act, last_entry().sealed) == ("absence:settle_refused", True)
    assert names(parent.by) == ([], [])


def test_an_absence_that_is_settled_or_over_or_never_was_is_missing(office: Office, bring: Import) -> None:
    from fileroom.people.answers import Missing

    absence = office.absence("Amal")
    settles(office.registrar.by, absence, left=True)
    bring(whole(), days=3)
    for id_ in (absence, office.absence("Bo"), office.absence(), uuid4()):
        with pytest.raises(Missing):
            settles(office.registrar.by, id_, left=True)


def test_an_employee_whom_an_order_binds_says_nothing_of_the_child(office: Office) -> None:
    from fileroom.people.answers import Refused

    make.order(office.amal, make.contact("Registrar", "Abara"))
    assert names(office.registrar.by)[0] == ["Bo Lindqvist"]
    refused = settles(office.registrar.by, office.absence("Amal"), left=True)
    assert isinstance(refused, Refused) and refused.decision.silent
    assert last_entry().sealed


def test_more_than_a_page_of_students_is_said_to_be_more(bring: Import) -> None:
    from fileroom.collection.absences import MOST
    from fileroom.hosting import district_transaction
    from fileroom.people.models import School

    bring(crowd(MOST + 40))
    bring(lacking(crowd(MOST + 40), *(f"x{number}" for number in range(MOST + 5))), days=1)
    with district_transaction():
        school = School.objects.get(source_id="S1")
    of = listed(make.staffed("registrar", "registrar", school).by)
    assert (len(of.students), of.more) == (MOST, True)


def test_a_student_noted_as_left_by_mistake_is_listed_for_thirty_days_and_put_back(
    office: Office, bring: Import, rows: Rows
) -> None:
    from fileroom.collection.absences import Settled
    from fileroom.people.answers import Missing

    absence = office.absence("Amal")
    settles(office.registrar.by, absence, left=True)
    with pytest.raises(Missing):
        settles(office.head.by, absence, left=True)
    bring(whole(), days=3)
    spells = "SELECT left_on, left_by FROM people_enrolment WHERE student_id = %s"
    assert rows(spells, office.amal.id) == [(TODAY + timedelta(days=1), "office")], "a slow sender reopens nothing"
    (amal,) = listed(office.head.by).students_left
    assert (amal.id, amal.left_on) == (absence, TODAY + timedelta(days=1))
    assert listed(office.head.by, NOW + timedelta(days=31)).students_left == ()
    assert isinstance(settles(office.head.by, absence, left=False), Settled)
    assert (last_entry().act, last_entry().part) == ("absence:settled", "here")
    assert rows(spells, office.amal.id) == [(None, None)] and listed(office.head.by).students_left == ()
    bring(whole(), days=4)
    assert rows("SELECT to_on FROM people_sectionstudent WHERE student_id = %s", office.amal.id) != [
        (TODAY + timedelta(days=1),)
    ], "their seats come with the next roster"
