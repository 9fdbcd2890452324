"""The letter by which a company deletes: not on day 59, not after a return, not for a move within the district, not for
a minor alone. On day 60 a designee issues it, once, and it says three things."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
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
    **more: Any,
) -> Any:
    from fileroom.programmes.vendors.deletions import Request, ask
    from fileroom.programmes.vendors.facts import Asking

    asking = {"identity_checked": True, "ccpa_excluded": True, "keeps_official_records": False} | more
    said = Request(town.ana.id, Asking(contact, **asking), "Reading Star, Inc.", at.date(), "en")
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


def father_of(town: make.Town) -> make.Related:
    """A father with legal custody."""
    father = make.related("father", town.ana)
    assert father.relation is not None
    make.custody(father.relation)
    return father


def stands(request: UUID, by: make.Staffed, *, at: Any = AT) -> Any:
    from fileroom.programmes.vendors.deletion_desk import standing

    return standing(request, by=by.by, at=at)


def owed_now() -> list[str]:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        open_ = Duty.objects.filter(done_at=None, room="deletions").values_list("rule", flat=True)
        return sorted(rule.rpartition(".")[2] for rule in open_)


def counted(at: Any = AT) -> Any:
    from fileroom.duties.states import Asked
    from fileroom.hosting import district_transaction
    from fileroom.programmes.vendors.evidence import letters

    with district_transaction():
        return letters(Asked(at, 10, 365))


def test_a_letter_is_handed_to_nobody_whom_an_order_has_barred_since(town: make.Town, office: make.Staffed) -> None:
    """The order came after the letter: the paper in the drawer is not handed over, and nobody is told why."""
    father = father_of(town)
    leaves(town.spell)
    taken = asks(town, office, father.row.id)
    issues(taken.id, office)
    desk = browser(office.by)
    assert desk.get(f"/deletions/{taken.id}/letter/")["Content-Type"] == "application/pdf"
    files(terms(town, father.row.id), office.by)
    page = words(desk.get(f"/deletions/{taken.id}/").content.decode())
    assert "Ask the principal" in page and "Hand it to whoever asked" not in page and "Open to print" not in page
    refused = desk.get(f"/deletions/{taken.id}/letter/")
    assert refused.status_code == 403 and "Ask the principal" in words(refused.content.decode())
    assert "court" not in (page + words(refused.content.decode())).lower()
    assert [(it.act.value, it.sealed) for it in entries()[-2:]] == [("nonenrolment:refused", True)] * 2


def test_the_clerk_at_the_counter_is_told_whom_to_call(town: make.Town, office: make.Staffed) -> None:
    father = father_of(town)
    files(terms(town, father.row.id), town.registrar.by)
    leaves(town.spell)
    sent = form(asked_by=str(father.row.id), identity_checked="on", operator="Quizly", asked_on=AT.date().isoformat(),
                ccpa="yes", language="en")  # fmt: skip
    answer = browser(make.staffed("clerk", "registrar", None).by).post(f"/students/{town.ana.id}/deletion/", sent)
    assert answer.status_code == 403
    assert "Ask the principal" in words(answer.content.decode()) and "court" not in answer.content.decode().lower()


def test_after_an_order_the_request_is_closed_and_owed_no_more(town: make.Town, office: make.Staffed) -> None:
    from fileroom.programmes.vendors.deletion_desk import close

    father = father_of(town)
    leaves(town.spell)
    taken = asks(town, office, father.row.id)
    assert owed_now() == ["issue_letter"] and counted(AT + 2 * DAY).state == "attention"
    with pytest.raises(ValidationError, match="gives this letter"):
        close(taken.id, "no_longer_given", None, by=office.by, at=AT)
    files(terms(town, father.row.id), office.by)
    with pytest.raises(ValidationError, match="by hand"):
        close(taken.id, "by_hand", AT.date(), by=office.by, at=AT)
    close(taken.id, "no_longer_given", None, by=office.by, at=AT)
    assert owed_now() == [] and counted(AT + 2 * DAY).state == "running"
    assert (entries()[-1].act.value, entries()[-1].sealed) == ("nonenrolment:closed", True)
    with pytest.raises(ValidationError, match="closed"):
        issues(taken.id, office)


def test_a_request_of_one_who_is_on_file_no_longer_is_closed_too(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Custody, Relationship
    from fileroom.programmes.vendors.deletion_desk import close

    leaves(town.spell)
    taken = asks(town, office, mother)
    with district_transaction():
        Custody.objects.filter(relationship__student=town.ana, relationship__contact=mother).delete()
        Relationship.objects.filter(student=town.ana, contact=mother).delete()
    assert not stands(taken.id, office).decision.granted
    close(taken.id, "no_longer_given", None, by=office.by, at=AT)
    assert owed_now() == []


def test_a_letter_written_by_hand_is_counted_with_its_day_and_who_received_it(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.vendors.deletion_desk import close

    leaves(town.spell)
    make.change(town.ana, legal_given="小明", legal_family="王")
    taken = asks(town, office, mother)
    with pytest.raises(ValidationError, match="by hand"):
        issues(taken.id, office)
    with pytest.raises(Missing):
        close(taken.id, "withdrawn", None, by=make.staffed("clerk", "registrar", None).by, at=AT)
    with pytest.raises(ValidationError):
        close(taken.id, "by_hand", None, by=office.by, at=AT)
    close(taken.id, "by_hand", AT.date(), by=office.by, at=AT)
    assert owed_now() == [] and counted(AT + 2 * DAY).number == 1
    assert stands(taken.id, office).closed_why == "by_hand"


def test_a_stay_away_order_without_a_word_of_records_goes_to_counsel(town: make.Town, office: make.Staffed) -> None:
    from fileroom.law.facts import Order
    from fileroom.people.answers import Missing, Refused
    from fileroom.programmes.vendors.deletion_desk import counsel_says, for_counsel

    father = father_of(town)
    files(terms(town, father.row.id, kind=Order.STAY_AWAY_NO_RECORDS_CLAUSE), town.registrar.by)
    leaves(town.spell)
    lawyer = make.staffed("lawyer", "counsel", None)
    once = uuid4()
    assert isinstance(asks(town, office, father.row.id, id_=once), Refused)
    assert owed_now() == ["counsel_review"]
    assert not stands(once, office).decision.granted
    page = words(browser(lawyer.by).get(f"/deletions/{once}/counsel/").content.decode())
    assert "Reading Star" in page and "Torres" not in page
    with pytest.raises(Missing):
        for_counsel(once, by=office.by, at=AT)
    with pytest.raises(Missing):
        counsel_says(once, True, by=office.by, at=AT)
    counsel_says(once, True, by=lawyer.by, at=AT)
    assert owed_now() == ["issue_letter"] and stands(once, office).decision.granted
    with pytest.raises(Missing):
        counsel_says(once, False, by=lawyer.by, at=AT)
    issues(once, office)
    assert owed_now() == []


def test_without_a_counsel_of_its_own_the_designee_notes_what_counsel_says(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.law.facts import Order
    from fileroom.people.answers import Missing
    from fileroom.people.owed import owed
    from fileroom.programmes.vendors.deletion_desk import counsel_says

    father = father_of(town)
    files(terms(town, father.row.id, kind=Order.STAY_AWAY_NO_RECORDS_CLAUSE), town.registrar.by)
    leaves(town.spell)
    once = uuid4()
    asks(town, office, father.row.id, id_=once)
    assert once in {it.of for it in owed(by=office.by, at=AT)}
    second = make.staffed("second", "administrator", None)
    assert not stands(once, office).counsels_word and stands(once, second).counsels_word
    with pytest.raises(Missing):
        counsel_says(once, False, by=office.by, at=AT)
    counsel_says(once, False, by=second.by, at=AT)
    assert owed_now() == [] and not stands(once, office).decision.granted


def test_where_the_company_keeps_official_records_the_district_decides_about_its_own(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.vendors.deletion_desk import leave_it_there

    leaves(town.spell)
    taken = asks(town, office, mother, keeps_official_records=True)
    assert owed_now() == ["decide_own_deletion", "issue_letter"]
    issues(taken.id, office)
    assert owed_now() == ["decide_own_deletion"] and stands(taken.id, office).own_deletion
    leave_it_there(taken.id, by=office.by, at=AT)
    assert owed_now() == []
    with pytest.raises(Missing):
        leave_it_there(taken.id, by=office.by, at=AT)


def test_no_letter_rests_on_an_absence_whatever_was_left_later(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    from fileroom.people.answers import Refused

    leaves(town.spell, GONE - 30 * DAY, left_by="absence")
    later = make.enrolment(town.ana, make.school("Mesa Middle"), since=GONE - 200 * DAY)
    leaves(later)
    assert isinstance(asks(town, office, mother), Refused)
    came_back = make.enrolment(town.ana, town.school, since=GONE - 20 * DAY)
    leaves(came_back, GONE - 10 * DAY)
    assert not isinstance(asks(town, office, mother), Refused), "that school has said since that she left"


def test_one_form_for_the_mother_is_not_answered_for_the_father(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    from fileroom.people.answers import FormUsed

    leaves(town.spell)
    father = father_of(town)
    once = uuid4()
    asks(town, office, mother, id_=once)
    with pytest.raises(FormUsed):
        asks(town, office, father.row.id, id_=once)


def test_two_presses_at_one_moment_take_one_request(town: make.Town, office: make.Staffed, mother: UUID) -> None:
    from tests.programmes.vendors.test_contracts_over_time import at_one_moment

    leaves(town.spell)
    once = uuid4()
    assert at_one_moment([lambda: asks(town, office, mother, id_=once)] * 4) == []
    assert [it.act.value for it in entries()].count("nonenrolment:asked") == 1


def test_the_office_of_the_last_school_takes_what_the_family_brings(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    leaves(town.spell)
    assert town.ana.birth_on is not None
    clerk = town.registrar
    desk = browser(clerk.by)
    said = {
        "given": "ana", "family": "Torres", "born_on": town.ana.birth_on.isoformat(), "asked_by": "Mother Torres",
        "identity_checked": "on", "operator": "Quizly", "asked_on": AT.date().isoformat(), "ccpa": "yes",
        "language": "en",
    }  # fmt: skip
    for wrong in ({"born_on": "2001-01-01"}, {"given": "Anna"}, {"asked_by": "Somebody Else"}):
        answer = desk.post("/deletions/new/", form(**said | wrong))
        assert answer.status_code == 422 and "No former student of this school" in words(answer.content.decode())
    elsewhere = make.staffed("elsewhere", "registrar", make.school("Mesa Middle"))
    assert browser(elsewhere.by).post("/deletions/new/", form(**said)).status_code == 422
    done = desk.post("/deletions/new/", form(**said))
    assert done.status_code == 302
    page = words(desk.get(done["Location"]).content.decode())
    assert "Mother Torres" in page and "Issue the letter" not in page
    assert browser(elsewhere.by).get(done["Location"]).status_code == 404
    issues(UUID(done["Location"].rstrip("/").rpartition("/")[2]), office)
    assert "Open to print" in words(desk.get(done["Location"]).content.decode())


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
