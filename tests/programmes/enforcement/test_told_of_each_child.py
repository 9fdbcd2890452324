"""The telling is owed for each child: what newly names one has it owed again, whoever was told before, or was not."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.programmes.enforcement.encounters import Asker
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import filed
from tests.disclosure.releases import proposes
from tests.programmes.enforcement.coming import (
    HEAD,
    RIGHTS,
    answers,
    closes,
    comes,
    discharged,
    letters,
    of_no_harm,
    owed,
    read,
    row,
    says_done,
    sends,
    shows,
)

if TYPE_CHECKING:
    from fileroom.people.models import Student

FAMILY = "disclosure.immigration_enforcement.notify_parent_after"
HEARS = "programmes.immigration_requests.ask_whether_home_hears"
OVER = "disclosure.court_process_limits.review_at_expiry"
GAG: dict[str, Any] = {"court": "federal", "judge": "yes", "signed": "yes", "matches": "yes", "silence": "yes"}
TOLD = "notify_parent_after"
LATER = AT + timedelta(minutes=20)


@pytest.fixture
def pat(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


@pytest.fixture
def dad(town: make.Town) -> make.Related:
    """Ben's father."""
    return make.related("dad", town.ben)


def noted(town: make.Town, student: UUID, at: datetime = AT) -> None:
    """An officer is noted on this student's file, and the letter lies ready as at the door."""
    from fileroom.disclosure.answers import Asker as Somebody
    from fileroom.disclosure.answers import answer
    from fileroom.programmes.enforcement.family_letter import Desk
    from fileroom.programmes.enforcement.letters_at_once import with_letters
    from fileroom.programmes.enforcement.visits import at_the_counter

    enter = with_letters(at_the_counter, Desk(HEAD, RIGHTS))
    answer(student, Somebody("officer"), enter=enter, by=town.registrar.by, at=at)


def only() -> UUID:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import EnforcementRequest

    with district_transaction():
        return EnforcementRequest.objects.get().id


def test_where_there_was_nobody_to_tell_and_then_they_ask_for_a_student_a_family_is_to_be_told(
    town: make.Town, pat: make.Staffed
) -> None:
    from fileroom.programmes.enforcement.family_letter import Desk
    from fileroom.programmes.enforcement.notices import Prepared, prepare
    from fileroom.programmes.enforcement.recipients import To

    of = comes(town.registrar.by, "immigration").id
    answers(of, town.registrar.by, wants=("entry",))
    says_done(of, FAMILY, pat.by, otherwise=True)
    answers(of, town.registrar.by, wants=("entry", "staff"))
    assert TOLD not in owed(of), "neither is a child"
    answers(of, town.registrar.by, wants=("entry", "student"))
    assert TOLD in owed(of)
    to = To(town.ana.id, town.mother.row.id)
    made = prepare(uuid4(), of, to, Desk(HEAD, RIGHTS), language="en", way="handed", by=pat.by, at=AT)
    assert isinstance(made, Prepared)
    answers(of, town.registrar.by, wants=("student",))
    assert len(letters(of)) == 1


def test_whom_they_ask_for_on_another_childs_file_after_the_first_family_was_told_is_told_too(
    town: make.Town, pat: make.Staffed, dad: make.Related
) -> None:
    noted(town, town.ana.id)
    of = only()
    (first,) = letters(of)
    of_no_harm(of, pat.by)
    sends(first, pat.by, language="en")
    assert TOLD not in owed(of)
    noted(town, town.ana.id, LATER)
    assert TOLD not in owed(of) and not letters(of), "it is the same child"
    noted(town, town.ben.id, LATER)
    assert only() == of and TOLD in owed(of)
    (second,) = letters(of)
    assert "Ben" in read(second, pat.by, language="en")
    assert isinstance(sends(second, pat.by, language="en"), UUID)
    assert TOLD not in owed(of)


def test_a_paper_that_is_new_may_name_another_child(town: make.Town, pat: make.Staffed) -> None:
    of = comes(town.registrar.by, "immigration").id
    says_done(of, FAMILY, pat.by)
    shows(of, town.registrar.by, "i_200")
    assert TOLD in owed(of)


