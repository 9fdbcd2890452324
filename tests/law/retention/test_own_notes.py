"""Notes in their maker's sole possession are no pupil record until they are shown."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because

UNSHOWN = {"kind": "sole_possession_notes", "shared_with": "nobody"}


@pytest.mark.parametrize("kind", ["teacher", "nurse", "counselor", "employee", "administrator"])
@pytest.mark.parametrize("shown", ["nobody", "temporary_substitute"])
def test_their_maker_may_throw_them_away(kind: str, shown: str) -> None:
    made = ask("destroy", requester={"kind": kind}, record={**UNSHOWN, "shared_with": shown})
    assert made.outcome is Outcome.MAY
    assert because(made) == ["retention.own_notes.their_maker"]


def test_notes_that_were_shown_are_a_record_and_not_the_makers_to_destroy() -> None:
    shown = {**UNSHOWN, "shared_with": "another_person"}
    assert because(ask("destroy", requester={"kind": "teacher"}, record=shown)) == ["retention.keepers.by_nobody_else"]


@pytest.mark.parametrize("action", ["destroy", "retain"])
def test_whether_anybody_has_seen_them_is_asked_first(action: str) -> None:
    asked = ask(action, requester={"kind": "teacher"}, record={"kind": "sole_possession_notes"})
    assert asked.outcome is Outcome.NEEDS_MORE
    assert [it.fact for it in asked.missing] == ["record.shared_with"]


@pytest.mark.parametrize("binds", ["on_hold", "pending_request"])
def test_notes_that_somebody_waits_for_stay(binds: str) -> None:
    assert ask("destroy", requester={"kind": "teacher"}, record={**UNSHOWN, binds: True}).outcome is Outcome.NO


def test_nobody_from_outside_destroys_anothers_notes() -> None:
    assert ask("destroy", requester={"kind": "parent"}, record=UNSHOWN).outcome is Outcome.NO
    assert ask("destroy", requester={"kind": "volunteer"}, record=UNSHOWN).outcome is Outcome.NO


def test_their_maker_may_keep_them_and_nobody_from_outside_anothers() -> None:
    kept = ask("retain", requester={"kind": "teacher"}, record=UNSHOWN)
    assert because(kept) == ["retention.own_notes.kept_by_their_maker"]
    for kind in ("parent", "volunteer", "public"):
        assert ask("retain", requester={"kind": kind}, record=UNSHOWN).outcome is Outcome.NO
