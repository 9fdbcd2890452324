"""Counsel's desk as lists: all that is to be signed, what was signed when and by whom. The law is nobody's secret."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fileroom.hosting import district_transaction
from fileroom.law.book import RULES
from fileroom.law.days import district_day
from fileroom.law.readings import READINGS, Reading
from fileroom.law.signing import INSTALLED, Release, Signable, fingerprint, first_release, releases, signables
from fileroom.people.counsel import standing_now
from fileroom.people.models import Account, CounselSignature, ReadingChoice
from fileroom.people.signed_in import SignedIn
from fileroom.people.signing import may_sign


@dataclass(frozen=True)
class Signed:
    """One signature. `who`: a name, or the program (then `person` is False); `current`: of the text as it is today."""

    effect: str
    from_on: date
    signed_at: datetime
    who: str
    current: bool
    person: bool = True


@dataclass(frozen=True)
class Row:
    """A thing to sign for, with its history, newest first."""

    thing: Signable
    history: tuple[Signed, ...]

    @property
    def stands(self) -> Signed | None:
        """The newest signature, if it is of today's text."""
        return self.history[0] if self.history and self.history[0].current else None


@dataclass(frozen=True)
class Choice:
    """A reading, which option holds today, and what was chosen when."""

    reading: Reading
    holds: str
    history: tuple[Signed, ...]


@dataclass(frozen=True)
class Change:
    """A change of law that came with a release of the program."""

    release: Release
    history: tuple[Signed, ...]


@dataclass(frozen=True)
class Desk:
    """All of it, on this day. `release`: the one that decides; `installed`: the newest there is.

    `vouched`: the signatures for the release that decides, newest first; none in a district that has signed nothing.
    """

    on: date
    rows: tuple[Row, ...]
    choices: tuple[Choice, ...]
    changes: tuple[Change, ...]
    release: int
    installed: int
    vouched: tuple[Signed, ...]
    may_sign: bool

    @property
    def rules(self) -> int:
        """How many rules decide."""
        return sum(rule.came(self.release) and rule.binds(self.on) for rule in RULES)

    @property
    def is_signed_for(self) -> bool:
        """A person of the district has signed for the law that decides. Nothing waits for it: the law decides."""
        return any(signed.person and signed.current for signed in self.vouched)

    @property
    def unsigned(self) -> int:
        """How many things wait for a signature."""
        waiting = sum(row.stands is None for row in self.rows) + sum(not it.history for it in self.choices)
        changes = sum(it.release.number > self.release and not it.history for it in self.changes)
        return waiting + changes + (not self.is_signed_for)


def desk(*, by: SignedIn, at: datetime) -> Desk:
    """Everything on counsel's desk, as it stands now."""
    with district_transaction():
        return laid_out(district_day(at), may=may_sign(by=by, at=at))


def laid_out(on: date, *, may: bool = False) -> Desk:
    """The desk on this day, for whoever looks; `may`: they may sign. Joins a transaction."""
    signed, standing = _signed(), standing_now()
    chosen, release = standing.chosen(on), standing.release(on)
    return Desk(
        on,
        tuple(Row(it, signed.get((it.kind, it.name), ())) for it in signables().values()),
        tuple(
            Choice(it, chosen.get(code, it.safe), signed.get(("reading", code), ())) for code, it in READINGS.items()
        ),
        tuple(Change(it, signed.get(("release", str(it.number)), ())) for it in releases()),
        release,
        INSTALLED,
        signed.get(("release", str(release)), ()),
        may,
    )


def _signed() -> Mapping[tuple[str, str], tuple[Signed, ...]]:
    """Each thing's signatures, newest first."""
    signatures = list(CounselSignature.objects.order_by("-signed_at"))
    choices = list(ReadingChoice.objects.order_by("-signed_at"))
    signers = {row.signed_by for row in signatures if row.signed_by} | {row.signed_by for row in choices}
    names = _names(signers)
    brought = {str(it.number): it for it in (first_release(), *releases())}
    made: dict[tuple[str, str], list[Signed]] = defaultdict(list)
    for row in signatures:
        who = names.get(row.signed_by, "Fileroom, when the district was founded")
        thing = brought.get(row.item) if row.kind == "release" else signables().get((row.kind, row.item))
        current = thing is not None and thing.text == row.text
        person = row.signed_by is not None
        made[row.kind, row.item].append(Signed(row.effect, row.from_on, row.signed_at, who, current, person))
    for choice in choices:
        reading = READINGS.get(choice.reading)
        current = reading is not None and fingerprint(reading.canonical()) == choice.text
        who = names.get(choice.signed_by, "")
        made["reading", choice.reading].append(Signed(choice.option, choice.from_on, choice.signed_at, who, current))
    return {key: tuple(history) for key, history in made.items()}


def _names(accounts: set[UUID]) -> dict[UUID | None, str]:
    rows = Account.objects.filter(pk__in=accounts, employee__isnull=False).select_related("employee")
    return {row.pk: f"{row.employee.given} {row.employee.family}" for row in rows if row.employee}
