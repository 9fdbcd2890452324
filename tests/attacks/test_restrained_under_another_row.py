"""A person whom a court keeps from the records opens nothing as a second row of the file, or as an employee."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from fileroom.disclosure.shown import Recipient
from fileroom.law.facts import Purpose
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import asks, entries, filed, last_entry, looks, outcome
from tests.disclosure.releases import DANA, consent, hands_over, opened_of
from tests.factories import TODAY, change

if TYPE_CHECKING:
    from fileroom.people.models import Contact, CourtOrder
    from fileroom.people.signed_in import SignedIn

YESTERDAY = TODAY - timedelta(days=1)
KINDS = ("records_order_6323_5", "stay_away_no_records_clause", "rights_terminated", "education_rights_limited")


def bound(town: make.Town, *, kind: str = "records_order_6323_5", until: object = None) -> tuple[Contact, CourtOrder]:
    """Victor Torres, Ana's father, whom an order binds."""
    victor = make.contact("Victor", "Torres")
    make.relationship(town.ana, victor)
    return victor, make.order(town.ana, victor, kind=kind, until=until)  # type: ignore[arg-type]


def another_row(town: make.Town, given: str, family: str) -> make.Related:
    """A second contact of Ana's, as a roster brings him under its own id; the office has verified him as her parent."""
    row = make.contact(given, family)
    relation = make.relationship(town.ana, row)
    make.custody(relation)
    return make.Related(row, relation, make.signed_in(make.account("another-row", contact=row)))


@pytest.mark.parametrize("kind", KINDS)
def test_a_second_row_of_the_person_an_order_binds_opens_nothing(town: make.Town, kind: str) -> None:
    twin = another_row(town, "Victor", "Torres")
    assert outcome(twin.by, town.ana) == "must"
    bound(town, kind=kind)
    answer = asks(twin.by, town.ana)
    assert (answer.decision.outcome, answer.decision.silent) == ("needs_more", True)
    assert outcome(town.mother.by, town.ana) == "must"


@pytest.mark.parametrize(
    ("given", "family"),
    [("VÍCTOR", "torres"), ("V.", "Torres"), ("Victor Manuel", "Torres"), ("Torres", "Victor"), ("?", "-")],
)
def test_however_the_second_row_is_spelt(town: make.Town, given: str, family: str) -> None:
    bound(town)
    assert asks(another_row(town, given, family).by, town.ana).decision.silent


def test_an_order_whose_person_has_a_name_without_a_letter_is_in_doubt_for_all_but_the_one_it_protects(
    town: make.Town,
) -> None:
    nobody = make.contact("-", "?")
    order = make.order(town.ana, nobody)
    other = another_row(town, "Dana", "Roe")
    change(order, protected=town.mother.row)
    assert (outcome(town.mother.by, town.ana), outcome(other.by, town.ana)) == ("must", "needs_more")


def test_a_parent_of_the_family_name_alone_is_another_person(town: make.Town) -> None:
    bound(town)
    assert outcome(another_row(town, "Miguel", "Torres").by, town.ana) == "must"


def test_past_its_end_the_second_row_waits_too_and_once_it_is_lifted_no_longer(town: make.Town) -> None:
    _, order = bound(town, until=YESTERDAY)
    twin = another_row(town, "Victor", "Torres")
    assert outcome(twin.by, town.ana) == "needs_more"
    change(order, lifted_on=TODAY)
    assert outcome(twin.by, town.ana) == "must"


def test_the_one_an_order_protects_is_not_taken_for_the_one_it_binds(town: make.Town) -> None:
    _, order = bound(town)
    wife = another_row(town, "Victoria", "Torres")
    change(wife.row, given="V.")
    assert outcome(wife.by, town.ana) == "needs_more"
    change(order, protected=wife.row)
    assert outcome(wife.by, town.ana) == "must"


def test_by_one_persons_word_at_the_counter_his_second_row_is_not_whom_the_order_protects(town: make.Town) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrder
    from tests.collection.orders.filing import files, terms

    twin = another_row(town, "Víctor M.", "Torres")
    victor = make.contact("Victor", "Torres")
    make.relationship(town.ana, victor)
    for said in ({"restrained": victor.id}, {"restrained": None, "named": ("Victor", "Torres")}):
        his = replace(terms(town, victor.id), protected=twin.row.id, **said)
        with pytest.raises(ValidationError, match="entered twice"):
            files(his, town.registrar.by)
    files(replace(terms(town, victor.id), protected=town.mother.row.id), town.registrar.by)
    with district_transaction():
        assert CourtOrder.objects.get().protected_id == town.mother.row.id
    assert asks(twin.by, town.ana).decision.silent


