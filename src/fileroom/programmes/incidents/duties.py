"""What is owed because of an incident: the law's answers name the rules; here stands whose each is, and which ended.

Each time more is known, the law is asked anew: what it names now is owed, and what it names no more is let go.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.law import Decision, Outcome, default_calendar
from fileroom.law.clocks import due
from fileroom.law.codes import DutyCode
from fileroom.law.days import district_day
from fileroom.law.facts import Holder
from fileroom.people import counsel
from fileroom.people.calendars import calendar
from fileroom.people.owed import SUPERINTENDENT
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents.known import Known, attack, breach, known_of
from fileroom.programmes.incidents.turns import NOBODY, WAITS, State
from fileroom.programmes.models import Incident, IncidentNotice, IncidentPerson
from fileroom.programmes.notices.years import TRANSLATE
from fileroom.programmes.settings.services import days_of_incidents

ROOM = "incidents"
EVERY_ONE = "programmes.cyberattacks.every_one"
OF_MANY = "programmes.cyberattacks.of_many_people"
BY_THE_DISTRICT = "programmes.breaches.by_the_district"
BY_A_BUSINESS = "programmes.breaches.by_a_business"
TO_THE_OWNER = "programmes.breaches.to_the_owner"
COPY_BY_THE_DISTRICT = "programmes.breach_copies.by_the_district"
COPY_BY_A_BUSINESS = "programmes.breach_copies.by_a_business"
POLICE = "programmes.breach_duties.notify_when_police_allow"
OWNER = "programmes.breach_duties.tell_owner_at_once"
CONTRACT = "programmes.breach_duties.follow_the_contract"
ANALYSIS = "programmes.breach_duties.keep_the_analysis"
IN_FULL = "programmes.breach_notice_ways.substitute_notice_in_full"
PLAN = "programmes.incident_plans.follow_the_plan"
BOARD, INSURER = "board", "insurer"  # its parts: who hears of an incident
EVERYBODY = "everybody"  # the part of a substitute notice that goes in place of everybody's letter

BY_CODE = {
    DutyCode.FOLLOW_THE_CONTRACT: CONTRACT,
    DutyCode.FOLLOW_THE_PLAN: PLAN,
    DutyCode.KEEP_THE_ANALYSIS: ANALYSIS,
    DutyCode.NOTIFY_WHEN_POLICE_ALLOW: POLICE,
    DutyCode.TELL_OWNER_AT_ONCE: OWNER,
}
CLOCKS = {BY_A_BUSINESS: "breach_notice_by_a_business"}
COPY_CLOCK = "breach_sample_copy_by_a_business"  # it starts as the business says that it has told the people
REPORTS = (EVERY_ONE, OF_MANY)  # done by one report to the Center
# A letter that had gone though somebody it went to may be barred: by its notice, its part.
HAD_GONE = "disclosure.restraining_orders.counsel_review"
# What somebody says is done; the rest is done by the act itself.
BY_HAND = (BY_A_BUSINESS, COPY_BY_A_BUSINESS, TO_THE_OWNER, OWNER, CONTRACT, ANALYSIS, PLAN, HAD_GONE)
# Owed by another act than an assessment, which therefore neither names it nor lets it go.
OF_OTHER_ACTS = (IN_FULL, HAD_GONE, TRANSLATE)
FOR_NOBODY = Q(state=State.SPARED, over_as__startswith=NOBODY)  # the notices that ended for want of anybody to tell


@dataclass(frozen=True)
class Answers:
    """The law's answers by what is known: about the report to the Center, and about the notice to the people."""

    attack: Decision
    breach: Decision

    @property
    def missing(self) -> tuple[str, ...]:
        """What the law still asks, each once."""
        return tuple(dict.fromkeys(it.ask for of in (self.attack, self.breach) for it in of.missing))

    @property
    def police_ask(self) -> bool:
        """Is the notice one that the law asks for, and do police ask to wait with it?"""
        return POLICE in _followed(self.breach, None)

    @property
    def by_the_district(self) -> bool:
        """Does the law have the district tell the people, now?"""
        return self.breach.outcome is Outcome.MUST and any(it.rule == BY_THE_DISTRICT for it in self.breach.because)

    @property
    def by_no_district(self) -> bool:
        """Is the notice known to be asked of no district: by no statute, or of the company itself?"""
        return not (self.missing or self.police_ask or self.by_the_district)


