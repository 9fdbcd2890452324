"""Under a hold nothing goes: it is refused by law and written, and keeps nobody else's copy here."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.collection.quarantine.holding import OTHER_NUMBER, filled, held, settled, state_of
from tests.conftest import AT
from tests.disclosure.asking import entries

if TYPE_CHECKING:
    from fileroom.people.models import Student

CHOICES = ["destroy", "redact", "return"]
ON_HOLD = "retention.holds.while_on_hold"


def chosen(choice: str, held_id: UUID, town: make.Town) -> Any:
    from fileroom.collection.quarantine.deciding import destroy, return_to_sender
    from fileroom.collection.quarantine.without import redact_and_keep

    by = town.principal.by
    if choice == "destroy":
        return destroy(held_id, cleared=True, by=by, at=AT)
    return (return_to_sender if choice == "return" else redact_and_keep)(held_id, by=by, at=AT)


def on_hold(who: Student) -> None:
    from fileroom.records.services import hold

    hold(who.id, reason="request", by=None, at=AT)


@pytest.mark.parametrize("choice", CHOICES)
def test_under_a_hold_nothing_goes_and_the_refusal_is_a_line(town: make.Town, choice: str) -> None:
    from fileroom.people.answers import Refused

    id_ = held(town.registrar.by, town.ana)
    on_hold(town.ana)
    answer = chosen(choice, id_, town)
    assert isinstance(answer, Refused)
    assert answer.decision.because[0].rule == ON_HOLD
    assert state_of(id_) == "held"
    noted = entries()[-1]
    assert (noted.act, noted.record, noted.rules[0]) == ("quarantine:refused", id_, ON_HOLD)
    assert "quarantine:read_again" not in [it.act for it in entries()], "nor is it opened for nothing"


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("oldest", [True, False])
def test_a_hold_over_one_student_keeps_that_one_copy_whichever_it_is(
    town: make.Town, choice: str, *, oldest: bool
) -> None:
    one = held(town.registrar.by, town.ana)
    other = held(town.registrar.by, town.ben, filled("Ben Ruiz", OTHER_NUMBER), at=AT + timedelta(minutes=1))
    on_hold(town.ana if oldest else town.ben)
    done = settled(chosen(choice, one, town))
    kept, gone = (one, other) if oldest else (other, one)
    assert (done.number, done.left, state_of(kept)) == (1, 1, "held")
    assert state_of(gone) == {"destroy": "destroyed", "redact": "redacted", "return": "returned"}[choice]
    act = next(it for it in entries() if it.id == done.entry)
    assert (act.record, act.student) == (gone, town.ben.id if oldest else town.ana.id), "of whom it truly was"


def test_holds_over_the_oldest_stop_nobodys_turn(town: make.Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from fileroom.collection.quarantine import without

    monkeypatch.setattr(without, "AT_ONCE", 2)
    kids = [make.student(f"Kid{place}", "Low") for place in range(4)]
    ids = []
    for place, kid in enumerate(kids):
        make.enrolment(kid, town.school)
        body = filled(f"Kid{place} Low", f"401-22-66{place}3")
        ids.append(held(town.registrar.by, kid, body, at=AT + timedelta(minutes=place)))
    for kid in kids[:3]:
        on_hold(kid)
    assert settled(chosen("redact", ids[0], town)).number == 1
    assert [state_of(it) for it in ids] == ["held", "held", "held", "redacted"]
