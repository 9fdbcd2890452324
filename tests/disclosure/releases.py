"""Copies that somebody outside asks for, for tests."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from fileroom.disclosure.shown import Everything, Recipient, Shown, ShownConsent, ShownCourtPaper
from fileroom.law.codes import Limit
from fileroom.law.facts import ConsentForm, PaperKind, Purpose, RequesterKind
from tests import factories as make
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.disclosure.parties import Party
    from fileroom.people.signed_in import SignedIn

TODAY = AT.date()
RATING = "counsellor_or_teacher_rating"
DANA = Recipient("Dana Roe", RequesterKind.ATTORNEY, "Roe and Partners", identity_checked=True)
ORDER = ShownCourtPaper(
    PaperKind.COURT_ORDER, signed_by_judge=True, records=(RATING,), from_on=TODAY - timedelta(days=10),
    family_told_on=TODAY - timedelta(days=3),
)  # fmt: skip
AGENCY = ShownCourtPaper(PaperKind.ADMINISTRATIVE_WARRANT, records=Everything.RECORDS, from_on=TODAY)

FORM = uuid4()  # the page that is pressed again and again, until the answer is a copy


def days(number: int) -> date:
    """So many days from today; ago, where negative."""
    return TODAY + timedelta(days=number)


def consent(town: make.Town, **changes: Any) -> ShownConsent:
    """Ana's mother's complete consent that her rating goes to the attorney."""
    whole = ShownConsent(
        town.mother.row.id, ConsentForm.WRITTEN, signed=True, signed_on=days(-1), records=(RATING,),
        purpose=Purpose.LITIGATION, recipient="Dana Roe",
    )  # fmt: skip
    return replace(whole, **changes)


def hands_over(
    by: SignedIn,
    record: UUID,
    shown: Shown | None = None,
    *,
    to: Recipient = DANA,
    purpose: Purpose = Purpose.COURT_PROCESS,
    at: datetime = AT,
    once: UUID | None = None,
    confirmed: Collection[Limit] = tuple(Limit),
    read_it: bool = True,
) -> Any:
    """What becomes of a copy to be handed over by somebody who confirms what there is to confirm, and has read it."""
    from fileroom.disclosure.marks.before import Looked
    from fileroom.disclosure.releasing import release
    from fileroom.programmes.enforcement.visits import in_writing
    from fileroom.programmes.notices.directory import not_yet_told

    return release(
        record, to=to, purpose=purpose, shown=shown, enter=in_writing(FORM, to.name), untold=not_yet_told, by=by, at=at,
        once=once or uuid4(), confirmed=frozenset(confirmed), looked=Looked(read_it),
    )  # fmt: skip


def proposes(
    by: SignedIn,
    record: UUID,
    shown: Shown | None = None,
    *,
    to: Recipient = DANA,
    purpose: Purpose = Purpose.COURT_PROCESS,
) -> Any:
    """What the law answers before."""
    from fileroom.disclosure.releasing import propose
    from fileroom.programmes.enforcement.visits import in_writing
    from fileroom.programmes.notices.directory import not_yet_told

    enter = in_writing(FORM, to.name)
    return propose(record, to=to, purpose=purpose, shown=shown, enter=enter, untold=not_yet_told, by=by, at=AT)


def document(town: make.Town) -> UUID:
    """A document on Ana's file that says hello; the record."""
    from fileroom.collection.items import BY_HAND, form_of
    from fileroom.collection.services import Collected, Document, collect
    from fileroom.law.catalogue import Others

    item = next(it for it in BY_HAND if not form_of(it))
    note = Document("note.txt", b"hello there")
    done = collect(town.ana.id, item, note, by=town.registrar.by, at=AT, others=Others.NOBODY)
    assert isinstance(done, Collected), done.decision.says
    return done.record


def parties() -> dict[UUID, Party]:
    """Everybody whose name is kept, by entry."""
    from fileroom.disclosure.models import Recipient as Row
    from fileroom.disclosure.parties import of
    from fileroom.hosting import district_transaction

    with district_transaction():
        return dict(of(list(Row.objects.values_list("entry", flat=True))))


def opened_of(record: UUID) -> list[str]:
    """Acts by which contents of this record left their seal."""
    from tests.disclosure.asking import entries

    leaving = ("record:released", "record:inspected", "record:copied")
    return [event.act.value for event in entries() if event.record == record and event.act in leaving]


def duties(answer: Any) -> set[str]:
    """The codes of what follows from it."""
    return {duty.code for duty in answer.decision.duties}


def lacks(answer: Any) -> list[str]:
    """The facts it asks for."""
    return [it.fact for it in answer.decision.missing]
