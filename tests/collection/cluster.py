"""A Dask scheduler and its workers as a district would start them: processes of this machine, over mutual TLS."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from fileroom.collection.scheduler import Papers

TO_START_S = 120.0
# As the handbook says: else Dask watches itself for a twentieth of the time.
QUIET = {"DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False", "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "500ms"}
ROOT = Path(__file__).parents[2]


@dataclass
class Cluster:
    """What was started. `workers` have nobody who starts them again: whoever is killed stays dead."""

    address: str
    papers: Papers
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]

    def kill(self, number: int) -> None:
        """End a worker as the kernel does when memory is short."""
        self.workers[number].send_signal(signal.SIGKILL)
        self.workers[number].wait()

    @property
    def options(self) -> list[str]:
        """What `fileroom screen` is told to have these do the work."""
        papers = self.papers
        tls = ("--tls-ca", papers.authority, "--tls-cert", papers.certificate, "--tls-key", papers.key)
        return ["--scheduler", self.address, *map(str, tls)]


def papers(folder: Path, name: str) -> Papers:
    """An authority of its own, and a certificate of it for this machine."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Papers(folder / f"{name}-ca.pem", folder / f"{name}.pem", folder / f"{name}-key.pem")
    authority, own = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"{name} authority")])
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"{name} sweep")])
    for_this = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    for path, body in (
        (made.authority, _signed(issuer, issuer, authority, authority, x509.BasicConstraints(True, 0))),
        (made.certificate, _signed(subject, issuer, own, authority, for_this)),
    ):
        path.write_bytes(body.public_bytes(serialization.Encoding.PEM))
    pem = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    made.key.write_bytes(own.private_bytes(*pem))
    made.key.chmod(0o600)
    return made


def _signed(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    by: ec.EllipticCurvePrivateKey,
    more: x509.ExtensionType,
) -> x509.Certificate:
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number()).not_valid_before(now - timedelta(hours=1))
    made = made.not_valid_after(now + timedelta(days=1)).add_extension(more, critical=False)
    return made.sign(by, hashes.SHA256())


def slow(number: int) -> int:
    """Work that a worker has at hand when it is killed."""
    time.sleep(0.05)
    return number * 2


def fatal_at_three(number: int) -> int:
    """Work that one item of turns fatal."""
    if number == 3:
        os._exit(9)
    return number * 2


def gives_up(_number: int) -> int:
    """Work that ends by no common error."""
    raise asyncio.CancelledError


class LateAnswer:
    """An answer so large that it is unpacked beside all else; whoever does that first ends the worker that gave it."""

    def __reduce__(self) -> tuple[object, ...]:
        return _unpacked, (os.getpid(), os.urandom(12_000_000))


def _unpacked(worker: int, _body: bytes) -> str:
    with suppress(ProcessLookupError):
        os.kill(worker, signal.SIGKILL)
    time.sleep(1)  # and it is done once more by another, who is not yet ready
    return "told"


def answers_late(_number: int) -> LateAnswer:
    """Work whose answer is on its way when its worker ends."""
    time.sleep(3)
    return LateAnswer()


@contextmanager
def cluster(folder: Path, workers: int, *, nanny: bool = False) -> Iterator[Cluster]:
    """Start a scheduler and so many workers of one thread; end them all. `nanny`: who ends is started anew."""
    papered = papers(folder, "sweep")
    tls = ["--tls-ca-file", papered.authority, "--tls-cert", papered.certificate, "--tls-key", papered.key]
    common = [*map(str, tls), "--no-dashboard", "--host", "tls://127.0.0.1"]
    about = folder / "scheduler.json"
    started = [_start("dask_scheduler", folder, *common, "--port", "0", "--scheduler-file", str(about))]
    try:
        address = _address(about)
        for number in range(workers):
            own = (
                "--nthreads",
                "1",
                "--nanny" if nanny else "--no-nanny",
                "--local-directory",
                str(folder / f"worker-{number}"),
            )
            started.append(_start("dask_worker", folder, address, *common, *own, "--memory-limit", "0"))
        yield Cluster(address, papered, started[0], started[1:])
    finally:
        for process in reversed(started):
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """With all that it started."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(5)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _start(program: str, folder: Path, *words: str) -> subprocess.Popen[bytes]:
    path = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    env = {**os.environ, **QUIET, "PYTHONPATH": path, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
    with (folder / f"{program}.log").open("ab") as log:
        command = [sys.executable, "-W", "ignore", "-m", f"distributed.cli.{program}", *words]
        return subprocess.Popen(command, stdout=log, stderr=log, env=env, cwd=folder, start_new_session=True)


def _address(about: Path) -> str:
    until = time.monotonic() + TO_START_S
    while time.monotonic() < until:
        try:
            return str(json.loads(about.read_text())["address"])
        except (OSError, ValueError):
            time.sleep(0.1)
    raise TimeoutError("the scheduler did not start")
