"""A child is reported missing, and somebody asks for the letter that tells whether the child is here: the police are
told first, that is noted with the agency, and until then no letter goes and nobody who asked learns why."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from tests import factories as make
from tests.attacks.browsing import browser, form, without_ids, words
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.disclosure.directory.test_who_is_on_a_list import minded
from tests.programmes.vendors.test_enrolment_end_letters import GONE, asks, issues, leaves, mother, office
from tests.programmes.vendors.test_letters_decided_again import owed_now, stands

__all__ = ["mother", "office"]
SHERIFF = "Alder County Sheriff"


def missing(town: make.Town) -> None:
    """The police have reported Ana missing."""
    minded(town.ana, "missing_child_flag")


def tells(request: UUID, by: make.Staffed, agency: str = SHERIFF) -> Any:
    from fileroom.programmes.vendors.deletion_desk import police_are_told

    return police_are_told(request, agency, by=by.by, at=AT)


def opens(request: UUID, by: make.Staffed) -> Any:
    from fileroom.programmes.vendors.deletion_desk import open_letter

    return open_letter(request, by=by.by, at=AT)


def waiting(town: make.Town, office: make.Staffed) -> list[str]:
    """Of whom the police are to be told, whether or not there is a request."""
    from fileroom.disclosure.police_told import Missed, read

    page = read(town.ana.id, by=office.by, at=AT)
    assert isinstance(page, Missed)
    return [it.name for it in page.waiting]


def test_no_letter_goes_before_the_police_are_told_and_the_word_of_it_is_the_evidence(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    leaves(town.spell)
    missing(town)
    taken = asks(town, office, mother)
    assert owed_now() == ["alert_police_first", "issue_letter"]
    with pytest.raises(ValidationError, match="police"):
        issues(taken.id, office)
    done = tells(taken.id, office)
    assert owed_now() == ["issue_letter"]
    with district_transaction():
        duty = Duty.objects.get(rule="programmes.operators_orders.alert_police_first")
    assert (duty.evidence, duty.done_by, duty.moot) == (done.entry, office.by.account.id, False)
    assert (entries()[-1].act.value, entries()[-1].sealed) == ("nonenrolment:police_told", True)
    issues(taken.id, office)
    police = stands(taken.id, office).police
    assert (police.agency, police.told_at, police.told_by) == (SHERIFF, AT, "Office Abara")


def test_a_child_who_is_missed_after_the_family_asked_is_owed_to_the_police_too(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    leaves(town.spell)
    taken = asks(town, office, mother)
    assert owed_now() == ["issue_letter"]
    missing(town)
    with pytest.raises(ValidationError, match="police"):
        issues(taken.id, office)
    stands(taken.id, office)  # the page is looked at
    assert owed_now() == ["alert_police_first", "issue_letter"]
    assert waiting(town, office) == ["Mother Torres"], "on every page of hers, and not only of the letter"
    tells(taken.id, office)
    assert waiting(town, office) == []
    issues(taken.id, office)
    assert owed_now() == []


def test_what_the_police_heard_before_the_child_was_found_sends_no_letter_once_it_is_missed_again_that_day(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    from fileroom.disclosure.police_found import found
    from fileroom.people.circumstances import note

    leaves(town.spell)
    missing(town)
    taken = asks(town, office, mother)
    tells(taken.id, office)
    keeper, minutes = make.staffed("keeper", "administrator", None), timedelta(minutes=1)
    make.custodian(keeper.row, None)
    found(town.ana.id, SHERIFF, by=keeper.by, at=AT + minutes)
    note(town.ana.id, "missing_child_flag", by=keeper.by, at=AT + 2 * minutes)
    with pytest.raises(ValidationError, match="police"):
        issues(taken.id, office)


def test_a_letter_that_was_issued_before_lies_still_and_the_clerk_is_told_whom_to_call(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.answers import Missing
    from fileroom.programmes.outgoing import ABOVE
    from fileroom.programmes.vendors.deletion_desk import Later
    from fileroom.records.models import Letter

    leaves(town.spell)
    taken = asks(town, office, mother)
    issues(taken.id, office)
    clerk = browser(make.staffed("clerk", "registrar", None).by)
    page = f"/deletions/{taken.id}/"
    before = clerk.get(page)
    assert "Open to print" in words(before.content.decode())
    missing(town)
    said = words(clerk.get(page).content.decode())
    assert "Ask the principal" in said and "Open to print" not in said and "police" not in said.lower()
    handed = clerk.get(f"{page}letter/")
    assert handed.status_code == 403 and "police" not in words(handed.content.decode()).lower()
    assert "Ask the principal" in words(handed.content.decode())
    assert isinstance(opens(taken.id, office), Later)
    assert (entries()[-1].act.value, entries()[-1].sealed) == ("nonenrolment:refused", True)
    with district_transaction():
        letter = Letter.objects.get(about=taken.id)
        with pytest.raises(Missing):
            ABOVE.letters["nonenrolment"](letter, AT.date())
    tells(taken.id, office)
    assert isinstance(opens(taken.id, office), bytes)
    assert clerk.get(f"{page}letter/")["Content-Type"] == "application/pdf"


def test_nothing_is_written_by_hand_either(town: make.Town, office: make.Staffed, mother: UUID) -> None:
    from fileroom.programmes.vendors.deletion_desk import close

    leaves(town.spell)
    missing(town)
    taken = asks(town, office, mother)
    with pytest.raises(ValidationError, match="police"):
        close(taken.id, "by_hand", AT.date(), by=office.by, at=AT)
    close(taken.id, "withdrawn", None, by=office.by, at=AT)
    assert owed_now() == []
    assert waiting(town, office) == ["Mother Torres"], "who has taken it back has asked all the same"


def test_only_the_superintendents_office_says_so_and_only_where_it_is_owed(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    from fileroom.people.answers import Missing

    leaves(town.spell)
    taken = asks(town, office, mother)
    with pytest.raises(Missing):
        tells(taken.id, office)  # nobody is missing
    missing(town)
    with pytest.raises(Missing):
        tells(taken.id, make.staffed("clerk", "registrar", None))
    with pytest.raises(Missing):
        tells(uuid4(), office)
    with pytest.raises(ValidationError):
        tells(taken.id, office, "  ")
    tells(taken.id, office)
    with pytest.raises(Missing):
        tells(taken.id, office)


def test_the_button_stands_on_the_page_of_the_request_and_today_leads_to_it(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    leaves(town.spell)
    missing(town)
    taken = asks(town, office, mother)
    desk, page = browser(office.by), f"/deletions/{taken.id}/"
    today = desk.get("/").content.decode()
    assert "A missing child: the police first" in words(today) and page in today
    said = words(desk.get(page).content.decode())
    assert "Tell the police first" in said and "Issue the letter" not in said
    empty = desk.post(f"{page}police/", form(agency=""))
    assert empty.status_code == 422 and "Fill this in." in words(empty.content.decode())
    banned = desk.post(f"{page}police/", form(agency="Sheriff, SSN 123-45-6789"))
    assert banned.status_code == 422 and "6789" not in without_ids(banned.content.decode())
    assert desk.post(f"{page}police/", form(agency=SHERIFF)).status_code == 302
    said = words(desk.get(page).content.decode())
    assert "The police were told" in said and SHERIFF in said and "Issue the letter" in said
    assert (
        "police" not in words(browser(make.staffed("clerk", "registrar", None).by).get(page).content.decode()).lower()
    )


def test_its_words_are_there_in_spanish() -> None:
    from fileroom.web.deletion_desk import PoliceForm

    with translation.override("es"):
        asked = PoliceForm().fields["agency"]
        assert str(asked.label) == "¿A qué agencia avisó?" and "menor" in str(asked.help_text)
        for says in ("Tell the police first", "The police were told", "The police are told", "Told"):
            assert translation.gettext(says) != says


def test_a_barred_father_who_asks_whether_a_missing_child_is_here_is_told_nothing_and_the_police_hear_of_him(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.people.answers import Refused

    leaves(town.spell)
    missing(town)
    father = make.related("father", town.ana)
    make.order(town.ana, father.row)
    answer = asks(town, office, father.row.id)
    assert isinstance(answer, Refused) and "police" not in str(answer.decision.to_json()).lower()
    assert waiting(town, office) == ["Father Torres"]


def test_a_mother_who_asks_too_soon_is_told_no_word_of_the_police_and_they_hear_of_her(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    from fileroom.people.answers import Refused
    from fileroom.web.cards import card

    leaves(town.spell, GONE + timedelta(days=1))
    missing(town)
    answer = asks(town, office, mother)
    assert isinstance(answer, Refused) and not answer.decision.silent
    assert "police" not in str(card(answer.decision)).lower()
    assert waiting(town, office) == ["Mother Torres"]


def test_a_designee_of_the_fathers_name_does_not_say_that_the_police_were_told_of_him(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    leaves(town.spell)
    missing(town)
    taken = asks(town, office, mother)
    assert office.by.account.employee is not None
    make.change(office.by.account.employee, given="Mother", family="Torres")
    with pytest.raises(ValidationError, match="another"):
        tells(taken.id, office)


def test_whoever_bears_the_name_of_who_asked_for_a_letter_does_not_write_that_the_child_is_found(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    from fileroom.disclosure.police_found import ByAnother, found

    leaves(town.spell)
    missing(town)
    taken = asks(town, office, mother)
    keeper = make.staffed("keeper", "administrator", None)
    make.custodian(keeper.row, None)
    make.change(keeper.row, given="Mother", family="Torres")
    assert waiting(town, office) == ["Mother Torres"]
    tells(taken.id, office)
    assert waiting(town, office) == [], "told of once"
    assert isinstance(found(town.ana.id, SHERIFF, by=keeper.by, at=AT), ByAnother)


def test_a_designee_of_the_childs_own_name_does_not_tell_of_the_child(town: make.Town, office: make.Staffed) -> None:
    make.change(town.ana, birth_on=make.TODAY - 19 * make.YEAR)
    leaves(town.spell)
    missing(town)
    taken = asks(town, office)
    assert office.by.account.employee is not None
    make.change(office.by.account.employee, given=town.ana.legal_given, family=town.ana.legal_family)
    with pytest.raises(ValidationError, match="another"):
        tells(taken.id, office)
