"""The online account of a parent, or of a student: given at the counter to whoever shows their ID, by a link that is
handed over and works once. What it opens the law says at each look.

Whoever settles, by the papers seen, who is related to a student gives it. The entries stand in the open log of every
child whose file the account may open, at whatever school: whoever reads it learns that an account was given, and the
holder of one that was opened learns of a new link there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import F, Q

from fileroom.casework.links import LANGUAGES
from fileroom.casework.post import is_an_address
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.accounts import NOT_CHOSEN
from fileroom.people.answers import Missing, Refused
from fileroom.people.bound import employees_written_to
from fileroom.people.facts import Touch
from fileroom.people.mailboxes import folded
from fileroom.people.models import Account, Relationship
from fileroom.people.services import may_settle
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.accounts.inviting import Link, Way, end_links, make_link
from fileroom.programmes.accounts.standing import was_opened

T = TypeVar("T")
VERIFIED = Q(standing="verified")
FAMILY = "family"  # in the entries: an account of a family's, given at the counter
NOT_AN_ADDRESS = "Write an e-mail address like maria@example.com: they sign in by it."
AT_WORK = (
    "Somebody who works here has this address, and signs in by it at work. A family has one of their own. If it is the"
    " same person, write another mailbox of theirs; who has none sees the file here at the counter."
)
TAKEN = "Somebody signs in by this address already. Each person has an address of their own."


@dataclass(frozen=True)
class Whose:
    """A contact, by the verified relationship to the student; without one, the student."""

    student: UUID
    relationship: UUID | None = None


@dataclass(frozen=True)
class Standing:
    """An account of a family's, as the page of people shows it. `opened`: its holder has chosen a password."""

    sign_in_name: str
    language: str
    is_active: bool
    opened: bool


def of_the_file(student_id: UUID, *, by: SignedIn, at: datetime) -> dict[UUID | None, Standing | None]:
    """The accounts of the student's contacts, by the relationship, and the student's own, under None; None where nobody
    has given one. Of a contact whom nobody has verified, or no longer, one that can be closed here. For whoever may
    give one, and for nobody else."""
    with district_transaction():
        if not may_settle(student_id, by, at)[0].granted:
            return {}
        these = Relationship.objects.filter(student=student_id)
        here = these.filter(VERIFIED | ~Q(contact__in=Relationship.objects.filter(VERIFIED).values("contact")))
        ties = dict(here.values_list("contact_id", "id"))
        found: dict[UUID | None, Standing | None] = dict.fromkeys((*ties.values(), None))
        for it in Account.objects.filter(Q(contact__in=ties) | Q(student=student_id)):
            whose = ties[it.contact_id] if it.contact_id else None
            found[whose] = Standing(it.sign_in_name, it.language or "en", it.is_active, was_opened(it))
        return found


def give_account(whose: Whose, *, email: str, language: str, by: SignedIn, at: datetime) -> Link | Refused:
    """An account for somebody whose ID was looked at today, and its link, shown this once.

    Raises Missing (nobody such, or none this account may know of) and ValidationError (no address, one by which
    somebody signs in or that an employee has, a language that no page has, or they have an account).
    """
    said = email.strip().lower()
    if not is_an_address(said):
        raise ValidationError({"email": NOT_AN_ADDRESS})
    if language not in LANGUAGES:
        raise ValidationError({"language": "Choose the language of their pages."})
    try:
        return _known(_give(whose, said, language, by, at))
    except IntegrityError:  # another press was quicker
        raise ValidationError({"email": TAKEN}) from None


@durable_transaction
def _give(whose: Whose, email: str, language: str, by: SignedIn, at: datetime) -> Link | Refused | None:
    noted = _asked(whose, by, at)
    if not isinstance(noted, dict):
        return noted
    holder = _holder(whose)
    if Account.objects.filter(**holder).exists():
        raise ValidationError("They have an account already. Make a new link for it.")
    if Account.objects.filter(sign_in_name__iexact=email).exists():
        raise ValidationError({"email": TAKEN})
    if employees_written_to(folded(email), on=district_day(at)):  # or nobody could let them in by it
        raise ValidationError({"email": AT_WORK})
    account = Account(
        id=uuid4(), sign_in_name=email, language=language, password=NOT_CHOSEN,
        identity_verified_on=district_day(at), **holder,
    )  # fmt: skip
    _enter(Act.ACCOUNT_MADE, account, noted)
    account.save(force_insert=True)
    return make_link(account, Way.HAND, noted["by"], at=at)


