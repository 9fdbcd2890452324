"""What becomes of a mail when the server says no, says nothing, or the program ends; and of two that send at once."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.casework.mailing import MailServer
from tests.casework.waiting import (
    HERS,
    LATER,
    Waiting,
    goes_round,
    link,
    links,
    mails,
    order_against,
    order_against_somebody,
    post_to,
    token_in,
    waiting,
)
from tests.conftest import AT


def owed(there: Waiting) -> list[str]:
    """Titles on the first screen of the school's custodian of records."""
    from fileroom.people.owed import owed as owes

    return [it.rule for it in owes(by=there.town.principal.by, at=LATER) if it.room == "outgoing"]


def does(verb: str, there: Waiting) -> None:
    """The registrar does this with the only mail."""
    from fileroom.casework.outgoing import act
    from fileroom.casework.states import Verb

    act(mails()[0].id, Verb(verb), by=there.town.registrar.by, at=LATER)


def test_two_senders_at_once_send_it_once(there: Waiting, smtp: MailServer, district: str) -> None:
    from django.db import connection

    from fileroom.hosting import serving

    for _ in range(6):
        link(there)
    gate = threading.Barrier(2)

    def sends() -> None:
        with serving(district):
            gate.wait()
            goes_round(smtp)
        connection.close()

    both = [threading.Thread(target=sends) for _ in range(2)]
    for it in both:
        it.start()
    for it in both:
        it.join(60)
    assert len(smtp.taken) == 6
    assert len({mail["Message-ID"] for _, mail in smtp.taken}) == 6
    assert {it.state for it in mails()} == {"sent"}


def test_a_server_that_takes_it_and_hangs_up_is_not_asked_again(there: Waiting, smtp: MailServer) -> None:
    link(there)
    smtp.to_data = ""
    assert goes_round(smtp) == 0
    assert [(it.state, it.why) for it in mails()] == [("unsure", "cut_off")]
    smtp.to_data = "250 taken"
    assert goes_round(smtp, at=LATER + timedelta(days=1)) == 0
    assert len(smtp.taken) == 1
    assert owed(there) == ["programmes.notices.to_nobody_else"]
    does("settle", there)
    assert mails()[0].state == "sent" and owed(there) == []


def test_a_program_that_ends_after_the_server_took_it_sends_no_second_one(there: Waiting, smtp: MailServer) -> None:
    from fileroom.casework.sending import Claimed, Site, claim
    from fileroom.letters.mails import compose_mail
    from fileroom.programmes.outgoing import ABOVE

    made = link(there)
    claimed = claim(Site("Alder Creek", "", "http://alder-creek.test"), ABOVE, at=LATER)
    assert isinstance(claimed, Claimed)
    mail = compose_mail(claimed.kind, "en", district="Alder Creek", telephone="", link=claimed.link)
    assert post_to(smtp).send(mail, to=claimed.to, name="Alder Creek", key=str(claimed.id)) == "accepted"
    # Here the program ends. Another goes round, at once and later.
    assert goes_round(smtp, at=LATER) == 0 and mails()[0].state == "sending"
    assert goes_round(smtp, at=LATER + timedelta(minutes=6)) == 0
    assert [(it.state, it.why) for it in mails()] == [("unsure", "cut_off")]
    assert len(smtp.taken) == 1
    from fileroom.casework.opening import enter

    opened = enter(token_in(smtp), made.code, ABOVE, client="", at=LATER + timedelta(minutes=7))
    assert opened is not None, "what went does open"


def test_one_that_is_not_taken_now_is_tried_again_later_and_given_up_in_the_end(
    there: Waiting, smtp: MailServer
) -> None:
    from fileroom.casework.states import TRIES

    link(there)
    smtp.to_recipient = "450 not now"
    at = LATER
    for wait in TRIES:
        goes_round(smtp, at=at)
        assert mails()[0].state == "waiting"
        goes_round(smtp, at=at + wait - timedelta(seconds=1))
        at += wait
    assert mails()[0].tries == len(TRIES)
    goes_round(smtp, at=at)
    assert [(it.state, it.why) for it in mails()] == [("given_up", "unreached")]
    assert owed(there) == ["programmes.notices.to_nobody_else"]
    does("release", there)
    smtp.to_recipient = "250 OK"
    assert owed(there) == []
    assert goes_round(smtp) == 1


def test_where_no_server_answers_it_waits(there: Waiting, smtp: MailServer) -> None:
    link(there)
    post = MailServer(port=1)
    assert goes_round(post) == 0
    assert mails()[0].state == "waiting" and smtp.taken == []


def test_an_address_that_the_server_refuses_is_given_up_at_once(there: Waiting, smtp: MailServer) -> None:
    link(there)
    smtp.to_recipient = "550 nobody here"
    goes_round(smtp)
    assert [(it.state, it.why, it.tries) for it in mails()] == [("given_up", "rejected", 1)]


@pytest.mark.parametrize("said", ["", "rosa", "rosa@home.test, other@home.test"])
def test_what_is_no_address_is_not_written_to(town: make.Town, smtp: MailServer, said: str) -> None:
    link(waiting(town, hers=said))
    goes_round(smtp)
    assert smtp.taken == []
    assert [(it.state, it.why) for it in mails()] == [("withheld", "address")]


