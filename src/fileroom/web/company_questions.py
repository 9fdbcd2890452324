"""A company asks the district itself about a student: its question entered, and answered by a designee."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.law.figures import FIGURES
from fileroom.people.answers import FormUsed
from fileroom.programmes.vendors import company_answers, company_questions
from fileroom.programmes.vendors.company_answers import Candidate, Request, Standing
from fileroom.programmes.vendors.company_questions import Asked
from fileroom.web.deletions import CCPA, EXCLUDED
from fileroom.web.gates import by, staff
from fileroom.web.letterheads import letterhead
from fileroom.web.once import once
from fileroom.web.pdf import as_pdf
from fileroom.web.vendor_forms import day, one_of, told
from fileroom.web.written import Name, Sentence, without_what_is_kept_out

ANSWER_TO = 200  # as its column
CHANNELS = (("letter", "On paper"), ("mail", "By e-mail"), ("spoken", "By telephone, or at the counter"))
CAME = dict(CHANNELS)
ANSWERED = {
    "nothing": "Answered: nothing was confirmed",
    "letter": "Answered with the letter that the law gives",
}


class QuestionForm(forms.Form):
    """The question as it came: which company, and whom it names, in its own words."""

    operator = Name("Which company asks?")
    answer_to = Sentence("Where does it want its answer?", ANSWER_TO, "Its postal or e-mail address, from its question")
    channel = one_of("How did it ask?", CHANNELS)
    asked_on = day("When did it come?")
    given = Name("First name, as the company writes it")
    family = Name("Last name, as the company writes it")
    born_on = day("Date of birth, if the company gives one", required=False)
    encloses = forms.BooleanField(label="The family’s own request came with it", required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"asked_on": timezone.localdate()})
        for name in ("operator", "given", "family"):
            self.fields[name].required = True


class RequestForm(forms.Form):
    """The family's own request, as the company sent it along."""

    student = one_of("Whose request is it?", ())
    signer = Name("Who has signed it: first and last name", "Leave it empty where the former student has.")
    signed = forms.BooleanField(label="It is signed", required=False)
    dated = forms.BooleanField(label="It is dated", required=False)
    checked = forms.BooleanField(label="I have asked the family: the request is theirs", required=False)
    ccpa = forms.ChoiceField(
        label="Is the information under the California Consumer Privacy Act?", choices=CCPA, required=False,
        widget=forms.RadioSelect,
    )  # fmt: skip
    keeps_official_records = forms.BooleanField(
        label="The company keeps official records for the district", required=False
    )

    def __init__(self, data: Any = None, *, could_be: tuple[Candidate, ...]) -> None:
        super().__init__(data)
        choices = [(str(it.id), it.name) for it in could_be]
        self.fields["student"].choices = choices  # type: ignore[attr-defined]

    def request(self) -> Request:
        """What was said, of a valid form."""
        said = self.cleaned_data
        return Request(
            UUID(said["student"]), said["signer"], said["signed"], said["dated"], said["checked"],
            EXCLUDED.get(said["ccpa"]), said["keeps_official_records"],
        )  # fmt: skip


@require_http_methods(["GET", "POST"])
@staff("programmes.enter", opens=company_questions.may_open)
def company_asks(request: HttpRequest) -> HttpResponse:
    """Enter a company's question, and see which wait."""
    waiting = company_answers.waiting(by=by(request), at=timezone.now())
    form = QuestionForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            asked = Asked(**form.cleaned_data)
            done = company_questions.enter(once(request), asked, by=by(request), at=timezone.now())
        except (FormUsed, ValidationError) as error:
            told(form, error)
        else:
            return redirect("company_question", question_id=done.id)
    if form.errors:
        form.data = without_what_is_kept_out(form)
    context = {
        "form": form, "waiting": [(it, CAME[it.channel]) for it in waiting],
        "days": FIGURES[company_questions.CLOCK].value,
    }  # fmt: skip
    return render(request, "vendors/company_asks.html", context, status=422 if form.errors else 200)


@require_GET
@staff("programmes.standing")
def company_question(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """One question: how it stands, and to a designee whom it could be about."""
    return _page(request, question_id)


@require_POST
@staff("programmes.answer")
def answer_company(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Answer it: with what the family's request gives, or with what confirms nothing."""
    who, now = by(request), timezone.now()
    form = None
    if "enclosed" in request.POST:
        form = RequestForm(request.POST, could_be=_standing(request, question_id).could_be)
        if not form.is_valid():
            form.data = without_what_is_kept_out(form)
            return _page(request, question_id, form=form, status=422)
    try:
        said = form.request() if form else None
        company_answers.answer(question_id, said, head=letterhead(request), by=who, at=now)
    except ValidationError as error:
        if form is None:
            return _page(request, question_id, problems=error.messages, status=422)
        told(form, error)
        return _page(request, question_id, form=form, status=422)
    return redirect("company_question", question_id=question_id)


@require_POST
@staff("programmes.decide_own")
def company_own_records(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """The district's own records stay with the company, or are demanded."""
    company_answers.decide_own(question_id, request.POST.get("how", ""), by=by(request), at=timezone.now())
    return redirect("company_question", question_id=question_id)


@require_GET
@staff("programmes.open_answer")
def company_paper(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """The answer as it was made, to be sent."""
    pdf = company_answers.open_answer(question_id, by=by(request), at=timezone.now())
    return as_pdf(pdf, "answer.pdf")


def _answered(it: Standing) -> str:
    """That it was answered; and how, for whoever may know."""
    return ANSWERED.get(it.row.answer, "") if it.told or not it.row.answer else "Answered"


def _standing(request: HttpRequest, question_id: UUID) -> Standing:
    return company_answers.standing(question_id, by=by(request), at=timezone.now())


def _page(
    request: HttpRequest, question_id: UUID, *, form: RequestForm | None = None, problems: Any = (), status: int = 200
) -> HttpResponse:
    it = _standing(request, question_id)
    context = {
        "it": it, "came": CAME[it.row.channel], "answered": _answered(it), "problems": problems,
        "form": form or RequestForm(could_be=it.could_be), "asks": it.row.encloses and bool(it.could_be),
    }  # fmt: skip
    return render(request, "vendors/company_question.html", context, status=status)
