"""The Attorney General's guide for families (Ed. Code 234.7(e)): where it is found, in which languages, and that
somebody has seen it posted, place by place. The guide itself is nowhere copied.

The law has it anew in the school year after it changes, and names no day of that year: the first is the cautious one.
Whether it has changed somebody looks each school year; until anybody has noted where it is found, that is owed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from fileroom.duties import queries as open_duties
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law import Decision, Outcome, Question, default_calendar
from fileroom.law.days import PACIFIC, district_day, school_year, school_year_begins
from fileroom.law.facts import Action, Notice, NoticeItem, NoticeKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import counsel
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.calendars import calendar
from fileroom.people.keepers import keeper_facts, kept_at
from fileroom.people.models import School
from fileroom.people.owed import OF_THE_DISTRICT, SUPERINTENDENT
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, acting, may_act
from fileroom.programmes.models import GuideEdition, GuidePosting
from fileroom.programmes.models.officers import ADDRESS_LENGTH
from fileroom.screening import LOOKS_AT_WRITING, findings_in

Place = GuidePosting.Place
ROOM, RULE = "posted_guide", "programmes.immigration_notices.the_guide"
EDITION = UUID(int=1)  # what a duty about the guide itself is about, and not about where it is posted
NOTE_IT, LOOK = "edition", "look"
MOST_LANGUAGES, LONGEST_LANGUAGE = 40, 40
EARLIEST = date(2015, 1, 1)
PROGRAM = Actor(account=None, role="system", door="round")
SECURE = URLValidator(schemes=["https"])


@dataclass(frozen=True)
class Guide:
    """The guide as it stands: for anyone."""

    address: str
    languages: tuple[str, ...]
    updated_on: date


@dataclass(frozen=True)
class Where:
    """One school, or the district (`school` None), with the days on which somebody has seen it posted there.

    `notes`: whoever looks may note it.
    """

    school: UUID | None
    name: str
    building_on: date | None
    site_on: date | None
    notes: bool

    @property
    def whole(self) -> bool:
        """Is it posted in the building and on the web site?"""
        return self.building_on is not None and self.site_on is not None


@dataclass(frozen=True)
class Standing:
    """How the newest edition is posted. `due_on`: by when; `whole`: the law's word. `writes`: the reader may note an
    edition."""

    guide: Guide | None
    places: tuple[Where, ...]
    due_on: date | None
    whole: bool
    writes: bool


def guide() -> Guide | None:
    """The newest edition that was noted; None: none was."""
    with district_transaction():
        row = _newest()
        return _as_guide(row) if row else None


def standing(*, by: SignedIn, at: datetime) -> Standing:
    """Where it is posted, for any employee. Raises Missing (it is the office's)."""
    employee, on = by.account.employee_id, district_day(at)
    if employee is None:
        raise Missing
    with district_transaction():
        row, writes = _newest(), may_act(Programme.GUIDE, by=by, at=at)
        theirs = kept_at(employee, on=on)
        places = tuple(places_of(row, noting=None if writes else theirs)) if row else ()
        whole = posted(places, on=on).outcome is Outcome.MUST
        return Standing(_as_guide(row) if row else None, places, due_on(row) if row else None, whole, writes)


@durable_transaction
def note_edition(
    id_: UUID, *, updated_on: date, address: str, languages: Iterable[str], by: SignedIn, at: datetime
) -> UUID:
    """The Superintendent or a designee notes an edition: from then on each place owes it. `id_`: the second call with
    it changes nothing.

    Raises Missing, FormUsed, and ValidationError by field.
    """
    on, kept = district_day(at), list(languages)
    who = acting(Programme.GUIDE, by=by, at=at)
    if not who.designated:
        raise Missing

    def again() -> UUID | None:
        before = GuideEdition.objects.filter(pk=id_).first()
        its = (before.noted_by, before.updated_on, before.address, before.languages) if before else None
        if its and its != (by.account.id, updated_on, address, kept):
            raise FormUsed
        return before.id if before else None

    def act() -> UUID:
        _fit(updated_on, address, kept, on)
        entry = ledger.write(ledger.event(Act.GUIDE_NOTED, record=id_, by=by.acting_as(who.role), at=at))
        row = GuideEdition(
            id=id_, updated_on=updated_on, address=address, languages=kept, noted_at=at, noted_by=by.account.id,
            entry=entry,
        )  # fmt: skip
        due = due_on(row) if GuideEdition.objects.exists() else on
        row.save(force_insert=True)
        every = [OF_THE_DISTRICT, *School.objects.order_by("name").values_list("id", flat=True)]
        owed = [Owed(RULE, ROOM, of, at, office=SUPERINTENDENT, due_on=due) for of in every]
        duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=entry)
        duties.discharge(ROOM, EDITION, Over(by.account.id, entry, at))
        return id_

    return act_once(again, act)


