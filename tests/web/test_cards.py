"""The decision card says what is still to be done, and nothing that is done already."""

from __future__ import annotations

import pytest

from tests.law.worlds import ask

pytestmark = pytest.mark.usefixtures("installation")


def _asked_for(identity: str) -> bool:
    from fileroom.web.cards import card

    return any("who the person is" in duty for duty in card(ask("parent", requester__identity=identity))["duties"])


def test_who_the_person_is_is_asked_for_until_the_id_was_seen_and_not_after() -> None:
    assert _asked_for("claimed")
    assert not _asked_for("verified")
