"""No state of the policy page is typed by hand: for each evidence a changed row turns it to attention, and back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fileroom.duties.states import Asked, Evidence, State
from tests import factories as make
from tests.conftest import AT
from tests.programmes.flip import Flip
from tests.programmes.flips import ALSO, FLIPS

ASKED = Asked(AT, quarantine_days=10, form_days=365)


def counted(name: str) -> Evidence:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.policy.evidences import EVIDENCES

    with district_transaction():
        return EVIDENCES[name](ASKED)


def test_each_evidence_that_any_room_counts_is_flipped_here(district: str) -> None:
    from fileroom.programmes.policy.evidences import EVIDENCES

    assert sorted(EVIDENCES) == sorted(FLIPS)


@pytest.mark.parametrize(
    ("name", "flipped"),
    [
        *(pytest.param(name, flip, id=name) for name, flip in FLIPS.items()),
        *(pytest.param(name, flip, id=f"{name}: {reason}") for name, reason, flip in ALSO),
    ],
)
def test_a_changed_row_turns_it_to_attention_and_another_turns_it_back(
    name: str, flipped: Callable[[make.Town], Flip], town: make.Town
) -> None:
    flip = flipped(town)
    flip.right()
    before = counted(name)
    assert before.state in (State.RUNNING, State.DUTY), before
    assert before.why == ""
    flip.wrong()
    wrong = counted(name)
    assert wrong.state is State.ATTENTION
    assert wrong.why == flip.why
    assert wrong.whose, "it says who sees to it"
    flip.back()
    assert counted(name).state is before.state


def test_two_rooms_that_count_under_one_name_are_found(district: str) -> None:
    from fileroom.programmes.policy.evidences import ROOMS, together

    with pytest.raises(ValueError, match="two rooms"):
        together([*ROOMS, ROOMS[0]])
