"""A district's published forms, fetched from its public site: over https alone, little, and from nowhere inside.

A host is looked up once, each of its addresses must be public, and the connection goes to that very address: a name
that points elsewhere a moment later leads nowhere. A redirect is followed on the same host only.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin, urlsplit

LARGEST, MOST_BYTES, MOST_FILES, MOST_SECONDS, MOST_REDIRECTS = 25 << 20, 100 << 20, 40, 120.0, 3
CHUNK = 1 << 16
FORMS = (".pdf", ".docx", ".xlsx", ".rtf", ".htm", ".html")
LINK = re.compile(rb"""href\s*=\s*["']?([^"'\s>]+)""", re.I)


TOO_LONG = "it takes longer than is waited."
# Through it an address of the older kind is reached by one of the newer (RFC 6052).
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class Unfetched(Exception):
    """It is not fetched. `str()` says which address, and why."""


@dataclass(frozen=True)
class Fetched:
    """A file of the site."""

    name: str
    body: bytes


class Site:
    """One host's files, within limits for all of them together."""

    def __init__(self, address: str) -> None:
        """Raises Unfetched where the address is none of a public site."""
        parts = urlsplit(address)
        try:
            port = parts.port or 443
        except ValueError:
            port = 0
        if parts.scheme != "https" or not parts.hostname or port != 443 or parts.username or parts.password:
            raise Unfetched(f"{address}: an address of the form https://HOST/… is needed.")
        self._host, self._first = parts.hostname, address
        self._until, self._left = time.monotonic() + MOST_SECONDS, MOST_BYTES
        self._to = _public(self._host)

    def forms(self) -> Iterator[Fetched | Unfetched]:
        """What lies at the address, and the forms that a page there leads to on the same host."""
        page = self._get(self._first)
        yield page
        if page.name.lower().endswith(FORMS[:4]):
            return
        links = dict.fromkeys(
            urljoin(self._first, unescape(it.decode("utf-8", "replace"))) for it in LINK.findall(page.body)
        )
        wanted = [it for it in links if urlsplit(it).path.lower().endswith(FORMS[:4]) and self._is_ours(it)]
        for link in wanted[:MOST_FILES]:
            try:
                yield self._get(link)
            except Unfetched as error:
                yield error
        if len(wanted) > MOST_FILES:
            yield Unfetched(
                f"{len(wanted) - MOST_FILES} more forms are linked there; fetch them by hand, into a folder."
            )

    def _is_ours(self, address: str) -> bool:
        parts = urlsplit(address)
        return (
            parts.scheme == "https"
            and parts.hostname == self._host
            and parts.netloc in (self._host, f"{self._host}:443")
        )

    def _get(self, address: str) -> Fetched:
        for _ in range(MOST_REDIRECTS + 1):
            if not self._is_ours(address):
                raise Unfetched(f"{address}: it leads to another host, and was not followed.")
            try:
                found = self._once(address)
            except (OSError, http.client.HTTPException) as error:
                raise Unfetched(f"{address}: it is not reached ({type(error).__name__}).") from None
            if isinstance(found, Fetched):
                return found
            address = urljoin(address, found)
        raise Unfetched(f"{address}: it leads on and on.")

    def _once(self, address: str) -> Fetched | str:
        """The file, or where it has gone."""
        parts = urlsplit(address)
        way = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        left = max(0.1, self._until - time.monotonic())
        connection = Pinned(self._host, self._to, timeout=min(20.0, left))
        # A timeout is for one piece; a site that sends a byte at a time keeps to it for ever.
        deadline = threading.Timer(left, connection.hang_up)
        deadline.start()
        try:
            connection.request("GET", way, headers={"User-Agent": "fileroom-screen", "Accept-Encoding": "identity"})
            answer = connection.getresponse()
            if answer.status in (301, 302, 303, 307, 308) and (location := answer.getheader("Location")):
                return location
            if answer.status != 200:
                raise Unfetched(f"{address}: the site answers {answer.status}.")
            return Fetched(parts.path.rpartition("/")[2] or "index.html", self._body(answer, address))
        except (OSError, http.client.HTTPException):
            self._in_time(address)
            raise
        finally:
            deadline.cancel()
            connection.close()

    def _in_time(self, address: str) -> None:
        if time.monotonic() > self._until:
            raise Unfetched(f"{address}: {TOO_LONG}")

    def _body(self, answer: http.client.HTTPResponse, address: str) -> bytes:
        body = bytearray()
        while chunk := answer.read1(CHUNK):
            body += chunk
            self._left -= len(chunk)
            if len(body) > LARGEST or self._left < 0:
                raise Unfetched(f"{address}: it is larger than is fetched.")
            self._in_time(address)
        self._in_time(address)
        if answer.length:
            raise Unfetched(f"{address}: it is cut short.")
        return bytes(body)


class Pinned(http.client.HTTPSConnection):
    """A connection to this address and no other; the certificate must be the host's."""

    def __init__(self, host: str, to: str, *, timeout: float) -> None:
        self._context = ssl.create_default_context()
        super().__init__(host, 443, timeout=timeout, context=self._context)
        self._to = to
        self.plain: socket.socket | None = None

    def connect(self) -> None:
        """To the address that was looked up."""
        plain = socket.create_connection((self._to, 443), self.timeout)
        # Whoever hangs up does so below TLS, which may be waiting just then.
        self.plain = plain.dup()
        self.sock = self._context.wrap_socket(plain, server_hostname=self.host)

    def hang_up(self) -> None:
        """End whatever is waited for on it. From any thread."""
        if self.plain is not None:
            with contextlib.suppress(OSError):
                self.plain.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """As any connection's."""
        super().close()
        if self.plain is not None:
            self.plain.close()


def _public(host: str) -> str:
    """An address of the host, all of which must be public."""
    try:
        found = [str(it[4][0]) for it in socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):
        raise Unfetched(f"{host}: nobody knows this host.") from None
    for address in found:
        if not _is_public(address):
            raise Unfetched(f"{host}: it is an address inside, and is not asked.")
    return found[0]


def _is_public(address: str) -> bool:
    it = ipaddress.ip_address(address.partition("%")[0])
    if it in NAT64:
        it = ipaddress.IPv4Address(int(it) & 0xFFFFFFFF)
    if isinstance(it, ipaddress.IPv6Address) and (
        inner := it.ipv4_mapped or it.sixtofour or (it.teredo or (0, None))[1]
    ):
        return inner.is_global and not inner.is_multicast
    return it.is_global and not it.is_multicast
