"""What is asked about an incident, in words; and the forms that carry the answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from fileroom.programmes.incidents.known import (
    Acquisition,
    Encryption,
    Harm,
    Holder,
    Known,
    System,
    Taken,
)
from fileroom.programmes.incidents.services import LONGEST, Answer, Report
from fileroom.web.agent_form import ThatMayWait

SYSTEMS = {
    System.FILEROOM: "Fileroom",
    System.SIS: "The student information system",
    System.VENDOR: "A company’s service",
    System.EMAIL: "E-mail, or an account somebody signs in with",
    System.DRIVES: "Files, drives, the cloud",
    System.NETWORK: "The network, the web site, telephones",
    System.DEVICE: "A computer, a telephone, a stick",
    System.PAPER: "Paper",
    System.ELSE: "Something else",
}
GOING_ON = {Answer.YES: "Yes", Answer.NO: "No, it is over", Answer.NOT_KNOWN: "I do not know"}
YES_NO = {"yes": "Yes", "no": "No", "": "Not known yet"}
HARMS = {
    Harm.ALTERED: "Something was altered",
    Harm.DELETED: "Something was deleted",
    Harm.DAMAGED: "Something was damaged",
    Harm.USERS_SHUT_OUT: "People were shut out of a system by somebody else, as by ransomware",
}
HOLDERS = {
    Holder.DISTRICT: "The district’s own",
    Holder.VENDOR_FOR_DISTRICT: "A company’s, which keeps the data for the district",
    Holder.VENDOR_FOR_ITSELF: "A company’s, which owns or licenses the data itself",
    Holder.DISTRICT_FOR_ANOTHER: "The district’s, which keeps the data for another",
}
ACQUISITIONS = {
    Acquisition.KNOWN: "Yes, it is known",
    Acquisition.REASONABLY_BELIEVED: "It is reasonably believed",
    Acquisition.NOT_BELIEVED: "No, and there is evidence why not",
}
ENCRYPTIONS = {
    Encryption.NONE: "No: it could be read",
    Encryption.KEY_TAKEN: "Yes, and the key was taken too",
    Encryption.KEY_SAFE: "Yes, and the key is safe",
}
DATA = {
    Taken.FULL_NAME: "Names: first, or its initial, and last",
    Taken.SSN: "Social Security numbers",
    Taken.GOVERNMENT_ID_NUMBER: "Driver’s license, state ID, passport, tax or other government numbers",
    Taken.ACCOUNT_NUMBER_WITH_CODE: "Account or card numbers with their code",
    Taken.MEDICAL: "Medical information",
    Taken.HEALTH_INSURANCE: "Health insurance information",
    Taken.BIOMETRIC: "Fingerprints, faces or other biometric data",
    Taken.LICENSE_PLATE_READER: "What a license-plate reader has recorded",
    Taken.GENETIC: "Genetic data",
    Taken.LOGIN_WITH_PASSWORD: "User names or e-mails with a password or its answer",
    Taken.ADDRESS: "Addresses",
    Taken.BIRTH_DATE: "Birth dates",
    Taken.DISCIPLINE: "Discipline",
    Taken.GRADES: "Grades",
    Taken.OTHER: "Other information",
}
NOTHING = "nothing"


def _choices(of: Mapping[Any, str]) -> list[tuple[str, str]]:
    return [(getattr(it, "value", it), says) for it, says in of.items()]


def _radios(label: str, of: Mapping[Any, str], *, required: bool = False, note: str = "") -> forms.ChoiceField:
    field = forms.ChoiceField(
        label=label, choices=_choices(of), widget=forms.RadioSelect, required=required, help_text=note,
        error_messages={"required": "Choose one."},
    )  # fmt: skip
    field.needed = True  # type: ignore[attr-defined]
    return field


def _boxes(label: str, choices: Iterable[tuple[str, str]], *, note: str = "") -> forms.MultipleChoiceField:
    field = forms.MultipleChoiceField(
        label=label, choices=list(choices), required=False, widget=forms.CheckboxSelectMultiple, help_text=note
    )
    field.needed = True  # type: ignore[attr-defined]
    return field


def words_field(label: str, note: str = "", *, rows: int = 4) -> forms.CharField:
    """A field for words that are sealed as they are sent."""
    return forms.CharField(
        label=label, help_text=note, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": "Write it in a sentence or two."},
    )  # fmt: skip


def day_widget() -> forms.DateInput:
    """A day, as browsers ask for one."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class ReportForm(forms.Form):
    """One minute: what, when, which systems, and is it over?"""

    happened = words_field("What happened?", "In your own words. Nobody’s status, nobody’s numbers, no password.")
    noticed_at = forms.DateTimeField(
        label="When was it noticed?",
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
        error_messages={"required": "Say when, as near as you can.", "invalid": "Write the day and the hour."},
    )  # fmt: skip
    systems = _boxes("Which systems does it touch?", _choices(SYSTEMS))
    going_on = _radios("Is it still going on?", GOING_ON, required=True)
    exercise = forms.BooleanField(label="This is an exercise: nothing has happened", required=False)

    def __init__(self, *given: Any, designated: bool, **more: Any) -> None:
        super().__init__(*given, **more)
        if not designated:
            del self.fields["exercise"]

    def said(self) -> Report:
        """The report, in the service's words."""
        it = self.cleaned_data
        noticed: datetime = it["noticed_at"]
        systems = tuple(System(one) for one in it["systems"])
        return Report(it["happened"], noticed, systems, Answer(it["going_on"]), bool(it.get("exercise")))


