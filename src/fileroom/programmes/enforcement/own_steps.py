"""The district's own steps and its telephone tree (Board Policy 5145.13): written by the Superintendent or a designee,
approved by counsel (or, where counsel has no account, by another designee), and then beside the program's script at
every counter.

They name offices, never a person, and nothing of any student: whoever drives a bus reads them without an account.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Max

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.designators import counsels, designator_facts
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.enforcement.duties import COUNSEL
from fileroom.programmes.enforcement.services import without_forms
from fileroom.programmes.models import OwnSteps
from fileroom.screening import LOOKS_AT_WRITING, findings_in

State = OwnSteps.State
LANGUAGES = ("en", "es")
NOT_ALONE = "A second person approves it: you have written it yourself."
NOT_THEIRS = "Whoever wrote it takes it back."
LONGEST_SAY, LONGEST_STEP, MOST_STEPS, MOST_CALLS, LONGEST_OFFICE = 300, 240, 10, 6, 60
NUMBER = re.compile(r"\+?[(0-9][0-9() .\-]{5,24}[0-9](?: ?(?:x|ext\.) ?[0-9]{1,6})?")
WITHDRAW = "withdraw"
# What becomes of a version by counsel's word, or by its writer's. What is not here cannot be done.
MOVES: Mapping[tuple[str, str], tuple[str, Act]] = MappingProxyType(
    {
        (State.WAITS, "approve"): (State.APPROVED, Act.STEPS_APPROVED),
        (State.WAITS, "return"): (State.RETURNED, Act.STEPS_RETURNED),
        (State.WAITS, WITHDRAW): (State.WITHDRAWN, Act.STEPS_WITHDRAWN),
    }
)


@dataclass(frozen=True)
class Wording:
    """The district's words in one language."""

    say: str
    say_far: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Call:
    """One line of the telephone tree: an office, in both languages, and its number. `for_anyone`: it stands on the card
    and on the page without sign-in too."""

    office: str
    office_es: str
    number: str
    for_anyone: bool

    def named(self, language: str) -> str:
        """The office in this language."""
        return self.office_es if language == "es" else self.office


@dataclass(frozen=True)
class Version:
    """One version as it was written. `mine`: whoever looks has written it."""

    id: UUID
    number: int
    words: Mapping[str, Wording]
    calls: tuple[Call, ...]
    state: str
    written_at: datetime
    written_by: str
    decided_at: datetime | None
    decided_by: str
    mine: bool

    @property
    def dated(self) -> date | None:
        """The day since which it counts."""
        return district_day(self.decided_at) if self.decided_at and self.state == State.APPROVED else None


@dataclass(frozen=True)
class Versions:
    """Every version, the newest first. `writes`, `decides`: what whoever looks may do. `by_counsel`: the district gives
    counsel an account, and another designee decides nothing."""

    listed: tuple[Version, ...]
    writes: bool
    decides: bool
    by_counsel: bool

    @property
    def waits(self) -> Version | None:
        """The one that waits for counsel."""
        return next((it for it in self.listed if it.state == State.WAITS), None)

    @property
    def in_force(self) -> Version | None:
        """The one that counts."""
        return next((it for it in self.listed if it.state == State.APPROVED), None)


def in_force() -> Version | None:
    """The newest version that counsel has approved, for anyone; None: there is none yet, and the program's words hold.

    Who wrote and who approved it is not told.
    """
    with district_transaction():
        row = OwnSteps.objects.filter(state=State.APPROVED).order_by("-number").first()
        return _version(row, {}, None) if row else None


def versions(*, by: SignedIn, at: datetime) -> Versions:
    """Every version, for any employee. Raises Missing (it is the office's)."""
    if by.account.employee_id is None:
        raise Missing
    with district_transaction():
        rows = list(OwnSteps.objects.order_by("-number"))
        names = queries.account_names([it for row in rows for it in (row.written_by, row.decided_by)])
        listed = tuple(_version(it, names, by.account.id) for it in rows)
        on = district_day(at)
        writes = designator_facts(by.account, on).designated
        return Versions(listed, writes, _decides(by, on) is not None, bool(counsels(on)))


def to_decide(*, by: SignedIn, at: datetime) -> int | None:
    """The number of the version that waits for whoever asks to approve it; None: none does."""
    with district_transaction():
        row = OwnSteps.objects.filter(state=State.WAITS).exclude(written_by=by.account.id).first()
        return row.number if row and _decides(by, district_day(at)) is not None else None


