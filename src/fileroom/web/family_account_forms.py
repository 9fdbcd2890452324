"""The forms by which the office gives somebody of a family an online account. Many stand on one page, so each field's
id names whose it is."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import QueryDict

from fileroom.casework.links import LANGUAGES
from fileroom.web.language_names import language_name
from fileroom.web.vendor_forms import one_of
from fileroom.web.written import Sentence

ADDRESS = 254
LOOK = {"required": "Look at their photo ID first."}


def _look() -> forms.BooleanField:
    return forms.BooleanField(label="I have looked at their photo ID today", error_messages=LOOK)


class GiveAccount(forms.Form):
    """By which address they sign in, in which language their pages speak, and that their ID was looked at. `of`: the
    relationship, or the student's own id."""

    email = Sentence("Their e-mail address", ADDRESS, "They sign in by it; no mail is sent")

    def __init__(self, sent: QueryDict | None = None, *, of: UUID) -> None:
        super().__init__(sent, auto_id=f"id_account_{of}_%s")
        self.of = of
        languages = [(code, language_name(code)) for code in LANGUAGES]
        self.fields["language"] = one_of("The language of their pages", languages)
        self.fields["looked"] = _look()


class NewLink(forms.Form):
    """That their ID was looked at, before they get another link."""

    def __init__(self, sent: QueryDict | None = None, *, of: UUID) -> None:
        super().__init__(sent, auto_id=f"id_link_{of}_%s")
        self.of = of
        self.fields["looked"] = _look()


class CloseAccount(forms.Form):
    """Nothing is asked."""
