"""The packets for meetings of the Board: made for a day, listed, opened."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from fileroom.duties.states import Asked
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.packet import services
from fileroom.programmes.settings.meetings import UNENTERED
from fileroom.web.gates import by, staff
from fileroom.web.letterheads import letterhead
from fileroom.web.once import once
from fileroom.web.pdf import as_pdf
from fileroom.web.policy_page import asked, opening


class MeetingForm(forms.Form):
    """The meeting's day."""

    meeting_on = forms.DateField(
        label="Day of the meeting", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"required": "Choose the day.", "invalid": "Choose a day of the calendar."},
    )  # fmt: skip
    # It is asked only where the district has entered no meeting on that day.
    unlisted = forms.BooleanField(label="The Board meets on this day all the same", required=False)


@require_http_methods(["GET", "POST"])
@staff("programmes.packets", opens=services.may_open)
def board_packets(request: HttpRequest) -> HttpResponse:
    """Those that were made; a post makes the next."""
    who, now = by(request), asked(request)
    found = services.packets(by=who, at=now.at)
    form = MeetingForm(request.POST if request.method == "POST" else None, initial={"meeting_on": found.next_on})
    if form.is_bound and form.is_valid() and _made(request, form, who, now):
        return redirect("board_packets")
    reports_url = opening(request)("board_reports")
    context = {
        "packets": found.made, "next_on": found.next_on, "form": form, "reports_url": reports_url,
        "asks": form.has_error("meeting_on", UNENTERED), "entered": found.entered,
    }  # fmt: skip
    return render(request, "policy/packets.html", context, status=422 if form.errors else 200)


def _made(request: HttpRequest, form: MeetingForm, who: SignedIn, now: Asked) -> bool:
    day, unlisted = form.cleaned_data["meeting_on"], form.cleaned_data["unlisted"]
    try:
        services.issue_packet(once(request), day, unlisted=unlisted, head=letterhead(request), by=who, asked=now)
    except ValidationError as error:
        form.add_error(None, error)
    return not form.errors


@require_GET
@staff("programmes.open_packet")
def board_packet(request: HttpRequest, packet_id: UUID) -> HttpResponse:
    """The PDF as it was made."""
    pdf = services.open_packet(packet_id, by=by(request), at=timezone.now())
    return as_pdf(pdf, "board-packet.pdf")
