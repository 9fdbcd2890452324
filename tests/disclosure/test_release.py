"""A release to somebody outside asks the law twice: about the one who receives and about the one who hands over."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from fileroom.disclosure.shown import Everything, ShownCourtPaper
from fileroom.law.facts import ConsentForm, PaperKind, Purpose, RequesterKind
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries, entry, filed, last_entry
from tests.disclosure.releases import (
    AGENCY,
    DANA,
    ORDER,
    RATING,
    consent,
    days,
    hands_over,
    opened_of,
    parties,
    proposes,
)  # fmt: skip


@pytest.fixture
def town(district: str) -> make.Town:
    return make.town()


@pytest.fixture
def record(town: make.Town) -> UUID:
    return filed(town.registrar.by, town.ana, "What the court asked for.")


def duties(answer: Any) -> set[str]:
    return {duty.code for duty in answer.decision.duties}


def lacks(answer: Any) -> list[str]:
    return [it.fact for it in answer.decision.missing]


def test_a_judges_order_is_obeyed_once_the_family_was_told_in_time(town: make.Town, record: UUID) -> None:
    from fileroom.disclosure.releasing import Released

    done = hands_over(town.registrar.by, record, ORDER)
    assert isinstance(done, Released), done.decision.says
    assert done.contents.fields["text"] == "What the court asked for."
    assert {"log_release", "verify_identity"} <= duties(done)
    event = last_entry()
    assert (event.id, event.act, event.record) == (done.entry, "record:released", record)
    assert (event.purpose, event.actor.role, event.sealed) == ("court_process", "attorney", False)
    assert event.actor.account == town.registrar.by.account.id


@pytest.mark.parametrize(("told", "goes_on"), [(None, 3), (0, 3), (-1, 2), (-2, 1), (1, 3)])
def test_until_the_third_day_after_the_notice_nothing_is_opened(
    town: make.Town, record: UUID, told: int | None, goes_on: int
) -> None:
    from fileroom.disclosure.releasing import Waits

    told_on = None if told is None else days(told)
    waiting = hands_over(town.registrar.by, record, replace(ORDER, family_told_on=told_on))
    assert isinstance(waiting, Waits)
    assert waiting.decision.outcome == "must", "a step that comes first does not change the answer"
    assert [duty.code for duty in waiting.owed] == ["notify_parent_before"]
    assert waiting.may_go_on == days(goes_on)
    assert opened_of(record) == []
    noted = entry(waiting.entry)
    assert (noted.act, noted.outcome, noted.record, noted.sealed) == ("disclosure:answered", "waits", record, False)


def test_the_figure_of_the_notice_is_the_laws_own(town: make.Town, record: UUID) -> None:
    from fileroom.law.figures import FIGURES

    wait = FIGURES["court_process_notice"].value
    outcomes = [
        type(hands_over(town.registrar.by, record, replace(ORDER, family_told_on=days(-passed)))).__name__
        for passed in (wait - 1, wait)
    ]
    assert outcomes == ["Waits", "Released"]


def test_nothing_but_the_day_of_the_notice_opens_what_waits(town: make.Town, record: UUID) -> None:
    waiting = replace(ORDER, family_told_on=None)
    for shown in (waiting, replace(waiting, records=Everything.RECORDS), replace(waiting, nondisclosure=False)):
        hands_over(town.registrar.by, record, shown)
        hands_over(town.principal.by, record, shown, at=AT + timedelta(hours=1))
    assert opened_of(record) == []


def test_an_identity_nobody_has_checked_comes_first(town: make.Town, record: UUID) -> None:
    waiting = hands_over(town.registrar.by, record, ORDER, to=replace(DANA, identity_checked=False))
    assert [duty.code for duty in waiting.owed] == ["verify_identity"]
    assert waiting.may_go_on is None, "it may go as soon as that is done"
    assert opened_of(record) == []


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


@pytest.mark.parametrize(
    ("paper", "outcome"),
    [
        (replace(ORDER, signed_by_judge=False), "no"),
        (replace(ORDER, records=("health", "discipline")), "no"),
        (replace(ORDER, records=()), "no"),
        (replace(ORDER, to_on=days(-1)), "no"),
        (replace(ORDER, from_on=days(1)), "no"),
        (replace(ORDER, from_on=None), "needs_more"),
        (replace(ORDER, records=None), "needs_more"),
        (replace(ORDER, signed_by_judge=None), "needs_more"),
        (AGENCY, "no"),
        (ShownCourtPaper(PaperKind.AGENCY_LETTER), "no"),
        (ShownCourtPaper(PaperKind.CIVIL_SUBPOENA, records=Everything.RECORDS, from_on=days(-5)), "needs_more"),
        (
            ShownCourtPaper(
                PaperKind.CIVIL_SUBPOENA, records=Everything.RECORDS, from_on=days(-5), family_served_on=days(1)
            ),
            "no",
        ),
    ],
)
def test_a_paper_that_is_not_enough_for_this_record_today_releases_nothing(
    town: make.Town, record: UUID, paper: ShownCourtPaper, outcome: str
) -> None:
    from fileroom.disclosure.services import Refused

    refused = hands_over(town.registrar.by, record, paper)
    assert isinstance(refused, Refused)
    assert refused.decision.outcome == outcome
    noted = entry(refused.entry)
    assert (noted.act, noted.record, noted.purpose) == ("disclosure:refused", record, "court_process")
    assert not noted.sealed
    assert opened_of(record) == []


def test_an_order_reaches_from_its_first_day_to_its_last(town: make.Town, record: UUID) -> None:
    one_day = replace(ORDER, from_on=days(0), to_on=days(0))
    assert type(hands_over(town.registrar.by, record, one_day)).__name__ == "Released"


def test_a_civil_subpoena_opens_the_records_of_a_young_child_when_the_family_was_served(
    town: make.Town, record: UUID
) -> None:
    served = ShownCourtPaper(
        PaperKind.CIVIL_SUBPOENA, records=Everything.RECORDS, from_on=days(-5),
        family_served_on=days(-20), family_told_on=days(-4),
    )  # fmt: skip
    assert type(hands_over(town.registrar.by, record, served)).__name__ == "Released"
    make.change(town.ana, birth_on=days(0) - 13 * make.YEAR)
    assert lacks(hands_over(town.registrar.by, record, served)) == ["papers.civil_subpoena.minor_served"]
    both = replace(served, student_served_on=days(-20))
    assert type(hands_over(town.registrar.by, record, both)).__name__ == "Released"


def test_a_complete_consent_opens_the_record_it_names_to_the_one_it_names(town: make.Town, record: UUID) -> None:
    done = hands_over(town.registrar.by, record, consent(town), purpose=Purpose.LITIGATION)
    assert type(done).__name__ == "Released", done.decision.says
    assert {"no_redisclosure_notice", "retain_consent"} <= duties(done)


@pytest.mark.parametrize(
    ("changes", "lacking"),
    [
        ({"records": ("health",)}, "records"),
        ({"records": ()}, "records"),
        ({"records": None}, "records"),
        ({"recipient": "Sam Poe"}, "recipient"),
        ({"recipient": ""}, "recipient"),
        ({"purpose": Purpose.NEWS}, "purpose"),
        ({"purpose": None}, "purpose"),
        ({"signed_on": None}, "dated"),
        ({"signed_on": days(1)}, "dated"),
        ({"to_on": days(-1)}, "records"),
        ({"signed": False}, "signed"),
        ({"form": ConsentForm.ORAL, "signed": False}, "form"),
        ({"form": ConsentForm.ELECTRONIC}, "authenticated"),
    ],
)
def test_a_consent_is_worth_what_it_names_and_no_more(
    town: make.Town, record: UUID, changes: dict[str, Any], lacking: str
) -> None:
    answer = hands_over(town.registrar.by, record, consent(town, **changes), purpose=Purpose.LITIGATION)
    assert answer.decision.outcome == "needs_more"
    assert f"papers.consent.{lacking}" in lacks(answer)
    assert opened_of(record) == []


def test_a_consent_for_one_record_does_not_open_the_next(town: make.Town, record: UUID) -> None:
    from fileroom.collection.services import Collected, collect

    other = collect(town.ana.id, "legal_name", {"given": "Ana", "family": "Torres"}, by=town.registrar.by, at=AT)
    assert isinstance(other, Collected)
    refused = hands_over(town.registrar.by, other.record, consent(town), purpose=Purpose.LITIGATION)
    assert lacks(refused) == ["papers.consent.records"]


def test_the_party_may_be_the_one_the_consent_names(town: make.Town, record: UUID) -> None:
    given = consent(town, recipient="roe  AND partners")
    assert type(hands_over(town.registrar.by, record, given, purpose=Purpose.LITIGATION)).__name__ == "Released"


@pytest.mark.parametrize("case", ["without custody", "restrained", "adult's parent", "minor", "stranger", "ended"])
def test_a_consent_by_another_opens_nothing(town: make.Town, record: UUID, case: str) -> None:
    father = make.related("father", town.ana)
    assert father.relation is not None
    by = {"minor": town.ana.id, "stranger": None, "adult's parent": town.mother.row.id}.get(case, father.row.id)
    if case == "without custody":
        make.custody(father.relation, legal=False)
    if case == "restrained":
        make.order(town.ana, father.row)
    if case == "ended":
        make.change(make.custody(father.relation), rights_terminated=True)
    if case == "adult's parent":
        make.change(town.ana, birth_on=days(0) - 19 * make.YEAR)
    answer = hands_over(town.registrar.by, record, consent(town, by=by), purpose=Purpose.LITIGATION)
    assert answer.decision.outcome == "no", answer.decision.says
    assert opened_of(record) == []


def test_a_parent_whose_tie_is_only_claimed_has_signed_for_nobody_yet(town: make.Town, record: UUID) -> None:
    father = make.related("father", town.ana, verified=False)
    answer = hands_over(town.registrar.by, record, consent(town, by=father.row.id), purpose=Purpose.LITIGATION)
    assert lacks(answer) == ["papers.consent.by"]


def test_where_paper_orders_are_not_entered_a_parents_consent_is_not_known_to_be_theirs_to_give(
    town: make.Town, record: UUID
) -> None:
    make.change(town.school, orders_entered_on=None)
    answer = hands_over(town.registrar.by, record, consent(town), purpose=Purpose.LITIGATION)
    assert "papers.consent.by" in lacks(answer)
    assert opened_of(record) == []


def test_parents_who_both_agreed_in_writing_may_each_consent(town: make.Town, record: UUID) -> None:
    father = make.related("father", town.ana)
    assert father.relation is not None
    make.custody(father.relation, legal=False)
    make.change(make.order(town.ana, father.row, kind="both_parents_may_consent_agreement"), restrained=None)
    answer = hands_over(town.registrar.by, record, consent(town, by=father.row.id), purpose=Purpose.LITIGATION)
    assert type(answer).__name__ == "Released", answer.decision.says


def test_an_adult_student_consents_and_receives(town: make.Town, record: UUID) -> None:
    make.change(town.ana, birth_on=days(0) - 19 * make.YEAR)
    given = consent(town, by=town.ana.id)
    assert type(hands_over(town.registrar.by, record, given, purpose=Purpose.LITIGATION)).__name__ == "Released"
    own = replace(DANA, on_file=town.ana.id)
    done = hands_over(town.registrar.by, record, to=own, purpose=Purpose.SELF_INSPECTION)
    assert type(done).__name__ == "Released"
    assert parties()[done.entry].said == "Ana Torres", "by the name on the file, whatever was typed"


def test_without_any_paper_nobody_outside_receives_anything(town: make.Town, record: UUID) -> None:
    for kind in (RequesterKind.ATTORNEY, RequesterKind.PUBLIC, RequesterKind.POLICE, RequesterKind.IMMIGRATION_OFFICER):
        answer = hands_over(town.registrar.by, record, to=replace(DANA, kind=kind))
        assert answer.decision.outcome == "no", kind


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
    assert len(entries()) == before + 2, "no line about the student"


def test_a_judges_paper_for_immigration_enforcement_waits_for_counsel_and_leaves_the_file_alone(
    town: make.Town, record: UUID
) -> None:
    from fileroom.disclosure.releasing import Waits

    to = replace(DANA, kind=RequesterKind.IMMIGRATION_OFFICER)
    waiting = hands_over(town.registrar.by, record, ORDER, to=to, purpose=Purpose.IMMIGRATION_ENFORCEMENT)
    assert isinstance(waiting, Waits)
    assert [duty.code for duty in waiting.owed] == ["counsel_review"]
    assert (entry(waiting.entry).student, opened_of(record)) == (None, [])


def test_who_may_not_open_the_record_cannot_hand_it_over_whatever_the_court_says(town: make.Town) -> None:
    record = filed(town.registrar.by, town.ben)
    for answer in (hands_over(town.teacher.by, record, ORDER), proposes(town.teacher.by, record, ORDER)):
        assert answer.decision.outcome == "no"
        noted = entry(answer.entry)
        assert (noted.act, noted.actor.role) == ("disclosure:refused", "teacher")
    assert opened_of(record) == []


def test_a_family_hands_over_nothing_in_the_districts_name(town: make.Town, record: UUID) -> None:
    from fileroom.disclosure.services import Refused

    answer = hands_over(town.mother.by, record, consent(town), purpose=Purpose.LITIGATION)
    assert isinstance(answer, Refused)
    assert opened_of(record) == []


def test_a_release_of_what_is_not_there_is_missing(town: make.Town) -> None:
    from fileroom.disclosure.services import Missing

    with pytest.raises(Missing):
        hands_over(town.registrar.by, uuid4(), ORDER)


def test_asking_first_opens_nothing_and_leaves_its_line(town: make.Town, record: UUID) -> None:
    answer = proposes(town.registrar.by, record, ORDER)
    assert (answer.decision.outcome, answer.owed) == ("must", ())
    noted = entry(answer.entry)
    assert (noted.act, noted.part, noted.record, noted.outcome) == ("disclosure:answered", RATING, record, "must")
    assert opened_of(record) == []
    waiting = proposes(town.registrar.by, record, replace(ORDER, family_told_on=days(-1)))
    assert (entry(waiting.entry).outcome, waiting.may_go_on) == ("waits", days(2))
    refused = proposes(town.registrar.by, record)
    assert (entry(refused.entry).act, refused.owed, refused.may_go_on) == ("disclosure:refused", (), None)


def test_the_same_form_twice_hands_over_once(town: make.Town, record: UUID) -> None:
    from fileroom.disclosure.releasing import Released, Repeated

    form = uuid4()
    first, second = (hands_over(town.registrar.by, record, ORDER, once=form) for _ in range(2))
    assert isinstance(first, Released)
    assert second == Repeated(first.entry)
    assert opened_of(record) == ["record:released"]
    assert type(hands_over(town.registrar.by, record, ORDER, once=uuid4())).__name__ == "Released"


def test_the_second_post_is_the_same_act_even_if_the_paper_has_ended_since(town: make.Town, record: UUID) -> None:
    from fileroom.disclosure.releasing import Repeated

    form, today_only = uuid4(), replace(ORDER, to_on=days(0))
    hands_over(town.registrar.by, record, today_only, once=form)
    before = len(entries())
    late = hands_over(town.registrar.by, record, today_only, once=form, at=AT + timedelta(days=1))
    assert isinstance(late, Repeated)
    assert len(entries()) == before


def test_two_posts_at_the_same_moment_hand_over_once(town: make.Town, record: UUID) -> None:
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connections

    from fileroom.hosting import serving

    form = uuid4()

    def post(_: int) -> str:
        try:
            with serving("alder_creek"):
                return type(hands_over(town.registrar.by, record, ORDER, once=form)).__name__
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        answers = sorted(pool.map(post, range(6)))
    assert answers == ["Released"] + ["Repeated"] * 5
    assert opened_of(record) == ["record:released"]


def test_a_form_that_has_handed_over_does_not_hand_over_to_another(town: make.Town, record: UUID) -> None:
    from fileroom.people.answers import FormUsed

    form = uuid4()
    hands_over(town.registrar.by, record, ORDER, once=form)
    with pytest.raises(FormUsed):
        hands_over(town.registrar.by, record, ORDER, to=replace(DANA, name="Sam Poe"), once=form)
    assert opened_of(record) == ["record:released"]


def test_the_form_of_one_employee_is_no_answer_to_another(town: make.Town, record: UUID) -> None:
    form = uuid4()
    for by in (town.registrar.by, town.principal.by):
        assert type(hands_over(by, record, ORDER, once=form)).__name__ == "Released"


def test_who_received_stands_in_the_log_of_those_who_may_read_it_and_never_in_the_ledger(
    town: make.Town, record: UUID, owner: Any
) -> None:
    from fileroom.disclosure.log import Looked, who_has_looked

    done = hands_over(town.registrar.by, record, ORDER)
    refused = hands_over(town.registrar.by, record, replace(ORDER, signed_by_judge=False))
    for reader, shown in ((town.mother, {done.entry}), (town.principal, {done.entry, refused.entry})):
        seen = who_has_looked(town.ana.id, by=reader.by, at=AT)
        assert isinstance(seen, Looked)
        assert set(seen.parties) == shown
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