@durable_transaction
def still_the_same(*, by: SignedIn, at: datetime) -> UUID:
    """The Superintendent or a designee has looked: the guide is the edition that is noted. Raises Missing."""
    row, who = _newest(), acting(Programme.GUIDE, by=by, at=at)
    if row is None or not who.designated:
        raise Missing
    event = ledger.event(Act.GUIDE_NOTED, record=row.id, outcome="unchanged", by=by.acting_as(who.role), at=at)
    entry = ledger.write(event)
    duties.discharge(ROOM, EDITION, Over(by.account.id, entry, at), part=LOOK)
    return entry


@durable_transaction
def owe_a_look(*, at: datetime) -> None:
    """That nobody has noted the guide, or looked in this school year whether it has changed, is owed by the next
    school day: the round of every hour sees to it."""
    row, on = _newest(), district_day(at)
    began = datetime.combine(school_year_begins(school_year(on)), time(), PACIFIC)
    part = LOOK if row else NOTE_IT
    open_ = {it.part for it in open_duties.about(ROOM, [EDITION], at=at)}
    looked = row is not None and (row.noted_at >= began or open_duties.was_done(ROOM, EDITION, part=LOOK, since=began))
    if looked or part in open_:
        return
    entry = ledger.write(ledger.event(Act.GUIDE_OWED, record=row.id if row else None, by=PROGRAM, outcome=part, at=at))
    days = calendar() or default_calendar()
    owed = Owed(RULE, ROOM, EDITION, at, office=SUPERINTENDENT, part=part, due_on=days.schooldays(on, 1))
    duties.owe([owed], calendar=days, caused_by=entry)


@durable_transaction
def owe_new_schools(*, at: datetime) -> None:
    """A school that was opened since the newest edition was noted owes it too: the round of every hour sees to it."""
    row, on = _newest(), district_day(at)
    if row is None:
        return
    owing = {it.of for it in open_duties.of_room(ROOM, at=at)}
    new = [it.school for it in places_of(row) if it.school and not it.whole and it.school not in owing]
    if new:
        entry = ledger.write(ledger.event(Act.GUIDE_OWED, record=row.id, by=PROGRAM, outcome=f"{len(new)}", at=at))
        due = max(due_on(row), on)
        owed = [Owed(RULE, ROOM, of, at, office=SUPERINTENDENT, due_on=due) for of in new]
        duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=entry)


@durable_transaction
def note_posting(school: UUID | None, place: str, *, posted_on: date, by: SignedIn, at: datetime) -> UUID:
    """Somebody has seen the newest edition there, in every language: the designee, or that school's own custodian.

    Raises Missing and ValidationError.
    """
    employee, on = by.account.employee_id, district_day(at)
    row = _newest()
    if employee is None or row is None or not _may_note(by, school, at):
        raise Missing
    if place not in Place.values:
        raise ValidationError("Say where it is posted.")
    if not row.updated_on <= posted_on <= on:
        raise ValidationError("It was posted on a day since this edition, and not later than today.")
    before = GuidePosting.objects.filter(edition=row, school=school, place=place).first()
    if before is not None:
        return before.entry
    role = keeper_facts(by.account, on).role
    entry = ledger.write(
        ledger.event(Act.GUIDE_POSTED, record=school or row.id, part=place, by=by.acting_as(role), at=at)
    )
    GuidePosting.objects.create(
        edition=row, school_id=school, place=place, posted_on=posted_on, noted_at=at, noted_by=by.account.id,
        entry=entry,
    )  # fmt: skip
    if next(it for it in places_of(row) if it.school == school).whole:
        duties.discharge(ROOM, school or OF_THE_DISTRICT, Over(by.account.id, entry, at), rule=RULE)
    return entry


