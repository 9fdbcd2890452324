"""No company is told to destroy what is under a hold, at first or by a reminder; and no letter names a child to a
company that the family did not name, or for a request it took back."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.orders.filing import HEAD
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.vendors.test_contracts import DAY, company, office
from tests.programmes.vendors.test_demands import letter, link, owed, signs, stage
from tests.programmes.vendors.test_enrolment_end_letters import asks, leaves

__all__ = ["company", "office"]
EVERYBODY = "Everything of every student of Alder"


def reminds(demand: UUID, by: make.Staffed, days: int) -> Any:
    from fileroom.programmes.vendors.demands import remind

    return remind(demand, head=HEAD, link=link, by=by.by, at=AT + days * DAY)


def holds(town: make.Town, **more: Any) -> Any:
    from fileroom.records.models import Hold

    row = Hold(student=town.ana, reason="litigation", placed_at=AT, **more)
    make.keep(row)
    return row


def asked_of_reading_star(town: make.Town, by: make.Staffed) -> UUID:
    leaves(town.spell)
    family: UUID = asks(town, by, town.mother.row.id, keeps_official_records=True).id
    return family


def refused(answer: Any) -> bool:
    from fileroom.people.answers import Refused

    return isinstance(answer, Refused)


def last() -> tuple[str, bool]:
    entry = entries()[-1]
    return entry.act.value, entry.sealed


def test_a_hold_on_anybody_forbids_a_demand_about_everybody(
    office: make.Staffed, company: UUID, town: make.Town
) -> None:
    hold = holds(town)
    assert refused(signs(office, company, what=EVERYBODY)) and last()[0] == "demand:refused"
    make.change(hold, lifted_at=AT)
    assert not refused(signs(office, company, what=EVERYBODY))


def test_a_demand_that_spares_whoever_is_under_a_hold_says_so_in_its_letter(
    office: make.Staffed, company: UUID, town: make.Town
) -> None:
    holds(town)
    made = signs(office, company, what=EVERYBODY, spares=True)
    assert "Delete nothing of anybody until" in letter(made.id, office)
    assert not refused(reminds(made.id, office, 20))
    assert "Delete nothing of anybody until" in letter(made.id, office)
    other = signs(office, company, id_=uuid4(), what=EVERYBODY, spares=True)
    assert "Torres" not in letter(other.id, office)


def test_a_form_sent_again_with_the_hold_spared_is_another_form(office: make.Staffed, company: UUID) -> None:
    from fileroom.people.answers import FormUsed

    once = uuid4()
    signs(office, company, id_=once)
    with pytest.raises(FormUsed):
        signs(office, company, id_=once, spares=True)


@pytest.mark.parametrize("about_one", [True, False])
def test_a_hold_that_comes_after_the_letter_stops_the_reminder_and_the_demand_stays_open(
    office: make.Staffed, company: UUID, town: make.Town, about_one: bool
) -> None:
    made = signs(office, company, request=asked_of_reading_star(town, office) if about_one else None)
    before = letter(made.id, office)
    hold = holds(town)
    assert refused(reminds(made.id, office, 20)) and last()[0] == "demand:refused"
    assert letter(made.id, office) == before and stage(made.id, office) == "sent"
    assert owed(by=office) == ["awaited"]
    make.change(hold, lifted_at=AT)
    assert not refused(reminds(made.id, office, 20)) and stage(made.id, office) == "reminded"


def test_a_reminder_under_a_hold_is_refused_on_the_page_too(
    office: make.Staffed, company: UUID, town: make.Town
) -> None:
    made = signs(office, company)
    holds(town)
    desk = browser(office.by)
    answer = desk.post(f"/demands/{made.id}/remind/", form())
    assert answer.status_code == 403 and "A hold is in force" in words(answer.content.decode())


def test_a_company_that_the_family_did_not_name_is_told_of_no_child(
    office: make.Staffed, company: UUID, town: make.Town
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.vendors.contracts import enter_operator

    other = enter_operator(uuid4(), "Other Co", "games", "", by=office.by, at=AT).id
    family = asked_of_reading_star(town, office)
    with pytest.raises(Missing):
        signs(office, other, request=family)
    desk = browser(office.by)
    assert desk.get(f"/vendors/{other}/demand/?request={family}").status_code == 404
    assert desk.get(f"/vendors/{company}/demand/?request=anything").status_code == 404
    assert desk.get(f"/vendors/{company}/demand/?request={family}").status_code == 200


def test_a_request_that_was_taken_back_names_nobody_to_anybody(
    office: make.Staffed, company: UUID, town: make.Town
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.vendors.deletion_desk import close

    family = asked_of_reading_star(town, office)
    made = signs(office, company, request=family)
    close(family, "withdrawn", None, by=office.by, at=AT)
    with pytest.raises(Missing):
        signs(office, company, request=family)
    with pytest.raises(ValidationError, match="taken its request back"):
        reminds(made.id, office, 20)


def test_an_order_that_bars_whoever_asked_lets_no_letter_go_now_or_by_a_reminder(
    office: make.Staffed, company: UUID, town: make.Town
) -> None:
    father = make.related("father", town.ana)
    assert father.relation is not None
    make.custody(father.relation)
    leaves(town.spell)
    family = asks(town, office, father.row.id, keeps_official_records=True).id
    made = signs(office, company, request=family)
    make.order(town.ana, father.row)
    assert refused(signs(office, company, request=family)) and last() == ("demand:refused", True)
    assert refused(reminds(made.id, office, 20)) and last() == ("demand:refused", True)
