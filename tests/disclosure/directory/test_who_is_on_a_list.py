"""A list names whom the law lets it name: each student is asked about, and who stays out leaves no trace."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from fileroom.people.answers import Missing, Refused
from tests import factories as make
from tests.conftest import AT
from tests.disclosure import listing
from tests.disclosure.listing import chooses, hands_over, names, prepares, rows, wanted
from tests.factories import TODAY, change, keep

if TYPE_CHECKING:
    from pathlib import Path

    from fileroom.people.models import Student

BOTH = ["Ben Ruiz", "Ana Torres"]
BEN = ["Ben Ruiz"]


@pytest.fixture
def here(district: str) -> listing.Listed:
    return listing.district()


def minded(who: Student, kind: str) -> None:
    """What is to be minded about a student is noted."""
    from fileroom.people.models import Circumstance

    keep(Circumstance(student=who, kind=kind, from_on=TODAY, noted_by=uuid4(), entry=uuid4()))


def test_a_list_names_the_students_of_the_school_by_family_name(here: listing.Listed) -> None:
    assert names(here.town.principal.by, wanted(here.town.school)) == BOTH


def test_a_family_that_refuses_is_left_out_from_that_moment_and_comes_back_once_it_withdraws(
    here: listing.Listed,
) -> None:
    from fileroom.collection.choices.services import withdraw

    town = here.town
    made = chooses(town.mother, town.ana, "directory_refused")
    assert names(town.principal.by, wanted(town.school)) == BEN
    withdraw(made.id, by=town.mother.by, at=AT)
    assert names(town.principal.by, wanted(town.school)) == BOTH


def test_a_refusal_filed_on_paper_counts_before_anybody_enters_it_as_a_choice(here: listing.Listed) -> None:
    from fileroom.collection.choices.services import withdraw_paper
    from fileroom.collection.services import Collected, Document, collect

    town = here.town
    paper = Document("refusal.txt", b"No.")
    assert isinstance(collect(town.ana.id, "directory_restriction", paper, by=town.registrar.by, at=AT), Collected)
    assert names(town.principal.by, wanted(town.school)) == BEN
    withdraw_paper(
        town.ana.id, who=town.mother.row.id, identified=True, all_signed=True, by=town.registrar.by, at=AT
    )  # fmt: skip
    assert names(town.principal.by, wanted(town.school)) == BOTH


def test_a_refusal_from_another_system_counts_before_anybody_has_counted_its_list(
    here: listing.Listed, tmp_path: Path
) -> None:
    from tests.collection.test_choices_from_another_system import brings

    brings(tmp_path / "a.csv", f"{here.town.ana.id},directory,{TODAY}")
    assert names(here.town.principal.by, wanted(here.town.school)) == BEN


@pytest.mark.parametrize("kind", ["homeless", "safe_at_home", "missing_child_flag"])
def test_what_is_to_be_minded_of_a_student_keeps_them_off(here: listing.Listed, kind: str) -> None:
    minded(here.town.ana, kind)
    assert names(here.town.principal.by, wanted(here.town.school)) == BEN


def test_a_homeless_student_is_named_with_the_familys_written_consent(here: listing.Listed) -> None:
    from fileroom.collection.choices.services import choose

    town = here.town
    minded(town.ana, "homeless")
    kind = "directory_consent_homeless"
    choose(town.ana.id, kind, who=town.mother.row.id, identified=True, by=town.principal.by, at=AT)
    assert names(town.principal.by, wanted(town.school)) == BOTH


@pytest.mark.parametrize(
    "kind", ["records_order_6323_5", "stay_away_no_records_clause", "rights_terminated", "education_rights_limited"]
)
@pytest.mark.parametrize("until", [None, TODAY - timedelta(days=1)])
def test_an_order_on_a_student_keeps_them_off_past_its_end_too(here: listing.Listed, kind: str, until: object) -> None:
    order = make.order(here.town.ana, make.contact("Al", "Quill"), kind=kind, until=until)  # type: ignore[arg-type]
    assert names(here.town.principal.by, wanted(here.town.school)) == BEN
    change(order, lifted_on=TODAY)
    assert names(here.town.principal.by, wanted(here.town.school)) == BOTH


def test_of_a_school_that_has_not_signed_for_its_papers_nobody_is_named(here: listing.Listed) -> None:
    from django.core.exceptions import ValidationError

    change(here.town.school, orders_entered_on=None)
    with pytest.raises(ValidationError, match="empty"):
        prepares(here.town.principal.by, wanted(here.town.school))


def test_a_list_without_one_student_is_byte_for_byte_that_of_a_school_the_student_never_was_at(
    here: listing.Listed,
) -> None:
    town = here.town
    chooses(town.mother, town.ana, "directory_refused")
    left_out = hands_over(town.principal.by, prepares(town.principal.by, wanted(town.school)).id)
    change(town.spell, left_on=TODAY - timedelta(days=40))
    never = hands_over(town.principal.by, prepares(town.principal.by, wanted(town.school)).id)

    whole = listing.body(left_out)
    without = whole.replace(left_out.name[5:19].encode(), b"")
    assert without == listing.body(never).replace(never.name[5:19].encode(), b"")
    assert len(without) < len(whole)


@pytest.mark.parametrize("kind", ["immigration_officer", "for_profit", "vendor", "police"])
def test_whom_the_policy_does_not_name_or_the_law_shuts_out_gets_no_list(here: listing.Listed, kind: str) -> None:
    answer = prepares(here.town.principal.by, wanted(here.town.school, kind=kind))
    assert isinstance(answer, Refused)


@pytest.mark.parametrize("purpose", ["immigration_enforcement", "registry"])
@pytest.mark.parametrize("kind", ["pta", "media", "yearbook"])
def test_no_list_serves_enforcement_or_a_registry_whoever_asks(here: listing.Listed, purpose: str, kind: str) -> None:
    answer = prepares(here.town.principal.by, wanted(here.town.school, kind=kind, purpose=purpose))
    assert isinstance(answer, Refused)
    assert answer.decision.because[0].rule.startswith(("disclosure.immigration_enforcement", "disclosure.registries"))


def test_somebody_of_another_school_makes_no_list_of_this_one(here: listing.Listed) -> None:
    elsewhere = make.staffed("elsewhere", "principal", make.school("Mesa Middle"))
    for by in (elsewhere.by, here.town.teacher.by, here.town.mother.by):
        with pytest.raises(Missing):
            prepares(by, wanted(here.town.school))
    with pytest.raises(Missing):
        prepares(here.town.principal.by, wanted(None))
    assert names(here.district.by, wanted(None)) == BOTH


def test_recruiters_get_three_fields_of_high_school_students_who_have_not_refused(here: listing.Listed) -> None:
    town = here.town
    older, refuses = make.student("Cy", "Abel", grade="11"), make.student("Di", "Bond", grade="12")
    for who in (older, refuses):
        make.enrolment(who, town.school)
    parent = make.related("rosa", refuses)
    assert parent.relation is not None
    make.custody(parent.relation)
    asked = wanted(
        town.school, kind="military_recruiter", purpose="recruitment", recipient="Sgt. Hale",
        fields=("name", "birth_date", "telephone"),
    )  # fmt: skip
    assert [row[:2] for row in rows(hands_over(town.principal.by, prepares(town.principal.by, asked).id))] == [
        ["Abel", "Cy"], ["Bond", "Di"],
    ]  # fmt: skip
    chooses(parent, refuses, "military_refused")
    made = rows(hands_over(town.principal.by, prepares(town.principal.by, asked).id))
    assert [row[:2] for row in made] == [["Abel", "Cy"]]
    assert len(made[0]) == 3  # last name, first name, telephone: the date of birth is not theirs


def test_one_copy_goes_by_the_same_policy_and_the_same_choices_as_a_list(here: listing.Listed) -> None:
    from dataclasses import replace

    from fileroom.collection.services import Collected, collect
    from fileroom.law.facts import Purpose, RequesterKind
    from tests.disclosure.releases import DANA, proposes

    town = here.town
    name = {"given": "Ana", "family": "Torres"}
    filed = collect(town.ana.id, "legal_name", name, by=town.registrar.by, at=AT)
    assert isinstance(filed, Collected)
    club = replace(DANA, kind=RequesterKind.PTA)

    def answer() -> tuple[str, bool]:
        decision = proposes(town.registrar.by, filed.record, to=club, purpose=Purpose.DIRECTORY).decision
        return str(decision.outcome), decision.silent

    assert answer() == ("may", False)
    chooses(town.mother, town.ana, "directory_refused")
    assert answer() == ("no", True)


def test_nobody_lists_persons_by_what_tells_where_they_come_from(here: listing.Listed) -> None:
    from fileroom.disclosure.directory.policy import FIELDS
    from fileroom.law.facts import Action, Question, Record, RecordKind, Requester, RequesterKind
    from fileroom.people import counsel

    keeper = Requester(kind=RequesterKind.CUSTODIAN_OF_RECORDS, has_student=True, keeps_records=True)
    for kind in ("religion", "national_origin", "ethnicity", "place_of_birth", "home_language", "birth_country"):
        asked = Question(
            on=TODAY, action=Action.COMPILE_LIST, requester=keeper, record=Record(kind=RecordKind(kind)), papers=()
        )
        assert not counsel.decide(asked).granted
        assert kind not in set(FIELDS), "and no list has a column for it"
