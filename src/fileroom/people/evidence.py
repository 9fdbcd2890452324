"""What the policy's page counts of people: offices of custodian, paper orders signed for, the law signed for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from django.db.models import Max
from django.db.models.functions import Least

from fileroom.duties.states import SUPERINTENDENT, Asked, Count, Evidence, Part, said, stands
from fileroom.law.days import district_day
from fileroom.law.listing import resting_on_memory
from fileroom.people.counsel_desk import laid_out
from fileroom.people.models import Custodian, School
from fileroom.people.queries import Office, offices
from fileroom.people.receivers import receivers

DISTRICT = "the district"


def district_custodian(asked: Asked) -> Evidence:
    """The office of the whole district's custodian of records."""
    (own,) = (it for it in offices(on=asked.on) if it.school_id is None)
    return _filled([own], "district custodian of records is designated", asked.on)


def school_custodians(asked: Asked) -> Evidence:
    """The offices of the schools' custodians."""
    schools = [it for it in offices(on=asked.on) if it.school_id is not None]
    return _filled(schools, "schools have a custodian of records", asked.on)


def _filled(these: list[Office], says: str, on: date) -> Evidence:
    vacant = [it for it in these if not it.holder]
    named = ", ".join(it.school or DISTRICT for it in vacant[:5]) + (", and others" if len(vacant) > 5 else "")
    return Evidence(
        says, stands(vacant), number=len(these) - len(vacant), of=len(these),
        why=f"Nobody holds the office at {named}" if vacant else "",
        whose=SUPERINTENDENT if vacant else "",
        since=_vacant_since(vacant, on), route="custodians",
    )  # fmt: skip


def _vacant_since(vacant: list[Office], on: date) -> date | None:
    """The day after the longest vacancy's last holder; None: one of them never had a holder."""
    over = Custodian.objects.filter(from_on__lte=on).values_list("school_id")
    last = dict(over.annotate(ended=Max(Least("to_on", "employee__left_on"))))
    ends = [last.get(it.school_id) for it in vacant]
    known = [end for end in ends if end is not None]
    return min(known) + timedelta(days=1) if known and len(known) == len(ends) else None


def paper_orders(asked: Asked) -> Evidence:
    """The schools whose custodian has signed that all paper orders are entered. Elsewhere no family sees a file."""
    schools = list(School.objects.order_by("name").values_list("name", "orders_entered_on"))
    unsigned = [name for name, signed_on in schools if signed_on is None or signed_on > asked.on]
    return Evidence(
        "schools have signed that all paper orders are entered", stands(unsigned),
        number=len(schools) - len(unsigned), of=len(schools),
        why=f"{len(unsigned)} {said(len(unsigned), 'has', 'have')} not: there no family sees a file online"
        if unsigned else "",
        whose="The custodian of records of each of these schools" if unsigned else "",
        parts=tuple(Part(f"Not signed: {name}") for name in unsigned), route="custodians",
    )  # fmt: skip


def order_receivers(asked: Asked) -> Evidence:
    """The schools with somebody who takes in court orders and somebody in their place, confirmed within a year; and the
    telephone for when they are closed. Each is on the protocol that is printed."""
    schools = receivers(on=asked.on)
    whole = [it for it in schools if it.receiver and it.backup and (it.confirm_by() or asked.on) >= asked.on]
    lacking = Counter[str]()
    for it in schools:
        lacking["has nobody who takes them in"] += not it.receiver
        lacking["has nobody in their place"] += not it.backup
        lacking["was confirmed more than a year ago"] += bool(it.receiver and (it.confirm_by() or asked.on) < asked.on)
    parts = [Part(f"A school {says}", number) for says, number in lacking.items() if number]
    if not asked.orders_line:
        parts.append(Part("No telephone is set for when the schools are closed (FILEROOM_AFTER_HOURS)"))
    return Evidence(
        "schools have somebody who takes in court orders, and somebody in their place", stands(parts or not schools),
        number=len(whole), of=len(schools),
        why="; ".join(it.says for it in parts) or ("" if schools else "No school is entered"),
        whose=SUPERINTENDENT if parts or not schools else "", parts=tuple(parts), route="order_protocol",
    )  # fmt: skip


def law_signed(asked: Asked) -> Evidence:
    """What waits for counsel's signature; and whether a person has signed for the law that decides."""
    desk = laid_out(asked.on)
    signed = [it for it in desk.vouched if it.person and it.current]
    waits = said(desk.unsigned, "thing waits", "things wait")
    return Evidence(
        f"{waits} for counsel’s signature; release {desk.release} of the law decides", stands(not signed),
        number=desk.unsigned,
        why="" if signed else "Nobody of the district has signed for the law that decides",
        whose="" if signed else "The Superintendent’s designee, or counsel",
        since=district_day(signed[0].signed_at) if signed else None, route="counsel",
        parts=(Part("Rest on memory, or on a source that leaves a question open", len(list(resting_on_memory()))),),
    )  # fmt: skip


EVIDENCE: Mapping[str, Count] = {
    "people.district_custodian": district_custodian,
    "people.law_signed": law_signed,
    "people.order_receivers": order_receivers,
    "people.paper_orders": paper_orders,
    "people.school_custodians": school_custodians,
}