def answers(known: Known, noticed_at: datetime, *, at: datetime) -> Answers:
    """Ask the law, on the district's day."""
    on = district_day(at)
    return Answers(counsel.decide(attack(known, on=on)), counsel.decide(breach(known, noticed_at, on=on)))


def named(said: Answers, holder: Holder | None) -> frozenset[str]:
    """The rules by which something is owed. While it is not known to be no attack, the policy's report stays owed."""
    compelled = {
        it.rule
        for of in (said.attack, said.breach) if of.outcome is Outcome.MUST
        for it in of.because if it.effect == "compels"
    }  # fmt: skip
    if said.attack.outcome is Outcome.NEEDS_MORE:
        compelled.add(EVERY_ONE)
    return frozenset(compelled | _followed(said.attack, holder) | _followed(said.breach, holder))


def _followed(of: Decision, holder: Holder | None) -> set[str]:
    codes = {DutyCode(it.code) for it in of.duties}
    rules = {rule for code, rule in BY_CODE.items() if code in codes}
    if DutyCode.COPY_TO_ATTORNEY_GENERAL in codes and of.outcome is Outcome.MUST:
        rules.add(COPY_BY_A_BUSINESS if holder is Holder.VENDOR_FOR_ITSELF else COPY_BY_THE_DISTRICT)
    return rules


def settle(row: Incident, *, by: SignedIn, entry: UUID, at: datetime, police_allow: bool = False) -> Answers:
    """Ask the law by what the row says; owe what it names and let go what it names no more. Of an exercise nothing is
    owed. `police_allow`: they had asked to wait, and do no more. Part of the open transaction."""
    known = known_of(row)
    said = answers(known, row.noticed_at, at=at)
    if row.exercise:
        return said
    now = named(said, known.holder)
    done, open_ = queries.done(ROOM, row.id), {it.rule for it in queries.about(ROOM, [row.id], at=at)}
    # Police may ask a second time, and a second list may name others; that the board was told tells no insurer.
    again = {POLICE, BY_THE_DISTRICT} if somebody_waits(row) else {POLICE}
    owed = [it for it in _owed(row, now, at) if it.rule in again or (it.rule, it.part) not in done]
    if nobody_can_be_told(row):
        owed = [it for it in owed if it.rule != BY_THE_DISTRICT]
    duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=entry)
    for rule in open_ - now - set(OF_OTHER_ACTS):
        came = rule == POLICE and police_allow  # what was waited for
        end = duties.discharge if came else duties.let_go
        end(ROOM, row.id, Over(by.account.id, entry, at), rule=rule)
    return said


def _owed(row: Incident, rules: frozenset[str], at: datetime) -> Iterator[Owed]:
    """Each by the law's own clock; where the law names no day, by the district's (`settings.days_of_incidents`): those
    of its plan from the day on which the plan was first found to apply, whatever was said in between."""
    days, today = days_of_incidents(), district_day(at)
    first = {it.part: it.began_at for it in queries.causes(ROOM, row.id, done_too=True)}
    for rule in sorted(rules):
        clock = CLOCKS.get(rule, "")
        if rule == PLAN:
            for part in (BOARD, INSURER):
                on = district_day(first.get(part, at)) + timedelta(days=days[part])
                yield Owed(rule, ROOM, row.id, at, office=SUPERINTENDENT, part=part, due_on=on)
            continue
        copy = today + timedelta(days=days["copy"]) if rule == COPY_BY_THE_DISTRICT else None
        began = row.noticed_at if clock else at
        yield Owed(rule, ROOM, row.id, began, office=SUPERINTENDENT, clock=clock, due_on=copy)


