"""What the demonstration's office files in its first days, through the gate like everything else."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from fileroom.collection.orders import OrderFiled, Terms, file_order
from fileroom.collection.services import Collected, Document, collect
from fileroom.law.days import district_day
from fileroom.law.facts import Order, Purpose
from fileroom.people.answers import Refused
from fileroom.people.founding import People
from fileroom.people.signed_in import SignedIn

PAPER = b"Superior Court. Restraining order with a records clause. Invented for the demonstration.\n"


class NotFiled(RuntimeError):
    """The law refused what the demonstration's office files: the demonstration is not what it says it is."""


def file_first_records(people: People, *, at: datetime) -> None:
    """A few records in Ana's file, and the order that keeps her father from them. Raises NotFiled."""
    by = SignedIn(people.registrar, "demonstration", stated=Purpose.ENROLMENT)
    on = district_day(at)
    before = at - timedelta(days=20)
    _filed(
        collect(
            people.ana,
            "parent_name_and_address",
            {"name": "Rosa Torres", "street": "12 Invented Lane", "city": "Alder Creek", "postal_code": "93600"},
            by=by,
            at=before,
            about=people.mother,
        )
    )
    for contact, mobile in ((people.mother, "(559) 555-0141"), (people.father, "(559) 555-0142")):
        _filed(collect(people.ana, "contact_and_household", {"mobile": mobile}, by=by, at=before, about=contact))
    _filed(
        collect(
            people.ana,
            "immunization",
            {"method": "record_seen", "seen_on": (on - timedelta(days=19)).isoformat()},
            by=by,
            at=before + timedelta(days=1),
        )
    )
    _filed(
        collect(
            people.ana,
            "test_results",
            Document("reading.txt", b"Reading assessment, fall: at grade level.\n"),
            by=by,
            at=before,
        )
    )
    terms = Terms(
        Order.RECORDS_ORDER_6323_5,
        restrained=people.father,
        protected=people.mother,
        children=(people.ana,),
        from_on=on - timedelta(days=18),
        to_on=date(on.year + 3, on.month, 28),
    )
    _filed(file_order(terms, Document("order.txt", PAPER), by=by, at=before + timedelta(days=2)))


def _filed(answer: Collected | OrderFiled | Refused) -> None:
    if isinstance(answer, Refused):
        raise NotFiled(answer.decision.says)
