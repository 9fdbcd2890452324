"""A student or a parent without an account sees, corrects and deletes at the counter what was gathered; the law is
asked of who stands there, and not of who takes it in."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.disclosure.directory.test_who_is_on_a_list import minded
from tests.disclosure.test_police_hear_first import owed
from tests.programmes.social_media.test_days_of_an_item import rounds
from tests.programmes.social_media.test_wishes_of_families import answers, duties_open, says
from tests.programmes.social_media.world import SAID, Offices, gathers, offices, readable, running, wish_row


@pytest.fixture
def there(town: make.Town) -> Offices:
    it = offices(town)
    running(it)
    return it


def asks(there: Offices, item: UUID, kind: str, asker: UUID | None = None, *, seen: bool = True, **more: Any) -> Any:
    """The designee takes in what the student (None), or this contact, asks."""
    from fileroom.programmes.social_media.counter import AtCounter, ask

    return ask(uuid4(), item, AtCounter(asker, seen, kind, **more), by=there.designee, at=AT)


def beside(entry: UUID) -> tuple[str, str]:
    """Whom the log names beside this entry, and as what."""
    from fileroom.disclosure import parties
    from fileroom.hosting import district_transaction

    with district_transaction():
        it = parties.of([entry])[entry]
    return it.name, it.kind


def about_orders() -> list[str]:
    """What counsel owes about orders whose end has come."""
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        return list(Duty.objects.filter(room="orders", done_at=None).values_list("rule", flat=True))


def test_the_student_has_it_deleted_and_the_office_cannot_decline(there: Offices) -> None:
    make.change(there.town.ana, birth_on=make.TODAY - 10 * make.YEAR)
    item = gathers(there.town.principal.by, there.town.ana.id)
    with pytest.raises(ValidationError):
        asks(there, item.id, "delete", seen=False)
    taken = asks(there, item.id, "delete")
    assert duties_open() == ["programmes.social_media_duties.open_to_student"]
    assert asks(there, item.id, "delete").id == taken.id, "asked twice it waits once"
    with pytest.raises(ValidationError):
        answers(there.custodian, taken.id, declined=True)
    answers(there.custodian, taken.id)
    assert not readable(item.record) and duties_open() == []


def test_a_parent_has_it_corrected_in_their_words(there: Offices) -> None:
    item, mother = gathers(there.town.principal.by, there.town.ana.id), there.town.mother.row.id
    taken = asks(there, item.id, "correct", mother, correction="She quoted a song.")
    answers(there.custodian, taken.id)
    assert "She quoted a song." in says(item.record, there.designee).values()


def test_it_is_shown_to_who_may_see_it_and_to_no_stranger(there: Offices) -> None:
    from fileroom.people.answers import Missing, Refused

    item, mother = gathers(there.town.principal.by, there.town.ana.id), there.town.mother.row.id
    assert not isinstance(asks(there, item.id, "see", mother), Refused)
    assert (entries()[-1].act.value, entries()[-1].outcome) == ("record:inspected", "counter")
    assert beside(entries()[-1].id) == ("Mother Torres", "parent")
    stranger = make.contact("Pat", "Quill")
    with pytest.raises(Missing):
        asks(there, item.id, "see", stranger.id)
    make.order(there.town.ana, there.town.mother.row)
    assert isinstance(asks(there, item.id, "see", mother), Refused)
    assert isinstance(asks(there, item.id, "delete", mother), Refused)
    desk, address = browser(there.designee), f"/programmes/social-media/items/{item.id}/counter/"
    sent = {"asker": str(mother), "identity_checked": "on", "kind": "see"}
    page = desk.post(address, form(**sent))
    assert page.status_code == 403 and "have a seat" in page.content.decode(), "a 404 would tell of an order"
    assert entries()[-1].act.value == "disclosure:refused" and duties_open() == []


def test_of_a_missing_child_the_police_hear_first_and_of_an_order_past_its_end_counsel(there: Offices) -> None:
    from fileroom.people.answers import Refused

    item, mother = gathers(there.town.principal.by, there.town.ana.id), there.town.mother.row.id
    make.order(there.town.ana, there.town.mother.row, until=make.TODAY - timedelta(days=1))
    asks(there, item.id, "see", mother)
    assert about_orders() == ["casework.orders_received.counsel_review"]
    minded(there.town.ana, "missing_child_flag")
    for asker in (mother, None):
        shut = asks(there, item.id, "see", asker)
        assert isinstance(shut, Refused) and shut.decision.silent
    assert {part for _, part in owed()} == {mother.hex, there.town.ana.id.hex}
    assert not [it for it in entries()[-4:] if it.act.value == "record:inspected"]


@pytest.mark.parametrize("kind", ["delete", "correct"])
def test_of_a_wish_about_a_missing_child_the_police_hear_before_anybody_is_answered(there: Offices, kind: str) -> None:
    from fileroom.people.answers import Refused

    item, mother = gathers(there.town.principal.by, there.town.ana.id), there.town.mother.row.id
    minded(there.town.ana, "missing_child_flag")
    more: dict[str, Any] = {"correction": "She quoted a song."} if kind == "correct" else {}
    asks(there, item.id, kind, **more)
    assert {part for _, part in owed()} == {there.town.ana.id.hex}
    make.order(there.town.ana, there.town.mother.row)
    assert isinstance(asks(there, item.id, kind, mother, **more), Refused)
    assert {part for _, part in owed()} == {there.town.ana.id.hex, mother.hex}, "whom the law refuses has asked too"


def test_what_somebody_wants_deleted_of_a_missing_child_stays_and_counsel_is_told_the_same_day(there: Offices) -> None:
    from fileroom.people.answers import Refused
    from fileroom.programmes.social_media.disposing import destroy

    item, mother = gathers(there.town.principal.by, there.town.ana.id), there.town.mother.row.id
    minded(there.town.ana, "missing_child_flag")
    taken = asks(there, item.id, "delete", mother)
    assert counsels() == [make.TODAY]
    shut = answers(there.custodian, taken.id)
    assert isinstance(shut, Refused) and "retention.holds.while_on_hold" in [it.rule for it in shut.decision.because]
    assert isinstance(destroy(item.id, by=there.custodian, at=AT), Refused), "nor by another road"
    assert readable(item.record) and counsels() == [make.TODAY]
    found(there)
    answers(there.custodian, taken.id)
    assert not readable(item.record) and counsels() == []


def test_what_is_corrected_of_a_missing_child_can_still_be_read_as_it_was(there: Offices) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Version

    item, mother = gathers(there.town.principal.by, there.town.ana.id), there.town.mother.row.id
    minded(there.town.ana, "missing_child_flag")
    answers(there.custodian, asks(there, item.id, "correct", mother, correction="She quoted a song.").id)
    with district_transaction():
        assert Version.objects.filter(record=item.record, shredded_at=None).count() == 2


def test_what_nobody_wants_deleted_any_more_is_for_counsel_no_more(there: Offices) -> None:
    """A parent's own wish may be declined, though the child is missed; another's still waits."""
    item, mother = gathers(there.town.principal.by, there.town.ana.id), there.town.mother.row.id
    minded(there.town.ana, "missing_child_flag")
    wished = asks(there, item.id, "delete", mother)
    answers(there.custodian, wished.id, declined=True)
    assert counsels() == [] and readable(item.record)
    again = asks(there, item.id, "delete", mother)
    asks(there, item.id, "delete")
    answers(there.custodian, again.id, declined=True)
    assert counsels() == [make.TODAY], "she wants it deleted herself"


def test_once_the_child_is_found_counsel_has_nothing_to_read_unless_a_hold_stands(there: Offices) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.records.services import hold

    item, mother = gathers(there.town.principal.by, there.town.ana.id), there.town.mother.row.id
    minded(there.town.ana, "missing_child_flag")
    asks(there, item.id, "delete", mother)
    rounds()
    assert counsels() == [make.TODAY]
    found(there)
    with district_transaction():
        stands = hold(there.town.ana.id, reason="a claim", by=None, at=AT)
    rounds()
    assert counsels() == [make.TODAY], "of a hold counsel still says"
    make.change(stands, lifted_at=AT)
    rounds()
    assert counsels() == [] and readable(item.record)


def counsels() -> list[Any]:
    """The days by which counsel owes a word on what was gathered."""
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        rows = Duty.objects.filter(rule="retention.holds.counsel_review", office="counsel", done_at=None)
        return list(rows.values_list("due_on", flat=True))


def found(there: Offices) -> None:
    """The police say that the child is no longer missed."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Circumstance

    with district_transaction():
        row = Circumstance.objects.get(student=there.town.ana, kind="missing_child_flag")
    make.change(row, over_on=make.TODAY, ended_by=uuid4(), ended_entry=uuid4())


def test_the_page_takes_it_in(there: Offices) -> None:
    item = gathers(there.town.principal.by, there.town.ana.id)
    desk, address = browser(there.designee), f"/programmes/social-media/items/{item.id}/"
    assert "Somebody asks about it at the counter" in desk.get(address).content.decode()
    assert desk.post(f"{address}counter/", form(asker="", kind="see")).status_code == 422
    sent = {"asker": "student", "identity_checked": "on"}
    wish_row(item.id)
    shown = desk.post(f"{address}counter/", form(**sent, kind="see")).content.decode()
    assert "It is theirs to see" in shown and SAID["said"] in shown
    for name in ("Mother Torres", "Principal Abara", "A family waits", "Destroy it"):
        assert name not in shown, f"{name} is not theirs to see"
    assert "/wishes/" in desk.post(f"{address}counter/", form(**sent, kind="delete"))["Location"]
    assert browser(there.town.teacher.by).post(f"{address}counter/", form(**sent, kind="see")).status_code == 404
