"""What a list claims gives way to a paper against the same person, and to nothing else; what it says anew is taken."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.collection.orders.filing import files, terms
from tests.collection.orders.of_a_list import agree, batch, bring, counsel_duties, orders, row
from tests.conftest import AT
from tests.disclosure.asking import entries, outcome
from tests.factories import TODAY

NO_PAPER = ("casework.orders_received.nothing_was_handed_in", "custodian")


def test_a_paper_against_one_lifts_no_claim_against_another_of_a_like_name(
    town: make.Town, father: make.Related, tmp_path: Path
) -> None:
    grand = make.related("grand", town.ana)
    make.change(grand.row, given="Victor Manuel", family="Torres")
    bring(tmp_path, row(town.ana, name="", contact=str(grand.row.id)))
    files(terms(town, father.row.id), town.principal.by)
    assert [it.lifted_on for it in orders(claimed=True)] == [None]
    assert outcome(grand.by, town.ana) == "needs_more"
    assert NO_PAPER in counsel_duties()  # a person asks for the claim's own paper


def test_a_name_alone_is_whoever_has_exactly_that_name(town: make.Town, father: make.Related, tmp_path: Path) -> None:
    bring(tmp_path, row(town.ana, name="Victor A. Torres"), row(town.ben, name="Victor Torres"))
    files(terms(town, father.row.id, town.ana.id, town.ben.id), town.principal.by)
    lifted = {it.restrained.given: it.lifted_on for it in orders(claimed=True)}
    assert lifted == {"Victor A.": None, "Victor": TODAY}


def test_a_claim_that_gives_way_to_its_paper_has_a_line_for_each_child_under_seal(
    town: make.Town, father: make.Related, tmp_path: Path
) -> None:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    bring(tmp_path, row(town.ana, contact=str(father.row.id), paper="no"))
    files(terms(town, father.row.id), town.principal.by)
    (claim,) = orders(claimed=True)
    assert claim.lifted_on == TODAY
    (line,) = [it for it in entries() if it.act == "order:lifted"]
    assert (line.student, line.sealed, line.outcome) == (town.ana.id, True, "paper")
    assert line.actor.account == town.principal.by.account.id
    with district_transaction():
        assert {it.evidence for it in Duty.objects.filter(room="orders", of=claim.id)} == {line.id}


@pytest.mark.parametrize(("to", "taken"), [("2029-01-31", 2), ("", 2), ("2026-01-31", 1)])
def test_an_order_that_was_renewed_is_new_and_one_that_reaches_no_further_is_not(
    town: make.Town, father: make.Related, tmp_path: Path, to: str, taken: int
) -> None:
    make.order(town.ana, father.row, until=TODAY - timedelta(days=40))
    until = str(TODAY - timedelta(days=41)) if to == "2026-01-31" else to
    since = str(TODAY - timedelta(days=400)) if to == "2026-01-31" else ""
    bring(tmp_path, row(town.ana, to=until, **{"from": since}))
    assert len(orders()) == taken


def test_the_same_list_again_says_nothing_new(town: make.Town, father: make.Related, tmp_path: Path) -> None:
    rows = (row(town.ana, to="2029-01-31"), row(town.ben, paper="no", said="stay_away"))
    bring(tmp_path, *rows)
    assert bring(tmp_path, *rows).written.unchanged == 2
    assert len(orders()) == 2


def test_a_claim_whose_paper_has_come_since_is_taken_anew_and_takes_its_place(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    bring(tmp_path, row(town.ana, paper="no"))
    agree(keeper.by)
    bring(tmp_path, row(town.ana, paper="yes"), at=AT + timedelta(minutes=1))
    assert agree(keeper.by) == 1
    assert sorted((it.claimed, it.lifted_on) for it in orders()) == [(False, None), (True, TODAY)]
    assert NO_PAPER not in counsel_duties()
    assert outcome(father.by, town.ana) == "no"


def test_a_list_that_was_turned_back_can_be_brought_anew(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    from fileroom.collection.orders.agreeing import turn_back

    bring(tmp_path, row(town.ana))
    turn_back(batch(), by=keeper.by, at=AT)
    bring(tmp_path, row(town.ana), at=AT + timedelta(minutes=1))
    assert agree(keeper.by) == 1
    assert outcome(father.by, town.ana) == "no"


def test_nobody_agrees_to_a_list_that_nobody_is_known_to_have_brought(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    from fileroom.ledger.services import Actor

    bring(tmp_path, row(town.ana), by=Actor(account=None, role="system", door="cli"))
    with pytest.raises(ValidationError, match="Nobody knows who brought it"):
        agree(keeper.by)
    assert outcome(father.by, town.ana) == "needs_more"


def test_a_wrong_count_is_noted_and_after_three_nobody_agrees(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    bring(tmp_path, row(town.ana))
    for number in (2, 3, 4):
        with pytest.raises(ValidationError, match="Count again"):
            agree(keeper.by, number)
    with pytest.raises(ValidationError, match="three times"):
        agree(keeper.by, 1)
    noted = [it for it in entries() if it.act == "orders:miscounted"]
    assert [(it.record, it.actor.account) for it in noted] == [(batch(), keeper.by.account.id)] * 3
    assert [it.claimed for it in orders()] == [True]


def test_what_the_law_does_not_take_of_a_list_stays_claimed_and_its_paper_is_owed(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The law takes every paper of a court; here it is asked about a list's order as if it had none."""
    from fileroom.collection.orders import agreeing
    from fileroom.collection.orders.services import PAPERS
    from fileroom.law.facts import PaperKind

    monkeypatch.setattr(agreeing, "PAPERS", dict.fromkeys(PAPERS, PaperKind.PHOTO_ID))
    bring(tmp_path, row(town.ana))
    assert agree(keeper.by) == 0
    assert [it.claimed for it in orders()] == [True]
    refused = [it for it in entries() if it.act == "collection:refused"]
    assert [(it.student, it.sealed, it.part) for it in refused] == [(town.ana.id, True, "court_order")]
    assert NO_PAPER in counsel_duties()
    assert outcome(father.by, town.ana) == "needs_more"


