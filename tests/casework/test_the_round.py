"""The round in its thread, as the program runs it; and an order that comes while a mail waits for its next try."""

from __future__ import annotations

import threading
import time
from datetime import timedelta

from tests.casework.mailing import MailServer
from tests.casework.waiting import LATER, Waiting, goes_round, link, mails, order_against, post_to, stay_open


def test_a_mail_that_waits_for_its_next_try_is_judged_at_once_when_an_order_comes(
    there: Waiting, smtp: MailServer
) -> None:
    link(there)
    smtp.to_recipient = "450 not now"
    goes_round(smtp)
    assert [(it.state, it.tries) for it in mails()] == [("waiting", 1)]
    at = LATER + timedelta(seconds=2)
    order_against(there, there.town.mother, at=at)
    goes_round(smtp, at=at + timedelta(seconds=3))
    assert [(it.state, it.why) for it in mails()] == [("withheld", "by_law")]


def test_an_order_against_somebody_else_costs_no_tries(there: Waiting, smtp: MailServer) -> None:
    link(there)
    smtp.to_recipient = "450 not now"
    goes_round(smtp)
    order_against(there, there.father, at=LATER + timedelta(seconds=1))
    for seconds in (3, 6, 9):
        goes_round(smtp, at=LATER + timedelta(seconds=seconds))
    assert [(it.state, it.tries) for it in mails()] == [("waiting", 2)]


def test_the_program_looks_every_few_seconds(there: Waiting, smtp: MailServer) -> None:
    from django.test import override_settings

    from fileroom.programmes.tasks import MOMENT, run_mail

    assert MOMENT < 5
    kept, sent = link(there, for_days=60), link(there, for_days=60, contact=there.father.row.id)
    assert kept.id != sent.id
    order_against(there, there.town.mother)
    stay_open()  # the round reads the clock
    stop = threading.Event()
    with override_settings(MAIL=post_to(smtp)):
        thread = threading.Thread(target=run_mail, args=(stop,), kwargs={"every": 0.2})
        thread.start()
        for _ in range(300):
            if {it.state for it in mails()} == {"withheld", "sent"}:
                break
            time.sleep(0.2)
        stop.set()
        thread.join(60)
    assert sorted(it.state for it in mails()) == ["sent", "withheld"]
    assert [to for to, _ in smtp.taken] == [["victor@home.test"]]
