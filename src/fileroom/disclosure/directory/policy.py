"""The Board's policy on directory information (Ed. Code 49073): which of the eleven fields, to whom, what for.

Each meeting that changes it adds a version; the year's notice opens it, once the time to refuse is over.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Max

from fileroom.disclosure.directory import duties as notice_duties
from fileroom.disclosure.models import DirectoryNotice, DirectoryPolicy
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.days import district_day, school_year
from fileroom.law.directory import PROFIT_MAKING, RECIPIENTS
from fileroom.law.facts import DirectoryField, District, Publication, Purpose, RequesterKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.designators import DesignatorFacts, designator_facts
from fileroom.people.signed_in import SignedIn

FIELDS = tuple(DirectoryField)
# Whom a policy may name: those to whom the law's door for directory information stands open, and a publication. Which
# individuals, officials or organizations it says (Ed. Code 49073): "anyone" is none of them.
MAY_BE_NAMED = (*(it for it in RECIPIENTS if it not in (*PROFIT_MAKING, RequesterKind.PUBLIC)), Publication.YEARBOOK)
NO_POLICY = "There is no policy to give notice of. Enter what the Board has decided."
NOT_THAT_DAY = "The notice is given after the Board has decided, and not in days to come."
PURPOSES = (Purpose.DIRECTORY, Purpose.NEWS, Purpose.RECRUITMENT, Purpose.EMPLOYMENT_CHECK)


@dataclass(frozen=True)
class Adopted:
    """What the Board has decided. `version` counts from 1."""

    id: UUID
    version: int
    adopted_on: date
    meeting: str
    fields: tuple[DirectoryField, ...]
    recipients: tuple[RequesterKind | Publication, ...]
    purposes: tuple[Purpose, ...]
    screenings: bool
    given_on: date | None
    refuse_by: date | None

    def notice_given(self, on: date) -> bool:
        """Was this year's notice of it given, and is the time to refuse over?"""
        if self.given_on is None or self.refuse_by is None:
            return False
        return school_year(self.given_on) == school_year(on) and self.refuse_by < on


@dataclass(frozen=True)
class Text:
    """What is entered of a meeting's decision."""

    adopted_on: date
    meeting: str
    fields: tuple[str, ...]
    recipients: tuple[str, ...]
    purposes: tuple[str, ...]
    screenings: bool = False


@durable_transaction
def adopt(once: UUID, text: Text, *, notice_days: int, by: SignedIn, at: datetime) -> UUID:
    """Enter what the Board has decided; its id, which is `once`. `notice_days`: how many the district gives itself to
    tell the families, while the first semester runs. Raises Missing (whoever asks is not designated), FormUsed and
    ValidationError."""
    who = designated(by, at)

    def again() -> UUID | None:
        sent = DirectoryPolicy.objects.filter(pk=once).first()
        if sent and (_said(sent) != _said(_decision(once, text)) or sent.entered_by != by.account.id):
            raise FormUsed
        return once if sent else None

    def act() -> UUID:
        if wrong := _wrong(text, district_day(at)):
            raise ValidationError(wrong)
        last = DirectoryPolicy.objects.aggregate(of=Max("version"))["of"] or 0
        row = _decision(once, text)
        row.version, row.entered_at, row.entered_by = last + 1, at, by.account.id
        row.entry = noted(Act.DIRECTORY_POLICY_ADOPTED, row.id, f"version:{row.version}", who, by, at)
        row.save(force_insert=True)
        notice_duties.decided(row.entry, notice_days=notice_days, at=at)
        return row.id

    return act_once(again, act)


def _decision(once: UUID, text: Text) -> DirectoryPolicy:
    return DirectoryPolicy(
        id=once, adopted_on=text.adopted_on, meeting=text.meeting.strip(), fields=list(text.fields),
        recipients=list(text.recipients), purposes=list(text.purposes), screenings=text.screenings,
    )  # fmt: skip


def _said(row: DirectoryPolicy) -> tuple[object, ...]:
    return row.adopted_on, row.meeting, row.fields, row.recipients, row.purposes, row.screenings