def new_link(whose: Whose, *, by: SignedIn, at: datetime) -> Link | Refused:
    """Another link for somebody whose ID was looked at today: the one before is dead, and a closed account is open
    again. Their password holds until they have chosen another. Raises Missing."""
    return _known(_new_link(whose, by, at))


@durable_transaction
def _new_link(whose: Whose, by: SignedIn, at: datetime) -> Link | Refused | None:
    noted = _asked(whose, by, at)
    if not isinstance(noted, dict):
        return noted
    account = _account(whose)
    _enter(Act.ACCOUNT_REOPENED, account, noted)
    account.is_active, account.identity_verified_on = True, district_day(at)
    account.save(update_fields=["is_active", "identity_verified_on"])
    return make_link(account, Way.HAND, noted["by"], at=at)


def close_account(whose: Whose, *, by: SignedIn, at: datetime) -> UUID | Refused:
    """From this moment nobody is signed in by it. That of somebody who is not, or no longer, known to be related is
    closed too, unless it opens another child's file: it is closed there. Raises Missing; a second time changes
    nothing."""
    return _known(_close(whose, by, at))


@durable_transaction
def _close(whose: Whose, by: SignedIn, at: datetime) -> UUID | Refused | None:
    noted = _asked(whose, by, at)
    if not isinstance(noted, dict):
        return noted
    account = _account(whose, also_unverified=True)
    if account.is_active:
        _enter(Act.ACCOUNT_CLOSED, account, noted)
        end_links(account.id, at=at)
        Account.objects.filter(pk=account.pk).update(is_active=False, password=NOT_CHOSEN, turn=F("turn") + 1)
    return account.id


def _known(done: T | Refused | None) -> T | Refused:
    """Whoever does not serve the student is told nothing; the entry of their try is committed."""
    if done is None:
        raise Missing
    return done


def _holder(whose: Whose, *, also_unverified: bool = False) -> dict[str, Any]:
    """Whom the account belongs to. Raises Missing where nobody has verified who they are to the student;
    `also_unverified`: only where somebody has verified who they are to another."""
    if whose.relationship is None:
        return {"student_id": whose.student}
    tie = Relationship.objects.filter(pk=whose.relationship, student=whose.student).first()
    if tie is None:
        raise Missing
    elsewhere = Relationship.objects.filter(VERIFIED, contact=tie.contact_id)
    if tie.standing != "verified" and not (also_unverified and not elsewhere.exists()):
        raise Missing
    return {"contact_id": tie.contact_id}


def _account(whose: Whose, *, also_unverified: bool = False) -> Account:
    holder = _holder(whose, also_unverified=also_unverified)
    found = Account.objects.select_for_update(of=("self",)).filter(**holder).first()
    if found is None:
        raise Missing
    return found


def _enter(act: Act, account: Account, noted: dict[str, Any]) -> None:
    """The entry of the act, in the log of each child whose file this account may open: the line names nobody, and no
    other child."""
    ties = Relationship.objects.filter(VERIFIED, contact=account.contact_id)
    for student in sorted({noted["student"], *ties.values_list("student_id", flat=True)}):
        ledger.write(ledger.event(act, record=account.id, **noted | {"student": student}))


def _asked(whose: Whose, by: SignedIn, at: datetime) -> dict[str, Any] | Refused | None:
    """What the entry of the act says, where the law lets this account do it. None: they do not serve the student."""
    decision, who = may_settle(whose.student, by, at, Touch.CHANGES)
    actor: Actor = by.acting_as(who.role)
    noted: dict[str, Any] = {
        "student": whose.student, "part": FAMILY, "by": actor, "purpose": by.purpose.value, "decision": decision,
        "at": at,
    }  # fmt: skip
    if decision.granted:
        return noted
    sealed = by.account.employee_id is None or decision.silent
    entry = ledger.write(ledger.event(Act.ACCOUNT_REFUSED, sealed=sealed, **noted))
    return Refused(decision, entry) if who.offices else None
