"""A letter to a company that was made and did not go is not printed any more once the student is back, or once the
company has destroyed everything; where it went before, that is noted, and the company owes its word."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.orders.filing import HEAD
from tests.conftest import AT
from tests.programmes.social_media.test_companies_that_gather import vendors_item
from tests.programmes.social_media.test_days_of_an_item import rounds
from tests.programmes.social_media.test_what_is_gathered_anew import notices
from tests.programmes.social_media.world import Offices, offices, running, vendor_row

SAY_SO = "retention.vendor_copies.destroy_when_done"
GATHERED = "/programmes/social-media/gathered/"


@pytest.fixture
def there(town: make.Town) -> Offices:
    it = offices(town)
    running(it)
    make.change(town.ana, birth_on=make.TODAY - timedelta(days=12 * 365))
    vendors_item(it)
    make.change(town.spell, left_on=make.TODAY - timedelta(days=1), left_by="office")
    rounds()
    return it


def letter_made(there: Offices) -> UUID:
    from fileroom.programmes.social_media.vendors import tell_vendor
    from fileroom.records.issuing import Issued

    (notice,) = notices()
    made = tell_vendor(notice.id, head=HEAD, by=there.designee, at=AT)
    assert isinstance(made, Issued)
    return made.id


def stands(there: Offices) -> str:
    from fileroom.casework import issued
    from fileroom.programmes.issued import KINDS

    found = issued.page(KINDS, issued.Wanted(kind="social_media_vendor"), by=there.designee, at=AT)
    (letter,) = found.letters
    return letter.stands.value


def opens(there: Offices, letter: UUID) -> list[Any]:
    desk = browser(there.designee)
    return [desk.get(page) for page in (f"/programmes/social-media/papers/{letter}/", f"/letters/{letter}/")]


def is_back(there: Offices) -> None:
    make.change(there.town.spell, left_on=None, left_by="")


@pytest.mark.parametrize("seen_by_the_round", [True, False])
def test_once_the_student_is_back_the_letter_opens_at_no_door(there: Offices, seen_by_the_round: bool) -> None:
    letter = letter_made(there)
    assert stands(there) == "waits" and all(it["Content-Type"] == "application/pdf" for it in opens(there, letter))
    is_back(there)
    if seen_by_the_round:
        rounds()
        assert notices()[0].back_at is not None and stands(there) == "kept"
    for shut in opens(there, letter):
        said = words(shut.content.decode())
        assert shut.status_code == 422 and "goes to nobody any more" in said
        assert ("note when" in said) == seen_by_the_round, "until then whoever says that it goes is refused"


def test_who_is_gone_again_is_told_of_by_another_letter_and_not_by_that_one(there: Offices) -> None:
    letter = letter_made(there)
    is_back(there)
    rounds()
    make.change(there.town.spell, left_on=make.TODAY - timedelta(days=1), left_by="office")
    assert "notify_vendor" in {rule for rule, _ in rounds()}
    assert {it.status_code for it in opens(there, letter)} == {422}


def test_a_letter_of_what_the_company_has_destroyed_waits_no_more(there: Offices) -> None:
    from fileroom.programmes.social_media.vendors import all_destroyed, end_vendor

    letter = letter_made(there)
    end_vendor(vendor_row().id, by=there.designee, at=AT)
    assert stands(there) == "waits"
    assert isinstance(all_destroyed(vendor_row().id, make.TODAY, by=there.designee, at=AT), UUID)
    assert stands(there) == "kept"
    for shut in opens(there, letter):
        assert shut.status_code == 422 and "goes to nobody any more" in words(shut.content.decode())


def test_what_was_mailed_before_the_student_was_back_is_noted_and_the_company_owes_its_word(there: Offices) -> None:
    from fileroom.programmes.social_media.vendors import vendor_destroyed
    from tests.programmes.social_media.test_wishes_of_families import duties_open

    letter = letter_made(there)
    is_back(there)
    rounds()
    (notice,) = notices()
    desk = browser(there.designee)
    page = desk.get(GATHERED).content.decode()
    assert "is back" in words(page) and f"/papers/{letter}/" not in page, "nobody is led to print it"
    sent = desk.post(
        f"/programmes/social-media/told/{notice.id}/sent/", form(told_on=make.TODAY.isoformat(), how="mail")
    )
    assert sent.status_code == 302 and SAY_SO in duties_open() and stands(there) == "sent"
    rounds()
    assert SAY_SO in duties_open(), "a round changes nothing of it"
    assert {it.status_code for it in opens(there, letter)} == {422}, "what is noted afterwards is no reason to print"
    assert f"/papers/{letter}/" not in desk.get(GATHERED).content.decode()
    assert isinstance(vendor_destroyed(notice.id, make.TODAY, by=there.designee, at=AT), UUID)
    assert SAY_SO not in duties_open()


def test_without_a_letter_who_is_back_is_on_no_list_of_companies(there: Offices) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.social_media.vendors import vendor_told

    is_back(there)
    rounds()
    (notice,) = notices()
    assert "Companies to tell" not in words(browser(there.designee).get(GATHERED).content.decode())
    with pytest.raises(Missing):
        vendor_told(notice.id, make.TODAY, "mail", by=there.designee, at=AT)


def test_what_was_noted_as_sent_before_the_student_was_back_opens_as_it_was_sent(there: Offices) -> None:
    from fileroom.programmes.social_media.vendors import vendor_told

    letter = letter_made(there)
    vendor_told(notices()[0].id, make.TODAY, "mail", by=there.designee, at=AT)
    is_back(there)
    rounds()
    assert notices()[0].back_at is not None
    assert {it["Content-Type"] for it in opens(there, letter)} == {"application/pdf"}
    assert f"/papers/{letter}/" in browser(there.designee).get(GATHERED).content.decode()


def test_one_that_went_all_the_same_is_noted_on_its_day_and_the_company_owes_its_word_and_it_opens_no_more(
    there: Offices,
) -> None:
    from fileroom.programmes.social_media.vendors import vendor_told
    from tests.programmes.social_media.test_wishes_of_families import duties_open

    letter = letter_made(there)
    is_back(there)
    rounds()
    (notice,) = notices()
    day, later = make.TODAY + timedelta(days=1), AT + timedelta(days=3)
    assert isinstance(vendor_told(notice.id, day, "mail", by=there.designee, at=later), UUID)
    assert notices()[0].told_on == day and SAY_SO in duties_open()
    assert browser(there.designee).get(f"/programmes/social-media/papers/{letter}/").status_code == 422


def test_that_a_letter_is_not_sent_any_more_is_listed_until_another_is_made_or_the_company_has_destroyed_everything(
    there: Offices,
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.social_media.vendors import all_destroyed, end_vendor, vendor_told

    def listed() -> bool:
        return "is back" in words(browser(there.designee).get(GATHERED).content.decode())

    letter_made(there)
    is_back(there)
    rounds()
    assert listed()
    end_vendor(vendor_row().id, by=there.designee, at=AT)
    assert listed(), "it has not said that it destroyed"
    all_destroyed(vendor_row().id, make.TODAY, by=there.designee, at=AT)
    assert not listed()
    with pytest.raises(Missing):  # from a page of before: it owes no word any more
        vendor_told(notices()[0].id, make.TODAY, "mail", by=there.designee, at=AT)


def test_who_is_gone_again_is_listed_once(there: Offices) -> None:
    letter_made(there)
    is_back(there)
    rounds()
    make.change(there.town.spell, left_on=make.TODAY - timedelta(days=1), left_by="office")
    rounds(AT + timedelta(hours=1))
    assert len(notices()) == 2
    page = words(browser(there.designee).get(GATHERED).content.decode())
    assert "is back" not in page and "has left the district" in page
