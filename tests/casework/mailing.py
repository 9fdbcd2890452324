"""A mail server of a test's own: it speaks SMTP over a real socket, keeps what it takes, and can misbehave."""

from __future__ import annotations

import email
import email.policy
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage


@dataclass
class MailServer:
    """What it has taken; and how it answers a recipient, and the end of a mail (empty: it hangs up instead)."""

    port: int = 0
    taken: list[tuple[list[str], EmailMessage]] = field(default_factory=list)
    to_recipient: str = "250 OK"
    to_data: str = "250 taken"

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}?tls=none&from=records@alder-creek.test"


class _Session(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        mine: MailServer = self.server.of  # type: ignore[attr-defined]
        self._say("220 test")
        recipients: list[str] = []
        for raw in self.rfile:
            verb, _, rest = raw.decode().strip().partition(" ")
            match verb.upper():
                case "EHLO" | "HELO" | "MAIL" | "RSET":
                    self._say("250 OK")
                case "RCPT":
                    recipients.append(rest.partition(":")[2].strip("<> "))
                    self._say(mine.to_recipient)
                case "DATA":
                    self._say("354 go on")
                    mine.taken.append((recipients, self._message()))
                    recipients = []
                    if not mine.to_data:
                        return  # taken, and nobody is told
                    if not mine.to_data.startswith("250"):
                        mine.taken.pop()
                    self._say(mine.to_data)
                case "QUIT":
                    self._say("221 bye")
                    return
                case _:
                    self._say("500 what?")

    def _message(self) -> EmailMessage:
        lines = []
        for raw in self.rfile:
            if raw == b".\r\n":
                break
            lines.append(raw[1:] if raw.startswith(b"..") else raw)
        return email.message_from_bytes(b"".join(lines), policy=email.policy.default)

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class _Listening(socketserver.ThreadingTCPServer):
    allow_reuse_address, daemon_threads = True, True


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """One that listens on a port of its own while the test runs."""
    found = MailServer()
    with _Listening(("127.0.0.1", 0), _Session) as listening:
        listening.of = found  # type: ignore[attr-defined]
        found.port = listening.server_address[1]
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield found
        listening.shutdown()
