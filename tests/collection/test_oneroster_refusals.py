"""What the law keeps out of a roster: refused by name of its rules, and noted whatever becomes of the bundle."""

from __future__ import annotations

from pathlib import Path

from fileroom.collection.oneroster.refusals import kept_out
from fileroom.screening import Category
from tests.collection.conftest import Import, Rows
from tests.collection.oneroster_bundles import Roster
from tests.conftest import AT

NOTED = "SELECT act, outcome, rules, law_digest FROM ledger_event WHERE act <> 'record:collected' ORDER BY act, rules"


def spoilt() -> Roster:
    """A roster in whose rows the sieve finds two kinds of thing."""
    roster = Roster()
    roster.row("users", "u1")["middleName"] = "undocumented"
    roster.row("users", "u2")["userIds"] = "{SSN:219-09-9999}"
    return roster


def test_a_row_is_refused_by_the_law_and_its_entry_says_by_which_rules(bring: Import, rows: Rows) -> None:
    from fileroom import law

    bring(spoilt())
    imported, *refused = rows(NOTED)
    assert imported == ("bundle:imported", "", "", ""), "no law was asked whether a bundle may come"
    assert [(act, outcome, digest) for act, outcome, _, digest in refused] == [
        ("collection:refused", "no", law.digest())
    ] * 2
    by = [rules for _, _, rules, _ in refused]
    assert by[0] != by[1] and all(rules.startswith("collection.") for rules in by)


def test_what_the_law_refused_in_a_bundle_with_a_fault_is_noted_all_the_same(bring: Import, rows: Rows) -> None:
    roster = spoilt()
    roster.row("enrollments", "e2")["status"] = "tobedeleted"
    roster.headers["courses"].append("parentSSN")
    assert not bring(roster).whole
    noted = rows(NOTED)
    assert [(act, outcome) for act, outcome, _, _ in noted] == [("collection:refused", "no")] * 3
    assert rows("SELECT count(*) FROM people_school") == [(0,)]
    assert not bring(roster, dry_run=True).whole
    assert rows(NOTED) == noted, "a dry run leaves nothing"


def test_of_a_file_that_breaks_off_what_stands_before_is_noted(tmp_path: Path) -> None:
    folder = spoilt().folder(tmp_path)
    with (folder / "users.csv").open("ab") as users:
        users.write(b'"a quote that never closes')
    assert kept_out(folder) == {Category.IMMIGRATION_STATUS: 1, Category.SSN: 1}
    assert kept_out(folder / "users.csv") == {}


def test_the_law_keeps_out_every_kind_of_thing_the_sieve_finds(district: str) -> None:
    from fileroom.collection import gate
    from fileroom.hosting import district_transaction

    with district_transaction():
        for category in gate.KINDS:
            decision = gate.decide_brought(gate.KINDS[category], on=AT.date())
            assert not decision.granted and (decision.because or decision.says), category


def test_every_import_leaves_its_line_and_every_row_the_law_refused_another(bring: Import, rows: Rows) -> None:
    roster = Roster()
    roster.row("users", "u2")["userIds"] = "{SSN:219-09-9999}"
    report = bring(roster)
    assert report.tally.refused == 1
    acts = rows("SELECT act, count(*) FROM ledger_event GROUP BY act ORDER BY act")
    assert acts == [("bundle:imported", 1), ("collection:refused", 1), ("record:collected", 2)]
    assert rows("SELECT count(*) FROM people_student") == [(1,)]
