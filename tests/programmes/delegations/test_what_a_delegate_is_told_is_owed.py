"""Of what a delegate is told that it is owed, each opens to them: no row of Today leads to a door that is shut."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from fileroom.law.vendor_contracts import Clause
from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.collection.orders.filing import files, terms
from tests.conftest import AT
from tests.programmes.flips_of_vendors import deletion
from tests.programmes.social_media import world
from tests.programmes.vendors.test_a_company_asks_the_district import answers, asks, mother, nobody, request
from tests.programmes.vendors.test_contracts import enters, lights
from tests.programmes.vendors.test_enrolment_end_letters import asks as asks_for_letter
from tests.programmes.vendors.test_enrolment_end_letters import leaves

__all__ = ["mother"]

if TYPE_CHECKING:
    from uuid import UUID

    from fileroom.duties.services import Owed

OPENS = {"notices", "companies", "company_questions", "contracts", "social_media", "posted_guide"}
OF_ONE_STUDENT = {"deletions", "social_media_vendors"}


def owes(owed: Owed) -> None:
    from fileroom.duties import services as duties
    from fileroom.hosting import district_transaction
    from fileroom.law import default_calendar

    with district_transaction():
        duties.owe([owed], calendar=default_calendar(), caused_by=uuid4())


def gives(chief: make.Staffed, to: make.Staffed) -> None:
    """All that can be delegated."""
    from fileroom.programmes.delegations.designees import Programme
    from fileroom.programmes.delegations.register import Given, give

    give(uuid4(), Given(to.row.id, tuple(Programme), make.TODAY, None), by=chief.by, at=AT)


def of_each_room(town: make.Town) -> None:
    """Something is owed of each programme, by the acts of the program where a night or a press owes it."""
    from fileroom.duties.services import Owed
    from fileroom.people.owed import SUPERINTENDENT
    from fileroom.programmes.enforcement.guide import note_edition
    from fileroom.programmes.notices.sending import open_owed
    from fileroom.programmes.social_media.duties import NOTICE, PROGRAM, TELL_VENDOR, VENDORS
    from fileroom.programmes.vendors.contracts import enter_operator
    from fileroom.programmes.vendors.night import look_over

    office = make.staffed("office", "administrator", None)
    open_owed(at=AT)
    note_edition(
        uuid4(), updated_on=make.TODAY, address="https://oag.ca.gov/guide", languages=["en"], by=office.by, at=AT
    )
    for name, lacks in (("Reading Star, Inc.", (next(iter(Clause)),)), ("Quizly", None)):
        company = enter_operator(uuid4(), name, "Reading practice", "names, levels", by=office.by, at=AT).id
        if lacks:
            enters(office, company, lights(lacks))
    asks(office, nobody())
    look_over(at=AT)
    flip = deletion(town)
    flip.right()
    flip.wrong()
    program = world.running(world.offices(town))
    owes(Owed(NOTICE, PROGRAM, program, AT, SUPERINTENDENT))
    told = world.behind(town, town.ben)["told_id"]
    owes(Owed(TELL_VENDOR, VENDORS, told, AT, SUPERINTENDENT, student=town.ben.id, due_on=make.TODAY))


def test_each_row_opens_and_what_is_of_one_student_is_told_to_who_serves_them(town: make.Town) -> None:
    from fileroom.programmes.delegations.designees import rooms_of
    from fileroom.web.owed import page

    of_each_room(town)
    chief, who = make.staffed("chief", "administrator", None), make.staffed("deputy", "teacher", town.school)
    owed = page(by=chief.by, at=AT).owing.duties
    assert {it.room for it in owed} >= OPENS | OF_ONE_STUDENT
    gives(chief, who)
    found = page(by=who.by, at=AT, rooms=rooms_of(by=who.by, at=AT))
    assert {it.room for it in found.owing.duties} == OPENS
    clerk = make.staffed("clerk", "registrar", None)  # serves whoever has left a school too
    gives(chief, clerk)
    of_ana = page(by=clerk.by, at=AT, rooms=rooms_of(by=clerk.by, at=AT))
    assert "deletions" in {it.room for it in of_ana.owing.duties}, "who serves the student is told of the letter"
    client = browser(clerk.by)
    assert {client.get(row["link"]).status_code for row in of_ana.rows if "/deletions/" in row["link"]} == {200}
    client = browser(who.by)
    assert {row["link"]: client.get(row["link"], follow=True).status_code for row in found.rows} == {
        row["link"]: 200 for row in found.rows
    }


def test_where_counsel_has_no_account_a_delegate_who_serves_the_student_notes_what_counsel_says(
    town: make.Town,
) -> None:
    """It stands on their first screen, and so does the button; for who serves the student not, neither does."""
    from fileroom.hosting import district_transaction
    from fileroom.law.facts import Order
    from fileroom.people.answers import Missing
    from fileroom.programmes.delegations.designees import rooms_of
    from fileroom.programmes.models import DeletionRequest
    from fileroom.programmes.vendors.deletion_counsel import counsel_says
    from fileroom.programmes.vendors.deletion_desk import standing
    from fileroom.web.owed import page

    chief, clerk = make.staffed("chief", "administrator", None), make.staffed("clerk", "registrar", None)
    other = make.staffed("deputy", "teacher", town.school)
    for it in (clerk, other):
        gives(chief, it)
    father = make.related("father", town.ana)
    assert father.relation is not None
    make.custody(father.relation)
    files(terms(town, father.row.id, kind=Order.STAY_AWAY_NO_RECORDS_CLAUSE), town.registrar.by)
    leaves(town.spell)
    once = uuid4()
    asks_for_letter(town, chief, father.row.id, id_=once)
    title = "Counsel says whether a letter may be given"
    told = {
        it.row.id: [str(row["title"]) for row in page(by=it.by, at=AT, rooms=rooms_of(by=it.by, at=AT)).rows]
        for it in (clerk, other)
    }
    assert title in told[clerk.row.id] and title not in told[other.row.id]
    with pytest.raises(Missing):
        counsel_says(once, True, by=other.by, at=AT)
    assert standing(once, by=clerk.by, at=AT).counsels_word
    counsel_says(once, True, by=clerk.by, at=AT)
    with district_transaction():
        assert DeletionRequest.objects.get(pk=once).counsel_by == clerk.by.account.id


def test_what_the_district_does_about_its_own_records_is_told_to_the_delegate_who_may_say(
    town: make.Town, mother: UUID
) -> None:
    from fileroom.programmes.delegations.designees import rooms_of
    from fileroom.web.owed import page

    chief = make.staffed("chief", "administrator", None)
    serves, other = make.staffed("clerk", "registrar", None), make.staffed("deputy", "teacher", town.school)
    for it in (serves, other):
        gives(chief, it)
    leaves(town.spell)
    question = asks(chief, town.ana, encloses=True)
    answers(question, chief, request(town, keeps_official_records=True))
    links = {
        it.row.id: [row["link"] for row in page(by=it.by, at=AT, rooms=rooms_of(by=it.by, at=AT)).rows]
        for it in (serves, other)
    }
    own = f"/company-asks/{question}/"
    assert own in links[serves.row.id] and own not in links[other.row.id], "of one student who serves them is told"
    assert "The district’s own records" in words(browser(serves.by).get(own).content.decode())