@durable_transaction
def give_notice(once: UUID, given_on: date, refuse_by: date, *, at_least: int = 1, by: SignedIn, at: datetime) -> UUID:
    """The year's notice of the policy in force was given to the families. One of the same day entered later corrects
    the one before. `once`: its id; `at_least`: how many days to refuse they were promised. Raises Missing, FormUsed
    and ValidationError."""
    who, on = designated(by, at), district_day(at)

    def again() -> UUID | None:
        sent = DirectoryNotice.objects.filter(pk=once).first()
        if sent and (sent.given_on, sent.refuse_by, sent.entered_by) != (given_on, refuse_by, by.account.id):
            raise FormUsed
        return once if sent else None

    def act() -> UUID:
        policy = notice_duties.in_force(on)
        if policy is None:
            raise ValidationError({"given_on": NO_POLICY})
        if not policy.adopted_on <= given_on <= on:
            raise ValidationError({"given_on": NOT_THAT_DAY})
        if refuse_by <= given_on:
            raise ValidationError({"refuse_by": "Families need time to refuse: a day after the notice."})
        if refuse_by < given_on + timedelta(days=at_least):
            raise ValidationError({"refuse_by": f"The annual notice gives families {at_least} days to refuse."})
        row = DirectoryNotice(id=once, policy=policy, given_on=given_on, refuse_by=refuse_by, entered_at=at)
        row.entered_by = by.account.id
        row.entry = noted(Act.DIRECTORY_NOTICE_GIVEN, policy.id, f"refuse_by:{refuse_by}", who, by, at)
        row.save(force_insert=True)
        notice_duties.given(policy, given_on, Over(by.account.id, row.entry, at))
        return row.id

    return act_once(again, act)


def in_force(on: date) -> Adopted | None:
    """The policy of this day; None: the Board has decided nothing, and nothing is directory information here."""
    with district_transaction():
        row = notice_duties.in_force(on)
        return _adopted(row, on) if row else None


def versions(on: date) -> tuple[Adopted, ...]:
    """All there were, the newest first."""
    with district_transaction():
        return tuple(_adopted(row, on) for row in DirectoryPolicy.objects.order_by("-version"))


def district_facts(policy: Adopted | None, on: date, *, told: bool) -> District:
    """What the law asks of the district. Without a policy nothing is designated and nobody named; "anyone", in a
    version from before, names nobody either. `told`: had the family that is asked about the notice as everybody had it
    (told.py)?"""
    if policy is None:
        return District(directory_notice_given=False, directory_fields=(), directory_recipients=())
    return District(
        directory_notice_given=told and policy.notice_given(on),
        directory_fields=policy.fields,
        directory_recipients=tuple(it for it in policy.recipients if it in MAY_BE_NAMED),
        homeless_screenings_in_policy=policy.screenings,
    )


def may_enter(by: SignedIn, on: date) -> bool:
    """Would this account be let enter a decision of the Board's?"""
    with district_transaction():
        return designator_facts(by.account, on).designated


def _adopted(row: DirectoryPolicy, on: date) -> Adopted:
    notices = DirectoryNotice.objects.filter(policy=row, given_on__lte=on)
    notice = notices.order_by("-given_on", "-entered_at", "-id").first()
    return Adopted(
        row.id,
        row.version,
        row.adopted_on,
        row.meeting,
        tuple(DirectoryField(it) for it in row.fields),
        tuple(_recipient(it) for it in row.recipients),
        tuple(Purpose(it) for it in row.purposes),
        row.screenings,
        notice.given_on if notice else None,
        notice.refuse_by if notice else None,
    )


def _recipient(code: str) -> RequesterKind | Publication:
    return Publication(code) if code in set(Publication) else RequesterKind(code)


def _wrong(text: Text, on: date) -> dict[str, str]:
    wrong = {}
    if text.adopted_on > on:
        wrong["adopted_on"] = "Enter it once the Board has decided: this day is still to come."
    if not text.meeting.strip():
        wrong["meeting"] = "Say which meeting it was."
    for name, given, allowed in (
        ("fields", text.fields, FIELDS), ("recipients", text.recipients, MAY_BE_NAMED),
        ("purposes", text.purposes, PURPOSES),
    ):  # fmt: skip
        if says := _not_of(given, allowed):
            wrong[name] = says
    return wrong


def _not_of(given: Iterable[str], allowed: Iterable[str]) -> str:
    if not given:
        return "Choose at least one."
    return "" if set(given) <= set(allowed) else "Choose from the list: the law closes it."


def designated(by: SignedIn, at: datetime) -> DesignatorFacts:
    """Whoever may enter what the Board has decided. Raises Missing."""
    who = designator_facts(by.account, district_day(at))
    if not who.designated:
        raise Missing
    return who


def noted(act: Act, record: UUID, part: str, who: DesignatorFacts, by: SignedIn, at: datetime) -> UUID:
    """Its entry, in the ledger."""
    return ledger.write(
        ledger.event(act, record=record, part=part, by=by.acting_as(who.role), purpose=by.purpose.value, at=at)
    )