def test_at_the_counter_and_on_the_form_of_a_copy_the_second_row_gets_nothing(town: make.Town) -> None:
    from fileroom.disclosure.answers import Asker, answer
    from fileroom.programmes.enforcement.visits import at_the_counter

    bound(town)
    twin, record = another_row(town, "Victor", "Torres"), filed(town.registrar.by, town.ana)
    asked = answer(
        town.ana.id,
        Asker(f"contact-{twin.row.id}", identity_checked=True),
        enter=at_the_counter,
        by=town.registrar.by,
        at=AT,
    )
    assert (asked.decision.granted, asked.decision.silent) == (False, True)
    to = Recipient("", on_file=twin.row.id, identity_checked=True)
    copy = hands_over(town.registrar.by, record, to=to, purpose=Purpose.INSPECTION)
    assert (copy.decision.granted, copy.decision.silent) == (False, True)
    assert opened_of(record) == []


def test_the_second_rows_consent_opens_nothing_to_anybody(town: make.Town) -> None:
    bound(town)
    twin, record = another_row(town, "Victor", "Torres"), filed(town.registrar.by, town.ana)
    shown = replace(consent(town), by=twin.row.id)
    given = hands_over(town.registrar.by, record, shown, to=DANA, purpose=Purpose.LITIGATION)
    assert not given.decision.granted
    assert opened_of(record) == []


def employed(town: make.Town, role: str, given: str = "Victor", family: str = "Torres") -> SignedIn:
    """An employee of this name who works with Ana in this role."""
    from fileroom.people.models import SectionTeacher

    row = make.employee(given, family)
    if role == "custodian":
        make.custodian(row, None)
    else:
        make.assignment(row, role, town.school)
    if role == "teacher":
        make.keep(SectionTeacher(section=town.teaches.section, employee=row))
    return make.signed_in(make.account(f"staff-{role}", employee=row))


@pytest.mark.parametrize("role", ["registrar", "principal", "teacher", "custodian"])
def test_an_employee_whom_an_order_binds_opens_nothing_of_the_child_by_the_office(town: make.Town, role: str) -> None:
    by, record = employed(town, role), filed(town.registrar.by, town.ana)
    assert outcome(by, town.ana) == "must"
    bound(town)
    for answer in (asks(by, town.ana), looks(by, record)):
        assert (answer.decision.outcome, answer.decision.silent) == ("no", True)
        assert (last_entry().act, last_entry().actor.role, last_entry().sealed) == (
            "disclosure:refused",
            "somebody",
            False,
        )
    assert opened_of(record) == []


def test_the_order_binds_the_employee_for_this_child_and_no_other(town: make.Town) -> None:
    by = employed(town, "registrar")
    bound(town)
    assert (outcome(by, town.ana), outcome(by, town.ben)) == ("no", "must")


def test_of_an_employee_with_the_family_name_alone_it_is_not_known(town: make.Town) -> None:
    by = employed(town, "registrar", "Miguel")
    bound(town)
    answer = asks(by, town.ana)
    assert (answer.decision.outcome, answer.decision.silent) == ("needs_more", True)
    assert outcome(town.registrar.by, town.ana) == "must"


def test_an_employee_under_an_order_past_its_end_waits_and_once_it_is_lifted_works_again(town: make.Town) -> None:
    by = employed(town, "registrar")
    _, order = bound(town, until=YESTERDAY)
    assert outcome(by, town.ana) == "needs_more"
    change(order, lifted_on=TODAY)
    assert outcome(by, town.ana) == "must"


def test_an_employee_kept_away_without_a_word_of_records_waits_for_counsel(town: make.Town) -> None:
    by = employed(town, "teacher")
    bound(town, kind="stay_away_no_records_clause")
    assert asks(by, town.ana).decision.silent


def test_a_search_does_not_show_the_child_to_the_employee_whom_the_order_binds(town: make.Town) -> None:
    from fileroom.disclosure.searching import search

    by = employed(town, "registrar")
    bound(town)
    assert search("Torres", by=by, at=AT).students == ()
    assert [it.name for it in search("Ruiz", by=by, at=AT).students] == ["Ben Ruiz"]


def test_the_employee_whom_the_order_binds_files_nothing_and_verifies_nobody(town: make.Town) -> None:
    from fileroom.collection.services import collect
    from fileroom.people.answers import Refused
    from fileroom.people.services import verify_relationship

    by = employed(town, "registrar")
    bound(town)
    claim = make.related("claims", town.ana, verified=False)
    fields = {"observed_on": "2026-10-01", "text": "Helps.", "signed_by": "V. Torres"}
    kept_out = collect(town.ana.id, "counsellor_or_teacher_rating", fields, by=by, at=AT)
    assert isinstance(kept_out, Refused)
    assert claim.relation is not None
    answer = verify_relationship(claim.relation.id, method="birth_record", seen_on=TODAY, by=by, at=AT)
    assert isinstance(answer, Refused) and answer.decision.silent
    assert last_entry().sealed
    assert not {"record:collected", "rights:verified"} & {it.act.value for it in entries()}
