"""No door opens under a limit it does not keep: every limit of the law at every door by which a record is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from fileroom.law import Decision
from fileroom.law.codes import Limit
from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.conftest import AT
from tests.disclosure.asking import filed, looks
from tests.disclosure.releases import opened_of

OTHERS, WHERE, PERMANENT = (
    Limit.OTHER_STUDENTS_REDACTED, Limit.ADDRESS_AND_SCHEDULE_WITHHELD, Limit.PERMANENT_RECORD_ONLY,
)  # fmt: skip


@pytest.fixture
def limited(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let every grant have this limit and no other."""
    from fileroom.people import counsel

    lawful = counsel.decide

    def limit(it: Limit) -> None:
        def decide(question: Any) -> Decision:
            given = lawful(question)
            return replace(given, limits=(it.value,)) if given.granted else given

        monkeypatch.setattr(counsel, "decide", decide)

    return limit


def sex(town: make.Town) -> UUID:
    """A record of the permanent file that tells neither of others nor where the student is."""
    from fileroom.collection.services import Collected, collect

    done = collect(town.ana.id, "sex", {"sex": "female"}, by=town.registrar.by, at=AT)
    assert isinstance(done, Collected)
    return done.record


@pytest.mark.parametrize("copy", [False, True], ids=["inspect", "copy"])
@pytest.mark.parametrize("limit", Limit)
def test_a_family_s_door_opens_under_no_limit_it_does_not_keep(
    town: make.Town, limited: Any, limit: Limit, copy: bool
) -> None:
    from fileroom.disclosure.by_office import ByOffice
    from fileroom.disclosure.services import Inspected

    told, plain = filed(town.registrar.by, town.ana, others="can_be_taken_out"), sex(town)
    limited(limit)
    assert isinstance(looks(town.mother.by, told, copy=copy), ByOffice)
    assert opened_of(told) == []
    kept = limit in (OTHERS, WHERE, PERMANENT)
    assert isinstance(looks(town.mother.by, plain, copy=copy), Inspected if kept else ByOffice)


@pytest.mark.parametrize("limit", Limit)
def test_the_counter_and_staff_who_look_are_told_every_limit(town: make.Town, limited: Any, limit: Limit) -> None:
    from fileroom.web.cards import LIMITS, OF_ONE_S_OWN_LOOK

    record = filed(town.registrar.by, town.ana)
    limited(limit)
    desk = browser(town.registrar.by)
    asked = {"asker": f"contact-{town.mother.row.id}", "identity_checked": "yes"}
    counter = desk.post(f"/students/{town.ana.id}/", asked).content.decode()
    opened = desk.get(f"/records/{record}/").content.decode()
    for page, told in ((counter, LIMITS), (opened, OF_ONE_S_OWN_LOOK)):
        assert f"You keep to this {told[limit]}".replace("'", "&#x27;") in words(page)


def test_no_door_of_a_family_opens_on_a_word_nobody_has_given(town: make.Town) -> None:
    from fileroom.disclosure.limits import on_a_page
    from fileroom.law import Outcome

    for limits in ((OTHERS, WHERE), (OTHERS, Limit.RELEVANT_RECORDS_ONLY), (WHERE, Limit.VIEW_ONLY)):
        granted = Decision(Outcome.MUST, "", (), limits=tuple(it.value for it in limits))
        within = on_a_page(granted, "sex", has_fields=True, of_nobody_else=False, home_in_it=False)
        assert within.shut and not within.to_confirm
