"""Who hands copies out: the office that keeps the file. Whoever may only look is shown no button for it."""

from __future__ import annotations

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure.asking import filed
from tests.disclosure.releases import RATING

BUTTON = "Release a copy"


def linked(town: make.Town, role: str) -> make.Staffed:
    """Somebody who works with Ana's class in this role."""
    from fileroom.people import models

    who = make.staffed(f"{role}-of-ana", role, town.school)
    make.keep(models.SectionTeacher(section=town.teaches.section, employee=who.row))
    return who


def answer(who: make.Staffed | make.Related, town: make.Town, kind: str = RATING) -> tuple[str, str]:
    """The law's outcome, and the rule it rests on."""
    from fileroom.disclosure.facts import asked
    from fileroom.disclosure.handing_over import may_release
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Record

    with district_transaction():
        decision = may_release(asked(town.ana.id, who.by, AT.date()), Record(item=kind))
    return decision.outcome.value, decision.because[0].rule


def test_the_registrar_and_the_custodian_hand_over(town: make.Town) -> None:
    assert answer(town.registrar, town)[0] == answer(town.principal, town)[0] == "may"


@pytest.mark.parametrize("role", ["teacher", "aide", "counselor"])
def test_whoever_may_look_only_hands_over_nothing(town: make.Town, role: str) -> None:
    assert answer(linked(town, role), town) == ("no", "casework.handing_over.nobody_but_the_office")


def test_a_mother_does_not_hand_over_the_districts_copy(town: make.Town) -> None:
    assert answer(town.mother, town) == ("no", "casework.handing_over.nobody_but_the_office")


def test_whoever_may_not_open_the_record_is_told_that(town: make.Town) -> None:
    made = answer(town.registrar, town, "court_order")
    assert made == ("no", "disclosure.restraining_orders.the_order_is_for_the_custodian")


def test_the_page_offers_it_to_those_only_whom_the_law_lets_hand_over(town: make.Town) -> None:
    page = f"/records/{filed(town.registrar.by, town.ana)}/"
    assert BUTTON in browser(town.registrar.by).get(page).content.decode()
    assert BUTTON not in browser(town.teacher.by).get(page).content.decode()
