"""An officer or agent is here: the incident is opened by the first answer, and each further answer amends it.

Nobody looks a student up: no name is asked for by which one could be found, and none is shown. Whether a paper is good
is for counsel and the Superintendent to say; the law is told what speaks against one and nothing that speaks for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.keepers import keeper_facts
from fileroom.people.models import Assignment, Custodian, School
from fileroom.people.models.rows import held
from fileroom.people.signed_in import SignedIn
from fileroom.programmes import under_seal
from fileroom.programmes.enforcement import whose
from fileroom.programmes.enforcement.board_days import ROOM
from fileroom.programmes.enforcement.duties import BY_WRITING, New, owe
from fileroom.programmes.enforcement.encounters import (
    Asker,
    Channel,
    Encounter,
    Want,
    is_inquiry,
    of_silence,
    questions,
    tells_of_harm,
)
from fileroom.programmes.enforcement.knowing import was_there
from fileroom.programmes.enforcement.papers import FORMS, Seen, Shown
from fileroom.programmes.enforcement.scripts import SCRIPTS, Script, script_for
from fileroom.programmes.models import EnforcementRequest
from fileroom.records import noting
from fileroom.screening import LOOKS_AT_WRITING, findings_in

# What is written down of an encounter. None of it is a column: it lies sealed.
WRITTEN = ("name", "agency", "badge", "supervisor", "asked_about", "said")
OF_A_CHILD = frozenset({Want.STUDENT, Want.RECORDS})
LONGEST, LONGEST_TEXT, MOST_PAPERS = 200, 4000, 12
ANSWERED_MEANWHILE = "Somebody has answered meanwhile. Look at what stands here now, and answer what is still wrong."
CLOSED = "It is closed. Ask the Superintendent’s office to write down what is new."


@dataclass(frozen=True)
class Told:
    """The request stands in the register; what to say and do follows from what was answered so far."""

    id: UUID
    entry: UUID | None
    script: Script


def open_request(id_: UUID, channel: Channel, asker: Asker, *, by: SignedIn, at: datetime) -> Told:
    """Somebody is here, on the telephone, or has written: from now on the request has its place, whatever comes next.

    `id_`: the second call with it answers as the first did; where somebody went back and pressed another, that one
    counts. Raises Missing (no employee), FormUsed, and ValidationError where it is closed.
    """
    return _open(id_, Encounter(channel, asker), by, at)


@durable_transaction
def _open(id_: UUID, said: Encounter, by: SignedIn, at: datetime) -> Told:
    if by.account.employee_id is None:
        raise Missing
    return act_once(lambda: _pressed_again(id_, said, by, at), lambda: entered(id_, said, by, at))


def entered(id_: UUID, said: Encounter, by: SignedIn, at: datetime, *, student: UUID | None = None) -> Told:
    """A new request, by these answers; `student`: of whom it was asked, where the act says so. Part of the open
    transaction."""
    role = keeper_facts(by.account, district_day(at)).role
    row = EnforcementRequest(id=id_, opened_at=at, opened_by=by.account.id, school_id=school_of(by, at))
    decided, script = _put(row, said, at)
    row.opened_entry = under_seal.note(
        Act.ENFORCEMENT_OPENED, row.id, by, role, at, part=_codes(said), outcome=script.code
    )
    row.save(force_insert=True)
    if student:
        whose.note(row.id, student, entry=row.opened_entry, by=by, at=at)
    _answered(row, decided, New(), by, role, row.opened_entry, at)
    return Told(row.id, row.opened_entry, script)


def _pressed_again(id_: UUID, said: Encounter, by: SignedIn, at: datetime) -> Told | None:
    if not EnforcementRequest.objects.filter(pk=id_).exists():
        return None
    row = _open_row(id_)
    if (row.opened_by, row.channel) != (by.account.id, said.channel):
        raise FormUsed
    return amended(row, replace(encounter_of(row), asker=said.asker), row.school_id, None, by, at)


def school_of(by: SignedIn, at: datetime) -> UUID | None:
    """Where whoever is asked works, where that is one school."""
    there = {"employee_id": by.account.employee_id}
    on = district_day(at)
    places = {
        *Assignment.objects.filter(held(on), **there).values_list("school_id", flat=True),
        *Custodian.objects.filter(held(on), **there).values_list("school_id", flat=True),
    }
    return places.pop() if len(places) == 1 else None


def answer(request_id: UUID, *, standing: str, by: SignedIn, at: datetime, **answers: Any) -> Told:
    """Other questions are answered: `channel`, `asker`, `joined`, `harm`, `wants`, `school`. What was answered before
    stands.

    `standing`: the mark of the answers that whoever answers had before them (`mark_of`); nobody overwrites what they
    have not seen. Raises Missing and ValidationError.
    """
    return _amend(request_id, answers, None, standing, by, at)


def show_paper(request_id: UUID, paper: Shown, *, by: SignedIn, at: datetime) -> Told:
    """A paper is in their hand. One that was noted before is noted anew, with what is seen on it now.

    Raises Missing and ValidationError.
    """
    return _amend(request_id, {}, paper, "", by, at)


@durable_transaction
def _amend(
    request_id: UUID, answers: Mapping[str, Any], paper: Shown | None, standing: str, by: SignedIn, at: datetime
) -> Told:
    row = _open_row(request_id)
    was_there(row, by, at)
    plain, before = dict(answers), encounter_of(row)
    school = plain.pop("school", row.school_id)
    said = replace(before, **plain)
    if paper is not None:
        others = tuple(it for it in before.papers if it.form != paper.form)
        said = replace(said, papers=(*others, paper))
        if len(said.papers) > MOST_PAPERS:
            raise ValidationError(f"At most {MOST_PAPERS} kinds of paper are noted here.")
    if school is not None and not School.objects.filter(pk=school).exists():
        raise ValidationError("Choose the school.")
    if paper is None and (said, school) != (before, row.school_id) and standing != mark_of(row):
        raise ValidationError(ANSWERED_MEANWHILE)
    return amended(row, said, school, paper, by, at)


def amended(
    row: EnforcementRequest,
    said: Encounter,
    school: UUID | None,
    paper: Shown | None,
    by: SignedIn,
    at: datetime,
    *,
    student: UUID | None = None,
) -> Told:
    """The row with these answers, and what the law says to them; `student`: as in `entered`."""
    role = was_there(row, by, at)
    another = student is not None and not whose.is_noted(row.id, student)
    if said == encounter_of(row) and school == row.school_id and not another:
        return Told(row.id, None, SCRIPTS[row.script])
    row.school_id, inquiry = school, said.inquiry
    after_all = inquiry and row.no_inquiry_entry is not None
    if after_all:
        row.no_inquiry_entry = None
    new = New(
        paper=paper is not None,
        turned=after_all or (is_inquiry(row.asker, row.harm) and not inquiry) or tells_of_harm(row.harm, said),
        wants=bool(OF_A_CHILD & {*said.wants} - {*encounter_of(row).wants}),
        child=another,
    )
    decided, script = _put(row, said, at)
    seen = _seen(paper) if paper else _codes(said)
    entry = under_seal.note(Act.ENFORCEMENT_ANSWERED, row.id, by, role, at, part=seen, outcome=script.code)
    row.save()
    if student:
        whose.note(row.id, student, entry=entry, by=by, at=at)
    _answered(row, decided, new, by, role, entry, at)
    return Told(row.id, entry, script)


def _put(row: EnforcementRequest, said: Encounter, at: datetime) -> tuple[list[Decision], Script]:
    """Ask the law by what was answered, and set the row's codes. What once was strict stays strict in the register."""
    on = district_day(at)
    decided = [counsel.decide(it) for it in questions(said, on=on)]
    script = script_for(said, decided)
    decided += [counsel.decide(it) for it in of_silence(said, on=on)]
    row.channel, row.asker, row.joined = said.channel.value, said.asker.value, (said.joined or "")
    row.wants, row.papers = [it.value for it in said.wants], [it.to_json() for it in said.papers]
    row.harm, row.script = (said.harm or ""), script.code
    row.strict = bool(row.strict) or said.strict
    return decided, script


