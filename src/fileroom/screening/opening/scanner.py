"""ClamAV's daemon asked over its socket, before a document is opened (docs/decisions/0054).

Where a district names one, nothing is opened that it has not looked into: what it finds is malware, and what it does
not answer for is not examined. It only adds refusals. `use` is told by the outermost: the sieve reads no setting.
"""

from __future__ import annotations

import ipaddress
import re
import select
import socket
import struct
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from fileroom.screening.parts import Extracted, Outcome

SETTING = "FILEROOM_CLAMD"
SECONDS = 20.0  # for one document, with the wait for the daemon to be free
CHUNK = 256 * 1024
LONGEST_ANSWER = 4096
# What these name is no harmful program: the daemon says so that it did not look into all of it.
NOT_ALL_OF_IT = re.compile(r"Heuristics\.Limits\.Exceeded|\(null\)")
LOCKED = re.compile(r"Heuristics\.Encrypted")
NO_NAME = re.compile(r"[^\w.:/+-]+", re.ASCII)
SILENT = "The scanner for harmful programs did not answer for it, so it was not opened."
NO_SCANNER = f"{SETTING} names no scanner: it is unix:/PATH or tcp://127.0.0.1:PORT, on this machine."
TOO_BIG = "It is larger than the scanner for harmful programs looks into."


@dataclass(frozen=True)
class Scanner:
    """The daemon at a socket of this machine. `address` is as it was given."""

    address: str
    family: socket.AddressFamily
    where: str | tuple[str, int]

    def scan(self, body: bytes, seconds: float = SECONDS) -> Extracted | None:
        """What it says against the document; None where it looked into all of it and found nothing."""
        try:
            answer = self._asked(b"zINSTREAM\0", time.monotonic() + seconds, body)
        except OSError:
            return _not_opened(Outcome.QUARANTINE, SILENT)
        return _meant(answer)

    def answers(self, seconds: float = SECONDS) -> bool:
        """Whether it is there."""
        try:
            return self._asked(b"zPING\0", time.monotonic() + seconds) == "PONG"
        except OSError:
            return False

    def _asked(self, command: bytes, until: float, body: bytes | None = None) -> str:
        """Its answer to one command; blank where it ended before it had given one. Raises OSError."""
        with socket.socket(self.family, socket.SOCK_STREAM) as line:
            _in_time(line, until)
            line.connect(self.where)
            try:
                line.sendall(command)
                if body is not None:
                    _send(line, body, until)
            except (BrokenPipeError, ConnectionResetError):
                pass  # it has heard enough, and why stands in its answer
            answer = b""
            while b"\0" not in answer and len(answer) < LONGEST_ANSWER:
                _in_time(line, until)
                if not (more := line.recv(LONGEST_ANSWER)):
                    return ""
                answer += more
            return answer.partition(b"\0")[0].decode("utf-8", "replace")


def _send(line: socket.socket, body: bytes, until: float) -> None:
    """The document in pieces, each behind its length, and an empty one; no byte more once it has begun to answer."""
    ready = select.poll()
    ready.register(line, select.POLLIN | select.POLLOUT)
    for start in (*range(0, len(body), CHUNK), len(body)):
        piece = body[start : start + CHUNK]
        left = memoryview(struct.pack(">I", len(piece)) + piece)
        while left:
            can = ready.poll(_in_time(line, until) * 1000)
            if not can:
                raise TimeoutError
            if can[0][1] & select.POLLIN:
                return
            left = left[line.send(left) :]


def _in_time(line: socket.socket, until: float) -> float:
    """The seconds that are left, which are the line's too. Raises TimeoutError."""
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    line.settimeout(left)
    return left


def _meant(answer: str) -> Extracted | None:
    if answer == "stream: OK":
        return None
    said = answer.removeprefix("stream: ")
    if not said.endswith(" FOUND"):
        return _not_opened(*((Outcome.TOO_BIG, TOO_BIG) if "size limit" in said else (Outcome.QUARANTINE, SILENT)))
    name = said.removesuffix(" FOUND")
    if NOT_ALL_OF_IT.match(name):
        return _not_opened(Outcome.TOO_BIG, TOO_BIG)
    if LOCKED.match(name):
        return _not_opened(Outcome.ENCRYPTED, "It opens with a password only.")
    return _not_opened(Outcome.MALWARE, f"The scanner for harmful programs found {NO_NAME.sub('…', name)[:80]} in it.")


def _not_opened(outcome: Outcome, says: str) -> Extracted:
    return Extracted((), outcome, 0, 0, says, of_the_whole=True)


def at(address: str) -> Scanner | None:
    """The scanner at an address; None where it is blank. ValueError where it is none of this machine."""
    if not address:
        return None
    path = address.removeprefix("unix:")
    if path.startswith("/"):
        return Scanner(address, socket.AF_UNIX, path)
    parts = urlsplit(address)
    host = "127.0.0.1" if parts.hostname == "localhost" else parts.hostname or ""
    try:
        here, port = ipaddress.ip_address(host), parts.port
    except ValueError:
        raise ValueError(NO_SCANNER) from None
    if parts.scheme != "tcp" or not here.is_loopback or not port:
        raise ValueError(NO_SCANNER)
    return Scanner(address, socket.AF_INET if here.version == 4 else socket.AF_INET6, (host, port))


_in_use: Scanner | None = None


def use(address: str) -> None:
    """From now on ask this one about every document; none where the address is blank. ValueError as `at`."""
    global _in_use  # one for the process, told as it begins
    _in_use = at(address.strip())


def in_use() -> Scanner | None:
    """The scanner that was named; None where none was."""
    return _in_use
