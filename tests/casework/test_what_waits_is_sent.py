"""A mail is queued with its link, goes once, holds nothing of anybody, and is decided again at the moment it goes."""

from __future__ import annotations

from tests.casework.mailing import MailServer
from tests.casework.waiting import HERS, Waiting, goes_round, link, links, mails, order_against, token_in


def test_a_mail_goes_to_the_address_on_file_and_names_nobody(there: Waiting, smtp: MailServer) -> None:
    link(there)
    assert goes_round(smtp) == 1
    ((recipients, mail),) = smtp.taken
    assert recipients == [HERS] and mail["To"] == HERS
    assert [it.state for it in mails()] == ["sent"]
    whole = mail.as_string()
    for word in ("Ana", "Torres", "Rosa", "Mother", "Alder Creek Elementary", "birth", "record"):
        assert word not in whole.replace("records@alder-creek.test", ""), word
    assert mail["Subject"] == "Algo le espera en Alder Creek"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    html = mail.get_body(("html",))
    assert html is not None and '<html lang="es">' in html.get_content()


def test_a_second_round_sends_nothing_more(there: Waiting, smtp: MailServer) -> None:
    link(there)
    assert [goes_round(smtp), goes_round(smtp)] == [1, 0]
    assert len(smtp.taken) == 1


def test_an_order_between_queueing_and_sending_keeps_it_back(there: Waiting, smtp: MailServer) -> None:
    link(there)
    order_against(there, there.town.mother)
    assert goes_round(smtp) == 0
    assert smtp.taken == []
    (mail,) = mails()
    assert (mail.state, mail.why) == ("withheld", "by_law")
    assert links()[0].token is None, "no address was ever made"


def test_without_a_mail_server_nothing_is_touched(there: Waiting) -> None:
    link(there)
    assert goes_round(None) == 0
    assert [it.state for it in mails()] == ["waiting"]


def test_what_the_address_holds_is_kept_as_a_digest_alone(there: Waiting, smtp: MailServer) -> None:
    link(there)
    goes_round(smtp)
    token, (row,) = token_in(smtp), links()
    assert len(token) == 64 and row.token and token not in row.token
