"""A link is taken back while its mail is being sent; and a round that lasts works with the time that it is."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.casework.mailing import MailServer
from tests.casework.waiting import LATER, Waiting, goes_round, link, links, mails, post_to


def elsewhere(act: Callable[[], object], broke: list[str]) -> threading.Thread:
    """The act in a thread, with a connection, of its own; what breaks is put into `broke`."""
    from django.db import connections

    from fileroom.hosting import serving

    def run() -> None:
        with serving("alder_creek"):
            try:
                act()
            except Exception as error:
                broke.append(str(error).partition("\n")[0])
            finally:
                connections.close_all()

    found = threading.Thread(target=run)
    found.start()
    return found


def somebody_waits(within_s: float = 20.0) -> bool:
    """Until one of the database's sessions waits for another's lock."""
    from django.db import connection

    for _ in range(int(within_s * 20)):
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return True
        time.sleep(0.05)
    return False


def takes_back(there: Waiting) -> None:
    from fileroom.casework.links import withdraw

    withdraw(links()[0].id, by=there.town.registrar.by, at=LATER)


def duties() -> int:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        return Duty.objects.filter(room="outgoing").count()


def test_it_is_taken_back_while_its_mail_is_claimed(
    there: Waiting, smtp: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.casework import sending

    link(there)
    real: Any = vars(sending)["judge"]
    broke: list[str] = []
    others: list[threading.Thread] = []

    def meanwhile(*of: Any, **more: Any) -> Any:
        others.append(elsewhere(lambda: takes_back(there), broke))
        assert somebody_waits()
        return real(*of, **more)

    monkeypatch.setattr(sending, "judge", meanwhile)
    goes_round(smtp)
    others[0].join(60)
    assert broke == [] and links()[0].withdrawn_at is not None


@pytest.mark.parametrize("says", ["450 not now", "550 nobody here"])
def test_one_that_is_taken_back_while_it_is_being_sent_is_over(
    there: Waiting, smtp: MailServer, monkeypatch: pytest.MonkeyPatch, says: str
) -> None:
    """It is tried no more, and nobody has to look at it."""
    from fileroom.casework.post import Post

    link(there)
    smtp.to_recipient, real = says, Post.send

    def meanwhile(post: Post, *of: Any, **more: Any) -> Any:
        takes_back(there)
        return real(post, *of, **more)

    monkeypatch.setattr(Post, "send", meanwhile)
    goes_round(smtp)
    goes_round(smtp, at=LATER + timedelta(days=1))
    assert ([it.state for it in mails()], duties(), smtp.taken) == (["withdrawn"], 0, [])


def test_one_that_was_taken_back_and_whose_sender_has_ended_is_over(there: Waiting, smtp: MailServer) -> None:
    from fileroom.casework.sending import Site, claim
    from fileroom.programmes.outgoing import ABOVE

    link(there)
    claim(Site("Alder Creek", "", "http://alder-creek.test"), ABOVE, at=LATER)
    takes_back(there)
    goes_round(smtp, at=LATER + timedelta(minutes=6))
    assert ([it.state for it in mails()], duties()) == (["withdrawn"], 0)


def test_a_mail_is_claimed_at_the_time_that_it_is(there: Waiting, smtp: MailServer) -> None:
    """Two mails in one round, the second six minutes after the first: another round does not call it lost."""
    from fileroom.casework.sending import Site, let_go_of_lost, look_round
    from fileroom.programmes.outgoing import ABOVE

    link(there), link(there)
    ticks = iter(LATER + timedelta(minutes=3 * it) for it in range(20))
    site = Site("Alder Creek", "", "http://alder-creek.test")
    assert look_round(post_to(smtp), site, ABOVE, clock=lambda: next(ticks)) == 2
    one, two = (it.claimed_at for it in mails())
    assert one and two and two - one >= timedelta(minutes=6)
    assert let_go_of_lost(at=two) == 0


def test_nobody_may_take_back_by_hand_what_is_being_sent() -> None:
    from fileroom.casework.states import State, possible

    assert possible(State.SENDING) == ()