def _may_note(by: SignedIn, school: UUID | None, at: datetime) -> bool:
    if school is not None and not School.objects.filter(pk=school).exists():
        return False
    if may_act(Programme.GUIDE, by=by, at=at):
        return True
    employee = by.account.employee_id
    return employee is not None and school is not None and school in kept_at(employee, on=district_day(at))


def places_of(row: GuideEdition, *, noting: Iterable[UUID | None] | None = None) -> Iterator[Where]:
    """The district and each school. `noting`: the schools that the reader may note; None: all."""
    seen = {(it.school_id, it.place): it.posted_on for it in GuidePosting.objects.filter(edition=row)}
    allowed = None if noting is None else set(noting)
    for school, name in [(None, ""), *School.objects.order_by("name").values_list("id", "name")]:
        building, site = seen.get((school, Place.BUILDING)), seen.get((school, Place.SITE))
        yield Where(school, name, building, site, allowed is None or school in allowed)


def posted(places: Iterable[Where], *, on: date) -> Decision:
    """The law's word on whether this is all that it asks for."""
    every = list(places)
    held = {
        NoticeItem.IN_ADMINISTRATIVE_BUILDINGS: all(it.building_on for it in every),
        NoticeItem.ON_THE_DISTRICTS_SITE: all(it.site_on for it in every if it.school is None),
        NoticeItem.ON_EACH_SCHOOLS_SITE: all(it.site_on for it in every if it.school is not None),
        NoticeItem.IN_EVERY_LANGUAGE_PROVIDED: all(it.whole for it in every),
    }
    items = tuple(item for item, there in held.items() if there and every)
    said = Notice(kind=NoticeKind.POSTED_GUIDE, items=items, to_everybody=True)
    return counsel.decide(Question(on=on, action=Action.SEND_NOTICE, notice=said))


def due_on(row: GuideEdition) -> date:
    """The first day of the school year after it changed."""
    return school_year_begins(school_year(row.updated_on) + 1)


def editions() -> list[GuideEdition]:
    """The two newest, the newest first: until the newer is due, the older is what hangs there."""
    return list(GuideEdition.objects.order_by("-updated_on")[:2])


def _newest() -> GuideEdition | None:
    return next(iter(editions()), None)


def _as_guide(row: GuideEdition) -> Guide:
    return Guide(row.address, tuple(row.languages), row.updated_on)


def _fit(updated_on: date, address: str, languages: list[str], on: date) -> None:
    """Raises ValidationError, by field."""
    faults = {}
    if not EARLIEST <= updated_on <= on:
        faults["updated_on"] = "Say the day that stands on the guide; it lies not ahead."
    elif GuideEdition.objects.filter(updated_on__gte=updated_on).exists():
        faults["updated_on"] = "An edition of this day, or of a later one, is noted already."
    try:
        SECURE(address)
    except ValidationError:
        faults["address"] = "Write the whole address of its page, beginning with https://."
    if len(address) > ADDRESS_LENGTH:
        faults["address"] = f"At most {ADDRESS_LENGTH} letters."
    if not 1 <= len(languages) <= MOST_LANGUAGES or any(len(it) > LONGEST_LANGUAGE for it in languages):
        faults["languages"] = "Write each language on a line of its own, as families read its name."
    elif findings_in("\n".join(languages), LOOKS_AT_WRITING):
        faults["languages"] = "Write the names of languages, and nothing of anybody."
    if faults:
        raise ValidationError(faults)
