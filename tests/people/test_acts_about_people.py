"""The office verifies a claim, the district designates a custodian; anyone else is refused, and both ways are noted."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries, last_entry, opened, outcome
from tests.factories import TODAY, change

if TYPE_CHECKING:
    from fileroom.people.answers import Refused
    from fileroom.people.services import Done
    from fileroom.people.signed_in import SignedIn


@pytest.fixture
def claim(town: make.Town) -> make.Related:
    return make.related("claims", town.ana, verified=False)


def verifies(by: SignedIn, claim: make.Related, *, seen_on: object = TODAY) -> Done | Refused:
    from fileroom.people.services import verify_relationship

    assert claim.relation is not None
    return verify_relationship(claim.relation.id, method="birth_record", seen_on=seen_on, by=by, at=AT)  # type: ignore[arg-type]


def test_a_claim_the_office_has_checked_opens_the_file(town: make.Town, claim: make.Related) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.services import Done

    assert outcome(claim.by, town.ana) == "needs_more"
    done = verifies(town.registrar.by, claim)
    assert isinstance(done, Done)
    event = last_entry()
    assert (event.id, event.act, event.student) == (done.entry, "rights:verified", town.ana.id)
    assert outcome(claim.by, town.ana) == "must"
    assert claim.relation is not None
    assert event.record == claim.relation.id, "of several who claim, this one"
    with district_transaction():
        claim.relation.refresh_from_db()
    row = claim.relation
    assert (row.verified_how, row.verified_on, row.verified_by) == ("birth_record", TODAY, town.registrar.by.account.id)


def test_only_the_office_verifies_and_nobody_verifies_themselves(town: make.Town, claim: make.Related) -> None:
    from fileroom.people.answers import Missing, Refused

    outsider = make.staffed("other", "registrar", make.school("Mesa Middle"))
    for by in (town.teacher.by, town.mother.by, claim.by, outsider.by):
        with suppress(Missing):
            assert isinstance(verifies(by, claim), Refused)
        assert (last_entry().act, last_entry().outcome) == ("rights:verify_refused", "no")
        assert "casework.relationships.nobody_but_the_office" in last_entry().rules
    assert outcome(claim.by, town.ana) == "needs_more"
    assert "rights:verified" not in [event.act.value for event in entries()]


def test_a_family_that_tries_is_told_nothing_and_the_open_log_tells_nobody_who_tried(
    town: make.Town, claim: make.Related
) -> None:
    from fileroom.people.answers import Missing

    with pytest.raises(Missing):
        verifies(claim.by, claim)
    assert last_entry().sealed
    verifies(town.teacher.by, claim)
    assert not last_entry().sealed


def test_an_office_that_does_not_serve_the_student_is_not_told_that_there_is_a_claim(
    town: make.Town, claim: make.Related
) -> None:
    from fileroom.people.answers import Missing

    outsider = make.staffed("other", "registrar", make.school("Mesa Middle"))
    with pytest.raises(Missing):
        verifies(outsider.by, claim)
    assert (last_entry().act, last_entry().outcome) == ("rights:verify_refused", "no")


def test_who_settles_a_claim_has_said_what_for(town: make.Town, claim: make.Related) -> None:
    from fileroom.law.facts import Purpose
    from fileroom.people.answers import Refused

    silent = replace(town.registrar.by, stated=None)
    refused = verifies(silent, claim)
    assert isinstance(refused, Refused)
    assert [it.fact for it in refused.decision.missing] == ["requester.interest"]
    assert isinstance(verifies(replace(silent, stated=Purpose.FUNDRAISING), claim), Refused)
    verifies(replace(silent, stated=Purpose.ENROLMENT), claim)
    assert (last_entry().act, last_entry().purpose) == ("rights:verified", "enrolment")


def test_the_page_offers_to_verify_to_those_who_may(town: make.Town) -> None:
    from fileroom.people.services import may_verify

    offered = {
        name: may_verify(town.ana.id, by=by, at=AT)
        for name, by in (("registrar", town.registrar.by), ("teacher", town.teacher.by), ("mother", town.mother.by))
    }
    assert offered == {"registrar": True, "teacher": False, "mother": False}


def test_a_person_of_several_offices_acts_in_the_one_that_may_and_the_ledger_names_it(
    town: make.Town, claim: make.Related
) -> None:
    make.assignment(town.teacher.row, "registrar", town.school)
    verifies(town.teacher.by, claim)
    assert (last_entry().act, last_entry().actor.role) == ("rights:verified", "registrar")


def test_an_office_at_another_school_lends_nothing_to_the_class_one_teaches_here(
    town: make.Town, claim: make.Related
) -> None:
    from fileroom.people.answers import Refused

    make.assignment(town.teacher.row, "principal", make.school("Mesa Middle"))
    assert isinstance(verifies(town.teacher.by, claim), Refused)
    assert last_entry().actor.role == "teacher"


def test_a_claim_is_settled_once(town: make.Town, claim: make.Related) -> None:
    from fileroom.people.answers import Missing

    verifies(town.registrar.by, claim)
    with pytest.raises(Missing):
        verifies(town.principal.by, claim)


def test_a_claim_that_was_refuted_is_not_verified_by_asking_again(town: make.Town, claim: make.Related) -> None:
    from fileroom.people.answers import Missing

    assert claim.relation is not None
    change(claim.relation, standing="refuted")
    with pytest.raises(Missing):
        verifies(town.registrar.by, claim)
    assert outcome(claim.by, town.ana) == "no"


def test_a_paper_is_not_seen_on_a_day_that_has_not_come(town: make.Town, claim: make.Related) -> None:
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError, match="seen_on"):
        verifies(town.registrar.by, claim, seen_on=TODAY + timedelta(days=1))
    assert outcome(claim.by, town.ana) == "needs_more"


def namesake(town: make.Town, name: str = "Claims") -> make.Related:
    """A second claim on Ana of the same name, as a roster brings it under its own id."""
    row = make.contact(name, "Torres")
    relation = make.relationship(town.ana, row, verified=False)
    return make.Related(row, relation, make.signed_in(make.account(f"second-{name}", contact=row)))


@pytest.mark.parametrize("name", ["Claims", "CLAIMS", "C."])
@pytest.mark.parametrize("order", [False, True])
def test_before_one_of_two_rows_of_one_name_is_verified_the_office_says_that_they_are_two_people(
    town: make.Town, claim: make.Related, name: str, order: bool
) -> None:
    from fileroom.people.services import Done, Namesake, verify_relationship

    second = namesake(town, name)
    if order:
        make.order(town.ana, claim.row)
    before = len(entries())
    with pytest.raises(Namesake):
        verifies(town.registrar.by, second)
    assert len(entries()) == before, "nothing was done, and there is nothing to note"
    assert second.relation is not None
    done = verify_relationship(
        second.relation.id, method="birth_record", seen_on=TODAY, another_person=True, by=town.registrar.by, at=AT
    )
    assert isinstance(done, Done)
    assert (last_entry().act, last_entry().part) == ("rights:verified", "namesake")
    assert outcome(second.by, town.ana) == ("needs_more" if order else "must"), "an order's doubt no clerk settles"


def test_a_name_that_only_an_order_has_is_warned_of_in_the_same_words(town: make.Town, claim: make.Related) -> None:
    from fileroom.people.services import Namesake

    make.order(town.ana, make.contact("Claims", "Torres"))
    with pytest.raises(Namesake) as by_the_order:
        verifies(town.registrar.by, claim)
    with pytest.raises(Namesake) as on_the_file:
        verifies(town.registrar.by, namesake(town))
    assert by_the_order.value.messages == on_the_file.value.messages
    assert "order" not in " ".join(by_the_order.value.messages)


def test_whoever_may_not_verify_is_not_told_of_a_namesake(town: make.Town, claim: make.Related) -> None:
    from fileroom.people.answers import Refused

    namesake(town)
    assert isinstance(verifies(town.teacher.by, claim), Refused)


def test_the_page_asks_once_more_where_there_is_a_namesake(town: make.Town, claim: make.Related) -> None:
    from tests.attacks.browsing import browser

    second = namesake(town)
    assert second.relation is not None
    pages, address = browser(town.registrar.by), f"/relationships/{second.relation.id}/verify/"
    given = {"method": "birth_record", "seen_on": TODAY.isoformat()}
    warned = pages.post(address, given)
    assert warned.status_code == 422
    assert (
        "known to this file already" in warned.content.decode() and 'name="another_person"' in warned.content.decode()
    )
    assert outcome(second.by, town.ana) == "needs_more"
    assert pages.post(address, {**given, "another_person": "on"}).status_code == 302
    assert outcome(second.by, town.ana) == "must"


def test_a_claim_nobody_made_is_missing(town: make.Town) -> None:
    from fileroom.people.answers import Missing
    from fileroom.people.services import verify_relationship

    with pytest.raises(Missing):
        verify_relationship(uuid4(), method="birth_record", seen_on=TODAY, by=town.registrar.by, at=AT)


def said_of(town: make.Town) -> dict[str, str]:
    """The sentence about each contact on the page of people."""
    from fileroom.disclosure import overview

    return {it.name: it.rights for it in overview.contacts(opened(town.principal.by, town.ana), on=TODAY)}


def test_the_page_of_people_says_of_each_contact_what_the_law_says(town: make.Town, claim: make.Related) -> None:
    said = said_of(town)
    assert said["Mother Torres"].startswith("May see the file")
    assert said["Claims Torres"].startswith("May see nothing yet")


def test_where_an_order_is_on_file_the_page_sends_to_the_principal_and_does_not_say_whom_it_binds(
    town: make.Town,
) -> None:
    father = make.related("father", town.ana)
    make.order(town.ana, father.row)
    assert set(said_of(town).values()) == {"Ask the principal before you answer."}
