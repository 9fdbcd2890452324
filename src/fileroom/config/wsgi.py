"""The web server's way in."""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from django.utils.http import parse_header_parameters

from fileroom.screening import engine

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fileroom.config.settings")
pages = get_wsgi_application()
# All that the first page would wait for, here: a server that loads this once forks its workers with it (cli/up.py).
get_resolver().url_patterns  # noqa: B018  (reading it imports the pages)
engine.ready()
READABLE = ("utf-8", "utf8", "us-ascii")
UNREADABLE = "application/octet-stream; charset=unreadable"


def application(environ: dict[str, Any], start_response: "StartResponse") -> Iterable[bytes]:
    """Django, told of no alphabet but its own.

    It asks Python for whatever codec a request names, before any middleware, and not every codec reads text. Under
    the name given here it looks none up, and web.middleware.refuse_unreadable answers with the plain page.
    """
    try:
        _, given = parse_header_parameters(environ.get("CONTENT_TYPE", ""))
    except ValueError:
        given = {"charset": ""}
    if given.get("charset", READABLE[0]).lower() not in READABLE:
        environ["CONTENT_TYPE"] = UNREADABLE
    return pages(environ, start_response)