@pytest.mark.parametrize("said", ["rosa@home.test\r\nBcc: all@press.test", "rosa@home.test\nX: y"])
def test_a_line_end_in_an_address_is_never_a_header(said: str) -> None:
    from fileroom.casework.post import is_an_address

    assert not is_an_address(said)


def test_a_line_end_in_the_districts_name_is_never_a_header(smtp: MailServer, district: str) -> None:
    from fileroom.letters.mails import compose_mail

    name = "Alder\r\nBcc: all@press.test"
    mail = compose_mail("link", "en", district=name, telephone="", link="http://x/")
    assert "\n" not in mail.subject
    with pytest.raises(ValueError, match="newline"):
        post_to(smtp).send(mail, to=HERS, name=name, key="k")
    assert smtp.taken == []


def test_an_address_that_a_barred_person_has_too_is_not_written_to(town: make.Town, smtp: MailServer) -> None:
    there = waiting(town, his=HERS.upper())
    link(there)
    order_against(there, there.father)
    goes_round(smtp)
    assert smtp.taken == []
    (mail,) = mails()
    assert (mail.state, mail.why) == ("withheld", "by_law"), "the page does not tell the two apart"


def test_with_an_order_against_the_other_parent_hers_goes_as_before(there: Waiting, smtp: MailServer) -> None:
    link(there)
    order_against(there, there.father)
    assert goes_round(smtp) == 1


@pytest.mark.parametrize(
    ("given", "preferred", "kin", "sent"),
    [
        ("Bruno", "", True, 0),
        ("Bruno", "Lulu", True, 0),
        ("Tomasa", "", True, 1),
        ("Bruno", "", False, 1),
    ],
)
def test_a_grown_brother_whom_an_order_binds_reads_none_of_it_by_his_students_account(
    there: Waiting, smtp: MailServer, given: str, preferred: str, kin: bool, sent: int
) -> None:
    """He is bound as somebody on nobody's file, and signs in as a student by the family's mailbox."""
    brother = make.student(given, "Torres")
    make.change(brother, preferred_given=preferred)
    if kin:
        make.relationship(brother, there.father.row)
    make.account(HERS.upper(), student=brother)
    link(there)
    order_against_somebody(there, ("Bruno", "Torres"))
    assert goes_round(smtp) == sent
    if not sent:
        assert [(it.state, it.why) for it in mails()] == [("withheld", "by_law")]


def test_of_the_childs_own_account_nothing_is_withheld(there: Waiting, smtp: MailServer) -> None:
    """Ana has the name of whom the order binds: it is she, and no kin of hers."""
    make.account(HERS, student=there.town.ana)
    link(there)
    order_against_somebody(there, ("Ana", "Torres"))
    assert goes_round(smtp) == 1


def test_after_a_backup_was_restored_nothing_goes_until_a_person_says_so(there: Waiting, smtp: MailServer) -> None:
    from fileroom.casework.opening import enter
    from fileroom.hosting import district_transaction
    from fileroom.ledger import services as ledger
    from fileroom.ledger.services import Act, Actor
    from fileroom.programmes.outgoing import ABOVE

    sent, _ = link(there, way="hand"), link(there)
    with district_transaction():
        event = ledger.event(Act.BACKUP_RESTORED, by=Actor(None, "system", "cli"), at=AT + timedelta(seconds=2))
        ledger.write(event)
    assert goes_round(smtp) == 0
    assert smtp.taken == []
    assert [(it.state, it.why) for it in mails()] == [("unsure", "backup")]
    assert enter(sent.token, sent.code, ABOVE, client="", at=LATER) is None, "it may have been taken back since"


def test_what_is_sent_or_taken_back_is_not_let_go_again(there: Waiting, smtp: MailServer) -> None:
    link(there)
    goes_round(smtp)
    with pytest.raises(ValidationError):
        does("release", there)


def test_a_link_that_is_taken_back_takes_its_mail_along(there: Waiting, smtp: MailServer) -> None:
    from fileroom.casework.links import withdraw

    link(there)
    withdraw(links()[0].id, by=there.town.registrar.by, at=LATER)
    assert goes_round(smtp) == 0
    assert smtp.taken == [] and mails()[0].state == "withdrawn"


@pytest.mark.parametrize(
    "url", ["http://mail.test", "smtp://", "smtp://mail.test", "smtp://m.test?from=a", "smtp://m.test?from=a@b.c&tls=x"]
)
def test_an_address_of_a_server_that_is_none_is_said_to_be(url: str) -> None:
    from fileroom.casework.post import BadAddress, server_of

    with pytest.raises(BadAddress, match="FILEROOM_MAIL_URL"):
        server_of(url)


def test_a_password_is_in_no_words_of_it() -> None:
    from fileroom.casework.post import server_of

    found = server_of("smtp://me:s3cret%40@mail.test?from=a@b.test")
    assert found and (found.password, found.port, found.tls) == ("s3cret@", 587, "starttls")
    assert "s3cret" not in repr(found)
