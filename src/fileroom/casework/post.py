"""The mail server of the installation, from one variable of the environment, and one mail handed over to it.

smtp://USER:PASSWORD@HOST:PORT?tls=starttls&from=records@district.example   `tls`: starttls (the usual one), tls, none.
What becomes of a mail is told apart by what the server said: where its last answer was lost, nobody knows.
"""

from __future__ import annotations

import smtplib
from contextlib import suppress
from dataclasses import dataclass
from email.utils import formataddr
from enum import StrEnum
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.smtp import EmailBackend
from django.core.validators import validate_email

from fileroom.letters.mails import Mail

TIMEOUT_S, STARTTLS, TLS, NONE = 10, "starttls", "tls", "none"
PORTS = {STARTTLS: 587, TLS: 465, NONE: 25}
FOR_GOOD = 500  # SMTP: an answer from 500 on is final, one below is for now (RFC 5321, 4.2.1)


class BadAddress(ValueError):
    """FILEROOM_MAIL_URL is no address of a mail server; the words say what is wrong with it."""


class Outcome(StrEnum):
    """What became of one mail that was handed over."""

    ACCEPTED = "accepted"
    NOT_NOW = "not_now"
    REJECTED = "rejected"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Post:
    """A mail server. `sender`: the address in From."""

    host: str
    port: int
    user: str
    password: str
    tls: str
    sender: str

    def __repr__(self) -> str:
        return f"Post({self.host}:{self.port})"  # a traceback tells no password

    def send(self, mail: Mail, *, to: str, name: str, key: str) -> Outcome:
        """Hand one mail over. `name`: the sender's, as people read it; `key`: of this mail, in its Message-ID."""
        backend = EmailBackend(
            host=self.host, port=self.port, username=self.user or None, password=self.password or None,
            use_tls=self.tls == STARTTLS, use_ssl=self.tls == TLS, timeout=TIMEOUT_S,
        )  # fmt: skip
        message = EmailMultiAlternatives(
            mail.subject, mail.text, formataddr((name, self.sender)), [to],
            headers={"Message-ID": f"<{key}@{self.sender.rpartition('@')[2]}>", "Auto-Submitted": "auto-generated"},
        )  # fmt: skip
        message.attach_alternative(mail.html, "text/html")
        try:
            backend.open()
        except (smtplib.SMTPException, OSError):
            return Outcome.NOT_NOW
        try:
            backend.send_messages([message])
        except smtplib.SMTPRecipientsRefused as refused:
            codes = [code for code, _ in refused.recipients.values()]
            return Outcome.REJECTED if min(codes) >= FOR_GOOD else Outcome.NOT_NOW
        except smtplib.SMTPSenderRefused:
            return Outcome.NOT_NOW  # the district's own address: no fault of this one's
        except smtplib.SMTPResponseException as answer:
            return Outcome.REJECTED if answer.smtp_code >= FOR_GOOD else Outcome.NOT_NOW
        except (smtplib.SMTPException, OSError):
            return Outcome.UNSURE
        finally:
            with suppress(smtplib.SMTPException, OSError):  # what was said before counts
                backend.close()
        return Outcome.ACCEPTED


def is_an_address(said: str) -> bool:
    """Can a mail be written to this? One line, one address."""
    try:
        validate_email(said)
    except ValidationError:
        return False
    return True


def server_of(url: str) -> Post | None:
    """The server that the variable names; None where it is unset. Raises BadAddress, without the address itself: it has
    a password in it."""
    if not url.strip():
        return None
    try:
        parts = urlsplit(url.strip())
        asked, port = {name: said[-1] for name, said in parse_qs(parts.query).items()}, parts.port
    except ValueError:
        raise BadAddress("FILEROOM_MAIL_URL is no address: smtp://USER:PASSWORD@HOST:PORT?from=ADDRESS") from None
    tls, sender = asked.get("tls", STARTTLS), asked.get("from", "")
    if parts.scheme != "smtp" or not parts.hostname:
        raise BadAddress("FILEROOM_MAIL_URL begins with smtp:// and names a host.")
    if tls not in PORTS:
        raise BadAddress("FILEROOM_MAIL_URL: tls is starttls, tls or none.")
    if not is_an_address(sender):
        raise BadAddress("FILEROOM_MAIL_URL: from is the address that the mails come from.")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Post(parts.hostname, port or PORTS[tls], user, password, tls, sender)
