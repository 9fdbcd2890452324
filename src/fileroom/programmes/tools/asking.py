"""May this text go to this tool? The approval, the law and the engine are asked; the text itself is kept nowhere.

As it stands a text goes where the law lets its kind go under the company's contract. Else it goes without the people in
it, once the engine finds nobody in what it has written and the person who asks has read it and finds nobody either.

That a text tells of nobody is somebody's word: the engine reads it as it reads what it has written itself.

Which names vanish from a text says who is of the district. So the text is read for an approved tool alone, what is left
of it is shown only where it may go or is to be read first, and the entry says how many names were told that way.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import Record, RecordKind
from fileroom.law.facts.things import CodeBasis
from fileroom.law.figures import FIGURES
from fileroom.law.marks import TELLING_KINDS, told_in
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import rosters
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.keepers import keeper_facts
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import AiTool, ToolAnswer
from fileroom.programmes.tools.answers import Answer, Why
from fileroom.programmes.tools.register import KINDS, OF_NOBODY, best_contract, is_open
from fileroom.programmes.vendors.standing import may_share
from fileroom.screening import LOOKS_AT_WRITING, findings_in
from fileroom.screening.deidentifying import Clean, Reason, Roster, deidentify, found_again, tells_of_few

LONGEST = 60_000  # characters of one text
TOO_LONG = f"At most {LONGEST:,} characters at a time."
SHOWN = (Answer.DEIDENTIFIED, Answer.DEIDENTIFY_FIRST, Answer.READ_FIRST)  # with the text as it was written anew
WHY = {Reason.FEW: Why.FEW, Reason.NAMED: Why.NAMED, Reason.RARE: Why.RARE, Reason.STATUS: Why.STATUS}


@dataclass(frozen=True)
class Asked:
    """A text, of which kind it is, and for which tool. `read`: the digest of what the person has read, as it was
    written without anybody in it; empty: they have read nothing yet."""

    tool: UUID
    kind: RecordKind
    text: str
    read: str = ""


@dataclass(frozen=True)
class Judged:
    """The answer before it is noted. `decision`: the law's word on it, where the law was asked."""

    answer: Answer
    why: tuple[Why, ...] = ()
    decision: Decision | None = None


@dataclass(frozen=True)
class Told:
    """The answer. `clean`: the text without the people in it, where it may go so or is to be read first; else None.
    `digest`: of it."""

    judged: Judged
    tool: str
    clean: Clean | None
    digest: str
    entry: UUID


def least() -> int:
    """Of so many students what is left must tell, at least: as a table that is published."""
    return int(FIGURES["smallest_count_shown"].value)


def digest(text: str) -> str:
    """By which a person says what they have read."""
    return sha256(text.encode(errors="replace")).hexdigest()


def ask(id_: UUID, of: Asked, *, by: SignedIn, at: datetime) -> Told:
    """Ask. `id_`: the second call with it is noted once. Raises Missing, FormUsed (with another text, of another tool,
    or by another answer since), and ValidationError, by field."""
    says = Faults("Paste the text that you would give to the tool.", TOO_LONG, "Say what the text is.")
    can_be_asked(of, "text", LONGEST, says, by)
    return _ask(id_, of, _read(of, at), by, at)


@dataclass(frozen=True)
class Faults:
    """What is said of a text about which nothing can be asked: there is none, it is too long, it is of no kind."""

    none: str
    too_long: str
    no_kind: str


def can_be_asked(of: Asked, name: str, longest: int, says: Faults, by: SignedIn) -> None:
    """Raises Missing (who asks is no employee), and ValidationError, by field; `name`: of the text."""
    if by.account.employee_id is None:
        raise Missing
    if not of.text.strip():
        raise ValidationError({name: says.none})
    if len(of.text) > longest:
        raise ValidationError({name: says.too_long})
    if of.kind not in KINDS:
        raise ValidationError({"kind": says.no_kind})


def tool_of(of: Asked) -> AiTool:
    """The tool that it is asked for. Part of the open transaction. Raises Missing."""
    row = AiTool.objects.filter(pk=of.tool).first()
    if row is None:
        raise Missing
    return row


@dataclass(frozen=True)
class _Read:
    """The text as the engine has read it."""

    people: Roster
    clean: Clean


def _read(of: Asked, at: datetime) -> _Read | None:
    """None: nothing may go to that tool, and the text is not read. Raises Missing."""
    on = district_day(at)
    with district_transaction():
        row = tool_of(of)
    if not is_open(row, on):
        return None
    people = rosters.roster(on=on)
    return _Read(people, deidentify(of.text, people))


@durable_transaction
def _ask(id_: UUID, of: Asked, read: _Read | None, by: SignedIn, at: datetime) -> Told:
    row = tool_of(of)
    judged = _judge(row, of, read, district_day(at))
    clean = read.clean if read and judged.answer in SHOWN else None
    entry = note_answer(id_, row, of, judged, _names_told(judged, clean), by, at)
    return Told(judged, row.name, clean, digest(clean.text) if clean else "", entry)