def somebody_waits(row: Incident) -> bool:
    """Stands anybody on its list who is neither told nor let go?"""
    waits = Q(incidentnotice=None) | Q(incidentnotice__state__in=WAITS)
    return IncidentPerson.objects.filter(waits, incident=row).exists()


def nobody_can_be_told(row: Incident) -> bool:
    """Is the notice over for want of anybody who may be told, and was nobody told?"""
    notices = IncidentNotice.objects.filter(person__incident=row)
    told = notices.filter(state=State.TOLD).exists()
    return not told and not somebody_waits(row) and notices.filter(FOR_NOBODY).exists()


def finish(of: UUID, rules: tuple[str, ...], *, by: SignedIn, entry: UUID, at: datetime, part: str = "") -> int:
    """These are done, and this entry shows it; how many were open. `part`: this part of them alone."""
    over = Over(by.account.id, entry, at)
    number = sum(duties.discharge(ROOM, of, over, rule=rule, part=part) for rule in rules)
    if BY_A_BUSINESS in rules and duties.let_go(ROOM, of, over, rule=COPY_BY_A_BUSINESS):
        owed = Owed(COPY_BY_A_BUSINESS, ROOM, of, at, office=SUPERINTENDENT, clock=COPY_CLOCK)
        duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=entry)
    return number


def owe_substitute(row: Incident, everybody: bool, *, by: SignedIn, entry: UUID, at: datetime) -> None:
    """The notice goes by its substitute: all that the law asks of one is owed. `everybody`: it goes in place of every
    letter, and not only of those to whom none can be written."""
    granted = substitute_granted(row, at=at)
    if granted == EVERYBODY:
        return
    if everybody:
        duties.let_go(ROOM, row.id, Over(by.account.id, entry, at), rule=IN_FULL)
    out = district_day(at) + timedelta(days=days_of_incidents()["substitute"])
    part, due_on = EVERYBODY if everybody else "", on_the_web_until(out)
    owed = [Owed(IN_FULL, ROOM, row.id, at, office=SUPERINTENDENT, part=part, due_on=due_on)]
    duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=entry)


def owe_counsel(row: Incident, notice: IncidentNotice, *, entry: UUID, at: datetime) -> None:
    """A letter had gone to where it was not to go: it is sent to counsel the same day. Part of the open transaction."""
    student, part, today = notice.person.student_id, str(notice.id), district_day(at)
    owed = Owed(HAD_GONE, ROOM, row.id, at, office=SUPERINTENDENT, student=student, part=part, due_on=today)
    duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=entry)


def substitute_granted(row: Incident, *, at: datetime) -> str | None:
    """Whose letters the substitute notice stands for, as the law granted it: EVERYBODY, or empty for those to whom none
    can be written; None: it was not granted, or has gone already."""
    parts = [it.part for it in queries.about(ROOM, [row.id], at=at) if it.rule == IN_FULL]
    return max(parts, default=None)


def is_open(row: Incident, rules: Collection[str], *, at: datetime) -> bool:
    """Is anything owed by one of these rules?"""
    return any(it.rule in rules for it in queries.about(ROOM, [row.id], at=at))


def waited_for_police(row: Incident) -> bool:
    """Had police asked to wait with the notice, and have since allowed it? A request that was none is let go."""
    return any(rule == POLICE for rule, _ in queries.done(ROOM, row.id))


def on_the_web_until(posted_on: date) -> date:
    """The first day on which the page of a substitute notice may be taken down."""
    ends = due("breach_notice_on_the_web", [posted_on], calendar() or default_calendar()).on
    return ends.date() if isinstance(ends, datetime) else ends
