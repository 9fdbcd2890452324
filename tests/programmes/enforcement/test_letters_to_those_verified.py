"""The letter tells where the child is: it lies ready for parents, guardians and rights holders of whom it is verified
that they are, goes to nobody who only claims to be one, and is handed over to whoever has shown who they are."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser
from tests.disclosure.asking import entries
from tests.programmes.enforcement.coming import comes, owed, sends
from tests.programmes.enforcement.test_family_notices import Case, prepared
from tests.programmes.enforcement.test_family_notices import case as case
from tests.programmes.enforcement.test_letters_lie_ready import OFFICER, rows


def stands(who: make.Related, kind: str, standing: str = "verified") -> make.Related:
    """On file as this, and so far found to be it."""
    assert who.relation is not None
    proof = {"verified_on": make.TODAY, "verified_by": uuid4(), "verified_how": "birth_record"}
    none = {"verified_on": None, "verified_by": None, "verified_how": ""}
    make.change(who.relation, kind=kind, standing=standing, **(proof if standing == "verified" else none))
    return who


def ready(town: make.Town) -> int:
    """How many letters lie ready once somebody is noted on Ana's file."""
    assert browser(town.registrar.by).post(f"/students/{town.ana.id}/", OFFICER).status_code == 302
    return len(rows()[1])


@pytest.mark.parametrize(
    ("kind", "standing", "letters"),
    [
        ("parent", "verified", 2),
        ("guardian", "verified", 2),
        ("educational_rights_holder", "verified", 2),
        ("parent", "claimed", 1),
        ("guardian", "claimed", 1),
        ("stepparent", "verified", 1),
        ("caregiver", "verified", 1),
        ("relative", "verified", 1),
    ],
)
def test_a_letter_lies_ready_for_those_alone_who_answer_for_the_child(
    town: make.Town, kind: str, standing: str, letters: int
) -> None:
    stands(make.related("other", town.ana), kind, standing)
    assert ready(town) == letters, "one of them is her mother's"


def test_a_stepparent_to_whom_a_court_gave_the_rights_is_written_to(town: make.Town) -> None:
    other = stands(make.related("other", town.ana), "stepparent")
    assert other.relation is not None
    make.change(make.custody(other.relation), education_rights=True)
    assert ready(town) == 2


def test_who_only_claims_to_be_a_parent_is_listed_to_be_verified_and_not_written_to(case: Case) -> None:
    other = stands(make.related("claimant", case.town.ana), "parent", "claimed")
    page = browser(case.office.by).get(f"/enforcement/{case.request}/family/?student={case.town.ana.id}")
    shown = page.content.decode()
    assert "Claimant Torres" in shown and "Claimed: verify first" in shown
    assert f'value="{other.row.id}"' not in shown and f'value="{case.town.mother.row.id}"' in shown
    assert f"/students/{case.town.ana.id}/people/" in shown
    with pytest.raises(ValidationError, match="verify first"):
        case.prepares(other.row.id)
    stands(other, "parent")
    assert isinstance(case.sends(prepared(case.prepares(other.row.id))), UUID)


def test_a_letter_of_before_to_one_of_whom_it_is_not_verified_is_not_sent(case: Case) -> None:
    other = make.related("claimant", case.town.ana)
    letter = prepared(case.prepares(other.row.id))
    stands(other, "parent", "claimed")
    with pytest.raises(ValidationError, match="verify first"):
        case.sends(letter)


def test_a_stepparent_is_written_to_where_the_designee_chooses_them(case: Case) -> None:
    other = stands(make.related("other", case.town.ana), "stepparent")
    assert isinstance(case.sends(prepared(case.prepares(other.row.id))), UUID)


def test_nothing_is_handed_over_to_whoever_has_not_shown_their_id(case: Case) -> None:
    letter, mailed = prepared(case.prepares()), prepared(case.prepares(way="mailed"))
    with pytest.raises(ValidationError, match="Look at their ID"):
        sends(letter, case.office.by, identified=False)
    assert "notify_parent_after" in owed(case.request)
    page = browser(case.office.by).get(f"/enforcement/{case.request}/").content.decode()
    assert page.count("I have looked at their ID") == 1, "of what is mailed nobody is asked"
    assert isinstance(sends(mailed, case.office.by, identified=False), UUID)
    assert isinstance(sends(letter, case.office.by), UUID)
    sent = [it for it in entries() if it.act.value == "enforcement:notice_sent"]
    assert [it.part for it in sent] == ["", "identity"]


def test_the_letter_at_the_counter_has_no_name_and_lies_ready_for_nobody(town: make.Town) -> None:
    comes(town.registrar.by, "immigration")
    assert rows()[1] == []
