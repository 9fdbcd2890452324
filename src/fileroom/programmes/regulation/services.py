"""The regulation is adopted by the Superintendent or a designee as it reads then; what it quotes is kept with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.letters import Letterhead, Part
from fileroom.letters.setting import spoken_day
from fileroom.people import queries
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, designee, may_act
from fileroom.programmes.models import AdoptedRegulation
from fileroom.programmes.policy.numbers import records_policy
from fileroom.programmes.publishing import Paper, papers, publish
from fileroom.programmes.regulation.drafting import Installed, Regulation, Section, as_kept, as_read, draft
from fileroom.records.issuing import Draft

KIND, EN = "regulation", "en"
OWN = "The district’s own way to do what is asked by"


@dataclass(frozen=True)
class Version:
    """One that was adopted, with its paper."""

    id: UUID
    number: int
    adopted_at: datetime
    adopted_by: str
    sections: tuple[Section, ...]
    papers: tuple[Paper, ...]


@dataclass(frozen=True)
class Changed:
    """Something it quotes that has changed since: what it said, and what holds now; empty: nothing."""

    name: str
    was: str
    now: str


@dataclass(frozen=True)
class Page:
    """The draft as it reads now, beside the newest version; `changed`: what that quotes and holds no more.

    `differs`: the draft reads otherwise than what is adopted. `may_adopt`: this account is designated.
    """

    draft: Regulation
    versions: tuple[Version, ...]
    changed: tuple[Changed, ...]
    differs: bool
    may_adopt: bool


def page(installed: Installed, *, by: SignedIn, at: datetime) -> Page:
    """For any employee. Raises Missing."""
    if by.account.employee_id is None:
        raise Missing
    with district_transaction():
        now = draft(installed, on=district_day(at))
        rows = list(AdoptedRegulation.objects.order_by("-number"))
        differs = not rows or rows[0].digest != now.digest
        gone = tuple(changed(rows[0], now)) if rows else ()
        return Page(now, _versions(rows), gone, differs, may_act(Programme.REGULATION, by=by, at=at))


def published() -> Version | None:
    """The newest version, for anyone; None: none was adopted."""
    with district_transaction():
        return next(iter(_versions(list(AdoptedRegulation.objects.order_by("-number")[:1]))), None)


def _versions(rows: Iterable[AdoptedRegulation]) -> tuple[Version, ...]:
    these = list(rows)
    names, printed = queries.account_names(it.adopted_by for it in these), papers(it.id for it in these)
    return tuple(
        Version(
            it.id, it.number, it.adopted_at, names.get(it.adopted_by, ""), as_read(it.text),
            tuple(printed.get(it.id, ())),
        )
        for it in these
    )  # fmt: skip


def newest() -> AdoptedRegulation | None:
    """The version that holds. Joins an open transaction."""
    return AdoptedRegulation.objects.order_by("-number").first()


def changed(row: AdoptedRegulation, now: Regulation) -> list[Changed]:
    """What it quotes and that reads otherwise now, or is quoted no more; and what is quoted for the first time."""
    names = [*row.quotes, *(name for name in now.quotes if name not in row.quotes)]
    pairs = [Changed(name, row.quotes.get(name, ""), now.quotes.get(name, "")) for name in names]
    return [it for it in pairs if it.was != it.now]


@durable_transaction
def adopt(
    id_: UUID, read: str, *, installed: Installed, head: Letterhead, by: SignedIn, at: datetime
) -> AdoptedRegulation:
    """Adopt it as it reads now. `read`: the digest of what was read. Raises Missing, FormUsed and ValidationError."""
    role = designee(Programme.REGULATION, by=by, at=at)
    return act_once(lambda: _adopted(id_, read, by), lambda: _adopt(id_, read, installed, head, role, by, at))


def _adopted(id_: UUID, read: str, by: SignedIn) -> AdoptedRegulation | None:
    """What this form has adopted already. Raises FormUsed."""
    before = AdoptedRegulation.objects.filter(pk=id_).first()
    if before and (before.digest, before.adopted_by) != (read, by.account.id):
        raise FormUsed
    return before


def _adopt(
    id_: UUID, read: str, installed: Installed, head: Letterhead, role: str, by: SignedIn, at: datetime
) -> AdoptedRegulation:
    now, last = draft(installed, on=district_day(at)), newest()
    _fit(now, last, read)
    number = last.number + 1 if last else 1
    event = ledger.event(
        Act.REGULATION_ADOPTED, record=id_, part=str(number), by=by.acting_as(role), outcome=now.digest, at=at
    )
    row = AdoptedRegulation(
        id=id_, number=number, text=as_kept(now.sections), quotes=dict(now.quotes), digest=now.digest, adopted_at=at,
        adopted_by=by.account.id, entry=ledger.write(event),
    )  # fmt: skip
    row.save(force_insert=True)
    publish(_letter(row, now), head=head, by=by, role=role, at=at)
    return row


def _fit(now: Regulation, last: AdoptedRegulation | None, read: str) -> None:
    if now.wanting:
        raise ValidationError("The district has not yet said everything that the regulation quotes.")
    if read != now.digest:
        raise ValidationError("The text has changed since you opened this page. Read it again, then adopt it.")
    if last is not None and last.digest == now.digest:
        raise ValidationError("This very text is adopted already.")


def _letter(row: AdoptedRegulation, now: Regulation) -> Draft:
    policy = records_policy(district_day(row.adopted_at))
    facts = {"policy": policy, "version": str(row.number), "adopted_on": spoken_day(row.adopted_at, EN)}
    return Draft(KIND, EN, facts, about=row.id, parts=tuple(_parts(now)))


def _parts(now: Regulation) -> Iterable[Part]:
    for section in now.sections:
        heading = section.title
        for it in section.sentences:
            cites = "; ".join(it.sources)
            yield Part(heading, f"{it.number}.", it.says, f"{OWN} {cites}" if it.own else cites, ())
            heading = ""
