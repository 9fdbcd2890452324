"""A letter tells a company the one name by which it knows a student, and no other."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.facts import Order
from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.collection.orders.filing import files, terms
from tests.conftest import AT
from tests.letters.test_letters import text_of
from tests.programmes.vendors.test_a_company_asks_the_district import answers, request
from tests.programmes.vendors.test_a_company_asks_the_district import asks as company_asks
from tests.programmes.vendors.test_contracts import company, office
from tests.programmes.vendors.test_counsels_word_on_a_letter import says
from tests.programmes.vendors.test_demands import letter, signs
from tests.programmes.vendors.test_enrolment_end_letters import DAY, asks, issues, leaves, mother
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
@pytest.mark.parametrize(("given", "family", "others"), [("Ana", "Torres", "Leo Rivera"), ("leo", "Torres", "Rivera")])
def test_what_a_company_sent_along_before_and_waits_tells_the_name_it_asked_under_and_asks_nobody(
    town: make.Town, office: make.Staffed, mother: UUID, given: str, family: str, others: str
) -> None:
    """The migration's own statement, with rows; what a family brought itself is asked about still."""
    from importlib import import_module

    from django.db import connection

    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import DeletionRequest

    step = import_module("fileroom.programmes.migrations.0051_the_name_under_which_a_company_asked")
    files(terms(town, father_of(town).row.id, kind=Order.STAY_AWAY_NO_RECORDS_CLAUSE), office.by)
    question = company_asks(office, town.ana, given=given, family=family, encloses=True)
    answers(question, office, request(town, signer="Father Torres"))
    sent = the(DeletionRequest).id
    brought = asks(town, office, mother, at=AT + DAY / 8).id
    with district_transaction():
        DeletionRequest.objects.update(by_preferred_name=None, known_as="")  # as 0049 leaves what waits
        connection.cursor().execute(step.AS_IT_ASKED)
        rows = {it.id: (it.by_preferred_name, it.known_as) for it in DeletionRequest.objects.all()}
    assert rows == {sent: (False, f"{given} {family}"), brought: (None, "")}
    says(sent, True, make.staffed("lawyer", "counsel", None))
    told = text_of(issues(sent, office).pdf)
    assert f"{given} {family}" in told and not any(name in told for name in others.split())


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
