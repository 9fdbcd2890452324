"""An exception is declared by one person for one form, approved by another, and holds for its days and no longer."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.collection.conftest import Rows
from tests.collection.declaring import DAYS, FOUR, MEALS, TODAY, draft, in_force, meals, noted, terms, waiting
from tests.conftest import AT
from tests.disclosure.asking import entries

DAY = timedelta(days=1)


@pytest.fixture
def town(district: str) -> make.Town:
    return make.town()


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    """An administrator of the whole district."""
    return make.staffed("office", "administrator", None)


def verdict(town: make.Town, form: UUID, *labels: str, days: int = 0, **changes: Any) -> str:
    """The law's word on the form as it would be written."""
    from fileroom.collection.register.services import check

    made = meals(town, *labels, **changes)
    at = AT + timedelta(days=days)
    return check(made.definition(), by=town.registrar.by, at=at, form_id=form).verdict.value


def test_until_another_approves_it_nothing_is_asked(town: make.Town, office: make.Staffed) -> None:
    from fileroom.collection.declarations.services import approve

    form = draft(town)
    assert verdict(town, form) == "block"
    id_ = waiting(town.registrar, form)
    assert verdict(town, form) == "block"
    noted(approve(id_, by=office.by, at=AT))
    assert verdict(town, form) == "allow"
    told = [(it.act.value, it.part, it.record, it.actor.role) for it in entries()[-2:]]
    assert told == [
        ("exception:declared", "nslp_last4", id_, "registrar"),
        ("exception:approved", "nslp_last4", id_, "administrator"),
    ]
    assert {it.outcome for it in entries()[-2:]} == {f"{form}:{TODAY}:{TODAY + 30 * DAY}"}


def test_it_covers_its_form_and_its_field_and_no_other(town: make.Town, office: make.Staffed) -> None:
    in_force(town, office)
    other = draft(town)
    assert verdict(town, other) == "block", "another form, though it has the same title"
    with_form = draft(town)
    noted_form = waiting(town.registrar, with_form)
    from fileroom.collection.declarations.services import approve

    noted(approve(noted_form, by=office.by, at=AT))
    assert verdict(town, with_form) == "allow"
    assert verdict(town, with_form, FOUR, "Immigration status of the child") == "block", "another field"
    assert verdict(town, with_form, "Social Security number of the child") == "block", "another person, more digits"
    assert verdict(town, with_form, title="Enrollment and school meals") == "block", "another title is another form"


@pytest.mark.parametrize(("days", "says"), [(0, "block"), (1, "allow"), (30, "allow"), (31, "block")])
def test_it_holds_from_its_first_day_to_its_last(town: make.Town, office: make.Staffed, days: int, says: str) -> None:
    from fileroom.collection.declarations.services import approve

    form = draft(town)
    noted(approve(waiting(town.registrar, form, from_on=TODAY + DAY), by=office.by, at=AT))
    assert verdict(town, form, days=days) == says


def test_nobody_approves_their_own_nor_does_a_principal_or_a_registrar(
    town: make.Town, office: make.Staffed, rows: Rows
) -> None:
    from fileroom.collection.declarations.services import approve
    from fileroom.people.answers import Refused

    own = waiting(office, draft(town))
    for who, rule in (
        (office, "nobody_approves_their_own"),
        (town.principal, "nobody_else_approves"),
        (town.registrar, "nobody_else_approves"),
    ):
        answer = approve(own, by=who.by, at=AT)
        assert isinstance(answer, Refused)
        assert [it.rule for it in answer.decision.because] == [f"casework.declarations.{rule}"]
        assert entries()[-1].act == "exception:refused"
    assert rows("SELECT approved_by FROM collection_declaration") == [(None,)]


def test_the_row_itself_refuses_an_approval_by_who_declared_it(town: make.Town, office: make.Staffed) -> None:
    from django.db import IntegrityError

    from fileroom.collection.models import Declaration
    from fileroom.hosting import district_transaction

    id_ = waiting(town.registrar, draft(town))
    with district_transaction():
        row = Declaration.objects.get(pk=id_)
    with pytest.raises(IntegrityError, match="declaration_is_approved_by_another"):
        make.change(row, approved_by=row.declared_by, approved_at=AT)