class KnownForm(ThatMayWait):
    """What is known by now. Every question may wait; the law says on the same page what it still asks."""

    systems = _boxes("Which systems does it touch?", _choices(SYSTEMS))
    going_on = _radios("Is it still going on?", GOING_ON, required=True)
    unauthorized = _radios("Did somebody get into a system without authority?", YES_NO)
    harms = _boxes(
        "What was done to systems or data?",
        [*_choices(HARMS), (NOTHING, "Nothing of these")],
        note="Choose none while nobody knows.",
    )
    holder = _radios("Whose system was it?", HOLDERS | {"": "Not known yet"})
    kinds = _boxes("Which kinds of information were in reach?", [*_choices(DATA), (NOTHING, "None about anybody")])
    acquisition = _radios("Has somebody without authority acquired it?", ACQUISITIONS | {"": "Not known yet"})
    encryption = _radios("Was it encrypted?", ENCRYPTIONS | {"": "Not known yet"})
    staff_alone = forms.BooleanField(
        label="Only an employee acquired it, in good faith for the district, and it went no further", required=False
    )
    police_wait = forms.BooleanField(
        label="Police have determined that a notice would impede their investigation", required=False
    )
    students = forms.IntegerField(label="Students touched", required=False, min_value=0, max_value=10**7)
    staff = forms.IntegerField(label="Staff touched", required=False, min_value=0, max_value=10**7)
    residents = forms.IntegerField(label="Californians to be told", required=False, min_value=0, max_value=10**8)
    exposed = forms.IntegerField(
        label="Files in reach outside Fileroom", required=False, min_value=0, max_value=10**8,
        help_text="Mails count, and sheets of paper. None: 0",
    )  # fmt: skip
    exposed_read = forms.IntegerField(
        label="Of these read by somebody", required=False, min_value=0, max_value=10**8,
        help_text="For whom they name. Until all are, it stays open",
    )  # fmt: skip
    from_on = forms.DateField(label="It happened on, or from", required=False, widget=day_widget())
    to_on = forms.DateField(label="Until, where it was longer", required=False, widget=day_widget())

    def clean(self) -> dict[str, Any]:
        """What the answers say together: each fault stands beside its field, and nothing that was typed is lost."""
        it = self.cleaned_data
        if not it.get("systems"):
            self.add_error("systems", "Choose at least one system.")
        if (it.get("exposed_read") or 0) > (it.get("exposed") or 0):
            self.add_error("exposed_read", "No more files are read than were in reach.")
        begun, ended = it.get("from_on"), it.get("to_on")
        if begun and begun > timezone.localdate():
            self.add_error("from_on", "This day is still to come.")
        if begun and ended and ended < begun:
            self.add_error("to_on", "It began before it ended.")
        return it

    def known(self) -> Known:
        """What was answered, in the service's words."""
        it = self.cleaned_data
        return Known(
            unauthorized={"yes": True, "no": False}.get(it["unauthorized"]),
            harms=_several(it["harms"], Harm),
            holder=Holder(it["holder"]) if it["holder"] else None,
            data=_several(it["kinds"], Taken),
            acquisition=Acquisition(it["acquisition"]) if it["acquisition"] else None,
            encryption=Encryption(it["encryption"]) if it["encryption"] else None,
            files=it["exposed"],
            files_read=it["exposed_read"],
            **{name: it[name] for name in AS_GIVEN},
        )

    def systems_chosen(self) -> tuple[System, ...]:
        """The systems."""
        return tuple(System(it) for it in self.cleaned_data["systems"])


AS_GIVEN = ("staff_alone", "police_wait", "students", "staff", "residents", "from_on", "to_on")


def _several(chosen: list[str], of: type[Any]) -> Any:
    """None of them chosen: not known. `nothing` chosen: it is known that there is none."""
    if not chosen:
        return None
    return tuple(of(it) for it in chosen if it != NOTHING)


def initial(known: Known, systems: Iterable[System], going_on: str) -> dict[str, Any]:
    """The form as it stands."""
    words = {None: "", True: "yes", False: "no"}
    return {
        "systems": [it.value for it in systems],
        "going_on": going_on,
        "unauthorized": words[known.unauthorized],
        "harms": _chosen(known.harms),
        "holder": known.holder or "",
        "kinds": _chosen(known.data),
        "acquisition": known.acquisition or "",
        "encryption": known.encryption or "",
        "exposed": known.files,
        "exposed_read": known.files_read,
    } | {name: getattr(known, name) for name in AS_GIVEN}


def _chosen(of: tuple[Any, ...] | None) -> list[str]:
    if of is None:
        return []
    return [it.value for it in of] or [NOTHING]


class HandForm(forms.Form):
    """Whose hands it is in beside the office's."""

    employee = forms.ChoiceField(label="Who works on it?", required=False)

    def __init__(self, *given: Any, employees: Iterable[tuple[UUID, str]], **more: Any) -> None:
        super().__init__(*given, **more)
        chosen = [("", "The Superintendent’s office alone"), *((str(id_), name) for id_, name in employees)]
        self.fields["employee"].choices = chosen  # type: ignore[attr-defined]


def now_here() -> datetime:
    """The minute, as a form shows it."""
    return timezone.localtime().replace(second=0, microsecond=0)
