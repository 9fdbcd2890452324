"""Who is told, and when: what is owed is opened by the round, and somebody notes that it went, how, in which languages.

A notice goes to nobody whom an order bars: of such a person nothing stands here at all, told or not told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from fileroom.hosting import durable_transaction
from fileroom.law import Decision, Outcome
from fileroom.law.days import district_day, school_year, school_year_begins
from fileroom.law.facts import NoticeMethod
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import counsel
from fileroom.people.answers import Missing
from fileroom.people.calendars import first_semester
from fileroom.people.signed_in import SignedIn
from fileroom.people.telling import Facts, Home, facts_about, homes
from fileroom.programmes.models import AnnualNotice, ElectronicWish, NoticeToFamily, PublishedPaper
from fileroom.programmes.notices import duties as notice_duties
from fileroom.programmes.notices.facts import sent_to
from fileroom.programmes.notices.languages import goes_home_in, home_languages
from fileroom.programmes.notices.later import differs, lacking, settle_later
from fileroom.programmes.notices.whose import keeper_at, kept_from
from fileroom.programmes.notices.years import as_of, in_force

SYSTEM = Actor(account=None, role="system", door="cli")
Method = NoticeToFamily.Method
Pair = tuple[UUID, UUID | None]


class Asking:
    """The law, asked of each person once for each different question."""

    def __init__(self, facts: Facts, on: date) -> None:
        self.facts, self.on = facts, on
        self._answers: dict[object, Decision] = {}

    def of(self, pair: Pair, method: NoticeMethod, *, asked_for: bool, at_enrolment: bool) -> Decision:
        """May the notice go to this person, in this way?"""
        student, who = self.facts.students[pair[0]], self.facts.people[pair]
        asked = sent_to(who, student, method, asked_for=asked_for, at_enrolment=at_enrolment, on=self.on)
        if asked not in self._answers:
            self._answers[asked] = counsel.decide(asked)
        return self._answers[asked]


@dataclass(frozen=True)
class Entered:
    """What a round has done: how many people are to be told since, and how many are gone."""

    owed: int
    let_go: int


@durable_transaction
def open_owed(*, at: datetime) -> Entered:
    """See who is to be told this school year and is not yet on the register; let go whom there is nobody to tell.

    The round of every hour: whoever enrols in the middle of the year is owed it the same day.
    """
    on = district_day(at)
    found, facts = homes(on=on)
    asking, year = Asking(facts, on), school_year(on)
    runs = first_semester(year)
    may = {_pair(it): it for it in found if _may_ever(asking, it, runs)}
    here, schools = {_pair(it) for it in found}, {it.student: it.school for it in found}
    rows = {(it.student_id, it.contact_id): it for it in NoticeToFamily.objects.filter(school_year=year)}
    new = [_owed(it, year, runs) for pair, it in may.items() if pair not in rows]
    gone = {row.id for pair, row in rows.items() if row.told_on is None and pair not in here}
    left = [(pair, row) for pair, row in rows.items() if row.id not in gone]
    other = [row for pair, row in left if _changed(row, schools.get(row.student_id), out=pair not in may)]
    NoticeToFamily.objects.bulk_create(new, batch_size=2000)
    NoticeToFamily.objects.bulk_update(other, ["school", "left_out"], batch_size=2000)
    NoticeToFamily.objects.filter(pk__in=gone).delete()
    home = goes_home_in(on)
    if new or gone or other or notice_duties.differs(year, at) or differs(home, on, at):
        part, outcome = f"{year}", f"{len(new)}/{len(gone)}"
        entry = ledger.write(ledger.event(Act.NOTICE_OWED, part=part, by=SYSTEM, outcome=outcome, at=at))
        notice_duties.recount(year, entry=entry, by=None, at=at)
        settle_later(home, on, entry=entry, by=None, at=at)
    notice_duties.close_years_before(year, at=at)
    notice_duties.owe_adoption(year, at=at)
    notice_duties.count_anew(at=at)
    return Entered(len(new), len(gone))


def _may_ever(asking: Asking, it: Home, runs: date) -> bool:
    """Not told by law is left out; of whom something is still unknown it is owed, and told once it is known."""
    answer = asking.of(_pair(it), NoticeMethod.MAIL, asked_for=False, at_enrolment=it.since_on > runs)
    return answer.outcome is not Outcome.NO


def _pair(it: Home) -> Pair:
    return it.student, it.contact


def _owed(it: Home, year: int, runs: date) -> NoticeToFamily:
    """Whoever enrols until the first semester `runs` is told with everybody, and whoever enrols later, that day."""
    return NoticeToFamily(
        student_id=it.student, contact_id=it.contact, school_id=it.school, school_year=year,
        since_on=max(it.since_on, school_year_begins(year)), at_enrolment=it.since_on > runs,
    )  # fmt: skip


def _changed(row: NoticeToFamily, school: UUID | None, *, out: bool) -> bool:
    """Is it of another school now, or is the law's answer another? Who was told moves too, so that the school they go
    to can note what they sign; which school told them stays in its entry. `school` None: they have left, or nobody of
    theirs is told here any more."""
    before, row.school_id, row.left_out = (row.school_id, row.left_out), school or row.school_id, out
    return before != (row.school_id, out)


@dataclass(frozen=True)
class Sending:
    """That the notice went: how, in which languages, on which day; to everybody of this school who was not told yet, or
    to the family of one student."""

    school: UUID
    method: str
    languages: tuple[str, ...]
    on: date
    student: UUID | None = None


@dataclass(frozen=True)
class Noted:
    """Of how many students the family was noted as told, and of how many somebody waits: for something to be known, or
    for another way. Of whom the law would not have told neither number speaks, nor of whom an order keeps from whoever
    noted it."""

    told: int
    left: int


@durable_transaction
def note_told(sending: Sending, *, by: SignedIn, at: datetime) -> Noted:
    """Note it. By electronic means only those are told who have asked for it. Raises Missing and ValidationError."""
    role, today = keeper_at(sending.school, by=by, at=at), district_day(at)
    notice = _fit(sending, today)
    these = NoticeToFamily.objects.select_for_update().filter(
        school_id=sending.school, school_year=notice.school_year, told_on=None, since_on__lte=sending.on
    )
    rows, shut = list(these if sending.student is None else these.filter(student=sending.student)), kept_from(by, today)
    if sending.student in shut:
        raise Missing
    told, waiting = _who_may_be_told(rows, sending.method, today)
    part, outcome = f"{notice.school_year}/{sending.method}", f"{len(told)}"
    event = ledger.event(
        Act.NOTICE_TOLD, record=sending.school, part=part, by=by.acting_as(role), outcome=outcome, at=at
    )
    entry = ledger.write(event)
    NoticeToFamily.objects.filter(pk__in=[it.id for it in told]).update(
        notice=notice, told_on=sending.on, method=sending.method, language=",".join(sending.languages),
        told_by=by.account.id, told_entry=entry,
    )  # fmt: skip
    notice_duties.recount(notice.school_year, entry=entry, by=by.account.id, at=at)
    settle_later(goes_home_in(today), today, entry=entry, by=by.account.id, at=at)
    return Noted(len({it.student_id for it in told} - shut), len({it.student_id for it in waiting} - shut))


def _fit(sending: Sending, today: date) -> AnnualNotice:
    """The version that went: the newest of that day. Raises ValidationError."""
    if in_force(today) is None:
        raise ValidationError("No notice is adopted for this school year: there is nothing that could have gone.")
    if sending.method not in Method.values:
        raise ValidationError({"method": "Say how it went."})
    if not school_year_begins(school_year(today)) <= sending.on <= today:
        raise ValidationError({"on": "Write a day of this school year, up to today."})
    notice = as_of(sending.on)
    if notice is None:
        raise ValidationError({"on": "No notice was adopted yet on that day: what went was not this year’s."})
    there, before = _there(notice, sending.on)
    if not sending.languages or not set(sending.languages) <= there:
        raise ValidationError({"language": "Choose languages that the notice is there in."})
    if before & {"en", *home_languages(sending.school, today)} - set(sending.languages):
        raise ValidationError({"language": "This school writes home in more languages. Choose each that always goes."})
    return notice


def _there(notice: AnnualNotice, on: date) -> tuple[set[str], set[str]]:
    """The languages in which it is there on this day, and those of them in which whatever goes that day has to go: a
    translation of that very day may have come after the mailing."""
    papers = PublishedPaper.objects.filter(of=notice.id).values_list("language", "published_at")
    there = {language: at for language, at in papers if district_day(at) <= on}
    return set(there), {it for it, at in there.items() if at <= notice.adopted_at or district_day(at) < on}


@durable_transaction
def note_sent_too(sending: Sending, *, by: SignedIn, at: datetime) -> Noted:
    """Note that the notice went in a language that came later, which `languages` is, to whoever was told without it.
    Raises Missing and ValidationError."""
    role, today = keeper_at(sending.school, by=by, at=at), district_day(at)
    notice, language, these = _fit_too(sending, today)
    these = these.filter(told_on__lte=sending.on).select_for_update()
    rows, shut = list(these if sending.student is None else these.filter(student=sending.student)), kept_from(by, today)
    if sending.student in shut:
        raise Missing
    told, waiting = _who_may_be_told(rows, sending.method, today)
    part = f"{notice.school_year}/{sending.method}/{language}"
    event = ledger.event(
        Act.NOTICE_TOLD, record=sending.school, part=part, by=by.acting_as(role), outcome=f"{len(told)}", at=at
    )
    entry = ledger.write(event)
    for it in told:
        it.language = f"{it.language},{language}"
    NoticeToFamily.objects.bulk_update(told, ["language"], batch_size=2000)
    settle_later(goes_home_in(today), today, entry=entry, by=by.account.id, at=at)
    return Noted(len({it.student_id for it in told} - shut), len({it.student_id for it in waiting} - shut))


def _fit_too(sending: Sending, today: date) -> tuple[AnnualNotice, str, QuerySet[NoticeToFamily]]:
    """The version, the language, and who was told without it. Raises ValidationError."""
    notice, found = as_of(sending.on), lacking(goes_home_in(today), today)
    language = sending.languages[0] if len(sending.languages) == 1 else ""
    if (sending.school, language) not in found:
        raise ValidationError("Look at the page again: nobody of this school is owed it in that language.")
    if sending.method not in Method.values:
        raise ValidationError({"method": "Say how it went."})
    if notice is None or sending.on > today or language not in _there(notice, sending.on)[0]:
        raise ValidationError({"on": "Write a day up to today, on which the notice was there in that language."})
    return notice, language, found[sending.school, language]


Rows = list[NoticeToFamily]


def _who_may_be_told(rows: Collection[NoticeToFamily], method: str, on: date) -> tuple[Rows, Rows]:
    """Those who may be told in this way, and those who are still to be: whom the law says no of is among neither,
    and is left out from now on."""
    pairs = [(it.student_id, it.contact_id) for it in rows]
    asking, wish = Asking(facts_about(pairs, on=on), on), wishes(it.contact_id or it.student_id for it in rows)
    way = NoticeMethod(method)
    told = [it for it in rows if _answer(asking, it, way, wish).granted]
    done = {it.id for it in told}
    rest = [it for it in rows if it.id not in done]
    for it in rest:
        it.left_out = _answer(asking, it, NoticeMethod.MAIL, wish).outcome is Outcome.NO
    NoticeToFamily.objects.bulk_update(rest, ["left_out"], batch_size=2000)
    return told, [it for it in rest if not it.left_out]


def _answer(asking: Asking, it: NoticeToFamily, way: NoticeMethod, wish: Collection[UUID]) -> Decision:
    asked_for = (it.contact_id or it.student_id) in wish
    return asking.of((it.student_id, it.contact_id), way, asked_for=asked_for, at_enrolment=it.at_enrolment)


def wishes(people: Iterable[UUID]) -> set[UUID]:
    """Those of these people who have asked for notices by electronic means."""
    rows = ElectronicWish.objects.filter(whom__in=list(people)).order_by("whom", "-said_at").distinct("whom")
    return {it.whom for it in rows if it.electronic}


@durable_transaction
def note_signature(school: UUID, student: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """A family's signed card came back to the counter (Ed. Code 48982). Raises Missing and ValidationError."""
    role, on = keeper_at(school, by=by, at=at), district_day(at)
    year = school_year(on)
    these = NoticeToFamily.objects.select_for_update().filter(school_id=school, student=student, school_year=year)
    rows = list(these.order_by("acknowledged_at", "told_on", "id"))
    if not rows or student in kept_from(by, on):
        raise Missing
    row = next((it for it in rows if it.told_on is not None), None)
    if row is None:
        raise ValidationError("Note first that the notice went to them.")
    return acknowledge(row, NoticeToFamily.Acknowledged.COUNTER, role=role, by=by, at=at)


def acknowledge(row: NoticeToFamily, how: str, *, role: str, by: SignedIn, at: datetime) -> UUID:
    """Note it once. Part of the open transaction."""
    if row.acknowledged_entry:
        return row.acknowledged_entry
    actor = by.acting_as(role)
    entry = ledger.write(ledger.event(Act.NOTICE_ACKNOWLEDGED, record=row.id, part=how, by=actor, at=at))
    row.acknowledged_at, row.acknowledged_how = at, how
    row.acknowledged_by, row.acknowledged_entry = by.account.id, entry
    row.save(update_fields=["acknowledged_at", "acknowledged_how", "acknowledged_by", "acknowledged_entry"])
    return entry
