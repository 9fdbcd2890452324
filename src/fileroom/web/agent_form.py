"""The questions at the counter when an officer or agent is here, in words; and the forms that carry the answers."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fileroom.law.days import add_years
from fileroom.programmes.enforcement.encounters import Asker, Channel, Want
from fileroom.programmes.enforcement.papers import FORMS, Court, Group, Seen, Shown
from fileroom.programmes.enforcement.services import LONGEST, LONGEST_TEXT

CHANNELS = {
    Channel.IN_PERSON: _("Here, in person"),
    Channel.TELEPHONE: _("On the telephone"),
    Channel.WRITTEN: _("By e-mail, letter or fax"),
}
ASKERS = {
    Asker.POLICE: (_("Police or sheriff"), _("A badge or uniform of a city, a county or the state")),
    Asker.IMMIGRATION: (_("Immigration"), _("ICE, Border Patrol, Homeland Security, or anyone who says so")),
    Asker.CHILD_WELFARE: (_("Child welfare"), _("A caseworker of the county")),
    Asker.PROCESS_SERVER: (_("Somebody who serves papers"), _("For a lawyer or a party to a lawsuit")),
    Asker.NOT_SURE: (_("Not sure, or they will not say"), _("Then the strictest answer holds")),
}
WANTS = {
    Want.RECORDS: _("Records, or anything about a student or family"),
    Want.STUDENT: _("To see, to question or to take a student"),
    Want.ENTRY: _("To come in past the counter, or onto a bus"),
    Want.STAFF: _("Anything about somebody who works here"),
    Want.ELSE: _("Something else"),
}
JOINED = {
    Seen.YES: _("Yes"),
    Seen.NO: _("No, they say"),
    Seen.NOT_SEEN: _("They will not say, or I do not know"),
}
GROUPS = {
    Group.COURT: _("A court’s name at the head"),
    Group.AGENCY: _("An agency’s own paper"),
    Group.FAMILY: _("From a family"),
    Group.NONE: _("No paper"),
}
COURTS = {
    Court.FEDERAL: _("United States District Court"),
    Court.STATE: _("A court of California or another state"),
    Court.IMMIGRATION: _("An immigration court"),
    Court.NO_COURT: _("No court at all"),
    Court.NOT_SEEN: _("I cannot tell"),
}
SEEN = {Seen.YES: _("Yes"), Seen.NO: _("No"), Seen.NOT_SEEN: _("I cannot tell")}
TEXTS: dict[str, tuple[Any, Any]] = {
    "name": (_("Name"), ""),
    "agency": (_("Agency"), ""),
    "badge": (_("Badge or card number"), ""),
    "supervisor": (_("Their supervisor, and that telephone"), ""),
    "asked_about": (_("Whom or what they asked for"), _("As they said it. Do not look anybody up.")),
    "said": (
        _("What was said and done"),
        _("In their words and yours, with the hour. Nobody’s status, nobody’s numbers."),
    ),
}
LONG = ("asked_about", "said")
SEEN_ON_IT = ("judge", "signed", "fits", "silence")
MOST_YEARS = 5


def _radios(label: Any, choices: dict[Any, Any], *, required: bool = False, note: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=[(it.value, says) for it, says in choices.items()], widget=forms.RadioSelect,
        required=required, help_text=note, error_messages={"required": _("Choose one.")},
    )  # fmt: skip


class ThatMayWait(forms.Form):
    """Every question is for everybody, and none has to be answered now: no field says "optional"."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        for field in self.fields.values():
            field.needed = True  # type: ignore[attr-defined]


class WhoForm(ThatMayWait):
    """What for, and who is with them."""

    wants = forms.MultipleChoiceField(
        label=_("What do they want?"), choices=[(it.value, says) for it, says in WANTS.items()], required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    joined = _radios(_("Are immigration officers with them, or is any part of it for immigration?"), JOINED)
    harm = _radios(
        _("Is it about harm to a child at home?"), JOINED,
        note=_("As long as it may be, nobody at home is told before district counsel says so."),
    )  # fmt: skip
    asker = forms.ChoiceField(label=_("Who is it?"), choices=[(it.value, says) for it, (says, _) in ASKERS.items()])
    channel = forms.ChoiceField(
        label=_("How did they come?"), choices=[(it.value, says) for it, says in CHANNELS.items()]
    )
    school = forms.ChoiceField(label=_("At which school?"), required=False)

    def __init__(self, data: QueryDict | None = None, *, schools: tuple[tuple[UUID, str], ...], **more: Any) -> None:
        super().__init__(data, **more)
        chosen = [("", gettext("At no school, or the district office")), *((str(id_), name) for id_, name in schools)]
        self.fields["school"].choices = chosen  # type: ignore[attr-defined]

    def answers(self) -> dict[str, Any]:
        """What was answered, in the service's words."""
        said = self.cleaned_data
        answers: dict[str, Any] = {
            "asker": Asker(said["asker"]),
            "channel": Channel(said["channel"]),
            "wants": tuple(Want(it) for it in said["wants"]),
            "school": UUID(said["school"]) if said["school"] else None,
        }
        return answers | {it: Seen(said[it]) for it in ("joined", "harm") if said[it]}


class PaperForm(ThatMayWait):
    """One paper: which it looks like, and four questions about it."""

    paper = forms.ChoiceField(
        label=_("Which of these does it look like?"), widget=forms.RadioSelect,
        choices=[(it.code, it.title) for it in FORMS.values()], error_messages={"required": _("Choose the nearest.")},
    )  # fmt: skip
    court = _radios(_("Which court stands at its head?"), COURTS)
    judge = _radios(_("Is a judge named on it?"), SEEN, note=_("An “immigration judge” or an “officer” is not."))
    signed = _radios(_("Is it signed there?"), SEEN)
    fits = _radios(_("Do the address, what it asks for, and the date fit?"), SEEN)
    silence = _radios(_("Does it say that nobody may be told of it?"), SEEN)
    until = forms.DateField(
        label=_("If so, and it names a last day of that: which?"), required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("Choose a day of the calendar.")},
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A last day is of a silence that the paper asks for, and can be one: nothing that was given is dropped."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if until := said.get("until"):
            today = timezone.localdate()
            if said.get("silence") != Seen.YES:
                self.add_error("until", _("A day stands here, and above it is not “Yes”. Change one of the two."))
            elif until < today:
                self.add_error("until", _("This day is over: nobody is forbidden any more. Look at the paper again."))
            elif until > add_years(today, MOST_YEARS):
                self.add_error("until", _("This is more than five years from now. Look at the year again."))
        return said

    def shown(self) -> Shown:
        """The paper as it was seen; what was not answered was not seen."""
        said = self.cleaned_data
        court = Court(said["court"] or Court.NOT_SEEN)
        judge, signed, fits, silence = (Seen(said[it] or Seen.NOT_SEEN) for it in SEEN_ON_IT)
        return Shown(said["paper"], court, judge, signed, fits, silence, said["until"])


class WrittenForm(ThatMayWait):
    """Who they are and what was said: sealed as it is sent (programmes.enforcement.services.write looks at each)."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        for name, (label, note) in TEXTS.items():
            widget = forms.Textarea(attrs={"rows": 4}) if name in LONG else forms.TextInput
            most = LONGEST_TEXT if name in LONG else LONGEST
            field = forms.CharField(label=label, help_text=note, required=False, max_length=most, widget=widget)
            field.needed = True  # type: ignore[attr-defined]
            self.fields[name] = field
