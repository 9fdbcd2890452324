"""`fileroom up [--demo] [--port N] [--check]`: everything that serving needs, in one command; stopped together too.

This process runs the database (unless the environment names another), the sequencer, and the web server as a child.
It must come to Django before anything else does, for the settings are read from the environment that it prepares.
Exit status: 0 stopped as asked; 1 `--check` found the first page wanting; 4 the environment or the port will not do;
70 a part ended by itself.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from argparse import ArgumentParser, Namespace
from contextlib import ExitStack
from http import HTTPStatus
from types import FrameType
from typing import TYPE_CHECKING

from fileroom.cli import installation
from fileroom.hosting.embedded import EmbeddedServer
from fileroom.hosting.embedded.account import ends_with_us

if TYPE_CHECKING:
    from argparse import _SubParsersAction

FOUND, INVALID, BROKEN = 1, 4, 70
ASKS_TO_STOP = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
ADDRESS = "127.0.0.1"
GRACE_S = 4  # for pages that are being answered when we are asked to stop
FIRST_PAGE_S = 180.0  # the first start of all compiles the sieve before it answers
DEMO_TELEPHONE, DEMO_AFTER_HOURS = "(559) 555-0134", "(559) 555-0119"  # 555-01xx is nobody's


class Ended(Exception):
    """The database or the web server is gone though nobody asked it to stop."""


class Stop(BaseException):
    """Somebody asked us to stop."""


def register(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add `up`. It serves every district and prepares the settings itself: needs_district=False."""
    parser = commands.add_parser("up", help="start everything and serve until stopped")
    parser.add_argument("--demo", action="store_true", help="make the demonstration district on the first start")
    parser.add_argument("--port", type=int, default=8000, metavar="N", help="on 127.0.0.1; 8000 unless given")
    parser.add_argument("--check", action="store_true", help="start, fetch the first page, stop")
    parser.set_defaults(run=run, needs_district=False)


def run(args: Namespace) -> int:
    """Start in order, serve, stop in reverse order; returns the exit status."""
    heard = listen()
    try:
        with ExitStack() as parts:
            return _serve(args, parts, heard)
    except Stop:
        _say("stopped")
        return 0
    except installation.UNFIT as error:
        _say(str(error))
        return INVALID
    except Ended as error:
        _say(str(error))
        return BROKEN


def listen() -> list[int]:
    """From now on a request to stop raises Stop, once: while we are stopping, further ones change nothing.

    What was heard stands in the list too. An exception can be lost: Python ignores what is raised while an object is
    let go or just after a fork.
    """
    heard: list[int] = []

    def stop(sign: int, frame: FrameType | None) -> None:
        heard.append(sign)
        for each in ASKS_TO_STOP:
            signal.signal(each, signal.SIG_IGN)
        raise Stop

    for sign in ASKS_TO_STOP:
        signal.signal(sign, stop)
    return heard


def _serve(args: Namespace, parts: ExitStack, heard: list[int]) -> int:
    _free_port(args.port)
    database = installation.start(parts)
    people = _districts(demo=args.demo)
    start_rounds(parts)
    web = _web_server(args.port, parts)
    status = _first_page(args.port, web)
    if args.check:
        return _checked(status, args.port)
    print(f"Fileroom serves at http://{ADDRESS}:{args.port}/   (stop: Ctrl-C)", *people, sep="\n", flush=True)
    watch(web, database, heard)
    return 0


def _checked(status: int, port: int) -> int:
    """What `--check` says of the first page's HTTP status."""
    good = status == HTTPStatus.OK
    print(f"{'ok' if good else 'bad'}: http://{ADDRESS}:{port}/ answers {status}")
    return 0 if good else FOUND


def _say(words: str) -> None:
    print(f"fileroom: {words}", file=sys.stderr, flush=True)


def _free_port(port: int) -> None:
    """Raises Unfit before anything is started, if the web server could not listen."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except (OSError, OverflowError) as error:
            raise installation.Unfit(
                f"Cannot listen on {ADDRESS}:{port} ({error}). Choose another port: --port N"
            ) from None


def _districts(*, demo: bool) -> list[str]:
    """Bring every district to today's shape; with `demo` make the demonstration if it is not there. Who may sign in.

    Raises Unfit, before anything is changed, where a district would be served half restored or without its keys.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fileroom.config.settings")
    if demo:
        os.environ.setdefault("FILEROOM_TELEPHONE", DEMO_TELEPHONE)
        os.environ.setdefault("FILEROOM_AFTER_HOURS", DEMO_AFTER_HOURS)
    import django

    django.setup()
    from fileroom.cli import demo as demonstration
    from fileroom.hosting import register
    from fileroom.hosting.districts import migrate_all
    from fileroom.seal.store import key_store

    standing = [name for name in register.names() if _stands(name)]
    migrate_all()
    for name in standing:
        key_store().found(name)
    if not demo:
        return []
    demonstration.create()
    return list(demonstration.accounts())


