"""Documents held back at the counter, and who may decide about them, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests import factories as make
from tests.conftest import AT

if TYPE_CHECKING:
    from uuid import UUID

    from fileroom.collection.quarantine.gathering import Settled
    from fileroom.people.answers import Refused
    from fileroom.people.models import Student
    from fileroom.people.signed_in import SignedIn

ITEM = "test_results"
NUMBER = "318-44-7265"
OTHER_NUMBER = "401-22-6613"
FORM = "Reading assessment\nStudent name: {name}\nSocial Security number: {number}\nAt grade level.\n"


def filled(name: str = "Ana Torres", number: str = NUMBER) -> bytes:
    """One copy of a form on which somebody wrote a number."""
    return FORM.format(name=name, number=number).encode()


def brings(by: SignedIn, who: Student, body: bytes | None = None, *, name: str = "scan.txt", **also: Any) -> Any:
    """Hand a document in at the counter, to be held where it may not be filed."""
    from fileroom.collection.quarantine.counter import hold_document
    from fileroom.collection.services import Document

    item, at = also.pop("item", ITEM), also.pop("at", AT)
    return hold_document(who.id, item, Document(name, filled() if body is None else body), by=by, at=at, **also)


def upload(body: bytes, name: str = "scan.txt") -> Any:
    """A file as a browser hands it over."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile(name, body, "text/plain")


def held(by: SignedIn, who: Student, body: bytes | None = None, **also: Any) -> UUID:
    """The same, held: its id."""
    from fileroom.collection.quarantine.holding import Held

    answer = brings(by, who, body, **also)
    assert isinstance(answer, Held), answer
    return answer.id


def held_of(who: Student) -> UUID:
    """Something of a student that lies in quarantine, or came before, whoever brought it."""
    from fileroom.collection.quarantine.examined import examined
    from fileroom.collection.quarantine.holding import Brought, hold
    from fileroom.hosting import durable
    from fileroom.ledger.services import Actor
    from fileroom.records.contents import Contents
    from fileroom.screening import TextKind
    from fileroom.screening.parts import Outcome, Part
    from fileroom.screening.screened import Screened

    body = filled()
    seen = Screened(Outcome.FINDINGS, (), 1, 0, fully_examined=True, says="")
    with durable():
        made = examined("", body, seen, [Part(body.decode(), TextKind.PROSE)], on=AT.date())
        brought = Brought(who.id, ITEM, Contents.document(body, "text/plain"), made, None)
        (answer,) = hold([brought], road="import", noted={}, by=Actor(None, "system", "cli"), at=AT)
    return answer.id


def decision(choice: str, **also: str) -> dict[str, object]:
    """The custodian's form as its page gave it out, filled in."""
    from tests.attacks.browsing import form

    said = {"returned": "on", "cleared": "on", "until": "2099-01-01T00:00:00+00:00"} | also
    return form(choice=choice, **said)


def state_of(held_id: UUID) -> str:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Quarantined

    with district_transaction():
        return str(Quarantined.objects.get(pk=held_id).state)


def settled(answer: Settled | Refused) -> Settled:
    from fileroom.collection.quarantine.gathering import Settled

    assert isinstance(answer, Settled), answer
    return answer


def districts_custodian() -> make.Staffed:
    """The custodian of records of the whole district."""
    keeper = make.staffed("keeper", "administrator", None)
    make.custodian(keeper.row, None)
    return keeper