def _names_told(judged: Judged, clean: Clean | None) -> int:
    """Of how many names whoever asks learns that they are of the district: that one is, is told too."""
    return clean.names if clean else int(Why.NAMED in judged.why)


def _judge(row: AiTool, of: Asked, read: _Read | None, on: date) -> Judged:
    """The approval first, then the text as it stands, then the text without the people in it."""
    if read is None or not is_open(row, on):
        return Judged(Answer.NO, (Why.NOT_APPROVED,))
    people, clean = read.people, read.clean
    as_it_stands = _as_it_stands(row, of, people, clean, on)
    if as_it_stands.answer in (Answer.MAY, Answer.READ_FIRST) or RecordKind.DEIDENTIFIED.value not in row.receives:
        return as_it_stands
    reasons = found_again(clean.text, people, least=least())
    return without_people(row, reasons, as_it_stands, on, was_read=of.read == digest(clean.text))


def without_people(row: AiTool, reasons: Iterable[Reason], stands: Judged, on: date, *, was_read: bool) -> Judged:
    """May what is left go? `reasons`: why somebody could be found in it; `stands`: what was answered of it as it stood;
    `was_read`: whoever asks has read this very text."""
    if why := tuple(WHY[it] for it in reasons):
        return Judged(Answer.NO, why, stands.decision)
    if not was_read:
        return Judged(Answer.DEIDENTIFY_FIRST, (*stands.why, Why.READ_IT), stands.decision)
    decision = may_share(
        Record(
            kind=RecordKind.DEIDENTIFIED,
            reidentification_checked=True,
            identifies_student=False,
            code_basis=CodeBasis.NONE,
        ),
        best_contract(row, on),
        on=on,
    )
    return Judged(Answer.DEIDENTIFIED if decision.granted else Answer.NO, (), decision)


def _as_it_stands(row: AiTool, of: Asked, people: Roster, clean: Clean, on: date) -> Judged:
    """May the very text go? Not where it tells what no file may hold, whatever the contract says."""
    if findings_in(of.text, LOOKS_AT_WRITING):
        return Judged(Answer.NO, (Why.KEPT_OUT,))
    if of.kind in TELLING_KINDS or told_in(of.text):
        return Judged(Answer.NO, (Why.STATUS,))
    of_nobody = of.kind in OF_NOBODY
    if of_nobody and (why := _tells_of_somebody(of.text, people, clean)):
        return Judged(Answer.NO, why)
    if of.kind is RecordKind.DEIDENTIFIED:  # whoever calls it so has it read again as any text
        return Judged(Answer.NO, ())
    if of.kind.value not in row.receives:
        return Judged(Answer.NO, (Why.NOT_FOR_THIS,))
    record = Record(kind=of.kind, identifies_student=False) if of_nobody else Record(kind=of.kind)
    decision = may_share(record, best_contract(row, on), on=on)
    if decision.granted and of_nobody and clean.perhaps and of.read != digest(clean.text):
        return Judged(Answer.READ_FIRST, (Why.READ_IT,), decision)
    return Judged(Answer.MAY if decision.granted else Answer.NO, (), decision)


def _tells_of_somebody(text: str, people: Roster, clean: Clean) -> tuple[Why, ...]:
    """Why a text that is said to tell of nobody tells of somebody."""
    named = (Why.NAMED,) if clean.somebody else ()
    return (*named, *(WHY[it] for it in tells_of_few(text, people, least=least())))


def note_answer(
    id_: UUID, row: AiTool, of: Asked, judged: Judged, names: int, by: SignedIn, at: datetime, *, again_too: bool = True
) -> UUID:
    """One entry and one row, in codes: which tool, what kind of text, what was answered, and how many `names` that told
    of, by which the watch over reading and the scope of an incident count it. Of the text a digest that
    nobody can compare with another's: it says whether the same form has come again with the same text, as it may where
    `again_too`."""
    text = digest(f"{id_}\n{of.text}")
    key = (row.id, of.kind.value, judged.answer.value, by.account.id, text)

    def again() -> UUID | None:
        before = ToolAnswer.objects.filter(pk=id_).first()
        if before is None:
            return None
        if not again_too or (before.tool_id, before.kind, before.answer, before.asked_by, before.text_digest) != key:
            raise FormUsed
        return before.entry

    def act() -> UUID:
        role = keeper_facts(by.account, district_day(at)).role
        part = f"{of.kind.value}/{judged.answer.value}"
        event = ledger.event(
            Act.TOOL_ASKED, record=row.id, part=part, by=by.acting_as(role), outcome=str(names),
            decision=judged.decision, at=at,
        )  # fmt: skip
        entry = ledger.write(event)
        ToolAnswer.objects.create(
            id=id_,
            tool=row,
            kind=of.kind.value,
            answer=judged.answer.value,
            asked_at=at,
            asked_by=by.account.id,
            text_digest=text,
            entry=entry,
        )
        return entry

    return act_once(again, act)
