"""What a court's order may say, as the sentences by which it is filed: how the law reads each, and what each does here.

A sentence that no rule knows by its name is read as the order that comes next to it, and never as less. What keeps
somebody from the child but speaks of no record is read as a stay-away order: no record is closed by it, nothing is said
by which the child could be found, and counsel looks the same day (docs/decisions/0083). Whom a juvenile court takes
decisions from is read as a parent whose education rights are limited (Welf. & Inst. Code 361, 726).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from fileroom.law.clocks import IN_MONTHS
from fileroom.law.days import months_over
from fileroom.law.facts.things import Order
from fileroom.law.facts.words import Word
from fileroom.law.figures import FIGURES


class OrderTerm(Word):
    """One sentence of an order; those that the rules know by name are called as they are there. Whatever no sentence
    fits is `something_else`."""

    RECORDS = Order.RECORDS_ORDER_6323_5.value
    STAY_AWAY = Order.STAY_AWAY_NO_RECORDS_CLAUSE.value
    NO_CONTACT = "no_contact"
    PEACEFUL_CONTACT = "peaceful_contact"
    SUPERVISED_CONTACT = "supervised_contact"
    ADDRESS_KEPT_FROM = "address_kept_from"
    MAY_NOT_COLLECT = "may_not_collect"
    COLLECTS_ON_DAYS = "collects_on_days"
    JUVENILE_COURT = "juvenile_court"
    RIGHTS_TERMINATED = Order.RIGHTS_TERMINATED.value
    EDUCATION_RIGHTS_LIMITED = Order.EDUCATION_RIGHTS_LIMITED.value
    SOLE_LEGAL_CUSTODY = Order.SOLE_LEGAL_CUSTODY_OTHER_PARENT.value
    JOINT_LEGAL_CUSTODY = Order.JOINT_LEGAL_CUSTODY.value
    RESIDENCE = Order.CUSTODY_ORDER_SILENT.value
    SOMETHING_ELSE = "something_else"


@dataclass(frozen=True)
class Reading:
    """`order`: what the rules read it as. `binds`: it takes something from one person, who has to be named.
    `keeps`: that person does not collect the child until somebody who has read the paper says so. `ends_by_law`: it
    protects somebody, and where it was made after a hearing and names no last day, the law ends it (Fam. Code 6345)."""

    order: Order
    binds: bool = False
    keeps: bool = False
    ends_by_law: bool = False


# Read as an order to stay away because no sentence is nearer: what it is, and whether any law ends it, is not known.
_AS_AWAY = Reading(Order.STAY_AWAY_NO_RECORDS_CLAUSE, binds=True, keeps=True)
_AWAY = replace(_AS_AWAY, ends_by_law=True)
READINGS: Mapping[OrderTerm, Reading] = MappingProxyType(
    {
        OrderTerm.RECORDS: Reading(Order.RECORDS_ORDER_6323_5, binds=True, keeps=True, ends_by_law=True),
        OrderTerm.STAY_AWAY: _AWAY,
        OrderTerm.NO_CONTACT: _AWAY,
        OrderTerm.PEACEFUL_CONTACT: _AWAY,
        OrderTerm.SUPERVISED_CONTACT: _AS_AWAY,
        OrderTerm.ADDRESS_KEPT_FROM: _AWAY,
        OrderTerm.MAY_NOT_COLLECT: Reading(Order.CUSTODY_ORDER_SILENT, binds=True, keeps=True),
        OrderTerm.COLLECTS_ON_DAYS: Reading(Order.CUSTODY_ORDER_SILENT, binds=True, keeps=True),
        OrderTerm.JUVENILE_COURT: Reading(Order.EDUCATION_RIGHTS_LIMITED, binds=True, keeps=True),
        OrderTerm.RIGHTS_TERMINATED: Reading(Order.RIGHTS_TERMINATED, binds=True, keeps=True),
        OrderTerm.EDUCATION_RIGHTS_LIMITED: Reading(Order.EDUCATION_RIGHTS_LIMITED, binds=True),
        OrderTerm.SOLE_LEGAL_CUSTODY: Reading(Order.SOLE_LEGAL_CUSTODY_OTHER_PARENT, binds=True),
        OrderTerm.JOINT_LEGAL_CUSTODY: Reading(Order.JOINT_LEGAL_CUSTODY),
        OrderTerm.RESIDENCE: Reading(Order.CUSTODY_ORDER_SILENT),
        OrderTerm.SOMETHING_ELSE: _AS_AWAY,
    }
)
# As the rows have them: a sentence, or of an order filed before its sentence was kept the order that it is read as.
KEEPING: tuple[str, ...] = tuple(term.value for term, reading in READINGS.items() if reading.keeps)
# One parent alone has custody, and only that one takes the child (BP 5021). Whom such an order names as the other, and
# where it names nobody everybody but whom it protects, waits for the principal, unless custody is entered as theirs.
OF_ONE_PARENT: tuple[str, ...] = (OrderTerm.SOLE_LEGAL_CUSTODY.value,)
# Binding beyond what the rules read of records: whom such an order names is asked for when it is filed.
NAMES_SOMEBODY: tuple[str, ...] = tuple(term.value for term, reading in READINGS.items() if reading.binds)
# Made after a hearing without a last day, the law ends them.
ENDED_BY_LAW: tuple[str, ...] = tuple(term.value for term, reading in READINGS.items() if reading.ends_by_law)
_UNSTATED = FIGURES["order_without_an_end_date"]


# Read as one to stay away, and whether any law ends it nobody knows. No last day is read into it; when the law would
# end one that it ends, counsel is asked all the same.
OF_NO_KNOWN_END: tuple[str, ...] = tuple(term.value for term, reading in READINGS.items() if reading is _AS_AWAY)


def last_day(
    says: str, from_on: date, to_on: date | None, *, temporary: bool = False, hearing_on: date | None = None
) -> date | None:
    """The last day on an order's face, of a temporary one the day of its hearing; else, of one that protects, the day
    on which the law ends one that was made after a hearing (Fam. Code 6345); None: it has none that is known. It opens
    nothing: what binds then is for counsel to say.

    `says`: its sentence, or of one filed before its sentence was kept the order that it is read as."""
    if to_on is not None or temporary:
        return to_on or hearing_on
    return _by_law(from_on) if says in ENDED_BY_LAW else None


def counsel_looks_on(
    says: str, from_on: date, to_on: date | None, *, temporary: bool = False, hearing_on: date | None = None
) -> date | None:
    """The day on which counsel says whether it still holds: its last day. Of a temporary one of which no day is known
    that is the day on which it was made: it is soon over, and no text here says when. None: it is asked of nobody."""
    ends = last_day(says, from_on, to_on, temporary=temporary, hearing_on=hearing_on)
    if ends is not None or temporary:
        return ends or from_on
    return _by_law(from_on) if says in OF_NO_KNOWN_END else None


def _by_law(from_on: date) -> date:
    return months_over(from_on, IN_MONTHS[_UNSTATED.unit] * _UNSTATED.value)