def test_an_order_that_is_lifted_while_somebody_agrees_does_not_come_into_force(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    """Who agrees waits for whoever lifts it, and reads what stands only then."""
    from django.db import connections

    from fileroom.hosting import durable, serving

    bring(tmp_path, row(town.ana))
    (order,) = orders()
    held, done = threading.Event(), []

    def lifts() -> None:
        from fileroom.people.facts import Touch, facts_of_students

        with durable():
            facts_of_students([town.ana.id], TODAY, Touch.CHANGES)
            held.set()
            time.sleep(2)
            order.lifted_on = TODAY
            order.save(update_fields=["lifted_on"])

    one, other = (_elsewhere(it, serving, connections) for it in (lifts, lambda: done.append(agree(keeper.by))))
    one.start()
    assert held.wait(20)
    other.start()
    for it in (one, other):
        it.join(60)
    assert done == [0]
    assert [(it.claimed, it.lifted_on) for it in orders()] == [(True, TODAY)]


def _elsewhere(act: Any, serving: Any, connections: Any) -> threading.Thread:
    def run() -> None:
        with serving("alder_creek"):
            try:
                act()
            finally:
                connections.close_all()

    return threading.Thread(target=run)


def test_of_a_claim_that_two_have_lifted_nothing_is_owed_but_counsels_look(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    from tests.collection.orders.test_an_order_is_lifted import confirms, proposes

    bring(tmp_path, row(town.ana, paper="no"))
    (order,) = orders()
    assert NO_PAPER in counsel_duties()
    proposes(order.id, town.principal, at=AT)
    confirms(order.id, keeper, at=AT)
    assert orders()[0].lifted_on == TODAY
    assert NO_PAPER not in counsel_duties()


def test_an_older_paper_is_not_that_of_a_claim_that_reaches_further(
    town: make.Town, father: make.Related, tmp_path: Path
) -> None:
    """The list says until 2029; what lay in the drawer ran out in 2024. Its renewal is still to be brought."""
    bring(tmp_path, row(town.ana, contact=str(father.row.id), to="2029-01-31", paper="no"))
    old = replace(terms(town, father.row.id), from_on=date(2021, 1, 31), to_on=date(2024, 1, 31))
    files(old, town.principal.by)
    assert [it.lifted_on for it in orders(claimed=True)] == [None]
    assert NO_PAPER in counsel_duties()
    files(replace(old, to_on=date(2029, 1, 31)), town.principal.by)
    assert [it.lifted_on for it in orders(claimed=True)] == [TODAY]
    assert NO_PAPER not in counsel_duties()


@pytest.mark.parametrize("named", [True, False])
def test_where_a_claim_names_the_only_custodian_the_superintendents_office_brings_its_paper(
    town: make.Town, father: make.Related, tmp_path: Path, named: bool
) -> None:
    from fileroom.web.owed import page

    head, title = make.staffed("head", "administrator", None), "A list claims a court’s order: bring its paper"
    if named:
        make.change(town.principal.row, given=father.row.given, family=father.row.family)
    bring(tmp_path, row(town.ana, paper="no"))
    told = [title in [it["title"] for it in page(by=who.by, at=AT).rows] for who in (town.principal, head)]
    assert told == [not named, named]
