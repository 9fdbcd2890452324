"""The register of delegations: who may act for the Superintendent, in what, from when to when; and in nothing else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.conftest import AT
from tests.programmes.notices import steps

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn

DAY = timedelta(days=1)


def gives(
    by: SignedIn, to: make.Staffed, *programmes: str, from_on: date = make.TODAY, to_on: date | None = None
) -> UUID:
    from fileroom.programmes.delegations.register import Given, give

    return give(uuid4(), Given(to.row.id, programmes or ("notices",), from_on, to_on), by=by, at=AT)


def acts(who: make.Staffed, programme: str = "notices", *, days: int = 0) -> bool:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.delegations.designees import Programme, may_act

    with district_transaction():
        return may_act(Programme(programme), by=who.by, at=AT + days * DAY)


def test_a_delegate_acts_in_the_programmes_named_and_in_no_other(town: make.Town) -> None:
    assert not acts(town.registrar)
    gives(steps.designee().by, town.registrar)
    assert acts(town.registrar)
    assert not acts(town.registrar, "regulation")


def test_a_delegation_holds_on_its_days_alone(town: make.Town) -> None:
    gives(steps.designee().by, town.registrar, from_on=make.TODAY + DAY, to_on=make.TODAY + 2 * DAY)
    assert [acts(town.registrar, days=it) for it in range(4)] == [False, True, True, False]


def test_what_is_taken_back_holds_no_more(town: make.Town) -> None:
    from fileroom.programmes.delegations.register import end, register

    super_ = steps.designee().by
    given = gives(super_, town.registrar)
    end(given, by=super_, at=AT)
    assert not acts(town.registrar)
    (row,) = register(by=town.teacher.by, at=AT).listed
    assert (row.holds, row.over_on) == (False, make.TODAY)


def test_the_same_form_with_other_programmes_or_days_is_another_form(town: make.Town) -> None:
    from fileroom.people.answers import FormUsed
    from fileroom.programmes.delegations.register import Given, give

    by, id_, day = steps.designee().by, uuid4(), make.TODAY
    given = Given(town.registrar.row.id, ("notices",), day, None)
    assert give(id_, given, by=by, at=AT) == give(id_, given, by=by, at=AT) == id_
    for other in (
        Given(town.registrar.row.id, ("regulation",), day, None),
        Given(town.registrar.row.id, ("notices",), day, day + DAY),
        Given(town.registrar.row.id, ("notices",), day + DAY, None),
    ):
        with pytest.raises(FormUsed):
            give(id_, other, by=by, at=AT)


def test_whoever_has_left_acts_no_more(town: make.Town) -> None:
    gives(steps.designee().by, town.registrar)
    make.change(town.registrar.row, left_on=make.TODAY - DAY)
    assert not acts(town.registrar)


def test_it_ends_with_the_employment_and_does_not_come_back_with_them(town: make.Town) -> None:
    from fileroom.programmes.delegations.leavers import end_of_leavers
    from fileroom.programmes.delegations.register import register
    from tests.attacks.browsing import browser, words
    from tests.disclosure.asking import entries
    from tests.programmes.test_every_evidence_flips import counted

    chief = steps.designee().by
    given, kept = gives(chief, town.registrar), gives(chief, town.teacher)
    assert end_of_leavers(at=AT) == 0, "on no day on which they work here"
    make.change(town.registrar.row, left_on=make.TODAY)
    assert end_of_leavers(at=AT) == 0 and acts(town.registrar), "nor on their last one"
    make.change(town.registrar.row, left_on=make.TODAY - DAY)
    assert "works here no more" in counted("delegations.register").why
    assert end_of_leavers(at=AT) == 1 == 1 + end_of_leavers(at=AT)
    (ended,) = [it for it in entries() if it.act == "delegation:ended"]
    assert (ended.record, ended.outcome, ended.actor.role) == (given, "left", "system")
    assert not counted("delegations.register").why
    over = {it.id: it.over_on for it in register(by=town.teacher.by, at=AT).listed}
    assert over[given] == make.TODAY - DAY, "the last day of work, and not the day of the round"
    make.change(town.registrar.row, left_on=None)
    assert not acts(town.registrar) and acts(town.teacher)
    found = {it.id: it for it in register(by=town.teacher.by, at=AT).listed}
    assert (found[given].holds, found[given].by_itself, found[kept].by_itself) == (False, True, False)
    page = words(browser(town.teacher.by).get("/delegations/").content.decode())
    assert "It ended by itself, with their employment" in page


def test_nobody_delegates_but_who_holds_the_office_and_to_nobody_who_holds_it(town: make.Town) -> None:
    from fileroom.people.answers import Missing

    super_ = steps.designee()
    gives(super_.by, town.registrar)
    for who in (town.registrar.by, town.principal.by, town.mother.by):
        with pytest.raises(Missing):
            gives(who, town.teacher)
    with pytest.raises(ValidationError, match="already"):
        gives(super_.by, super_)
    with pytest.raises(ValidationError, match="in which"):
        gives(super_.by, town.teacher, "enforcement")


def test_by_a_delegation_nobody_is_designated_for_anything_else(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.designators import designator_facts, signer_facts

    gives(steps.designee().by, town.registrar, "notices", "regulation")
    with district_transaction():
        assert not designator_facts(town.registrar.by.account, make.TODAY).designated
        assert not signer_facts(town.registrar.by.account, make.TODAY).designated


def test_a_delegates_acts_say_in_the_ledger_that_they_were_done_as_designee(town: make.Town) -> None:
    from fileroom.programmes.settings.services import say
    from tests.disclosure.asking import last_entry

    gives(steps.designee().by, town.registrar)
    say(uuid4(), "copy_cost", {"en": "10"}, by=town.registrar.by, at=AT)
    assert (last_entry().act.value, last_entry().actor.role) == ("setting:said", "designee")


def test_a_delegate_is_told_today_of_what_is_owed_there(town: make.Town) -> None:
    from fileroom.people.owed import owed
    from fileroom.programmes.delegations.designees import rooms_of
    from fileroom.programmes.notices.sending import open_owed

    open_owed(at=AT)
    teacher = town.teacher.by
    assert owed(by=teacher, at=AT, rooms=rooms_of(by=teacher, at=AT)) == []
    gives(steps.designee().by, town.teacher)
    (duty,) = owed(by=teacher, at=AT, rooms=rooms_of(by=teacher, at=AT))
    assert duty.part == "adopt/2026"


def test_a_delegation_lapses_with_the_office_of_whoever_gave_it_and_the_policys_page_says_so(town: make.Town) -> None:
    from fileroom.programmes.delegations.register import register
    from tests.programmes.test_every_evidence_flips import counted

    chief, other = make.staffed("chief", "administrator", None), steps.designee()
    gives(chief.by, town.registrar)
    gives(other.by, town.teacher)
    assert acts(town.registrar) and acts(town.teacher)
    assert not counted("delegations.register").why
    make.change(chief.row, left_on=make.TODAY - DAY)
    assert not acts(town.registrar) and acts(town.teacher)
    found = register(by=town.teacher.by, at=AT).listed
    assert {(it.holder, it.holds, it.lapsed) for it in found} == {
        ("Registrar Abara", False, True),
        ("Teacher Abara", True, False),
    }
    assert "does not hold the office" in counted("delegations.register").why


def test_it_holds_for_a_year_at_most_and_one_without_a_last_day_for_as_long(town: make.Town) -> None:
    chief = steps.designee().by
    with pytest.raises(ValidationError, match="a year"):
        gives(chief, town.registrar, to_on=make.TODAY + 365 * DAY)
    gives(chief, town.registrar, to_on=make.TODAY + 364 * DAY)
    gives(chief, town.teacher)
    for who in (town.registrar, town.teacher):
        assert [acts(who, days=it) for it in (0, 364, 365)] == [True, True, False]


def test_one_that_was_given_before_each_had_a_last_day_is_over_after_a_year_too(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.delegations.register import register
    from fileroom.programmes.models import Delegation

    given = gives(steps.designee().by, town.registrar)
    with district_transaction():
        Delegation.objects.filter(pk=given).update(to_on=None)
    assert [acts(town.registrar, days=it) for it in (0, 364, 365)] == [True, True, False]
    told = [register(by=town.teacher.by, at=AT + it * DAY).listed[0].holds for it in (364, 365)]
    assert told == [True, False]


def test_whoever_may_act_is_on_the_register_however_many_were_given_since(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.programmes.delegations import register as room

    chief = steps.designee().by
    gives(chief, town.registrar)
    for _ in range(4):
        room.end(gives(chief, town.teacher, from_on=make.TODAY + DAY), by=chief, at=AT)
    monkeypatch.setattr(room, "MOST", 2)
    assert [(it.holder, it.holds) for it in room.register(by=chief, at=AT).listed] == [
        ("Registrar Abara", True),
        *[("Teacher Abara", False)] * 2,
    ]


def test_a_form_that_is_pressed_twice_at_the_same_moment_is_one_delegation(town: make.Town) -> None:
    from fileroom.programmes.delegations.register import Given, give, register
    from tests.programmes.at_once import at_once

    by, id_ = steps.designee().by, uuid4()
    given = Given(town.registrar.row.id, ("notices",), make.TODAY, None)
    assert at_once(lambda: give(id_, given, by=by, at=AT)) == [id_, id_]
    assert len(register(by=by, at=AT).listed) == 1


def test_nobody_gives_today_what_begins_when_its_year_is_over(town: make.Town) -> None:
    """Ten delegations for ten years, entered in one sitting, are one for ten years."""
    by = steps.designee().by
    gives(by, town.registrar, from_on=make.TODAY + 364 * DAY)
    with pytest.raises(ValidationError, match="anew"):
        gives(by, town.registrar, from_on=make.TODAY + 366 * DAY)


def test_a_form_that_was_not_taken_keeps_what_was_typed(town: make.Town) -> None:
    from tests.attacks.browsing import browser, form

    who, ends = str(town.registrar.row.id), (make.TODAY - DAY).isoformat()
    said = form(employee=who, programmes=["notices"], from_on="2026-13-40", to_on=ends)
    page = browser(steps.designee().by).post("/delegations/", said)
    assert page.status_code == 422
    told = page.content.decode()
    assert f'value="{who}" selected' in told and f'value="{ends}"' in told and 'value="2026-13-40"' in told


def test_the_page_names_who_acts_by_office_and_says_where_nobody_does(town: make.Town) -> None:
    from tests.attacks.browsing import browser, words

    reader = browser(town.teacher.by)
    assert "Nobody holds such an office" in words(reader.get("/delegations/").content.decode())
    chief, left = steps.designee(), make.staffed("gone", "administrator", None)
    make.custodian(chief.row, None)
    make.staffed("solicitor", "counsel", None)
    make.change(left.row, left_on=make.TODAY - DAY)
    page = words(reader.get("/delegations/").content.decode())
    name = f"{chief.row.given} {chief.row.family}"
    assert f"{name} Administrator in the district’s own office, Custodian of records of the district" in page
    assert "Gone Abara" not in page and "Solicitor Abara" not in page
