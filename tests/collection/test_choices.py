"""A family's choice is made by whoever holds the rights, stands until they withdraw it, and is never taken away."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from fileroom.people.answers import Missing, Refused
from tests import factories as make
from tests.attacks.browsing import browser
from tests.attacks.test_an_order_and_a_look_at_one_moment import elsewhere, waits
from tests.conftest import AT
from tests.disclosure.asking import last_entry
from tests.disclosure.listing import chooses
from tests.factories import TODAY, YEAR, change

if TYPE_CHECKING:
    from collections.abc import Callable

    from fileroom.people.models import FamilyChoice, Student

REFUSED = "directory_refused"


@pytest.fixture
def town(district: str) -> make.Town:
    return make.town()


def rows(**of: Any) -> list[FamilyChoice]:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import FamilyChoice

    with district_transaction():
        return list(FamilyChoice.objects.filter(**of).order_by("noted_at"))


def at_counter(by: Any, who: Student, chooser: Any, kind: str = REFUSED, *, identified: bool = True) -> Any:
    from fileroom.collection.choices.services import choose

    return choose(who.id, kind, who=chooser, identified=identified, by=by, at=AT)


def test_a_parent_refuses_on_the_familys_page_and_the_ledger_says_so(town: make.Town) -> None:
    done = chooses(town.mother, town.ana, REFUSED)
    (row,) = rows()
    assert (row.id, row.source, row.chosen_by, row.chosen_on) == (done.id, "form", town.mother.row.id, TODAY)
    entry = last_entry()
    assert (entry.act, entry.student, entry.part, entry.id) == ("choice:made", town.ana.id, REFUSED, done.entry)


def test_the_same_choice_once_more_is_the_same_choice(town: make.Town) -> None:
    assert chooses(town.mother, town.ana, REFUSED) == chooses(town.mother, town.ana, REFUSED)
    assert len(rows()) == 1


def test_what_is_withdrawn_stays_in_its_history_and_may_be_refused_again(town: make.Town) -> None:
    from fileroom.collection.choices.services import withdraw

    first = chooses(town.mother, town.ana, REFUSED)
    withdraw(first.id, by=town.mother.by, at=AT)
    chooses(town.mother, town.ana, REFUSED, at=AT + timedelta(hours=1))
    assert [(it.withdrawn_on, it.withdrawn_by is not None) for it in rows()] == [(TODAY, True), (None, False)]


def test_one_parent_does_not_give_back_what_the_other_has_refused(town: make.Town) -> None:
    from fileroom.collection.choices.services import Stands, withdraw

    other = make.related("other", town.ana)
    assert other.relation is not None
    make.custody(other.relation)
    made = chooses(town.mother, town.ana, REFUSED)
    done = withdraw(made.id, by=other.by, at=AT)
    assert isinstance(done, Stands) and done.says.startswith("Whoever made this choice")
    entry = last_entry()
    assert (entry.act, entry.sealed, entry.outcome, entry.id) == ("choice:refused", True, "anothers", done.entry)
    change(town.ana, birth_on=TODAY - 19 * YEAR)
    withdraw(made.id, by=make.signed_in(make.account("ana", student=town.ana)), at=AT)
    assert rows()[0].withdrawn_by == town.ana.id


@pytest.mark.parametrize("spoil", [
    lambda town: make.order(town.ana, town.mother.row),
    lambda town: change(town.ana, birth_on=TODAY - 19 * YEAR),
    lambda town: change(town.mother.relation, standing="claimed"),
    lambda town: change(town.mother.by.account, identity_verified_on=None),
], ids=["under an order", "of an adult", "only claimed", "not identified"])  # fmt: skip
def test_whoever_does_not_hold_the_rights_chooses_nothing(town: make.Town, spoil: Callable[[make.Town], Any]) -> None:
    spoil(town)
    assert isinstance(chooses(town.mother, town.ana, REFUSED), Refused)
    assert rows() == []
    entry = last_entry()
    assert (entry.act, entry.sealed) == ("choice:refused", True)


def test_a_parent_of_one_child_chooses_nothing_for_another(town: make.Town) -> None:
    assert isinstance(chooses(town.mother, town.ben, REFUSED), Refused)


def test_at_the_counter_the_employee_acts_and_the_parent_has_chosen(town: make.Town) -> None:
    at_counter(town.registrar.by, town.ana, town.mother.row.id)
    (row,) = rows()
    assert (row.source, row.chosen_by, row.noted_by) == ("counter", town.mother.row.id, town.registrar.by.account.id)
    assert last_entry().actor.role == "registrar"


@pytest.mark.parametrize("who", ["teacher", "stranger"])
def test_whose_work_it_is_not_notes_no_choice(town: make.Town, who: str) -> None:
    by = town.teacher.by if who == "teacher" else make.staffed("far", "registrar", make.school("Mesa Middle")).by
    assert isinstance(at_counter(by, town.ana, town.mother.row.id), Refused)
    assert rows() == []


def test_nobody_whose_id_was_not_seen_chooses_at_the_counter(town: make.Town) -> None:
    assert isinstance(at_counter(town.registrar.by, town.ana, town.mother.row.id, identified=False), Refused)


def test_who_is_on_no_file_of_the_student_chooses_nothing(town: make.Town) -> None:
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError):
        at_counter(town.registrar.by, town.ana, make.contact("Al", "Quill").id)


def test_a_homeless_familys_consent_is_signed_and_no_familys_page_tells_of_it(town: make.Town) -> None:
    from django.core.exceptions import ValidationError

    kind = "directory_consent_homeless"
    with pytest.raises(ValidationError, match="paper"):
        chooses(town.mother, town.ana, kind)
    at_counter(town.principal.by, town.ana, town.mother.row.id, kind)
    assert last_entry().sealed
    assert kind not in browser(town.mother.by).get(f"/family/{town.ana.id}/choices/").content.decode()
    assert "fixed home" not in browser(town.teacher.by).get(f"/students/{town.ana.id}/choices/").content.decode()
    assert "fixed home" in browser(town.principal.by).get(f"/students/{town.ana.id}/choices/").content.decode()


def test_the_page_of_choices_is_to_the_restrained_what_it_is_to_a_stranger(town: make.Town) -> None:
    father, stranger = make.related("father", town.ana), make.related("stranger", None)
    make.order(town.ana, father.row)
    pages = [browser(it.by).get(f"/family/{town.ana.id}/choices/") for it in (father, stranger)]
    assert pages[0].content.count(b"<h1") == 1
    assert [it.status_code for it in pages] == [200, 200]
    assert b"Refuse" not in pages[0].content


def minds(by: Any, who: Student, kind: str = "safe_at_home") -> Any:
    from fileroom.people.circumstances import note

    return note(who.id, kind, by=by, at=AT)


def test_what_is_to_be_minded_is_noted_under_seal_by_who_keeps_the_file_and_is_over_by_their_word(
    town: make.Town,
) -> None:
    from fileroom.people.circumstances import end, of_student

    first = minds(town.principal.by, town.ana, "homeless")
    assert minds(town.principal.by, town.ana, "homeless") == first
    assert last_entry().sealed
    end(town.ana.id, "homeless", by=town.principal.by, at=AT)
    (it,) = of_student(town.ana.id, by=town.principal.by, at=AT) or ()
    assert it.over_on == TODAY
    with pytest.raises(Missing):
        end(town.ana.id, "homeless", by=town.principal.by, at=AT)


def test_a_teacher_neither_notes_nor_sees_what_is_to_be_minded(town: make.Town) -> None:
    from fileroom.people.circumstances import of_student

    minds(town.principal.by, town.ana)
    assert isinstance(minds(town.teacher.by, town.ana), Refused)
    assert of_student(town.ana.id, by=town.teacher.by, at=AT) is None


def on_paper(town: make.Town, *, at: datetime = AT) -> None:
    """A refusal of directory information is filed."""
    from fileroom.collection.services import Collected, Document, collect

    paper = Document("refusal.txt", b"No.")
    assert isinstance(collect(town.ana.id, "directory_restriction", paper, by=town.registrar.by, at=at), Collected)


def test_a_refusal_on_paper_stands_on_the_familys_page_and_at_the_counter(town: make.Town) -> None:
    on_paper(town)
    page = browser(town.mother.by).get(f"/family/{town.ana.id}/choices/").content.decode()
    assert "It was refused on paper" in page and "Allow it again" not in page
    assert "Refused on paper" in browser(town.registrar.by).get(f"/students/{town.ana.id}/choices/").content.decode()


def test_a_refusal_on_paper_is_taken_back_once_all_have_signed_and_counts_again_when_it_is_filed_anew(
    town: make.Town,
) -> None:
    from fileroom.collection.choices.services import Done, Stands, withdraw_paper
    from fileroom.hosting import district_transaction
    from fileroom.records.queries import refusing_on_paper

    def takes_back(by: Any, **said: Any) -> Any:
        return withdraw_paper(town.ana.id, who=town.mother.row.id, identified=True, by=by, at=AT, **said)

    def counts() -> bool:
        with district_transaction():
            return bool(refusing_on_paper(town.ana.id))

    with pytest.raises(Missing):
        takes_back(town.registrar.by, all_signed=True)
    on_paper(town)
    for by, said in ((town.registrar.by, {}), (town.mother.by, {"all_signed": True})):
        done = takes_back(by, **said)
        assert isinstance(done, Stands) and done.why == "of_nobody" and counts()
    assert isinstance(takes_back(town.registrar.by, all_signed=True), Done)
    assert not counts() and last_entry().act == "choice:withdrawn"
    with pytest.raises(Missing):
        takes_back(town.registrar.by, all_signed=True)
    on_paper(town, at=AT + timedelta(days=1))
    assert counts()


def test_a_refusal_on_paper_waits_for_a_list_in_the_making_as_a_choice_does(town: make.Town, installation: Any) -> None:
    from fileroom.hosting import durable
    from fileroom.people.listed import no_change_meanwhile

    with ThreadPoolExecutor(1) as hands:
        with durable():
            no_change_meanwhile()
            filing = hands.submit(elsewhere(lambda: on_paper(town)))
            waits(installation, "advisory")
            assert not filing.done()
        filing.result(10)


def test_a_refusal_entered_as_a_choice_is_counted_with_the_drawer(town: make.Town) -> None:
    from fileroom.collection.orders.opening import Drawer, Signed, sign_for_orders

    chooses(town.mother, town.ana, REFUSED)
    drawer = Drawer(orders=0, restrictions=1, cards=0)
    assert isinstance(sign_for_orders(town.school.id, drawer, by=town.principal.by, at=AT), Signed)


def signs_with(town: make.Town, **drawer: int) -> Any:
    from fileroom.collection.orders.opening import Drawer, sign_for_orders

    counted = Drawer(**{"orders": 0, "restrictions": 0, "cards": 0} | drawer)
    return sign_for_orders(town.school.id, counted, by=town.principal.by, at=AT)


def test_every_refusal_that_a_drawer_may_hold_is_entered_on_a_page(town: make.Town) -> None:
    from fileroom.collection.orders.opening import Signed

    chooses(town.mother, town.ana, "screening_refused")
    assert last_entry().act == "choice:made" and not last_entry().sealed
    at_counter(town.registrar.by, town.ana, town.mother.row.id, "left_out_of_minutes")
    assert "casework.family_choices.minutes_of_the_board" in last_entry().rules
    assert isinstance(signs_with(town, others=2), Signed)


def test_minutes_are_asked_in_writing_and_the_familys_page_says_of_whom(town: make.Town) -> None:
    from django.core.exceptions import ValidationError

    kind = "left_out_of_minutes"
    with pytest.raises(ValidationError, match="paper"):
        chooses(town.mother, town.ana, kind)
    at_counter(town.registrar.by, town.ana, town.mother.row.id, kind)
    page = browser(town.mother.by).get(f"/family/{town.ana.id}/choices/").content.decode()
    card = page.partition(f'aria-labelledby="{kind}"')[2].partition("</section>")[0]
    assert "clerk of the Board" in card and "Refused" in card and "<button" not in card
    change(town.ana, birth_on=TODAY - 19 * YEAR)
    assert isinstance(at_counter(town.registrar.by, town.ana, town.mother.row.id, kind), Refused)
