"""A crew on many machines: the workers of a Dask scheduler, over TLS; over plain tcp on this machine alone.

What goes between us and them is pickled, and whoever can speak to a scheduler can make its workers run anything. So
each side shows a certificate of the one authority that was named for it, and no address but loopback goes without.
"""

from __future__ import annotations

import ipaddress
import os
import ssl
from collections.abc import Callable, Iterable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from distributed import Client, Security
from distributed import Future as Asked
from distributed.client import ClosedClientError
from distributed.scheduler import KilledWorker

from fileroom.collection.crews import AHEAD, Ended, OutOfReach
from fileroom.collection.sweep.edition import edition

Result = TypeVar("Result")
LEAST_TLS = ssl.TLSVersion.TLSv1_3
LOCALHOST = "localhost"
GONE = "The scheduler is gone. Start it again, and give the same command."


@dataclass(frozen=True)
class Papers:
    """By what we are known to the scheduler and its workers, and they to us: PEM files."""

    authority: Path
    certificate: Path
    key: Path


def secured(address: str, papers: Papers | None) -> Security:
    """How this scheduler is spoken to. Raises OutOfReach where the address or the papers are not as they must be."""
    scheme, host = _parts(address)
    if scheme == "tcp" and _is_loopback(host):
        return Security(require_encryption=False)
    if scheme != "tls":
        raise OutOfReach(f"--scheduler {address}: tls://HOST:PORT is needed; tcp:// only to 127.0.0.1.")
    if papers is None:
        raise OutOfReach("--scheduler tls://…: name --tls-ca, --tls-cert and --tls-key too.")
    for file in (papers.authority, papers.certificate, papers.key):
        if not os.access(file, os.R_OK):
            raise OutOfReach(f"{file}: there is no such file, or it cannot be read.")
    return Security(
        require_encryption=True,
        tls_min_version=LEAST_TLS,
        tls_ca_file=str(papers.authority),
        tls_client_cert=str(papers.certificate),
        tls_client_key=str(papers.key),
    )


class Workers:
    """The workers of one scheduler, those that join later too. `roots`: what each of them must be able to see."""

    def __init__(self, address: str, papers: Papers | None, roots: Iterable[Path], *, within_s: float = 30.0) -> None:
        """Raises OutOfReach where it is not reached, or a worker is not fit for the sweep."""
        security = secured(address, papers)
        self.patience: float | None = within_s
        try:
            self._client = Client(address, security=security, timeout=within_s, set_as_default=False)
        except (OSError, ValueError, RuntimeError) as error:
            raise OutOfReach(f"The scheduler at {address} is not reached ({type(error).__name__}).") from None
        try:
            self._client.wait_for_workers(1, timeout=within_s)
            self._refuse_unfit([os.path.abspath(it) for it in roots])
        except TimeoutError:
            self.close()
            raise OutOfReach(f"No worker has joined the scheduler at {address}. Start one (it-lead.md).") from None
        except OutOfReach:
            self.close()
            raise
        except OSError:  # one was still listed that had just ended
            self.close()
            raise OutOfReach("A worker ended as it was asked what it sees. Give the same command.") from None
        self.ahead = AHEAD * sum(self._client.nthreads().values())

    def _refuse_unfit(self, roots: list[str]) -> None:
        encrypted = self._client.security.require_encryption
        for worker, (own, unseen) in self._client.run(_fit, roots).items():
            scheme, host = _parts(worker)
            if not (scheme == "tls" if encrypted else _is_loopback(host)):
                raise OutOfReach(f"The worker {worker} is spoken to without encryption. Start it with TLS.")
            if own != edition():
                raise OutOfReach(f"The worker {worker} runs another edition of Fileroom. Start it from the same copy.")
            if unseen:
                raise OutOfReach(f"The worker {worker} does not see {unseen[0]}. It must be there under the same name.")

    def submit(self, work: Callable[..., Result], *given: object) -> Future[Result]:
        """As the crew's."""
        future: Future[Result] = Future()
        loop = self._client.loop
        try:
            asked = self._client.submit(work, *given, pure=False)
        except ClosedClientError:
            raise OutOfReach(GONE) from None
        if loop is None:
            raise OutOfReach(GONE)
        loop.add_callback(_passed_on, asked, future)
        return future

    def result(self, future: Future[Result]) -> Result:
        """As the crew's."""
        try:
            return future.result()
        except KilledWorker as error:
            raise Ended from error
        except CancelledError:
            raise OutOfReach(GONE) from None

    def alone(self, work: Callable[..., Result], *given: object) -> Result:
        """As the crew's."""
        return self.result(self.submit(work, *given))

    def look_round(self) -> None:
        """As the crew's."""
        try:
            workers = self._client.nthreads()
        except (OSError, RuntimeError):
            workers = {}
        if not workers:
            raise OutOfReach("No worker is left. Start one, and give the same command.")

    def close(self) -> None:
        """As the crew's; the scheduler and its workers go on without us."""
        self._client.close()


async def _passed_on(asked: Asked[Any], future: Future[Any]) -> None:
    """What comes of the work, to who waits for it in another thread.

    Dask's own executor looks once more how the work stands when its answer is there, and trips over it where the worker
    has just ended and the work is begun anew.
    """
    try:
        future.set_result(await asked)
    except BaseException as error:  # of whatever kind: who takes the result raises it, and would else wait for ever
        future.set_exception(error)


def _fit(roots: list[str]) -> tuple[str, list[str]]:
    """In a worker: its edition, and which of these it does not see."""
    return edition(), [it for it in roots if not os.path.lexists(it)]


def _parts(address: str) -> tuple[str, str]:
    try:
        parts: Any = urlsplit(address)
        return parts.scheme, parts.hostname or "" if parts.port else ""
    except ValueError:
        return "", ""


def _is_loopback(host: str) -> bool:
    try:
        return host == LOCALHOST or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
