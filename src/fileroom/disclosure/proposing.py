"""From what was shown to the law's facts, for one record, one recipient, one purpose and one day.

Comparisons only: a paper's `records` is true where it names this record's item, `recipient` where it names this
recipient, `valid_on` where the day lies between its own. So a limit of a paper is a fact that is false beyond it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from fileroom.disclosure.facts import Asked
from fileroom.disclosure.shown import (
    STATED,
    Everything,
    Recipient,
    Shown,
    ShownCertificate,
    ShownConsent,
    ShownCourtPaper,
)
from fileroom.law.consents import given_by
from fileroom.law.facts import ConsentBy, Order, Other, Paper, Purpose
from fileroom.people import queries
from fileroom.people.answers import Missing
from fileroom.people.bound import both, bound_people, either, names_nobody
from fileroom.people.facts import RequesterFacts, StudentFacts, contact_facts, facts_of_contacts
from fileroom.people.names import search_key, words_of
from fileroom.people.rights import child_of, tie_to

AGREEMENT = Order.BOTH_PARENTS_MAY_CONSENT_AGREEMENT.value


def named(to: Recipient, student: StudentFacts, on: date) -> Recipient:
    """The recipient; one on the student's file by the name the file has. Raises Missing for one who is not on it."""
    if to.on_file is None:
        return to
    names = {it.contact: it.name for it in queries.related(student.id, on=on)} | {student.id: student.name}
    if to.on_file not in names:
        raise Missing
    return replace(to, name=names[to.on_file], organisation="")


def recipient_facts(to: Recipient, student: StudentFacts, shown: Shown | None, on: date) -> RequesterFacts:
    """What is known of the recipient towards this student."""
    identity = "verified" if to.identity_checked else "claimed"
    if to.on_file == student.id:
        kind = "former_student" if student.former else "student"
        return RequesterFacts(kind, kind, identity, "verified", orders=() if student.orders_known else None)
    if to.on_file:
        return contact_facts(to.on_file, student, identity, on)
    return _from_outside(to, student, identity, shown, on)


def _from_outside(to: Recipient, student: StudentFacts, identity: str, shown: Shown | None, on: date) -> RequesterFacts:
    """Somebody not on file. The orders on this child bind whoever may be a person they name, by whatever spelling.

    Not bound is who is known not to be: the paper orders are entered, each says whom it restrains, an ID was looked at
    where there is one, and the name is nobody's of those.
    """
    if to.kind is None:
        raise ValueError("Somebody who is not on the file has a kind.")
    records, contact = _restraints(to, student, on)
    agreed = shown is not None and AGREEMENT in _orders_of_signer(shown, student, on)
    known = None not in (records, contact)  # from a list of orders the law would presume
    return RequesterFacts(
        to.kind.value,
        to.kind.value,
        identity,
        restrained_from_records=records,
        restrained_contact_only=contact,
        may_be_restrained=not known,
        orders=((AGREEMENT,) if agreed else ()) if known else None,
    )


def _restraints(to: Recipient, student: StudentFacts, on: date) -> tuple[bool | None, bool | None]:
    """Bound by a records order, and by an order to stay away: True, False, or None for not known."""
    names = [name for name in (to.name, to.organisation) if words_of(name)]
    unseen = queries.has_order(student.id, on=on) and not (to.identity_checked and names)
    unknown = unseen or not student.orders_known or names_nobody(student.id, on=on)
    records, contact = [None if unknown else False], [None if unknown else False]
    people = bound_people(student.id, on=on)
    facts = facts_of_contacts(people, student, "claimed", on)
    for row, person in people.items():
        is_it = either(*(person.is_named(name) for name in names))
        records.append(both(is_it, facts[row].restrained_from_records))
        contact.append(both(is_it, facts[row].restrained_contact_only))
    return either(*records), either(*contact)


def papers(shown: Shown | None, to: Recipient, item: str, purpose: Purpose, case: Asked) -> tuple[Paper, ...]:
    """The paper that was shown in the law's words, for this record, recipient, purpose and day."""
    if isinstance(shown, ShownConsent):
        return (_consent(shown, to, item, purpose, case),)
    if isinstance(shown, ShownCourtPaper):
        return (_process(shown, item, case.on),)
    # Somebody else's certificate is none of this recipient's.
    return _certificate(shown, case.on) if shown is not None and _names_recipient(shown.by, to) else ()


def _consent(it: ShownConsent, to: Recipient, item: str, purpose: Purpose, case: Asked) -> Paper:
    """A consent speaks of nothing after the last day it gives itself, or before the day of its signature."""
    over = it.to_on is not None and it.to_on < case.on
    return Paper(
        it.kind,
        by=_giver(it.by, case),
        form=it.form,
        signed=it.signed,
        dated=None if it.signed_on is None else it.signed_on <= case.on,
        authenticated=it.authenticated,
        records=False if over else _names(it.records, item),
        purpose=None if it.purpose is None else it.purpose is purpose,
        recipient=_names_recipient(it.recipient, to),
    )


def _process(it: ShownCourtPaper, item: str, on: date) -> Paper:
    return Paper(
        it.kind,
        signed_by_judge=it.signed_by_judge,
        names_these_records=_names(it.records, item),
        valid_on=_between(it.from_on, it.to_on, on),
        nondisclosure_order=it.nondisclosure,
        consumer_notice_served=_by(it.family_served_on, on),
        minor_served=_by(it.student_served_on, on),
        parent_is_party=it.parent_is_party,
    )


def _certificate(it: ShownCertificate, on: date) -> tuple[Paper, ...]:
    says: dict[str, Any] = {quality: quality in it.says for quality in STATED[it.kind]}
    in_force = _between(it.dated_on, it.to_on, on)
    return (Paper(it.kind, signed=it.signed, dated=_by(it.dated_on, on), valid_on=in_force, **says),)


def notice(shown: Shown | None, on: date) -> Other:
    """How long ago the family was told of a court's paper."""
    told = shown.family_told_on if isinstance(shown, ShownCourtPaper) else None
    return Other(days_since_notice=None if told is None else (on - told).days)


def _names(records: tuple[str, ...] | Everything | None, item: str) -> bool | None:
    if records is None:
        return None
    return isinstance(records, Everything) or item in records


def _names_recipient(named: str, to: Recipient) -> bool | None:
    """A consent that names nobody is not known to name this one; a name must be the person's or the party's own."""
    wanted = search_key(named)
    return wanted in {search_key(to.name), search_key(to.organisation)} if wanted else None


def _between(first: date | None, last: date | None, on: date) -> bool | None:
    if (first is not None and on < first) or (last is not None and on > last):
        return False
    return None if first is None else True


def _by(day: date | None, on: date) -> bool | None:
    return None if day is None else day <= on


def _orders_of_signer(shown: Shown, student: StudentFacts, on: date) -> tuple[str, ...]:
    by = shown.by if isinstance(shown, ShownConsent) else None
    return contact_facts(by, student, "verified", on).orders or () if by and by != student.id else ()


def _giver(by: UUID | None, case: Asked) -> ConsentBy | None:
    """Who gave the consent, as the file knows them. Whose that makes it, and who may give it, the law says."""
    if by is None:
        return ConsentBy.OTHER
    if by == case.student.id:
        return ConsentBy.ADULT_STUDENT
    child = child_of(case.student)
    return given_by(tie_to(by, contact_facts(by, case.student, "verified", case.on)), child, case.on) if child else None
