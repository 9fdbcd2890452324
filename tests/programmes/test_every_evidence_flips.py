"""No state of the policy page is typed by hand: for each evidence a changed row turns it to attention, and back."""

from __future__ import annotations

import pytest

from fileroom.duties.states import Asked, Evidence, State
from tests import factories as make
from tests.conftest import AT
from tests.programmes.flips import FLIPS
from tests.programmes.flips_of_cards import claimed

ASKED = Asked(AT, quarantine_days=10, form_days=365)


def counted(name: str) -> Evidence:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.policy.evidences import EVIDENCES

    with district_transaction():
        return EVIDENCES[name](ASKED)


def test_each_evidence_that_any_room_counts_is_flipped_here(district: str) -> None:
    from fileroom.programmes.policy.evidences import EVIDENCES

    assert sorted(EVIDENCES) == sorted(FLIPS)


@pytest.mark.parametrize("name", FLIPS)
def test_a_changed_row_turns_it_to_attention_and_another_turns_it_back(name: str, town: make.Town) -> None:
    flip = FLIPS[name](town)
    flip.right()
    before = counted(name)
    assert before.state in (State.RUNNING, State.DUTY), before
    assert before.why == ""
    flip.wrong()
    wrong = counted(name)
    assert wrong.state is State.ATTENTION
    assert wrong.why and wrong.whose, "it says why, and who sees to it"
    flip.back()
    assert counted(name).state is before.state


def test_two_rooms_that_count_under_one_name_are_found(district: str) -> None:
    from fileroom.programmes.policy.evidences import ROOMS, together

    with pytest.raises(ValueError, match="two rooms"):
        together([*ROOMS, ROOMS[0]])


def test_orders_that_a_list_alone_claims_turn_it_to_attention_too(town: make.Town) -> None:
    flip = claimed(town)
    flip.right()
    assert counted("collection.orders").state is State.RUNNING
    flip.wrong()
    assert counted("collection.orders").state is State.ATTENTION
    flip.back()
    assert counted("collection.orders").state is State.RUNNING
