"""What goes to offices outside, in words, and the form by which somebody says that it went."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from fileroom.programmes.incidents.desk import Sent
from fileroom.programmes.incidents.sending import LONGEST, Sending, What
from fileroom.web.incident_form import day_widget

WHATS = {
    What.CENTER: "The report to the California Cybersecurity Integration Center",
    What.ATTORNEY_GENERAL: "The sample copy to the Attorney General",
    What.SUBSTITUTE: "The substitute notice: e-mail, web page, media, and the state’s security office",
}
PAPERS = {
    ("cal_csic_report", "en"): "Report to the Center",
    ("breach_notice", "en"): "Sample copy of the notice",
    ("breach_notice", "es"): "Sample copy of the notice, in Spanish",
    ("breach_substitute", "en"): "Substitute notice: its text",
    ("breach_substitute", "es"): "Substitute notice: its text in Spanish",
}


class SentForm(forms.Form):
    """What was sent, when, how, and by which number."""

    what = forms.ChoiceField(label="What was sent?", choices=[(it.value, says) for it, says in WHATS.items()])
    sent_on = forms.DateField(
        label="On which day", widget=day_widget(),
        help_text="Of the substitute notice: the day on which the web page was posted",
        error_messages={"required": "Say on which day."},
    )  # fmt: skip
    channel = forms.CharField(
        label="How", max_length=LONGEST, help_text="E-mail, web form, telephone",
        error_messages={"required": "Say how it was sent."},
    )  # fmt: skip
    reference = forms.CharField(label="Their reference", max_length=LONGEST, required=False)

    def said(self) -> Sending:
        """The same, in the service's words."""
        it = self.cleaned_data
        return Sending(What(it["what"]), it["sent_on"], it["channel"], it["reference"])


def sent_rows(sent: Iterable[Sent]) -> list[dict[str, Any]]:
    """What was sent, in words."""
    return [
        {"what": WHATS[What(it.what)], "on": it.sent_on, "how": it.channel, "reference": it.reference, "by": it.by}
        for it in sent
    ]
