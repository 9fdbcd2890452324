"""The page by which a company declares what it does with students' data: no account, one letter, and no student."""

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
from fileroom.programmes.vendors import ai_questions, answers
from fileroom.programmes.vendors.declared import Declared
from fileroom.programmes.vendors.lights import LAST_PAGE
from fileroom.web.gates import public
from fileroom.web.link_page import link_page
from fileroom.web.once import once
from fileroom.web.vendor_forms import HOLDS, NAME, SAID, told
from fileroom.web.written import Sentence, without_what_is_kept_out

YES_NO = (("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No")))
CHOOSE = {"required": gettext_lazy("Choose one.")}


class PublicDeclareForm(forms.Form):
    """What the company declares, and who says it."""

    uses = forms.ChoiceField(
        label=gettext_lazy("Does your company use artificial intelligence with our students’ data?"), choices=YES_NO,
        widget=forms.RadioSelect, error_messages=CHOOSE,
    )  # fmt: skip
    trains = forms.ChoiceField(
        label=gettext_lazy("Does it train a model on students’ data?"), choices=YES_NO, widget=forms.RadioSelect,
        help_text=gettext_lazy("Not meant: data in which nobody can be found."), error_messages=CHOOSE,
    )  # fmt: skip
    subprocessors = Sentence(
        gettext_lazy("To which other companies does it pass them on?"), HOLDS,
        gettext_lazy("Each by name. Empty: to none"), required=False, area=True,
    )  # fmt: skip
    page = forms.IntegerField(
        label=gettext_lazy("Page of the contract that permits the training"), min_value=1, max_value=LAST_PAGE,
        required=False,
    )  # fmt: skip
    words = Sentence(gettext_lazy("The sentence of the contract that permits it"), HOLDS, required=False, area=True)
    declared_by = Sentence(gettext_lazy("Your name and your position at the company"), NAME)

    def declared(self) -> Declared:
        """What was said, of a valid form, today."""
        said = self.cleaned_data
        return Declared(
            SAID.get(said["uses"]), SAID.get(said["trains"]), said["subprocessors"].strip(), said["page"],
            said["words"].strip(), said["declared_by"].strip(), timezone.localdate(),
        )  # fmt: skip


@never_cache
@require_http_methods(["GET", "POST"])
@public("a company says what it does with data by the link in its letter; the link is for one letter, and ends")
def company_declares(request: HttpRequest, token: str) -> HttpResponse:
    """The letter as the link shows it, and the declaration."""
    if not answers.may_try(client(request), at=timezone.now()):
        stopped: HttpResponse = ratelimit.respond_429(request)
        return stopped
    it = ai_questions.open_link(token, at=timezone.now())
    form = PublicDeclareForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"it": it, "form": form}
    if form.is_bound and form.is_valid():
        said = form.declared()
        try:
            done = ai_questions.answer(once(request), token, said, client=client(request), at=timezone.now())
        except (FormUsed, ValidationError) as error:
            told(form, error)
        else:
            return link_page(request, "public/declared.html", {"it": it, "said": said, "entry": done.entry})
    if form.errors:
        form.data = without_what_is_kept_out(form)
    return link_page(request, "public/declare.html", context, status=422 if form.errors else 200)
