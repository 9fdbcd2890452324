"""What the demonstration's office files in its first days, through the gate like everything else."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from fileroom.collection.orders import Terms, file_order
from fileroom.collection.services import Document, collect
from fileroom.law.days import district_day
from fileroom.law.facts import Order, Purpose
from fileroom.people.founding import People
from fileroom.people.signed_in import SignedIn

PAPER = b"Superior Court. Restraining order with a records clause. Invented for the demonstration.\n"


def file_first_records(people: People, *, at: datetime) -> None:
    """A few records in Ana's file and one in Priya's, and the order that keeps Ana's father from them."""
    by = SignedIn(people.registrar, "demonstration", stated=Purpose.ENROLMENT)
    on = district_day(at)
    before = at - timedelta(days=20)
    collect(
        people.ana,
        "parent_name_and_address",
        {"name": "Rosa Torres", "street": "12 Invented Lane", "city": "Alder Creek", "postal_code": "93600"},
        by=by,
        at=before,
        about=people.mother,
    )
    for contact, mobile in ((people.mother, "(559) 555-0141"), (people.father, "(559) 555-0142")):
        collect(people.ana, "contact_and_household", {"mobile": mobile}, by=by, at=before, about=contact)
    collect(
        people.ana,
        "immunization",
        {"method": "record_seen", "seen_on": (on - timedelta(days=19)).isoformat()},
        by=by,
        at=before + timedelta(days=1),
    )
    collect(
        people.ana,
        "test_results",
        Document("reading.txt", b"Reading assessment, fall: at grade level.\n"),
        by=by,
        at=before,
    )
    terms = Terms(
        Order.RECORDS_ORDER_6323_5,
        restrained=people.father,
        protected=people.mother,
        children=(people.ana,),
        from_on=on - timedelta(days=18),
        to_on=date(on.year + 3, on.month, 28),
    )
    file_order(terms, Document("order.txt", PAPER), by=by, at=before + timedelta(days=2))
