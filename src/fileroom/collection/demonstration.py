"""What the demonstration's office files and declares in its first days, through the gate like everything else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from fileroom.collection.declarations import services as declarations
from fileroom.collection.forms import Field
from fileroom.collection.models import Declaration
from fileroom.collection.orders import receipts
from fileroom.collection.orders.services import OrderFiled, file_order
from fileroom.collection.orders.terms import Terms
from fileroom.collection.register.definitions import Asking, Head, Made
from fileroom.collection.register.services import NotInUse, places, register
from fileroom.collection.services import Collected, Document, collect
from fileroom.hosting import district_transaction
from fileroom.law.catalogue import Others
from fileroom.law.days import district_day
from fileroom.law.facts import Order, Purpose
from fileroom.letters import Letterhead
from fileroom.people import founding
from fileroom.people.answers import Refused
from fileroom.people.founding import People
from fileroom.people.models import CourtOrder
from fileroom.people.signed_in import SignedIn
from fileroom.records import queries

ROSA = {"mobile": "(559) 555-0141", "email": "rosa@example.org"}
HEAD = "Alder Creek"
PAPER = b"Superior Court. Restraining order with a records clause. Invented for the demonstration.\n"


MEAL_FORM, MEALS_DECLARED = UUID("7d0b6f0e-51c3-4f0c-9a55-6d1b0c9a4e11"), UUID("0f4c2c6a-8d0e-4b6e-8f0b-2f3d7a1e5c22")
MEALS = "Application for free and reduced-price school meals"
ASKS = (
    "Names of all household members",
    "Household income",
    "Last four digits of the Social Security number of the adult household member who signs",
)


class NotFiled(RuntimeError):
    """The law refused what the demonstration's office files: the demonstration is not what it says it is."""


def file_first_records(people: People, *, at: datetime) -> None:
    """A few records in Ana's file, and the order that keeps her father from them; of a start that was cut short, those
    that are lacking. Then, and not before, its people may sign in. Raises NotFiled."""
    steps = _steps(people, at)
    for step in steps[_filed_already(people) :]:
        answer = step()
        if isinstance(answer, Refused):
            raise NotFiled(answer.decision.says)
    _make_the_receipt(people, at)
    _use_the_meal_form(people, at)
    founding.open_accounts()


def _filed_already(people: People) -> int:
    """Each step files one record, whole or not at all, and they are filed in one order."""
    with district_transaction():
        return queries.of_student(people.ana).count()


def _steps(people: People, at: datetime) -> list[Callable[[], Collected | OrderFiled | Refused]]:
    by = SignedIn(people.registrar, "demonstration", stated=Purpose.ENROLMENT)
    on = district_day(at)
    before = at - timedelta(days=20)
    file = partial(collect, people.ana, by=by)
    home = {"name": "Rosa Torres", "street": "12 Invented Lane", "city": "Alder Creek", "postal_code": "93600"}
    seen = {"method": "record_seen", "seen_on": (on - timedelta(days=19)).isoformat()}
    test = Document("reading.txt", b"Reading assessment, fall: at grade level.\n")
    terms = Terms(
        Order.RECORDS_ORDER_6323_5,
        restrained=people.father,
        protected=people.mother,
        children=(people.ana,),
        from_on=on - timedelta(days=18),
        to_on=date(on.year + 3, on.month, 28),
    )
    return [
        partial(file, "parent_name_and_address", home, at=before, about=people.mother),
        partial(file, "contact_and_household", ROSA, at=before, about=people.mother),
        partial(file, "contact_and_household", {"mobile": "(559) 555-0142"}, at=before, about=people.father),
        partial(file, "immunization", seen, at=before + timedelta(days=1)),
        partial(file, "test_results", test, at=before, others=Others.NOBODY),
        partial(file_order, terms, Document("order.txt", PAPER), by=by, at=before + timedelta(days=2)),
    ]


def _make_the_receipt(people: People, at: datetime) -> None:
    """The receipt for the order, which Ana's mother took with her that day."""
    by = SignedIn(people.registrar, "demonstration", stated=Purpose.ENROLMENT)
    with district_transaction():
        order = CourtOrder.objects.get(restrained=people.father)
    if not receipts.receipts(order.id, by=by, at=order.received_at):
        head = Letterhead(HEAD, "", "")
        receipts.issue_receipt(order.id, language="es", pages=3, head=head, by=by, at=order.received_at)


def _use_the_meal_form(people: People, at: datetime) -> None:
    """The school's meal application, which asks under a law's exception: declared by the registrar until the school
    year ends, approved by the district's custodian, and then in use."""
    by, custodian = (SignedIn(account, "demonstration") for account in (people.registrar, people.custodian))
    school, on = next(iter(places(by=by, at=at))), district_day(at)
    made = Made(Head(MEALS, "web", "en", school, "registrar"), tuple(Asking("text", Field("", it)) for it in ASKS))
    with district_transaction():
        is_declared = Declaration.objects.filter(pk=MEALS_DECLARED).exists()
    if not is_declared:
        register(MEAL_FORM, made, in_use=False, by=by, at=at)
        terms = declarations.Terms("nslp_last4", MEAL_FORM, on, date(on.year + (on.month > 6), 6, 30))
        _done(declarations.declare(MEALS_DECLARED, terms, days=(terms.to_on - on).days, by=by, at=at))
    _done(declarations.approve(MEALS_DECLARED, by=custodian, at=at))
    if isinstance(register(MEAL_FORM, made, in_use=True, by=by, at=at), NotInUse):
        raise NotFiled("The meal application is not put in use.")


def _done(answer: declarations.Noted | Refused) -> None:
    if isinstance(answer, Refused):
        raise NotFiled(answer.decision.says)
