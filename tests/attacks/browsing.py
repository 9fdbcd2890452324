"""A browser without a screen: signed in at one district's host, with the program's own middleware and no shortcuts."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING
from uuid import uuid4

from tests.conftest import DISTRICTS

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client
    from django.test.client import ClientHandler

    from fileroom.people.signed_in import SignedIn

HOST = DISTRICTS["alder_creek"]
ELSEWHERE = DISTRICTS["mesa_verde"]
TOKEN = re.compile(rb'name="(?:csrfmiddlewaretoken|once|asking)" value="[^"]+"')
OF_A_ROW = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{32,}\b|\b[A-Za-z0-9]{64}\b")
# The program's middleware, with Django's check of forms and without. It is loaded once a process, as a server loads it:
# each loading looks at every static file there is, and a test has several clients.
LOADED: dict[bool, ClientHandler] = {}


def browser(by: SignedIn | None = None, *, host: str = HOST, csrf: bool = False) -> Client:
    """A client at a host of the installation, signed in this moment; `csrf` keeps Django's check of forms on."""
    from django.contrib.auth import get_backends
    from django.test import Client

    from fileroom.hosting import district_transaction

    client = loaded(Client(enforce_csrf_checks=csrf, HTTP_HOST=host, raise_request_exception=False), csrf=csrf)
    if by is not None:
        backend = get_backends()[0]
        with district_transaction():
            by.account.refresh_from_db(fields=["turn"])  # what has ended its sessions since ends no new one
            client.force_login(by.account, f"{type(backend).__module__}.{type(backend).__qualname__}")
    return client


def loaded(client: Client, *, csrf: bool = False) -> Client:
    """The client, its requests going through the middleware that is loaded."""
    if csrf not in LOADED:
        client.handler.load_middleware()
        LOADED[csrf] = client.handler
    client.handler = LOADED[csrf]
    return client


def form(**fields: object) -> dict[str, object]:
    """A form as its page gave it out, with an id of its own (web.once)."""
    return {"once": str(uuid4()), **fields}


def same_page(client: Client, address: str, *, name: str = "") -> tuple[int, bytes, dict[str, str]]:
    """What the person gets: status, body, headers; but for the form's token, the address typed and their own name."""
    answer: HttpResponse = client.get(address)  # type: ignore[assignment]  # the client's own class of answers
    headers = {key: value for key, value in answer.items() if key not in ("Set-Cookie", "Content-Length")}
    body = TOKEN.sub(b"", answer.content).replace(address.encode(), b"/address/")
    return answer.status_code, body.replace(name.encode(), b"-") if name else body, headers


def checked(client: Client) -> str:
    """The ledger's page once the check that was begun on it has ended."""
    for _ in range(300):
        page: str = client.get("/ledger/").content.decode()
        if "The ledger is being checked" not in page:
            return page
        time.sleep(0.1)
    raise AssertionError("The check of the ledger does not end.")


def words(page: str) -> str:
    """The page's text on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def without_ids(text: str) -> str:
    """The text without what a random number wrote: the id of a row, a digest or the key of a form may
    have any four digits, or the three letters of a name."""
    return OF_A_ROW.sub(" ", text)
