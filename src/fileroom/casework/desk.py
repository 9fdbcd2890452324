"""What waits to be sent, as its page shows it: of nobody by name. Whose it is the student's file says; and who has a
link to a record, that record's own page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from fileroom.casework.judging import MOST_OPENED, MOST_WRONG
from fileroom.casework.models import Outgoing, SecureLink
from fileroom.casework.states import State, Verb, possible
from fileroom.casework.whose import links_of, mails_of, may_act, open_to, shut_to
from fileroom.disclosure.marks import standing
from fileroom.disclosure.marks.standing import Standing
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Item
from fileroom.law.catalogue import item_of
from fileroom.law.days import district_day
from fileroom.people.answers import Missing
from fileroom.people.keepers import schools_kept
from fileroom.people.names import person_name
from fileroom.people.queries import account_names
from fileroom.people.signed_in import SignedIn

ON_A_PAGE = 50


@dataclass(frozen=True)
class Mail:
    """A mail. `student`: whom the link behind it is about; None: it is an employee's own. `verbs`: what may be done."""

    id: UUID
    kind: str
    state: State
    why: str
    queued_at: datetime
    over_at: datetime | None
    next_try_at: datetime
    tries: int
    student: UUID | None
    verbs: tuple[Verb, ...]


@dataclass(frozen=True)
class Link:
    """A link. `item`: the record it leads to; None: a letter. `letter`: of what kind that is, and about which row.
    `marked`: no list names the record. `locked`: tried in vain, or opened, too often."""

    id: UUID
    student: UUID
    item: Item | None
    marked: bool
    made_at: datetime
    until_at: datetime
    opened: int
    opened_at: datetime | None
    locked: bool
    address_made: bool
    letter: tuple[str, UUID | None] | None = None


@dataclass(frozen=True)
class Page:
    """`counts`: mails by state; `more`: there are older ones than those listed. `links`: those that are open now, and
    `more_links`: there are older ones of them."""

    counts: Mapping[State, int]
    mails: tuple[Mail, ...]
    more: bool
    links: tuple[Link, ...]
    more_links: bool


def may_open(*, by: SignedIn, at: datetime) -> bool:
    """Does this account look after what waits to be sent at any school?"""
    with district_transaction():
        return bool(schools_kept(by, at))


@durable_transaction
def page(which: State | None, *, after: UUID | None = None, by: SignedIn, at: datetime) -> Page:
    """Mails (of one state, or all), the newest first, and the links that are open: those made before `after`, where it
    is one of them. Raises Missing for whoever keeps no records."""
    schools, on = schools_kept(by, at), district_day(at)
    if not schools:
        raise Missing
    links = SecureLink.objects.filter(links_of(by, on))
    shut = shut_to(links.values_list("student_id", flat=True), by=by, on=on)
    mine = Outgoing.objects.filter(mails_of(by, schools, on), Q(link=None) | ~Q(link__student__in=shut))
    counted = dict(mine.values_list("state").annotate(n=Count("id")).order_by())
    wanted = mine if which is None else mine.filter(state=which)
    rows = list(wanted.select_related("link").order_by("-queued_at", "id")[: ON_A_PAGE + 1])
    open_ = links.exclude(student__in=shut).filter(withdrawn_at=None, until_at__gt=at)
    if after and (edge := links.filter(pk=after).first()):
        open_ = open_.filter(Q(made_at__lt=edge.made_at) | Q(made_at=edge.made_at, pk__gt=edge.pk))
    found = list(open_.select_related("record", "letter").order_by("-made_at", "id")[: ON_A_PAGE + 1])
    listed = found[:ON_A_PAGE]
    marks = standing.of_records([(it.record.id, it.record.item) for it in listed if it.record])
    counts = {state: counted.get(state.value, 0) for state in State}
    shown = tuple(_link(it, marks) for it in listed)
    more, more_links = len(rows) > ON_A_PAGE, len(found) > ON_A_PAGE
    return Page(counts, tuple(map(_mail, rows[:ON_A_PAGE])), more, shown, more_links)


@durable_transaction
def one(mail_id: UUID, *, by: SignedIn, at: datetime) -> Mail:
    """One mail. Raises Missing."""
    row = Outgoing.objects.select_related("link").filter(pk=mail_id).first()
    if row is None or not may_act(row, by=by, at=at):
        raise Missing
    return _mail(row)


@dataclass(frozen=True)
class OpenLink:
    """A link to a record, on that record's own page. `to`: a contact by name; empty: the student. `made_by`: who."""

    id: UUID
    to: str
    made_by: str
    made_at: datetime
    until_at: datetime
    opened: int
    locked: bool


def links_to(record_id: UUID, *, by: SignedIn, at: datetime) -> tuple[OpenLink, ...]:
    """Who has a link to this record that is open now, the newest first; none for whoever may not take one back."""
    with district_transaction():
        on = district_day(at)
        if not schools_kept(by, at):
            return ()
        links = SecureLink.objects.filter(links_of(by, on), record=record_id, withdrawn_at=None, until_at__gt=at)
        rows = list(links.select_related("contact").order_by("-made_at", "id")[:ON_A_PAGE])
        if not rows or not open_to([rows[0].student_id], by=by, on=on):
            return ()
        names = account_names(it.made_by for it in rows)
        return tuple(_open_link(it, names.get(it.made_by, "")) for it in rows)


def _open_link(it: SecureLink, made_by: str) -> OpenLink:
    to = person_name(it.contact) if it.contact else ""
    return OpenLink(it.id, to, made_by, it.made_at, it.until_at, it.opened, _is_locked(it))


def student_of(mail_id: UUID) -> UUID | None:
    """Whom the link behind a mail is about; None of any other."""
    with district_transaction():
        return Outgoing.objects.filter(pk=mail_id).values_list("link__student_id", flat=True).first()


def _mail(it: Outgoing) -> Mail:
    state = State(it.state)
    student = it.link.student_id if it.link else None
    return Mail(
        it.id, it.kind, state, it.why, it.queued_at, it.over_at, it.next_try_at, it.tries, student, possible(state)
    )


def _link(it: SecureLink, marks: Mapping[UUID, Standing]) -> Link:
    item, mark = item_of(it.record.item) if it.record else None, marks.get(it.record_id) if it.record_id else None
    return Link(
        it.id, it.student_id, item, mark is not None and mark.always, it.made_at, it.until_at, it.opened, it.opened_at,
        _is_locked(it), it.token is not None, (it.letter.kind, it.letter.about) if it.letter else None,
    )  # fmt: skip


def _is_locked(it: SecureLink) -> bool:
    return it.wrong >= MOST_WRONG or it.opened >= MOST_OPENED
