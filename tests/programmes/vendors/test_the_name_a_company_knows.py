"""A letter tells a company the one name by which it knows a student, and no other."""

from __future__ import annotations

from typing import Any
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
from tests.letters.test_letters import text_of
from tests.programmes.vendors.test_a_company_asks_the_district import answers, request
from tests.programmes.vendors.test_a_company_asks_the_district import asks as company_asks
from tests.programmes.vendors.test_contracts import company, office
from tests.programmes.vendors.test_counsels_word_on_a_letter import says
from tests.programmes.vendors.test_demands import letter, signs
from tests.programmes.vendors.test_enrolment_end_letters import asks, issues, leaves, mother
from tests.programmes.vendors.test_letters_decided_again import father_of

__all__ = ["company", "mother", "office"]


@pytest.fixture
def leo(town: make.Town) -> None:
    """Ana Torres, who goes by Leo Rivera, and has left."""
    make.change(
        town.ana, preferred_given="Leo", preferred_family="Rivera",
        search_name="ana torres leo rivera",
    )  # fmt: skip
    leaves(town.spell)


@pytest.mark.usefixtures("leo")
@pytest.mark.parametrize(
    ("given", "family", "other"),
    [("ANA", "torres", ("Leo", "Rivera")), ("Leo", "Rivera", ("Ana", "Torres")), ("Leo", "Torres", ("Ana", "Rivera"))],
)
def test_a_company_reads_the_name_under_which_it_asked(
    town: make.Town, office: make.Staffed, mother: UUID, given: str, family: str, other: tuple[str, str]
) -> None:
    question = company_asks(office, town.ana, given=given, family=family, encloses=True)
    said = answers(question, office, request(town))
    assert f"{given.title()} {family.title()}" in said and not any(name in said for name in other)


@pytest.mark.parametrize(
    ("given", "family", "others"),
    [("Ana", "Soto", ("Pérez", "María")), ("Ana", "Pérez", ("Soto", "María")), ("Leo", "Pérez", ("Soto", "Ana"))],
)
def test_so_it_does_in_the_letter_that_waited_for_counsel_and_in_a_demand(
    town: make.Town, office: make.Staffed, company: UUID, given: str, family: str, others: tuple[str, str]
) -> None:
    """Ana María Pérez, whose preferred family name is Soto: none of these is the whole of either of her names."""
    from fileroom.programmes.models import DeletionRequest

    goes_by = "Leo" if given == "Leo" else ""
    make.change(
        town.ana, legal_middle="María", legal_family="Pérez", preferred_given=goes_by, preferred_family="Soto",
        search_name="ana maria perez leo soto",
    )  # fmt: skip
    files(terms(town, father_of(town).row.id, kind=Order.STAY_AWAY_NO_RECORDS_CLAUSE), town.registrar.by)
    leaves(town.spell)
    question = company_asks(office, town.ana, given=given, family=family, encloses=True)
    answers(question, office, request(town, signer="Father Torres", keeps_official_records=True))
    taken = the(DeletionRequest).id
    says(taken, True, make.staffed("lawyer", "counsel", None))
    for said in (text_of(issues(taken, office).pdf), letter(signs(office, company, request=taken).id, office)):
        assert f"{given} {family}" in said and not any(name in said for name in others)


@pytest.mark.usefixtures("leo")
@pytest.mark.parametrize(("preferred", "name", "other"), [(False, "Ana Torres", "Leo"), (True, "Leo Rivera", "Ana")])
def test_a_familys_letter_bears_the_legal_name_unless_the_account_bears_the_other(
    town: make.Town, office: make.Staffed, mother: UUID, preferred: bool, name: str, other: str
) -> None:
    made = issues(asks(town, office, mother, by_preferred_name=preferred).id, office)
    said = text_of(made.pdf)
    assert name in said and other not in said


@pytest.mark.usefixtures("leo")
def test_a_demand_names_the_student_as_the_family_said_the_account_does(
    town: make.Town, office: make.Staffed, company: UUID, mother: UUID
) -> None:
    for preferred, name, other in ((False, "Ana Torres", "Leo"), (True, "Leo Rivera", "Ana")):
        taken = asks(town, office, mother, by_preferred_name=preferred, keeps_official_records=True)
        made = signs(office, company, request=taken.id)
        said = letter(made.id, office)
        assert name in said and other not in said


@pytest.fixture
def of_before(town: make.Town, office: make.Staffed, mother: UUID, leo: None) -> UUID:
    """A request that was taken before anybody asked which name the account bears, and waits."""
    from fileroom.programmes.models import DeletionRequest

    taken: UUID = asks(town, office, mother, keeps_official_records=True).id
    make.change(the(DeletionRequest), by_preferred_name=None)
    return taken


def the(model: Any) -> Any:
    from fileroom.hosting import district_transaction

    with district_transaction():
        return model.objects.get()


@pytest.mark.parametrize(
    ("name", "says", "other"), [("legal", "Ana Torres", "Leo"), ("preferred", "Leo Rivera", "Ana")]
)
def test_where_nobody_was_asked_whoever_issues_the_letter_says_which_name_it_bears(
    office: make.Staffed, of_before: UUID, name: str, says: str, other: str
) -> None:
    from fileroom.records.models import Letter

    desk = browser(office.by)
    page = words(desk.get(f"/deletions/{of_before}/").content.decode())
    assert "which name their account with the company bears" in page
    answer = desk.post(f"/deletions/{of_before}/issue/")
    assert answer.status_code == 422 and "Ask whoever asked" in words(answer.content.decode())
    assert desk.post(f"/deletions/{of_before}/issue/", {"name": name}).status_code == 302
    assert the(Letter).about == of_before
    said = text_of(desk.get(f"/deletions/{of_before}/letter/").content)
    assert says in said and other not in said


def test_nor_does_a_demand_name_the_student_before(office: make.Staffed, company: UUID, of_before: UUID) -> None:
    with pytest.raises(ValidationError, match="Ask whoever asked"):
        signs(office, company, request=of_before)


@pytest.mark.usefixtures("leo")
def test_a_waiting_request_of_before_is_asked_about_and_no_other(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    """The migration's own statement, with rows."""
    from importlib import import_module

    from django.db import connection

    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import DeletionRequest

    step = import_module("fileroom.programmes.migrations.0049_which_name_an_account_bears_was_not_asked")
    issued, waits = asks(town, office, mother).id, asks(town, office, mother).id
    issues(issued, office)
    with district_transaction():
        connection.cursor().execute(step.NOBODY_HAS_SAID)
        rows = dict(DeletionRequest.objects.values_list("id", "by_preferred_name"))
    assert rows == {issued: False, waits: None}


@pytest.mark.usefixtures("leo")
def test_a_letter_of_before_bears_for_good_the_name_it_told_and_what_waits_bears_none_by_that(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    """The migration's own statement, with rows."""
    from importlib import import_module

    from django.db import connection

    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import DeletionRequest

    step = import_module("fileroom.programmes.migrations.0045_the_name_an_account_bears")
    issued, waits = asks(town, office, mother).id, asks(town, office, mother).id
    issues(issued, office)
    with district_transaction():
        connection.cursor().execute(step.AS_IT_WAS_TOLD)
        rows = dict(DeletionRequest.objects.values_list("id", "by_preferred_name"))
    assert rows == {issued: True, waits: False}


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
