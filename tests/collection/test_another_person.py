"""An id that a file gives to somebody else: what clings to its first holder stays with the first holder."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import psycopg
import pytest

from fileroom.collection.imports.report import Report
from tests import factories as make
from tests.collection.conftest import Import, Rows
from tests.collection.oneroster_bundles import Roster
from tests.conftest import AT

TAKES = {
    "No": "student.id", "First": "student.given", "Last": "student.family", "DOB": "student.born_on",
    "P First": "contact.given", "P Last": "contact.family", "P Phone": "contact.telephone",
}  # fmt: skip
VERIFIED = (
    "UPDATE people_relationship SET standing = 'verified', verified_how = 'birth_record', verified_on = current_date, "
    "verified_by = gen_random_uuid()"
)
PARENTS = (
    "SELECT c.given, r.standing FROM people_relationship r JOIN people_contact c ON c.id = r.contact_id ORDER BY given"
)


def mapped(line: str, days: int = 0) -> Report:
    """Import one line by the page's map."""
    from fileroom.collection.imports.values import DayOrder
    from fileroom.collection.rosters.mapped import Said, import_one

    said = Said(TAKES, DayOrder.YMD, everybody=False)
    body = ("No,First,Last,DOB,P First,P Last,P Phone\n" + line + "\n").encode()
    office = make.staffed(f"office{days}", "administrator", None)
    return import_one("s.csv", body, said, dry_run=False, by=office.by, at=AT + timedelta(days=days))


def test_another_parent_in_the_slot_is_another_contact_who_claims(
    district: str, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    mapped("u1,Amal,Okafor,2011-04-03,Rosa,Okafor,(950) 336 6601")
    owner.execute(VERIFIED)
    mapped("u1,Amal,Okafor,2011-04-03,Juan,Okafor,(950) 336 9999", days=1)
    assert rows(PARENTS) == [("Juan", "claimed"), ("Rosa", "verified")]
    again = mapped("u1,Amal,Okafor,2011-04-03,ROSA,Okafor,(950) 336 6601", days=2)
    assert again.tally.set_aside == 0 and len(rows(PARENTS)) == 2


def test_another_child_under_the_number_is_set_aside_with_all_that_is_said_of_them(district: str, rows: Rows) -> None:
    mapped("u1,Amal,Okafor,2011-04-03,Rosa,Okafor,(950) 336 6601")
    other = mapped("u1,Zoe,Smith,2015-01-09,Juan,Vega,(950) 336 9999", days=1)
    assert "another_person" in [it.code for it in other.tally.problems]
    assert rows("SELECT legal_given, legal_family, birth_on::text FROM people_student") == [
        ("Amal", "Okafor", "2011-04-03")
    ]
    assert rows(PARENTS) == [("Rosa", "claimed")]
    married = mapped("u1,Amal,Vega,2011-04-03,Rosa,Okafor,(950) 336 6601", days=2)
    assert married.tally.problems == [] and rows("SELECT legal_family FROM people_student") == [("Vega",)]


@pytest.mark.parametrize("clings", ["order", "verified", "nothing"])
def test_a_contact_is_renamed_wholly_only_where_nothing_clings_to_the_id(
    clings: str, bring: Import, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    bring(Roster())
    if clings == "verified":
        owner.execute(VERIFIED)
    if clings == "order":
        from fileroom.hosting import district_transaction
        from fileroom.people.models import Contact, Student

        with district_transaction():
            child, parent = Student.objects.get(legal_given="Amal"), Contact.objects.get(given="Chi")
        make.order(child, parent)
    roster = Roster()
    roster.row("users", "p1").update(givenName="Juan", familyName="Vega")
    report = bring(roster, days=1)
    set_aside = clings != "nothing"
    assert rows("SELECT given, family FROM people_contact") == [("Chi", "Okafor") if set_aside else ("Juan", "Vega")]
    assert [it.code for it in report.tally.problems] == ["another_person"] * set_aside
    assert report.tally.set_aside == set_aside and report.tally.read == report.tally.kept + set_aside
    roster.row("users", "p1").update(givenName="Chi", familyName="Vega")
    bring(roster, days=2)
    assert rows("SELECT given, family FROM people_contact") == [("Chi", "Vega")]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        pytest.param(("Maria", "Garcia", "2012-03-04"), ("Jose", "Garcia", "2015-07-09"), id="a sibling"),
        pytest.param(("Maria", "Garcia", ""), ("Jose", "Garcia", ""), id="a sibling, without their days"),
        pytest.param(("Maria", "Garcia", "2012-03-04"), ("Jose", "Garcia", ""), id="a sibling, without a day"),
        pytest.param(("Jose", "Smith", ""), ("Jose", "Lopez", ""), id="the same given name, without their days"),
        pytest.param(("Jose", "Smith", "2012-03-04"), ("Jose", "Lopez", "2015-07-09"), id="the same given name"),
        pytest.param(("Aidan", "Garcia", "2012-03-04"), ("Diana", "Garcia", "2015-07-09"), id="of the same letters"),
        pytest.param(("Maria", "Garcia", ""), ("Amira", "Garcia", ""), id="of the same letters, without their days"),
    ],
)
def test_another_child_of_the_same_family_or_given_name_is_another_child(
    here: tuple[str, str, str], there: tuple[str, str, str], district: str, rows: Rows
) -> None:
    mapped(f"u1,{','.join(here)},,,")
    other = mapped(f"u1,{','.join(there)},,,", days=1)
    assert [it.code for it in other.tally.problems] == ["another_person"]
    assert rows("SELECT legal_given, legal_family, coalesce(birth_on::text, '') FROM people_student") == [here]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        pytest.param(("Jose", "Garcia", "2012-03-04"), ("Jose Luis", "Garcia", "2012-04-03"), id="a day put right"),
        pytest.param(("Ana", "Garcia", "2012-03-04"), ("Noah", "Garcia", "2012-03-04"), id="a given name taken"),
        pytest.param(("Ana", "Garcia", ""), ("Ana María", "García-Paz", ""), id="another spelling"),
        pytest.param(("Mary Annlee", "Vu", "2012-03-04"), ("Maryann Lee", "Vu", "2012-04-03"), id="parted otherwise"),
        pytest.param(("Ana", "Garcia", ""), ("Ana", "Garcia", "2012-03-04"), id="a day that was not known"),
    ],
)
def test_what_may_be_the_same_child_is_taken(
    here: tuple[str, str, str], there: tuple[str, str, str], district: str, rows: Rows
) -> None:
    mapped(f"u1,{','.join(here)},,,")
    assert mapped(f"u1,{','.join(there)},,,", days=1).tally.problems == []
    assert rows("SELECT legal_given, legal_family, coalesce(birth_on::text, '') FROM people_student") == [there]


