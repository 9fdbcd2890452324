"""A second look lets that copy go which was looked at, by that paper; who looks knows of earlier looks; each ends."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.disclosure.shown import Shown
from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.conftest import AT
from tests.disclosure.marks.marked import BORN, agreed, asks, born, goes, waiting
from tests.disclosure.releases import DANA
from tests.programmes.at_once import at_once


@pytest.fixture
def record(town: make.Town) -> UUID:
    return born(town)


@pytest.fixture
def helen(town: make.Town) -> make.Staffed:
    """The district's custodian of records."""
    found = make.staffed("helen", "administrator", None)
    make.custodian(found.row, None)
    return found


def by_paper(town: make.Town, record: UUID, shown: Shown | None) -> Any:
    from fileroom.disclosure.marks.before import Looked
    from fileroom.disclosure.releasing import release
    from fileroom.law.codes import Limit
    from fileroom.law.facts import Purpose
    from fileroom.programmes.enforcement.visits import in_writing
    from fileroom.programmes.notices.directory import not_yet_told

    return release(
        record, to=DANA, purpose=Purpose.LITIGATION, shown=shown, enter=in_writing(uuid4(), ""),
        untold=not_yet_told, by=town.registrar.by, at=AT, once=uuid4(), confirmed=frozenset(Limit), looked=Looked(),
    )  # fmt: skip


def decides(look: UUID, verb: str, by: Any) -> Any:
    from fileroom.disclosure.marks.looks import decide

    return decide(look, verb, by=by, at=AT)


def reads(look: UUID, by: Any) -> Any:
    from fileroom.disclosure.marks.looks import read

    return read(look, by=by, at=AT)


def shred(record: UUID) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Version

    with district_transaction():
        Version.objects.filter(record=record).update(shredded_at=AT, destruction=uuid4(), key_gone_at=AT)


def test_a_look_rests_on_the_paper_that_was_shown_and_on_no_broader_one(town: make.Town, record: UUID) -> None:
    from fileroom.disclosure.releasing import Released, Unlooked

    decides(asks(town, record), "clear", town.principal.by)
    assert isinstance(by_paper(town, record, replace(agreed(town), records=(BORN, "student_address"))), Unlooked)
    assert isinstance(by_paper(town, record, agreed(town)), Released)


def test_who_looks_is_told_on_which_paper_it_rests_and_what_that_names(town: make.Town, record: UUID) -> None:
    asked = asks(town, record)
    rests = reads(asked, town.principal.by).rests
    assert (rests.kind, rests.names, rests.to) == ("consent", (BORN,), "Dana Roe")
    page = words(browser(town.principal.by).get(f"/marks/copies/{asked}/").content.decode())
    assert "A consent. It names: Place of birth. It is for: Dana Roe." in page


def test_who_is_asked_after_a_no_sees_whose_no_it_was_and_may_read_it(
    town: make.Town, record: UUID, helen: make.Staffed
) -> None:
    first = asks(town, record)
    decides(first, "leave_out", town.principal.by)
    again = asks(town, record, "The attorney asks once more for it.")
    (before,) = reads(again, helen.by).earlier
    assert (before.id, before.state, before.mine) == (first, "left_out", False) and before.looked_by
    page = browser(helen.by).get(f"/marks/copies/{again}/").content.decode()
    assert "Left out" in words(page) and f"/marks/copies/{first}/" in page
    assert reads(first, helen.by).because != reads(again, helen.by).because


def test_a_no_is_seen_though_another_asks_for_somebody_else_by_another_paper(
    town: make.Town, record: UUID, helen: make.Staffed
) -> None:
    decides(asks(town, record), "leave_out", town.principal.by)
    asked = asks(town, record, by=town.principal.by)
    assert [it.state for it in reads(asked, helen.by).earlier] == ["left_out"]


def test_who_asks_is_told_of_the_no_whatever_paper_they_bring_next(town: make.Town, record: UUID) -> None:
    decides(asks(town, record), "leave_out", town.principal.by)
    held = by_paper(town, record, replace(agreed(town), records=(BORN, "student_address")))
    assert held.before.left_out and not held.before.waits


def test_a_look_at_a_record_that_is_gone_is_closed_and_nothing_goes(town: make.Town, record: UUID) -> None:
    asked = asks(town, record)
    shred(record)
    page = words(browser(town.principal.by).get(f"/marks/copies/{asked}/").content.decode())
    assert "no longer kept" in page and "It may go" not in page
    with pytest.raises(ValidationError, match="no longer kept"):
        decides(asked, "clear", town.principal.by)
    assert len(waiting(town.principal.by)) == 1
    decides(asked, "leave_out", town.principal.by)
    assert waiting(town.principal.by) == []


def test_two_presses_of_one_form_at_once_ask_for_one_look(town: make.Town, record: UUID) -> None:
    once = uuid4()
    assert at_once(lambda: asks(town, record, once=once)) == [once, once]
    assert len(waiting(town.principal.by)) == 1


def test_of_two_forms_at_once_the_second_is_told_that_somebody_was_asked(town: make.Town, record: UUID) -> None:
    came = at_once(lambda: asks(town, record))
    assert sorted(type(it).__name__ for it in came) == ["UUID", "ValidationError"]
    assert len(waiting(town.principal.by)) == 1
    assert not hasattr(goes(town, record), "contents"), "it waits still"


def test_two_who_mark_at_once_are_answered(town: make.Town) -> None:
    from fileroom.disclosure.marks.marking import put_on
    from tests.disclosure.asking import filed

    kept, once = filed(town.registrar.by, town.ana), uuid4()

    def marks(form: UUID) -> Any:
        return put_on(form, kept, "It tells of a journey.", by=town.registrar.by, at=AT)

    came = at_once(lambda: marks(uuid4()))
    assert sorted(type(it).__name__ for it in came) == ["UUID", "ValidationError"]
    other = filed(town.registrar.by, town.ana)
    assert at_once(lambda: put_on(once, other, "It tells of a journey.", by=town.teacher.by, at=AT)) == [other, other]


def test_two_presses_at_once_weigh_a_mark_once(town: make.Town) -> None:
    from fileroom.disclosure.marks.register import choose

    chief, once = make.staffed("chief", "administrator", None), uuid4()
    assert at_once(lambda: choose(once, "home_language", "perhaps", by=chief.by, at=AT)) == [None, None]
