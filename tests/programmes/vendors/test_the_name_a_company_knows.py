"""A letter tells a company the one name by which it knows a student, and no other."""

from __future__ import annotations

from uuid import UUID

import pytest

from tests import factories as make
from tests.letters.test_letters import text_of
from tests.programmes.vendors.test_a_company_asks_the_district import answers, request
from tests.programmes.vendors.test_a_company_asks_the_district import asks as company_asks
from tests.programmes.vendors.test_contracts import company, office
from tests.programmes.vendors.test_demands import letter, signs
from tests.programmes.vendors.test_enrolment_end_letters import asks, issues, leaves, mother

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
