"""The forms of an account: who is to have one, how the link reaches them, and a role with its place and its days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings

from fileroom.programmes.accounts.inviting import Way
from fileroom.programmes.accounts.joining import NAME_LENGTH, New
from fileroom.programmes.accounts.rules import REASON_LENGTH
from fileroom.programmes.accounts.standing import Place
from fileroom.web.account_words import ROLES, THE_DISTRICT
from fileroom.web.vendor_forms import one_of
from fileroom.web.written import Sentence

DISTRICT = "-"  # in place of a school's id
ADDRESS = 254
BY_MAIL, BY_HAND = "By e-mail", "I hand it over: the next page shows it, this once"
NO_DAY = {"required": "Write the day.", "invalid": "Write the day like 2026-11-20."}


def way_field(*, opened: bool = False) -> forms.ChoiceField:
    """How a link reaches its reader; by hand alone where there is no mail server, and by mail alone where there is one
    and its reader has opened the account."""
    mail = [(Way.MAIL.value, BY_MAIL)] if settings.MAIL else []
    hand = [(Way.HAND.value, BY_HAND)]
    field = one_of("How does the link reach them?", [*mail, *([] if mail and opened else hand)])
    field.initial = (Way.MAIL if settings.MAIL else Way.HAND).value
    return field


class WayForm(forms.Form):
    """A link that takes the place of another. `opened`: what is shown offers no link by hand; one that was sent all the
    same is answered by the act."""

    def __init__(self, data: Any = None, *, opened: bool = False) -> None:
        super().__init__(data)
        self.fields["way"] = way_field(opened=opened)

    def way(self) -> Way:
        """As it was chosen, of a valid form."""
        return Way(self.cleaned_data["way"])


class AddressForm(WayForm):
    """The right address, in place of a wrong one."""

    email = Sentence("The right e-mail address", ADDRESS)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.auto_id = "address_%s"  # the page has another form that asks how a link goes
        self.order_fields(["email", "way"])


class NewForm(WayForm):
    """Somebody who is to have an account."""

    given = Sentence("First name", NAME_LENGTH, required=False)
    family = Sentence("Family name", NAME_LENGTH, required=False)
    email = Sentence("E-mail address at work", ADDRESS, "They sign in by it")

    def __init__(self, data: Any, person: UUID | None, address: str) -> None:
        super().__init__(data)
        self.person = person
        self.fields["email"].initial = address
        for name in ("given", "family"):
            if person:  # the roster has their name
                del self.fields[name]
            else:
                self.fields[name].needed = True  # type: ignore[attr-defined]  # of whom no roster knows
        self.order_fields(["given", "family", "email", "way"])

    def new(self) -> New:
        """Whom it is for, of a valid form."""
        said = self.cleaned_data
        return New(self.person, said.get("given", ""), said.get("family", ""), said["email"])


class RoleForm(forms.Form):
    """A role, its place, its days, and why."""

    role = one_of("Which role?", [(role, f"{title}: {opens}") for role, (title, opens) in ROLES.items()])
    place = forms.ChoiceField(label="Where?", error_messages={"required": "Choose where."})
    from_on = forms.DateField(
        label="From", error_messages=NO_DAY, widget=forms.DateInput(attrs={"type": "date"}),
    )  # fmt: skip
    to_on = forms.DateField(
        label="Last day", required=False, error_messages=NO_DAY, help_text="Empty: until somebody ends it",
        widget=forms.DateInput(attrs={"type": "date"}),
    )  # fmt: skip
    reason = Sentence(
        "Why do they need it?", REASON_LENGTH,
        "One line, for a role that opens whole files, health or counseling. Name no student", required=False,
    )  # fmt: skip

    def __init__(self, data: Any, schools: Iterable[tuple[UUID, str]], today: date) -> None:
        super().__init__(data, initial={"from_on": today.isoformat()})
        self.fields["place"].choices = [  # type: ignore[attr-defined]
            ("", "Choose"), *((str(id_), name) for id_, name in schools), (DISTRICT, THE_DISTRICT),
        ]  # fmt: skip

    def wanted(self) -> Place:
        """What was asked for, of a valid form."""
        said = self.cleaned_data
        school = None if said["place"] == DISTRICT else UUID(said["place"])
        return Place(said["role"], school, said["from_on"], said["to_on"], said["reason"].strip())
