"""The letters that were issued, found again: the newest first, some at a time, and of nobody by name.

Which letters of a kind somebody may find, how each stands and how it is opened again is for the room that issues them
to say: a door brings that (`Of`). A kind of which no room says anything is found on no list, and opened by none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from fileroom.casework.models import HandedOver, Outgoing, SecureLink
from fileroom.casework.states import State
from fileroom.casework.whose import letters_of, shut_to
from fileroom.disclosure.shown import Recipient
from fileroom.hosting import district_transaction
from fileroom.law import Decision, Purpose
from fileroom.law.days import PACIFIC, district_day
from fileroom.letters import Letterhead
from fileroom.people.answers import Missing, Refused
from fileroom.people.models import Student
from fileroom.people.signed_in import SignedIn
from fileroom.records.models import Letter

ON_A_PAGE = 50


class Stands(StrEnum):
    """What became of a letter. `KEPT`: it goes to nobody by name, or its own page says more."""

    HANDED_OVER = "handed_over"
    KEPT = "kept"
    SENT = "sent"
    WAITS = "waits"


@dataclass(frozen=True)
class Asking:
    """Who asks for a letter, when, and by which letterhead one would be written now."""

    by: SignedIn
    at: datetime
    head: Letterhead


@dataclass(frozen=True)
class Given:
    """It may be handed over today: the role of whoever does, and, where the law was asked, its word and whom it is for.
    `sealed`: its line stands under seal."""

    role: str
    decision: Decision | None = None
    to: Recipient | None = None
    kind: str = ""
    purpose: Purpose | None = None
    sealed: bool = False


# Of all letters of a kind those that this account may find; None: none of them.
Find = Callable[[SignedIn, datetime], Q | None]
# The PDF, decided again, with its line; None: to nobody now, and whoever asks is not told why. Raises Missing, and
# ValidationError with what keeps it shut where that may be said.
Open = Callable[[Letter, Asking], "bytes | Refused | None"]
# How these letters stand, of those of which the room itself has noted it. Part of the open transaction.
Standing = Callable[[Collection[Letter]], Mapping[UUID, Stands]]
# May it be handed over today? Decided again; None and Missing as above. Part of the open transaction.
Hand = Callable[[Letter, Asking], "Given | Refused | None"]


def _nothing_noted(_: Collection[Letter]) -> Mapping[UUID, Stands]:
    return {}


@dataclass(frozen=True)
class Of:
    """What its room says of one kind of letter. `waits`: it is for somebody, and waits until it is noted that it went;
    `in_file`: it stands in the student's own file too; `hand`: None: its own page says when it was handed over, or it
    goes to nobody; `code`: a list shows the code on it."""

    find: Find
    open: Open
    standing: Standing = _nothing_noted
    hand: Hand | None = None
    waits: bool = True
    in_file: bool = True
    code: bool = True


Kinds = Mapping[str, Of]


@dataclass(frozen=True)
class Found:
    """A letter as a list shows it. `code`: empty where whoever comes with the code gets the letter; `may_hand`: whoever
    hands it over says so here."""

    id: UUID
    kind: str
    language: str
    code: str
    issued_at: datetime
    stands: Stands
    may_hand: bool


@dataclass(frozen=True)
class Page:
    """`more`: there are older ones. `kinds`: those of which this account may find any."""

    letters: tuple[Found, ...]
    more: bool
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Wanted:
    """Which of them: of one kind, issued on this day or before, those after the letter at the last page's edge."""

    kind: str = ""
    until_on: date | None = None
    after: UUID | None = None


def may_open(kinds: Kinds, *, by: SignedIn, at: datetime) -> bool:
    """Is there any kind of which this account may find letters?"""
    with district_transaction():
        return bool(_open_to(kinds, by, at))


def page(kinds: Kinds, wanted: Wanted, *, by: SignedIn, at: datetime) -> Page:
    """The letters this account may find, the newest first. Raises Missing where it may find none of any kind."""
    with district_transaction():
        theirs = _open_to(kinds, by, at)
        if not theirs:
            raise Missing
        chosen = {wanted.kind: theirs[wanted.kind]} if wanted.kind in theirs else theirs
        found = list(_after(_letters(chosen, by, at), wanted)[: ON_A_PAGE + 1])
        return Page(_shown(found[:ON_A_PAGE], kinds), len(found) > ON_A_PAGE, tuple(sorted(theirs)))


def of_student(student: UUID, kinds: Kinds, *, by: SignedIn, at: datetime) -> tuple[Found, ...]:
    """The letters about one student that this account may find, for their file. The caller has opened it."""
    in_file = {kind: of for kind, of in kinds.items() if of.in_file}
    with district_transaction():
        rows = _letters(_open_to(in_file, by, at), by, at, of=Q(pk=student)).filter(student=student)
        return _shown(list(rows.order_by("-issued_at", "id")), kinds)


def student_of(letter_id: UUID) -> UUID | None:
    """Whom a letter is about; None: nobody's file, or there is no such letter."""
    with district_transaction():
        return Letter.objects.filter(pk=letter_id).values_list("student_id", flat=True).first()


