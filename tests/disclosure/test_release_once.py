"""A form hands a copy over once, and for nobody and nothing but what it said then."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from fileroom.disclosure.shown import Everything
from fileroom.law.facts import Purpose, RequesterKind
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries, filed
from tests.disclosure.releases import (
    DANA,
    ORDER,
    days,
    hands_over,
    opened_of,
    parties,
)  # fmt: skip


@pytest.fixture
def record(town: make.Town) -> UUID:
    return filed(town.registrar.by, town.ana, "What the court asked for.")


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
    late = hands_over(town.registrar.by, record, today_only, once=form, at=AT + timedelta(days=1))
    assert isinstance(late, Repeated)
    assert opened_of(record) == ["record:released"]


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
    from fileroom.people.answers import FormUsed

    form = uuid4()
    hands_over(town.registrar.by, record, ORDER, once=form)
    with pytest.raises(FormUsed):
        hands_over(town.principal.by, record, ORDER, once=form)
    assert opened_of(record) == ["record:released"]


@pytest.mark.parametrize(
    "changes",
    [
        {"purpose": Purpose.LITIGATION},
        {"purpose": Purpose.MARKETING, "shown": None},
        {"shown": None},
        {"shown": replace(ORDER, nondisclosure=True)},
        {"shown": replace(ORDER, records=Everything.RECORDS)},
        {"to": replace(DANA, organisation="Poe and Partners")},
        {"to": replace(DANA, identity_checked=False)},
        {"to": replace(DANA, kind=RequesterKind.COURT)},
    ],
)
def test_a_form_sent_again_saying_anything_else_is_no_repetition(
    town: make.Town, record: UUID, changes: dict[str, Any]
) -> None:
    from fileroom.people.answers import FormUsed

    said: dict[str, Any] = {"shown": ORDER, "once": uuid4()}
    hands_over(town.registrar.by, record, **said)
    with pytest.raises(FormUsed):
        hands_over(town.registrar.by, record, **{**said, **changes})
    assert opened_of(record) == ["record:released"]


def test_a_form_is_good_for_one_record_only(town: make.Town, record: UUID) -> None:
    from fileroom.people.answers import FormUsed

    form, other = uuid4(), filed(town.registrar.by, town.ana, "Another one.")
    hands_over(town.registrar.by, record, ORDER, once=form)
    with pytest.raises(FormUsed):
        hands_over(town.registrar.by, other, ORDER, once=form)
    assert opened_of(other) == []


def test_a_repetition_is_an_entry_of_its_own_in_the_log_of_the_first(town: make.Town, record: UUID) -> None:
    gag = replace(ORDER, nondisclosure=True, family_told_on=None, to_on=days(1))
    for shown, sealed in ((ORDER, False), (gag, True)):
        form = uuid4()
        hands_over(town.registrar.by, record, shown, once=form)
        for at in (AT, AT + timedelta(days=1)):
            before = len(entries())
            hands_over(town.registrar.by, record, shown, once=form, at=at)
            (again,) = entries()[before:]
            assert (again.record, again.sealed) == (record, sealed)
            assert parties()[again.id].said == "Dana Roe, Roe and Partners"


def test_a_repetition_that_the_law_would_now_refuse_is_noted_as_a_refusal(town: make.Town, record: UUID) -> None:
    from fileroom.disclosure.releasing import Repeated

    form = uuid4()
    hands_over(town.registrar.by, record, ORDER, once=form)
    dana = make.related("dana", town.ana)
    make.change(dana.row, given="Dana", family="Roe")
    make.order(town.ana, dana.row)
    before = len(entries())
    assert isinstance(hands_over(town.registrar.by, record, ORDER, once=form), Repeated)
    noted = {(it.act.value, it.actor.role, it.sealed) for it in entries()[before:]}
    assert noted == {("disclosure:refused", "registrar", True), ("disclosure:refused", "somebody", False)}


def test_a_form_whose_first_attempt_died_with_its_receipt_left_is_sent_again(
    town: make.Town, record: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.disclosure import releasing

    form, whole = uuid4(), releasing.Released

    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(releasing, "Released", dies)  # the key has left by then: the receipt stands
    with pytest.raises(KeyboardInterrupt):
        hands_over(town.registrar.by, record, ORDER, once=form)
    monkeypatch.setattr(releasing, "Released", whole)
    assert opened_of(record) == []
    assert isinstance(hands_over(town.registrar.by, record, ORDER, once=form), whole)
    assert opened_of(record) == ["record:released"]
