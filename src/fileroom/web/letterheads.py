"""What a letter bears of the door through which it was asked for."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from fileroom.disclosure.apart import Enter
from fileroom.letters import Letterhead
from fileroom.programmes.enforcement.family_letter import Desk
from fileroom.programmes.enforcement.letters_at_once import with_letters
from fileroom.web.context import district_name


def letterhead(request: HttpRequest) -> Letterhead:
    """Who writes, as the door knows it."""
    return Letterhead(
        district_name(), settings.STUDENT_RECORDS_TELEPHONE, request.build_absolute_uri(reverse("check_paper"))
    )


def desk(request: HttpRequest) -> Desk:
    """The same for a letter to a family, with the address of the page that tells it of its rights."""
    return Desk(letterhead(request), request.build_absolute_uri(reverse("know_your_rights")))


def with_a_letter(request: HttpRequest, enter: Enter) -> Enter:
    """Enters a request by immigration enforcement as `enter` does, and has the letter to the family lie ready."""
    return with_letters(enter, desk(request))
