"""The district asks a company what it does with students' data; the company declares it by the link in the letter,
without an account. A letter that waits too long is sent anew, and its link shuts the older one's."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.letters import Letterhead
from fileroom.letters.setting import spoken_on
from fileroom.people import queries
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import AiQuestion, AiUse, Operator
from fileroom.programmes.vendors.answers import OPERATOR
from fileroom.programmes.vendors.declared import Declared, declared, faults_of, silent
from fileroom.programmes.vendors.demands import LINK_LASTS, TOKEN_BYTES, Link, token_digest, until
from fileroom.programmes.vendors.owing import AWAITED, COMPANIES, NO_OTHER_WORK, settle
from fileroom.programmes.vendors.who import Noted, designee
from fileroom.records import issuing
from fileroom.records.issuing import Draft
from fileroom.records.models import Letter

KIND = "ai_question"
TOKEN = re.compile(r"[0-9a-f]{40}")


@dataclass(frozen=True)
class Shown:
    """A letter as its link shows it. `said`: what the company declared last by it; None: nothing yet."""

    company: str
    code: str
    signed_at: datetime
    due_on: date
    said: Declared | None


@durable_transaction
def ask(id_: UUID, operator_id: UUID, *, head: Letterhead, link: Link, by: SignedIn, at: datetime) -> Noted:
    """Sign the letter: the declaration is owed until its day. Raises Missing and FormUsed."""
    role, on = designee(by, at), district_day(at)
    company = Operator.objects.select_for_update().filter(pk=operator_id).first()
    if company is None:
        raise Missing

    def again() -> Noted | None:
        before = AiQuestion.objects.filter(pk=id_).first()
        if before is None:
            return None
        if (before.operator_id, before.signed_by) != (operator_id, by.account.id):
            raise FormUsed
        return Noted(id_, before.entry)

    def act() -> Noted:
        due, token = on + timedelta(days=settings.DEMAND_DAYS), secrets.token_hex(TOKEN_BYTES)
        entry = ledger.write(
            ledger.event(Act.VENDOR_ASKED, record=id_, part=str(operator_id), by=by.acting_as(role), at=at)
        )
        facts = {
            "company": company.name, "district": head.district, "due": spoken_on(due, "en"), "link": link(token),
            "signer": queries.account_names([by.account.id]).get(by.account.id, ""),
        }  # fmt: skip
        draft = Draft(KIND, "en", facts, about=id_)
        made = issuing.issue(draft, head=head, by=by, role=role, decision=None, sealed=False, at=at)
        AiQuestion.objects.create(
            id=id_, operator=company, signed_by=by.account.id, signed_at=at, entry=entry, letter=made.id,
            code=made.code, due_on=due, token=token_digest(token), link_until=until(due + LINK_LASTS),
        )  # fmt: skip
        over = Over(by.account.id, entry, at)
        duties.let_go(COMPANIES, operator_id, over, rule=NO_OTHER_WORK, part=AWAITED)  # the day is another now
        settle(operator_id, by=by.account.id, entry=entry, at=at)
        return Noted(id_, entry)

    return act_once(again, act)


@durable_transaction
def open_letter(operator_id: UUID, *, by: SignedIn, at: datetime) -> bytes:
    """The newest letter to the company, to send; that it was opened is noted. Raises Missing."""
    return _opened(AiQuestion.objects.filter(operator=operator_id).order_by("-signed_at").first(), by, at)


@durable_transaction
def open_question(question_id: UUID, *, by: SignedIn, at: datetime) -> bytes:
    """The letter of one question; that it was opened is noted. Raises Missing."""
    return _opened(AiQuestion.objects.filter(pk=question_id).first(), by, at)


def _opened(row: AiQuestion | None, by: SignedIn, at: datetime) -> bytes:
    role = designee(by, at)
    if row is None:
        raise Missing
    return issuing.open_again(Letter.objects.get(pk=row.letter), by=by, role=role, sealed=False, at=at)


def open_link(token: str, *, at: datetime) -> Shown:
    """The letter that this link opens. Raises Missing for a link that is none, or is over."""
    with district_transaction():
        row = _of(token, at)
        said = AiUse.objects.filter(question=row).order_by("-entered_at").first()
        return Shown(row.operator.name, row.code, row.signed_at, row.due_on, declared(said) if said else None)


def answer(id_: UUID, token: str, said: Declared, *, client: str, at: datetime) -> Noted:
    """The company declares, today. Raises Missing (no such link), FormUsed and ValidationError."""
    said = replace(said, on=district_day(at))
    if silent(said):
        raise ValidationError({"uses": gettext("Say whether your company uses it with the district’s data.")})
    if said.uses and said.trains is None:
        raise ValidationError({"trains": gettext("Say whether it trains a model on students’ data.")})
    if faults := faults_of(said):
        raise ValidationError(faults)
    return _answer(id_, token, said, client, at)


@durable_transaction
def _answer(id_: UUID, token: str, said: Declared, client: str, at: datetime) -> Noted:
    company = Operator.objects.select_for_update().get(pk=_of(token, at).operator_id)
    question = _of(token, at)  # read again: a newer letter may have been signed while this waited

    def again() -> Noted | None:
        before = AiUse.objects.filter(pk=id_).first()
        if before is None:
            return None
        if before.question_id != question.pk or declared(before) != said:
            raise FormUsed
        return Noted(id_, before.entry)

    def act() -> Noted:
        by = Actor(account=None, role=OPERATOR, door="web", client=client)
        entry = ledger.write(ledger.event(Act.VENDOR_DECLARED, record=id_, part=str(company.id), by=by, at=at))
        AiUse.objects.create(
            id=id_, operator=company, question=question, uses=said.uses, trains=said.trains,
            subprocessors=said.subprocessors, page=said.page, words=said.words, declared_by=said.by,
            declared_on=said.on, entered_at=at, entry=entry,
        )  # fmt: skip
        duties.discharge(COMPANIES, company.id, Over(None, entry, at), rule=NO_OTHER_WORK, part=AWAITED)
        settle(company.id, by=None, entry=entry, at=at)
        return Noted(id_, entry)

    return act_once(again, act)


def _of(token: str, at: datetime) -> AiQuestion:
    """The letter of this link, which no newer one has taken the place of. Raises Missing."""
    found = AiQuestion.objects.select_related("operator").filter(token=token_digest(token), link_until__gte=at).first()
    if not TOKEN.fullmatch(token) or found is None:
        raise Missing
    if AiQuestion.objects.filter(operator=found.operator_id, signed_at__gt=found.signed_at).exists():
        raise Missing
    return found
