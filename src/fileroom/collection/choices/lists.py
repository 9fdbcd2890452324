"""What was chosen, as pages show it: to the office all of it, to a family what is for both parents to see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fileroom.collection.choices.kinds import FOR_FAMILIES, KINDS
from fileroom.hosting import district_transaction
from fileroom.law.facts import Choice
from fileroom.people import queries
from fileroom.people.models import Contact, FamilyChoice, Student
from fileroom.people.names import full_name, person_name
from fileroom.people.signed_in import SignedIn
from fileroom.records.queries import refusing_on_paper


@dataclass(frozen=True)
class Made:
    """One choice. `mine`: the reader has made it; `who`: by name, empty where nobody has said."""

    id: UUID
    kind: str
    who: str
    mine: bool
    source: str
    chosen_on: date
    withdrawn_on: date | None
    noted_at: datetime


@dataclass(frozen=True)
class Standing:
    """One thing to choose: what stands of it, the newest first, and what was withdrawn. `mine`: the reader's own.

    `on_paper`: a refusal that was filed on paper stands besides. `signed`: it is made by a signed paper alone.
    """

    kind: str
    standing: tuple[Made, ...]
    over: tuple[Made, ...]
    on_paper: bool = False
    signed: bool = False

    @property
    def mine(self) -> Made | None:
        """What the reader has chosen, and may withdraw."""
        return next((it for it in self.standing if it.mine), None)


def of_student(student_id: UUID, *, by: SignedIn) -> tuple[Standing, ...]:
    """Every kind with its history, for the office. Whether its reader may see it is asked before."""
    return _of(student_id, tuple(KINDS), by)


def for_family(student_id: UUID, *, by: SignedIn) -> tuple[Standing, ...]:
    """The kinds a family sees on its page. Of who has no home none tells: it would tell the other parent."""
    return _of(student_id, FOR_FAMILIES, by)


def _of(student_id: UUID, kinds: tuple[str, ...], by: SignedIn) -> tuple[Standing, ...]:
    with district_transaction():
        rows = list(FamilyChoice.objects.filter(student_id=student_id, kind__in=kinds).order_by("-noted_at"))
        names = _names({row.chosen_by for row in rows if row.chosen_by})
        filed = bool(refusing_on_paper(student_id))
    mine = by.account.contact_id or by.account.student_id
    made = [
        Made(
            row.id,
            row.kind,
            names.get(row.chosen_by, "") if row.chosen_by else "",
            row.chosen_by is not None and row.chosen_by == mine,
            row.source,
            row.chosen_on,
            row.withdrawn_on,
            row.noted_at,
        )
        for row in rows
    ]
    return tuple(
        Standing(
            kind,
            tuple(it for it in made if it.kind == kind and it.withdrawn_on is None),
            tuple(it for it in made if it.kind == kind and it.withdrawn_on is not None),
            filed and kind == Choice.DIRECTORY_REFUSED,
            KINDS[kind].on_paper,
        )
        for kind in kinds
    )


def _names(ids: set[UUID]) -> dict[UUID, str]:
    people = {it.id: person_name(it) for it in Contact.objects.filter(pk__in=ids)}
    return people | {it.id: full_name(it) for it in Student.objects.filter(pk__in=ids)}


def askers(student_id: UUID, *, on: date) -> tuple[tuple[UUID, str, str], ...]:
    """Who may say so at the counter: the people on the file and the student, by id, name and kind."""
    with district_transaction():
        student = Student.objects.get(pk=student_id)
        people = [(it.contact, it.name, it.kind) for it in queries.related(student_id, on=on)]
        return (*people, (student.id, full_name(student), "student"))