@durable_transaction
def write(id_: UUID, words: Mapping[str, Wording], calls: Iterable[Call], *, by: SignedIn, at: datetime) -> UUID:
    """The Superintendent or a designee writes the next version; it waits for counsel. `id_`: the second call with it
    changes nothing.

    Raises Missing (not designated), FormUsed, and ValidationError by field, or where one waits already.
    """
    who = designator_facts(by.account, district_day(at))
    if not who.designated:
        raise Missing
    kept = {name: asdict(it) | {"steps": list(it.steps)} for name, it in words.items()}
    listed = [asdict(it) for it in calls]

    def again() -> UUID | None:
        before = OwnSteps.objects.filter(pk=id_).first()
        if before and (before.written_by, before.words, before.calls) != (by.account.id, kept, listed):
            raise FormUsed
        return before.id if before else None

    def act() -> UUID:
        _fit(words, [Call(**it) for it in listed])
        if OwnSteps.objects.filter(state=State.WAITS).exists():
            raise ValidationError("A version waits for counsel already.")
        last = OwnSteps.objects.aggregate(last=Max("number"))["last"] or 0
        entry = _note(Act.STEPS_WRITTEN, id_, last + 1, by, who.role, at)
        OwnSteps.objects.create(
            id=id_, number=last + 1, words=kept, calls=listed, written_at=at, written_by=by.account.id,
            written_entry=entry,
        )  # fmt: skip
        return id_

    return act_once(again, act)


@durable_transaction
def decide(version_id: UUID, verb: str, *, by: SignedIn, at: datetime) -> str:
    """District counsel approves the version that waits, or returns it, never one of their own; or whoever wrote it
    takes it back, to write it anew.

    `verb`: of MOVES. Raises Missing and ValidationError.
    """
    row, on = OwnSteps.objects.select_for_update().filter(pk=version_id).first(), district_day(at)
    role = _writes(by, on) if verb == WITHDRAW else _decides(by, on)
    if row is None or role is None:
        raise Missing
    if (row.written_by == by.account.id) != (verb == WITHDRAW):
        raise ValidationError(NOT_THEIRS if verb == WITHDRAW else NOT_ALONE)
    if (row.state, verb) not in MOVES:
        raise ValidationError("This version waits for nobody any more.")
    row.state, act = MOVES[row.state, verb]
    row.decided_at, row.decided_by = at, by.account.id
    row.decided_entry = _note(act, row.id, row.number, by, role, at)
    row.save(update_fields=["state", "decided_at", "decided_by", "decided_entry"])
    return row.state


def _writes(by: SignedIn, on: date) -> str | None:
    """The role in which this account writes a version; None: it does not."""
    who = designator_facts(by.account, on)
    return who.role if who.designated else None


def _decides(by: SignedIn, on: date) -> str | None:
    """The role in which this account decides about another's: counsel's, or a designee's, where the district gives
    counsel no account. None: it does not."""
    those = counsels(on)
    if not those:
        return _writes(by, on)
    return COUNSEL if by.account.employee_id in those else None


def _fit(words: Mapping[str, Wording], calls: list[Call]) -> None:
    """Raises ValidationError, by field, where something is lacking, too long, or is of a person."""
    faults: dict[str, str] = {}
    for language in LANGUAGES:
        said = words[language]
        for field, text in (("say", said.say), ("say_far", said.say_far), *(("steps", it) for it in said.steps)):
            if fault := _fault(text, LONGEST_STEP if field == "steps" else LONGEST_SAY):
                faults[f"{field}_{language}"] = fault
        if not 1 <= len(said.steps) <= MOST_STEPS:
            faults[f"steps_{language}"] = f"Write 1 to {MOST_STEPS} steps, each on a line of its own."
    if len(words["en"].steps) != len(words["es"].steps):
        faults["steps_es"] = "As many steps as in English: each stands beside its own."
    for place, call in enumerate(calls, 1):
        if fault := _of_call(call):
            faults[f"call_{place}"] = fault
    if not 1 <= len(calls) <= MOST_CALLS:
        faults["calls"] = f"Write 1 to {MOST_CALLS} offices, each with its number."
    elif not any(it.for_anyone for it in calls):
        faults["calls"] = "At least one number stands on the card: whoever drives a bus has no other page."
    if faults:
        raise ValidationError(faults)


def _fault(text: str, most: int) -> str:
    if not text:
        return "Write it in both languages."
    if len(text) > most:
        return f"At most {most} letters: it is read in a moment."
    if found := findings_in(without_forms(text), LOOKS_AT_WRITING):
        return f"This tells of somebody what no text may hold ({found[0].citation}). Write what is done, of nobody."
    return ""


def _of_call(call: Call) -> str:
    for office in (call.office, call.office_es):
        if fault := _fault(office, LONGEST_OFFICE):
            return fault
    return "" if NUMBER.fullmatch(call.number) else "Write a telephone number, such as (559) 555-0134."


def _version(row: OwnSteps, names: Mapping[UUID, str], reader: UUID | None) -> Version:
    words = {name: Wording(it["say"], it["say_far"], tuple(it["steps"])) for name, it in row.words.items()}
    return Version(
        row.id, row.number, MappingProxyType(words), tuple(_calls(row)), row.state, row.written_at,
        names.get(row.written_by, ""), row.decided_at, names.get(row.decided_by, "") if row.decided_by else "",
        row.written_by == reader,
    )  # fmt: skip


def _calls(row: OwnSteps) -> Iterator[Call]:
    for it in row.calls:
        yield Call(it["office"], it["office_es"], it["number"], it["for_anyone"])


def _note(act: Act, record: UUID, number: int, by: SignedIn, role: str, at: datetime) -> UUID:
    event: Any = ledger.event(act, record=record, part=str(number), by=by.acting_as(role), at=at)
    return ledger.write(event)
