"""The notice is composed by the program and adopted by the Superintendent or a designee: then its text is frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Max

from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law import Decision
from fileroom.law.checklists import CHECKLISTS
from fileroom.law.days import district_day, school_year
from fileroom.law.facts import NoticeKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.letters import Letterhead, Part
from fileroom.people import counsel
from fileroom.people.answers import FormUsed, Refused
from fileroom.people.owed import OF_THE_DISTRICT
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, designee
from fileroom.programmes.models import AnnualNotice
from fileroom.programmes.notices.composing import Composed, Places, Told, as_kept, as_told, compose
from fileroom.programmes.notices.facts import OF_IMMIGRATION, text_of
from fileroom.programmes.notices.languages import any_spoken, settle
from fileroom.programmes.notices.years import EACH_YEAR, KIND, ROOM, TO_ADOPT, year_said
from fileroom.programmes.publishing import publish
from fileroom.records.issuing import Draft


@dataclass(frozen=True)
class Adoption:
    """What is adopted: `read`, the digest of the text as it was read; for the school year that began in `year`."""

    id: UUID
    year: int
    read: str


def answered(it: Composed, *, on: date) -> tuple[Decision, ...]:
    """What the law says of this text: as the annual notice of rights, and as the information of Ed. Code 234.7(e)."""
    held = [item for item in CHECKLISTS[OF_IMMIGRATION].items if item in it.items]
    return (
        counsel.decide(
            text_of(NoticeKind.ANNUAL_RIGHTS, _known(it, OF_IMMIGRATION), on=on, other_homes=any_spoken(on))
        ),
        counsel.decide(text_of(NoticeKind.IMMIGRATION_RIGHTS, held, on=on)),
    )


def _known(it: Composed, but: str) -> list[str]:
    return [item for item in it.items if item not in CHECKLISTS[but].items]


@durable_transaction
def adopt(
    adoption: Adoption, *, places: Places, head: Letterhead, by: SignedIn, at: datetime
) -> AnnualNotice | Refused:
    """Adopt the notice as it reads now. Raises Missing (no designee), FormUsed, and ValidationError: it reads otherwise
    than what was read, or says what is adopted already."""
    role = designee(Programme.NOTICES, by=by, at=at)
    return act_once(lambda: _the_same(adoption, by), lambda: _adopt(adoption, places, head, role, by, at))


def _adopt(
    adoption: Adoption, places: Places, head: Letterhead, role: str, by: SignedIn, at: datetime
) -> AnnualNotice | Refused:
    on = district_day(at)
    it = compose(places, on=on)
    for decision in (answers := answered(it, on=on)):
        if not decision.granted:
            event = ledger.event(Act.NOTICE_REFUSED, part=KIND, by=by.acting_as(role), decision=decision, at=at)
            return Refused(decision, ledger.write(event))
    number = _fit(adoption, it, on)
    event = ledger.event(
        Act.NOTICE_ADOPTED, record=adoption.id, part=f"{adoption.year}/{number}", by=by.acting_as(role),
        decision=answers[0], outcome=it.digest, at=at,
    )  # fmt: skip
    row = AnnualNotice(
        id=adoption.id, school_year=adoption.year, number=number, text=as_kept(it.text), criteria=it.criteria,
        composed=it.fingerprint, digest=it.digest, adopted_at=at, adopted_by=by.account.id, entry=ledger.write(event),
    )  # fmt: skip
    row.save(force_insert=True)
    for language, said in it.text.items():
        publish(_draft(row, language, said), head=head, by=by, role=role, at=at)
    over = Over(by.account.id, row.entry, at)
    duties.discharge(ROOM, OF_THE_DISTRICT, over, rule=EACH_YEAR, part=f"{TO_ADOPT}/{row.school_year}")
    settle(on, entry=row.entry, by=by.account.id, at=at)
    return row


def _the_same(adoption: Adoption, by: SignedIn) -> AnnualNotice | None:
    """What this form has adopted already. Raises FormUsed."""
    before = AnnualNotice.objects.filter(pk=adoption.id).first()
    said = (adoption.year, adoption.read, by.account.id)
    if before and (before.school_year, before.digest, before.adopted_by) != said:
        raise FormUsed
    return before


def _fit(adoption: Adoption, it: Composed, on: date) -> int:
    """The number that the version will have. Raises ValidationError."""
    if adoption.year not in (school_year(on), school_year(on) + 1):
        raise ValidationError("A notice is adopted for this school year, or for the next.")
    if adoption.read != it.digest:
        raise ValidationError("The text has changed since you opened this page. Read it again, then adopt it.")
    these = AnnualNotice.objects.filter(school_year=adoption.year)
    if these.order_by("-number").values_list("digest", flat=True).first() == it.digest:
        raise ValidationError("This very text is adopted for that year already.")
    return (these.aggregate(last=Max("number"))["last"] or 0) + 1


def _draft(row: AnnualNotice, language: str, said: tuple[Told, ...]) -> Draft:
    parts = [Part(it.title, str(n), it.says, it.cites, it.lines) for n, it in enumerate(said, 1)]
    facts = {"year": year_said(row.school_year), "version": str(row.number)}
    return Draft(KIND, language, facts, about=row.id, parts=tuple(parts))


def text_in(row: AnnualNotice, language: str) -> tuple[Told, ...]:
    """What it says in this language; in English where it is not there in it."""
    said = as_told(row.text)
    return said.get(language, said["en"])
