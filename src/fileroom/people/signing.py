"""The verbs of counsel's desk: sign for what rests on memory, for a change of law, for a reading. Each is one act."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.readings import READINGS
from fileroom.law.signing import INSTALLED, fingerprint, first_release, releases, signables
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.answers import Refused
from fileroom.people.counsel import decide, forget
from fileroom.people.designators import DesignatorFacts, signer_facts
from fileroom.people.models import Account, CounselSignature, ReadingChoice
from fileroom.people.questions import signature
from fileroom.people.services import Done
from fileroom.people.signed_in import SignedIn

AHEAD = timedelta(days=3 * 366)
Effect = CounselSignature.Effect


def may_sign(*, by: SignedIn, at: datetime) -> bool:
    """Would the law let this account sign? Joins an open transaction."""
    with district_transaction():
        return _asked(by, at)[0].granted


@durable_transaction
def sign(kind: str, item: str, *, effect: str, from_on: date, by: SignedIn, at: datetime) -> Done | Refused:
    """Sign for a rule, figure or catalogue item that rests on memory, for a release's change of law, or for the first.

    Raises ValidationError: there is no such thing to sign for, no such effect, or the day is past.
    """
    text = _text(kind, item, effect)
    _day(from_on, at)
    decision, who = _asked(by, at)
    if not decision.granted:
        return _refused(decision, who, by, at)
    entry = _noted(kind, item, effect, from_on, text, decision, by.acting_as(who.role), at)
    row = CounselSignature.objects.create(
        kind=kind, item=item, text=text, effect=effect, from_on=from_on, signed_at=at, signed_by=by.account.id,
        entry=entry,
    )  # fmt: skip
    forget()
    return Done(row.id, entry)


@durable_transaction
def choose(reading: str, option: str, *, from_on: date, by: SignedIn, at: datetime) -> Done | Refused:
    """Choose a reading from a day on. Raises ValidationError: no such reading or option, or the day is past."""
    if reading not in READINGS or option not in READINGS[reading].options:
        raise ValidationError({"option": "Choose one of the readings."})
    _day(from_on, at)
    decision, who = _asked(by, at)
    if not decision.granted:
        return _refused(decision, who, by, at)
    text = fingerprint(READINGS[reading].canonical())
    entry = _noted("reading", reading, option, from_on, text, decision, by.acting_as(who.role), at)
    row = ReadingChoice.objects.create(
        reading=reading, option=option, text=text, from_on=from_on, signed_at=at, signed_by=by.account.id, entry=entry,
    )  # fmt: skip
    forget()
    return Done(row.id, entry)


@durable_transaction
def found(*, at: datetime) -> UUID | None:
    """A new district of the demonstration follows the law of the release installed, and the program signs for that.

    None where it is not new. The program is nobody: counsel's desk still asks a person of the district to sign for it.
    Any other district begins with nothing signed (docs/decisions/0017).
    """
    if Account.objects.exists() or CounselSignature.objects.exists():
        return None
    program = Actor(account=None, role="system", door="cli")
    today = district_day(at)
    text = _text("release", str(INSTALLED), Effect.CONFIRMED)
    entry = _noted("release", str(INSTALLED), Effect.CONFIRMED, today, text, None, program, at)
    row = CounselSignature.objects.create(
        id=uuid4(), kind="release", item=str(INSTALLED), text=text, effect=Effect.CONFIRMED,
        from_on=today, signed_at=at, signed_by=None, entry=entry,
    )  # fmt: skip
    forget()
    made: UUID = row.id
    return made


def _text(kind: str, item: str, effect: str) -> str:
    if kind == "release":
        change = next((it for it in (first_release(), *releases()) if str(it.number) == item), None)
        if change is None or effect != Effect.CONFIRMED:
            raise ValidationError({"item": "There is no such release of the law to sign for."})
        return change.text
    thing = signables().get((kind, item))
    if thing is None:
        raise ValidationError({"item": "This does not rest on memory, or is not in this book."})
    if effect not in Effect.values:
        raise ValidationError({"effect": "Choose what your signature says."})
    return thing.text


def _day(from_on: date, at: datetime) -> None:
    today = district_day(at)
    if not today <= from_on <= today + AHEAD:
        raise ValidationError({"from_on": "A signature holds from today or from a later day; nothing is decided anew."})


def _asked(by: SignedIn, at: datetime) -> tuple[Decision, DesignatorFacts]:
    who = signer_facts(by.account, on := district_day(at))
    return decide(signature(who, on=on)), who


def _noted(
    kind: str, item: str, effect: str, from_on: date, text: str, decision: Decision | None, actor: Actor, at: datetime
) -> UUID:
    """The entry says all that the row says: what, to which effect, from when, which text, by whom (signature_check)."""
    part, outcome = f"{kind}:{item}"[:120], f"{effect}:{from_on}:{text}"
    return ledger.write(ledger.event(Act.LAW_SIGNED, part=part, by=actor, decision=decision, outcome=outcome, at=at))


def _refused(decision: Decision, who: DesignatorFacts, by: SignedIn, at: datetime) -> Refused:
    event = ledger.event(Act.LAW_SIGN_REFUSED, by=by.acting_as(who.role), decision=decision, at=at)
    return Refused(decision, ledger.write(event))
