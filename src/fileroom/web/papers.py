"""The page by which anyone checks that a letter is the district's own."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from fileroom.disclosure import papers
from fileroom.disclosure.directory import register
from fileroom.web.gates import public


class CheckForm(forms.Form):
    """The code, and the file where there is one."""

    code = forms.CharField(
        label=gettext_lazy("Code"), max_length=40,
        error_messages={"required": gettext_lazy("Write the code as it stands at the foot of the paper.")},
    )  # fmt: skip
    file = forms.FileField(
        label=gettext_lazy("The file, if you have it"), required=False, allow_empty_file=True,
        help_text=gettext_lazy("It is compared, and not kept."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@public("whether a paper is the district's own is for whoever holds it to know; the answer names nobody")
def check_paper(request: HttpRequest) -> HttpResponse:
    """Look a code up, and compare a file with what was issued under it."""
    form = CheckForm(request.POST, request.FILES) if request.method == "POST" else CheckForm()
    found, listed = None, False
    if form.is_bound and form.is_valid():
        upload = form.cleaned_data["file"]
        pdf = upload.read() if upload else None
        found = papers.check(form.cleaned_data["code"], pdf, language=(translation.get_language() or "en")[:2])
        listed = found is None and register.exists(form.cleaned_data["code"])
    status = 422 if form.errors else 200
    context = {"form": form, "asked": form.is_bound, "found": found, "listed": listed}
    return render(request, "papers/check.html", context, status=status)
