"""The Superintendent's designee says who takes in court orders at a school; the protocol and the public page follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.days import add_years
from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure.asking import entries, last_entry
from tests.factories import TODAY

if TYPE_CHECKING:
    from fileroom.people.receivers import Named, Receivers
    from fileroom.people.signed_in import SignedIn


def names(
    by: SignedIn, town: make.Town, who: UUID, backup: UUID | None = None, *, days: int = 0, form: UUID | None = None
) -> Named:
    from fileroom.people.receivers import name_receiver

    return name_receiver(form or uuid4(), town.school.id, who, backup, by=by, at=AT + timedelta(days=days))


def there(days: int = 0) -> Receivers:
    from fileroom.people.receivers import receivers

    (it,) = receivers(on=TODAY + timedelta(days=days))
    return it


def complete() -> bool:
    from fileroom.people.receivers import protocol

    return protocol(on=TODAY).decision.granted


def test_the_designee_names_them_and_the_protocol_has_its_first_part(town: make.Town) -> None:
    head = make.staffed("head", "administrator", None)
    assert not complete()
    done = names(head.by, town, town.registrar.row.id, town.principal.row.id)
    assert (last_entry().id, last_entry().act, last_entry().part) == (
        done.entry, "orders:receiver_named", str(town.school.id),
    )  # fmt: skip
    it = there()
    assert (it.receiver, it.backup) == ("Registrar Abara", "Principal Abara")
    assert (it.receiver_role, it.backup_role) == ("registrar", "principal")
    assert complete()


def test_a_school_without_a_receiver_leaves_the_protocol_incomplete(town: make.Town) -> None:
    head = make.staffed("head", "administrator", None)
    names(head.by, town, town.registrar.row.id)
    make.school("Mesa Middle")
    assert not complete()


def test_a_lacking_part_is_owed_by_the_district_once_until_each_school_has_a_receiver(town: make.Town) -> None:
    from fileroom.people.owed import owed
    from fileroom.people.vacancies import look_round

    def open_() -> list[str]:
        return [it.says for it in owed(by=head.by, at=AT) if it.room == "order_protocols"]

    head, mesa = make.staffed("head", "administrator", None), make.school("Mesa Middle")
    for _ in range(2):
        look_round(at=AT)
    assert len(open_()) == 1
    assert "protocols, which lack a part, are overdue" in open_()[0]
    names(head.by, town, town.registrar.row.id)
    assert len(open_()) == 1, "the other school has nobody"
    names(head.by, replace(town, school=mesa), town.registrar.row.id)
    assert open_() == []
    make.change(town.registrar.row, left_on=TODAY - timedelta(days=1))
    look_round(at=AT)
    assert len(open_()) == 1


def test_nobody_but_the_designee_names_them(town: make.Town) -> None:
    from fileroom.people.answers import Missing

    for by in (town.principal.by, town.registrar.by, town.mother.by):
        with pytest.raises(Missing):
            names(by, town, town.registrar.row.id)
    assert entries() == []


def test_the_next_one_follows_and_the_history_stays(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import OrderReceiver

    head = make.staffed("head", "administrator", None)
    for days, who in ((0, town.registrar), (3, town.teacher), (3, town.principal)):
        names(head.by, town, who.row.id, days=days)
    assert [there(days).receiver for days in (0, 2, 3)] == ["Registrar Abara", "Registrar Abara", "Principal Abara"]
    with district_transaction():
        assert OrderReceiver.objects.count() == 3


def test_who_has_left_receives_nothing(town: make.Town) -> None:
    head = make.staffed("head", "administrator", None)
    names(head.by, town, town.registrar.row.id, town.principal.row.id)
    make.change(town.registrar.row, left_on=TODAY - timedelta(days=1))
    assert (there().receiver, there().backup) == ("", "Principal Abara")
    with pytest.raises(ValidationError):
        names(head.by, town, town.registrar.row.id)


def test_nobody_stands_in_for_themselves(town: make.Town) -> None:
    head = make.staffed("head", "administrator", None)
    with pytest.raises(ValidationError):
        names(head.by, town, town.registrar.row.id, town.registrar.row.id)


def test_the_same_form_sent_twice_names_them_once(town: make.Town) -> None:
    from fileroom.people.answers import FormUsed

    head, form = make.staffed("head", "administrator", None), uuid4()
    assert names(head.by, town, town.registrar.row.id, form=form) == names(
        head.by, town, town.registrar.row.id, form=form
    )
    assert len(entries()) == 1
    with pytest.raises(FormUsed):
        names(head.by, town, town.principal.row.id, form=form)


def test_that_they_still_take_them_in_is_owed_each_year_and_the_round_finds_those_of_before(town: make.Town) -> None:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction
    from fileroom.people.vacancies import look_round

    def due() -> list[object]:
        with district_transaction():
            return list(Duty.objects.filter(room="order_receivers", done_at=None).values_list("due_on", flat=True))

    head = make.staffed("head", "administrator", None)
    names(head.by, town, town.registrar.row.id, town.principal.row.id)
    year = [TODAY.replace(year=TODAY.year + 1)]
    assert due() == year
    with district_transaction():
        Duty.objects.all().delete()
    for _ in range(2):
        look_round(at=AT)
    assert due() == year
    names(head.by, town, town.registrar.row.id, town.principal.row.id, days=360)
    assert due() == [add_years(TODAY + timedelta(days=360), 1)]
    page = browser(head.by).get(f"/custodians/{town.school.id}/").content.decode()
    assert "They still do" in page


def test_a_school_without_a_receiver_or_a_backup_and_no_telephone_for_the_night_are_attention(town: make.Town) -> None:
    from fileroom.duties.states import Asked, State
    from fileroom.hosting import district_transaction
    from fileroom.people.evidence import order_receivers

    def stands(*, line: bool = True) -> tuple[State, str]:
        with district_transaction():
            it = order_receivers(Asked(AT, 10, 365, line))
        return it.state, it.why

    head = make.staffed("head", "administrator", None)
    assert stands()[0] is State.ATTENTION and "has nobody who takes them in" in stands()[1]
    names(head.by, town, town.registrar.row.id)
    assert stands()[0] is State.ATTENTION and "has nobody in their place" in stands()[1]
    names(head.by, town, town.registrar.row.id, town.principal.row.id)
    assert stands() == (State.RUNNING, "")
    assert stands(line=False)[0] is State.ATTENTION
