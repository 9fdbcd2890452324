"""Papers for offices outside: the program prepares them, a person sends them, and notes when, how and by which number.

The statutes name no form for the report and no day for either; the channel is the district's to keep up to date.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import durable_transaction
from fileroom.law import Question
from fileroom.law.days import district_day
from fileroom.law.facts import Action, NoticeMethod
from fileroom.ledger.services import Act
from fileroom.letters import Letterhead
from fileroom.letters.setting import spoken_instant
from fileroom.people import counsel, queries
from fileroom.people.answers import FormUsed, Refused
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents import duties
from fileroom.programmes.incidents.endings import told_by_substitute, waits_for_police
from fileroom.programmes.incidents.handling import note, taken_up
from fileroom.programmes.incidents.known import System, known_of
from fileroom.programmes.incidents.notice_texts import may_go
from fileroom.programmes.incidents.notice_words import LANGUAGES, WHOSE, dates
from fileroom.programmes.incidents.runs import not_now, run_of
from fileroom.programmes.models import Incident, IncidentSent
from fileroom.records import issuing
from fileroom.records.issuing import Draft, Issued
from fileroom.screening import LOOKS_AT_WRITING, findings_in

REPORT, SAMPLE, SUBSTITUTE = "cal_csic_report", "breach_notice", "breach_substitute"
NOT_GRANTED = "Ask first whether the law gives a ground for a substitute notice: it has not said so."
LONGEST = 80


class What(StrEnum):
    """What is sent, and to whom."""

    ATTORNEY_GENERAL = "attorney_general"
    CENTER = "center"
    SUBSTITUTE = "substitute"


# The duties that each of them does.
DOES = {
    What.ATTORNEY_GENERAL: (duties.COPY_BY_THE_DISTRICT,),
    What.CENTER: duties.REPORTS,
    What.SUBSTITUTE: (duties.IN_FULL,),
}
SYSTEM_NAMES = {
    System.FILEROOM: "records system", System.SIS: "student information system", System.VENDOR: "a company’s service",
    System.EMAIL: "e-mail or accounts", System.DRIVES: "files", System.NETWORK: "network", System.DEVICE: "a device",
    System.PAPER: "paper", System.ELSE: "other",
}  # fmt: skip
HARM_NAMES = {
    "altered": "data or programs altered", "deleted": "data or programs deleted", "damaged": "systems damaged",
    "users_shut_out": "users shut out",
}  # fmt: skip
ASKS = {
    True: "This attack touches more people than Education Code 35266 names. The Board’s policy asks for every report.",
    False: "The Board’s policy asks that every cyberattack be reported, whatever Education Code 35266 asks.",
}
GOING_ON = {"yes": "yes", "no": "no", "not_known": "not known"}


@dataclass(frozen=True)
class Sending:
    """What somebody says they have sent."""

    what: What
    sent_on: date
    channel: str
    reference: str


@durable_transaction
def center_report(incident_id: UUID, *, head: Letterhead, by: SignedIn, at: datetime) -> Issued | Refused:
    """The report to the Center, on paper; the law is asked whether it may go as it is. Raises Missing and
    ValidationError."""
    row, who = taken_up(incident_id, by, at, designee=True)
    _real(row)
    known, on = known_of(row), district_day(at)
    asked = counsel.decide(Question(on=on, action=Action.REPORT_CYBERATTACK, incident=known.incident))
    if not asked.granted:
        return Refused(asked, note(Act.INCIDENT_REFUSED, row, by, who.role, at, part=REPORT, decision=asked))
    by_statute = any(it.rule == duties.OF_MANY for it in asked.because)
    facts = {
        "asks": ASKS[by_statute],
        "noticed": spoken_instant(row.noticed_at, "en"),
        "happened": dates(known.from_on, known.to_on, "en"),
        "systems": ", ".join(SYSTEM_NAMES[System(it)] for it in row.systems),
        "harms": ", ".join(HARM_NAMES[it] for it in known.harms or ()) or "nothing of these",
        "going_on": GOING_ON[row.going_on],
        "students": _number(known.students), "staff": _number(known.staff), "people": _number(known.people),
        "contact": " ".join(filter(None, (head.district, head.telephone))),
    }  # fmt: skip
    draft = Draft(REPORT, "en", facts, about=row.id)
    return issuing.issue(draft, head=head, by=by, role=who.role, decision=asked, sealed=True, at=at)


@durable_transaction
def sample_copy(
    incident_id: UUID, *, head: Letterhead, by: SignedIn, at: datetime
) -> tuple[Issued, ...] | Refused:  # fmt: skip
    """One sample of the notice in each language, without anybody's personal information.

    Raises Missing and ValidationError.
    """
    return _of_everybody(incident_id, SAMPLE, "sample", head, by, at)


@durable_transaction
def substitute_text(
    incident_id: UUID, *, head: Letterhead, by: SignedIn, at: datetime
) -> tuple[Issued, ...] | Refused:  # fmt: skip
    """The text of the substitute notice in each language, for its e-mails, its web page and the media; it names nobody.

    Raises Missing, and ValidationError (the law has granted none, or its words are not written).
    """
    row, _ = taken_up(incident_id, by, at, designee=True)
    if duties.substitute_granted(row, at=at) is None:
        raise ValidationError(NOT_GRANTED)
    return _of_everybody(incident_id, SUBSTITUTE, "substitute", head, by, at)


def _of_everybody(
    incident_id: UUID, kind: str, whose: str, head: Letterhead, by: SignedIn, at: datetime
) -> tuple[Issued, ...] | Refused:
    """A text that is for everybody, in each language. Part of the open transaction."""
    row, who = taken_up(incident_id, by, at, designee=True)
    _real(row)
    run = run_of(row, who.role, head=head, by=by, at=at)
    if refused := not_now(run, kind):
        return refused
    signer = queries.account_names([by.account.id]).get(by.account.id, "")
    drafts = [
        Draft(kind, it, run.facts(WHOSE[it][whose], signer, it), about=row.id) for it in LANGUAGES
    ]  # fmt: skip
    return tuple(
        issuing.issue(it, head=head, by=by, role=who.role, decision=run.decision, sealed=True, at=at) for it in drafts
    )


def _real(row: Incident) -> None:
    if row.exercise:
        raise ValidationError("It is an exercise: nothing goes out of the house.")


def _number(of: int | None) -> str:
    return f"{of:,}" if of is not None else "not counted yet"


@durable_transaction
def sent(id_: UUID, incident_id: UUID, said: Sending, *, by: SignedIn, at: datetime) -> UUID | Refused:
    """Somebody says that they have sent it; what it does is thereby done. `id_`: the second call with it answers as
    the first did. Of the substitute notice: refused while police ask to wait.

    Raises Missing, FormUsed (the first call was about another incident, or another paper) and ValidationError.
    """
    row, who = taken_up(incident_id, by, at, designee=True)
    _real(row)
    if before := IncidentSent.objects.filter(pk=id_).first():
        if (before.incident_id, before.what) != (row.id, said.what.value):
            raise FormUsed
        return before.entry
    _checked(row, said, at)
    substitute = said.what is What.SUBSTITUTE
    if substitute and (refused := waits_for_police(row, "substitute", by, who.role, at)):
        return refused
    whose = duties.substitute_granted(row, at=at)
    entry = note(Act.INCIDENT_SENT, row, by, who.role, at, part=said.what.value)
    IncidentSent(
        id=id_, incident=row, what=said.what.value, sent_on=said.sent_on, channel=said.channel.strip(),
        reference=said.reference.strip(), noted_at=at, noted_by=by.account.id, entry=entry,
    ).save(force_insert=True)  # fmt: skip
    duties.finish(row.id, DOES[said.what], by=by, entry=entry, at=at)
    if substitute and whose is not None:
        told_by_substitute(row, whose, by=by, role=who.role, entry=entry, at=at)
    return entry


def _checked(row: Incident, said: Sending, at: datetime) -> None:
    if not district_day(row.noticed_at) <= said.sent_on <= district_day(at):
        raise ValidationError("It was sent on a day since it was noticed, and not after today.")
    if not said.channel.strip() or max(len(said.channel), len(said.reference)) > LONGEST:
        raise ValidationError(f"Say how it was sent, in at most {LONGEST} characters.")
    if said.what is What.SUBSTITUTE and duties.substitute_granted(row, at=at) is None:
        raise ValidationError(NOT_GRANTED)
    if said.what is What.SUBSTITUTE and (until := duties.on_the_web_until(said.sent_on)) > district_day(at):
        raise ValidationError(f"It stays on the web site until {until:%B} {until.day}. Note it then.")
    if findings_in(f"{said.channel}\n{said.reference}", LOOKS_AT_WRITING):
        raise ValidationError("Write the channel and the reference alone: nobody’s status, nobody’s numbers.")
    sent_before = IncidentSent.objects.filter(incident=row, what=said.what.value).exists()
    if sent_before and not duties.is_open(row, DOES[said.what], at=at):
        raise ValidationError("This is noted as sent already.")


@durable_transaction
def substitute(
    incident_id: UUID, *, cost: int | None, lacking: bool, head: Letterhead, by: SignedIn, at: datetime
) -> UUID | Refused:
    """The notice is to go by its substitute, where the law gives a ground: what that asks is then owed in full.

    Raises Missing and ValidationError.
    """
    row, who = taken_up(incident_id, by, at, designee=True)
    _real(row)
    run, on = run_of(row, who.role, head=head, by=by, at=at), district_day(at)
    if refused := not_now(run, "substitute", text=False):
        return refused
    method = NoticeMethod.SUBSTITUTE
    asked = may_go(run.known, run.items, on=on, method=method, cost=cost, lacking=lacking)
    if not asked.granted:
        return Refused(asked, note(Act.INCIDENT_REFUSED, row, by, who.role, at, part="substitute", decision=asked))
    # By its cost, or by their number, it goes in place of everybody's letter; else of those who cannot be written to.
    everybody = may_go(run.known, run.items, on=on, method=method, cost=cost, lacking=False).granted
    entry = note(Act.INCIDENT_DONE, row, by, who.role, at, part="substitute", decision=asked)
    duties.owe_substitute(row, everybody, by=by, entry=entry, at=at)
    return entry
