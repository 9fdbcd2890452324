"""The letter by which a company deletes: not on day 59, not after a return, not for a move within the district, not for
a minor alone. On day 60 a designee issues it, once, and it says three things."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.collection.orders.filing import HEAD, files, terms
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.letters.test_letters import text_of

DAY = timedelta(days=1)
GONE = AT.date() - 60 * DAY


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    """An administrator of the whole district: the Superintendent's designee."""
    return make.staffed("office", "administrator", None)


def leaves(spell: Any, on: date = GONE, *, left_by: str | None = "office") -> None:
    make.change(spell, left_on=on, left_by=left_by)


def asks(
    town: make.Town,
    by: make.Staffed,
    contact: UUID | None = None,
    *,
    at: Any = AT,
    id_: UUID | None = None,
    by_preferred_name: bool | None = False,
    **more: Any,
) -> Any:
    from fileroom.programmes.vendors.deletions import Request, ask
    from fileroom.programmes.vendors.facts import Asking

    asking = {"identity_checked": True, "ccpa_excluded": True, "keeps_official_records": False} | more
    said = Request(town.ana.id, Asking(contact, **asking), "Reading Star, Inc.", at.date(), "en", by_preferred_name)
    return ask(id_ or uuid4(), said, by=by.by, at=at)


def issues(request: UUID, by: make.Staffed, *, at: Any = AT) -> Any:
    from fileroom.programmes.vendors.deletions import issue

    return issue(request, head=HEAD, by=by.by, at=at)


def why(answer: Any) -> str:
    from fileroom.people.answers import Refused

    assert isinstance(answer, Refused)
    rule: str = answer.decision.because[0].rule
    return rule.rpartition(".")[2]


@pytest.fixture
def mother(town: make.Town) -> UUID:
    return town.mother.row.id


