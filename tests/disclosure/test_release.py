"""A release to somebody outside asks the law twice: about the one who receives and about the one who hands over."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from fileroom.disclosure.shown import Everything
from fileroom.law.facts import Purpose, RequesterKind
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entry, filed, last_entry
from tests.disclosure.releases import (
    DANA,
    ORDER,
    RATING,
    consent,
    days,
    duties,
    hands_over,
    opened_of,
    proposes,
)  # fmt: skip


@pytest.fixture
def record(town: make.Town) -> UUID:
    return filed(town.registrar.by, town.ana, "What the court asked for.")


def test_a_judges_order_is_obeyed_once_the_family_was_told_in_time(town: make.Town, record: UUID) -> None:
    from fileroom.disclosure.releasing import Released

    done = hands_over(town.registrar.by, record, ORDER)
    assert isinstance(done, Released), done.decision.says
    assert done.contents.fields["text"] == "What the court asked for."
    assert {"log_release", "verify_identity"} <= duties(done)
    event = last_entry()
    assert (event.id, event.act, event.record) == (done.entry, "record:released", record)
    assert (event.purpose, event.actor.role, event.sealed) == ("court_process", "registrar", False), "who acted"
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
    answer = hands_over(town.registrar.by, record, ORDER, to=replace(DANA, identity_checked=False))
    assert answer.decision.outcome == "needs_more", "it may go as soon as that is done"
    assert [it.fact for it in answer.decision.missing] == ["requester.identity"]
    assert opened_of(record) == []


def test_without_any_paper_nobody_outside_receives_anything(town: make.Town, record: UUID) -> None:
    for kind in (RequesterKind.ATTORNEY, RequesterKind.PUBLIC, RequesterKind.POLICE, RequesterKind.IMMIGRATION_OFFICER):
        answer = hands_over(town.registrar.by, record, to=replace(DANA, kind=kind))
        assert answer.decision.outcome == "no", kind


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
