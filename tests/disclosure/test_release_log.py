"""Which lines a request leaves: by which role, in which log, with whose name, and what no family may read of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from fileroom.disclosure.shown import Everything, ShownCourtPaper
from fileroom.law.facts import Purpose, RequesterKind
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries, entry, filed, last_entry
from tests.disclosure.releases import (
    AGENCY,
    DANA,
    ORDER,
    days,
    document,
    duties,
    hands_over,
    opened_of,
    parties,
    proposes,
)  # fmt: skip


@pytest.fixture
def record(town: make.Town) -> UUID:
    return filed(town.registrar.by, town.ana, "What the court asked for.")


def test_an_order_that_forbids_telling_goes_to_the_sealed_log_and_tells_nobody(town: make.Town, record: UUID) -> None:
    from fileroom.disclosure.releasing import Released

    gag = replace(ORDER, nondisclosure=True, family_told_on=None)
    asked = proposes(town.registrar.by, record, gag)
    assert entry(asked.entry).sealed
    assert asked.owed == ()
    done = hands_over(town.registrar.by, record, gag)
    assert isinstance(done, Released)
    assert "do_not_notify_parent" in duties(done) and "notify_parent_before" not in duties(done)
    assert (last_entry().act, last_entry().sealed) == ("record:released", True)


@pytest.mark.parametrize("reader", ["mother", "principal"])
def test_a_sealed_release_leaves_nothing_in_the_log_the_names_or_the_bundle(
    town: make.Town, record: UUID, reader: str
) -> None:
    from fileroom.disclosure.log import Looked, Proof, proof_for_family, who_has_looked
    from fileroom.ledger import services as ledger

    by = getattr(town, reader).by
    before = who_has_looked(town.ana.id, by=by, at=AT)
    gag = replace(ORDER, nondisclosure=True, family_told_on=None)
    asked, done = proposes(town.registrar.by, record, gag), hands_over(town.registrar.by, record, gag)
    ledger.sequence(at=AT)
    seen = who_has_looked(town.ana.id, by=by, at=AT)
    assert isinstance(before, Looked) and isinstance(seen, Looked)
    assert {it.event.id for it in seen.entries} == {it.event.id for it in before.entries} | {before.entry}
    assert seen.parties == {}
    assert seen.complete
    assert {asked.entry, done.entry} <= set(parties()), "the office's own list has them"
    proof = proof_for_family(town.ana.id, by=town.mother.by, at=AT)
    assert isinstance(proof, Proof)
    for told in (str(done.entry), str(asked.entry), "Dana", "record:released", "attorney"):
        assert told not in proof.bundle


@pytest.mark.parametrize("kind", [RequesterKind.IMMIGRATION_OFFICER, RequesterKind.POLICE])
@pytest.mark.parametrize("shown", [None, AGENCY])
def test_immigration_enforcement_is_refused_and_noted_apart_from_the_students_file(
    town: make.Town, record: UUID, kind: RequesterKind, shown: ShownCourtPaper | None
) -> None:
    to, purpose = replace(DANA, kind=kind), Purpose.IMMIGRATION_ENFORCEMENT
    before = len(entries())
    for answer in (
        proposes(town.registrar.by, record, shown, to=to, purpose=purpose),
        hands_over(town.registrar.by, record, shown, to=to, purpose=purpose),
    ):
        assert answer.decision.outcome == "no"
        assert {"report_to_board", "document_encounter", "notify_superintendent", "counsel_review"} <= duties(answer)
        noted = entry(answer.entry)
        assert (noted.act, noted.student, noted.record, noted.part) == ("disclosure:refused", None, None, "release")
        assert noted.sealed
        assert parties()[answer.entry].said == "Dana Roe, Roe and Partners", "who asked is written down"
    fresh = entries()[before:]
    assert {it.student for it in fresh} == {None} and all(it.sealed for it in fresh), "no line about the student"
    register = [it.act.value for it in fresh if it.act.startswith("enforcement:")]
    assert len(fresh) == len(register) + 2 and register.count("enforcement:opened") == 1


def test_a_judges_paper_for_immigration_enforcement_waits_for_counsel_and_leaves_the_file_alone(
    town: make.Town, record: UUID
) -> None:
    from fileroom.disclosure.releasing import Waits

    to = replace(DANA, kind=RequesterKind.IMMIGRATION_OFFICER)
    waiting = hands_over(town.registrar.by, record, ORDER, to=to, purpose=Purpose.IMMIGRATION_ENFORCEMENT)
    assert isinstance(waiting, Waits)
    assert [duty.code for duty in waiting.owed] == ["counsel_review"]
    assert (entry(waiting.entry).student, opened_of(record)) == (None, [])


def test_who_received_stands_in_the_log_of_those_who_may_read_it_and_never_in_the_ledger(
    town: make.Town, record: UUID, owner: Any
) -> None:
    from fileroom.disclosure.log import Looked, who_has_looked

    done = hands_over(town.registrar.by, record, ORDER)
    refused = hands_over(town.registrar.by, record, replace(ORDER, signed_by_judge=False))
    for reader in (town.mother, town.principal):
        seen = who_has_looked(town.ana.id, by=reader.by, at=AT)
        assert isinstance(seen, Looked)
        assert set(seen.parties) == {done.entry}
        assert refused.entry not in {noted.event.id for noted in seen.entries}
        assert seen.parties[done.entry].said == "Dana Roe, Roe and Partners"
    assert not isinstance(who_has_looked(town.ana.id, by=town.teacher.by, at=AT), Looked)
    written = owner.execute("SELECT string_agg(e::text, ' ') FROM ledger_event e").fetchone()[0]
    assert "Dana" not in written and "Roe" not in written


def test_who_asked_on_which_paper_and_when_the_family_was_told_is_kept(town: make.Town, record: UUID) -> None:
    from fileroom.disclosure.models import Recipient as Row
    from fileroom.hosting import district_transaction

    done = hands_over(town.registrar.by, record, ORDER)
    with district_transaction():
        row = Row.objects.get(entry=done.entry)
    assert (row.kind, row.shown, row.told_on) == ("attorney", "court_order", days(-3))


def test_of_who_only_asked_a_family_has_neither_name_nor_kind_and_the_custodian_has_both(
    town: make.Town, record: UUID
) -> None:
    from fileroom.disclosure.log import Looked, who_has_looked

    asked = proposes(town.registrar.by, record, ORDER)
    told = {}
    for who, by in (("mother", town.mother.by), ("custodian", town.principal.by)):
        seen = who_has_looked(town.ana.id, by=by, at=AT)
        assert isinstance(seen, Looked)
        told[who] = {entry: (it.said, it.kind) for entry, it in seen.parties.items()}
    assert told == {"mother": {}, "custodian": {asked.entry: ("Dana Roe, Roe and Partners", "attorney")}}


@pytest.mark.parametrize("shown", [ORDER, replace(ORDER, family_told_on=None), replace(ORDER, signed_by_judge=None)])
def test_the_one_who_acts_is_the_employee_in_their_office_and_the_recipient_stands_beside(
    town: make.Town, record: UUID, shown: ShownCourtPaper
) -> None:
    for answer in (proposes(town.registrar.by, record, shown), hands_over(town.registrar.by, record, shown)):
        assert entry(answer.entry).actor == town.registrar.by.acting_as("registrar")
        assert parties()[answer.entry].kind == "attorney"


@pytest.mark.parametrize("why", ["no right", "an order", "no paper", "not known"])
def test_why_a_copy_was_refused_cannot_be_told_from_the_list_or_the_bundle(
    town: make.Town, record: UUID, why: str
) -> None:
    import json

    from fileroom.disclosure.log import Proof, proof_for_family
    from fileroom.disclosure.shown import Recipient
    from fileroom.ledger import services as ledger

    father = make.related("father", town.ana)
    assert father.relation is not None
    if why == "no right":
        make.change(make.custody(father.relation), rights_terminated=True)
    if why == "an order":
        make.order(town.ana, father.row)
    own = Recipient("", on_file=father.row.id, identity_checked=True)
    before = len(entries())
    if why in ("no right", "an order"):
        hands_over(town.registrar.by, record, to=own, purpose=Purpose.INSPECTION)
    else:
        shown = replace(ORDER, signed_by_judge=None) if why == "not known" else None
        hands_over(town.registrar.by, record, shown)
    fresh = entries()[before:]
    open_ = [event for event in fresh if not event.sealed]
    somebody = ("disclosure:refused", "somebody", None, None, "file", "", ())
    told_of = [
        (it.act.value, it.actor.role, it.actor.account, it.record, it.part, it.purpose, it.rules) for it in open_
    ]
    assert told_of == [somebody]
    assert len(fresh) == 2
    ledger.sequence(at=AT)
    proof = proof_for_family(town.ana.id, by=town.mother.by, at=AT)
    assert isinstance(proof, Proof)
    told = json.dumps(json.loads(proof.bundle)["entries"])
    for word in ("father", "parent_", "attorney", "court_process", "disclosure.restraining", "disclosure.parents"):
        assert word not in told


def test_an_order_that_has_run_out_forbids_telling_nobody_and_its_refusal_has_an_open_line(
    town: make.Town, record: UUID
) -> None:
    gag = replace(ORDER, nondisclosure=True, family_told_on=None, to_on=days(-1))
    before = len(entries())
    for answer in (proposes(town.registrar.by, record, gag), hands_over(town.registrar.by, record, gag)):
        assert answer.decision.outcome == "no"
    assert [it.sealed for it in entries()[before:]] == [True, False, True, False]


def test_a_document_handed_over_under_such_an_order_leaves_nothing_either(town: make.Town) -> None:
    from fileroom.disclosure.releasing import Released

    kept = document(town)
    gag = replace(ORDER, nondisclosure=True, family_told_on=None, records=Everything.RECORDS)
    before = len(entries())
    done = hands_over(town.registrar.by, kept, gag)
    assert isinstance(done, Released)
    assert done.contents.body == b"hello there"
    acts = [(it.act.value, it.sealed) for it in entries()[before:]]
    assert acts == [("limit:confirmed", True), ("mark:copy_read", True), ("record:released", True)]