def test_on_day_59_it_is_refused_and_on_day_60_it_is_issued(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    leaves(town.spell)
    assert why(asks(town, office, mother, at=AT - DAY)) == "too_soon"
    taken = asks(town, office, mother)
    made = issues(taken.id, office)
    said = text_of(made.pdf)
    assert "Ana Torres" in said and "Alder Creek" in said
    first = GONE + DAY
    assert f"{first:%B} {first.day}, {first.year}" in said, "her last day was the day before"
    assert town.school.name not in said and "Reading Star" not in said, "no school, and not whom it is for"


def test_after_a_return_it_is_refused(town: make.Town, office: make.Staffed, mother: UUID) -> None:
    leaves(town.spell)
    make.enrolment(town.ana, town.school, since=AT.date() - 3 * DAY)
    assert why(asks(town, office, mother)) == "the_student_is_here"


def test_a_return_between_the_request_and_the_letter_is_noticed(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    leaves(town.spell)
    taken = asks(town, office, mother)
    make.enrolment(town.ana, make.school("Mesa Middle"), since=AT.date())
    assert why(issues(taken.id, office)) == "the_student_is_here"


def test_a_move_within_the_district_is_no_leaving(town: make.Town, office: make.Staffed, mother: UUID) -> None:
    leaves(town.spell)
    make.enrolment(town.ana, make.school("Mesa Middle"), since=GONE + DAY)
    assert why(asks(town, office, mother)) == "the_student_is_here"


def test_a_summer_between_two_schools_of_the_district_is_no_leaving(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    """The roster has the middle school before it begins."""
    leaves(town.spell)
    taken = asks(town, office, mother)
    make.enrolment(town.ana, make.school("Mesa Middle"), since=AT.date() + 9 * DAY)
    assert why(issues(taken.id, office)) == "the_student_is_here"
    assert why(asks(town, office, mother)) == "the_student_is_here"


def test_the_days_count_from_the_last_school_of_the_district(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    leaves(town.spell)
    later = make.enrolment(town.ana, make.school("Mesa Middle"), since=GONE + DAY)
    leaves(later, GONE + 30 * DAY)
    assert why(asks(town, office, mother)) == "too_soon"


def test_a_minor_former_student_does_not_ask_alone(town: make.Town, office: make.Staffed) -> None:
    leaves(town.spell)
    assert why(asks(town, office)) == "a_minor_alone"


def test_a_former_student_of_18_asks_and_the_parent_no_longer(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    leaves(town.spell)
    make.change(town.ana, birth_on=AT.date() - 19 * make.YEAR)
    assert why(asks(town, office, mother)) == "the_former_student_is_18"
    made = issues(asks(town, office).id, office)
    assert made.code in text_of(made.pdf)


@pytest.mark.parametrize("left_by", ["absence", None])
def test_no_letter_rests_on_an_absence_that_nobody_confirmed(
    town: make.Town, office: make.Staffed, mother: UUID, left_by: str | None
) -> None:
    from fileroom.people.answers import Refused

    leaves(town.spell, left_by=left_by)
    answer = asks(town, office, mother)
    assert isinstance(answer, Refused)
    assert [it.fact for it in answer.decision.missing] == ["student.days_since_left_lea"]


def test_who_asks_is_seen_first(town: make.Town, office: make.Staffed, mother: UUID) -> None:
    from fileroom.people.answers import Refused

    leaves(town.spell)
    answer = asks(town, office, mother, identity_checked=False)
    assert isinstance(answer, Refused) and answer.decision.outcome == "needs_more"


def test_under_the_ccpa_no_letter_is_needed(town: make.Town, office: make.Staffed, mother: UUID) -> None:
    leaves(town.spell)
    assert why(asks(town, office, mother, ccpa_excluded=False)) == "under_the_ccpa"


def test_whom_an_order_binds_is_told_nothing_and_the_line_is_sealed(town: make.Town, office: make.Staffed) -> None:
    father = make.related("father", town.ana)
    files(terms(town, father.row.id), town.registrar.by)
    leaves(town.spell)
    answer = asks(town, office, father.row.id)
    assert answer.decision.silent and not answer.decision.granted
    assert (entries()[-1].act.value, entries()[-1].sealed) == ("nonenrolment:refused", True)


def test_nobody_but_a_designee_issues_it(town: make.Town, office: make.Staffed, mother: UUID) -> None:
    from fileroom.people.answers import Missing

    leaves(town.spell)
    taken = asks(town, office, mother)
    clerk = make.staffed("clerk", "registrar", None)
    assert why(issues(taken.id, clerk)) == "not_the_superintendent_or_designee"
    with pytest.raises(Missing):
        issues(taken.id, make.staffed("elsewhere", "registrar", make.school("Mesa Middle")))
    with pytest.raises(Missing):
        issues(uuid4(), office)


def test_it_waits_on_the_designees_first_screen_until_it_is_issued(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    from fileroom.people.owed import owed

    leaves(town.spell)
    clerk = make.staffed("clerk", "registrar", None)
    taken = asks(town, clerk, mother)
    assert [(it.room, it.of) for it in owed(by=office.by, at=AT)] == [("deletions", taken.id)]
    assert owed(by=clerk.by, at=AT) == []
    issues(taken.id, office)
    assert owed(by=office.by, at=AT) == []


def test_the_family_reads_in_its_list_that_it_was_asked_for_and_issued(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    leaves(town.spell)
    issues(asks(town, office, mother).id, office)
    told = [(it.act.value, it.student, it.sealed, it.purpose) for it in entries()[-2:]]
    assert told[0] == ("nonenrolment:asked", town.ana.id, False, "operator_deletion")
    assert told[1] == ("letter:issued", town.ana.id, False, "operator_deletion")
    page = words(browser(town.mother.by).get(f"/family/{town.ana.id}/looked/").content.decode())
    assert "Issued a letter to Mother Torres" in page and "which is the consent to it" in page


def test_a_second_press_issues_no_second_letter(town: make.Town, office: make.Staffed, mother: UUID) -> None:
    leaves(town.spell)
    once = uuid4()
    assert asks(town, office, mother, id_=once).entry == asks(town, office, mother, id_=once).entry
    issues(once, office)
    with pytest.raises(ValidationError, match="already"):
        issues(once, office)


def test_somebody_who_is_not_of_this_file_cannot_be_who_asks(town: make.Town, office: make.Staffed) -> None:
    from fileroom.people.answers import Missing

    leaves(town.spell)
    with pytest.raises(Missing):
        asks(town, office, make.contact("Somebody", "Else").id)


def asked_for(student: Any, by: make.Staffed) -> UUID:
    """A request that was taken, for tests of who may know of it."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import DeletionRequest

    with district_transaction():
        row = DeletionRequest.objects.create(
            student=student, operator="Reading Star, Inc.", asked_on=AT.date(), language="en", entered_at=AT,
            entered_by=by.by.account.id, entry=uuid4(),
        )  # fmt: skip
    return row.id
