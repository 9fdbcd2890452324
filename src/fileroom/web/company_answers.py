"""The page by which a company answers the district's demand: no account, one demand, and no student's name."""

from __future__ import annotations

from typing import Any

from allauth.core import ratelimit
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from fileroom.hosting.clients import client
from fileroom.people.answers import FormUsed
from fileroom.programmes.vendors import answers
from fileroom.programmes.vendors.answers import Answer
from fileroom.web.gates import public
from fileroom.web.link_page import link_page
from fileroom.web.once import once
from fileroom.web.vendor_acting import paper_in
from fileroom.web.vendor_forms import HOLDS, NAME, NO_DAY, told
from fileroom.web.written import Sentence, without_what_is_kept_out

SAYS = (
    ("deleted", gettext_lazy("It is deleted, or given back, every copy of it")),
    ("will_delete", gettext_lazy("It will be, by the day below")),
    ("refused", gettext_lazy("We refuse, for the reason below")),
)
GROUNDS = {
    "no_longer_needed": gettext_lazy("The district no longer needs it in your hands."),
    "contract_over": gettext_lazy("The contract has ended: nothing may be kept."),
    "contract_void": gettext_lazy("The contract is void: return everything before any copy is destroyed."),
}


class AnswerForm(forms.Form):
    """What the company says, and who says it."""

    said = forms.ChoiceField(
        label=gettext_lazy("Your answer"), choices=SAYS, widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose one.")},
    )  # fmt: skip
    on = forms.DateField(
        label=gettext_lazy("On which day, or by which"), required=False, error_messages=NO_DAY,
        widget=forms.DateInput(attrs={"type": "date"}),
    )  # fmt: skip
    destroyed = Sentence(
        gettext_lazy("What was destroyed or given back"), HOLDS,
        gettext_lazy("Which data, from when, in which systems and backups. Name no student."), required=False,
        area=True,
    )  # fmt: skip
    reason = Sentence(
        gettext_lazy("If you refuse: why"), HOLDS, gettext_lazy("Name no student."), required=False, area=True
    )
    name = Sentence(gettext_lazy("Your name"), NAME)
    position = Sentence(gettext_lazy("Your position at the company"), NAME)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for name in ("on", "destroyed", "reason"):  # by the answer
            self.fields[name].needed = True  # type: ignore[attr-defined]

    def answer(self) -> Answer:
        """What was said, of a valid form."""
        said = self.cleaned_data
        return Answer(
            said["said"], said["on"], said["reason"].strip(), said["name"].strip(), said["position"].strip(),
            said["destroyed"].strip(),
        )  # fmt: skip


@never_cache
@require_http_methods(["GET", "POST"])
@public("a company answers a demand by the link in its letter; the link is for one demand, ends, and names no student")
def company_answer(request: HttpRequest, token: str) -> HttpResponse:
    """The demand as the link shows it, and the answer."""
    if not answers.may_try(client(request), at=timezone.now()):
        stopped: HttpResponse = ratelimit.respond_429(request)
        return stopped
    it = answers.open_link(token, at=timezone.now())
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            said = form.answer()
            given = answers.answer(
                once(request), token, said, paper=paper_in(request), client=client(request), at=timezone.now()
            )
        except (FormUsed, ValidationError) as error:
            told(form, error)
        else:
            return link_page(
                request, "public/answered.html", {"it": it, "given": given, "says": dict(SAYS)[given.said]}
            )
    if form.errors:
        form.data = without_what_is_kept_out(form)
    context = {"it": it, "form": form, "ground": GROUNDS[it.ground]}
    return link_page(request, "public/answer.html", context, status=422 if form.errors else 200)
