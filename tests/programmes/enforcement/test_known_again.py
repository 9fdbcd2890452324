"""Whose child a request is about is known again by a key of the key store alone, and what was said before that is noted
anew; and it is asked of the children of the requests, however many others are under an order."""

from __future__ import annotations

from importlib import import_module
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.people.test_owing import page
from tests.programmes.enforcement.coming import HEAD, RIGHTS, comes, letters, row
from tests.programmes.enforcement.test_kept_from_the_child import listed
from tests.programmes.enforcement.test_kept_from_the_child import pat as pat
from tests.programmes.enforcement.test_kept_from_the_child import victor as victor
from tests.programmes.enforcement.test_told_of_each_child import noted, only


def of_before(of: UUID, *, keeps_note: bool) -> None:
    """As it stood before the upgrade: its note under another id, or none; and the migration has found it."""
    from django.db import connection

    from fileroom.hosting import district_transaction
    from fileroom.programmes.enforcement import whose
    from fileroom.records import noting
    from fileroom.records.models import SealedContents, SealedNote, Version

    step = import_module("fileroom.programmes.migrations.0050_whose_child_is_noted_under_the_key_stores_key")
    with district_transaction(), connection.cursor() as cursor:
        (note,) = SealedNote.objects.filter(kind=whose.KIND, about=of)
        said = noting_said(note)
        SealedContents.objects.filter(version__note=note).delete()
        Version.objects.filter(note=note).delete()
        note.delete()
        if keeps_note:
            noting.write_daily(uuid4(), whose.KIND, of, said, entry=note.entry, at=AT)
        cursor.execute(step.OF_BEFORE)
    assert not row(of).children_noted


def noting_said(note: Any) -> dict[str, Any]:
    from fileroom.ledger import services as ledger
    from fileroom.ledger.services import Act
    from fileroom.people.vacancies import PROGRAM
    from fileroom.records import noting

    return noting.open_daily(
        note, ledger.event(Act.ENFORCEMENT_READ, record=note.about, by=PROGRAM, sealed=True, at=AT)
    )


def round_goes() -> None:
    from fileroom.programmes.tasks import _owe_to_families

    _owe_to_families("", AT)


def test_the_webs_own_key_may_change_and_the_barrier_stands(
    town: make.Town, victor: make.Staffed, pat: make.Staffed
) -> None:
    from django.test import override_settings

    noted(town, town.ana.id)
    with override_settings(SECRET_KEY="another"):
        assert listed(victor) == set() and listed(pat) == {only()}


