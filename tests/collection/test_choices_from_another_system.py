"""What another system says that families have refused counts at once; a second person counts the list, and sees what
was lost on its way."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from fileroom.people.answers import Missing
from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection.test_choices import REFUSED, rows
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.disclosure.listing import chooses
from tests.factories import TODAY


@pytest.fixture
def town(district: str) -> make.Town:
    return make.town()


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


def of_choices() -> list[Any]:
    """The duties to count such a list, open or not."""
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        return list(Duty.objects.filter(room="choices"))


def the_only_batch(by: Any) -> Any:
    from fileroom.collection.choices.confirming import waiting

    (batch,) = waiting(by=by, at=AT)
    return batch


def test_imported_refusals_count_at_once_and_a_second_person_counts_the_list(
    town: make.Town, keeper: make.Staffed, tmp_path: Path
) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.choices.confirming import confirm, waiting

    before = len(entries())
    report = brings(tmp_path / "a.csv", f"{town.ana.id},directory,2026-09-01", f"{town.ben.id},military,2026-09-02")
    assert report.written.new == 2
    assert {(it.student_id, it.kind, it.source) for it in rows()} == {
        (town.ana.id, REFUSED, "imported"), (town.ben.id, "military_refused", "imported"),
    }  # fmt: skip
    assert [str(it.act) for it in entries()[before:]].count("choice:made") == 2
    batch = the_only_batch(keeper.by)
    with pytest.raises(Missing):
        confirm(batch.id, counted=2, by=town.principal.by, at=AT)
    with pytest.raises(ValidationError, match="Another number"):
        confirm(batch.id, counted=3, by=keeper.by, at=AT)
    agreed = confirm(batch.id, counted=2, by=keeper.by, at=AT)
    assert (agreed.came, agreed.counts, agreed.stood, agreed.aside) == (2, 2, 0, 0)
    assert waiting(by=keeper.by, at=AT) == () and len(rows()) == 2


def test_to_count_such_a_list_is_owed_the_next_school_day_until_somebody_has(
    town: make.Town, keeper: make.Staffed, tmp_path: Path
) -> None:
    from fileroom.collection.choices.confirming import confirm
    from fileroom.web.owed import page

    brings(tmp_path / "a.csv", f"{town.ana.id},directory,2026-09-01")
    (owed,) = of_choices()
    assert (owed.office, owed.school, owed.due_on, owed.done_at) == (
        "custodian", None, TODAY + timedelta(days=1), None,
    )  # fmt: skip
    assert [it["link"] for it in page(by=keeper.by, at=AT).rows] == ["/directory/choices/"]
    confirm(the_only_batch(keeper.by).id, counted=1, by=keeper.by, at=AT)
    (owed,) = of_choices()
    assert owed.done_at == AT and not owed.moot


def test_the_policys_page_asks_for_attention_until_somebody_has_counted_it(
    town: make.Town, keeper: make.Staffed, tmp_path: Path
) -> None:
    from fileroom.collection.choices.confirming import confirm
    from tests.programmes.test_every_evidence_flips import counted

    assert counted("disclosure.lists").why == ""
    brings(tmp_path / "a.csv", f"{town.ana.id},directory,2026-09-01")
    wrong = counted("disclosure.lists")
    assert "nobody has counted" in wrong.why and wrong.whose == "The district’s custodian of records"
    confirm(the_only_batch(keeper.by).id, counted=1, by=keeper.by, at=AT)
    assert counted("disclosure.lists").why == ""


def test_a_count_of_choices_is_not_guessed_either(town: make.Town, keeper: make.Staffed, tmp_path: Path) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.choices.confirming import confirm

    brings(tmp_path / "a.csv", f"{town.ana.id},directory,2026-09-01")
    batch = the_only_batch(keeper.by).id
    for number in (2, 3, 4):
        with pytest.raises(ValidationError, match="Count again"):
            confirm(batch, counted=number, by=keeper.by, at=AT)
    with pytest.raises(ValidationError, match="three times"):
        confirm(batch, counted=1, by=keeper.by, at=AT)
    noted = [it for it in entries() if it.act == "choices:miscounted"]
    assert [(it.record, it.actor.account) for it in noted] == [(batch, keeper.by.account.id)] * 3


def test_nobody_agrees_to_a_list_before_each_row_that_was_set_aside_was_seen_to(
    town: make.Town, keeper: make.Staffed, tmp_path: Path
) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.choices.confirming import confirm

    day = TODAY + timedelta(days=3)
    brings(tmp_path / "a.csv", f"{town.ana.id},directory,2026-09-01", "nobody,directory,2026-09-01",
           f"{town.ben.id},directory,{day}")  # fmt: skip
    batch = the_only_batch(keeper.by)
    assert [(it.row, it.code) for it in batch.aside] == [(3, "dangling_id"), (4, "impossible_date")]
    for seen_to in ((), (3,), (2, 4)):
        with pytest.raises(ValidationError, match="See to each row"):
            confirm(batch.id, counted=3, seen_to=seen_to, by=keeper.by, at=AT)
    agreed = confirm(batch.id, counted=3, seen_to=(3, 4), by=keeper.by, at=AT)
    assert (agreed.came, agreed.counts, agreed.aside) == (3, 1, 2)


def test_the_page_says_before_and_after_what_was_set_aside_and_never_how_many_came(
    town: make.Town, keeper: make.Staffed, tmp_path: Path
) -> None:
    brings(tmp_path / "a.csv", f"{town.ana.id},directory,2026-09-01", "nobody,directory,2026-09-01")
    here = browser(keeper.by)
    before = here.get("/directory/choices/").content.decode()
    assert "1 row of it was set aside" in before and "Row 3: no student here has this id" in before
    assert "2 rows" not in before
    address = f"/directory/choices/{the_only_batch(keeper.by).id}/"
    again = here.post(address, {"counted": "2"})
    assert again.status_code == 422 and "See to each row" in again.content.decode()
    here.post(address, {"counted": "2", "seen_to": "3"})
    after = here.get("/directory/choices/").content.decode()
    assert "2 rows came: 1 counts, 1 was set aside, and you have seen to it." in after


def test_a_list_with_more_set_aside_than_anybody_sees_to_is_put_right_and_sent_anew(
    town: make.Town, keeper: make.Staffed, tmp_path: Path
) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.choices.confirming import confirm

    nobody = [f"nobody-{it},directory,2026-09-01" for it in range(101)]
    brings(tmp_path / "a.csv", f"{town.ana.id},directory,2026-09-01", *nobody)
    batch = the_only_batch(keeper.by)
    assert batch.too_many
    with pytest.raises(ValidationError, match="Turn it back"):
        confirm(batch.id, counted=102, seen_to=range(200), by=keeper.by, at=AT)
    assert "I have counted them" not in browser(keeper.by).get("/directory/choices/").content.decode()


def test_a_list_of_which_nothing_could_be_read_waits_too_and_the_same_again_does_not(
    town: make.Town, keeper: make.Staffed, tmp_path: Path
) -> None:
    for _ in range(2):
        brings(tmp_path / "a.csv", "nobody,directory,2026-09-01")
    assert the_only_batch(keeper.by).kinds == ()


def test_what_one_parent_has_withdrawn_stays_refused_where_the_other_system_says_so_too(
    town: make.Town, keeper: make.Staffed, tmp_path: Path
) -> None:
    from fileroom.collection.choices.services import withdraw

    made = chooses(town.mother, town.ana, REFUSED)
    assert brings(tmp_path / "a.csv", f"{town.ana.id},directory,2026-09-01").written.new == 1
    withdraw(made.id, by=town.mother.by, at=AT)
    assert {it.source: it.withdrawn_on for it in rows()} == {"form": TODAY, "imported": None}


def test_neither_parent_alone_gives_back_what_another_system_says(
    town: make.Town, keeper: make.Staffed, tmp_path: Path
) -> None:
    from fileroom.collection.choices.services import Done, Stands, withdraw

    brings(tmp_path / "a.csv", f"{town.ana.id},directory,2026-09-01")
    (row,) = rows()
    father = make.related("father", town.ana)
    assert father.relation is not None
    make.custody(father.relation)
    for who in (town.mother, father):
        assert isinstance(withdraw(row.id, all_signed=True, by=who.by, at=AT), Stands), "not on a page of one of them"
    at_counter: dict[str, Any] = {"who": father.row.id, "identified": True, "by": town.registrar.by, "at": AT}
    assert isinstance(withdraw(row.id, **at_counter), Stands)
    assert rows()[0].withdrawn_on is None
    assert isinstance(withdraw(row.id, all_signed=True, **at_counter), Done)
    assert (rows()[0].withdrawn_on, rows()[0].withdrawn_by) == (TODAY, father.row.id)


def test_at_the_counter_what_nobody_is_named_for_goes_with_the_box_that_all_have_signed(
    town: make.Town, keeper: make.Staffed, tmp_path: Path
) -> None:
    brings(tmp_path / "a.csv", f"{town.ana.id},directory,2026-09-01")
    (row,) = rows()
    here, address = browser(town.registrar.by), f"/students/{town.ana.id}/choices/"
    said = {"who": str(town.mother.row.id), "withdraw": str(row.id)}
    kept = here.post(address, said)
    assert kept.status_code == 422 and "once everybody who holds the rights has signed" in kept.content.decode()
    here.post(address, said | {"all_signed": str(row.id)})
    assert rows()[0].withdrawn_on is not None


def test_a_list_that_is_turned_back_counts_no_longer_and_may_be_sent_anew(
    town: make.Town, keeper: make.Staffed, tmp_path: Path
) -> None:
    from fileroom.collection.choices.confirming import turn_back, waiting

    brings(tmp_path / "a.csv", f"{town.ana.id},directory,2026-09-01")
    turn_back(the_only_batch(keeper.by).id, by=keeper.by, at=AT)
    (row,) = rows()
    assert (row.withdrawn_on, row.withdrawn_by, row.withdrawn_noted_by) == (TODAY, None, keeper.by.account.id)
    assert [str(it.act) for it in entries()].count("choice:withdrawn") == 1
    assert waiting(by=keeper.by, at=AT) == () and of_choices()[0].done_at == AT
    assert brings(tmp_path / "a.csv", f"{town.ana.id},directory,2026-09-01").written.new == 1


@pytest.mark.parametrize("agreed", [True, False])
def test_turning_a_list_back_frees_nobody_whom_another_list_names_too(
    town: make.Town, keeper: make.Staffed, tmp_path: Path, agreed: bool
) -> None:
    from fileroom.collection.choices.confirming import confirm, turn_back, waiting

    first, again = f"{town.ana.id},directory,2026-09-01", f"{town.ben.id},directory,2026-09-01"
    brings(tmp_path / "a.csv", first)
    (old,) = waiting(by=keeper.by, at=AT)
    brings(tmp_path / "a.csv", first, again)
    (new,) = (it for it in waiting(by=keeper.by, at=AT) if it.id != old.id)
    if agreed:
        assert confirm(new.id, counted=2, by=keeper.by, at=AT).stood == 1
    turn_back(old.id, by=keeper.by, at=AT)
    assert [it.withdrawn_on for it in rows()] == [None, None]


def test_a_dry_run_says_in_words_what_would_wait_and_writes_nothing(
    town: make.Town, keeper: make.Staffed, tmp_path: Path
) -> None:
    from fileroom.collection.choices.confirming import waiting

    before = len(entries())
    report = brings(tmp_path / "a.csv", f"{town.ana.id},directory,2026-09-01", dry_run=True)
    assert "1 directory. They would count at once. They would wait for a second person" in report.in_words()
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


def test_every_refusal_that_a_family_sees_may_be_imported_and_no_consent(district: str) -> None:
    from fileroom.collection.choices.imports import SAID
    from fileroom.collection.choices.kinds import FOR_FAMILIES

    assert sorted(SAID.values()) == sorted(FOR_FAMILIES)