def test_another_child_breaks_no_silence(town: make.Town, pat: make.Staffed) -> None:
    noted(town, town.ana.id)
    of = only()
    shows(of, town.registrar.by, "ao_93", **GAG)
    noted(town, town.ben.id, LATER)
    answers(of, town.registrar.by, wants=("student", "records"))
    assert TOLD not in owed(of) and "do_not_notify_parent" in owed(of)
    says_done(of, OVER, pat.by)
    assert TOLD in owed(of)


def test_nor_counsels_no_and_counsel_is_asked_of_the_other_child(town: make.Town, pat: make.Staffed) -> None:
    noted(town, town.ana.id)
    of, lee = only(), make.staffed("lee", "counsel", None)
    answers(of, town.registrar.by, asker=Asker.CHILD_WELFARE, joined="not_seen")
    says_done(of, HEARS, lee.by, otherwise=True)
    answers(of, town.registrar.by, asker=Asker.POLICE, joined="yes", harm="no", wants=("records",))
    says_done(of, HEARS, lee.by, otherwise=True)
    answers(of, town.registrar.by, asker=Asker.POLICE, joined="yes", wants=("records", "student"))
    assert not {TOLD, "ask_whether_home_hears"} & set(owed(of)), "what counsel has said stands"
    noted(town, town.ben.id, LATER)
    assert only() == of and TOLD not in owed(of)
    assert owed(of)["ask_whether_home_hears"] == make.TODAY
    with pytest.raises(ValidationError, match="counsel has not said"):
        sends(letters(of)[0], pat.by, language="en")


def test_of_an_inquiry_counsel_is_asked_anew_when_they_ask_for_a_student_first_then(
    town: make.Town, pat: make.Staffed
) -> None:
    """Counsel had said that the home may hear, and of the halls alone there was nobody to tell."""
    of, lee = comes(town.registrar.by, "police").id, make.staffed("lee", "counsel", None)
    answers(of, town.registrar.by, joined="yes")
    says_done(of, HEARS, lee.by)
    answers(of, town.registrar.by, joined="yes", wants=("entry",))
    says_done(of, FAMILY, pat.by, otherwise=True, at=LATER)
    answers(of, town.registrar.by, joined="yes", wants=("entry", "staff"))
    assert not {TOLD, "ask_whether_home_hears"} & set(owed(of)), "neither is a child"
    answers(of, town.registrar.by, joined="yes", wants=("entry", "student"))
    assert owed(of)["ask_whether_home_hears"] == make.TODAY and TOLD not in owed(of)


def test_while_a_letter_lies_ready_there_is_somebody_to_tell(town: make.Town, pat: make.Staffed) -> None:
    from fileroom.programmes.enforcement.notices import drop

    noted(town, town.ana.id)
    of = only()
    with pytest.raises(ValidationError, match="lies ready"):
        says_done(of, FAMILY, pat.by, otherwise=True)
    discharged(of, pat.by)
    with pytest.raises(ValidationError, match="lies ready"):
        closes(of, pat.by)
    drop(letters(of)[0], by=pat.by, at=AT)
    closes(of, pat.by)
    assert row(of).closed_at == AT


def test_a_record_that_the_same_paper_names_after_the_request_was_closed_is_another_request(
    town: make.Town, pat: make.Staffed
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.law.facts import Purpose
    from fileroom.programmes.models import EnforcementRequest

    def asks(of: Student) -> set[UUID]:
        proposes(town.registrar.by, filed(town.registrar.by, of), purpose=Purpose.IMMIGRATION_ENFORCEMENT)
        with district_transaction():
            return set(EnforcementRequest.objects.values_list("id", flat=True))

    (first,) = asks(town.ana)
    assert asks(town.ana) == {first}, "as long as it is open it is one"
    discharged(first, pat.by)
    closes(first, pat.by)
    (second,) = asks(town.ben) - {first}
    assert TOLD in owed(second)
    assert asks(town.ben) == {first, second}, "and the next is one too"