def test_where_the_key_store_does_not_answer_nothing_is_told(
    town: make.Town, victor: make.Staffed, pat: make.Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.law.days import district_day
    from fileroom.programmes.enforcement import whose
    from fileroom.seal.faults import UnknownKey
    from fileroom.seal.store import KeyStore

    noted(town, town.ana.id)
    comes(town.registrar.by, "immigration")
    page(victor.by)

    def gone(*_: Any) -> bytes:
        raise UnknownKey("gone")

    monkeypatch.setattr(KeyStore, "secret", gone)
    for act in (lambda: listed(victor), lambda: page(victor.by), lambda: listed(pat)):
        with pytest.raises(UnknownKey):
            act()
    with district_transaction(), pytest.raises(UnknownKey):
        whose.hidden_from(victor.by.account, district_day(AT))


@pytest.mark.parametrize("keeps_note", [True, False])
def test_a_request_of_before_is_kept_from_him_until_it_is_noted_anew_and_then(
    town: make.Town, victor: make.Staffed, pat: make.Staffed, *, keeps_note: bool
) -> None:
    noted(town, town.ana.id)
    of = only()
    of_before(of, keeps_note=keeps_note)
    assert listed(victor) == set() and listed(pat) == {of}
    round_goes()
    assert row(of).children_noted and listed(victor) == set() and listed(pat) == {of}
    opened = [it for it in entries() if it.act.value == "enforcement:read" and it.actor.door == "round"]
    assert opened and all(it.sealed and it.student is None and it.record == of for it in opened)
    lines = len(entries())
    round_goes()
    assert len(entries()) == lines, "once"


def test_a_request_of_before_about_another_child_is_his_again_once_it_is_noted_anew(
    town: make.Town, victor: make.Staffed, pat: make.Staffed
) -> None:
    make.related("dad", town.ben)
    noted(town, town.ben.id)
    of = only()
    other = comes(town.registrar.by, "immigration", channel="telephone").id
    of_before(of, keeps_note=False)
    assert row(other).children_noted, "nobody has said of whom"
    assert listed(victor) == {other}, "nobody knows yet"
    round_goes()
    assert listed(victor) == {of, other}


def test_what_was_noted_anew_is_told_to_the_same_families(town: make.Town, pat: make.Staffed) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.enforcement import whose

    noted(town, town.ana.id)
    of_before(only(), keeps_note=True)
    round_goes()
    with district_transaction():
        assert whose.is_noted(only(), town.ana.id) and not whose.is_noted(only(), town.ben.id)
    noted(town, town.ana.id)
    assert len(letters(only())) == 1, "it is no other child"


def test_it_is_asked_of_the_children_of_requests_and_of_each_account_once(
    town: make.Town, victor: make.Staffed, pat: make.Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from fileroom.hosting import district_transaction
    from fileroom.law.days import district_day
    from fileroom.people import facts
    from fileroom.programmes.enforcement import whose

    torres = make.staffed("rosa", "administrator", None)
    make.change(torres.row, family="Torres")
    about: list[int] = []

    def counted(ids: Any, *args: Any) -> Any:
        about.append(len(ids))
        return asked(ids, *args)

    asked = facts.facts_of_students
    monkeypatch.setattr(whose, "facts_of_students", counted)

    def queries() -> int:
        about.clear()
        with district_transaction(), CaptureQueriesContext(connection) as seen:
            whose.hidden_from(torres.by.account, district_day(AT))
        return len(seen)

    noted(town, town.ana.id)
    make.order(town.ana, make.related("father", town.ana).row)
    one = queries()
    assert about == [1]
    for number in range(12):
        child = make.student(f"Child {number}", "Other")
        make.order(child, make.contact("Someone", "Else"))
    for _ in range(3):
        prepares_for(comes(town.registrar.by, "immigration").id, town, pat)
    assert len(listed(pat)) == 4 and queries() == one
    assert about == [1], "of thirteen children under an order it is asked of one"


def test_each_account_is_asked_about_once_however_many_offices_hear_of_it(
    town: make.Town, victor: make.Staffed, pat: make.Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.law.days import district_day
    from fileroom.people import facts
    from fileroom.programmes.enforcement import whose

    for name in ("rosa", "lucia"):
        make.change(make.staffed(name, "administrator", None).row, family="Torres")
    make.order(town.ana, make.related("father", town.ana).row)
    noted(town, town.ana.id)
    asked: list[str] = []

    def counted(account: Any, *args: Any) -> Any:
        asked.append(account.sign_in_name)
        return facts.facts_towards(account, *args)

    monkeypatch.setattr(whose, "facts_towards", counted)
    with district_transaction():
        assert not whose.unheard(district_day(AT)).by_designees
    assert len(asked) == len(set(asked)) and {"rosa", "lucia", "victor"} <= set(asked)


def prepares_for(of: UUID, town: make.Town, who: make.Staffed) -> None:
    from fileroom.programmes.enforcement.family_letter import Desk
    from fileroom.programmes.enforcement.notices import prepare
    from fileroom.programmes.enforcement.recipients import To

    to = To(town.ana.id, town.mother.row.id)
    prepare(uuid4(), of, to, Desk(HEAD, RIGHTS), language="en", way="handed", by=who.by, at=AT)
