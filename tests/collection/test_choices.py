"""A family's choice is made by whoever holds the rights, stands until they withdraw it, and is never taken away."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from fileroom.people.answers import Missing, Refused
from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure.asking import entries, last_entry
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
    from django.core.exceptions import ValidationError

    from fileroom.collection.choices.services import withdraw

    other = make.related("other", town.ana)
    assert other.relation is not None
    make.custody(other.relation)
    made = chooses(town.mother, town.ana, REFUSED)
    with pytest.raises(ValidationError, match="Whoever made this choice"):
        withdraw(made.id, by=other.by, at=AT)
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


def brings(path: Path, *lines: str, dry_run: bool = False) -> Any:
    from fileroom.collection.choices.imports import import_choices
    from fileroom.ledger.services import Actor

    path.write_text("\n".join(["student_id,choice,chosen_on", *lines]) + "\n")
    return import_choices(path, by=Actor(account=None, role="system", door="cli"), at=AT, dry_run=dry_run)


@pytest.fixture
def keeper(town: make.Town) -> make.Staffed:
    helen = make.staffed("helen", "registrar", None)
    make.custodian(helen.row, None)
    return helen


def test_imported_choices_count_once_a_second_person_has_counted_them(
    town: make.Town, keeper: make.Staffed, tmp_path: Path
) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.choices.confirming import confirm, waiting

    report = brings(tmp_path / "a.csv", f"{town.ana.id},directory,2026-09-01", f"{town.ben.id},military,2026-09-02")
    assert report.written.new == 2 and rows() == []
    (batch,) = waiting(by=keeper.by, at=AT)
    with pytest.raises(Missing):
        confirm(batch.id, counted=2, by=town.principal.by, at=AT)
    with pytest.raises(ValidationError, match="Another number"):
        confirm(batch.id, counted=3, by=keeper.by, at=AT)
    assert rows() == []
    before = len(entries())
    assert confirm(batch.id, counted=2, by=keeper.by, at=AT) == 2
    assert {(it.student_id, it.kind, it.source) for it in rows()} == {
        (town.ana.id, REFUSED, "imported"), (town.ben.id, "military_refused", "imported"),
    }  # fmt: skip
    assert [str(it.act) for it in entries()[before:]].count("choice:made") == 2
    assert waiting(by=keeper.by, at=AT) == ()


def test_whoever_agrees_counts_the_list_as_it_came_with_the_rows_that_were_set_aside(
    town: make.Town, keeper: make.Staffed, tmp_path: Path
) -> None:
    from fileroom.collection.choices.confirming import confirm, waiting

    brings(tmp_path / "a.csv", f"{town.ana.id},directory,2026-09-01", "nobody,directory,2026-09-01")
    (batch,) = waiting(by=keeper.by, at=AT)
    assert confirm(batch.id, counted=2, by=keeper.by, at=AT) == 1


def test_a_batch_that_is_turned_back_counts_never(town: make.Town, keeper: make.Staffed, tmp_path: Path) -> None:
    from fileroom.collection.choices.confirming import turn_back, waiting

    brings(tmp_path / "a.csv", f"{town.ana.id},directory,2026-09-01")
    (batch,) = waiting(by=keeper.by, at=AT)
    turn_back(batch.id, by=keeper.by, at=AT)
    assert rows() == [] and waiting(by=keeper.by, at=AT) == ()
    assert brings(tmp_path / "a.csv", f"{town.ana.id},directory,2026-09-01").written.new == 1


def test_a_dry_run_says_in_words_what_would_wait_and_writes_nothing(
    town: make.Town, keeper: make.Staffed, tmp_path: Path
) -> None:
    from fileroom.collection.choices.confirming import waiting

    before = len(entries())
    report = brings(tmp_path / "a.csv", f"{town.ana.id},directory,2026-09-01", dry_run=True)
    assert "1 directory. They would wait for a second person" in report.in_words()
    assert waiting(by=keeper.by, at=AT) == () and len(entries()) == before


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        ("nobody,directory,2026-09-01", "student_id", "dangling_id"),
        (",directory,2026-09-01", "student_id", "empty_required"),
        ("{ana},photograph,2026-09-01", "choice", "bad_enum"),
        ("{ana},directory_consent_homeless,2026-09-01", "choice", "bad_enum"),
        ("{ana},directory,2027-09-01", "chosen_on", "impossible_date"),
        ("{ana},directory,soon", "chosen_on", "impossible_date"),
    ],
)
def test_a_row_that_cannot_stand_is_named_by_file_row_and_column(
    town: make.Town, tmp_path: Path, line: str, column: str, code: str
) -> None:
    report = brings(tmp_path / "a.csv", f"{town.ben.id},college,2026-09-01", line.format(ana=town.ana.id))
    (problem,) = report.tally.problems
    assert (problem.file, problem.row, problem.column, problem.code) == ("a.csv", 3, column, code)
    assert report.written.new == 1


def test_every_choice_of_a_familys_page_may_be_imported_and_none_that_is_signed(district: str) -> None:
    from fileroom.collection.choices.imports import SAID
    from fileroom.collection.choices.kinds import ON_A_PAGE

    assert sorted(SAID.values()) == sorted(ON_A_PAGE)


def test_a_refusal_entered_as_a_choice_is_counted_with_the_drawer(town: make.Town) -> None:
    from fileroom.collection.orders.opening import Drawer, Signed, sign_for_orders

    chooses(town.mother, town.ana, REFUSED)
    drawer = Drawer(orders=0, restrictions=1, cards=0)
    assert isinstance(sign_for_orders(town.school.id, drawer, by=town.principal.by, at=AT), Signed)
