"""The forms register honours what is declared and approved for a form, on the days for which it is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from tests import factories as make
from tests.collection.declaring import FOUR, MEALS, draft, meals, noted, waiting
from tests.conftest import AT
from tests.disclosure.asking import entries

if TYPE_CHECKING:
    from fileroom.collection.register.lists import Listed


@pytest.fixture
def town(district: str) -> make.Town:
    return make.town()


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    """An administrator of the whole district."""
    return make.staffed("office", "administrator", None)


def listed(who: make.Staffed, form: UUID, *, days: int = 0) -> Listed:
    from fileroom.collection.register.lists import register_of

    found = register_of(by=who.by, at=AT + timedelta(days=days), days=365).forms
    return next(it for it in found if it.id == form)


def attention(who: make.Staffed, form: UUID, *, days: int = 0) -> str | None:
    return listed(who, form, days=days).attention


def test_a_form_is_put_in_use_under_its_declaration_and_wants_attention_when_that_is_over(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.collection.declarations.services import approve, withdraw
    from fileroom.collection.register.services import NotInUse, Registered, register, screen_again

    form = draft(town)
    assert isinstance(register(form, meals(town), in_use=True, by=town.registrar.by, at=AT), NotInUse)
    id_ = waiting(town.registrar, form)
    noted(approve(id_, by=office.by, at=AT))
    used = register(form, meals(town), in_use=True, by=town.registrar.by, at=AT)
    assert isinstance(used, Registered)
    assert (entries()[-1].act, entries()[-1].part) == ("form:screened", "nslp_last4")
    assert [attention(town.registrar, form, days=days) for days in (0, 30, 31)] == [None, None, "undeclared"]
    under = listed(town.registrar, form).under
    assert under and (under.id, under.exception.name) == (id_, "nslp_last4")
    noted(withdraw(id_, by=town.registrar.by, at=AT))
    assert listed(town.registrar, form).under is None
    assert attention(town.registrar, form) == "undeclared"
    assert screen_again(form, by=town.registrar.by, at=AT) == "draft"
    assert attention(town.registrar, form) == "asks"


def test_a_paper_is_read_under_its_declaration(town: make.Town, office: make.Staffed) -> None:
    from fileroom.collection.declarations.services import approve
    from fileroom.collection.register.services import register_paper

    body = f"{MEALS}\nAdult household member who signs:\n{FOUR}: ____\n".encode()
    form, head = uuid4(), meals(town, kind="packet").head
    first = register_paper(form, head, body, "meals.txt", by=town.registrar.by, at=AT)
    assert [it.category for it in first.form.asked] == ["ssn_last4"]
    noted(approve(waiting(town.registrar, form), by=office.by, at=AT))
    assert register_paper(form, head, body, "meals.txt", by=town.registrar.by, at=AT).form.asked == ()
    assert attention(town.registrar, form) is None
