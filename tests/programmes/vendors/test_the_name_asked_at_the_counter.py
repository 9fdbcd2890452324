"""Which name an account bears is asked of whom the law gives the letter, where the student has two; of nobody else."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.facts import Order
from fileroom.people.answers import Refused
from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.orders.filing import files, terms
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.vendors.test_counsels_word_on_a_letter import says
from tests.programmes.vendors.test_enrolment_end_letters import asks, issues, leaves, mother, office
from tests.programmes.vendors.test_letters_decided_again import father_of
from tests.programmes.vendors.test_the_name_a_company_knows import leo, the

__all__ = ["leo", "mother", "office"]
WHICH = "Which name does the account with the company bear?"


def counter(town: make.Town, **more: str) -> dict[str, str]:
    said = {
        "asked_by": str(town.mother.row.id), "identity_checked": "on", "operator": "Quizly",
        "asked_on": AT.date().isoformat(), "ccpa": "yes", "language": "en",
    }  # fmt: skip
    return said | more


@pytest.mark.usefixtures("leo")
def test_the_counter_asks_which_name_an_account_bears_and_has_no_answer_ready(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.models import DeletionRequest

    desk, page = browser(office.by), f"/students/{town.ana.id}/deletion/"
    shown = desk.get(page).content.decode()
    assert (
        WHICH in words(shown) and "checked" not in shown.partition('name="account_name"')[2].partition("</fieldset")[0]
    )
    left_out = desk.post(page, form(**counter(town)))
    assert left_out.status_code == 422 and "Choose one." in words(left_out.content.decode())
    assert desk.post(page, form(**counter(town, account_name="preferred"))).status_code == 302
    assert the(DeletionRequest).by_preferred_name is True


def test_of_who_has_one_name_nothing_is_asked(town: make.Town, office: make.Staffed, mother: UUID) -> None:
    from fileroom.programmes.models import DeletionRequest

    leaves(town.spell)
    desk, page = browser(office.by), f"/students/{town.ana.id}/deletion/"
    assert WHICH not in words(desk.get(page).content.decode())
    assert desk.post(page, form(**counter(town))).status_code == 302
    assert the(DeletionRequest).by_preferred_name is False


@pytest.mark.usefixtures("leo")
def test_a_leavers_family_is_asked_it_once_it_is_known_whom_they_mean(town: make.Town) -> None:
    from fileroom.programmes.models import DeletionRequest

    assert town.ana.birth_on is not None
    desk, page = browser(town.registrar.by), "/deletions/new/"
    said = counter(town, given="Ana", family="Torres", born_on=town.ana.birth_on.isoformat(), asked_by="Mother Torres")
    assert WHICH not in words(desk.get(page).content.decode())
    nobody = desk.post(page, form(**said | {"given": "Anna"}))
    assert nobody.status_code == 422 and WHICH not in words(nobody.content.decode())
    asked = desk.post(page, form(**said))
    assert asked.status_code == 422 and WHICH in words(asked.content.decode())
    assert desk.post(page, form(**said | {"account_name": "preferred"})).status_code == 302
    assert the(DeletionRequest).by_preferred_name is True


@pytest.mark.usefixtures("leo")
def test_no_road_takes_a_request_of_who_has_two_names_without_saying_which(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    with pytest.raises(ValidationError, match="which name the account bears"):
        asks(town, office, mother, by_preferred_name=None)


@pytest.mark.usefixtures("leo")
@pytest.mark.parametrize("barred", ["order", "custody"])
def test_whoever_is_refused_at_the_leavers_counter_learns_of_no_second_name(
    town: make.Town, office: make.Staffed, barred: str
) -> None:
    """A father whom an order keeps from records, in silence; and a relative without custody."""
    assert town.ana.birth_on is not None
    if barred == "order":
        files(terms(town, father_of(town).row.id), office.by)
    else:
        make.relationship(town.ana, make.contact("Father", "Torres"), kind="relative")
    said = counter(town, given="Ana", family="Torres", born_on=town.ana.birth_on.isoformat(), asked_by="Father Torres")
    answer = browser(town.registrar.by).post("/deletions/new/", form(**said))
    page = words(answer.content.decode())
    assert answer.status_code == 403 and WHICH not in page and "name that the student goes by" not in page
    assert entries()[-1].act.value == "nonenrolment:refused"


@pytest.mark.usefixtures("leo")
def test_of_a_request_that_waits_for_counsel_whoever_issues_the_letter_says_which_name(
    town: make.Town, office: make.Staffed
) -> None:
    """Whoever asked was refused in silence, and was asked for no name."""
    from fileroom.programmes.models import DeletionRequest

    father = father_of(town).row.id
    files(terms(town, father, kind=Order.STAY_AWAY_NO_RECORDS_CLAUSE), office.by)
    assert isinstance(asks(town, office, father, by_preferred_name=None), Refused)
    taken = the(DeletionRequest)
    assert taken.by_preferred_name is None
    says(taken.id, True, make.staffed("lawyer", "counsel", None))
    with pytest.raises(ValidationError, match="Ask whoever asked"):
        issues(taken.id, office)