def _stands(name: str) -> bool:
    """Whether there is a district to serve under this name; one that is lost is said to be. Raises Unfit."""
    from fileroom.safekeeping.services import Lost, NoGround, hold_ground

    try:
        hold_ground(name)
    except Lost as error:
        _say(str(error))
        return False
    except NoGround as error:
        raise installation.Unfit(str(error)) from None
    return True


def start_rounds(parts: ExitStack) -> None:
    """Threads of this process, one for the installation: number the ledger's entries; the upkeep; the round; trainings
    that are owed; court orders; companies; each night how the policy stands; each minute who reads like a machine;
    mails."""
    from fileroom.ledger.tasks import run_sequencer
    from fileroom.people.tasks import run_rounds
    from fileroom.programmes.policy.tasks import run_nights
    from fileroom.programmes.tasks import (
        run_companies,
        run_essentials,
        run_mail,
        run_notices,
        run_orders,
        run_reminders,
        run_social_media,
        run_training,
    )
    from fileroom.programmes.watch.tasks import run_watch
    from fileroom.safekeeping.tasks import run_upkeep

    for task in (
        run_sequencer,
        run_upkeep,
        run_rounds,
        run_social_media,
        run_training,
        run_notices,
        run_orders,
        run_companies,
        run_essentials,
        run_nights,
        run_watch,
        run_reminders,
        run_mail,
    ):
        stop = threading.Event()
        thread = threading.Thread(target=task, args=(stop,), name=task.__name__, daemon=True)
        thread.start()
        parts.callback(thread.join, 2.0)
        parts.callback(stop.set)


def server_command(port: int) -> list[str]:
    """How the web server is started."""
    command = [sys.executable, "-m", "gunicorn", "fileroom.config.wsgi:application", "--bind", f"{ADDRESS}:{port}"]
    command += ["--worker-class", "gthread", "--workers", "2", "--threads", "8", "--graceful-timeout", str(GRACE_S - 1)]
    command += ["--preload", "--no-control-socket", "--log-level", "warning"]
    return [*command, "--logger-class", "fileroom.config.server_log.ServerLog"]


def _web_server(port: int, parts: ExitStack) -> subprocess.Popen[bytes]:
    """gunicorn: a child away from our terminal, that ends when we do, however we do."""
    web = subprocess.Popen(server_command(port), start_new_session=True, preexec_fn=ends_with_us(signal.SIGQUIT))
    parts.callback(_end, web)
    return web


def _end(web: subprocess.Popen[bytes]) -> None:
    """Let it answer what it is answering, for a moment; then its whole group must go."""
    web.terminate()
    try:
        web.wait(GRACE_S)
    except subprocess.TimeoutExpired:
        os.killpg(web.pid, signal.SIGKILL)
        web.wait()


def _first_page(port: int, web: subprocess.Popen[bytes]) -> int:
    """Wait until the first page answers; its HTTP status. Raises Ended if nothing answers, or the server is gone."""
    deadline = time.monotonic() + FIRST_PAGE_S
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    words = ""
    while time.monotonic() < deadline and web.poll() is None:
        try:
            with direct.open(f"http://{ADDRESS}:{port}/", timeout=10) as page:
                return int(page.status)
        except urllib.error.HTTPError as answer:
            answer.close()
            return answer.code
        except OSError as error:
            words = str(error)
            time.sleep(0.1)
    raise Ended(f"The web server does not answer: {words}. What it said stands above.")


def watch(web: subprocess.Popen[bytes], database: EmbeddedServer | None, heard: list[int]) -> None:
    """Serve until somebody asks us to stop, or has while we started. Raises Ended if a part goes by itself."""
    while True:
        if heard:
            raise Stop
        time.sleep(0.3)
        if web.poll() is not None:
            raise Ended(f"The web server ended by itself (exit {web.returncode}). Start again.")
        if database is not None and database.ended():
            raise Ended(f"The database ended by itself; its words are in {database.log_path}. Start again.")
