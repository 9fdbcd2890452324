"""The letter is decided again each time: after an order, closed, at a leaver's school."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.orders.filing import files, terms
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.vendors.test_enrolment_end_letters import DAY, GONE, asks, issues, leaves, mother, office

__all__ = ["mother", "office"]


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
        open_ = Duty.objects.filter(done_at=None, room="deletions").values_list("rule", "part")
        return sorted("/".join(filter(None, (rule.rpartition(".")[2], part))) for rule, part in open_)


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
    from tests.programmes.vendors.test_what_companies_do import at_one_moment

    leaves(town.spell)
    once = uuid4()
    assert at_one_moment([lambda: asks(town, office, mother, id_=once)] * 4) == []
    assert [it.act.value for it in entries()].count("nonenrolment:asked") == 1


def test_what_was_written_of_a_closing_that_cannot_be_is_shown_again(town: make.Town, office: make.Staffed) -> None:
    leaves(town.spell)
    taken = asks(town, office, town.mother.row.id)
    sent = form(why="by_hand", by_hand_on=(AT.date() + 400 * DAY).isoformat())
    answer = browser(office.by).post(f"/deletions/{taken.id}/close/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422 and (AT.date() + 400 * DAY).isoformat() in page
    assert "checked" in page.split('value="by_hand"')[1].split(">")[0]


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
        last = entries()[-1]
        assert (last.act.value, last.part, last.student) == ("door:refused", "programmes.find_leaver", None)
    elsewhere = make.staffed("elsewhere", "registrar", make.school("Mesa Middle"))
    assert browser(elsewhere.by).post("/deletions/new/", form(**said)).status_code == 422
    done = desk.post("/deletions/new/", form(**said))
    assert done.status_code == 302
    page = words(desk.get(done["Location"]).content.decode())
    assert "Mother Torres" in page and "Issue the letter" not in page
    assert browser(elsewhere.by).get(done["Location"]).status_code == 404
    issues(UUID(done["Location"].rstrip("/").rpartition("/")[2]), office)
    assert "Open to print" in words(desk.get(done["Location"]).content.decode())