def open_again(letter_id: UUID, kinds: Kinds, asking: Asking) -> bytes | Refused | None:
    """The PDF as it was issued, if its own room gives it to whoever asks today, with its line; None: to nobody now, and
    whoever asks is not told why. Raises Missing and ValidationError."""
    with district_transaction():
        letter = found(letter_id, kinds, by=asking.by, at=asking.at)
    return kinds[letter.kind].open(letter, asking)


def found(letter_id: UUID, kinds: Kinds, *, by: SignedIn, at: datetime) -> Letter:
    """A letter that this account may find. Raises Missing. Part of the open transaction."""
    whose = Q(pk__in=Letter.objects.filter(pk=letter_id, student__isnull=False).values("student"))
    letter = _letters(_open_to(kinds, by, at), by, at, of=whose).filter(pk=letter_id).first()
    if letter is None:
        raise Missing
    return letter


def _open_to(kinds: Kinds, by: SignedIn, at: datetime) -> dict[str, Q]:
    """By kind which of its letters this account may find."""
    if by.account.employee_id is None:
        return {}
    asked = {find: find(by, at) for find in {of.find for of in kinds.values()}}  # several kinds have one answer
    found_ = ((kind, asked[of.find]) for kind, of in kinds.items())
    return {kind: which for kind, which in found_ if which is not None}


def _letters(theirs: Mapping[str, Q], by: SignedIn, at: datetime, *, of: Q | None = None) -> QuerySet[Letter]:
    """Those, less the letters about students whom this employee does not serve, or of whom an order may bind them.
    `of`: the students about whom alone the caller looks: of no other is that asked."""
    which = Q(pk__in=())
    for kind, of_it in theirs.items():
        which |= Q(of_it, kind=kind)
    on = district_day(at)
    students = Student.objects.filter(_of_whom(theirs) if of is None else of)
    shut = shut_to(students.values_list("pk", flat=True), by=by, on=on)
    return Letter.objects.filter(which, letters_of(by, on)).exclude(student__in=shut)


def _of_whom(theirs: Mapping[str, Q]) -> Q:
    """The students about whom there is a letter of these kinds."""
    about = Letter.objects.filter(kind__in=list(theirs)).exclude(student=None)
    return Q(pk__in=about.values("student"))


def _after(these: QuerySet[Letter], wanted: Wanted) -> QuerySet[Letter]:
    if wanted.until_on:
        next_day = datetime.combine(wanted.until_on + timedelta(days=1), time(0), PACIFIC)
        these = these.filter(issued_at__lt=next_day)
    if wanted.after and (edge := Letter.objects.filter(pk=wanted.after).first()):
        # The first of the two alone bounds what is read of the index.
        here = Q(issued_at__lt=edge.issued_at) | Q(issued_at=edge.issued_at, pk__gt=edge.pk)
        these = these.filter(Q(issued_at__lte=edge.issued_at), here)
    return these.order_by("-issued_at", "id")


def _shown(letters: Collection[Letter], kinds: Kinds) -> tuple[Found, ...]:
    stands = _standing(letters, kinds)
    return tuple(
        Found(
            it.id, it.kind, it.language, it.code if kinds[it.kind].code else "", it.issued_at, stands[it.id],
            kinds[it.kind].hand is not None and stands[it.id] is _as_made(kinds[it.kind]),
        )
        for it in letters
    )  # fmt: skip


def waits_for_a_hand(letter: Letter, kinds: Kinds) -> bool:
    """Has nobody noted of it that it went, nor that it goes to nobody's hand? Part of the open transaction."""
    return _standing([letter], kinds)[letter.id] is _as_made(kinds[letter.kind])


def _as_made(of: Of) -> Stands:
    return Stands.WAITS if of.waits else Stands.KEPT


def _standing(letters: Collection[Letter], kinds: Kinds) -> dict[UUID, Stands]:
    """By what its room has noted; else by what is noted here: that it was handed over, or how a link to it went."""
    found_ = {it.id: _as_made(kinds[it.kind]) for it in letters}
    found_ |= _by_link(found_)
    handed = HandedOver.objects.filter(letter__in=list(found_)).values_list("letter_id", flat=True)
    found_ |= dict.fromkeys(handed, Stands.HANDED_OVER)
    for kind in {it.kind for it in letters}:
        found_ |= kinds[kind].standing([it for it in letters if it.kind == kind])
    return found_


def _by_link(letters: Collection[UUID]) -> dict[UUID, Stands]:
    """Those of which a link was opened, or the mail that tells of it went, count as sent."""
    links = SecureLink.objects.filter(letter__in=list(letters))
    mailed = Outgoing.objects.filter(link__letter__in=list(letters), state=State.SENT)
    went = {*links.filter(opened__gt=0).values_list("letter_id", flat=True)}
    went |= {*mailed.values_list("link__letter_id", flat=True)}
    return dict.fromkeys(went, Stands.SENT)