def _answered(
    row: EnforcementRequest, decided: list[Decision], new: New, by: SignedIn, role: str, entry: UUID, at: datetime
) -> None:
    """What the law answered to each question, each with its rules; and what is owed by it."""
    for decision in decided:
        under_seal.note(Act.ENFORCEMENT_ANSWERED, row.id, by, role, at, part="law", decision=decision)
    owe(row, decided, new, by=by, entry=entry, at=at)


@durable_transaction
def write(id_: UUID, request_id: UUID, fields: Mapping[str, str], *, by: SignedIn, at: datetime) -> UUID | None:
    """Write down who they are and what they said. It is sealed at once, and whoever wrote it does not read it again.

    `fields`: of WRITTEN. `id_`: the second call with it writes nothing. Raises Missing and ValidationError, by field.
    """
    row = _open_row(request_id)
    role = was_there(row, by, at)
    if any(it.id == id_ for it in noting.notes(ROOM, row.id)):
        return None
    said = _checked(fields)
    entry = under_seal.note(Act.ENFORCEMENT_NOTED, row.id, by, role, at)
    noting.write_note(id_, ROOM, row.id, said, entry=entry, by=by, at=at)
    for rule in BY_WRITING:
        duties.discharge(ROOM, row.id, Over(by.account.id, entry, at), rule=rule)
    return entry


