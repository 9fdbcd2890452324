"""The notice on a family's own page: the text for everybody, and, for whoever it was addressed to, that it came.

Whoever an order bars finds the text alone, as any stranger does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day, school_year
from fileroom.law.facts import NoticeMethod
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.answers import Missing
from fileroom.people.models import Account
from fileroom.people.signed_in import SignedIn
from fileroom.people.telling import facts_about
from fileroom.programmes import publishing
from fileroom.programmes.models import AnnualNotice, ElectronicWish, NoticeToFamily
from fileroom.programmes.notices import duties as notice_duties
from fileroom.programmes.notices.adopting import text_in
from fileroom.programmes.notices.composing import Told
from fileroom.programmes.notices.sending import Asking, acknowledge, wishes
from fileroom.programmes.notices.years import in_force
from fileroom.programmes.publishing import Paper


@dataclass(frozen=True)
class Published:
    """The notice of this school year, for anyone. `papers`: in every language that it is there in."""

    id: UUID
    year: int
    number: int
    adopted_at: datetime
    text: tuple[Told, ...]
    papers: tuple[Paper, ...]


@dataclass(frozen=True)
class Mine:
    """That it was addressed to whoever asks, about this student. `acknowledged_at` None: not yet."""

    id: UUID
    name: str
    own: bool
    told_on: date | None
    acknowledged_at: datetime | None


@dataclass(frozen=True)
class FamilyPage:
    """The page: the text, whether this person asked for notices by electronic means, and each student it is about."""

    notice: Published | None
    electronic: bool
    mine: tuple[Mine, ...]


def published(language: str, *, on: date) -> Published | None:
    """This school year's notice in this language; None: none is adopted."""
    with district_transaction():
        row = in_force(on)
        return _published(row, language) if row else None


def _published(row: AnnualNotice, language: str) -> Published:
    papers = tuple(publishing.papers([row.id]).get(row.id, ()))
    return Published(row.id, row.school_year, row.number, row.adopted_at, text_in(row, language), papers)


@durable_transaction
def page(language: str, *, by: SignedIn, at: datetime) -> FamilyPage:
    """The page of this account."""
    on, whom = district_day(at), whom_of(by.account)
    row, rows = in_force(on), _granted(by, on)
    names = _names(rows, on)
    mine = tuple(_mine(it, names) for it in rows)
    return FamilyPage(_published(row, language) if row else None, whom in wishes([whom]), mine)


def whom_of(account: Account) -> UUID:
    """The contact or the student who holds this account. Raises Missing for an employee."""
    whom = account.contact_id or account.student_id
    if whom is None:
        raise Missing
    return whom


def _rows(account: Account, on: date) -> list[NoticeToFamily]:
    year = NoticeToFamily.objects.filter(school_year=school_year(on)).select_related("student")
    if account.contact_id:
        return list(year.filter(contact=account.contact_id).order_by("student_id"))
    return list(year.filter(contact=None, student=account.student_id))


def _granted(by: SignedIn, on: date) -> list[NoticeToFamily]:
    """Those of the rows of this account of which the law says yes now, whatever it said when they were opened."""
    rows = _rows(by.account, on)
    asking = Asking(facts_about([(it.student_id, it.contact_id) for it in rows], on=on), on)
    return [it for it in rows if _may(asking, it)]


def _may(asking: Asking, it: NoticeToFamily) -> bool:
    pair = it.student_id, it.contact_id
    return asking.of(pair, NoticeMethod.ELECTRONIC, asked_for=True, at_enrolment=it.at_enrolment).granted


def _names(rows: list[NoticeToFamily], on: date) -> dict[UUID, str]:
    found = (queries.named(it.student_id, on=on) for it in rows)
    return {it.id: it.name for it in found if it}


def _mine(it: NoticeToFamily, names: dict[UUID, str]) -> Mine:
    return Mine(it.id, names.get(it.student_id, ""), it.contact_id is None, it.told_on, it.acknowledged_at)


@durable_transaction
def acknowledge_here(row_id: UUID, notice_id: UUID, language: str, *, by: SignedIn, at: datetime) -> UUID:
    """“I have this notice”, said on one's own page, of the version that it showed. Whoever had not been told is so by
    this, by electronic means, which the click asks for. Raises Missing: it is not addressed to this account, it is no
    version of this school year, or the law says no."""
    on = district_day(at)
    notice = AnnualNotice.objects.filter(pk=notice_id, school_year=school_year(on)).first()
    row = next((it for it in _granted(by, on) if it.id == row_id), None)
    if row is None or notice is None:
        raise Missing
    role = "parent" if row.contact_id else "student"
    entry = acknowledge_first(row, notice, language, role=role, by=by, at=at)
    notice_duties.recount(row.school_year, entry=entry, by=by.account.id, at=at)
    return entry


def acknowledge_first(
    row: NoticeToFamily, notice: AnnualNotice, language: str, *, role: str, by: SignedIn, at: datetime
) -> UUID:
    """Told, if they were not, then acknowledged. Part of the open transaction."""
    if row.told_on is None:
        part = f"{row.school_year}/{NoticeToFamily.Method.ELECTRONIC.value}"
        event = ledger.event(Act.NOTICE_TOLD, record=row.id, part=part, by=by.acting_as(role), outcome="1", at=at)
        row.told_entry, row.told_by, row.told_on = ledger.write(event), by.account.id, district_day(at)
        row.notice, row.method, row.language = notice, NoticeToFamily.Method.ELECTRONIC.value, language
        row.save(update_fields=["told_entry", "told_by", "told_on", "notice", "method", "language"])
    return acknowledge(row, NoticeToFamily.Acknowledged.PAGE, role=role, by=by, at=at)


@durable_transaction
def wish(electronic: bool, *, by: SignedIn, at: datetime) -> UUID:
    """Ask for notices by electronic means, or no longer (Ed. Code 48981). Raises Missing for an employee."""
    whom = whom_of(by.account)
    role = "parent" if by.account.contact_id else "student"
    part = "electronic" if electronic else "paper"
    entry = ledger.write(ledger.event(Act.NOTICE_WISHED, part=part, by=by.acting_as(role), at=at))
    ElectronicWish.objects.create(whom=whom, electronic=electronic, said_at=at, entry=entry)
    return entry