def test_whoever_keeps_the_records_where_the_form_is_used_declares_and_nobody_else(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.collection.declarations.services import approve, declare, withdraw
    from fileroom.people.answers import Missing, Refused

    form, everywhere = draft(town), draft(town, by=office, school=None)
    elsewhere = make.staffed("elsewhere", "registrar", make.school("Mesa Middle"))
    id_ = waiting(town.registrar, form)
    for who in (elsewhere, town.teacher, town.mother):
        with pytest.raises(Missing):
            declare(uuid4(), terms(form), days=DAYS, by=who.by, at=AT)
        for act in (approve, withdraw):
            with pytest.raises(Missing):
                act(id_, by=who.by, at=AT)
    answer = declare(uuid4(), terms(everywhere), days=DAYS, by=elsewhere.by, at=AT)
    assert isinstance(answer, Refused), "a form of the whole district is declared for by its own office"
    assert [it.rule for it in answer.decision.because] == ["casework.declarations.nobody_else_declares"]
    assert isinstance(waiting(office, everywhere), UUID)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"exception": "no_such"}, "Choose one of the list"),
        ({"from_on": TODAY - DAY}, "from today"),
        ({"to_on": TODAY - DAY}, "or later"),
        ({"to_on": TODAY + (DAYS + 1) * DAY}, "At most 366 days"),
    ],
)
def test_what_cannot_be_declared_is_said(town: make.Town, rows: Rows, changes: dict[str, Any], says: str) -> None:
    from fileroom.collection.declarations.services import declare

    form = draft(town)
    with pytest.raises(ValidationError, match=says):
        declare(uuid4(), terms(form, **changes), days=DAYS, by=town.registrar.by, at=AT)
    assert rows("SELECT count(*) FROM collection_declaration") == [(0,)]
    assert isinstance(waiting(town.registrar, form, to_on=TODAY + DAYS * DAY), UUID)


def test_a_form_has_one_declaration_at_a_time_and_the_next_year_s_stands_ready(town: make.Town) -> None:
    from fileroom.collection.declarations.services import declare, withdraw

    form = draft(town)
    first = waiting(town.registrar, form)
    with pytest.raises(ValidationError, match="has a declaration already"):
        declare(uuid4(), terms(form, from_on=TODAY + 30 * DAY, to_on=TODAY + 60 * DAY), days=DAYS,
                by=town.registrar.by, at=AT)  # fmt: skip
    assert isinstance(waiting(town.registrar, form, from_on=TODAY + 31 * DAY, to_on=TODAY + 60 * DAY), UUID)
    noted(withdraw(first, by=town.registrar.by, at=AT))
    assert isinstance(waiting(town.registrar, form), UUID)


def test_each_act_that_is_sent_twice_is_one_act(town: make.Town, office: make.Staffed, rows: Rows) -> None:
    from fileroom.collection.declarations.services import approve, declare, withdraw
    from fileroom.people.answers import FormUsed

    form, id_ = draft(town), uuid4()
    for _ in range(2):
        noted(declare(id_, terms(form), days=DAYS, by=town.registrar.by, at=AT))
    with pytest.raises(FormUsed):
        declare(id_, terms(form, to_on=TODAY + DAY), days=DAYS, by=town.registrar.by, at=AT)
    for act, who in ((approve, office), (withdraw, town.registrar)):
        for _ in range(2):
            noted(act(id_, by=who.by, at=AT))
    acts = [it.act.value for it in entries() if it.act.value.startswith("exception:")]
    assert acts == ["exception:declared", "exception:approved", "exception:withdrawn"]
    assert rows("SELECT count(*) FROM collection_declaration") == [(1,)]


