"""Which name an account bears is asked of whom the law gives the letter, where the student has two; of nobody else."""

from __future__ import annotations

from uuid import UUID, uuid4

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
def test_the_counter_asks_which_name_an_account_bears_once_the_law_gives_the_letter_and_has_no_answer_ready(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.models import DeletionRequest

    desk, page = browser(office.by), f"/students/{town.ana.id}/deletion/"
    assert WHICH not in words(desk.get(page).content.decode())
    for _ in range(2):  # and again, where it is left out
        asked = desk.post(page, form(**counter(town)))
        shown = asked.content.decode()
        assert asked.status_code == 422 and WHICH in words(shown) and "Ask which name" in words(shown)
        assert "checked" not in shown.partition('name="account_name"')[2].partition("</fieldset")[0]
    assert desk.post(page, form(**counter(town, account_name="preferred"))).status_code == 302
    assert the(DeletionRequest).by_preferred_name is True


@pytest.mark.usefixtures("leo")
@pytest.mark.parametrize("kind", [Order.RECORDS_ORDER_6323_5, Order.STAY_AWAY_NO_RECORDS_CLAUSE])
def test_whoever_is_refused_where_the_file_is_open_learns_of_no_second_name(
    town: make.Town, office: make.Staffed, kind: Order
) -> None:
    father = father_of(town).row.id
    files(terms(town, father, kind=kind), office.by)
    desk, page = browser(office.by), f"/students/{town.ana.id}/deletion/"
    said = counter(town, asked_by=str(father))
    assert WHICH not in words(desk.get(page).content.decode())
    unfinished = desk.post(page, form(**said | {"operator": ""}))
    assert unfinished.status_code == 422 and WHICH not in words(unfinished.content.decode())
    answer = desk.post(page, form(**said))
    shown = words(answer.content.decode())
    assert answer.status_code == 403 and WHICH not in shown and "name that the student goes by" not in shown


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


@pytest.mark.usefixtures("leo")
@pytest.mark.parametrize("since", ["issued", "order_gone"])
def test_the_same_form_pressed_again_is_one_request_though_another_has_said_the_name_or_the_law_gives_it_now(
    town: make.Town, office: make.Staffed, since: str
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrderChild
    from fileroom.programmes.models import DeletionRequest
    from fileroom.programmes.vendors.deletions import issue
    from fileroom.records.issuing import Issued
    from tests.programmes.incidents.reporting import HEAD

    father, id_ = father_of(town), uuid4()
    order = make.order(town.ana, father.row, kind=Order.STAY_AWAY_NO_RECORDS_CLAUSE.value)
    assert isinstance(asks(town, office, father.row.id, id_=id_, by_preferred_name=None), Refused)
    if since == "issued":
        says(id_, True, make.staffed("lawyer", "counsel", None))
        assert isinstance(issue(id_, preferred=True, head=HEAD, by=office.by, at=AT), Issued)
    else:
        with district_transaction():  # it was another child's
            CourtOrderChild.objects.filter(order=order).delete()
    again = asks(town, office, father.row.id, id_=id_, by_preferred_name=None)
    assert again.entry == the(DeletionRequest).entry and isinstance(again, Refused) is (since == "issued")


@pytest.mark.usefixtures("leo")
def test_a_form_that_says_another_name_than_before_is_another_form(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    from fileroom.people.answers import FormUsed

    id_ = uuid4()
    asks(town, office, mother, id_=id_, by_preferred_name=True)
    with pytest.raises(FormUsed):
        asks(town, office, mother, id_=id_, by_preferred_name=False)
