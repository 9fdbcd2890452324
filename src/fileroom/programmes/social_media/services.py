"""The program's own steps: proposed, told to families, heard at a regular meeting, adopted by the Board, begun, ended.

Each is entered by the Superintendent or a designee, with its day and the paper or meeting that shows it; the law is
asked each time how the program then stands. Nothing is gathered before it says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.law import Decision
from fileroom.law import social_media as law
from fileroom.law.days import district_day, school_year
from fileroom.law.facts import SocialMedia
from fileroom.ledger.services import Act
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import SocialMediaNotice, SocialMediaProgram, SocialMediaStep
from fileroom.programmes.models.social_media import REFERENCE_LENGTH, SENTENCE_LENGTH
from fileroom.programmes.social_media.asking import designee, noted, runs
from fileroom.programmes.social_media.duties import NOTICE, PROGRAM
from fileroom.programmes.social_media.endings import end_companies
from fileroom.programmes.social_media.stages import NEXT, Reason, State, Verb, as_law, days_of, facts_of, state_of
from fileroom.programmes.social_media.writing import written

EARLIEST = date(2015, 1, 1)  # the statute's first day
TOO_SOON = "This day has not come yet. Enter it when it has."
OUT_OF_ORDER = "The step before this one was taken later. Read both days again."


@dataclass(frozen=True)
class Taken:
    """The step stands, under this entry. `decision`: may anything be gathered now?"""

    program: UUID
    entry: UUID
    decision: Decision


@dataclass(frozen=True)
class Shown:
    """What shows a step: its day, and the paper or the meeting. `regular`: of a meeting, that it was a regular one."""

    taken_on: date
    reference: str
    regular: bool | None = None


@dataclass(frozen=True)
class InWords:
    """What a program is for, in one sentence of English and the same of Spanish: families read either."""

    en: str
    es: str


def program_now() -> SocialMediaProgram | None:
    """The program that is proposed or runs; None: there is none. Part of the open transaction."""
    return SocialMediaProgram.objects.filter(ended_at=None).first()


def propose(id_: UUID, what_for: InWords, reasons: Iterable[str], *, by: SignedIn, at: datetime) -> Taken | Refused:
    """Propose a program: what it is for, and for which of the closed list of reasons of safety anything is gathered.

    Raises Missing, FormUsed, and ValidationError (there is a program already, or this one says too little).
    """
    said = InWords(
        written("what_for", what_for.en, most=SENTENCE_LENGTH),
        written("what_for_es", what_for.es, most=SENTENCE_LENGTH),
    )
    asked = sorted(set(reasons))
    if not asked or not set(asked) <= set(Reason):
        raise ValidationError({"reasons": "Choose at least one reason of safety from the list."})
    return _propose(id_, said, asked, by, at)


@durable_transaction
def _propose(id_: UUID, what_for: InWords, reasons: list[str], by: SignedIn, at: datetime) -> Taken | Refused:
    who = designee(by, at)
    if isinstance(who, Refused):
        return who
    decision, now = _as_it_stands({}, reasons, at), program_now()
    if now is not None and now.id == id_:
        if (now.what_for, now.what_for_es, now.entered_by) != (what_for.en, what_for.es, by.account.id):
            raise FormUsed
        return Taken(id_, now.entry, decision)
    if now is not None:
        raise ValidationError("There is a program already. End it before another is proposed.")
    said = {"record": id_, "part": "propose", "outcome": State.PROPOSED.value}
    entry = noted(Act.SOCIAL_MEDIA_STEP, who.role, by, at, decision=decision, **said)  # type: ignore[arg-type]
    SocialMediaProgram.objects.create(
        id=id_, what_for=what_for.en, what_for_es=what_for.es, reasons=reasons, entered_at=at,
        entered_by=by.account.id, entry=entry,
    )  # fmt: skip
    return Taken(id_, entry, decision)


def take_step(program_id: UUID, verb: Verb, shown: Shown, *, by: SignedIn, at: datetime) -> Taken | Refused:
    """The next step was taken on that day, as that paper shows. A comment at a special meeting is none: refused.

    Raises Missing (no such program), and ValidationError (not its turn, or a day that cannot be).
    """
    reference = written("reference", shown.reference, most=REFERENCE_LENGTH)
    if not EARLIEST <= shown.taken_on <= district_day(at):
        raise ValidationError({"taken_on": TOO_SOON if shown.taken_on > district_day(at) else "Read the day again."})
    return _take_step(program_id, verb, Shown(shown.taken_on, reference, shown.regular), by, at)


@durable_transaction
def _take_step(program_id: UUID, verb: Verb, shown: Shown, by: SignedIn, at: datetime) -> Taken | Refused:
    program = SocialMediaProgram.objects.select_for_update().filter(pk=program_id, ended_at=None).first()
    if program is None:
        raise Missing
    who = designee(by, at)
    if isinstance(who, Refused):
        return who
    days = days_of(program)
    state = NEXT.get((state_of(days), verb))
    if state is None:
        raise ValidationError("This step is not the next one.")
    if days and shown.taken_on < max(days.values()):
        raise ValidationError({"taken_on": OUT_OF_ORDER})
    said: dict[str, Any] = {"record": program.id, "part": verb.value}
    if verb is Verb.HEAR and not shown.regular:
        decision = _as_it_stands(days, program.reasons, at)  # a special meeting does not do
        return Refused(decision, noted(Act.SOCIAL_MEDIA_REFUSED, who.role, by, at, decision=decision, **said))
    after = days | {verb: shown.taken_on}
    decision = _as_it_stands({} if verb is Verb.END else after, program.reasons, at)
    if verb is Verb.BEGIN and not decision.granted:
        return Refused(decision, noted(Act.SOCIAL_MEDIA_REFUSED, who.role, by, at, decision=decision, **said))
    entry = noted(Act.SOCIAL_MEDIA_STEP, who.role, by, at, decision=decision, outcome=state.value, **said)
    _keep(program, verb, shown, entry, by, at)
    if verb is Verb.END:
        end_companies(program, shown.taken_on, who.role, by=by, at=at)
    return Taken(program.id, entry, decision)


def _keep(program: SocialMediaProgram, verb: Verb, shown: Shown, entry: UUID, by: SignedIn, at: datetime) -> None:
    """The step's row, and what it brings: the first notice with the beginning, and at the end nothing owed but of
    what was gathered, here or by a company."""
    kept = {"entered_at": at, "entered_by": by.account.id, "entry": entry, "reference": shown.reference}
    SocialMediaStep.objects.create(program=program, step=verb.value, taken_on=shown.taken_on, **kept)
    over = Over(by.account.id, entry, at)
    if verb is Verb.BEGIN:
        year = school_year(shown.taken_on)
        SocialMediaNotice.objects.create(program=program, school_year=year, sent_on=shown.taken_on, **kept)
        duties.discharge(PROGRAM, program.id, over, rule=NOTICE)
    if verb is Verb.END:
        program.ended_at = at
        program.save(update_fields=["ended_at"])
        duties.let_go(PROGRAM, program.id, over, rule=NOTICE)


def _as_it_stands(days: Mapping[Verb, date], reasons: Iterable[str], at: datetime) -> Decision:
    """The law's word on a program with these steps behind it."""
    on = district_day(at)
    return runs(law.facts(as_law(days, reasons), on), designated=True, on=on)


def standing(program: SocialMediaProgram | None, on: date) -> tuple[SocialMedia, Decision]:
    """The program in the law's words, and whether anything may be gathered under it today."""
    facts = facts_of(program, on)
    return facts, runs(facts, designated=True, on=on)
