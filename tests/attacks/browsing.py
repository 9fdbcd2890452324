"""A browser without a screen: signed in at one district's host, with the program's own middleware and no shortcuts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.conftest import DISTRICTS

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

    from fileroom.people.signed_in import SignedIn

HOST = DISTRICTS["alder_creek"]
ELSEWHERE = DISTRICTS["mesa_verde"]
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')


def browser(by: SignedIn | None = None, *, host: str = HOST, csrf: bool = False) -> Client:
    """A client at a host of the installation; `csrf` keeps Django's check of forms on."""
    from django.contrib.auth import get_backends
    from django.test import Client

    from fileroom.hosting import district_transaction

    client = Client(enforce_csrf_checks=csrf, HTTP_HOST=host, raise_request_exception=False)
    if by is not None:
        backend = get_backends()[0]
        with district_transaction():
            client.force_login(by.account, f"{type(backend).__module__}.{type(backend).__qualname__}")
    return client


def same_page(response: HttpResponse) -> tuple[int, bytes, dict[str, str]]:
    """What the person gets: status, body and headers, without what is new on each visit anyway."""
    headers = {name: value for name, value in response.items() if name != "Set-Cookie"}
    return response.status_code, TOKEN.sub(b"", response.content), headers