def _checked(fields: Mapping[str, str]) -> dict[str, str]:
    """What was written, without what no file may hold. Raises ValidationError, by field."""
    said = {name: text for name in WRITTEN if (text := fields.get(name, "").strip())}
    faults = {}
    for name, text in said.items():
        most = LONGEST_TEXT if name in ("asked_about", "said") else LONGEST
        if len(text) > most:
            faults[name] = f"At most {most:,} characters."
        elif found := findings_in(without_forms(text), LOOKS_AT_WRITING):
            faults[name] = f"This tells of somebody what no file may hold ({found[0].citation}). {WITHOUT_IT}"
    if not said:
        faults["said"] = "Write down at least what they asked for."
    if faults:
        raise ValidationError(faults)
    return said


WITHOUT_IT = "Write what was asked and done, and leave out anybody’s status and numbers. Papers are chosen above."


def without_forms(text: str) -> str:
    """The text without the names of the forms on the list: that an I-200 was shown tells of nobody's status."""
    for form in FORMS.values():
        text = text.replace(form.title.partition(",")[0], "a form")
    return text


def _open_row(request_id: UUID) -> EnforcementRequest:
    """The request, alone until the act is over. Raises Missing, and ValidationError where it is closed."""
    row = EnforcementRequest.objects.select_for_update(of=("self",)).filter(pk=request_id).first()
    if row is None:
        raise Missing
    if row.closed_at is not None:
        raise ValidationError(CLOSED)
    return row


def encounter_of(row: EnforcementRequest) -> Encounter:
    """What was answered so far."""
    return Encounter(
        Channel(row.channel),
        Asker(row.asker),
        Seen(row.joined) if row.joined else None,
        tuple(Want(it) for it in row.wants),
        tuple(Shown.from_json(it) for it in row.papers),
        Seen(row.harm) if row.harm else None,
    )


def mark_of(row: EnforcementRequest) -> str:
    """What tells one state of the answers from another. It says nothing itself."""
    said = encounter_of(row)
    papers = sorted(_seen(it) for it in said.papers)
    return sha256("\n".join((_codes(said), str(row.school_id), *papers)).encode()).hexdigest()[:16]


def _codes(said: Encounter) -> str:
    answers = (said.channel, said.asker, said.joined or "not_asked", ".".join(said.wants) or "not_asked")
    return "/".join((*answers, f"harm_{said.harm}") if said.harm else answers)


def _seen(paper: Shown) -> str:
    return "/".join(paper.to_json().values())
