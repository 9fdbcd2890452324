"""Opening a school: its custodian of records signs that what lies on paper is entered. Until then orders are not known
there, and no family of the school sees a file online; whoever takes the word back closes it again.

Who may open every order of a school's files may say that none is missing: that is the question asked of the law.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from fileroom.collection.orders.unsettled import waits
from fileroom.duties import queries as open_duties
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Choice, Purpose, Question, Record, RecordKind, Requester, RequesterKind, Standing
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import bound, counsel
from fileroom.people.answers import Missing, Refused
from fileroom.people.facts import CUSTODIAN, NO_OFFICE
from fileroom.people.models import Account, AddressCard, CourtOrder, FamilyChoice, School, Student
from fileroom.people.offices import custodian_there
from fileroom.people.queries import at_school
from fileroom.people.signed_in import SignedIn
from fileroom.people.vacancies import DRAWERS, counts_again, owe_signature, put_off_signature
from fileroom.records.models import Record as Shelved

RESTRICTION = "directory_restriction"
REFUSED = Choice.DIRECTORY_REFUSED.value
# The papers beside it by which a family refuses, and under which number of the drawer each is counted (20 U.S.C. 7908;
# Ed. Code 69432.9, 49073.2; Health & Saf. Code 120440). No other refusal is kept here.
BY_STATUTE: Mapping[str, tuple[Choice, ...]] = {
    "military": (Choice.MILITARY_REFUSED, Choice.MILITARY_REFUSED_BY_ADULT_STUDENT),
    "colleges": (Choice.COLLEGE_RECRUITER_REFUSED,),
    "others": (
        Choice.GPA_TO_CSAC_REFUSED, Choice.IMMUNIZATION_REGISTRY_REFUSED, Choice.LEFT_OUT_OF_MINUTES,
        Choice.SCREENING_REFUSED,
    ),
}  # fmt: skip
TOO_FEW = "The drawer has more than are entered here. Enter what is missing, then sign."
TOO_MANY = "More are entered here than lie in the drawer. Look for the paper, or count again."
# Of whatever waits, to whomever: what may be about the custodian themselves is told apart from nothing else by it. It
# names no page as all that can wait: who finds theirs empty would know whom the rest is about.
WAITS = (
    "Not yet: something at this school is settled first. It may stand with you, or with others, on no page of"
    " yours: ask the Superintendent’s office. Then your first screen asks you again to count and sign."
)
DIFFERS, IS_WAITED_FOR = "differs", "waits"  # why a try was refused, as its entry says it


@dataclass(frozen=True)
class Drawer:
    """What lies on paper at the school, as its custodian has counted it: orders that hold, refusals of directory
    information (students), Safe at Home cards (one for each household), refusals of military and of college recruiters
    (students), and the other choices that the law gives a family (each student's each)."""

    orders: int
    restrictions: int
    cards: int
    military: int = 0
    colleges: int = 0
    others: int = 0


@dataclass(frozen=True)
class Site:
    """A school as it stands today. `may_sign`: the law would let this account. What is entered here it never counts
    out: the drawer is counted, not copied. `count_again`: it was signed for before every refusal was counted."""

    school: UUID
    name: str
    signed_on: date | None
    may_sign: bool
    count_again: bool


@dataclass(frozen=True)
class Signed:
    """It is noted, under this entry."""

    entry: UUID


def site(school_id: UUID, *, by: SignedIn, at: datetime) -> Site:
    """How a school stands. Raises Missing."""
    on = district_day(at)
    with district_transaction():
        school = School.objects.filter(pk=school_id).first()
        if school is None:
            raise Missing
        may = _decided(school_id, by, on)[0].granted
        again = any(counts_again(it.part) for it in open_duties.about(DRAWERS, [school.id], at=at))
        return Site(school.id, school.name, school.orders_entered_on, may, again)


def sign_for_orders(school_id: UUID, drawer: Drawer, *, by: SignedIn, at: datetime) -> Signed | Refused:
    """The school's custodian signs that all of the drawer is entered: from now on its orders are known.

    Raises Missing, and ValidationError where the counts differ or something is settled first; the try is noted.
    """
    done = _sign(school_id, drawer, by, at)
    if isinstance(done, dict):  # only now: its entry is committed
        raise ValidationError(done)
    return done


@durable_transaction
def _sign(school_id: UUID, drawer: Drawer, by: SignedIn, at: datetime) -> Signed | Refused | dict[str, str]:
    """What does not add up, by the field that says it, where it does not."""
    school, decision, role = _asked(school_id, by, at)
    if not decision.granted:
        return Refused(decision, _noted(Act.ORDERS_SIGN_REFUSED, school, decision, role, by, at))
    on = district_day(at)
    wrong, waiting = _differs(drawer, _entered(school_id, by.account, on)), waits(school_id, on)
    counted = "/".join(f"{name}:{number}" for name, number in asdict(drawer).items())
    if wrong or waiting:
        outcome = "/".join(it for it, so in ((DIFFERS, wrong), (IS_WAITED_FOR, waiting)) if so)
        entry = _noted(Act.ORDERS_SIGN_REFUSED, school, decision, role, by, at, part=counted, outcome=outcome)
        if waiting:
            put_off_signature(school.id, Over(by.account.id, entry, at))
        return wrong | ({"waits": WAITS} if waiting else {})
    entry = _noted(Act.ORDERS_SIGNED_FOR, school, decision, role, by, at, part=counted)
    school.orders_entered_on = on
    school.save(update_fields=["orders_entered_on"])
    duties.discharge(DRAWERS, school.id, Over(by.account.id, entry, at))
    return Signed(entry)


@durable_transaction
def withdraw_signature(school_id: UUID, *, by: SignedIn, at: datetime) -> Signed | Refused:
    """The custodian takes it back: orders are not known at the school again, from this moment. Raises Missing."""
    school, decision, role = _asked(school_id, by, at)
    if not decision.granted:
        return Refused(decision, _noted(Act.ORDERS_SIGN_REFUSED, school, decision, role, by, at))
    entry = _noted(Act.ORDERS_SIGN_WITHDRAWN, school, decision, role, by, at)
    school.orders_entered_on = None
    school.save(update_fields=["orders_entered_on"])
    owe_signature(school.id, entry, at)
    return Signed(entry)


def _asked(school_id: UUID, by: SignedIn, at: datetime) -> tuple[School, Decision, str]:
    school = School.objects.select_for_update(no_key=True).filter(pk=school_id).first()
    if school is None or by.account.employee_id is None:
        raise Missing
    return school, *_decided(school_id, by, district_day(at))


def _decided(school_id: UUID, by: SignedIn, on: date) -> tuple[Decision, str]:
    """May this account open the orders in the files of this school; and in which role do they ask?"""
    employee = by.account.employee_id
    theirs = employee is not None and custodian_there(employee, school_id, on)
    known = by.account.identity_verified_on
    asker = Requester(
        kind=RequesterKind.CUSTODIAN_OF_RECORDS if theirs else RequesterKind.EMPLOYEE,
        identity=Standing.VERIFIED if known and known <= on else Standing.CLAIMED,
        has_student=theirs,
        keeps_records=theirs,
    )
    record = Record(kind=RecordKind.COURT_ORDER)
    purpose = Purpose.EDUCATIONAL_INTEREST
    asked = Question(
        on=on, action=Action.INSPECT, purpose=purpose, requester=asker, record=record, papers=(), orders=()
    )
    return counsel.decide(asked), CUSTODIAN if theirs else NO_OFFICE


def _differs(drawer: Drawer, entered: Drawer) -> dict[str, str]:
    """What does not agree, by the field that says it."""
    here = asdict(entered)
    counted = asdict(drawer).items()
    return {it: TOO_FEW if there > here[it] else TOO_MANY for it, there in counted if there != here[it]}


def _entered(school_id: UUID, account: Account, on: date) -> Drawer:
    """What is entered here of the students enrolled at the school today, but for orders that name whoever counts, or
    may: no number tells them that there is one."""
    children = at_school(school_id, on=on)
    those = CourtOrder.objects.filter(courtorderchild__student__in=children, lifted_on=None, claimed=False)
    orders = set(those.values_list("id", flat=True))
    told = orders - bound.naming(orders, account)
    filed = Shelved.objects.filter(item=RESTRICTION, student__in=children).values_list("student_id", flat=True)
    chosen = FamilyChoice.objects.filter(kind=REFUSED, withdrawn_on=None, student__in=children)
    refused = set(filed) | set(chosen.values_list("student_id", flat=True))
    cards = AddressCard.objects.filter(addresscardchild__student__in=children, ended_at=None).distinct().count()
    of_kinds = {name: _chosen(children, kinds) for name, kinds in BY_STATUTE.items()}
    military, colleges = (len({student for student, _ in of_kinds[it]}) for it in ("military", "colleges"))
    return Drawer(len(told), len(refused), cards, military, colleges, len(of_kinds["others"]))


def _chosen(children: QuerySet[Student], kinds: tuple[Choice, ...]) -> set[tuple[UUID, str]]:
    """Each student with each of these refusals that stands."""
    rows = FamilyChoice.objects.filter(kind__in=kinds, withdrawn_on=None, student__in=children)
    return set(rows.values_list("student_id", "kind"))


def _noted(
    act: Act,
    school: School,
    decision: Decision,
    role: str,
    by: SignedIn,
    at: datetime,
    *,
    part: str = "",
    outcome: str = "",
) -> UUID:
    return ledger.write(
        ledger.event(
            act, record=school.id, part=part, by=by.acting_as(role), outcome=outcome, decision=decision, at=at
        )
    )  # fmt: skip
