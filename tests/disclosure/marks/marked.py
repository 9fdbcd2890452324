"""Copies of marked records, for tests."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from fileroom.disclosure.shown import ShownConsent, ShownCourtPaper
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.releases import DANA, ORDER, consent

BORN = "place_of_birth"
TYPED_ON = "2026-10-01"
WHY = "The attorney argues about the age of the student."


def born(town: make.Town) -> UUID:
    """Where Ana was born, filed; the record."""
    from fileroom.collection.services import Collected, collect

    done = collect(town.ana.id, BORN, {"place": "Fresno, California"}, by=town.registrar.by, at=AT)
    assert isinstance(done, Collected), done.decision.says
    return done.record


def agreed(town: make.Town) -> ShownConsent:
    """Ana's mother agrees in writing that it goes to the attorney."""
    return consent(town, records=(BORN,))


def ordered() -> ShownCourtPaper:
    """A judge orders it."""
    from dataclasses import replace

    return replace(ORDER, records=(BORN,))


def asks(town: make.Town, record: UUID, because: str = WHY, *, once: UUID | None = None, by: Any = None) -> Any:
    """The registrar asks for a second look at the copy for the attorney."""
    from fileroom.disclosure.marks.asking import ask_look
    from fileroom.law.facts import Purpose
    from fileroom.programmes.notices.directory import not_yet_told

    return ask_look(
        once or uuid4(), record, because, to=DANA, purpose=Purpose.LITIGATION, shown=agreed(town),
        untold=not_yet_told, by=by or town.registrar.by, at=AT,
    )  # fmt: skip


def goes(town: make.Town, record: UUID, *, at: Any = AT, to: Any = DANA, **said: Any) -> Any:
    """What becomes of the copy for the attorney, by consent."""
    from fileroom.disclosure.marks.before import Looked
    from fileroom.law.codes import Limit
    from fileroom.law.facts import Purpose

    return _release(
        record, to=to, purpose=Purpose.LITIGATION, shown=agreed(town), by=town.registrar.by, at=at, once=uuid4(),
        confirmed=frozenset(Limit), looked=Looked(**said),
    )  # fmt: skip


def _release(record: UUID, **said: Any) -> Any:
    from fileroom.disclosure.releasing import release
    from fileroom.programmes.enforcement.visits import in_writing
    from fileroom.programmes.notices.directory import not_yet_told

    return release(record, enter=in_writing(uuid4(), ""), untold=not_yet_told, **said)


def by_order(town: make.Town, record: UUID, **said: Any) -> Any:
    """What becomes of the copy that a judge orders."""
    from fileroom.disclosure.marks.before import Looked
    from fileroom.law.codes import Limit
    from fileroom.law.facts import Purpose

    return _release(
        record, to=DANA, purpose=Purpose.COURT_PROCESS, shown=ordered(), by=town.registrar.by, at=AT, once=uuid4(),
        confirmed=frozenset(Limit), looked=Looked(**said),
    )  # fmt: skip


def waiting(by: Any, at: Any = AT) -> list[Any]:
    """The second looks that somebody owes."""
    from tests.disclosure import gated

    return gated.waiting(by, at, room="marked_copy")


def typed(town: make.Town) -> dict[str, str]:
    """The form of the release as the registrar fills it in."""
    return {
        "to": "attorney", "to_name": "Dana Roe", "to_organisation": "Roe and Partners",
        "identity_checked": "on", "purpose": "litigation", "shown": "consent",
        "consent_by": f"on-{town.mother.row.id}", "consent_form": "written", "consent_signed": "on",
        "consent_signed_on": TYPED_ON, "consent_records": BORN, "consent_purpose": "litigation",
        "consent_recipient": "Dana Roe",
    }  # fmt: skip
