"""A student of whatever age, and the parents, see what was gathered and have it corrected or deleted; nobody else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import TOKEN, browser, form
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.social_media.world import SAID, Offices, gathers, offices, readable, running

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn


@pytest.fixture
def there(town: make.Town) -> Offices:
    it = offices(town)
    running(it)
    return it


def the_student(town: make.Town) -> SignedIn:
    return make.signed_in(make.account("ana", student=town.ana))


def page_of(by: SignedIn, record: UUID) -> bytes:
    """The page of one thing for this account, but for its token and its own address."""
    page: bytes = browser(by).get(f"/family/social-media/{record}/").content
    return TOKEN.sub(b"", page).replace(str(record).encode(), b"")


def asks(by: SignedIn, record: UUID, kind: str, words: str = "") -> Any:
    from fileroom.programmes.social_media.wishes import wish

    return wish(uuid4(), record, kind, words, by=by, at=AT)


def answers(by: SignedIn, wish: UUID, *, declined: bool = False) -> Any:
    from fileroom.programmes.social_media.answering import answer

    return answer(wish, declined=declined, by=by, at=AT)


def says(record: UUID, by: SignedIn) -> dict[str, str]:
    from fileroom.disclosure.services import Inspected, inspect
    from fileroom.programmes.social_media.asking import for_safety

    seen = inspect(record, by=for_safety(by) if by.account.employee_id else by, at=AT)
    assert isinstance(seen, Inspected)
    return dict(seen.contents.fields)


def duties_open() -> list[str]:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        return sorted(Duty.objects.filter(done_at=None, room__startswith="social_media").values_list("rule", flat=True))


def test_a_student_of_ten_sees_what_was_gathered_though_the_file_is_not_open_to_them(there: Offices) -> None:
    from fileroom.people.answers import Refused
    from fileroom.programmes.social_media.families import mine
    from tests.disclosure.asking import asks as opens

    make.change(there.town.ana, birth_on=make.TODAY - 10 * make.YEAR)
    item, ana = gathers(there.town.principal.by, there.town.ana.id), the_student(there.town)
    assert isinstance(opens(ana, there.town.ana), Refused)
    (found,) = mine(by=ana, at=AT)
    assert found.record == item.record and found.own
    assert says(item.record, ana)["said"] == SAID["said"]


def test_a_student_has_it_deleted_and_the_office_cannot_decline(there: Offices) -> None:
    from fileroom.programmes.social_media.families import mine

    item, ana = gathers(there.town.principal.by, there.town.ana.id), the_student(there.town)
    wished = asks(ana, item.record, "delete")
    assert duties_open() == ["programmes.social_media_duties.open_to_student"]
    with pytest.raises(ValidationError, match="done, not declined"):
        answers(there.custodian, wished.id, declined=True)
    assert answers(there.custodian, wished.id).outcome == "done"
    assert not readable(item.record) and duties_open() == []
    assert mine(by=ana, at=AT) == ()
    assert "record:shredded" in [it.act for it in entries()]


def test_a_correction_stands_in_the_place_of_what_was_gathered_and_what_it_said_is_destroyed(there: Offices) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Version

    item, ana = gathers(there.town.principal.by, there.town.ana.id), the_student(there.town)
    wished = asks(ana, item.record, "correct", "It was the line of a song, and I wrote so below it.")
    answers(there.custodian, wished.id)
    said = says(item.record, ana)
    assert said["said"] == "It was the line of a song, and I wrote so below it."
    assert said["pertains"] == SAID["pertains"]
    with district_transaction():
        kept = list(Version.objects.filter(shredded_at=None, record__item="social_media_information"))
        gone = Version.objects.exclude(shredded_at=None).count()
    assert [it.number for it in kept] == [2] and gone == 2, "the first version, and the student's own paper of it"


def test_who_corrects_a_correction_has_the_newer_words_stand_and_nothing_is_dropped(there: Offices) -> None:
    from fileroom.people.answers import FormUsed
    from fileroom.programmes.social_media.wishes import wish

    item, ana = gathers(there.town.principal.by, there.town.ana.id), the_student(there.town)
    newer = "It was my cousin's song, and I was in Fresno."
    one = asks(ana, item.record, "correct", "It was a song.")
    assert asks(ana, item.record, "correct", "It was a song.").entry == one.entry, "the same words"
    two = asks(ana, item.record, "correct", newer)
    assert (two.id, two.entry != one.entry) == (one.id, True)
    with pytest.raises(FormUsed):
        wish(one.id, item.record, "delete", "", by=ana, at=AT)
    answers(there.custodian, one.id)
    assert says(item.record, ana)["said"] == newer
    assert not readable(words_of(one.id)), "both went"


def words_of(wish: UUID) -> UUID:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import SocialMediaWish

    with district_transaction():
        found = SocialMediaWish.objects.get(pk=wish).words_id
    assert found is not None
    return found


def test_a_hold_on_a_familys_words_alone_keeps_what_they_are_about_too_and_counsel_is_told(there: Offices) -> None:
    from fileroom.people.answers import Refused
    from fileroom.programmes.social_media.disposing import destroy
    from fileroom.records.services import hold

    item, ana = gathers(there.town.principal.by, there.town.ana.id), the_student(there.town)
    wished = asks(ana, item.record, "correct", "It was a song.")
    hold(there.town.ana.id, record_id=words_of(wished.id), reason="litigation", by=None, at=AT)
    assert isinstance(destroy(item.id, by=there.custodian, at=AT), Refused)
    assert readable(item.record) and readable(words_of(wished.id)), "all of it or none"
    assert "retention.holds.counsel_review" in duties_open()


def test_a_parents_wish_may_be_declined_and_their_words_go(there: Offices) -> None:
    item = gathers(there.town.principal.by, there.town.ana.id)
    wished = asks(there.town.mother.by, item.record, "correct", "She did not write this, her cousin did.")
    assert answers(there.custodian, wished.id, declined=True).outcome == "declined"
    assert says(item.record, there.town.mother.by)["said"] == SAID["said"]
    assert duties_open() == []
    assert {"social_media:wish_answered", "record:shredded"} <= {it.act for it in entries()}


def test_a_restrained_parent_and_a_stranger_learn_nothing_and_ask_nothing(there: Offices) -> None:
    from fileroom.people.answers import Missing, Refused
    from fileroom.programmes.social_media.families import mine

    item = gathers(there.town.principal.by, there.town.ana.id)
    father, stranger = make.related("father", there.town.ana), make.related("stranger", None)
    make.order(there.town.ana, father.row)
    for by in (father.by, stranger.by):
        assert mine(by=by, at=AT) == ()
        assert isinstance(asks(by, item.record, "delete"), Refused)
        known, unknown = (page_of(by, record) for record in (item.record, uuid4()))
        assert known == unknown and b"nobody should come" not in known
    with pytest.raises(Missing):
        asks(there.custodian, item.record, "delete")
    assert readable(item.record)


def test_what_the_law_keeps_out_is_not_taken_from_a_family_either(there: Offices) -> None:
    item, ana = gathers(there.town.principal.by, there.town.ana.id), the_student(there.town)
    with pytest.raises(ValidationError):
        asks(ana, item.record, "correct", "My social security number is 123-45-6789")
    page = browser(ana).post(
        f"/family/social-media/{item.record}/", form(kind="correct", correction="My SSN is 123-45-6789")
    )
    assert page.status_code == 422 and "keeps out of every file" in page.content.decode()


def test_the_same_wish_asked_twice_is_one(there: Offices) -> None:
    item, ana = gathers(there.town.principal.by, there.town.ana.id), the_student(there.town)
    assert asks(ana, item.record, "delete").id == asks(ana, item.record, "delete").id
    assert len(duties_open()) == 1


def test_of_a_wish_of_the_portal_about_a_missing_child_the_police_hear_and_what_it_says_stays(there: Offices) -> None:
    from fileroom.people.answers import Refused
    from tests.disclosure.directory.test_who_is_on_a_list import minded
    from tests.disclosure.test_police_hear_first import owed

    item = gathers(there.town.principal.by, there.town.ana.id)
    minded(there.town.ana, "missing_child_flag")
    wished = asks(there.town.mother.by, item.record, "delete")
    assert {part for _, part in owed()} == {there.town.mother.row.id.hex}
    assert "retention.holds.counsel_review" in duties_open()
    assert isinstance(answers(there.custodian, wished.id), Refused) and readable(item.record)
    asks(the_student(there.town), item.record, "correct", "She quoted a song.")
    assert {part for _, part in owed()} == {there.town.mother.row.id.hex, there.town.ana.id.hex}


def test_a_wish_under_a_hold_waits_and_counsel_is_told_today(there: Offices) -> None:
    from fileroom.people.answers import Refused
    from fileroom.records.services import hold

    item, ana = gathers(there.town.principal.by, there.town.ana.id), the_student(there.town)
    wished = asks(ana, item.record, "delete")
    hold(there.town.ana.id, reason="litigation", by=None, at=AT)
    assert isinstance(answers(there.custodian, wished.id), Refused)
    assert readable(item.record)
    assert duties_open() == ["programmes.social_media_duties.open_to_student", "retention.holds.counsel_review"]


def test_whose_rights_have_passed_since_asked_in_vain(there: Offices) -> None:
    """The law is asked again when it is done: a parent's wish of before the 18th birthday is the student's to make."""
    item = gathers(there.town.principal.by, there.town.ana.id)
    wished = asks(there.town.mother.by, item.record, "delete")
    make.change(there.town.ana, birth_on=make.TODAY - timedelta(days=18 * 366))
    with pytest.raises(ValidationError, match="this wish no more"):
        answers(there.custodian, wished.id)
    assert readable(item.record)


def test_nobody_but_who_keeps_the_records_answers(there: Offices) -> None:
    from fileroom.people.answers import Refused

    item, ana = gathers(there.town.principal.by, there.town.ana.id), the_student(there.town)
    wished = asks(ana, item.record, "delete")
    for by in (there.town.teacher.by, there.town.registrar.by):
        assert isinstance(answers(by, wished.id), Refused)
    assert readable(item.record)