def test_what_waits_no_longer_is_not_approved_and_what_is_over_is_not_withdrawn(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.collection.declarations.services import approve, withdraw

    gone = waiting(town.registrar, draft(town))
    noted(withdraw(gone, by=town.registrar.by, at=AT))
    over = waiting(town.registrar, draft(town))
    late = AT + 31 * DAY
    for id_, at in ((gone, AT), (over, late)):
        with pytest.raises(ValidationError, match="does not wait"):
            approve(id_, by=office.by, at=at)
    with pytest.raises(ValidationError, match="holds no longer"):
        withdraw(over, by=town.registrar.by, at=late)


def test_what_the_law_opens_to_nobody_is_declared_by_nobody(town: make.Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from fileroom.collection.declarations.services import declare
    from fileroom.people import counsel
    from fileroom.people.answers import Refused

    form = draft(town)
    rules = {it.rule for id_ in (waiting(town.registrar, draft(town)),) for it in _opening(id_)}
    standing = counsel.Standing(None, (), tuple((TODAY, rule, True) for rule in rules), ())
    monkeypatch.setattr(counsel, "standing_now", lambda: standing)
    answer = declare(uuid4(), terms(form), days=DAYS, by=town.registrar.by, at=AT)
    assert isinstance(answer, Refused), "counsel has said: ask me first"


def _opening(id_: UUID) -> Any:
    """The rules by which the exception of a declaration is open."""
    from fileroom.collection.declarations.services import _opens
    from fileroom.collection.models import Declaration
    from fileroom.hosting import district_transaction
    from fileroom.law.exceptions import EXCEPTIONS

    with district_transaction():
        return _opens(EXCEPTIONS[Declaration.objects.get(pk=id_).exception], TODAY).because


def listed(who: make.Staffed, *, days: int = 0) -> list[tuple[str, bool, bool]]:
    from fileroom.collection.declarations.lists import declarations

    found = declarations(by=who.by, at=AT + timedelta(days=days))
    return [(it.state.value, it.mine, it.approves) for it in found]


def test_the_list_says_how_each_stands_and_to_whom_it_falls(town: make.Town, office: make.Staffed) -> None:
    from fileroom.collection.declarations.lists import declarations
    from fileroom.collection.declarations.services import approve, withdraw
    from fileroom.people.answers import Missing

    id_ = waiting(town.registrar, draft(town))
    assert (listed(town.registrar), listed(office)) == ([("waiting", True, False)], [("waiting", True, True)])
    noted(approve(id_, by=office.by, at=AT))
    assert (listed(office), listed(office, days=31)) == ([("in_force", True, False)], [("over", False, False)])
    (it,) = declarations(by=office.by, at=AT)
    assert (it.title, it.declared_by, it.approved_by) == (MEALS, "Registrar Abara", "Office Abara")
    noted(withdraw(id_, by=office.by, at=AT))
    assert listed(office) == [("withdrawn", False, False)]
    assert listed(make.staffed("elsewhere", "registrar", make.school("Mesa Middle"))) == []
    with pytest.raises(Missing):
        declarations(by=town.teacher.by, at=AT)


def test_under_another_title_the_form_is_another_and_its_declaration_says_so(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.collection.declarations.services import approve
    from fileroom.collection.register.services import register

    form = draft(town)
    noted(approve(waiting(town.registrar, form), by=office.by, at=AT))
    register(form, meals(town, title="Enrollment and school meals"), in_use=False, by=town.registrar.by, at=AT)
    assert listed(office) == [("renamed", True, False)]


def test_in_another_school_the_form_is_another_and_nobody_widens_what_was_approved(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.collection.declarations.services import approve
    from fileroom.collection.register.services import NotInUse, register

    form = draft(town)
    noted(approve(waiting(town.registrar, form), by=office.by, at=AT))
    widened = meals(town, school=None)
    assert isinstance(register(form, widened, in_use=True, by=office.by, at=AT), NotInUse)
    register(form, widened, in_use=False, by=office.by, at=AT)
    assert listed(office) == [("renamed", True, False)]
