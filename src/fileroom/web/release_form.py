"""The form of a copy: to whom, what for, what was shown. It reads what the office saw and judges none of it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms

from fileroom.disclosure.preparing import Prepared
from fileroom.disclosure.shown import Everything, Recipient, Shown, ShownCertificate, ShownConsent, ShownCourtPaper
from fileroom.law import CATALOGUE, ConsentForm, PaperKind, Purpose, RequesterKind
from fileroom.web import release_words as words
from fileroom.web.written import Name, without_what_is_kept_out

ON_FILE, ANOTHER, NOBODY = "on-", "another", "nobody"
CANNOT_TELL = (("", "Cannot tell"), ("yes", "Yes"), ("no", "No"))
SHOWN = (
    ("none", "Nothing"), ("consent", "A consent"), ("paper", "A paper of a court or an agency"),
    ("certificate", "An affidavit, a certificate or an agreement"),
)  # fmt: skip
TRUTHS = {"yes": True, "no": False}
LIKE = "Write the day like 2026-11-20."
# What may stay empty in a section that was chosen. The rest is asked of everybody it is shown to.
OPTIONAL = (
    "to_organisation",
    "consent_to_on",
    "paper_to_on",
    "paper_family_told_on",
    "paper_student_served_on",
    "certificate_to_on",
)
# What a section that was chosen cannot do without. Whether a paper forbids telling the family is known before any line
# of the request is open to all.
ASKED = {
    "consent": {"consent_by": "Choose who gave the consent."},
    "paper": {
        "paper_kind": "Choose which paper it is.",
        "paper_nondisclosure": "Choose whether the paper forbids telling the family.",
    },
    "certificate": words.ASKED_OF_A_CERTIFICATE,
}
NOT_TO_COME = (
    "certificate_dated_on",
    "consent_signed_on",
    "paper_family_told_on",
    "paper_family_served_on",
    "paper_student_served_on",
)
# The last day of what was shown, the day before which it cannot be, and what is said where it is.
LAST = {
    "consent": ("consent_to_on", "consent_signed_on", "Its last day is before it was signed: one of the two is wrong."),
    "paper": ("paper_to_on", "paper_from_on", "The last day is before the first: one of the two is wrong."),
    "certificate": (
        "certificate_to_on",
        "certificate_dated_on",
        "Its last day is before its date: one of the two is wrong.",
    ),
}
Choices = list[tuple[str, Any]]


class _Day(forms.DateField):
    def __init__(self, label: str, help_text: str = "") -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(
            label=label, required=False, widget=widget, help_text=help_text, error_messages={"invalid": LIKE}
        )


class _Choice(forms.ChoiceField):
    """A list to choose from; the first line says that nothing is chosen yet."""

    def __init__(self, label: str, choices: Any, *, none: str = "Choose one", help_text: str = "") -> None:
        super().__init__(label=label, required=False, choices=[("", none), *choices], help_text=help_text)


class _Says(forms.MultipleChoiceField):
    """What a certificate of this kind is seen to say."""

    def __init__(self, kind: PaperKind) -> None:
        super().__init__(
            label="What does it say?", choices=words.CERTIFIES[kind].items(), widget=forms.CheckboxSelectMultiple,
            required=False, help_text="Tick only what stands in it",
        )  # fmt: skip


def _grouped(groups: Any) -> Choices:
    return [(name, [(code.value, said) for code, said in group.items()]) for name, group in groups.items()]


def ask_home_language(form: forms.Form, languages: tuple[str, ...]) -> None:
    """Whether the family speaks one of these at home, in which the school writes home besides English; without any
    nobody is asked (Ed. Code 48985)."""
    form.fields["home_language"].label = f"The family speaks {' or '.join(languages)} at home"
    if not languages:
        del form.fields["home_language"]


class ReleaseForm(forms.Form):
    """Fields by section: `to_…`, purpose, `consent_…`, `paper_…`. Only the sections that were chosen are read."""

    # What makes of each further press the same asking, until the page is opened anew.
    asking = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)
    to = forms.ChoiceField(
        label="Who asks for the copy?", widget=forms.RadioSelect, error_messages={"required": "Choose who asks."}
    )
    to_kind = _Choice("Who is it?", _grouped(words.SELDOM))
    to_name = Name("Name", "As on the ID")
    to_organisation = Name("Organization")
    identity_checked = forms.BooleanField(label="I have made sure who this is", required=False)
    home_language = forms.BooleanField(required=False)
    purpose = forms.ChoiceField(
        label="What is it for?",
        choices=[("", "Choose one"), *_grouped(words.PURPOSES)],
        error_messages={"required": "Choose what it is for. If no reason was given, choose just that."},
    )
    shown = forms.ChoiceField(
        label="What was shown?",
        choices=SHOWN,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what was shown. If nothing was, choose just that."},
    )
    consent_by = _Choice("Who gave it?", ())
    consent_form = _Choice("How?", words.FORMS.items(), none="Cannot tell")
    consent_signed = forms.BooleanField(label="It bears their signature", required=False)
    consent_authenticated = forms.BooleanField(
        label="The electronic signer is identified and authenticated", required=False
    )
    consent_signed_on = _Day("Dated")
    consent_to_on = _Day("Its last day, if it names one")
    consent_records = forms.MultipleChoiceField(
        label="Which records does it name?", widget=forms.CheckboxSelectMultiple, required=False,
        help_text="Tick each one that the consent itself names",
    )  # fmt: skip
    consent_purpose = _Choice("What for, as the consent says", _grouped(words.PURPOSES), none="It does not say")
    consent_recipient = Name(
        "Who may receive it, as the consent says", "The person or the organization, spelled as in the consent"
    )
    paper_kind = _Choice("Which paper?", [(kind.value, said) for kind, said in words.PAPERS.items()])
    same_paper = forms.BooleanField(
        label="By the same paper as the record that I asked about before this one", required=False,
        help_text="One paper is one request, however many records it names",
    )  # fmt: skip
    paper_nondisclosure = _Choice(
        "Does it forbid telling the family?", CANNOT_TELL[1:], help_text="If it does, tell nobody"
    )  # fmt: skip
    paper_judge = _Choice("Is it signed by a judge of a court?", CANNOT_TELL[1:], none="Cannot tell")
    paper_records = forms.MultipleChoiceField(
        label="Which records of this student does it name?", widget=forms.CheckboxSelectMultiple, required=False
    )
    paper_from_on = _Day("In force from")
    paper_to_on = _Day("In force until", "Leave it empty where the paper names no end")
    paper_party = forms.BooleanField(label="The parent is a party to the case", required=False)
    paper_family_told_on = _Day(
        "The day you told parent and student", "Leave it empty where you have not told them, or must not"
    )
    paper_family_served_on = _Day("The day the family was served", "From the proof that the consumer notice was served")
    paper_student_served_on = _Day("The day the student was served", "Where the student is 12 or over")

    certificate_kind = _Choice("Which is it?", [(kind.value, said) for kind, said in words.CERTIFICATES.items()])
    certificate_by = Name(
        "Whose is it?", "The person or the organization that signed it, as it says. It counts for them alone"
    )
    certificate_signed = forms.BooleanField(label="It bears their signature", required=False)
    certificate_dated_on = _Day("The day it bears")
    certificate_to_on = _Day("Its last day, if it names one")
    certificate_affidavit = _Says(PaperKind.CAREGIVER_AFFIDAVIT)
    certificate_certification = _Says(PaperKind.CERTIFICATION)
    certificate_agreement = _Says(PaperKind.WRITTEN_AGREEMENT)

    def __init__(
        self, prepared: Prepared, today: date, data: Any = None, *, languages: tuple[str, ...] = (),
        before: UUID | None = None,
    ) -> None:  # fmt: skip
        """`languages`: see `ask_home_language`. `before`: by which form another record was asked for by a paper."""
        super().__init__(data)
        self.prepared, self.today, self.before = prepared, today, before
        if before is None:
            del self.fields["same_paper"]
        ask_home_language(self, languages)
        for name, field in self.fields.items():
            field.needed = name not in OPTIONAL  # type: ignore[attr-defined]  # read by parts/field.html
        people = [(f"{ON_FILE}{id_}", said) for id_, said in prepared.people.items()]
        often = [(kind.value, said) for kind, said in words.OFTEN.items()]
        items = [(code, CATALOGUE[code].title.en) for code in prepared.items]
        self._offer("to", [*people, *often, (ANOTHER, "Somebody else from outside")])
        self._offer("consent_by", [("", "Choose one"), *people, (NOBODY, "Somebody who is not on this file")])
        self._offer("consent_records", items)
        self._offer("paper_records", [(Everything.RECORDS.value, "All records of this student"), *items])

    def _offer(self, field: str, choices: Choices) -> None:
        self.fields[field].choices = choices  # type: ignore[attr-defined]  # fields with choices only

    def clean(self) -> dict[str, Any]:
        """What a chosen section cannot do without, and days that cannot be."""
        given = self.cleaned_data
        given["asking"] = given.get("asking") or uuid4()
        to, shown = given.get("to"), given.get("shown")
        if to == ANOTHER and not given.get("to_kind"):
            self.add_error("to_kind", "Choose who it is.")
        if to and not to.startswith(ON_FILE) and not given.get("to_name") and "to_name" not in self.errors:
            self.add_error("to_name", "Write the name: the law’s list names who asked.")
        for name, says in ASKED.get(shown or "", {}).items():
            if not given.get(name):
                self.add_error(name, says)
        self._look_at_days(LAST.get(shown or ""))
        self.data = without_what_is_kept_out(self)
        return given

    def _look_at_days(self, span: tuple[str, str, str] | None) -> None:
        given = self.cleaned_data
        for name in NOT_TO_COME:
            if (day := given.get(name)) and day > self.today:
                self.add_error(name, "This day has not come yet.")
        if span:
            last, first, says = span
            if (end := given.get(last)) and (begin := given.get(first)) and end < begin:
                self.add_error(last, says)

    def to_whom(self) -> Recipient:
        """Who would receive it."""
        given = self.cleaned_data
        checked, to = given["identity_checked"], given["to"]
        if to.startswith(ON_FILE):
            return Recipient("", on_file=UUID(to.removeprefix(ON_FILE)), identity_checked=checked)
        kind = RequesterKind(given["to_kind"] if to == ANOTHER else to)
        return Recipient(given["to_name"], kind, given["to_organisation"], identity_checked=checked)

    def asked_by(self) -> tuple[UUID, str]:
        """By which form it is asked, and whose agency or who asks: another's paper is asked for anew."""
        to, given = self.to_whom(), self.cleaned_data
        same = self.before if self.by_a_paper and given.get("same_paper") else None
        return same or given["asking"], to.organisation or to.name

    @property
    def by_a_paper(self) -> bool:
        """Was a paper of a court or an agency shown?"""
        return bool(self.cleaned_data["shown"] == "paper")

    def what_for(self) -> Purpose:
        """What it is for."""
        return Purpose(self.cleaned_data["purpose"])

    def in_their_language(self) -> bool:
        """Does it go home in the family's language too?"""
        return bool(self.cleaned_data.get("home_language"))

    def what_was_shown(self) -> Shown | None:
        """What was shown."""
        shown = self.cleaned_data["shown"]
        if shown == "certificate":
            return self._certificate()
        return self._consent() if shown == "consent" else self._paper() if shown == "paper" else None

    def _consent(self) -> ShownConsent:
        given = self.cleaned_data
        by = given["consent_by"]
        return ShownConsent(
            None if by == NOBODY else UUID(by.removeprefix(ON_FILE)),
            ConsentForm(given["consent_form"]) if given["consent_form"] else None,
            signed=given["consent_signed"],
            signed_on=given["consent_signed_on"],
            authenticated=given["consent_authenticated"],
            records=tuple(given["consent_records"]) or None,
            purpose=Purpose(given["consent_purpose"]) if given["consent_purpose"] else None,
            recipient=given["consent_recipient"],
            to_on=given["consent_to_on"],
        )

    def _paper(self) -> ShownCourtPaper:
        given = self.cleaned_data
        records = given["paper_records"]
        everything = Everything.RECORDS if Everything.RECORDS.value in records else None
        return ShownCourtPaper(
            PaperKind(given["paper_kind"]),
            signed_by_judge=TRUTHS.get(given["paper_judge"]),
            records=everything or tuple(records) or None,
            from_on=given["paper_from_on"],
            to_on=given["paper_to_on"],
            nondisclosure=TRUTHS.get(given["paper_nondisclosure"]),
            parent_is_party=given["paper_party"],
            family_told_on=given["paper_family_told_on"],
            family_served_on=given["paper_family_served_on"],
            student_served_on=given["paper_student_served_on"],
        )

    def _certificate(self) -> ShownCertificate:
        given = self.cleaned_data
        kind = PaperKind(given["certificate_kind"])
        return ShownCertificate(
            kind,
            given["certificate_by"],
            signed=given["certificate_signed"],
            dated_on=given["certificate_dated_on"],
            to_on=given["certificate_to_on"],
            says=tuple(given[words.SAYS_IN[kind]]),
        )
