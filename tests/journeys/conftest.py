"""A district with people in it, a web server, and a browser: what a journey walks through."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPResponse
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from fileroom.hosting.embedded import EmbeddedServer, Urls
from fileroom.screening import engine
from tests.conftest import DISTRICTS
from tests.house.statements import unlogged_reads

# Playwright keeps an event loop in this thread; the tests' own visits to the database are plain calls all the same.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
OPENS = re.compile(r"ciphertext|\*")
TOP = Path(__file__).resolve().parents[2]
SCREENSHOTS = TOP / "var" / "screenshots"
PASSWORD = "fileroom-demo-2026"
MAIL = "smtp://127.0.0.1:9?tls=none&from=records@alder-creek.test"


@dataclass(frozen=True)
class Site:
    """The served district: its address, and the demonstration's people."""

    address: str
    ana: str
    devon: str
    priya: str


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="package", autouse=True)
def every_look_of_a_journey_has_its_entry(server: tuple[EmbeddedServer, Urls]) -> Iterator[None]:
    """In what all journeys asked of the database nothing reads a ciphertext without its entry in the same statement."""
    log = server[0].log_path
    begin = log.stat().st_size
    yield
    with log.open("rb") as said:
        said.seek(begin)
        reads = unlogged_reads(said.read().decode(errors="replace"))
    # A backup asks for the names of the object files, by a cursor of the server's, and opens none.
    assert [read for read in reads if not read.startswith("DECLARE") or OPENS.search(read)] == []


@pytest.fixture(scope="session")
def web_server(installation: Urls) -> Iterator[int]:
    """gunicorn over the installation of the tests, as `up` runs it, its sieve compiled before. Yields its port."""
    engine.ready()
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", "tests.journeys.served:application", "--bind", f"127.0.0.1:{port}"]
    command += ["--worker-class", "gthread", "--threads", "4", "--no-control-socket", "--log-level", "warning"]
    command += ["--graceful-timeout", "3"]  # nobody waits for a page any more where the journeys end
    log = (TOP / "var" / "web-of-tests.log").open("wb")
    # The pages know of a mail server; it is the round that sends, which a journey goes itself.
    more = {"PYTHONPATH": f"{TOP / 'src'}{os.pathsep}{TOP}", "FILEROOM_MAIL_URL": MAIL}
    server = subprocess.Popen(command, stdout=log, stderr=log, env=os.environ | more)
    request = urllib.request.Request(f"http://127.0.0.1:{port}/sign-in/", headers={"Host": DISTRICTS["alder_creek"]})
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(150):
        try:
            direct.open(request, timeout=5).close()
            break
        except OSError:
            time.sleep(0.1)
    yield port
    server.terminate()
    server.wait(10)
    log.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One headless browser; host names under .test lead to this machine."""
    program = next(filter(None, map(shutil.which, BROWSERS)))
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    arguments += ["--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP *.test 127.0.0.1"]
    arguments += ["--no-proxy-server"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def site(district: str, web_server: int) -> Site:
    """The demonstration's people in an empty district, served."""
    from fileroom.collection.demonstration import file_first_records
    from fileroom.people import founding

    now = datetime.now(UTC)
    people = founding.demonstration(PASSWORD, at=now)
    file_first_records(people, at=now)
    address = f"http://{DISTRICTS[district]}:{web_server}"
    return Site(address, str(people.ana), str(people.devon), str(people.priya))


def admitted(site: Site, name: str) -> tuple[dict[str, str], str]:
    """What the sign-in page gives to whoever fills it in: cookies, and the page it leads to.

    Asked without the browser, which takes twice as long: test_a_district_begins and others fill in the page itself.
    """
    where = urlsplit(site.address)
    door = HTTPConnection("127.0.0.1", where.port or 80, timeout=30)
    cookies: SimpleCookie = SimpleCookie()

    def ask(method: str, **form: str) -> tuple[HTTPResponse, str]:
        sent = {"Host": where.netloc, "Origin": site.address, "Accept-Language": "en-US"}
        sent |= {"Content-Type": "application/x-www-form-urlencoded"} if form else {}
        sent["Cookie"] = "; ".join(f"{it}={of.coded_value}" for it, of in cookies.items())
        door.request(method, "/sign-in/", urlencode(form) if form else None, sent)
        answer = door.getresponse()
        for one in answer.headers.get_all("Set-Cookie", []):
            cookies.load(one)
        return answer, answer.read().decode()

    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', ask("GET")[1])
    assert token is not None
    answer, _ = ask("POST", login=name, password=PASSWORD, csrfmiddlewaretoken=token[1])
    door.close()
    assert answer.status == 302, f"{name} is not let in: {answer.status}"
    return {it: of.coded_value for it, of in cookies.items()}, str(answer.headers["Location"])


@pytest.fixture
def signed_in(site: Site, chromium: Browser) -> Iterator[Callable[[str], Page]]:
    """Sign somebody in, each in a browser context of their own, on the page that this leads to.

    A page's own script errors fail the test.
    """
    contexts, faults = [], []

    def sign_in(name: str) -> Page:
        context = chromium.new_context(locale="en-US", viewport={"width": 1280, "height": 900})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        cookies, leads_to = admitted(site, name)
        context.add_cookies([{"name": it, "value": of, "url": site.address} for it, of in cookies.items()])
        page.goto(site.address + leads_to)
        return page

    yield sign_in
    for context in contexts:
        context.close()
    assert not faults


def photograph(page: Page, name: str) -> None:
    """The page at 1280 and 360 px, for people to look at: FILEROOM_PHOTOGRAPHS=1 script/test tests/journeys."""
    if not os.environ.get("FILEROOM_PHOTOGRAPHS"):
        return
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.wait_for_load_state()
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=SCREENSHOTS / f"{name}-{width}.png", full_page=True)
    page.set_viewport_size({"width": 1280, "height": 900})
