"""A program that runs at Ana's school, step by step, and something gathered under it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from tests import factories as make
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.people.models import Student
    from fileroom.people.signed_in import SignedIn
    from fileroom.programmes.social_media.services import InWords
    from fileroom.programmes.social_media.stages import Verb

BEFORE = make.TODAY - timedelta(days=40)
WHAT_FOR = "To notice threats against a school before anybody is hurt."
IN_SPANISH = "Para notar amenazas contra una escuela antes de que alguien sufra daño."
SAID = {
    "captured_on": str(make.TODAY - timedelta(days=1)), "reason": "threat",
    "pertains": "The post threatens the school by name.", "found_at": "A public post on a picture site",
    "said": "Tomorrow nobody should come to Alder Creek.",
}  # fmt: skip


@dataclass(frozen=True)
class Offices:
    """Who acts: the Superintendent's designee, and the custodian of records of the district."""

    town: make.Town
    designee: SignedIn
    custodian: SignedIn


def offices(town: make.Town) -> Offices:
    designee = make.staffed("desi", "administrator", None)
    keeper = make.employee("Kit", "Kent")
    make.custodian(keeper, None)
    return Offices(town, designee.by, make.signed_in(make.account("kit", employee=keeper)))


def what_for(en: str = WHAT_FOR, es: str = IN_SPANISH) -> InWords:
    """What the program is for, in both languages."""
    from fileroom.programmes.social_media.services import InWords

    return InWords(en, es)


def proposed(it: Offices, reasons: tuple[str, ...] = ("threat", "self_harm")) -> UUID:
    from fileroom.programmes.social_media.services import Taken, propose

    done = propose(uuid4(), what_for(), reasons, by=it.designee, at=AT)
    assert isinstance(done, Taken)
    return done.program


def steps(it: Offices, program: UUID, *verbs: Verb, since: date = BEFORE) -> list[Any]:
    """These steps, one a week."""
    from fileroom.programmes.social_media.services import Shown, take_step

    return [
        take_step(
            program,
            verb,
            Shown(since + timedelta(days=7 * at), "Minutes, item 12", regular=True),
            by=it.designee,
            at=AT,
        )
        for at, verb in enumerate(verbs)
    ]


def running(it: Offices, *named: make.Staffed) -> UUID:
    """A program that runs, under which the designee and the principal gather."""
    from fileroom.programmes.social_media.gatherers import name_gatherer
    from fileroom.programmes.social_media.stages import Verb

    program = proposed(it)
    steps(it, program, Verb.TELL_FAMILIES, Verb.HEAR, Verb.ADOPT, Verb.BEGIN)
    for who in named or (it.town.principal,):
        assert isinstance(name_gatherer(who.row.id, by=it.designee, at=AT), UUID)
    return program


def gathers(by: SignedIn, student: UUID, *, vendor: UUID | None = None, at: datetime = AT, **said: str) -> Any:
    from fileroom.programmes.social_media.gathering import gather

    return gather(uuid4(), student, SAID | said, vendor=vendor, by=by, at=at)


def readable(record: UUID) -> bool:
    """Is there a key left for any version of this record?"""
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Version

    with district_transaction():
        return Version.objects.filter(record_id=record, shredded_at=None).exists()


def behind(town: make.Town, who: Student) -> dict[str, UUID]:
    """An item of this student, a wish about it, and a company that is to be told: one of each id of an address."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import SocialMediaProgram, SocialMediaVendorNotice

    with district_transaction():
        program = SocialMediaProgram.objects.filter(ended_at=None).first()
    if program is None:
        running(offices(town))
    item = gathers(town.principal.by, who.id)
    told = SocialMediaVendorNotice(vendor=vendor_row(), student=who, why="adult", due_on=make.TODAY, noticed_at=AT)
    make.keep(told)
    return {"item_id": item.id, "wish_id": wish_row(item.id), "told_id": told.id}


def vendor_row() -> Any:
    """A company that gathers, as its row."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import Contract, Operator, SocialMediaProgram, SocialMediaVendor

    with district_transaction():
        if found := SocialMediaVendor.objects.first():
            return found
        program = SocialMediaProgram.objects.get(ended_at=None)
    entered = {"entered_at": AT, "entered_by": uuid4(), "entry": uuid4()}
    company = Operator(name="Watchful, Inc.", does="Gathers for safety", **entered)
    clauses = {str(it): {"stands": "has", "page": it, "words": "as asked"} for it in range(1, 10)}
    contract = Contract(
        operator=company, title="Agreement", signed_on=BEFORE, from_on=BEFORE, board_policy=True, clauses=clauses,
        **entered,
    )  # fmt: skip
    terms = {str(it): {"page": it, "words": "as asked"} for it in range(1, 5)}
    row = SocialMediaVendor(program=program, contract=contract, terms=terms, **entered)
    make.keep(company, contract, row)
    return row


def wish_row(item: UUID, kind: str = "delete", at: Any = AT) -> UUID:
    """A wish about it, as its row."""
    from fileroom.programmes.models import SocialMediaWish

    row = SocialMediaWish(item_id=item, kind=kind, asked_by=uuid4(), asked_at=at, entry=uuid4())
    make.keep(row)
    return row.id
