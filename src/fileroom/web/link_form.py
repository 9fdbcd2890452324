"""The form of a secure link, and the page that shows its code once."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from fileroom.casework.links import LANGUAGE, Made, Wanted, Way
from fileroom.web.once import once
from fileroom.web.release_form import ask_home_language
from fileroom.web.vendor_forms import one_of

THE_STUDENT = "student"
BY_MAIL, BY_HAND = "By e-mail, to the address on file", "I hand it over, or send it myself"
LANGUAGES = (("en", "English"), ("es", "Spanish"))
NO_MAIL = "This installation has no mail server, so nothing is sent from here. You get the link to hand over."


class LinkForm(forms.Form):
    """For whom, in which language, which way, and that they are who they say. `languages`: as the form of a copy."""

    home_language = forms.BooleanField(required=False)
    language = one_of("Language of the message", LANGUAGES)
    way = one_of("How does the link reach them?", ((Way.MAIL.value, BY_MAIL), (Way.HAND.value, BY_HAND)))
    identity_checked = forms.BooleanField(
        label="I know who they are: I have seen their ID, or call them at the number on file to tell the code",
        error_messages={"required": "Say that you know who they are: the code is for them alone."},
    )  # fmt: skip

    def __init__(
        self, data: Any = None, *, people: list[tuple[str, str]] | None = None, languages: tuple[str, ...] = ()
    ) -> None:
        super().__init__(data, initial={"language": "en", "way": Way.MAIL.value if settings.MAIL else Way.HAND.value})
        ask_home_language(self, languages)
        if people is not None:
            self.fields["contact"] = one_of("For whom?", people)
            self.order_fields(["contact", "home_language", "language", "way", "identity_checked"])
        if settings.MAIL is None:
            self.fields["way"] = one_of("How does the link reach them?", ((Way.HAND.value, BY_HAND),))
            self.fields["way"].initial = Way.HAND.value

    def wanted(self, request: HttpRequest, contact: UUID | None) -> Wanted:
        """What was said, of a valid form. Raises ValidationError."""
        said = self.cleaned_data
        return Wanted(
            once(request), contact, said["language"], said["way"], said["identity_checked"], settings.LINK_DAYS,
            bool(said.get("home_language")),
        )  # fmt: skip

    def chosen(self) -> UUID | None:
        """Whom it is for, where that was asked; None: the student."""
        said: str = self.cleaned_data["contact"]
        return None if said == THE_STUDENT else UUID(said)


@never_cache
def made_page(request: HttpRequest, made: Made, *, back: str) -> HttpResponse:
    """The code, and where no mail brings it the link, this once."""
    path = f"{reverse('open_link', args=[made.token])}?{LANGUAGE}={made.language}" if made.token else ""
    address = request.build_absolute_uri(path) if path else ""
    return render(request, "links/made.html", {"made": made, "address": address, "back_url": back})
