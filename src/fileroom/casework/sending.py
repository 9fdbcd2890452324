"""The round that sends: a mail is claimed, judged by what holds at that moment, handed over, and its fate kept.

The claim is committed before the mail server is asked. So a mail goes at most once by itself: what was claimed and has
no answer may have gone, and waits for a person. An order never waits for a mail server: what went in the moment in
which it was handed in holds nothing, and its link opens nothing any more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from fileroom.casework.above import Above
from fileroom.casework.judging import ITSELF, judge
from fileroom.casework.links import LANGUAGE, digest, new_token
from fileroom.casework.models import Outgoing, SecureLink
from fileroom.casework.outgoing import lapse, turn
from fileroom.casework.post import Outcome, Post
from fileroom.casework.states import CUT_OFF_AFTER, TRIES, State, Verb, Why, after
from fileroom.hosting import durable_transaction
from fileroom.ledger import queries as entries
from fileroom.letters.mails import compose_mail

Clock = Callable[[], datetime]
MOST = 20  # mails in a round: each may keep the round for as long as the mail server is waited for


# Where a mail of each kind leads; of a link, and of an account, what stands before its token.
LEADS_TO = {
    "account_invited": "/welcome/", "link": "/open/", "own_overdue": "/owed/", "training_7": "/training/",
    "training_30": "/training/", "training_new": "/training/", "training_over": "/training/", "waits_today": "/owed/",
}  # fmt: skip


@dataclass(frozen=True)
class Site:
    """Who writes, and where its pages are: `address` without a slash at its end."""

    district: str
    telephone: str
    address: str


@dataclass(frozen=True)
class Claimed:
    """A mail that is ours alone, and may go now."""

    id: UUID
    kind: str
    language: str
    to: str
    link: str


def look_round(post: Post | None, site: Site, above: Above, *, clock: Clock) -> int:
    """Send what is due; how many the mail server has taken. Without one nothing is touched. `clock`: the time now,
    asked for each mail anew: a round may last minutes, and what a mail was claimed at says when it is lost."""
    if post is None:
        return 0
    let_go_of_lost(at=clock())
    hasten(at=clock())
    sent = 0
    for _ in range(MOST):
        claimed = claim(site, above, at=clock())
        if claimed is None:
            break
        if isinstance(claimed, Claimed):
            sent += _send(post, site, claimed, clock)
    return sent


def _send(post: Post, site: Site, it: Claimed, clock: Clock) -> bool:
    mail = compose_mail(it.kind, it.language, district=site.district, telephone=site.telephone, link=it.link)
    outcome = post.send(mail, to=it.to, name=site.district, key=str(it.id))
    settle(it.id, outcome, at=clock())
    return outcome is Outcome.ACCEPTED


@durable_transaction
def claim(site: Site, above: Above, *, at: datetime) -> Claimed | State | None:
    """The mail that is due first and nobody else's, if it may go today; the state it came to, if it may not; None where
    none is due. Its link gets its address now."""
    mail = _due(at)
    if mail is None:
        return None
    if mail.link is not None and mail.link.withdrawn_entry is not None:
        return lapse(mail, mail.link.withdrawn_entry, at=at)
    if _restored_since(mail):
        turn(mail, Verb.LOSE, by=ITSELF, at=at, why=Why.BACKUP)
        return State.UNSURE
    judged = judge(mail, above, at=at)
    if judged.why:
        turn(mail, Verb.WITHHOLD, by=ITSELF, at=at, why=judged.why, decision=judged.decision)
        return State.WITHHELD
    mail.state, mail.claimed_at, mail.tries = after(mail.state, Verb.CLAIM), at, mail.tries + 1
    mail.save(update_fields=["state", "claimed_at", "tries"])
    return Claimed(mail.id, mail.kind, mail.language, judged.to, f"{site.address}{_path(mail, above)}")


def _due(at: datetime) -> Outgoing | None:
    """The first that is due and that nobody else holds, and its link with it. Whoever takes a link back, or opens it,
    holds the link and then its mail: so does this."""
    due = Outgoing.objects.filter(state=State.WAITING, next_try_at__lte=at).order_by("next_try_at", "id")
    return next(_held(due, State.WAITING), None)


def _held(these: QuerySet[Outgoing], state: State) -> Iterator[Outgoing]:
    for it in these.only("pk", "link_id")[:MOST]:
        if it.link_id is not None and not _holds(it.link_id):
            continue
        held = Outgoing.objects.select_for_update(skip_locked=True, of=("self",))
        mail = held.select_related("link__letter", "employee").filter(pk=it.pk, state=state).first()
        if mail is not None:
            yield mail


def _holds(link_id: UUID) -> bool:
    return SecureLink.objects.select_for_update(skip_locked=True).filter(pk=link_id).first() is not None


def _path(mail: Outgoing, above: Above) -> str:
    """Where the mail leads. Each try of a link has an address of its own; an older one opens nothing any more."""
    path = LEADS_TO[mail.kind]
    if mail.link is None:
        made = above.addresses.get(mail.kind)
        return f"{path}{made(mail.about)}/?{LANGUAGE}={mail.language}" if made else path
    token = new_token()
    mail.link.token = digest(token)
    mail.link.save(update_fields=["token"])
    return f"{path}{token}/?{LANGUAGE}={mail.language}"


def _restored_since(mail: Outgoing) -> bool:
    """Was a backup restored since it was let go? What the lost time has sent, nobody here knows."""
    restored = entries.last_restored_at()
    return restored is not None and mail.released_at <= restored


@durable_transaction
def settle(mail_id: UUID, outcome: Outcome, *, at: datetime) -> State:
    """Keep what became of a mail that was handed over. One whose link was taken back meanwhile is not tried again, and
    nobody has to look at it: it leads to nothing."""
    SecureLink.objects.select_for_update(of=("self",)).filter(outgoing=mail_id).first()
    mail = Outgoing.objects.select_for_update(of=("self",)).select_related("link").get(pk=mail_id)
    if mail.state != State.SENDING:  # it was given up for lost meanwhile, and a person has looked at it
        return State(mail.state)
    if outcome is Outcome.ACCEPTED:
        turn(mail, Verb.DELIVER, by=ITSELF, at=at)
    elif mail.link is not None and mail.link.withdrawn_entry is not None:
        lapse(mail, mail.link.withdrawn_entry, at=at)
    elif outcome is Outcome.UNSURE:
        turn(mail, Verb.LOSE, by=ITSELF, at=at, why=Why.CUT_OFF)
    elif outcome is Outcome.REJECTED:
        turn(mail, Verb.GIVE_UP, by=ITSELF, at=at, why=Why.REJECTED)
    elif mail.tries > len(TRIES):
        turn(mail, Verb.GIVE_UP, by=ITSELF, at=at, why=Why.UNREACHED)
    else:
        mail.state, mail.next_try_at = after(mail.state, Verb.FAIL), at + TRIES[mail.tries - 1]
        mail.save(update_fields=["state", "next_try_at"])
    return State(mail.state)


@durable_transaction
def hasten(*, at: datetime) -> int:
    """Mails that wait for a later try, and about whose student an order was handed in since the last: they are judged
    now, and not when they would be tried again."""
    since = Coalesce("claimed_at", "queued_at")
    waiting = Outgoing.objects.filter(
        state=State.WAITING, next_try_at__gt=at, link__student__courtorderchild__order__received_at__gte=since
    )
    return Outgoing.objects.filter(pk__in=list(waiting.values_list("pk", flat=True))).update(next_try_at=at)


@durable_transaction
def let_go_of_lost(*, at: datetime) -> int:
    """Mails that were claimed long ago and have no answer: whoever sent them has ended. They may have gone."""
    lost = Outgoing.objects.filter(state=State.SENDING, claimed_at__lte=at - CUT_OFF_AFTER).order_by("claimed_at", "id")
    found = list(_held(lost, State.SENDING))
    for mail in found:
        if mail.link is not None and mail.link.withdrawn_entry is not None:
            lapse(mail, mail.link.withdrawn_entry, at=at)
        else:
            turn(mail, Verb.LOSE, by=ITSELF, at=at, why=Why.CUT_OFF)
    return len(found)