@pytest.mark.parametrize("given", ["Juan", "Hic"])
def test_a_spouse_is_another_contact_and_who_has_married_is_not(
    given: str, bring: Import, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    bring(Roster())
    owner.execute(VERIFIED)
    roster = Roster()
    roster.row("users", "p1").update(givenName=given)
    spouse = bring(roster, days=1)
    assert [it.code for it in spouse.tally.problems] == ["another_person"]
    assert rows("SELECT given, family FROM people_contact") == [("Chi", "Okafor")]
    roster.row("users", "p1").update(givenName="Chi Ngozi", familyName="Vega")
    assert bring(roster, days=2).tally.problems == []
    assert rows("SELECT given, family FROM people_contact") == [("Chi Ngozi", "Vega")]


@pytest.mark.parametrize(
    ("new_family", "another"), [("Sukarno", False), ("Vega", True), (None, True)], ids=["the same", "another", "unsaid"]
)
def test_of_a_child_with_one_name_alone_a_day_is_put_right_under_that_name(
    new_family: str | None, another: bool
) -> None:
    from fileroom.collection.imports.another import Renamed

    born, mended = AT.date(), AT.date() - timedelta(days=1)
    here = Renamed(1, "u1", "student", "", "Sukarno", born, "", new_family, mended)
    assert here.is_another() is another


def test_another_child_in_a_whole_roster_takes_nobody_from_a_school_or_a_class(bring: Import, rows: Rows) -> None:
    bring(Roster())
    roster = Roster()
    roster.row("users", "u2").update(givenName="Zoe", familyName="Smith")
    roster.row("demographics", "u2").update(birthDate="2015-01-09")
    report = bring(roster, days=1)
    assert report.tally.set_aside == 3 and report.written.ended == report.written.waiting == report.written.left == 0
    assert rows("SELECT count(*) FROM people_enrolment WHERE left_on IS NULL") == [(2,)]
    assert ("Bo", "Lindqvist") in rows("SELECT legal_given, legal_family FROM people_student")


@pytest.mark.parametrize(
    ("signs_in", "named", "set_aside"),
    [
        pytest.param(True, {"givenName": "Omar", "familyName": "Haddad", "email": "omar@d.test"}, True, id="another"),
        pytest.param(True, {"givenName": "Omar", "email": ""}, True, id="of the same family name, without an address"),
        pytest.param(True, {"givenName": "Dan", "email": "DANA@d.test"}, False, id="a given name taken"),
        pytest.param(True, {"familyName": "Ruiz-Haddad", "email": "new@d.test"}, False, id="married"),
        pytest.param(False, {"givenName": "Omar", "familyName": "Haddad"}, False, id="nothing clings to the id"),
    ],
)
def test_who_is_employed_under_another_s_id_has_not_their_account(
    signs_in: bool, named: dict[str, str], set_aside: bool, bring: Import, rows: Rows
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Employee

    roster = Roster()
    roster.row("users", "t1")["email"] = "dana@d.test"
    bring(roster)
    if signs_in:
        with district_transaction():
            dana = Employee.objects.get(source_id="t1")
        make.account("dana", employee=dana)
    roster.row("users", "t1").update(named)
    report = bring(roster, days=1)
    # The row, and then what leans on it: her class.
    assert [it.code for it in report.tally.problems] == ["another_person"] * 2 * set_aside
    assert (rows("SELECT given FROM people_employee") == [("Dana",)]) is (set_aside or "givenName" not in named)
    assert rows("SELECT left_on FROM people_employee") == [(None,)]
